//! `[part]`: named bits of the values.

use crate::identifier::{is_keyword, is_method, is_snake_case};
use crate::model::Part;
use crate::read::DraftEnum;
use crate::read::fields::{Fields, File, Located, text, wrong_type};
use crate::report::{Guess, Quoted, Sink, Violation};
use crate::repr::Repr;
use crate::schema::{self, ValueType};
use crate::source::Place;
use crate::syntax::{Entry, Table, Value};

/// A part, and the place of its name.
#[derive(Debug)]
pub(crate) struct DraftPart {
    pub(crate) value: Part,
    pub(crate) place: Place,
    /// The enum with the names of its numbers.
    names: Option<Located<String>>,
}

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
        let Some((written, names)) = part(file, &name, value, sink) else { continue };
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
            let part = Part { name: name.value, first_bit: first, bits: last - first + 1, names: None };
            parts.push(DraftPart { value: part, place: name.place, names });
        }
    }
    parts
}

/// The bits of a part and the enum with its names: `"16-26"`, or `{ bits = "16-26", names = "facility" }`.
fn part(
    file: File<'_>,
    name: &Located<String>,
    value: &Value<'_>,
    sink: &mut Sink,
) -> Option<(Located<String>, Option<Located<String>>)> {
    if value.as_str().is_some() {
        return Some((text(file, &name.value, value, sink)?, None));
    }
    let Some(table) = value.as_table() else {
        wrong_type(file, &name.value, value, ValueType::Part, sink);
        return None;
    };
    let fields = Fields::open(file, table, &schema::PART, sink);
    let bits = fields.text("bits", sink);
    if bits.is_missing() {
        let violation =
            Violation::MissingKey { key: "bits", parent: schema::PART.name, example: "bits = \"16-26\"" };
        sink.report(name.place.clone(), &violation);
    }
    Some((bits.good()?, fields.text("names", sink).good()))
}

/// Finds the enums with the names of parts.
pub(crate) fn find_names(parts: &mut [DraftPart], enums: &[DraftEnum], sink: &mut Sink) {
    for part in parts {
        let Some(names) = &part.names else { continue };
        let Some(at) = enums.iter().position(|one| one.name == names.value) else {
            let guess = Guess::among(&names.value, enums.iter().map(|one| one.name.as_str()));
            let violation = Violation::PartNames { found: Quoted::new(&names.value), guess };
            sink.report(names.place.clone(), &violation);
            continue;
        };
        // Words with errors have been reported.
        let Some(words) = &enums[at].words else { continue };
        part.value.names = Some(at);
        for word in words {
            let Some(number) = word.number else {
                let violation = Violation::PartWords { found: Quoted::new(&names.value) };
                sink.report_between(names.place.clone(), &word.place, &violation);
                part.value.names = None;
                break;
            };
            if number > part.value.max() {
                let (word_text, name) = (Quoted::new(&word.word), Quoted::new(&part.value.name));
                let most = part.value.max();
                let violation = Violation::PartNumber { word: word_text, number, name, most };
                sink.report_between(word.place.clone(), &part.place, &violation);
            }
        }
    }
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
