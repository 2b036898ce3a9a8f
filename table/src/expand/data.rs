//! The data of a table, and of a catalogue, as statics.

use std::borrow::Cow;

use code_registry_encoding::formats::{DurationFormat, Formats, ListFormat, NumberFormat, SizeFormat};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use super::encode::{Names, Numbers, Spellings, Strings, Texts, ids};
use super::select::Selection;
use super::values::expression;
use super::{Registry, lex, track};
use crate::{
    Language, LiteralKind, Localized, Message, Row, Table, TextKind, entry, formats_of, is_right_to_left,
    locale_matches, plural, texts_of_language, unlisted,
};

/// The flat tables except those of texts.
pub(super) fn statics(registry: &Registry<'_>) -> Result<TokenStream, String> {
    let languages = languages(registry);
    let extents = extents(registry);
    let (symbols, variants) = (Strings::new(symbols(registry))?, Strings::new(variants(registry))?);
    let of_name = names(registry)?;
    let (statuses, references) = (statuses(registry), references(registry));
    let note_firsts = note_firsts(registry.selection);
    Ok(quote! {
        #languages #extents #statuses #references #note_firsts
        static SYMBOLS: __rt::Strings = #symbols;
        static VARIANTS: __rt::Strings = #variants;
        static OF_NAME: __rt::Names = #of_name;
    })
}

/// The texts of every kind.
pub(super) struct Kinds(Vec<(Ident, Texts)>);

impl Kinds {
    /// # Errors
    /// If a text is too large to be stored.
    pub(super) fn of(selection: &Selection<'_>) -> Result<Self, String> {
        let texts = |kind| match kind {
            TextKind::Literal(kind) => Texts::new(&literals(selection, kind)),
            TextKind::Message => Texts::new(&messages(selection)),
            TextKind::Note => Texts::new(&notes_of_all(selection)),
        };
        let kinds = TextKind::STORED.into_iter().map(|kind| Ok((constant(kind), texts(kind)?)));
        let columns = selection.table.text_columns().enumerate();
        let columns = columns.map(|(number, (at, _))| Ok((text_column(number), texts_of(selection, at)?)));
        kinds.chain(columns).collect::<Result<_, String>>().map(Self)
    }

    /// The texts of a table that has only one language.
    ///
    /// # Errors
    /// If a text is too large to be stored.
    fn of_language(table: &Table) -> Result<Self, String> {
        let constants = TextKind::STORED.into_iter().map(constant);
        let words = (0..table.enums.len()).map(|index| format_ident!("WORDS_{index}"));
        let columns = (0..table.text_columns().count()).map(text_column);
        let kinds = constants.chain(words).chain(columns).zip(texts_of_language(table));
        let kinds = kinds.map(|(constant, texts)| Ok((constant, Texts::new(&[texts])?)));
        kinds.collect::<Result<_, String>>().map(Self)
    }

    /// Each a static of its own, so that the linker drops those that a program never asks for.
    pub(super) fn statics(&self) -> TokenStream {
        self.0.iter().map(|(name, texts)| quote!(static #name: __rt::KindTexts = #texts;)).collect()
    }
}

/// The static that has the texts of a kind.
pub(super) fn constant(kind: TextKind) -> Ident {
    Ident::new(kind.info().constant, Span::call_site())
}

/// The static that has the texts of a column, by its index among the columns with texts.
pub(super) fn text_column(number: usize) -> Ident {
    format_ident!("TEXTS_{number}")
}

/// The texts of the column with this index.
fn texts_of(selection: &Selection<'_>, at: usize) -> Result<Texts, String> {
    let text = |row: &Row, position| {
        let text = row.column_text(at).and_then(|texts| selection.stored(texts, position));
        text.cloned().unwrap_or_default()
    };
    let rows = || selection.table.rows.iter();
    let unlisted = || selection.table.unlisted.as_ref().map(|_| String::new());
    let of = |position| rows().map(|row| text(row, position)).chain(unlisted()).collect::<Vec<_>>();
    Texts::new(&(0..selection.len()).map(of).collect::<Vec<_>>())
}

fn languages(registry: &Registry<'_>) -> TokenStream {
    let (selection, runtime) = (registry.selection, registry.runtime);
    let tags = selection.spoken().map(|language| self::language(runtime, &language.tag));
    let chains = (0..selection.len()).map(|position| {
        let chain = selection.chain(position).iter().copied().map(Literal::usize_unsuffixed);
        quote!(&[#(#chain),*])
    });
    let speech = selection.languages().map(|language| speech(runtime, selection.table, &language.tag));
    let spoken: Vec<&str> = selection.spoken().map(|language| language.tag.as_str()).collect();
    let matches = locale_matches(&spoken).into_iter().map(|(request, column)| {
        let column = Literal::usize_unsuffixed(column);
        quote!((#request, #column))
    });
    let count = selection.spoken().count();
    let slots = (4 * count).next_power_of_two();
    quote! {
        static TAGS: [#runtime::Language; #count] = [#(#tags),*];
        static SLOTS: __rt::SlotArrays<#slots> = __rt::SlotArrays::new(&TAGS);
        static LANGUAGES: __rt::Languages = __rt::Languages {
            tags: &TAGS,
            slots: __rt::SlotArrays::as_slots(&SLOTS),
            matches: &__rt::locale_matches([#(#matches),*]),
            chains: &[#(#chains),*],
            speech: &[#(#speech),*],
        };
        static CATALOGS: __rt::Catalogs = __rt::Catalogs::new();
        // A constant can refer to a static with interior mutability only through a function.
        #[inline]
        fn catalogs() -> &'static __rt::Catalogs { &CATALOGS }
    }
}

/// A language of a table.
pub(super) fn language(runtime: &TokenStream, tag: &str) -> TokenStream {
    quote! {
        match #runtime::Language::new(#tag) {
            ::core::option::Option::Some(__language) => __language,
            ::core::option::Option::None => ::core::panic!("a table's tags are well-formed"),
        }
    }
}

/// How sentences are written in a language of a table.
fn speech(runtime: &TokenStream, table: &Table, tag: &str) -> TokenStream {
    let rules = |ordinal| Literal::byte_string(&plural::compile(tag, ordinal).unwrap_or_default());
    let (cardinal, ordinal) = (rules(false), rules(true));
    let (language, right_to_left) = (language(runtime, tag), is_right_to_left(tag));
    let formats = match formats_of(table, tag) {
        Some(found) => {
            let found = formats(&found);
            quote!(::core::option::Option::Some(&#found))
        }
        None => quote!(::core::option::Option::None),
    };
    quote! {
        __rt::Speech {
            language: #language,
            right_to_left: #right_to_left,
            cardinal: #cardinal,
            ordinal: #ordinal,
            formats: #formats,
        }
    }
}

fn formats(formats: &Formats<'_>) -> TokenStream {
    let Formats { number, and_list, or_list, size, duration } = formats;
    let NumberFormat { zero, decimal, group, minus, infinity, nan, last_group, other_groups, first_group } =
        number;
    let and_list = optional(and_list.map(list));
    let or_list = optional(or_list.map(list));
    let size = optional(size.map(|SizeFormat(units)| quote!(__rt::SizeFormat([#(#units),*]))));
    let duration = optional(duration.map(
        |DurationFormat { units, pair }| quote!(__rt::DurationFormat { units: [#(#units),*], pair: #pair }),
    ));
    quote! {
        __rt::Formats {
            number: __rt::NumberFormat {
                zero: #zero, decimal: #decimal, group: #group, minus: #minus, infinity: #infinity, nan: #nan,
                last_group: #last_group, other_groups: #other_groups, first_group: #first_group,
            },
            and_list: #and_list,
            or_list: #or_list,
            size: #size,
            duration: #duration,
        }
    }
}

fn list(list: ListFormat<'_>) -> TokenStream {
    let ListFormat { pair, start, middle, end, elision } = list;
    let elision = Ident::new(&format!("{elision:?}"), Span::call_site());
    quote! {
        __rt::ListFormat {
            pair: #pair, start: #start, middle: #middle, end: #end, elision: __rt::Elision::#elision,
        }
    }
}

fn optional(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}

fn extents(registry: &Registry<'_>) -> TokenStream {
    let (table, repr) = (registry.selection.table, &registry.repr);
    let rows = &table.rows;
    let value = |value| expression(&registry.selection.table.repr, value);
    let firsts: String = rows.iter().map(|row| value(row.extent.first()) + ",").collect();
    let starts = table.starts();
    let ranges: String = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.extent.is_range())
        .map(|(index, row)| format!("({index},{},{}),", value(row.extent.last()), starts[index]))
        .collect();
    let (firsts, ranges) = (lex(&firsts), lex(&ranges));
    let (count, range_count) = (rows.len(), rows.iter().filter(|row| row.extent.is_range()).count());
    quote! {
        static FIRSTS: [#repr; #count] = [#firsts];
        static RANGES: [(::core::primitive::u32, #repr, ::core::primitive::i128); #range_count] = [#ranges];
        static EXTENTS: __rt::Extents<#repr> = __rt::Extents { firsts: &FIRSTS, ranges: &RANGES };
    }
}

fn symbols<'t>(registry: &Registry<'t>) -> Vec<&'t str> {
    let table = registry.selection.table;
    table.rows.iter().map(|row| row.symbol.as_str()).chain(table.unlisted.as_deref()).collect()
}

fn variants<'t>(registry: &Registry<'t>) -> Vec<&'t str> {
    let table = registry.selection.table;
    table
        .rows
        .iter()
        .map(|row| row.variant.as_deref().unwrap_or_default())
        .chain(table.unlisted.as_deref())
        .collect()
}

/// Every name of a code. Words of a table that are values are names too.
fn names(registry: &Registry<'_>) -> Result<Names, String> {
    let rows = &registry.selection.table.rows;
    let codes = rows.iter().enumerate().filter(|(_, row)| !row.extent.is_range());
    let repr = &registry.selection.table.repr;
    let further = |row: &Row| {
        let word = repr.is_name().then(|| repr.show(row.extent.first())).filter(|word| *word != row.symbol);
        row.aliases.iter().cloned().chain(word).collect()
    };
    let codes: Vec<(usize, &Row, Vec<String>)> =
        codes.map(|(index, row)| (index, row, further(row))).collect();
    let spellings: Vec<Spellings<'_>> = codes
        .iter()
        .filter_map(|(index, row, aliases)| {
            let variant = row.variant.as_deref()?;
            Some(Spellings { row: *index, symbol: &row.symbol, variant, aliases })
        })
        .collect();
    Names::new(&spellings, rows.len())
}

fn statuses(registry: &Registry<'_>) -> TokenStream {
    let (table, runtime) = (registry.selection.table, registry.runtime);
    // A value that no row covers is unassigned.
    let unlisted = table.unlisted.as_ref().map(|_| "Unassigned".to_owned());
    let statuses = ids(table.rows.iter().map(|row| format!("{:?}", row.status)).chain(unlisted));
    let values: String =
        statuses.values.iter().map(|status| format!("{runtime}::Status::{status},")).collect();
    let (values, ids) = (lex(&values), statuses.ids);
    quote! {
        static STATUSES: __rt::Property<#runtime::Status> = __rt::Property { values: &[#values], ids: #ids };
    }
}

/// Where each row is defined: its own references, otherwise those of the registry.
fn references(registry: &Registry<'_>) -> TokenStream {
    let table = registry.selection.table;
    let general = &table.references;
    let own = table.rows.iter().map(|row| if row.references.is_empty() { general } else { &row.references });
    let lists = ids(own.chain(table.unlisted.as_ref().map(|_| general)));
    // `Debug` writes texts as Rust literals.
    let values: String = lists.values.iter().map(|list| format!("&{list:?},")).collect();
    let (values, ids) = (lex(&values), lists.ids);
    quote! {
        static REFERENCES: __rt::Property<&'static [&'static ::core::primitive::str]> =
            __rt::Property { values: &[#values], ids: #ids };
    }
}

/// For each compiled language, the texts of every row and the built-in one for unlisted values. A language that only
/// serves as a fallback has no built-in texts.
fn literals<'t>(selection: &Selection<'t>, kind: LiteralKind) -> Vec<Vec<Cow<'t, str>>> {
    let text = |row: &'t Row, position, right_to_left| match kind {
        LiteralKind::Help if !row.help_message.is_empty() => {
            Cow::Owned(message(selection, row, &row.help_message, position, right_to_left))
        }
        _ => Cow::Borrowed(selection.stored(row.text(kind), position).map_or("", String::as_str)),
    };
    let has_unlisted = selection.table.unlisted.is_some();
    let unlisted: Vec<&str> = selection.spoken().map(|language| unlisted(&language.tag).text(kind)).collect();
    let of = |(position, language): (usize, &Language)| {
        let right_to_left = is_right_to_left(&language.tag);
        let rows = selection.table.rows.iter().map(|row| text(row, position, right_to_left));
        let unlisted = has_unlisted.then(|| unlisted.get(position).copied().unwrap_or_default());
        rows.chain(unlisted.map(Cow::Borrowed)).collect()
    };
    selection.languages().enumerate().map(of).collect()
}

fn messages(selection: &Selection<'_>) -> Vec<Vec<String>> {
    let of = |(position, language): (usize, &Language)| {
        let right_to_left = is_right_to_left(&language.tag);
        let rows = selection.table.rows.iter();
        rows.map(|row| message(selection, row, &row.message, position, right_to_left)).collect()
    };
    selection.languages().enumerate().map(of).collect()
}

/// A sentence of a row as it is stored; empty if it is not stored.
fn message(
    selection: &Selection<'_>,
    row: &Row,
    texts: &Localized<Message>,
    position: usize,
    right_to_left: bool,
) -> String {
    let message = selection.stored(texts, position);
    message.map(|message| entry(message, &row.arguments, right_to_left)).unwrap_or_default()
}

fn notes_of_all<'t>(selection: &Selection<'t>) -> Vec<Vec<&'t str>> {
    let notes = || selection.table.rows.iter().flat_map(|row| &row.notes);
    let text = |note, position| selection.stored(note, position).map_or("", String::as_str);
    (0..selection.len()).map(|position| notes().map(|note| text(note, position)).collect()).collect()
}

/// Where each row's notes begin.
fn note_firsts(selection: &Selection<'_>) -> TokenStream {
    let mut firsts = vec![0];
    for row in &selection.table.rows {
        firsts.push(firsts[firsts.len() - 1] + row.notes.len());
    }
    let count = firsts[firsts.len() - 1];
    // An unlisted value has no notes.
    firsts.extend(selection.table.unlisted.as_ref().map(|_| count));
    let firsts = if count > 0 { firsts.into_iter().collect() } else { Numbers::NONE };
    quote!(static NOTE_FIRSTS: __rt::Numbers = #firsts;)
}

/// Writes a catalogue of a language file, whose table has only that language; `runtime` is the path of `code-registry`.
///
/// # Errors
/// If a text is too large to be stored.
pub fn catalog(
    runtime: &TokenStream,
    registry: &TokenStream,
    table: &Table,
    file: &str,
) -> Result<TokenStream, String> {
    let tag = &table.languages[0].tag;
    let kinds = Kinds::of_language(table)?;
    let (constants, kinds) = (kinds.0.iter().map(|(name, _)| name), kinds.statics());
    let (language, speech, tracked) =
        (language(runtime, tag), speech(runtime, table, tag), track(&[file.to_owned()]));
    let has_arguments = |row: &Row| row.help_message.get(0).is_some_and(|message| !message.is_plain());
    let write_help = optional(table.rows.iter().any(has_arguments).then(|| quote!(__rt::write_help)));
    let matches = locale_matches(&[tag]).into_iter().map(|(request, _)| request);
    Ok(quote! {
        use #runtime::__private as __rt;
        #[allow(dead_code)]
        #tracked
        #kinds
        static TEXTS: __rt::CatalogTexts = __rt::CatalogTexts {
            language: #language,
            matches: &__rt::tags([#(#matches),*]),
            speech: #speech,
            kinds: &[#(&#constants),*],
            write_help: #write_help,
            file: ::core::concat!(::core::env!("CARGO_PKG_NAME"), "/", #file),
        };
        __rt::catalog::<#registry>(&TEXTS)
    })
}
