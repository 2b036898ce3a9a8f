//! The values cut into pieces, each of one row.

use crate::model::Segment;
use crate::model::Status;
use crate::read::DraftRow;

/// Gives each value to the innermost row around it; a retired row has no values.
///
/// The rows are in the order of the table. Where ranges overlap by mistake, the one that starts later has the values.
pub(crate) fn cut(rows: &[DraftRow]) -> Vec<Segment> {
    let mut sweep = Sweep { next: i128::MIN, open: Vec::new(), segments: Vec::new() };
    for (row, draft) in rows.iter().enumerate() {
        if let Some(extent) = draft.extent.filter(|_| draft.status != Status::Retired) {
            sweep.advance_to(extent.first());
            sweep.open.push((extent.last(), row));
        }
    }
    sweep.advance_to(i128::MAX);
    sweep.segments
}

/// Goes through the values once.
struct Sweep {
    /// The first value that has not been given away.
    next: i128,
    /// The rows around it with their last values, the innermost last.
    open: Vec<(i128, usize)>,
    segments: Vec<Segment>,
}

impl Sweep {
    /// Gives away every value before `end`.
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
