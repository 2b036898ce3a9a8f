//! Symbols and variant names: rule 3.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashSet};

use crate::check::values::codes;
use crate::identifier::{is_keyword, is_method, variant_name, without_prefix};
use crate::model::Segment;
use crate::notation::Extent;
use crate::read::Located;
use crate::read::{Draft, DraftRow};
use crate::report::{Quoted, Sink, Violation, Word};
use crate::source::Place;

/// Makes symbols, aliases and variant names unique: a row whose symbol or variant name is taken loses its symbol.
pub(crate) fn check(draft: &mut Draft, segments: &[Segment], sink: &mut Sink) {
    let mut in_file_order: Vec<usize> =
        (0..draft.rows.len()).filter(|&row| !draft.rows[row].is_duplicate).collect();
    in_file_order.sort_by_cached_key(|&row| draft.rows[row].place.span.start);
    check_prefix(draft, sink);
    check_symbols(&mut draft.rows, &in_file_order, sink);
    check_readings(draft, sink);
    name_variants(draft, segments);
    check_variants(draft, &in_file_order, sink);
}

/// A prefix that no symbol has is probably misspelt.
fn check_prefix(draft: &Draft, sink: &mut Sink) {
    let Some(prefix) = &draft.head.prefix else { return };
    let mut symbols = draft.rows.iter().filter_map(|row| row.symbol.as_ref()).peekable();
    if symbols.peek().is_some() && symbols.all(|symbol| !symbol.value.starts_with(&prefix.value)) {
        sink.report(prefix.place.clone(), &Violation::UnusedPrefix { prefix: Quoted::new(&prefix.value) });
    }
}

/// Where each name was taken, and by which row; `None` stands for the unlisted values.
type Taken<'a> = BTreeMap<&'a str, (&'a Place, Option<usize>)>;

/// "Unique" among all symbols and aliases, including those of retired rows.
fn check_symbols(rows: &mut [DraftRow], in_file_order: &[usize], sink: &mut Sink) {
    let mut taken = Taken::new();
    let mut refused = Vec::new();
    for &at in in_file_order {
        let row = &rows[at];
        for symbol in row.symbol.iter().chain(&row.aliases) {
            let (first, owner) = match taken.entry(&symbol.value) {
                Entry::Occupied(first) => *first.get(),
                Entry::Vacant(free) => {
                    free.insert((&symbol.place, Some(at)));
                    continue;
                }
            };
            let quoted = Quoted::new(&symbol.value);
            let violation = match owner == Some(at) {
                true => Violation::RepeatedAlias { symbol: quoted },
                // The row has no symbol of its own.
                false if symbol.place == row.place => Violation::DerivedSymbol { symbol: quoted },
                false => Violation::DuplicateSymbol { symbol: quoted },
            };
            sink.report_between(symbol.place.clone(), first, &violation);
            refused.push((at, symbol.place.clone()));
        }
    }
    for (row, place) in refused {
        rows[row].symbol.take_if(|symbol| symbol.place == place);
        rows[row].aliases.retain(|alias| alias.place != place);
    }
}

/// "No symbol is how another row's value is written": a parser could not distinguish them.
fn check_readings(draft: &Draft, sink: &mut Sink) {
    let notation = &draft.head.notation;
    if !notation.has_default_symbols() {
        return;
    }
    let codes = codes(&draft.rows);
    for (at, row) in draft.rows.iter().enumerate() {
        for symbol in row.symbol.iter().chain(&row.aliases) {
            let other = notation.read(&symbol.value).and_then(|value| codes.get(&value));
            if let Some(&other) = other.filter(|other| **other != at) {
                let violation = Violation::SymbolIsValue { symbol: Quoted::new(&symbol.value) };
                sink.report_between(symbol.place.clone(), &draft.rows[other].place, &violation);
            }
        }
    }
}

/// Names the variant of each row that has values.
fn name_variants(draft: &mut Draft, segments: &[Segment]) {
    let mut has_values = vec![false; draft.rows.len()];
    for segment in segments {
        has_values[segment.row] = true;
    }
    for (row, has_values) in draft.rows.iter_mut().zip(has_values) {
        let prefix = draft.head.prefix.as_ref().map_or("", |prefix| &prefix.value);
        let made = |symbol: &Located<String>| {
            Located::new(variant_name(without_prefix(&symbol.value, prefix)), symbol.place.clone())
        };
        let variant = row.variant.take().or_else(|| row.symbol.as_ref().map(made));
        row.variant = variant.filter(|_| has_values);
    }
}

/// "As are the variant names made from them; a clash points at both rows." Aliases are compared with them.
fn check_variants(draft: &mut Draft, in_file_order: &[usize], sink: &mut Sink) {
    let mut taken = Taken::new();
    let mut unnamed = Vec::new();
    if let Some(unlisted) = &draft.head.unlisted {
        taken.insert(&unlisted.value, (&unlisted.place, None));
    }
    for &at in in_file_order {
        let Some(variant) = &draft.rows[at].variant else { continue };
        let (first, owner) = match taken.entry(&variant.value) {
            Entry::Occupied(first) => *first.get(),
            Entry::Vacant(free) => {
                free.insert((&variant.place, Some(at)));
                continue;
            }
        };
        let quoted = Quoted::new(&variant.value);
        let violation = match owner {
            None => Violation::UnlistedVariant { variant: quoted },
            Some(_) => Violation::DuplicateVariant { variant: quoted },
        };
        sink.report_between(variant.place.clone(), first, &violation);
        unnamed.push(at);
    }
    let refused = taken_aliases(draft, &taken, sink);
    for row in unnamed {
        draft.rows[row].symbol = None;
    }
    for (row, place) in refused {
        draft.rows[row].aliases.retain(|alias| alias.place != place);
    }
}

/// An alias of a code becomes a constant of the enum, so it must differ from variants, methods and properties. Reports the
/// others, and returns them with their rows.
fn taken_aliases(draft: &Draft, variants: &Taken<'_>, sink: &mut Sink) -> Vec<(usize, Place)> {
    let columns = draft.properties.iter().map(|property| property.name.as_str());
    let parts = draft.head.parts.iter().map(|part| part.value.name.as_str());
    let properties: HashSet<&str> = columns.chain(parts).collect();
    let mut refused = Vec::new();
    for (at, row) in draft.rows.iter().enumerate() {
        if row.extent.is_none_or(Extent::is_range) {
            continue;
        }
        for Located { value: alias, place } in &row.aliases {
            let reason = match alias.as_str() {
                "LANGUAGES" | "DEFAULT_LANGUAGE" => Word::EnumHasOne,
                _ if variants.contains_key(alias.as_str()) => Word::IsVariant,
                "Self" => Word::IsKeyword,
                // All other names begin with a lower-case letter.
                _ if alias.starts_with(|first: char| !first.is_ascii_lowercase()) => continue,
                _ if is_keyword(alias) => Word::IsKeyword,
                _ if is_method(alias) => Word::EnumHasMethod,
                _ if properties.contains(alias.as_str()) => Word::IsProperty,
                _ => continue,
            };
            sink.report(place.clone(), &Violation::AliasTaken { alias: Quoted::new(alias), reason });
            refused.push((at, place.clone()));
        }
    }
    refused
}
