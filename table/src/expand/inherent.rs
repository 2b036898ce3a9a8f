use proc_macro2::TokenStream;
use quote::quote;

use super::{Registry, lex, properties};

/// What the enum does: each a line that reads a table.
///
/// What calls a generic function is `#[inline]`, here and in `traits`: so it is compiled where it is used. A debug build
/// of the table's crate would compile each into a unit of its own, and describe the whole enum to the debugger in each.
pub(super) fn inherent(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime, repr) = (registry.name, &registry.runtime, &registry.repr);
    let aliases = lex(&aliases(registry));
    let (value, properties) = (value(registry), properties::methods(registry));
    let (from_value, texts) = (from_value(registry), texts(registry));
    quote! {
        impl #name {
            /// The languages compiled in; the first is the default language.
            pub const LANGUAGES: &'static [::#runtime::Language] = LANGUAGES.tags;
            #aliases
            #from_value
            /// The value.
            #[inline]
            pub const fn value(self) -> #repr { #value }
            /// The value as people see it: in the form that the table's `label` gives it.
            #[inline]
            pub fn label(self) -> ::#runtime::Label<Self> { <Self as ::#runtime::Code>::label(self) }
            /// The symbol as the table has it; the variant's name for an unlisted value.
            #[inline]
            pub const fn symbol(self) -> &'static str { SYMBOLS.get(row(self)) }
            #texts
            /// The state of the value in its registry.
            #[inline]
            pub const fn status(self) -> ::#runtime::Status { STATUSES.get(row(self)) }
            /// Where the code is defined: what its row says, else what the registry says.
            #[inline]
            pub const fn references(self) -> &'static [&'static str] { REFERENCES.get(row(self)) }
            #properties
            /// Every row of the table in numeric order, an outer range before what lies in it.
            #[inline]
            pub fn rows() -> ::#runtime::Rows<Self> { <Self as ::#runtime::Code>::rows() }
        }
    }
}

/// What says something in a language. None is to be inlined into other crates: here the compiler knows the tables.
fn texts(registry: &Registry<'_>) -> TokenStream {
    let runtime = &registry.runtime;
    quote! {
        /// A short label.
        pub fn name(self, language: ::#runtime::Language) -> &'static str {
            <Self as ::#runtime::Code>::NAMES.get(row(self), language)
        }
        /// What the code means.
        pub fn description(self, language: ::#runtime::Language) -> &'static str {
            <Self as ::#runtime::Code>::DESCRIPTIONS.get(row(self), language)
        }
        /// What the reader can do.
        pub fn help(self, language: ::#runtime::Language) -> ::core::option::Option<&'static str> {
            <Self as ::#runtime::Code>::HELP.get_optional(row(self), language)
        }
        /// The notes, in the order of the table.
        pub fn notes(self, language: ::#runtime::Language) -> ::#runtime::Notes {
            <Self as ::#runtime::Code>::NOTES.get(row(self), language)
        }
        /// The message with arguments named at run time; one that is missing shows as `{name}`.
        #[inline]
        pub fn format<'a>(
            self,
            language: ::#runtime::Language,
            arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
        ) -> ::#runtime::Filled<'a, Self> {
            <Self as ::#runtime::Code>::format(self, language, arguments)
        }
        /// The code, to be shown in a language, whatever language is current.
        #[inline]
        pub fn localized(&self, language: ::#runtime::Language) -> ::#runtime::Localized<'_, Self> {
            <Self as ::#runtime::Localize>::localized(self, language)
        }
    }
}

/// The code of a value; where values are texts, of any text.
fn from_value(registry: &Registry<'_>) -> TokenStream {
    let (runtime, repr, table) = (&registry.runtime, &registry.repr, registry.selection.table);
    let code = match registry.is_total {
        true => quote!(::core::option::Option::Some(of_value(value))),
        false => quote!(of_value(value)),
    };
    let doc = "The code or range that a value belongs to; none where nothing stands for it.";
    if table.repr.is_text() {
        quote! {
            #[doc = #doc]
            #[inline]
            pub const fn from_value(value: &str) -> ::core::option::Option<Self> {
                match ::#runtime::CodeStr::new(value) {
                    ::core::option::Option::Some(value) => #code,
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }
        }
    } else {
        quote! {
            #[doc = #doc]
            #[inline]
            pub const fn from_value(value: #repr) -> ::core::option::Option<Self> { #code }
        }
    }
}

/// Further symbols of a value, as constants.
fn aliases(registry: &Registry<'_>) -> String {
    let codes = registry.selection.table.rows.iter().filter(|row| !row.extent.is_range());
    let constants =
        codes.filter_map(|row| Some((row.variant.as_deref()?, row))).flat_map(|(variant, row)| {
            let constant = move |alias: &String| {
                format!(
                    "/// `{}` under another name.\npub const {alias}: Self = Self::{variant};\n",
                    row.symbol
                )
            };
            row.aliases.iter().map(constant)
        });
    constants.collect()
}

fn value(registry: &Registry<'_>) -> TokenStream {
    let table = registry.selection.table;
    let ranges =
        table.rows.iter().filter(|row| row.extent.is_range()).filter_map(|row| row.variant.as_deref());
    let arms: String = ranges
        .chain(table.unlisted.as_deref())
        .map(|name| format!("Self::{name}(value) => value.get(),"))
        .collect();
    let arms = lex(&arms);
    quote!(match self { #arms _ => FIRSTS[row(self)] })
}
