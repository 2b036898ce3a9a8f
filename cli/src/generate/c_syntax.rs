//! C: types, literals, labels and comments.

use code_registry_table::{Part, Radix, Repr};

use super::model::{Model, apart, quoted_with};

pub(super) fn value_type(repr: &Repr) -> &'static str {
    match repr {
        Repr::U8 => "uint8_t",
        Repr::U16 => "uint16_t",
        Repr::U32 => "uint32_t",
        Repr::U64 => "uint64_t",
        Repr::I8 => "int8_t",
        Repr::I16 => "int16_t",
        Repr::I32 => "int32_t",
        Repr::I64 => "int64_t",
        Repr::Str(_) | Repr::Name(_) => "const char *",
    }
}

/// `-` is an operator in C, so the least value of a type needs its macro.
pub(super) fn value(repr: &Repr, value: i128) -> String {
    match repr {
        Repr::Str(_) | Repr::Name(_) => quoted(&repr.show(value)),
        Repr::U32 => format!("UINT32_C({value})"),
        Repr::U64 => format!("UINT64_C({value})"),
        Repr::I32 | Repr::I64 if value == repr.min() => format!("({} - 1)", self::value(repr, value + 1)),
        Repr::I64 if value < 0 => format!("(-INT64_C({}))", -value),
        Repr::I64 => format!("INT64_C({value})"),
        _ if value < 0 => format!("({value})"),
        _ => value.to_string(),
    }
}

pub(super) fn part_of_value(part: &Part) -> String {
    let kind = value_type(&part.repr());
    format!("({kind})((uint64_t)value >> {} & UINT64_C({:#x}))", part.first_bit, part.max())
}

/// The label of a value: the format and the arguments of `snprintf`.
pub(super) fn label(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let (before, after, width, radix) = match &model.table.label {
        Some(form) => (quoted(&form.before), quoted(&form.after), form.width, form.radix),
        None => (quoted(""), quoted(""), 0, Radix::Decimal),
    };
    if repr.is_text() {
        return format!("\"%s%s%s\", {before}, value, {after}");
    }
    if let Some(form) = model.table.label.as_ref().filter(|form| !form.parts.is_empty()) {
        let (mut formats, mut arguments) = (String::new(), String::new());
        for part in &form.parts {
            let max = u64::MAX >> (u64::BITS - part.bits);
            let padding = if part.width == 0 { String::new() } else { format!("0{}", part.width) };
            let verb = match part.radix {
                Radix::Decimal => "PRIu64",
                Radix::LowerHexadecimal => "PRIx64",
                Radix::UpperHexadecimal => "PRIX64",
            };
            formats += &format!("\"%s%{padding}\" {verb} ");
            let bits = format!("((uint64_t)value >> {}) & UINT64_C({max:#x})", part.shift);
            arguments += &format!("{}, {bits}, ", quoted(&part.before));
        }
        return format!("{formats}\"%s\", {arguments}{after}");
    }
    let padding = if width == 0 { String::new() } else { format!("0{width}") };
    let unsigned = value_type(repr).trim_start_matches('u');
    let (verb, number) = match radix {
        Radix::Decimal if repr.min() < 0 => ("PRId64", "(int64_t)value".to_owned()),
        Radix::Decimal => ("PRIu64", "(uint64_t)value".to_owned()),
        Radix::LowerHexadecimal => ("PRIx64", format!("(uint64_t)(u{unsigned})value")),
        Radix::UpperHexadecimal => ("PRIX64", format!("(uint64_t)(u{unsigned})value")),
    };
    format!("\"%s%{padding}\" {verb} \"%s\", {before}, {number}, {after}")
}

/// Breaks up comment delimiters and trigraphs.
pub(super) fn comment(line: &str) -> String {
    ["*/", "/*", "??"].iter().fold(line.to_owned(), |line, pair| apart(&line, pair))
}

pub(super) fn quoted(text: &str) -> String {
    let bytes = |character: char| {
        let bytes = character.to_string().into_bytes();
        bytes.iter().map(|byte| format!("\\{byte:03o}")).collect()
    };
    quoted_with(text, bytes).replace('?', "\\?")
}
