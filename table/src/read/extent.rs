//! The values in a header: `2001`, `-5`, `0x7D1`, `2000-2999`, `-10..=-1`.

use crate::model::Extent;
use crate::raw::Placed;
use crate::report::{Mistake, Quoted, Sink};

/// The values of a row of `[code]` or `[range]`; what is wrong with them is reported.
pub(crate) fn read(key: &str, label: &Placed<String>, sink: &mut Sink) -> Option<Extent> {
    let (extent, mistake) = parse(key, &label.value);
    if let Some(mistake) = mistake {
        sink.report(label.place.clone(), &mistake);
    }
    extent
}

/// The values, and what is wrong with them: with values, only their spelling.
pub(crate) fn parse(key: &str, label: &str) -> (Option<Extent>, Option<Mistake>) {
    if key == "code" { code(label) } else { range(label) }
}

/// The value of `[code.…]`.
fn code(text: &str) -> (Option<Extent>, Option<Mistake>) {
    match number(text) {
        Some(number) => (Some(Extent::Code(number.value)), number.unusual(text)),
        None if split(text).is_some_and(|(first, last)| number(first).and(number(last)).is_some()) => {
            (None, Some(Mistake::RangeAsCode { value: Quoted::new(text) }))
        }
        None => (None, Some(Mistake::InvalidValue { value: Quoted::new(text) })),
    }
}

/// The values of `[range.…]`, which may also stand in the wrong order.
fn range(text: &str) -> (Option<Extent>, Option<Mistake>) {
    let Some((first, last)) = split(text) else { return (None, Some(invalid(text))) };
    let (Some(start), Some(end)) = (number(first), number(last)) else { return (None, Some(invalid(text))) };
    let extent = (start.value <= end.value).then_some(Extent::Range(start.value, end.value));
    let order = || Some(Mistake::RangeOrder { first: start.value, last: end.value });
    let spelling = start.unusual(first).or_else(|| end.unusual(last));
    (extent, if extent.is_none() { order() } else { spelling })
}

/// A number of a header.
struct Number {
    value: i128,
    is_usual: bool,
}

impl Number {
    fn unusual(&self, text: &str) -> Option<Mistake> {
        let canonical = self.value.to_string();
        (!self.is_usual).then(|| Mistake::ValueSpelling { value: Quoted::new(text), canonical })
    }
}

/// A decimal or hexadecimal number; one beyond everything is the greatest there is, which fits no type.
fn number(text: &str) -> Option<Number> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (digits, radix) = unsigned.strip_prefix("0x").map_or((unsigned, 10), |digits| (digits, 16));
    let plain = digits.replace('_', "");
    if plain.is_empty() || !plain.chars().all(|digit| digit.is_digit(radix)) {
        return None;
    }
    let magnitude = i128::from_str_radix(&plain, radix).unwrap_or(i128::MAX);
    let value = if text.starts_with('-') { -magnitude } else { magnitude };
    let has_leading_zero = radix == 10 && digits.len() > 1 && digits.starts_with('0');
    let is_usual = !text.starts_with('+') && !has_leading_zero && plain.len() == digits.len() && text != "-0";
    Some(Number { value, is_usual })
}

/// `2000-2999` is for bounds that are not negative; `..=` is for all.
fn split(text: &str) -> Option<(&str, &str)> {
    let dashed = || text.split_once('-').filter(|(first, last)| !first.is_empty() && !last.starts_with('-'));
    text.split_once("..=").or_else(dashed)
}

fn invalid(text: &str) -> Mistake {
    let range = Quoted::new(text);
    if text.contains("..") && !text.contains("..=") {
        Mistake::HalfOpenRange { range }
    } else {
        Mistake::InvalidRange { range }
    }
}
