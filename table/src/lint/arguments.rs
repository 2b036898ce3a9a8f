//! Arguments that are declared for nothing.

use std::collections::BTreeSet;

use crate::raw::Slot;
use crate::read::{DraftMessage, DraftPiece, DraftRow};
use crate::report::{Mistake, Quoted, Sink};

/// "An argument no language uses."
pub(super) fn check(row: &DraftRow, sink: &mut Sink) {
    let column = &row.texts.message;
    let is_known = !row.is_damaged && !column.iter().any(|slot| matches!(slot, Slot::Broken));
    let Some(declared) = row.arguments.as_good().filter(|_| is_known) else { return };
    let mut used = BTreeSet::new();
    for message in column.iter().filter_map(Slot::as_good) {
        add(&message.value, &mut used);
    }
    for argument in declared.value.iter().filter(|argument| !used.contains(argument.name.as_str())) {
        let mistake = Mistake::UnusedArgument { name: Quoted::new(&argument.name) };
        sink.report(argument.place.clone(), &mistake);
    }
}

/// Adds what a message shows, and what it chooses by.
fn add<'a>(message: &'a DraftMessage, used: &mut BTreeSet<&'a str>) {
    match message {
        DraftMessage::Pattern(pieces) => {
            used.extend(pieces.value.iter().filter_map(|piece| match piece {
                DraftPiece::Argument(name) => Some(name.value.as_str()),
                DraftPiece::Text(_) => None,
            }));
        }
        DraftMessage::Choice(choice) => {
            used.insert(&choice.argument.value);
            choice.cases.iter().for_each(|(_, message)| add(message, used));
        }
    }
}
