//! The values of each row (rules 1 and 2), and the values that replace others.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Segment, Status};
use crate::notation::{Extent, Notation};
use crate::read::Located;
use crate::read::{Draft, DraftRow};
use crate::report::{Quoted, Sink, Violation};
use crate::repr::Repr;

/// Overlaps of one range that are reported.
const OVERLAPS: usize = 4;

/// Leaves each row with values of its own, and sorts the rows: an outer range precedes the rows within it.
pub(super) fn check(draft: &mut Draft, sink: &mut Sink) {
    let repr = &*draft.head.notation.repr.get_or_insert_with(|| fitting(&draft.rows));
    for row in &mut draft.rows {
        check_bounds(repr, row, sink);
    }
    draft.rows.sort_by_cached_key(|row| (row.extent.map(Extent::order), row.place.span.start));
    check_unique(&mut draft.rows, &draft.head.notation, sink);
    check_overlaps(&draft.rows, sink);
}

/// The type for a table without a valid `repr`.
fn fitting(rows: &[DraftRow]) -> Repr {
    let is_negative = rows.iter().filter_map(|row| row.extent).any(|extent| extent.first() < 0);
    if is_negative { Repr::I64 } else { Repr::U64 }
}

/// "Each fits `repr`."
fn check_bounds(repr: &Repr, row: &mut DraftRow, sink: &mut Sink) {
    let Some(extent) = row.extent else { return };
    let (min, max) = (repr.min(), repr.max());
    if extent.first() < min || extent.last() > max {
        let value = Quoted::new(&row.label);
        sink.report(row.place.clone(), &Violation::ValueBounds { value, repr: repr.name(), min, max });
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
        let violation = match extent {
            Extent::Range(first, last) => {
                Violation::DuplicateRange { range: notation.show_range(first, last) }
            }
            Extent::Code(value) => Violation::DuplicateValue { value: notation.show(value) },
        };
        sink.report_between(rows[second].place.clone(), &rows[first].place, &violation);
        (rows[second].extent, rows[second].is_duplicate) = (None, true);
    }
}

/// "A range may lie wholly inside another. Two ranges that overlap otherwise are an error that points at both."
fn check_overlaps(rows: &[DraftRow], sink: &mut Sink) {
    // The ranges that include the current start, by their ends: those that end inside the current range overlap it.
    let mut open: BTreeMap<(i128, usize), &DraftRow> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(Extent::Range(first, last)) = row.extent else { continue };
        while let Some(ended) = open.first_entry().filter(|entry| entry.key().0 < first) {
            ended.remove();
        }
        for other in open.range(..(last, 0)).take(OVERLAPS).map(|(_, other)| other) {
            let violation = Violation::RangeOverlap { range: row.label.clone(), other: other.label.clone() };
            sink.report_between(row.place.clone(), &other.place, &violation);
        }
        open.insert((last, at), row);
    }
}

/// Assigns each value to the innermost row that contains it; a retired row has no values.
///
/// The rows are sorted. If ranges overlap, the values belong to the one that starts later.
pub(super) fn segments(draft: &Draft) -> Vec<Segment> {
    // A range of words is a heading for pages and has no values.
    let has_headings = draft.head.notation.repr.as_ref().is_some_and(Repr::is_name);
    let has_values = |extent: &Extent| !(has_headings && extent.is_range());
    let mut sweep = Sweep { next: i128::MIN, open: Vec::new(), segments: Vec::new() };
    for (row, draft) in draft.rows.iter().enumerate() {
        let extent = draft.extent.filter(|_| draft.status != Status::Retired);
        if let Some(extent) = extent.filter(has_values) {
            sweep.advance_to(extent.first());
            sweep.open.push((extent.last(), row));
        }
    }
    sweep.advance_to(i128::MAX);
    sweep.segments
}

/// A single pass over the values.
struct Sweep {
    /// The first value that is not assigned yet.
    next: i128,
    /// The rows that contain it with their last values, the innermost last.
    open: Vec<(i128, usize)>,
    segments: Vec<Segment>,
}

impl Sweep {
    /// Assigns every value before `end`.
    fn advance_to(&mut self, end: i128) {
        while let Some(&(last, row)) = self.open.last().filter(|_| self.next < end) {
            if last >= self.next {
                let last = last.min(end - 1);
                self.segments.push(Segment { first: self.next, last, row });
                self.next = last + 1;
            } else {
                self.open.pop();
            }
        }
        self.next = self.next.max(end);
    }
}

/// A replacement must be another code of the table that is not retired.
pub(super) fn check_replacements(draft: &mut Draft, sink: &mut Sink) {
    if draft.rows.iter().all(|row| row.replaced_by.is_none()) {
        return;
    }
    let codes = codes(&draft.rows);
    for at in 0..draft.rows.len() {
        let row = &draft.rows[at];
        let Some(value) = &row.replaced_by else { continue };
        let replacement = codes.get(&value.value).map(|&code| &draft.rows[code]);
        let is_good = match replacement {
            None if draft.is_damaged => true,
            _ => is_good_replacement(row, value, replacement, &draft.head.notation, sink),
        };
        if !is_good {
            draft.rows[at].replaced_by = None;
        }
    }
}

fn is_good_replacement(
    row: &DraftRow,
    value: &Located<i128>,
    replacement: Option<&DraftRow>,
    notation: &Notation,
    sink: &mut Sink,
) -> bool {
    let (place, shown) = (value.place.clone(), notation.show(value.value));
    match replacement {
        _ if row.extent == Some(Extent::Code(value.value)) => {
            sink.report(place, &Violation::ReplacedByItself { value: shown });
        }
        None => sink.report(place, &Violation::UnknownReplacement { value: shown }),
        Some(retired) if retired.status == Status::Retired => {
            sink.report_between(place, &retired.place, &Violation::RetiredReplacement { value: shown });
        }
        Some(_) => return true,
    }
    false
}

/// The index of the row of each code.
pub(super) fn codes(rows: &[DraftRow]) -> HashMap<i128, usize> {
    let mut codes = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(Extent::Code(value)) = row.extent {
            codes.insert(value, at);
        }
    }
    codes
}
