use code_registry_table::{Radix, Row};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;

use super::{Registry, lex, properties};
use crate::encode::ids;

/// What the enum does: each a line that calls `code-registry`.
pub(super) fn impls(registry: &Registry<'_>) -> TokenStream {
    let (inherent, code, traits) = (inherent(registry), code(registry), traits(registry));
    let conversions = conversions(registry);
    quote!(#inherent #code #traits #conversions)
}

fn inherent(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime, repr) = (registry.name, &registry.runtime, &registry.repr);
    let aliases = lex(&aliases(registry));
    let (value, properties) = (value(registry), properties::methods(registry));
    let from_value = from_value(registry);
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
            pub fn label(self) -> ::#runtime::Label<Self> { <Self as ::#runtime::Code>::label(self) }
            /// The symbol as the table has it; the variant's name for an unlisted value.
            #[inline]
            pub const fn symbol(self) -> &'static str { SYMBOLS.get(row(self)) }
            /// A short label.
            #[inline]
            pub const fn name(self, language: ::#runtime::Language) -> &'static str {
                <Self as ::#runtime::Code>::NAMES.get(row(self), language)
            }
            /// What the code means.
            #[inline]
            pub const fn description(self, language: ::#runtime::Language) -> &'static str {
                <Self as ::#runtime::Code>::DESCRIPTIONS.get(row(self), language)
            }
            /// What the reader can do.
            #[inline]
            pub const fn help(self, language: ::#runtime::Language) -> ::core::option::Option<&'static str> {
                <Self as ::#runtime::Code>::HELP.get_optional(row(self), language)
            }
            /// The notes, in the order of the table.
            #[inline]
            pub const fn notes(self, language: ::#runtime::Language) -> ::#runtime::Notes {
                <Self as ::#runtime::Code>::NOTES.get(row(self), language)
            }
            /// The state of the value in its registry.
            #[inline]
            pub const fn status(self) -> ::#runtime::Status { STATUSES.get(row(self)) }
            #properties
            /// The message with arguments named at run time; one that is missing shows as `{name}`.
            pub fn format<'a>(
                self,
                language: ::#runtime::Language,
                arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
            ) -> ::#runtime::Filled<'a, Self> {
                <Self as ::#runtime::Code>::format(self, language, arguments)
            }
            /// The code, to be shown in a language, whatever language is current.
            pub fn localized(&self, language: ::#runtime::Language) -> ::#runtime::Localized<'_, Self> {
                <Self as ::#runtime::Localize>::localized(self, language)
            }
            /// Every row of the table in numeric order, an outer range before what lies in it.
            pub fn rows() -> ::#runtime::Rows<Self> { <Self as ::#runtime::Code>::rows() }
        }
    }
}

/// The code of a value; where values are texts, of any text.
fn from_value(registry: &Registry<'_>) -> TokenStream {
    let (runtime, repr, table) = (&registry.runtime, &registry.repr, registry.selection.table);
    let code = match table.is_total() {
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

fn code(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime, repr) = (registry.name, &registry.runtime, &registry.repr);
    let (text, label) = (name.unraw().to_string(), label(registry));
    let value = if registry.selection.table.repr.is_text() { quote!(&value) } else { quote!(value) };
    let names = question(registry, [Kind::Name, Kind::Description, Kind::Message]);
    let descriptions = question(registry, [Kind::Description, Kind::Name, Kind::Message]);
    let messages = question(registry, [Kind::Message, Kind::Description, Kind::Name]);
    quote! {
        #[doc(hidden)]
        pub struct __Key(());

        #[automatically_derived]
        impl ::#runtime::Code for #name {
            type Value = #repr;
            type Key = __Key;
            const LANGUAGES: &'static [::#runtime::Language] = LANGUAGES.tags;
            const REGISTRY: &'static str = #text;
            const LABEL: ::core::option::Option<&'static __rt::LabelForm> = #label;
            const EXTENTS: &'static __rt::Extents<#repr> = &EXTENTS;
            const SYMBOLS: &'static __rt::Column = &SYMBOLS;
            const VARIANTS: &'static __rt::Column = &VARIANTS;
            const SPELLINGS: &'static __rt::Spellings = &SPELLINGS;
            const STATUSES: &'static __rt::Property<::#runtime::Status> = &STATUSES;
            const NAMES: __rt::Texts = #names;
            const DESCRIPTIONS: __rt::Texts = #descriptions;
            const MESSAGES: __rt::Texts = #messages;
            const HELP: __rt::Texts = __rt::Texts { languages: &LANGUAGES, kinds: &[&HELP], kind_of: &[] };
            const NOTES: __rt::NoteTexts = __rt::NoteTexts {
                texts: __rt::Texts { languages: &LANGUAGES, kinds: &[&NOTES], kind_of: &[] },
                firsts: NOTE_FIRSTS,
            };
            #[inline]
            fn from_value(value: #repr) -> ::core::option::Option<Self> { Self::from_value(#value) }
            #[inline]
            fn value(self) -> #repr { Self::value(self) }
            #[inline]
            fn row(self) -> usize { row(self) }
        }
    }
}

/// How a value is shown.
fn label(registry: &Registry<'_>) -> TokenStream {
    let Some(label) = &registry.selection.table.label else { return quote!(::core::option::Option::None) };
    let (before, after, width) = (&label.before, &label.after, label.width);
    let digits = match label.radix {
        Radix::Decimal => 'd',
        Radix::LowerHexadecimal => 'x',
        Radix::UpperHexadecimal => 'X',
    };
    quote! {
        ::core::option::Option::Some(&__rt::LabelForm {
            before: #before, after: #after, width: #width, digits: #digits,
        })
    }
}

/// A kind of text that every row may have.
#[derive(Clone, Copy)]
enum Kind {
    Name,
    Description,
    Message,
}

impl Kind {
    /// What the default language lacks of a kind, no other has.
    fn is_in(self, row: &Row) -> bool {
        match self {
            Self::Name => row.name.get(0).is_some(),
            Self::Description => row.description.get(0).is_some(),
            Self::Message => row.message.get(0).is_some(),
        }
    }

    fn data(self) -> TokenStream {
        match self {
            Self::Name => quote!(NAMES),
            Self::Description => quote!(DESCRIPTIONS),
            Self::Message => quote!(MESSAGES),
        }
    }
}

/// The texts that answer a question by the best kind that each row has. A kind that answers for none is not named:
/// so a program that asks nothing else does not hold it.
fn question(registry: &Registry<'_>, kinds: [Kind; 3]) -> TokenStream {
    let table = registry.selection.table;
    let best = |row: &Row| kinds.iter().position(|kind| kind.is_in(row)).unwrap_or_default();
    // An unlisted value has a name and a description.
    let unlisted = kinds.iter().position(|kind| !matches!(kind, Kind::Message)).unwrap_or_default();
    let best = table.rows.iter().map(best).chain(table.unlisted.as_ref().map(|_| unlisted));
    let answers = ids(best);
    let data = if answers.values.is_empty() {
        vec![kinds[0].data()]
    } else {
        answers.values.iter().map(|&best| kinds[best].data()).collect()
    };
    let kind_of = Literal::byte_string(&answers.ids);
    quote!(__rt::Texts { languages: &LANGUAGES, kinds: &[#(&#data),*], kind_of: #kind_of })
}

fn traits(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime) = (registry.name, &registry.runtime);
    quote! {
        #[automatically_derived]
        impl ::#runtime::Localize for #name {
            fn fmt_in(&self, language: ::#runtime::Language, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __rt::fmt_code(*self, ::core::option::Option::Some(language), f)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __rt::fmt_code(*self, ::core::option::Option::None, f)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { __rt::fmt_debug(*self, f) }
        }
        #[automatically_derived]
        impl ::core::error::Error for #name {}
        #[automatically_derived]
        impl ::core::hash::Hash for #name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(&self.value(), state);
            }
        }
        #[automatically_derived]
        impl ::core::cmp::Ord for #name {
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(&self.value(), &other.value())
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialOrd for #name {
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }
        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = ::#runtime::UnknownCode;
            fn from_str(text: &str) -> ::core::result::Result<Self, ::#runtime::UnknownCode> { __rt::parse(text) }
        }
    }
}

fn conversions(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime, repr) = (registry.name, &registry.runtime, &registry.repr);
    let (text, table) = (name.unraw().to_string(), registry.selection.table);
    let from_value = match table.is_total() {
        true => quote! {
            #[automatically_derived]
            impl ::core::convert::From<#repr> for #name {
                #[inline]
                fn from(value: #repr) -> Self { of_value(value) }
            }
        },
        false => {
            let code = quote!(of_value(value).ok_or_else(|| ::#runtime::UnlistedValue::new(#text, value)));
            try_from(registry, repr, &code)
        }
    };
    let from_text = table.repr.is_text().then(|| {
        let code = quote!(Self::from_value(value).ok_or_else(|| __rt::unlisted_text(#text, value)));
        try_from(registry, &quote!(&str), &code)
    });
    quote! {
        #from_value
        #from_text
        #[automatically_derived]
        impl ::core::convert::From<#name> for #repr {
            fn from(code: #name) -> Self { code.value() }
        }
    }
}

fn try_from(registry: &Registry<'_>, from: &TokenStream, code: &TokenStream) -> TokenStream {
    let (name, runtime) = (registry.name, &registry.runtime);
    quote! {
        #[automatically_derived]
        impl ::core::convert::TryFrom<#from> for #name {
            type Error = ::#runtime::UnlistedValue;
            fn try_from(value: #from) -> ::core::result::Result<Self, ::#runtime::UnlistedValue> { #code }
        }
    }
}
