use proc_macro2::TokenStream;
use quote::quote;

use super::Registry;
use super::data::Kinds;
use super::encode::{Numbers, ids};
use crate::{Radix, Row};

/// `Code`: the tables by which generic code reads them.
pub(super) fn code(registry: &Registry<'_>, texts: &Kinds) -> TokenStream {
    let (name, runtime, repr) = (registry.name, &registry.runtime, &registry.repr);
    let (text, label, macro_name) = (registry.text(), label(registry), &registry.item.macro_name);
    let value = if registry.selection.table.repr.is_text() { quote!(&value) } else { quote!(value) };
    let near = near(registry);
    let names = question(registry, texts, [Kind::Name, Kind::Description, Kind::Message]);
    let descriptions = question(registry, texts, [Kind::Description, Kind::Name, Kind::Message]);
    let messages = question(registry, texts, [Kind::Message, Kind::Description, Kind::Name]);
    let help = answer(&[quote!((__rt::Topic::Help, &HELP))], &Numbers::NONE, false);
    let notes = answer(&[quote!((__rt::Topic::Note, &NOTES))], &Numbers::NONE, false);
    quote! {
        #[doc(hidden)]
        pub struct __Key(());

        #[automatically_derived]
        impl ::#runtime::Code for #name {
            type Value = #repr;
            type Key = __Key;
            const LANGUAGES: &'static [::#runtime::Language] = LANGUAGES.tags;
            const NEAR: &'static [(::#runtime::Language, ::#runtime::Language)] = &__rt::near([#(#near),*]);
            const REGISTRY: &'static str = #text;
            const LABEL: ::core::option::Option<&'static __rt::LabelForm> = #label;
            const EXTENTS: &'static __rt::Extents<#repr> = &EXTENTS;
            const SYMBOLS: &'static __rt::Strings = &SYMBOLS;
            const VARIANTS: &'static __rt::Strings = &VARIANTS;
            const STATUSES: &'static __rt::Property<::#runtime::Status> = &STATUSES;
            const REFERENCES: &'static __rt::Property<&'static [&'static str]> = &REFERENCES;
            const NAMES: __rt::Texts = #names;
            const DESCRIPTIONS: __rt::Texts = #descriptions;
            const MESSAGES: __rt::Texts = #messages;
            const HELP: __rt::Texts = #help;
            const NOTES: __rt::NoteTexts = __rt::NoteTexts {
                texts: #notes,
                firsts: NOTE_FIRSTS,
            };
            #[inline]
            fn from_value(value: #repr) -> ::core::option::Option<Self> { Self::from_value(#value) }
            #[inline]
            fn value(self) -> #repr { Self::value(self) }
            fn row_of_name(name: &str) -> ::core::option::Option<usize> { OF_NAME.row(name) }
            fn description(self, language: ::#runtime::Language) -> &'static str { Self::description(self, language) }
            #[inline]
            fn row(self) -> usize { row(self) }
            ::#runtime::__contract_at_run_time! { #macro_name }
        }
    }
}

/// Pairs of tags: what may be asked for, and what is meant.
fn near(registry: &Registry<'_>) -> Vec<TokenStream> {
    let tags: Vec<&str> = registry.selection.spoken().map(|language| language.tag.as_str()).collect();
    let near = crate::near(&tags);
    near.iter()
        .map(|(request, meant)| (request, tags[*meant]))
        .map(|(request, meant)| quote!((#request, #meant)))
        .collect()
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

    /// Whether every row has such a text in every language, as it is to be read.
    fn is_plain(self, texts: &Kinds) -> bool {
        match self {
            Self::Name => texts.names.is_complete,
            Self::Description => texts.descriptions.is_complete,
            Self::Message => false,
        }
    }

    fn data(self) -> TokenStream {
        match self {
            Self::Name => quote!((__rt::Topic::Name, &NAMES)),
            Self::Description => quote!((__rt::Topic::Description, &DESCRIPTIONS)),
            Self::Message => quote!((__rt::Topic::Message, &MESSAGES)),
        }
    }
}

/// The texts that answer a question by the best kind that each row has. A kind that answers for none is not named:
/// so a program that asks nothing else does not hold it.
fn question(registry: &Registry<'_>, texts: &Kinds, kinds: [Kind; 3]) -> TokenStream {
    let table = registry.selection.table;
    let best = |row: &Row| kinds.iter().position(|kind| kind.is_in(row)).unwrap_or_default();
    // An unlisted value has a name and a description.
    let unlisted = kinds.iter().position(|kind| !matches!(kind, Kind::Message)).unwrap_or_default();
    let best = table.rows.iter().map(best).chain(table.unlisted.as_ref().map(|_| unlisted));
    let answers = ids(best);
    let kinds: Vec<Kind> = answers.values.iter().map(|&best| kinds[best]).collect();
    let data: Vec<TokenStream> = kinds.iter().map(|kind| kind.data()).collect();
    answer(&data, &answers.ids, matches!(*kinds, [kind] if kind.is_plain(texts)))
}

fn answer(kinds: &[TokenStream], kind_of: &Numbers, is_plain: bool) -> TokenStream {
    quote! {
        __rt::Texts {
            languages: &LANGUAGES, kinds: &[#(#kinds),*], kind_of: #kind_of, is_plain: #is_plain, catalogs,
        }
    }
}
