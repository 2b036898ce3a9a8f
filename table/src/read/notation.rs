//! `repr` and `length`: of which type the values are.

use crate::label::Label;
use crate::read::fields::{Fields, Slot};
use crate::read::head::Required;
use crate::read::label;
use crate::report::{Guess, Mistake, Quoted, Sink};
use crate::repr::{LONGEST_TEXT, REPRS, Repr};
use crate::syntax::Kind;

/// How values are written, as far as the table says.
#[derive(Debug, Default)]
pub(crate) struct Notation {
    /// None where the table does not say it, or says something wrong: then values are numbers.
    pub(crate) repr: Option<Repr>,
    pub(crate) label: Option<Label>,
}

impl Notation {
    /// The type, if values are texts.
    pub(crate) fn text(&self) -> Option<Repr> {
        self.repr.filter(|repr| repr.is_text())
    }

    /// The value of another row that a symbol could be taken for: in the form of the label, or a text as it is.
    pub(crate) fn read(&self, text: &str) -> Option<i128> {
        let labelled = self.label.as_ref().and_then(|label| label.read(text));
        labelled.or_else(|| self.text()?.value_of(text))
    }

    /// The value as people see it.
    pub(crate) fn show(&self, value: i128) -> String {
        match (&self.label, self.repr) {
            (Some(label), _) => label.show(value),
            (None, Some(repr)) => repr.show(value),
            (None, None) => value.to_string(),
        }
    }

    /// A range of values as tables write it.
    pub(crate) fn show_range(&self, first: i128, last: i128) -> String {
        let prefix = self.repr.and_then(|repr| repr.prefix(first, last));
        prefix.unwrap_or_else(|| format!("{}..={}", self.show(first), self.show(last)))
    }
}

/// Reads the keys.
pub(crate) fn read(fields: &Fields<'_>, required: &Required<'_>, sink: &mut Sink) -> Notation {
    let repr = repr(fields, required, sink);
    Notation { repr, label: label::read(fields, repr, sink) }
}

/// "u8 u16 u32 u64 i8 i16 i32 i64, or "str"".
fn repr(fields: &Fields<'_>, required: &Required<'_>, sink: &mut Sink) -> Option<Repr> {
    let name = fields.text("repr", sink);
    required.check(&name, "repr", "repr = \"u16\"", sink);
    if name.as_good().is_some_and(|name| name.value == "str") {
        return Some(Repr::Str(length(fields, required, sink)));
    }
    if let Some(entry) = fields.any("length") {
        sink.report(fields.file.place(entry.key.span.clone()), &Mistake::SurplusLength);
    }
    let name = name.good()?;
    let repr = Repr::INTEGERS.into_iter().find(|repr| repr.name() == name.value);
    if repr.is_none() {
        let guess = Guess::new(&name.value, REPRS.into_iter());
        sink.report(name.place, &Mistake::UnknownRepr { found: Quoted::new(&name.value), guess });
    }
    repr
}

/// "`length = 5` is the longest"; where that is wrong, no value is too long.
fn length(fields: &Fields<'_>, required: &Required<'_>, sink: &mut Sink) -> usize {
    let slot = fields.get("length", sink);
    required.check(&slot, "length", "length = 5", sink);
    let Slot::Good(entry) = slot else { return LONGEST_TEXT };
    let length = match entry.value.kind {
        Kind::Integer(number) => number.value().and_then(|number| usize::try_from(number).ok()),
        _ => None,
    };
    let length = length.filter(|length| (1..=LONGEST_TEXT).contains(length));
    if length.is_none() {
        let place = fields.file.place(entry.value.span.clone());
        sink.report(place, &Mistake::InvalidLength { longest: LONGEST_TEXT });
    }
    length.unwrap_or(LONGEST_TEXT)
}
