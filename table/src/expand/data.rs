use crate::{Localized, Row, entry, plural, unlisted};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::encode::{Column, ids, numbers};
use super::select::Selection;
use super::values::expression;
use super::{Registry, lex};

/// The flat tables, each a static of its own, so that the linker drops those that a program never asks for.
pub(super) fn statics(registry: &Registry<'_>) -> Result<TokenStream, String> {
    let selection = registry.selection;
    let languages = languages(registry);
    let extents = extents(registry);
    let symbols = static_column("SYMBOLS", &symbols(registry))?;
    let variants = static_column("VARIANTS", &variants(registry))?;
    let spellings = spellings(registry)?;
    let statuses = statuses(registry);
    let own = unlisted_texts(selection);
    let names = static_texts("NAMES", selection, &with_own(selection, &own.names, |row| &row.name))?;
    let own_descriptions = with_own(selection, &own.descriptions, |row| &row.description);
    let descriptions = static_texts("DESCRIPTIONS", selection, &own_descriptions)?;
    let messages = static_texts("MESSAGES", selection, &messages(selection))?;
    let help = static_texts("HELP", selection, &with_own(selection, &[], |row| &row.help))?;
    let notes = notes(selection)?;
    Ok(quote! {
        #languages #extents #symbols #variants #spellings #statuses #names #descriptions #messages #help #notes
    })
}

fn languages(registry: &Registry<'_>) -> TokenStream {
    let (selection, runtime) = (registry.selection, &registry.runtime);
    let tags = selection.spoken().map(|language| {
        let tag = &language.tag;
        quote! {
            match ::#runtime::Language::new(#tag) {
                ::core::option::Option::Some(language) => language,
                ::core::option::Option::None => ::core::panic!("a table's tags are well-formed"),
            }
        }
    });
    let chains = (0..selection.len()).map(|position| {
        let chain = selection.chain(position).iter().copied().map(Literal::usize_unsuffixed);
        quote!(&[#(#chain),*])
    });
    let speech = selection.languages().map(|language| speech(&language.tag));
    quote! {
        static LANGUAGES: __rt::Languages = __rt::Languages {
            tags: &[#(#tags),*],
            chains: &[#(#chains),*],
            speech: &[#(#speech),*],
        };
    }
}

fn speech(tag: &str) -> TokenStream {
    let rules = |ordinal| Literal::byte_string(&plural::compile(tag, ordinal).unwrap_or_default());
    let (cardinal, ordinal) = (rules(false), rules(true));
    let right_to_left = crate::is_right_to_left(tag);
    quote!(__rt::Speech { right_to_left: #right_to_left, cardinal: #cardinal, ordinal: #ordinal })
}

fn extents(registry: &Registry<'_>) -> TokenStream {
    let (table, repr) = (registry.selection.table, &registry.repr);
    let rows = &table.rows;
    let value = |value| expression(registry.selection.table.repr, value);
    let firsts: String = rows.iter().map(|row| value(row.extent.first()) + ",").collect();
    let ranges: String = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.extent.is_range())
        .map(|(index, row)| format!("({index},{},{}),", value(row.extent.last()), table.start(index)))
        .collect();
    let (firsts, ranges) = (lex(&firsts), lex(&ranges));
    let (count, range_count) = (rows.len(), rows.iter().filter(|row| row.extent.is_range()).count());
    quote! {
        static FIRSTS: [#repr; #count] = [#firsts];
        static RANGES: [(u32, #repr, i128); #range_count] = [#ranges];
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

/// Every name of a code, sorted, with its row; a symbol before a variant's name that another row's symbol equals.
fn spellings(registry: &Registry<'_>) -> Result<TokenStream, String> {
    let rows = || {
        let codes = registry.selection.table.rows.iter().enumerate();
        codes.filter(|(_, row)| row.variant.is_some() && !row.extent.is_range())
    };
    let symbols = rows().flat_map(|(index, row)| {
        let aliases = row.aliases.iter().map(String::as_str);
        std::iter::once(row.symbol.as_str()).chain(aliases).map(move |symbol| (symbol, index))
    });
    let variants = rows().filter_map(|(index, row)| Some((row.variant.as_deref()?, index)));
    let mut spellings: Vec<(&str, usize)> = symbols.chain(variants).collect();
    spellings.sort_by_key(|&(name, _)| name);
    spellings.dedup_by_key(|&mut (name, _)| name);
    let names: Vec<&str> = spellings.iter().map(|&(name, _)| name).collect();
    let (column, count) = (Column::new(&names)?, names.len());
    let rows = Literal::byte_string(&numbers(spellings.iter().map(|&(_, row)| row)));
    Ok(quote! {
        static SPELLINGS: __rt::Spellings = __rt::Spellings { names: #column, count: #count, rows: #rows };
    })
}

fn statuses(registry: &Registry<'_>) -> TokenStream {
    let (table, runtime) = (registry.selection.table, &registry.runtime);
    // Nobody has a claim to a value that no row covers.
    let unlisted = table.unlisted.as_ref().map(|_| "Unassigned".to_owned());
    let statuses = ids(table.rows.iter().map(|row| format!("{:?}", row.status)).chain(unlisted));
    let values: String =
        statuses.values.iter().map(|status| format!("::{runtime}::Status::{status},")).collect();
    let (values, ids) = (lex(&values), Literal::byte_string(&statuses.ids));
    quote! {
        static STATUSES: __rt::Property<::#runtime::Status> = __rt::Property { values: &[#values], ids: #ids };
    }
}

/// What is said, in each language compiled in, of a value that no row covers.
#[derive(Default)]
struct Own {
    names: Vec<&'static str>,
    descriptions: Vec<&'static str>,
}

fn unlisted_texts(selection: &Selection<'_>) -> Own {
    if selection.table.unlisted.is_none() {
        return Own::default();
    }
    let texts = || selection.spoken().map(|language| unlisted(&language.tag));
    Own {
        names: texts().map(|text| text.name).collect(),
        descriptions: texts().map(|text| text.description).collect(),
    }
}

/// For each language compiled in, the texts of every row, and its own for an unlisted value.
fn with_own<'t>(
    selection: &Selection<'t>,
    own: &[&'t str],
    of: impl Fn(&'t Row) -> &'t Localized,
) -> Vec<Vec<&'t str>> {
    let text = |row, position| selection.stored(of(row), position).map_or("", String::as_str);
    (0..selection.len())
        .map(|position| {
            let rows = selection.table.rows.iter().map(|row| text(row, position));
            rows.chain(own.get(position).copied()).collect()
        })
        .collect()
}

fn messages(selection: &Selection<'_>) -> Vec<Vec<String>> {
    let stored = |row: &Row, position| {
        let message = selection.stored(&row.message, position);
        message.map(|message| entry(message, &row.arguments)).unwrap_or_default()
    };
    (0..selection.len())
        .map(|position| selection.table.rows.iter().map(|row| stored(row, position)).collect())
        .collect()
}

fn notes(selection: &Selection<'_>) -> Result<TokenStream, String> {
    let rows = &selection.table.rows;
    let notes = || rows.iter().flat_map(|row| &row.notes);
    let columns: Vec<Vec<&str>> = (0..selection.len())
        .map(|position| {
            notes().map(|note| selection.stored(note, position).map_or("", String::as_str)).collect()
        })
        .collect();
    let texts = static_texts("NOTES", selection, &columns)?;
    let mut firsts = vec![0];
    for row in rows {
        firsts.push(firsts[firsts.len() - 1] + row.notes.len());
    }
    // An unlisted value has no notes.
    firsts.extend(selection.table.unlisted.as_ref().map(|_| firsts[firsts.len() - 1]));
    let any = notes().next().is_some();
    let firsts = Literal::byte_string(&if any { numbers(firsts) } else { Vec::new() });
    Ok(quote! {
        #texts
        static NOTE_FIRSTS: &[u8] = #firsts;
    })
}

fn static_column(name: &str, rows: &[&str]) -> Result<TokenStream, String> {
    let (name, column) = (lex(name), Column::new(rows)?);
    Ok(quote!(static #name: __rt::Column = #column;))
}

/// A static with a column for each language, or with none where no row has such a text.
fn static_texts<T: AsRef<str>>(
    name: &str,
    selection: &Selection<'_>,
    languages: &[Vec<T>],
) -> Result<TokenStream, String> {
    let name = lex(name);
    let none = languages.iter().flatten().all(|text| text.as_ref().is_empty());
    let count = if none { 0 } else { selection.len() };
    let columns =
        languages.iter().take(count).map(|rows| Column::new(rows)).collect::<Result<Vec<_>, _>>()?;
    Ok(quote!(static #name: [__rt::Column; #count] = [#(#columns),*];))
}
