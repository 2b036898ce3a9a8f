//! The values of rows, and how they are written: `2001`, `-5`, `0x7D1`, `E2001`, `42P01`, `2000-2999`, `-10..=-1`, `42`.

use core::cmp::Reverse;

use crate::identifier::symbol_of;
use crate::report::{Quoted, Violation};
use crate::repr::{LONGEST_NAME, LONGEST_TEXT, Label, Repr, is_name, magnitude};

/// The values of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// One value.
    Code(i128),
    /// Every value from the first to the last, both included.
    Range(i128, i128),
}

impl Extent {
    /// The least value.
    pub fn first(self) -> i128 {
        match self {
            Self::Code(value) | Self::Range(value, _) => value,
        }
    }

    /// The greatest value.
    pub fn last(self) -> i128 {
        match self {
            Self::Code(value) | Self::Range(_, value) => value,
        }
    }

    /// The order of rows: numeric by their first value; an outer range before what lies in it.
    pub fn order(self) -> impl Ord {
        (self.first(), Reverse(self.last()), Reverse(self.is_range()))
    }

    /// Whether this is a range, even one of a single value.
    pub fn is_range(self) -> bool {
        matches!(self, Self::Range(..))
    }
}

/// How values are written, as far as the table specifies it.
#[derive(Debug, Default)]
pub(crate) struct Notation {
    /// `None` if the table does not specify it, or not correctly: then values are treated as numbers.
    pub(crate) repr: Option<Repr>,
    pub(crate) label: Option<Label>,
}

impl Notation {
    /// The type, if values are texts.
    pub(crate) fn text(&self) -> Option<&Repr> {
        self.repr.as_ref().filter(|repr| repr.is_text())
    }

    /// Whether rows may leave their symbol out.
    pub(crate) fn has_default_symbols(&self) -> bool {
        self.label.is_some() || self.text().is_some()
    }

    /// The symbol of a row that specifies none: its label, its text or its word, made into an identifier.
    pub(crate) fn symbol(&self, extent: Extent) -> Option<String> {
        if !self.has_default_symbols() {
            return None;
        }
        let (first, last) = (self.show(extent.first()), self.show(extent.last()));
        let is_prefix = self.text().is_some_and(|repr| repr.prefix(extent.first(), extent.last()).is_some());
        if is_prefix || !extent.is_range() {
            symbol_of(&first)
        } else {
            symbol_of(&format!("{first}_{last}"))
        }
    }

    /// Whether values are words, and the table has no row for this one.
    pub(crate) fn lacks(&self, key: &str, text: &str) -> bool {
        let Some(Repr::Name(names)) = &self.repr else { return false };
        let known = if key == "code" { names.code(text) } else { names.heading(text) };
        is_name(text) && known.is_none()
    }

    /// The value of another row that a symbol could be read as: in the form of the label, or a text as it is.
    pub(crate) fn read(&self, text: &str) -> Option<i128> {
        let labelled = self.label.as_ref().and_then(|label| label.read(text));
        labelled.or_else(|| self.text()?.value_of(text))
    }

    /// The label of the value.
    pub(crate) fn show(&self, value: i128) -> String {
        match (&self.label, &self.repr) {
            (Some(label), _) => label.show(value),
            (None, Some(repr)) => repr.show(value),
            (None, None) => value.to_string(),
        }
    }

    /// A range of values as it is written in tables.
    pub(crate) fn show_range(&self, first: i128, last: i128) -> String {
        let prefix = self.repr.as_ref().and_then(|repr| repr.prefix(first, last));
        prefix.unwrap_or_else(|| format!("{}..={}", self.show(first), self.show(last)))
    }
}

/// The values of a header of `[code]` or `[range]`, if it is valid.
pub(crate) fn values(key: &str, header: &str, notation: &Notation) -> Option<Extent> {
    find(key, header, notation).0
}

/// The values, and an error. If there are values, the error is only about their spelling.
type Found = (Option<Extent>, Option<Violation>);

pub(crate) fn find(key: &str, header: &str, notation: &Notation) -> Found {
    match (key, notation.text()) {
        ("code", Some(repr)) => text(header, repr, notation),
        (_, Some(repr)) => prefix(header, repr),
        ("code", None) => code(header, notation),
        (_, None) => range(header, notation),
    }
}

/// The value of `[code.…]` where values are texts.
fn text(text: &str, repr: &Repr, notation: &Notation) -> Found {
    let labelled = notation.label.as_ref().and_then(|label| label.read(text));
    match labelled.or_else(|| repr.value_of(text)) {
        Some(value) => (Some(Extent::Code(value)), None),
        None => (None, Some(invalid_text(text, repr))),
    }
}

/// The values of `[range.…]` where values are texts: all texts with this beginning.
fn prefix(text: &str, repr: &Repr) -> Found {
    match repr {
        Repr::Name(names) if is_name(text) && !names.has_prefix(text) => {
            return (None, Some(Violation::EmptyHeading { heading: Quoted::new(text) }));
        }
        Repr::Str(_) if text.is_ascii() && has_bounds(text) => {
            return (None, Some(Violation::TextBounds { range: Quoted::new(text) }));
        }
        _ => {}
    }
    match repr.range_of(text) {
        Some((first, last)) => (Some(Extent::Range(first, last)), None),
        None => (None, Some(invalid_text(text, repr))),
    }
}

/// Whether a beginning is probably meant as bounds, such as `42000..=42ZZZ`, `08000-42ZZZ` or `98-101`.
///
/// A hyphen is also a character of values. It separates bounds if these are two numbers, or two texts of the same length that
/// both contain a digit, and if the first is smaller. `AUTH-USER` is a beginning, and so is `42000-42ZZZ-`.
pub fn has_bounds(text: &str) -> bool {
    if let Some((first, last)) = text.split_once("..") {
        return !first.is_empty() && !last.trim_start_matches('=').is_empty();
    }
    let has_digit = |bound: &str| bound.bytes().any(|byte| byte.is_ascii_digit());
    let are_bounds = |first: &str, last: &str| match (first.parse::<u64>(), last.parse::<u64>()) {
        (Ok(first), Ok(last)) => first < last,
        _ => first.len() == last.len() && first < last && has_digit(first) && has_digit(last),
    };
    text.match_indices('-').any(|(at, _)| are_bounds(&text[..at], &text[at + 1..]))
}

fn invalid_text(text: &str, repr: &Repr) -> Violation {
    let value = Quoted::new(text);
    if repr.is_name() {
        return match text.len() > LONGEST_NAME {
            true => Violation::LongWord { value, bytes: text.len(), longest: LONGEST_NAME },
            false if is_name(text) => Violation::UnknownRow { row: value },
            false => Violation::TextValue { value },
        };
    }
    let length = repr.show(repr.max()).len();
    if text.len() > length {
        Violation::LongValue { value, length, bytes: text.len(), longest: LONGEST_TEXT }
    } else {
        Violation::TextValue { value }
    }
}

/// The value of `[code.…]` where values are numbers.
fn code(text: &str, notation: &Notation) -> Found {
    match Number::read(text, notation) {
        Some(number) => (Some(Extent::Code(number.value)), number.unusual),
        None if split(text, notation).is_some() => {
            (None, Some(Violation::RangeAsCode { value: Quoted::new(text) }))
        }
        None => (None, Some(Violation::InvalidValue { value: Quoted::new(text) })),
    }
}

/// The values of `[range.…]` where values are numbers. The bounds may be in the wrong order.
fn range(text: &str, notation: &Notation) -> Found {
    let Some((start, end)) = split(text, notation) else { return (None, Some(invalid_range(text))) };
    let extent = (start.value <= end.value).then_some(Extent::Range(start.value, end.value));
    let order = || Some(Violation::RangeOrder { first: start.value, last: end.value });
    if extent.is_none() { (None, order()) } else { (extent, start.unusual.or(end.unusual)) }
}

/// `2000-2999` is for bounds that are not negative; `..=` is for all bounds.
fn split(text: &str, notation: &Notation) -> Option<(Number, Number)> {
    let read = |(first, last): (&str, &str)| {
        Number::read(first, notation).zip(Number::read(last, notation).filter(|_| !last.starts_with('-')))
    };
    let bounds = |(first, last)| Number::read(first, notation).zip(Number::read(last, notation));
    // The dashes of the first bound, its sign, and the dash between the bounds.
    let most = 2 + notation.label.as_ref().map_or(0, Label::dashes);
    let dashes = || text.match_indices('-').take(most).map(|(at, _)| (&text[..at], &text[at + 1..]));
    match text.split_once("..=") {
        Some(both) => bounds(both),
        None => dashes().find_map(read),
    }
}

fn invalid_range(text: &str) -> Violation {
    let range = Quoted::new(text);
    if text.contains("..") && !text.contains("..=") {
        Violation::HalfOpenRange { range }
    } else {
        Violation::InvalidRange { range }
    }
}

/// A number of a header.
struct Number {
    value: i128,
    /// The error in its spelling.
    unusual: Option<Violation>,
}

impl Number {
    /// A number in the form of the label, otherwise decimal or hexadecimal.
    fn read(text: &str, notation: &Notation) -> Option<Self> {
        let labelled = notation.label.as_ref().and_then(|label| Some((label, label.read(text)?)));
        let (value, is_usual) = match labelled {
            Some((label, value)) => {
                (value, label.is_usual(text, value) || plain(text) == Some((value, true)))
            }
            None => plain(text)?,
        };
        let canonical = || if labelled.is_some() { notation.show(value) } else { value.to_string() };
        let unusual = || Violation::ValueSpelling { value: Quoted::new(text), canonical: canonical() };
        Some(Self { value, unusual: (!is_usual).then(unusual) })
    }
}

/// A number without a label in any spelling; but no value has a `+`.
pub(crate) fn number(text: &str) -> Option<i128> {
    let (value, _) = plain(text).filter(|_| !text.starts_with('+'))?;
    Some(value)
}

/// A decimal or hexadecimal number, and whether its spelling is canonical. A number of more than 127 bits becomes the
/// greatest one, which fits no type.
fn plain(text: &str) -> Option<(i128, bool)> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let hexadecimal = unsigned.strip_prefix("0x").or_else(|| unsigned.strip_prefix("0X"));
    let (digits, radix) = hexadecimal.map_or((unsigned, 10), |digits| (digits, 16));
    let plain = digits.replace('_', "");
    let magnitude = magnitude(&plain, radix)?;
    let value = if text.starts_with('-') { -magnitude } else { magnitude };
    let has_leading_zero = radix == 10 && digits.len() > 1 && digits.starts_with('0');
    let is_usual = !text.starts_with('+')
        && !unsigned.starts_with("0X")
        && !has_leading_zero
        && plain.len() == digits.len()
        && text != "-0";
    Some((value, is_usual))
}
