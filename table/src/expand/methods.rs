//! The methods of the enum: each is a line that reads a table or calls `code-registry`.
//!
//! Functions that call a generic function are `#[inline]`, so that they are compiled where they are used. Otherwise a
//! debug build of the crate with the table compiles each into a unit of its own, and describes the whole enum to the
//! debugger in each. Functions that look up texts are not inlined into other crates: here the compiler knows the
//! tables.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use super::data::constant;
use super::{Registry, columns, lex, words};
use crate::{LiteralKind, Part, TextKind};

/// The methods of the enum.
pub(super) fn inherent(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime, repr) = (registry.name, registry.runtime, &registry.repr);
    let aliases = lex(&aliases(registry));
    let (from_value, texts, columns) = (from_value(registry), texts(registry), columns::methods(registry));
    let (negotiation, parts) = (negotiation(registry), parts(registry));
    quote! {
        impl #name {
            /// The languages compiled in; the first is the default language.
            pub const LANGUAGES: &'static [#runtime::Language] = LANGUAGES.tags;
            /// The language of texts that no other language has.
            pub const DEFAULT_LANGUAGE: #runtime::Language = LANGUAGES.tags[0];
            #aliases
            #from_value
            /// The value.
            #[inline]
            pub const fn value(self) -> #repr { to_value(self) }
            /// The value as it is displayed, in the form of the table's `label`.
            #[inline]
            pub fn label(self) -> #runtime::Label<Self> { <Self as #runtime::Code>::label(self) }
            /// The symbol in the table; for an unlisted value, the name of its variant.
            #[inline]
            pub const fn symbol(self) -> &'static ::core::primitive::str {
                __rt::Strings::get(&SYMBOLS, row(self))
            }
            #texts
            /// The state of the value in its registry.
            #[inline]
            pub const fn status(self) -> #runtime::Status { __rt::Property::get(&STATUSES, row(self)) }
            /// Where the code is defined: the references of its row, otherwise those of the registry.
            #[inline]
            pub const fn references(self) -> &'static [&'static ::core::primitive::str] {
                __rt::Property::get(&REFERENCES, row(self))
            }
            /// The address of the page of the code in `language`, or in the language of the table that `language` falls back
            /// to. `None` if the table has no `url`, or if the value has no row.
            #[inline]
            pub fn url(self, __language: #runtime::Language) -> ::core::option::Option<#runtime::Url<Self>> {
                <Self as #runtime::Code>::url(self, __language)
            }
            #columns
            #parts
            /// The texts in a language, to look up many of them.
            #[inline]
            pub fn texts(__language: #runtime::Language) -> #runtime::CodeTexts<Self> {
                #runtime::CodeTexts::new(__language)
            }
            /// Every row of the table in numeric order, an outer range before the rows inside it.
            #[inline]
            pub fn rows() -> #runtime::Rows<Self> { <Self as #runtime::Code>::rows() }
            #negotiation
        }
    }
}

/// A method for each part of the value, and the code of these parts.
fn parts(registry: &Registry<'_>) -> TokenStream {
    let (table, repr) = (registry.selection.table, &registry.repr);
    let type_of = |part: &Part| {
        let name = Ident::new(part.repr().name(), Span::call_site());
        quote!(::core::primitive::#name)
    };
    let methods = table.parts.iter().map(|part| {
        let (name, kind, shift, mask) = (lex(&part.name), type_of(part), part.first_bit, mask(part));
        let bits = if part.bits == 1 { "Bit" } else { "Bits" };
        let names = part.names.map(|at| words::rust_name(&registry.text(), &table.enums[at]));
        let names = names.map(|name| format!(" [`{name}::from_number`] names it.")).unwrap_or_default();
        let doc = format!(" {bits} {} of the value.{names}", part.range());
        quote! {
            #[doc = #doc]
            #[inline]
            pub const fn #name(self) -> #kind { ((to_value(self) >> #shift) & #mask) as #kind }
        }
    });
    let methods = quote!(#(#methods)*);
    if !table.parts_cover_values() {
        return methods;
    }
    let argument = |part: &Part| format_ident!("__{}", part.name);
    let arguments = table.parts.iter().map(|part| {
        let (name, kind) = (argument(part), type_of(part));
        quote!(#name: #kind)
    });
    let checks = table.parts.iter().filter(|part| part.max() < part.repr().max()).map(|part| {
        let (name, mask) = (argument(part), mask(part));
        quote!(if #name > #mask { return ::core::option::Option::None; })
    });
    let values = table.parts.iter().map(|part| {
        let (name, shift) = (argument(part), part.first_bit);
        quote!(((#name as #repr) << #shift))
    });
    quote! {
        #methods
        /// The code with these parts. `None` if a number does not fit its part, or if no row covers the value and the table has
        /// no `unlisted`.
        #[inline]
        pub const fn from_parts(#(#arguments),*) -> ::core::option::Option<Self> {
            #(#checks)*
            Self::from_value(#(#values)|*)
        }
    }
}

/// The greatest number that a part can be.
fn mask(part: &Part) -> Literal {
    Literal::i128_unsuffixed(part.max())
}

/// The methods that choose a language for a request.
fn negotiation(registry: &Registry<'_>) -> TokenStream {
    let runtime = registry.runtime;
    quote! {
        /// The language that suits an `Accept-Language` header best; `None` if the header accepts no language of the table.
        #[inline]
        pub fn negotiate(
            __accept_language: impl ::core::convert::AsRef<[::core::primitive::u8]>,
        ) -> ::core::option::Option<#runtime::Language> {
            <Self as #runtime::Code>::negotiate(__accept_language)
        }
        /// The language of the table that matches the first matching tag. `None` if no tag matches.
        #[inline]
        pub fn first_of<'a>(
            __tags: impl ::core::iter::IntoIterator<Item = &'a ::core::primitive::str>,
        ) -> ::core::option::Option<#runtime::Language> {
            <Self as #runtime::Code>::first_of(__tags)
        }
        #runtime::__system_language! {}
    }
}

/// The methods that return texts.
fn texts(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime) = (registry.name, registry.runtime);
    let table = quote!(<__Table as __rt::Table<#name>>);
    let [(format, format_doc), (notes, notes_doc)] = [TextKind::Message, TextKind::Note].map(method);
    let literals = LiteralKind::STORED.map(|kind| literal(runtime, &table, TextKind::Literal(kind)));
    quote! {
        #(#literals)*
        #[doc = #notes_doc]
        pub fn #notes(self, __language: #runtime::Language) -> #runtime::Notes {
            __rt::NoteTexts::get(&#table::NOTES, row(self), __language)
        }
        #[doc = #format_doc]
        #[inline]
        pub fn #format<'a>(
            self,
            __language: #runtime::Language,
            __arguments: &'a [(&'a ::core::primitive::str, #runtime::Argument<'a>)],
        ) -> #runtime::FormattedMessage<'a, Self> {
            <Self as #runtime::Code>::format(self, __language, __arguments)
        }
        /// The code, to be shown in this language, whatever the current language is.
        #[inline]
        pub fn localized(&self, __language: #runtime::Language) -> #runtime::Localized<'_, Self> {
            <Self as #runtime::Localize>::localized(self, __language)
        }
    }
}

/// The method of a kind, and its documentation.
fn method(kind: TextKind) -> (Ident, String) {
    let (name, doc) = kind.info().method;
    (Ident::new(name, Span::call_site()), format!(" {doc}"))
}

/// The method that returns the texts of a kind without arguments.
fn literal(runtime: &TokenStream, table: &TokenStream, kind: TextKind) -> TokenStream {
    let ((method, doc), constant) = (method(kind), constant(kind));
    let text = quote!(&'static ::core::primitive::str);
    let (output, get) = match kind.is_optional() {
        true => (quote!(::core::option::Option<#text>), quote!(get_optional)),
        false => (text, quote!(get)),
    };
    quote! {
        #[doc = #doc]
        pub fn #method(self, __language: #runtime::Language) -> #output {
            __rt::Texts::#get(&#table::#constant, row(self), __language)
        }
    }
}

/// The code of a value; if values are words, of any text.
fn from_value(registry: &Registry<'_>) -> TokenStream {
    let (repr, code) = (&registry.repr, optional_code(registry));
    if registry.selection.table.repr.is_name() {
        return quote! {
            /// The code that is this word; `None` if the table does not list the word.
            #[inline]
            pub fn from_value(__value: &::core::primitive::str) -> ::core::option::Option<Self> { #code }
        };
    }
    quote! {
        /// The code or range that a value belongs to; `None` if no row covers it and the table has no `unlisted`.
        #[inline]
        pub const fn from_value(__value: #repr) -> ::core::option::Option<Self> { #code }
    }
}

/// The code of `__value`, as an `Option`.
pub(super) fn optional_code(registry: &Registry<'_>) -> TokenStream {
    match registry.is_total {
        _ if registry.selection.table.repr.is_name() => quote!(of_text(__value)),
        true => quote!(::core::option::Option::Some(of_value(__value))),
        false => quote!(of_value(__value)),
    }
}

/// Further symbols of a value, as constants.
fn aliases(registry: &Registry<'_>) -> String {
    let codes = registry.selection.table.rows.iter().filter(|row| !row.extent.is_range());
    let mut constants = String::new();
    for (variant, row) in codes.filter_map(|row| Some((row.variant.as_deref()?, row))) {
        for alias in &row.aliases {
            constants += &format!(
                "/// `{}` under another name.\npub const {alias}: Self = Self::{variant};\n",
                row.symbol
            );
        }
    }
    constants
}
