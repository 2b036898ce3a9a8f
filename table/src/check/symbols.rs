//! Symbols and variant names: rule 3.

use std::collections::BTreeMap;

use crate::identifier::{variant_name, without_prefix};
use crate::model::Segment;
use crate::raw::Placed;
use crate::read::{Draft, DraftRow};
use crate::report::{Mistake, Quoted, Sink};
use crate::source::Place;

/// Leaves each symbol, alias and variant name with one row; a row whose symbol or name is taken has none.
pub(crate) fn check(draft: &mut Draft, segments: &[Segment], sink: &mut Sink) {
    let mut in_file_order: Vec<usize> =
        (0..draft.rows.len()).filter(|&row| !draft.rows[row].is_duplicate).collect();
    in_file_order.sort_by_key(|&row| draft.rows[row].place.span.start);
    check_symbols(&mut draft.rows, &in_file_order, sink);
    name_variants(draft, segments);
    check_variants(draft, &in_file_order, sink);
}

/// "Unique": among symbols and aliases, those of retired rows too.
fn check_symbols(rows: &mut [DraftRow], in_file_order: &[usize], sink: &mut Sink) {
    let mut taken: BTreeMap<String, (Place, usize)> = BTreeMap::new();
    for &at in in_file_order {
        let row = &mut rows[at];
        let mut is_free = |symbol: &Placed<String>| match taken.get(&symbol.value) {
            Some((first, owner)) => {
                let quoted = Quoted::new(&symbol.value);
                let mistake = match *owner == at {
                    true => Mistake::RepeatedAlias { symbol: quoted },
                    false => Mistake::DuplicateSymbol { symbol: quoted },
                };
                sink.report_between(symbol.place.clone(), first, &mistake);
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

/// Names a variant for each row that values belong to, and for no other.
fn name_variants(draft: &mut Draft, segments: &[Segment]) {
    let mut has_values = vec![false; draft.rows.len()];
    for segment in segments {
        has_values[segment.row] = true;
    }
    for (row, has_values) in draft.rows.iter_mut().zip(has_values) {
        let made = |symbol: &Placed<String>| {
            Placed::new(variant_name(without_prefix(&symbol.value, &draft.head.prefix)), symbol.place.clone())
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
        let quoted = Quoted::new(&variant.value);
        if let Some(unlisted) = unlisted.filter(|unlisted| unlisted.value == variant.value) {
            let mistake = Mistake::UnlistedVariant { variant: quoted };
            sink.report_between(variant.place.clone(), &unlisted.place, &mistake);
        } else if let Some(first) = taken.get(&variant.value) {
            sink.report_between(variant.place.clone(), first, &Mistake::DuplicateVariant { variant: quoted });
        } else {
            taken.insert(variant.value.clone(), variant.place.clone());
            continue;
        }
        row.symbol = None;
    }
}
