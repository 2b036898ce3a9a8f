//! Java: types, literals, labels and comments.

use code_registry_table::{Part, PartForm, Radix, Repr};

use super::model::{Model, joined, quoted_with};

/// The maximum length of a literal in bytes. A constant of a class file has at most 65,535 bytes.
const LONGEST: usize = 20_000;

/// Java's types are signed: uses the next wider type, or the same bits for 64 bits.
pub(super) fn value_type(repr: &Repr) -> &'static str {
    match repr {
        Repr::U8 | Repr::U16 | Repr::I8 | Repr::I16 | Repr::I32 => "int",
        Repr::U32 | Repr::I64 | Repr::U64 => "long",
        Repr::Str(_) | Repr::Name(_) => "String",
    }
}

pub(super) fn boxed_type(repr: &Repr) -> &'static str {
    match value_type(repr) {
        "int" => "Integer",
        "long" => "Long",
        other => other,
    }
}

pub(super) fn compare(repr: &Repr) -> &'static str {
    match repr {
        Repr::U64 => "Long.compareUnsigned(left, right)",
        Repr::Str(_) | Repr::Name(_) => "left.compareTo(right)",
        _ if value_type(repr) == "long" => "Long.compare(left, right)",
        _ => "Integer.compare(left, right)",
    }
}

pub(super) fn value(repr: &Repr, value: i128) -> String {
    match repr {
        Repr::Str(_) | Repr::Name(_) => quoted(&repr.show(value)),
        Repr::U64 => format!("{}L", value as i64),
        _ if value_type(repr) == "long" => format!("{value}L"),
        _ => value.to_string(),
    }
}

pub(super) fn part_of_value(repr: &Repr, part: &Part) -> String {
    let (bit, max) = (part.first_bit, part.max());
    // The lint of javac for casts refuses those that change nothing.
    match (value_type(repr), value_type(&part.repr())) {
        ("int", "int") => format!("value >>> {bit} & {max:#x}"),
        ("int", _) => format!("(long) value >>> {bit} & {max:#x}L"),
        (_, "int") => format!("(int) (value >>> {bit} & {max:#x}L)"),
        _ => format!("value >>> {bit} & {max:#x}L"),
    }
}

/// The label of a value, as an expression.
pub(super) fn label(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let plain = match repr {
        Repr::Str(_) | Repr::Name(_) => "value",
        Repr::U64 => "Long.toUnsignedString(value)",
        _ => "String.valueOf(value)",
    };
    let Some(form) = &model.table.label else { return plain.to_owned() };
    if !form.parts.is_empty() {
        let part = |part: &PartForm| {
            let max = u64::MAX >> (u64::BITS - part.bits);
            let cast = if value_type(repr) == "int" { "(long) " } else { "" };
            let bits = format!("({cast}value >>> {} & {max:#x}L)", part.shift);
            let width = part.width.max(1);
            let digits = match part.radix {
                Radix::Decimal if part.width == 0 => format!("Long.toUnsignedString{bits}"),
                Radix::Decimal => format!("String.format(Locale.ROOT, \"%0{width}d\", {bits})"),
                hexadecimal => {
                    format!("String.format(Locale.ROOT, \"%0{width}{}\", {bits})", hexadecimal.letter())
                }
            };
            joined([quoted(&part.before), digits])
        };
        return joined(form.parts.iter().map(part).chain([quoted(&form.after)]));
    }
    let bits = match repr {
        Repr::I8 => "value & 0xFF",
        Repr::I16 => "value & 0xFFFF",
        _ => "value",
    };
    let width = form.width.max(1);
    let digits = match form.radix {
        Radix::Decimal if repr.is_text() || form.width == 0 => plain.to_owned(),
        Radix::Decimal if repr == &Repr::U64 => {
            format!("String.format(Locale.ROOT, \"%{width}s\", {plain}).replace(' ', '0')")
        }
        Radix::Decimal => format!("String.format(Locale.ROOT, \"%0{width}d\", value)"),
        Radix::LowerHexadecimal => format!("String.format(Locale.ROOT, \"%0{width}x\", {bits})"),
        Radix::UpperHexadecimal => format!("String.format(Locale.ROOT, \"%0{width}X\", {bits})"),
    };
    joined([quoted(&form.before), digits, quoted(&form.after)])
}

/// Escapes HTML for Javadoc, and `\u`, which is read before comments.
pub(super) fn comment(line: &str) -> String {
    let mut comment = String::new();
    for character in line.chars() {
        match character {
            '&' | '<' | '>' | '@' | '\\' | '*' | '{' | '}' => {
                comment += &format!("&#{};", u32::from(character));
            }
            _ => comment.push(character),
        }
    }
    comment
}

/// A literal; a long text is split into several.
pub(super) fn quoted(text: &str) -> String {
    if text.len() <= LONGEST {
        return literal(text);
    }
    let letters: Vec<char> = text.chars().collect();
    let parts = letters.chunks(LONGEST / 4).map(|part| literal(&part.iter().collect::<String>()));
    format!("String.join(\"\", {})", parts.collect::<Vec<_>>().join(", "))
}

fn literal(text: &str) -> String {
    quoted_with(text, |character| match character {
        // As an escape, it would end the line.
        '\r' => "\\r".to_owned(),
        _ => character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04X}")).collect(),
    })
}
