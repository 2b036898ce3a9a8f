//! `args`: the contract of a message's arguments.

use crate::model::ArgumentKind;
use crate::read::fields::{Fields, Placed, Slot, text};
use crate::read::pattern::check_name;
use crate::report::{Guess, Mistake, Quoted, Sink};
use crate::source::Place;
use crate::syntax::Entry;

/// An argument of the contract.
#[derive(Debug, Clone)]
pub(crate) struct DraftArgument {
    pub(crate) name: String,
    pub(crate) place: Place,
    /// None where the table says something wrong.
    pub(crate) kind: Option<ArgumentKind>,
}

/// The arguments in the order of the file, and the place of `args`; nothing where the row has no `args`.
pub(crate) fn read(fields: &Fields<'_>, sink: &mut Sink) -> Slot<Placed<Vec<DraftArgument>>> {
    let file = fields.file;
    fields.table("args", sink).and_then(|args| {
        let mut arguments = Vec::new();
        for Entry { key, value } in args.value.in_file_order() {
            let name = Placed::new(key.name.clone().into_owned(), file.place(key.span.clone()));
            let kind = text(file, &name.value, value, sink).and_then(|kind| self::kind(kind, sink));
            if check_name(&name, sink) {
                arguments.push(DraftArgument { name: name.value, place: name.place, kind });
            }
        }
        Some(Placed::new(arguments, args.place))
    })
}

/// "text, integer, number (with a fraction)".
fn kind(name: Placed<String>, sink: &mut Sink) -> Option<ArgumentKind> {
    let known = ArgumentKind::named(&name.value);
    if known.is_none() {
        let guess = Guess::new(&name.value, ArgumentKind::NAMES.iter().copied());
        sink.report(name.place, &Mistake::UnknownArgumentKind { found: Quoted::new(&name.value), guess });
    }
    known
}
