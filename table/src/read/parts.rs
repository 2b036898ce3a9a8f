//! `[part]`: named bits of the values.

use crate::identifier::{is_keyword, is_method, is_snake_case};
use crate::model::Part;
use crate::read::fields::{File, Located, text};
use crate::report::{Quoted, Sink, Violation};
use crate::repr::Repr;
use crate::source::Place;
use crate::syntax::{Entry, Table};

/// A part, and the place of its name.
pub(crate) type DraftPart = Located<Part>;

/// The parts in the order of the file. Without a valid `repr`, they cannot be compared with values.
pub(crate) fn read(
    file: File<'_>,
    table: Option<&Located<&Table<'_>>>,
    repr: Option<&Repr>,
    sink: &mut Sink,
) -> Vec<DraftPart> {
    let (Some(table), Some(repr)) = (table, repr) else { return Vec::new() };
    if repr.is_text() || repr.min() < 0 {
        sink.report(table.place.clone(), &Violation::PartRepr { repr: repr.name() });
        return Vec::new();
    }
    let mut parts: Vec<DraftPart> = Vec::new();
    for Entry { key, value } in table.value.in_file_order() {
        let name = Located::new(key.name.clone().into_owned(), file.place(key.span.clone()));
        let Some(written) = text(file, &name.value, value, sink) else { continue };
        let Some((first, last)) = bits(&written.value) else {
            sink.report(written.place, &Violation::PartBits { found: Quoted::new(&written.value) });
            continue;
        };
        let most = repr.bits() - 1;
        if last > most {
            sink.report(written.place, &Violation::PartWidth { bit: last, repr: repr.name(), most });
            continue;
        }
        let overlaps = |part: &&DraftPart| part.value.first_bit <= last && first <= part.value.last_bit();
        if let Some(known) = parts.iter().find(overlaps) {
            let violation = Violation::PartOverlap { first: Quoted::new(&known.value.name) };
            sink.report_between(written.place, &known.place, &violation);
        } else if check_name(&name, sink) {
            let part = Part { name: name.value, first_bit: first, bits: last - first + 1 };
            parts.push(Located::new(part, name.place));
        }
    }
    parts
}

/// `16-26`, or `7` for a single bit.
fn bits(text: &str) -> Option<(u32, u32)> {
    let bit = |text: &str| text.parse().ok().filter(|bit: &u32| bit.to_string() == text);
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (bit(first)?, bit(last)?);
    (first <= last).then_some((first, last))
}

/// A part becomes a method of the enum, and an argument of the messages of ranges besides `value`.
fn check_name(name: &Located<String>, sink: &mut Sink) -> bool {
    let text = name.value.as_str();
    let is_good = is_snake_case(text) && !is_keyword(text) && !is_method(text);
    if !is_good {
        report_name(text, &name.place, sink);
    }
    is_good
}

/// Reports a name that a part cannot have.
pub(crate) fn report_name(name: &str, place: &Place, sink: &mut Sink) {
    sink.report(place.clone(), &Violation::PartName { name: Quoted::new(name) });
}
