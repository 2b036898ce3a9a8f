//! Symbols and variant names: rule 3.

use std::collections::{BTreeMap, BTreeSet};

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
    in_file_order.sort_by_key(|&row| draft.rows[row].place.span.start);
    check_prefix(draft, sink);
    check_symbols(&mut draft.rows, &in_file_order, sink);
    check_readings(draft, sink);
    name_variants(draft, segments);
    check_variants(draft, &in_file_order, sink);
    check_aliases(draft, sink);
}

/// A prefix that no symbol has is probably misspelt.
fn check_prefix(draft: &Draft, sink: &mut Sink) {
    let Some(prefix) = &draft.head.prefix else { return };
    let mut symbols = draft.rows.iter().filter_map(|row| row.symbol.as_ref()).peekable();
    if symbols.peek().is_some() && symbols.all(|symbol| !symbol.value.starts_with(&prefix.value)) {
        sink.report(prefix.place.clone(), &Violation::UnusedPrefix { prefix: Quoted::new(&prefix.value) });
    }
}

/// "Unique" among all symbols and aliases, including those of retired rows.
fn check_symbols(rows: &mut [DraftRow], in_file_order: &[usize], sink: &mut Sink) {
    let mut taken: BTreeMap<String, (Place, usize)> = BTreeMap::new();
    for &at in in_file_order {
        let row = &mut rows[at];
        let mut is_free = |symbol: &Located<String>| match taken.get(&symbol.value) {
            Some((first, owner)) => {
                let quoted = Quoted::new(&symbol.value);
                let violation = match *owner == at {
                    true => Violation::RepeatedAlias { symbol: quoted },
                    // The row has no symbol of its own.
                    false if symbol.place == row.place => Violation::DerivedSymbol { symbol: quoted },
                    false => Violation::DuplicateSymbol { symbol: quoted },
                };
                sink.report_between(symbol.place.clone(), first, &violation);
                false
            }
            None => {
                taken.insert(symbol.value.clone(), (symbol.place.clone(), at));
                true
            }
        };
        row.symbol = row.symbol.take().filter(&mut is_free);
        row.aliases.retain(is_free);
    }
}

/// "No symbol is how another row's value is written": a parser could not distinguish them.
fn check_readings(draft: &Draft, sink: &mut Sink) {
    let notation = &draft.head.notation;
    let code = |row: &DraftRow| row.extent.filter(|extent| !extent.is_range()).map(Extent::first);
    let codes: BTreeMap<i128, &Place> =
        draft.rows.iter().filter_map(|row| Some((code(row)?, &row.place))).collect();
    for row in &draft.rows {
        for symbol in row.symbol.iter().chain(&row.aliases) {
            let value = notation.read(&symbol.value).filter(|value| code(row) != Some(*value));
            if let Some(other) = value.and_then(|value| codes.get(&value)) {
                let violation = Violation::SymbolIsValue { symbol: Quoted::new(&symbol.value) };
                sink.report_between(symbol.place.clone(), other, &violation);
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

/// "As are the variant names made from them; a clash points at both rows."
fn check_variants(draft: &mut Draft, in_file_order: &[usize], sink: &mut Sink) {
    let unlisted = draft.head.unlisted.as_ref();
    let mut taken: BTreeMap<String, Place> = BTreeMap::new();
    for &at in in_file_order {
        let row = &mut draft.rows[at];
        let Some(variant) = &row.variant else { continue };
        let quoted = || Quoted::new(&variant.value);
        if let Some(unlisted) = unlisted.filter(|unlisted| unlisted.value == variant.value) {
            let violation = Violation::UnlistedVariant { variant: quoted() };
            sink.report_between(variant.place.clone(), &unlisted.place, &violation);
        } else if let Some(first) = taken.get(&variant.value) {
            let violation = Violation::DuplicateVariant { variant: quoted() };
            sink.report_between(variant.place.clone(), first, &violation);
        } else {
            taken.insert(variant.value.clone(), variant.place.clone());
            continue;
        }
        row.symbol = None;
    }
}

/// An alias of a code becomes a constant of the enum, so it must differ from variants, methods and properties.
fn check_aliases(draft: &mut Draft, sink: &mut Sink) {
    let variants: BTreeSet<String> =
        draft.rows.iter().filter_map(|row| Some(row.variant.as_ref()?.value.clone())).collect();
    let is_property = |name: &str| {
        draft.properties.iter().any(|property| property.name == name)
            || draft.head.parts.iter().any(|part| part.value.name == name)
    };
    let taken = |alias: &str| match alias {
        "LANGUAGES" | "DEFAULT_LANGUAGE" => Some(Word::EnumHasOne),
        _ if is_keyword(alias) => Some(Word::IsKeyword),
        _ if is_method(alias) => Some(Word::EnumHasMethod),
        _ if is_property(alias) => Some(Word::IsProperty),
        _ if variants.contains(alias) => Some(Word::IsVariant),
        _ => None,
    };
    for row in draft.rows.iter_mut().filter(|row| row.extent.is_some_and(|extent| !extent.is_range())) {
        row.aliases.retain(|alias| {
            let reason = taken(&alias.value);
            if let Some(reason) = reason {
                let alias = (alias.place.clone(), Quoted::new(&alias.value));
                sink.report(alias.0, &Violation::AliasTaken { alias: alias.1, reason });
            }
            reason.is_none()
        });
    }
}
