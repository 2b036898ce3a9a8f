//! How TypeScript writes values and texts.

use code_registry_table::Repr;

use super::messages::Syntax;
use super::model::quoted_with;

pub(super) const SYNTAX: Syntax = Syntax {
    quoted,
    sentence: ["[", "]"],
    cases: ["[", "]"],
    single: "",
    choice: |by, argument, cases, other| {
        format!("{{ by: \"{by}\", argument: {argument}, cases: {cases}, other: {other} }}")
    },
};

/// A `number` holds 53 bits.
pub(super) fn is_big(repr: &Repr) -> bool {
    matches!(repr, Repr::U64 | Repr::I64)
}

pub(super) fn value_type(repr: &Repr) -> &'static str {
    match repr {
        Repr::Str(_) | Repr::Name(_) => "string",
        _ if is_big(repr) => "bigint",
        _ => "number",
    }
}

pub(super) fn value(repr: &Repr, value: i128) -> String {
    match repr {
        Repr::Str(_) | Repr::Name(_) => quoted(&repr.show(value)),
        _ if is_big(repr) => format!("{value}n"),
        _ => value.to_string(),
    }
}

/// Escapes the end of the comment, JSDoc tags, and the end of a script in a page.
pub(super) fn comment(line: &str) -> String {
    line.replace("*/", "*\\/").replace('@', "\\@").replace("</", "<\\/").replace("<!", "<\\!")
}

pub(super) fn quoted(text: &str) -> String {
    let escape = |character| match u32::from(character) {
        number @ 0..=0xFFFF => format!("\\u{number:04X}"),
        number => format!("\\u{{{number:X}}}"),
    };
    // Must not end a script in a page or begin a comment there.
    quoted_with(text, escape).replace("</", "<\\/").replace("<!", "<\\!")
}
