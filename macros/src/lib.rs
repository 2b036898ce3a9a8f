//! The macros of code-registry: they read a table, and write the enum and the data for `code-registry`.
//!
//! They are thin: `code-registry-table` decides what a table means and how it is written as Rust, `code-registry` what an enum
//! does. `codes`, `coded` and `catalog` are the macros, `package` finds files, `report` shows errors.

use proc_macro::TokenStream;

mod catalog;
mod coded;
mod codes;
mod package;
mod report;

/// Turns an empty enum into the registry that a table describes.
///
/// `#[codes("codes.toml")]`; the path is relative to the root of the package and stays inside it.
/// `#[codes("codes.toml", languages("it", "en"))]` compiles only these languages in. Derives of your own go below it.
#[proc_macro_attribute]
pub fn codes(arguments: TokenStream, item: TokenStream) -> TokenStream {
    codes::expand(arguments.into(), &item.into()).into()
}

/// Gives an error type its codes and its messages from a registry: `Display`, `Error`, `From`, `Coded`.
///
/// `#[coded(Registry)]` on the type, `#[code(SYMBOL)]`, `#[code(2001)]` or `#[code(transparent)]` on a variant whose
/// name is not the code's, `#[source]`, `#[from]` and `#[arg("name")]` on fields.
#[proc_macro_derive(Coded, attributes(coded, code, source, from, arg))]
pub fn derive_coded(item: TokenStream) -> TokenStream {
    coded::ask_for_contract(&item.into()).into()
}

/// Compiles a language file of this package for the registry of another: a `Catalog`, which `install` puts to use.
///
/// `catalog!(library::Code, "de", "i18n/library.de.toml")`; the path is relative to the root of the package and stays
/// inside it. The file is one that the registry's own table could name: a language that it lacks, or sentences that it
/// words differently. It is checked as that would be, and need not have every text.
#[proc_macro]
pub fn catalog(input: TokenStream) -> TokenStream {
    catalog::ask_for_contract(input.into()).into()
}

/// What `catalog!` comes to, with the contract that the registry's own macro added.
#[doc(hidden)]
#[proc_macro]
pub fn catalog_of(input: TokenStream) -> TokenStream {
    catalog::expand(input.into()).into()
}

/// What `#[derive(Coded)]` comes to, with the contract that the registry's own macro added.
#[doc(hidden)]
#[proc_macro]
pub fn coded(input: TokenStream) -> TokenStream {
    coded::expand(input.into()).into()
}
