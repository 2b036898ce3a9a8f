//! The macros of code-registry: they read a table, and write the enum and the data for `code-registry`.
//!
//! `code-registry-table` decides what a table means and how it is written as Rust, and `code-registry` what an enum does.
//! `codes`, `coded` and `catalog` are the macros, `package` finds files, and `report` shows errors.

use proc_macro::TokenStream;

mod catalog;
mod coded;
mod codes;
mod package;
mod report;

/// Turns an empty enum into the registry that a table describes.
///
/// `#[codes("codes.toml")]`; the path is relative to the root of the package and stays inside it.
/// `#[codes("codes.toml", languages("it", "en"))]` compiles only these languages into the program. Write your own derives
/// below the attribute.
#[proc_macro_attribute]
pub fn codes(arguments: TokenStream, item: TokenStream) -> TokenStream {
    codes::expand(arguments.into(), &item.into()).into()
}

/// Gives an error type codes and messages of a registry. It implements `Display`, `Error`, `Localize`, `Coded` and `From`, and
/// the methods `code` and `localized`.
///
/// | attribute | on | meaning |
/// |---|---|---|
/// | `#[coded(AppCode)]` | enum, struct | the registry |
/// | `#[coded(AppCode::NotFound)]` | struct | the registry and the code |
/// | `#[coded(…, crate = path)]` | enum, struct | the path of `code_registry`, if the package reaches it through another crate |
/// | `#[code(SYMBOL)]`, `#[code(2001)]`, `#[code("42P01")]` | variant, struct | the code by symbol, alias, variant name or value; without it, the name of the variant selects the code |
/// | `#[code(SYMBOL, shared)]` | variant | another variant has the same code |
/// | `#[code(transparent)]` | variant, struct | the code, the message and the source are those of the only field, an error of the same registry |
/// | `#[code(SYMBOL, transparent)]` | variant, struct | this code, with the message and the source of the only field: an error of another registry, or any error |
/// | `#[source]` | field | what `Error::source` returns; not needed if the field is called `source` |
/// | `#[from]` | field | the source, which `?` converts |
/// | `#[arg("path")]` | field | the argument `{path}`; without it, the field is the argument of its own name, or `{0}` |
/// | `#[arg(fmt = debug)]` | field | the argument shows the `Debug` form |
/// | `#[arg(fmt = "{:08x}")]` | field | the argument is formatted like this |
/// | `#[arg(fmt = path)]` | field | a function writes the argument: `fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result` |
/// | `#[arg(with = path)]` | field | the argument is what a function returns: `fn(&T) -> U` |
/// | `#[arg(none = "–")]` | field | an `Option`: its content, or this text |
/// | `#[arg("count" = rows.len())]` | variant, struct | the argument is an expression |
///
/// `#[arg]` on a field can combine these, as in `#[arg("path", with = f, fmt = debug, none = "–")]`: the content of the `Option`
/// is given to the function, and its result is formatted. In a list, `fmt` formats each item. After an expression, `fmt`,
/// `with` and `none` work in the same way; each expression has an attribute of its own. Expressions see each field as a
/// reference, by its name or as `.name`; fields without a name are `_0` or `.0`. They may also contain `self`.
#[proc_macro_derive(Coded, attributes(coded, code, source, from, arg, error))]
pub fn derive_coded(item: TokenStream) -> TokenStream {
    coded::ask_for_contract(&item.into()).into()
}

/// Compiles a language file of this package into a `Catalog` for the registry of another package.
///
/// `catalog!(library::Code, "de", "i18n/library.de.toml")`; the path is relative to the root of the package and stays
/// inside it. The file adds a language to the registry, or changes the wording of one. It is checked like a language file
/// of the table itself, but texts may be missing. `install` activates the catalogue.
#[proc_macro]
pub fn catalog(input: TokenStream) -> TokenStream {
    catalog::ask_for_contract(input.into()).into()
}

/// The second step of `catalog!`, with the contract that the macro of the registry adds.
#[doc(hidden)]
#[proc_macro]
pub fn catalog_of(input: TokenStream) -> TokenStream {
    catalog::expand(input.into()).into()
}

/// The second step of `#[derive(Coded)]`, with the contract that the macro of the registry adds.
#[doc(hidden)]
#[proc_macro]
pub fn coded(input: TokenStream) -> TokenStream {
    coded::expand(input.into()).into()
}
