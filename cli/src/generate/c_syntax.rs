//! C: types, literals and comments.

use code_registry_table::{Part, Repr};

use super::model::{apart, quoted_with};

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
