//! Which values belong to a row: rules 1 and 2.

use std::collections::BTreeMap;

use crate::model::Extent;
use crate::read::{Draft, DraftRow, Notation};
use crate::report::{Mistake, Quoted, Sink};
use crate::repr::Repr;

/// More overlaps of one range say nothing more.
const OVERLAPS: usize = 4;

/// Leaves rows with values of their own, in the order of the table: an outer range before what lies in it.
pub(crate) fn check(draft: &mut Draft, sink: &mut Sink) {
    let repr = *draft.head.notation.repr.get_or_insert_with(|| fitting(&draft.rows));
    for row in &mut draft.rows {
        check_bounds(repr, row, sink);
    }
    draft.rows.sort_by_key(|row| (row.extent.map(Extent::order), row.place.span.start));
    check_unique(&mut draft.rows, &draft.head.notation, sink);
    check_overlaps(&draft.rows, sink);
}

/// A type for a table that does not say its own.
fn fitting(rows: &[DraftRow]) -> Repr {
    let is_negative = rows.iter().filter_map(|row| row.extent).any(|extent| extent.first() < 0);
    if is_negative { Repr::I64 } else { Repr::U64 }
}

/// "Each fits `repr`."
fn check_bounds(repr: Repr, row: &mut DraftRow, sink: &mut Sink) {
    let Some(extent) = row.extent else { return };
    let (min, max) = (repr.min(), repr.max());
    if extent.first() < min || extent.last() > max {
        let value = Quoted::new(&row.label);
        sink.report(row.place.clone(), &Mistake::ValueBounds { value, repr: repr.name(), min, max });
        row.extent = None;
    }
}

/// "No value has two rows."
fn check_unique(rows: &mut [DraftRow], notation: &Notation, sink: &mut Sink) {
    let mut first = 0;
    for second in 1..rows.len() {
        let Some(extent) = rows[second].extent.filter(|extent| rows[first].extent == Some(*extent)) else {
            first = second;
            continue;
        };
        let mistake = match extent {
            Extent::Range(first, last) => Mistake::DuplicateRange { range: notation.show_range(first, last) },
            Extent::Code(value) => Mistake::DuplicateValue { value: notation.show(value) },
        };
        sink.report_between(rows[second].place.clone(), &rows[first].place, &mistake);
        (rows[second].extent, rows[second].is_duplicate) = (None, true);
    }
}

/// "A range may lie wholly inside another. Two ranges that overlap otherwise are an error that points at both."
fn check_overlaps(rows: &[DraftRow], sink: &mut Sink) {
    // The ranges around the current one by their ends: those that end inside it started before it.
    let mut open: BTreeMap<(i128, usize), &DraftRow> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(Extent::Range(first, last)) = row.extent else { continue };
        while let Some(ended) = open.first_entry().filter(|entry| entry.key().0 < first) {
            ended.remove();
        }
        for other in open.range(..(last, 0)).take(OVERLAPS).map(|(_, other)| other) {
            let mistake = Mistake::RangeOverlap { range: row.label.clone(), other: other.label.clone() };
            sink.report_between(row.place.clone(), &other.place, &mistake);
        }
        open.insert((last, at), row);
    }
}
