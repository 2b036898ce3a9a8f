//! The label of a value, as programs write it.

use code_registry_table::{PartForm, Radix, Repr};

use super::model::Model;

/// In C: the format and the arguments of `snprintf`.
pub(super) fn c(model: &Model<'_>, quoted: fn(&str) -> String, value_type: &str) -> String {
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
    let unsigned = value_type.trim_start_matches('u');
    let (verb, number) = match radix {
        Radix::Decimal if repr.min() < 0 => ("PRId64", "(int64_t)value".to_owned()),
        Radix::Decimal => ("PRIu64", "(uint64_t)value".to_owned()),
        Radix::LowerHexadecimal => ("PRIx64", format!("(uint64_t)(u{unsigned})value")),
        Radix::UpperHexadecimal => ("PRIX64", format!("(uint64_t)(u{unsigned})value")),
    };
    format!("\"%s%{padding}\" {verb} \"%s\", {before}, {number}, {after}")
}

/// An expression that joins texts, without those that are empty literals.
pub(super) fn joined(texts: impl IntoIterator<Item = String>) -> String {
    let texts: Vec<String> = texts.into_iter().filter(|text| text != "\"\"").collect();
    if texts.is_empty() { "\"\"".to_owned() } else { texts.join(" + ") }
}

/// In Java: an expression.
pub(super) fn java(model: &Model<'_>, quoted: fn(&str) -> String, value_type: &str) -> String {
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
            let cast = if value_type == "int" { "(long) " } else { "" };
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
