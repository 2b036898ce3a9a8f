//! `label`: how people see a value.

use core::ops::Range;

use crate::Radix;
use crate::label::Label;
use crate::read::extent;
use crate::read::fields::Fields;
use crate::report::{Mistake, Quoted, Sink};
use crate::repr::Repr;
use crate::safety::inside;

/// More digits than the longest number has say nothing.
const MOST_DIGITS: usize = 20;

/// A label is no sentence: every row is shown with it.
const LONGEST: usize = 100;

/// "How people see the value." Without a type there is nothing to hold it against.
pub(crate) fn read(fields: &Fields<'_>, repr: Option<Repr>, sink: &mut Sink) -> Option<Label> {
    let text = fields.text("label", sink).good()?;
    let repr = repr?;
    let found = parse(&text.value, repr).and_then(|label| check(label, &text.value, repr));
    let report = |wrong: Wrong| {
        sink.report(inside(fields.file.text, &text.place, &text.value, wrong.part), &wrong.mistake);
    };
    found.map_err(report).ok()
}

/// What is wrong with a part of a label.
struct Wrong {
    part: Range<usize>,
    mistake: Box<Mistake>,
}

impl Wrong {
    fn new(part: Range<usize>, mistake: Mistake) -> Self {
        Self { part, mistake: Box::new(mistake) }
    }
}

/// A text with one `{value}` in it; `{{` and `}}` are braces.
fn parse(text: &str, repr: Repr) -> Result<Label, Wrong> {
    let mut around = [String::new(), String::new()];
    let (mut form, mut from) = (None, 0);
    while let Some(at) = text[from..].find(['{', '}']).map(|at| from + at) {
        around[usize::from(form.is_some())].push_str(&text[from..at]);
        let brace = if text[at..].starts_with('{') { '{' } else { '}' };
        if text[at + 1..].starts_with(brace) {
            around[usize::from(form.is_some())].push(brace);
            from = at + 2;
            continue;
        }
        let end = text[at..].find('}').filter(|_| brace == '{').map(|end| at + end + 1);
        let end = end.ok_or_else(|| Wrong::new(at..at + 1, Mistake::LoneBrace { brace }))?;
        if form.is_some() {
            return Err(Wrong::new(at..end, Mistake::LabelValues));
        }
        let field = self::form(&text[at + 1..end - 1], repr);
        form = Some(field.map_err(|mistake| Wrong::new(at..end, mistake))?);
        from = end;
    }
    around[usize::from(form.is_some())].push_str(&text[from..]);
    let (width, radix) = form.ok_or_else(|| Wrong::new(0..text.len(), Mistake::LabelValues))?;
    Ok(Label::new(around, width, radix, repr))
}

/// The form of the value: `value`, `value:04`, `value:X`, `value:08x`.
fn form(field: &str, repr: Repr) -> Result<(usize, Radix), Mistake> {
    let spec = match field.split_once(':') {
        None if field == "value" => return Ok((0, Radix::Decimal)),
        Some(("value", spec)) => spec,
        _ => return Err(Mistake::LabelField { field: Quoted::new(field) }),
    };
    let (width, radix) = match (spec.strip_suffix('x'), spec.strip_suffix('X')) {
        (Some(width), _) => (width, Radix::LowerHexadecimal),
        (_, Some(width)) => (width, Radix::UpperHexadecimal),
        _ => (spec, Radix::Decimal),
    };
    let digits = match width.strip_prefix('0') {
        None if width.is_empty() && radix != Radix::Decimal => Some(0),
        None => None,
        Some(digits) if digits.starts_with('+') => None,
        Some(digits) => digits.parse().ok().filter(|digits| (1..=MOST_DIGITS).contains(digits)),
    };
    match digits {
        Some(_) if repr.is_text() => Err(Mistake::LabelText),
        Some(digits) => Ok((digits, radix)),
        None => Err(Mistake::LabelForm { form: Quoted::new(spec) }),
    }
}

/// A label stays on its line, and what it makes of a value is not how another value is written.
fn check(label: Label, text: &str, repr: Repr) -> Result<Label, Wrong> {
    let wrong = |mistake| Err(Wrong::new(0..text.len(), mistake));
    if text.contains(['\n', '\t']) {
        return wrong(Mistake::LabelLine);
    }
    let count = text.chars().count();
    if count > LONGEST {
        return wrong(Mistake::LabelLength { count, most: LONGEST });
    }
    if let Repr::Str(length) = repr {
        let around = [label.before.as_str(), &label.after].concat();
        let is_part_of_value = around.len() < length && repr.value_of(&around).is_some();
        return if is_part_of_value { wrong(Mistake::LabelOfText) } else { Ok(label) };
    }
    for value in [0, 1, 10, 16, repr.min(), repr.max()] {
        let shown = label.show(value);
        let other = extent::number(&shown).filter(|other| (repr.min()..=repr.max()).contains(other));
        if let Some(other) = other.filter(|&other| other != value) {
            return wrong(Mistake::LabelNumber { shown, value, other });
        }
    }
    Ok(label)
}
