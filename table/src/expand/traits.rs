//! The traits of the enum, and the data by which generic code reads its table. As in `methods`, functions that call a
//! generic function are `#[inline]`.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use super::data::constant;
use super::encode::{Numbers, ids};
use super::methods::optional_code;
use super::{Registry, columns, lex, words};
use crate::{ArgumentKind, DataType, LiteralKind, PartForm, Radix, Row, TextKind};

/// `Code` and the data of the table, by which generic code reads it.
pub(super) fn code(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime, repr) = (registry.name, registry.runtime, &registry.repr);
    let (code, table) = (optional_code(registry), table(registry));
    quote! {
        #[doc(hidden)]
        #[derive(::core::fmt::Debug)]
        pub struct __Table(());

        #[automatically_derived]
        impl #runtime::Code for #name {
            type Value = #repr;
            type Table = __Table;
            const LANGUAGES: &'static [#runtime::Language] = LANGUAGES.tags;
            #[inline]
            fn from_value(__value: #repr) -> ::core::option::Option<Self> { #code }
            #[inline]
            fn value(self) -> #repr { to_value(self) }
            fn description(self, __language: #runtime::Language) -> &'static ::core::primitive::str {
                __rt::Texts::get(&<__Table as __rt::Table<#name>>::DESCRIPTIONS, row(self), __language)
            }
        }
        #table
    }
}

fn table(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime, repr) = (registry.name, registry.runtime, &registry.repr);
    let (selection, questions) = (registry.selection, questions(registry));
    let (text, label, macro_name) = (registry.text(), label(registry), &registry.item.macro_name);
    let option = |text: &Option<String>| match text {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    };
    let (url, domain) = (option(&selection.table.url), option(&selection.table.domain));
    let write_help = selection.table.rows.iter().any(|row| selection.has_help_arguments(row)).then(|| {
        quote! {
            const WRITE_HELP: ::core::option::Option<__rt::WriteHelp> =
                ::core::option::Option::Some(__rt::write_help);
        }
    });
    let in_column = LiteralKind::STORED.map(text_in_column);
    let columns = columns::untyped(registry);
    let text_columns = selection.table.text_columns().next().map(|_| {
        let columns = columns::untyped_texts(registry);
        quote! {
            const TEXT_COLUMNS: &'static [(&'static ::core::primitive::str, __rt::Texts)] = #columns;
        }
    });
    quote! {
        #[automatically_derived]
        impl __rt::Table<#name> for __Table {
            const DATA: &'static __rt::Data<#repr> = &__rt::Data {
                registry: #text,
                label: #label,
                extents: &EXTENTS,
                symbols: &SYMBOLS,
                variants: &VARIANTS,
                statuses: &STATUSES,
                references: &REFERENCES,
                url: #url,
            };
            const DOMAIN: ::core::option::Option<&'static ::core::primitive::str> = #domain;
            #questions
            const COLUMNS: &'static [__rt::Column] = #columns;
            #text_columns
            #write_help
            #(#in_column)*
            fn message_in_column(
                __row: ::core::primitive::usize,
                __column: ::core::primitive::usize,
            ) -> &'static ::core::primitive::str {
                __rt::Texts::entry_in_column(&Self::MESSAGES, __row, __column)
            }
            #[inline]
            fn row(__code: #name) -> ::core::primitive::usize { row(__code) }
            fn row_of_name(
                __name: &::core::primitive::str,
            ) -> ::core::option::Option<::core::primitive::usize> {
                __rt::Names::row(&OF_NAME, __name)
            }
            #runtime::__contract_at_run_time! { #macro_name }
        }
    }
}

/// The constants with the texts of each kind.
fn questions(registry: &Registry<'_>) -> TokenStream {
    let questions = TextKind::STORED.into_iter().map(|kind| {
        let (constant, answer) = (constant(kind), question(registry, kind));
        match kind {
            TextKind::Literal(_) | TextKind::Message => quote!(const #constant: __rt::Texts = #answer;),
            TextKind::Note => quote! {
                const #constant: __rt::NoteTexts =
                    __rt::NoteTexts { texts: #answer, firsts: NOTE_FIRSTS };
            },
        }
    });
    questions.collect()
}

/// The function that returns a text of a row. It is compiled with the table, where all that a look-up reads is constant.
fn text_in_column(kind: LiteralKind) -> TokenStream {
    let kind = TextKind::Literal(kind);
    let (name, constant) = (format_ident!("{}_in_column", kind.info().method.0), constant(kind));
    quote! {
        fn #name(
            __row: ::core::primitive::usize,
            __column: ::core::primitive::usize,
        ) -> &'static ::core::primitive::str {
            __rt::Texts::get_in_column(&Self::#constant, __row, __column)
        }
    }
}

/// How a value is shown.
fn label(registry: &Registry<'_>) -> TokenStream {
    let Some(label) = &registry.selection.table.label else { return quote!(::core::option::Option::None) };
    let (before, after, width) = (&label.before, &label.after, label.width);
    let radix_of = |radix: Radix| {
        let name = Ident::new(&format!("{radix:?}"), Span::call_site());
        quote!(__rt::Radix::#name)
    };
    let radix = radix_of(label.radix);
    let parts = label.parts.iter().map(|PartForm { before, shift, bits, width, radix, .. }| {
        let radix = radix_of(*radix);
        quote!(__rt::LabelPart { before: #before, shift: #shift, bits: #bits, width: #width, radix: #radix })
    });
    quote! {
        ::core::option::Option::Some(&__rt::LabelForm {
            before: #before, after: #after, width: #width, radix: #radix, parts: &[#(#parts),*],
        })
    }
}

/// The texts that answer a question by the best kind that each row has. A kind that answers for no row is not named, so
/// that a program that asks nothing else does not contain it.
fn question(registry: &Registry<'_>, kind: TextKind) -> TokenStream {
    let table = registry.selection.table;
    let kinds: Vec<TextKind> = kind.with_substitutes().collect();
    // If the default language lacks a kind, every language does.
    let best = |row: &Row| kinds.iter().position(|kind| row.has_text(*kind, 0)).unwrap_or_default();
    let (answering, kind_of) = match kind.is_optional() {
        true => (vec![(0, kind)], Numbers::NONE),
        false => {
            // An unlisted value has built-in literals.
            let unlisted = kinds.iter().position(|kind| matches!(kind, TextKind::Literal(_)));
            let unlisted = table.unlisted.as_ref().map(|_| unlisted.unwrap_or_default());
            let best = ids(table.rows.iter().map(best).chain(unlisted));
            (best.values.iter().map(|&best| (best, kinds[best])).collect(), best.ids)
        }
    };
    let is_plain = |kind: TextKind, number: usize| match kind {
        TextKind::Literal(literal) if !kind.is_optional() => {
            let mut rows = table.rows.iter().filter(|row| best(row) == number);
            rows.all(|row| registry.selection.is_stored_in_all(row.text(literal)))
        }
        _ => false,
    };
    let data = answering.iter().map(|&(number, kind)| {
        let (index, constant) = (Literal::usize_unsuffixed(kind.index()), constant(kind));
        let is_plain = is_plain(kind, number);
        quote!(__rt::Kind { index: #index, texts: &#constant, is_plain: #is_plain })
    });
    quote! {
        __rt::Texts {
            languages: &LANGUAGES,
            slots: __rt::SlotArrays::as_slots(&SLOTS),
            kinds: &[#(#data),*],
            kind_of: #kind_of,
            catalogs,
        }
    }
}

/// What the messages of ranges show of a value: the values, and the function that makes arguments of them for a row. None
/// if no message shows one, so that other programs need not contain what fills them in.
fn range_arguments(registry: &Registry<'_>) -> Option<TokenStream> {
    let table = registry.selection.table;
    let name = registry.name;
    let value = ("value".to_owned(), quote!(to_value(*self)), None);
    let parts = table.parts.iter().map(|part| {
        let method = lex(&part.name);
        let value = quote!(<#name>::#method(*self));
        let word = part.names.map(|at| {
            let words = lex(&words::rust_name(&registry.text(), &table.enums[at]));
            // The type is that of the widest part with these names.
            let is_widest = table.number_repr(at) == Some(part.repr());
            let number = if is_widest { value.clone() } else { quote!(::core::convert::From::from(#value)) };
            quote!(<#words>::from_number(#number))
        });
        (part.name.clone(), value, word)
    });
    let (mut values, mut arguments) = (Vec::new(), Vec::new());
    for (name, value, word) in [value].into_iter().chain(parts) {
        let place = |at: usize| {
            let at = Literal::usize_unsuffixed(at);
            quote!(__values.#at)
        };
        let word_place = word.is_some().then(|| place(values.len() + 1));
        if let Some(argument) = range_argument(registry, &name, &place(values.len()), word_place.as_ref()) {
            values.push(value);
            values.extend(word);
            arguments.push(quote!((#name, #argument)));
        }
    }
    (!values.is_empty()).then(|| quote!(&(#(#values,)*), |__row, __values| [#(#arguments),*]))
}

/// The argument of the messages of ranges with this name, of the kind that it has in each row; none if no range has it. As a
/// text, it is the `word` that names the value, if there is one.
fn range_argument(
    registry: &Registry<'_>,
    name: &str,
    value: &TokenStream,
    word: Option<&TokenStream>,
) -> Option<TokenStream> {
    let runtime = registry.runtime;
    let (mut is_shown, mut kinds) = (false, Vec::<(&str, Vec<Literal>)>::new());
    for (index, row) in registry.selection.table.rows.iter().enumerate() {
        let argument = row.arguments.iter().find(|argument| argument.name == name);
        if let Some(argument) = argument.filter(|_| row.extent.is_range()) {
            is_shown = true;
            if let Some(constructor) = number_constructor(argument.kind) {
                let row = Literal::usize_unsuffixed(index);
                match kinds.iter_mut().find(|(known, _)| *known == constructor) {
                    Some((_, rows)) => rows.push(row),
                    None => kinds.push((constructor, vec![row])),
                }
            }
        }
    }
    if !is_shown {
        return None;
    }
    let arms = kinds.into_iter().map(|(kind, rows)| {
        let constructor = Ident::new(kind, Span::call_site());
        quote!(#(#rows)|* => #runtime::Argument::#constructor(&#value),)
    });
    let number = quote!(#runtime::Argument::text(&#value));
    let text = match word {
        None => number,
        Some(word) => quote! {
            match &#word {
                ::core::option::Option::Some(__word) => #runtime::Argument::word(__word),
                ::core::option::Option::None => #number,
            }
        },
    };
    Some(quote!(match __row { #(#arms)* _ => #text }))
}

/// The constructor of an argument that is a number; `None` if the number is shown as a text.
fn number_constructor(kind: ArgumentKind) -> Option<&'static str> {
    match kind.data_type() {
        DataType::Integer | DataType::Number => Some(kind.name()),
        DataType::Text | DataType::Listed | DataType::Word | DataType::Duration | DataType::List => None,
    }
}

/// The traits of `core` and of `code-registry` that show, compare and read a code.
pub(super) fn traits(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime, compared) = (registry.name, registry.runtime, compared(registry.name));
    let (format, arguments) = match range_arguments(registry) {
        Some(arguments) => (quote!(fmt_with_value), quote!(, #arguments)),
        None => (quote!(fmt_code), TokenStream::new()),
    };
    quote! {
        #[automatically_derived]
        impl #runtime::Localize for #name {
            #[inline]
            fn fmt_in(
                &self,
                __language: #runtime::Language,
                __f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                __rt::#format(*self, ::core::option::Option::Some(__language), __f #arguments)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            #[inline]
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __rt::#format(*self, ::core::option::Option::None, __f #arguments)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for #name {
            #[inline]
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __rt::fmt_debug(*self, __f)
            }
        }
        #[automatically_derived]
        impl ::core::error::Error for #name {}
        #compared
        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = #runtime::UnknownCode;
            #[inline]
            fn from_str(
                __text: &::core::primitive::str,
            ) -> ::core::result::Result<Self, #runtime::UnknownCode> {
                __rt::parse(__text)
            }
        }
    }
}

/// The traits that compare codes, all by their values.
fn compared(name: &Ident) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl ::core::hash::Hash for #name {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, __state: &mut H) {
                ::core::hash::Hash::hash(&to_value(*self), __state);
            }
        }
        #[automatically_derived]
        impl ::core::cmp::Ord for #name {
            #[inline]
            fn cmp(&self, __other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(&to_value(*self), &to_value(*__other))
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialOrd for #name {
            #[inline]
            fn partial_cmp(&self, __other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, __other))
            }
        }
    }
}

/// The conversions between the enum and its values.
pub(super) fn conversions(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime, repr) = (registry.name, registry.runtime, &registry.repr);
    let (text, table) = (registry.text(), registry.selection.table);
    let from_value = match registry.is_total {
        // Any text can be compared with the words.
        _ if table.repr.is_name() => TokenStream::new(),
        true => quote! {
            #[automatically_derived]
            impl ::core::convert::From<#repr> for #name {
                #[inline]
                fn from(__value: #repr) -> Self { of_value(__value) }
            }
        },
        false => {
            let code = quote!(of_value(__value).ok_or_else(|| #runtime::UnlistedValue::new(#text, __value)));
            try_from(registry, repr, &code)
        }
    };
    let from_text = table.repr.is_text().then(|| {
        let value = match table.repr.is_name() {
            true => quote!(<#name>::from_value(__value)),
            false => quote!(#runtime::CodeStr::new(__value).and_then(<#name>::from_value)),
        };
        let code = quote!(#value.ok_or_else(|| __rt::unlisted_text(#text, __value)));
        try_from(registry, &quote!(&::core::primitive::str), &code)
    });
    quote! {
        #from_value
        #from_text
        #[automatically_derived]
        impl ::core::convert::From<#name> for #repr {
            #[inline]
            fn from(__code: #name) -> Self { to_value(__code) }
        }
    }
}

fn try_from(registry: &Registry<'_>, from: &TokenStream, code: &TokenStream) -> TokenStream {
    let (name, runtime) = (registry.name, registry.runtime);
    quote! {
        #[automatically_derived]
        impl ::core::convert::TryFrom<#from> for #name {
            type Error = #runtime::UnlistedValue;
            #[inline]
            fn try_from(__value: #from) -> ::core::result::Result<Self, #runtime::UnlistedValue> { #code }
        }
    }
}
