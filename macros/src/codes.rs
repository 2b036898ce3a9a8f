//! `#[codes]`, from the tokens to the expansion.

use std::collections::HashSet;

use code_registry_table::expand::{self, Selection};
use code_registry_table::{Reading, Table, beside, nearest};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Ident, LitStr, Path, Token, Visibility, parenthesized};

use crate::package::FileKind;
use crate::{package, report};

pub(crate) fn expand(arguments: TokenStream, item: &TokenStream) -> TokenStream {
    let target = Target::of.parse2(item.clone()).ok();
    let expanded = Item::parse(item.clone()).and_then(|item| registry(arguments.clone(), item));
    match (expanded, target) {
        (Ok(expanded), _) => expanded,
        (Err(error), Some(target)) => {
            let runtime = Arguments::parse(arguments.clone()).map(|arguments| arguments.runtime());
            let runtime = runtime.unwrap_or_else(|_| package::runtime());
            let words = names_of_word_enums(path_in(arguments), &target.name);
            let poisoned = poisoned(&target, &runtime, &[error.to_compile_error()], &words);
            let item = target.is_value.then_some(item);
            quote!(#item #poisoned)
        }
        // The user's enum is kept, so that its name is not reported as missing too.
        (Err(error), None) => {
            let error = error.to_compile_error();
            quote!(#item #error)
        }
    }
}

fn registry(arguments: TokenStream, item: Item) -> syn::Result<TokenStream> {
    let arguments = Arguments::parse(arguments)?;
    let path = arguments.path.value();
    let text = package::read(&path, FileKind::Table).map_err(|reason| {
        syn::Error::new(arguments.path.span(), format!("cannot read `{path}`: {reason}"))
    })?;
    let reading = code_registry_table::read(&path, &text, &mut |file| {
        package::read(&beside(&path, file), FileKind::Texts)
    });
    if reading.has_errors() && reading.table.rows.is_empty() && !path.ends_with(".toml") {
        let help = package::other_path(&path, FileKind::Table);
        let message = format!("`{path}` is not a table, which is a TOML file with `[registry]`; {help}");
        return Err(syn::Error::new(arguments.path.span(), message));
    }
    let runtime = arguments.runtime();
    let wanted = arguments.languages.as_deref().map(|tags| columns(&reading.table, tags));
    let (wanted, unknown) = wanted.unzip();
    let selection = Selection::new(&reading.table, wanted);
    let span = arguments.path.span();
    if reading.lacks_names() {
        let errors = report::errors(&reading, &selection, span);
        let target = Target { name: item.name, visibility: item.visibility, is_value: false };
        let mut words = expand::names_of_word_enums(&target.name, &reading.table);
        if words.is_empty() && !package::names_registry(&text) {
            words = names_of_word_enums(Some(path), &target.name);
        }
        return Ok(poisoned(&target, &runtime, &errors, &words));
    }
    let registry = expand::registry(&placed(item, runtime, &reading), &reading, &selection)
        .map_err(|reason| syn::Error::new(span, reason))?;
    let unknown = unknown.flatten().map(|error| error.to_compile_error());
    let diagnostics = report::diagnostics(&reading, &selection, span);
    Ok(quote!(#registry #unknown #diagnostics))
}

/// The path of the table, if the arguments contain one.
fn path_in(arguments: TokenStream) -> Option<String> {
    let mut literals = arguments.into_iter().filter_map(|token| syn::parse2::<LitStr>(token.into()).ok());
    literals.next().map(|path| path.value())
}

/// More tables than these are not read after an error in the path.
const MOST_TABLES_READ: usize = 8;

/// The names of the enums for columns of words, if the table cannot be read: those of the table that is probably meant,
/// or of any.
fn names_of_word_enums(path: Option<String>, name: &Ident) -> Vec<TokenStream> {
    let path = path.unwrap_or_else(|| "codes.toml".to_owned());
    let of_table = |path: String| {
        let text = package::read(&path, FileKind::Table).ok().filter(|text| package::names_registry(text))?;
        let table = code_registry_table::read("", &text, &mut |_| Err(String::new())).table;
        Some(expand::names_of_word_enums(name, &table))
    };
    let similar = || package::similar_file(&path, FileKind::Table).and_then(of_table);
    let of_any = || {
        let tables = package::files(FileKind::Table).into_iter().take(MOST_TABLES_READ);
        let mut known = HashSet::new();
        let names = tables.filter_map(of_table).flatten();
        names.filter(|name| known.insert(name.to_string())).collect()
    };
    of_table(path.clone())
        .or_else(similar)
        .or_else(|| of_table(format!("{path}/codes.toml")))
        .unwrap_or_else(of_any)
}

/// The name and the visibility of an item.
struct Target {
    name: Ident,
    visibility: Visibility,
    /// It is a function or a constant, whose name is not that of a type.
    is_value: bool,
}

/// The words before the name of an item that is not an enum, a struct or a union.
const OTHER_ITEMS: [&str; 7] = ["const", "extern", "fn", "mod", "static", "trait", "type"];

impl Target {
    /// The name of an item of any kind, which follows its keywords.
    fn of(input: ParseStream<'_>) -> syn::Result<Self> {
        input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        let (mut is_value, mut begins) = (false, false);
        loop {
            let word = input.call(Ident::parse_any)?;
            let text = word.to_string();
            match text.as_str() {
                "async" | "unsafe" | "mut" => {}
                "enum" | "struct" | "union" if !begins => begins = true,
                _ if OTHER_ITEMS.contains(&text.as_str()) => {
                    begins = true;
                    is_value |= matches!(text.as_str(), "const" | "fn" | "static");
                }
                _ if begins => {
                    let rest: TokenStream = input.parse()?;
                    drop(rest);
                    return Ok(Self { name: word, visibility, is_value });
                }
                _ => return Err(input.error("not an item")),
            }
        }
    }
}

/// A type in place of a registry whose table or attribute has errors, and a macro with an empty contract.
///
/// The type contains the first error. The compiler reports it there, and no errors where the type, its variants or its
/// methods are used.
fn poisoned(
    target: &Target,
    runtime: &TokenStream,
    errors: &[TokenStream],
    words: &[TokenStream],
) -> TokenStream {
    let Target { name, visibility, is_value: _ } = target;
    let (first, others) =
        errors.split_first().map_or((None, &[][..]), |(first, others)| (Some(first), others));
    let broken = Ident::new(&format!("__{}_broken", name.unraw()), Span::call_site());
    let hidden = macro_name(name);
    let export = matches!(visibility, Visibility::Public(_)).then(|| quote!(#[macro_export]));
    let dollar = proc_macro2::Punct::new('$', proc_macro2::Spacing::Alone);
    quote! {
        #[doc(hidden)]
        #[allow(dead_code, non_camel_case_types, unreachable_pub)]
        pub struct #broken<const N: ::core::primitive::usize>;
        #[allow(dead_code, non_camel_case_types)]
        #visibility type #name = #broken<{ #first }>;
        #(#[allow(dead_code)] #visibility type #words = #name;)*
        #(#others)*
        #runtime::__contract! { (#dollar) [#export] [#visibility] #name #hidden "" }
    }
}

/// The enum in this package.
fn placed(item: Item, runtime: TokenStream, reading: &Reading) -> expand::Item {
    let Item { attributes, visibility, name } = item;
    expand::Item {
        attributes: quote!(#(#attributes)*),
        is_public: matches!(visibility, Visibility::Public(_)),
        visibility: visibility.into_token_stream(),
        macro_name: macro_name(&name),
        name,
        runtime,
        folder: package::folder_in_workspace(),
        files: reading.sources.iter().map(|source| source.path.clone()).collect(),
    }
}

/// The name of the macro with the contract, which no other registry of the crate has: an exported macro is in the root
/// of the crate, whatever module its enum is in. It contains no line number or counter, so that the same enum has the
/// same name.
fn macro_name(name: &Ident) -> Ident {
    // FNV-1a.
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    for byte in package::origin(name).bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    }
    Ident::new(&format!("__{}_{hash:016x}", name.unraw()), name.span())
}

/// The arguments of `#[codes("path", languages("…"), crate = path)]`.
struct Arguments {
    path: LitStr,
    /// The languages to compile in; `None` for all.
    languages: Option<Vec<LitStr>>,
    /// The path of `code-registry`, if the package reaches it through another crate.
    runtime: Option<Path>,
}

impl Arguments {
    fn parse(tokens: TokenStream) -> syn::Result<Self> {
        if tokens.is_empty() {
            let message = "missing path of the table; write `#[codes(\"codes.toml\")]`";
            return Err(syn::Error::new(Span::call_site(), message));
        }
        Parse::parse.parse2(tokens)
    }
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = input.parse::<LitStr>().map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected the path of a table in quotes: `#[codes(\"codes.toml\")]`",
            )
        })?;
        let mut arguments = Self { path, languages: None, runtime: None };
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if !input.is_empty() {
                arguments.option(input)?;
            }
        }
        Ok(arguments)
    }
}

impl Arguments {
    fn option(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        if input.peek(Token![crate]) {
            return self.set_runtime(input);
        }
        let unknown = "the options are `languages(\"en\", \"it\")` and `crate = path`";
        let name = input.parse::<Ident>().map_err(|error| syn::Error::new(error.span(), unknown))?;
        if name != "languages" {
            return Err(syn::Error::new(name.span(), format!("unknown option `{name}`; {unknown}")));
        }
        if self.languages.is_some() {
            return Err(syn::Error::new(name.span(), "`languages` is given twice"));
        }
        let tags = languages(input).map_err(|error| {
            syn::Error::new(error.span(), "expected languages in quotes: `languages(\"en\", \"it\")`")
        })?;
        if tags.is_empty() {
            return Err(syn::Error::new(
                name.span(),
                "`languages` needs at least one language: `languages(\"it\")`",
            ));
        }
        self.languages = Some(tags.into_iter().collect());
        Ok(())
    }

    fn set_runtime(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let name = input.parse::<Token![crate]>()?;
        if self.runtime.is_some() {
            return Err(syn::Error::new(name.span, "`crate` is given twice"));
        }
        self.runtime = Some(package::runtime_path(name.span, input)?);
        Ok(())
    }

    /// The path of `code-registry`.
    fn runtime(&self) -> TokenStream {
        self.runtime.as_ref().map_or_else(package::runtime, ToTokens::to_token_stream)
    }
}

/// The tags in the parentheses after `languages`.
fn languages(input: ParseStream<'_>) -> syn::Result<Punctuated<LitStr, Token![,]>> {
    let content;
    parenthesized!(content in input);
    Punctuated::parse_terminated(&content)
}

/// The user's empty enum.
struct Item {
    /// All attributes except the derives that the expansion has itself.
    attributes: Vec<Attribute>,
    visibility: Visibility,
    name: Ident,
}

/// What every registry enum implements; deriving these would implement them twice, or order codes by variant.
const OWN_TRAITS: [&str; 8] = ["Clone", "Copy", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

impl Item {
    fn parse(tokens: TokenStream) -> syn::Result<Self> {
        let input: DeriveInput = syn::parse2(tokens).map_err(|error| {
            syn::Error::new(error.span(), "`#[codes]` needs an empty enum: `pub enum Code {}`")
        })?;
        check_shape(&input)?;
        check_attributes(&input.attrs)?;
        let attributes = input.attrs.into_iter().map(without_own_traits).collect::<syn::Result<_>>()?;
        Ok(Self { attributes, visibility: input.vis, name: input.ident })
    }
}

/// A derive distinguishes a registry from a module, and from a code, by the first letter.
pub(crate) const EXPECTED_CAPITAL: &str = "the name of a registry must begin with a capital letter";

/// Whether a name begins as that of a registry does.
pub(crate) fn is_capitalized(name: &Ident) -> bool {
    let name = name.unraw().to_string();
    name.chars().find(|first| *first != '_').is_some_and(|first| !first.is_lowercase())
}

fn check_shape(input: &DeriveInput) -> syn::Result<()> {
    let name = &input.ident;
    let keyword = match &input.data {
        Data::Enum(data) => {
            if let Some(variant) = data.variants.first() {
                let message = "the variants come from the table; leave the braces empty";
                return Err(syn::Error::new_spanned(variant, message));
            }
            if !input.generics.params.is_empty() {
                return Err(syn::Error::new_spanned(
                    &input.generics,
                    "a registry cannot have generic parameters",
                ));
            }
            if !is_capitalized(name) {
                return Err(syn::Error::new(name.span(), EXPECTED_CAPITAL));
            }
            return Ok(());
        }
        Data::Struct(data) => data.struct_token.span,
        Data::Union(data) => data.union_token.span,
    };
    Err(syn::Error::new(keyword, format!("`#[codes]` needs an empty enum: `enum {name} {{}}`")))
}

/// Refuses what would be expanded beside the registry, and cause errors there.
fn check_attributes(attributes: &[Attribute]) -> syn::Result<()> {
    let is_last = |path: &Path, name: &str| path.segments.last().is_some_and(|last| last.ident == name);
    if let Some(second) = attributes.iter().find(|attribute| is_last(attribute.path(), "codes")) {
        return Err(syn::Error::new_spanned(second.path(), "`#[codes]` is given twice"));
    }
    for derive in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        let traits = derive.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)?;
        if let Some(coded) = traits.iter().find(|path| is_last(path, "Coded")) {
            let message = "`Coded` is for error types; a registry has codes of its own, so remove the derive";
            return Err(syn::Error::new_spanned(coded, message));
        }
    }
    Ok(())
}

fn without_own_traits(mut attribute: Attribute) -> syn::Result<Attribute> {
    if attribute.path().is_ident("derive") {
        let traits = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)?;
        let others: Punctuated<Path, Token![,]> = traits.into_iter().filter(|path| !is_own(path)).collect();
        attribute = syn::parse_quote!(#[derive(#others)]);
    }
    Ok(attribute)
}

fn is_own(path: &Path) -> bool {
    let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let is_std = names.len() == 1 || matches!(names[0].as_str(), "core" | "std");
    is_std && names.last().is_some_and(|name| OWN_TRAITS.contains(&name.as_str()))
}

/// The columns of the requested languages, and the errors of those that the table lacks.
fn columns(table: &Table, wanted: &[LitStr]) -> (Vec<usize>, Option<syn::Error>) {
    let (found, unknown): (Vec<_>, Vec<_>) =
        wanted.iter().partition(|tag| table.language(&tag.value()).is_some());
    let mistakes = unknown.into_iter().map(|tag| unknown_language(table, tag)).reduce(|mut all, mistake| {
        all.combine(mistake);
        all
    });
    (found.iter().filter_map(|tag| table.language(&tag.value())).collect(), mistakes)
}

fn unknown_language(table: &Table, tag: &LitStr) -> syn::Error {
    let wanted = tag.value();
    let tags = || table.languages.iter().map(|language| language.tag.as_str());
    let help = match nearest(&wanted, tags()) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => format!("; it has {}", tags().map(|tag| format!("`{tag}`")).collect::<Vec<_>>().join(", ")),
    };
    syn::Error::new(tag.span(), format!("the table has no language `{wanted}`{help}"))
}
