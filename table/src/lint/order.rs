//! The order of rows in the file.

use crate::read::{Draft, DraftRow};
use crate::report::{Mistake, Quoted, Sink};

/// "Values out of order in the file": a row after one that comes later.
pub(super) fn check(draft: &Draft, sink: &mut Sink) {
    let mut rows: Vec<(_, &DraftRow)> =
        draft.rows.iter().filter_map(|row| Some((row.extent?.order(), row))).collect();
    rows.sort_by_key(|(_, row)| row.place.span.start);
    for pair in rows.windows(2) {
        let [(before_order, before), (order, row)] = pair else { continue };
        if order < before_order {
            let mistake =
                Mistake::RowOrder { row: Quoted::new(&row.label), before: Quoted::new(&before.label) };
            sink.report_between(row.place.clone(), &before.place, &mistake);
        }
    }
}
