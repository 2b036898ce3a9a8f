//! The values in a header: `2001`, `-5`, `0x7D1`, `E2001`, `42P01`, `2000-2999`, `-10..=-1`, `42`.

use crate::label::{Label, magnitude};
use crate::model::Extent;
use crate::read::fields::Placed;
use crate::read::notation::Notation;
use crate::report::{Mistake, Quoted, Sink};
use crate::repr::{LONGEST_TEXT, Repr};

/// The values of a row of `[code]` or `[range]`; what is wrong with them is reported.
pub(crate) fn read(
    key: &str,
    header: &Placed<String>,
    notation: &Notation,
    sink: &mut Sink,
) -> Option<Extent> {
    let (extent, mistake) = find(key, &header.value, notation);
    if let Some(mistake) = mistake {
        sink.report(header.place.clone(), &mistake);
    }
    extent
}

/// The value that stands outside of a header; what is wrong with it is reported.
pub(crate) fn read_value(text: &Placed<String>, notation: &Notation, sink: &mut Sink) -> Option<i128> {
    read("code", text, notation, sink).map(Extent::first)
}

/// The values of a header of `[code]` or `[range]`, if it has any.
pub(crate) fn values(key: &str, header: &str, notation: &Notation) -> Option<Extent> {
    find(key, header, notation).0
}

/// The values, and what is wrong with them: with values, only their spelling.
type Found = (Option<Extent>, Option<Mistake>);

fn find(key: &str, header: &str, notation: &Notation) -> Found {
    match (key, notation.text()) {
        ("code", Some(repr)) => text(header, repr, notation),
        (_, Some(repr)) => prefix(header, repr),
        ("code", None) => code(header, notation),
        (_, None) => range(header, notation),
    }
}

/// The value of `[code.…]` where values are texts.
fn text(text: &str, repr: Repr, notation: &Notation) -> Found {
    let labelled = notation.label.as_ref().and_then(|label| label.read(text));
    match labelled.or_else(|| repr.value_of(text)) {
        Some(value) => (Some(Extent::Code(value)), None),
        None => (None, Some(invalid_text(text, repr))),
    }
}

/// The values of `[range.…]` where values are texts: all that begin so.
fn prefix(text: &str, repr: Repr) -> Found {
    match repr.range_of(text) {
        Some((first, last)) => (Some(Extent::Range(first, last)), None),
        None => (None, Some(invalid_text(text, repr))),
    }
}

fn invalid_text(text: &str, repr: Repr) -> Mistake {
    let (value, length) = (Quoted::new(text), repr.show(repr.max()).len());
    if text.len() > length {
        Mistake::LongValue { value, length, bytes: text.len(), longest: LONGEST_TEXT }
    } else {
        Mistake::TextValue { value }
    }
}

/// The value of `[code.…]` where values are numbers.
fn code(text: &str, notation: &Notation) -> Found {
    match Number::read(text, notation) {
        Some(number) => (Some(Extent::Code(number.value)), number.unusual),
        None if split(text, notation).is_some() => {
            (None, Some(Mistake::RangeAsCode { value: Quoted::new(text) }))
        }
        None => (None, Some(Mistake::InvalidValue { value: Quoted::new(text) })),
    }
}

/// The values of `[range.…]` where values are numbers, which may also stand in the wrong order.
fn range(text: &str, notation: &Notation) -> Found {
    let Some((start, end)) = split(text, notation) else { return (None, Some(invalid_range(text))) };
    let extent = (start.value <= end.value).then_some(Extent::Range(start.value, end.value));
    let order = || Some(Mistake::RangeOrder { first: start.value, last: end.value });
    if extent.is_none() { (None, order()) } else { (extent, start.unusual.or(end.unusual)) }
}

/// `2000-2999` is for bounds that are not negative; `..=` is for all.
fn split(text: &str, notation: &Notation) -> Option<(Number, Number)> {
    let read = |(first, last): (&str, &str)| {
        Number::read(first, notation).zip(Number::read(last, notation).filter(|_| !last.starts_with('-')))
    };
    let bounds = |(first, last)| Number::read(first, notation).zip(Number::read(last, notation));
    // Those of the first bound, its sign, and the one that parts the two.
    let most = 2 + notation.label.as_ref().map_or(0, Label::dashes);
    let dashes = || text.match_indices('-').take(most).map(|(at, _)| (&text[..at], &text[at + 1..]));
    match text.split_once("..=") {
        Some(both) => bounds(both),
        None => dashes().find_map(read),
    }
}

fn invalid_range(text: &str) -> Mistake {
    let range = Quoted::new(text);
    if text.contains("..") && !text.contains("..=") {
        Mistake::HalfOpenRange { range }
    } else {
        Mistake::InvalidRange { range }
    }
}

/// A number of a header.
struct Number {
    value: i128,
    /// What is wrong with how it is written.
    unusual: Option<Mistake>,
}

impl Number {
    /// A number in the form of the label, else decimal or hexadecimal.
    fn read(text: &str, notation: &Notation) -> Option<Self> {
        let labelled = notation.label.as_ref().and_then(|label| Some((label, label.read(text)?)));
        let (value, is_usual) = match labelled {
            Some((label, value)) => {
                (value, label.is_usual(text, value) || plain(text) == Some((value, true)))
            }
            None => plain(text)?,
        };
        let canonical = || if labelled.is_some() { notation.show(value) } else { value.to_string() };
        let unusual = || Mistake::ValueSpelling { value: Quoted::new(text), canonical: canonical() };
        Some(Self { value, unusual: (!is_usual).then(unusual) })
    }
}

/// A number as it is written without a label, however it is spelt but for a `+`, which no value has.
pub(crate) fn number(text: &str) -> Option<i128> {
    let (value, _) = plain(text).filter(|_| !text.starts_with('+'))?;
    Some(value)
}

/// A decimal or hexadecimal number, and whether it is written as usual; one beyond everything is the greatest there
/// is, which fits no type.
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
