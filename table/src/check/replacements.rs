//! `replaced_by`: the value that replaces a deprecated or retired one.

use std::collections::BTreeMap;

use crate::model::{Extent, Status};
use crate::raw::Placed;
use crate::read::{Draft, DraftRow, Notation};
use crate::report::{Mistake, Sink};
use crate::source::Place;

/// What replaces a value is another code of the table, and not retired.
pub(crate) fn check(draft: &mut Draft, sink: &mut Sink) {
    let code = |row: &DraftRow| match row.extent {
        Some(Extent::Code(value)) => Some((value, (row.place.clone(), row.status))),
        _ => None,
    };
    let codes: BTreeMap<i128, (Place, Status)> = draft.rows.iter().filter_map(code).collect();
    let notation = &draft.head.notation;
    for row in &mut draft.rows {
        let own = row.extent.filter(|extent| !extent.is_range()).map(Extent::first);
        let is_damaged = draft.is_damaged;
        row.replaced_by = row.replaced_by.take().filter(|value| {
            (is_damaged && !codes.contains_key(&value.value)) || is_good(value, own, &codes, notation, sink)
        });
    }
}

fn is_good(
    replacement: &Placed<i128>,
    own: Option<i128>,
    codes: &BTreeMap<i128, (Place, Status)>,
    notation: &Notation,
    sink: &mut Sink,
) -> bool {
    let (place, value) = (replacement.place.clone(), notation.show(replacement.value));
    match codes.get(&replacement.value) {
        _ if own == Some(replacement.value) => sink.report(place, &Mistake::ReplacedByItself { value }),
        None => sink.report(place, &Mistake::UnknownReplacement { value }),
        Some((row, Status::Retired)) => {
            sink.report_between(place, row, &Mistake::RetiredReplacement { value });
        }
        Some(_) => return true,
    }
    false
}
