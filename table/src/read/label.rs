//! `label`: how values are shown to people.

use core::ops::Range;

use crate::Radix;
use crate::notation::number;
use crate::read::parts::DraftPart;
use crate::report::{Quoted, Violation};
use crate::repr::{Label, PartForm, Repr};

/// More digits than the longest number has are not useful.
const MOST_DIGITS: usize = 20;

/// A label is short: it is part of everything that shows a code.
const LONGEST_LABEL: usize = 100;

/// The error in a part of a label.
pub(super) struct Wrong {
    pub(super) part: Range<usize>,
    pub(super) violation: Box<Violation>,
}

impl Wrong {
    fn new(part: Range<usize>, violation: Violation) -> Self {
        Self { part, violation: Box::new(violation) }
    }
}

/// A placeholder, and where it is.
struct Field<'t> {
    before: String,
    name: &'t str,
    width: usize,
    radix: Radix,
    at: Range<usize>,
}

/// A text with one `{value}` in it, or with parts of the value; `{{` and `}}` are braces.
pub(super) fn parse(text: &str, repr: &Repr, parts: &[DraftPart]) -> Result<Label, Wrong> {
    let (mut fields, mut literal, mut from): (Vec<Field<'_>>, _, _) = (Vec::new(), String::new(), 0);
    while let Some(at) = text[from..].find(['{', '}']).map(|at| from + at) {
        literal.push_str(&text[from..at]);
        let brace = if text[at..].starts_with('{') { '{' } else { '}' };
        if text[at + 1..].starts_with(brace) {
            literal.push(brace);
            from = at + 2;
            continue;
        }
        let end = text[at..].find('}').filter(|_| brace == '{').map(|end| at + end + 1);
        let end = end.ok_or_else(|| Wrong::new(at..at + 1, Violation::LoneBrace { brace }))?;
        let (name, width, radix) =
            field(&text[at + 1..end - 1], repr, parts).map_err(|violation| Wrong::new(at..end, violation))?;
        if let Some(violation) = clash(&fields, name) {
            return Err(Wrong::new(at..end, violation));
        }
        fields.push(Field { before: core::mem::take(&mut literal), name, width, radix, at: at..end });
        from = end;
    }
    literal.push_str(&text[from..]);
    match fields.as_slice() {
        [] => Err(Wrong::new(0..text.len(), Violation::LabelValues)),
        [field] if field.name == "value" => {
            Ok(Label::new([field.before.clone(), literal], field.width, field.radix, repr.clone()))
        }
        fields => of_parts(fields, literal, repr, parts),
    }
}

/// The error of a placeholder after others.
fn clash(fields: &[Field<'_>], name: &str) -> Option<Violation> {
    let has_value = fields.iter().any(|field| field.name == "value");
    if name == "value" && has_value {
        Some(Violation::LabelValues)
    } else if !fields.is_empty() && (name == "value" || has_value) {
        Some(Violation::LabelMixed)
    } else if fields.iter().any(|field| field.name == name) {
        Some(Violation::LabelPartTwice { name: Quoted::new(name) })
    } else {
        None
    }
}

/// A label that shows parts. If they are all bits of the value, it can be read back.
fn of_parts(fields: &[Field<'_>], after: String, repr: &Repr, parts: &[DraftPart]) -> Result<Label, Wrong> {
    let form = |field: &Field<'_>| {
        let part = &parts.iter().find(|part| part.value.name == field.name)?.value;
        Some(PartForm {
            name: part.name.clone(),
            before: field.before.clone(),
            shift: part.first_bit,
            bits: part.bits,
            width: field.width,
            radix: field.radix,
        })
    };
    let label = Label::of_parts(fields.iter().filter_map(form).collect(), after, repr.clone());
    if label.is_read() {
        let followers = label.parts.iter().skip(1).map(|part| Some(&part.before));
        let after = Some(&label.after).filter(|after| !after.is_empty());
        for ((part, follower), field) in label.parts.iter().zip(followers.chain([after])).zip(fields) {
            let radix = if part.radix == Radix::Decimal { 10 } else { 16 };
            let ends = |text: &String| text.starts_with(|character: char| !character.is_digit(radix));
            if !part.has_fixed_width() && !follower.is_none_or(ends) {
                let violation = Violation::LabelDigits { name: Quoted::new(&part.name) };
                return Err(Wrong::new(field.at.clone(), violation));
            }
        }
    }
    Ok(label)
}

/// The form of a placeholder: `value`, `value:04`, `value:X`, `asc:02X`.
fn field<'t>(field: &'t str, repr: &Repr, parts: &[DraftPart]) -> Result<(&'t str, usize, Radix), Violation> {
    let (name, spec) = field.split_once(':').map_or((field, None), |(name, spec)| (name, Some(spec)));
    if name != "value" && !parts.iter().any(|part| part.value.name == name) {
        return Err(Violation::LabelField { field: Quoted::new(field) });
    }
    let Some(spec) = spec else { return Ok((name, 0, Radix::Decimal)) };
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
        Some(_) if repr.is_text() => Err(Violation::LabelText),
        Some(digits) => Ok((name, digits, radix)),
        None => Err(Violation::LabelForm { form: Quoted::new(spec) }),
    }
}

/// A label is a single line, and the label of one value cannot be read as another value.
pub(super) fn check(label: Label, text: &str, repr: &Repr) -> Result<Label, Wrong> {
    let wrong = |violation| Err(Wrong::new(0..text.len(), violation));
    if text.contains(['\n', '\t']) {
        return wrong(Violation::LabelLine);
    }
    let count = text.chars().count();
    if count > LONGEST_LABEL {
        return wrong(Violation::LabelLength { count, most: LONGEST_LABEL });
    }
    if let Repr::Str(length) = repr {
        let around = [label.before.as_str(), &label.after].concat();
        let is_part_of_value = around.len() < *length && repr.value_of(&around).is_some();
        return if is_part_of_value { wrong(Violation::LabelOfText) } else { Ok(label) };
    }
    let ends_of_parts = label.parts.iter().flat_map(|part| [1 << part.shift, (1 << part.shift) - 1]);
    for value in [0, 1, 10, 16, repr.min(), repr.max()].into_iter().chain(ends_of_parts) {
        let shown = label.show(value);
        let other = number(&shown).filter(|other| (repr.min()..=repr.max()).contains(other));
        if let Some(other) = other.filter(|&other| other != value) {
            return wrong(Violation::LabelNumber { shown, value, other });
        }
    }
    Ok(label)
}
