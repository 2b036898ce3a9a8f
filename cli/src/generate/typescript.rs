//! TypeScript: an object of constants, and maps.

use code_registry_table::{Radix, Repr};

use super::model::{Answer, Constant, Entry, Model, Texts, fill, quoted_with};

/// Names that are not ordinary keys of an object.
const RESERVED: &[&str] = &["__proto__"];

pub(super) fn write(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let constants: String =
        model.constants(str::to_owned, RESERVED).iter().map(|it| constant(repr, it)).collect();
    let codes: String = model.codes.iter().map(|entry| code(repr, entry)).collect();
    let ranges: String = model.ranges.iter().map(|entry| range(repr, entry)).collect();
    let unlisted = model.unlisted.as_ref().map(|answer| format!("{{\n{}}}", fields(answer, "  ")));
    fill(
        include_str!("typescript.ts"),
        &[
            ("title", &comment(&model.title)),
            ("Name", &model.name.to_string()),
            ("constants", &constants),
            ("value", value_type(repr)),
            ("languages", &model.tags().map(quoted).collect::<Vec<_>>().join(", ")),
            ("codes", &codes),
            ("ranges", &ranges),
            ("unlisted", unlisted.as_deref().unwrap_or("undefined")),
            ("label", &label(model)),
            ("is_value", &is_value(repr)),
        ],
    )
}

/// A `number` holds 53 bits.
fn is_big(repr: &Repr) -> bool {
    matches!(repr, Repr::U64 | Repr::I64)
}

fn value_type(repr: &Repr) -> &'static str {
    match repr {
        Repr::Str(_) | Repr::Name(_) => "string",
        _ if is_big(repr) => "bigint",
        _ => "number",
    }
}

fn value(repr: &Repr, value: i128) -> String {
    match repr {
        Repr::Str(_) | Repr::Name(_) => quoted(&repr.show(value)),
        _ if is_big(repr) => format!("{value}n"),
        _ => value.to_string(),
    }
}

fn is_value(repr: &Repr) -> String {
    if let Some(length) = repr.longest() {
        return format!("/^[!-~]{{1,{length}}}$/.test(value)");
    }
    let (min, max) = (value(repr, repr.min()), value(repr, repr.max()));
    match repr {
        _ if is_big(repr) => format!("{min} <= value && value <= {max}"),
        _ => format!("Number.isInteger(value) && {min} <= value && value <= {max}"),
    }
}

fn constant(repr: &Repr, constant: &Constant) -> String {
    let Constant { identifier, doc, deprecated, .. } = constant;
    let deprecated = deprecated.as_ref().map(|instead| format!("@deprecated {}", comment(instead)));
    let paragraphs: Vec<String> = doc.iter().map(|line| comment(line)).chain(deprecated).collect();
    let doc = paragraphs.join("\n   *\n   * ");
    format!("  /**\n   * {doc}\n   */\n  {identifier}: {},\n", value(repr, constant.value))
}

fn code(repr: &Repr, entry: &Entry<'_>) -> String {
    let value = value(repr, entry.row.extent.first());
    format!("  [{value}, {{\n{}  }}],\n", fields(&entry.answer, "    "))
}

fn range(repr: &Repr, entry: &Entry<'_>) -> String {
    let (first, last) = (value(repr, entry.row.extent.first()), value(repr, entry.row.extent.last()));
    format!("  {{\n    first: {first},\n    last: {last},\n{}  }},\n", fields(&entry.answer, "    "))
}

fn fields(answer: &Answer<'_>, indent: &str) -> String {
    let text = |Texts { name, description, help }: &Texts| {
        let help = help.as_ref().map(|help| format!(", help: {}", quoted(help))).unwrap_or_default();
        let (name, description) = (quoted(name), quoted(description));
        format!("{indent}  {{ name: {name}, description: {description}{help} }},\n")
    };
    let (symbol, texts) = (quoted(answer.symbol), answer.texts.iter().map(text).collect::<String>());
    format!("{indent}symbol: {symbol},\n{indent}texts: [\n{texts}{indent}],\n")
}

fn label(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let Some(form) = &model.table.label else {
        return if repr.is_text() { "value".to_owned() } else { "value.toString()".to_owned() };
    };
    let (before, after, width) = (quoted(&form.before), quoted(&form.after), form.width);
    let sign = "(value < 0 ? \"-\" : \"\")";
    let magnitude = "(value < 0 ? -value : value).toString()";
    let bits = || match repr.min() {
        0 => "value".to_owned(),
        _ => format!("(value < 0 ? value + {} : value)", self::value(repr, repr.max() - repr.min() + 1)),
    };
    let digits = match form.radix {
        Radix::Decimal if repr.is_text() => "value".to_owned(),
        Radix::Decimal if repr.min() == 0 => format!("value.toString().padStart({width}, \"0\")"),
        Radix::Decimal => {
            format!("{sign} + {magnitude}.padStart(value < 0 ? {} : {width}, \"0\")", width.saturating_sub(1))
        }
        Radix::LowerHexadecimal => format!("{}.toString(16).padStart({width}, \"0\")", bits()),
        Radix::UpperHexadecimal => format!("{}.toString(16).toUpperCase().padStart({width}, \"0\")", bits()),
    };
    format!("{before} + {digits} + {after}")
}

/// Escapes the end of the comment, JSDoc tags, and the end of a script in a page.
fn comment(line: &str) -> String {
    line.replace("*/", "*\\/").replace('@', "\\@").replace("</", "<\\/").replace("<!", "<\\!")
}

fn quoted(text: &str) -> String {
    let escape = |character| match u32::from(character) {
        number @ 0..=0xFFFF => format!("\\u{number:04X}"),
        number => format!("\\u{{{number:X}}}"),
    };
    // Must not end a script in a page or begin a comment there.
    quoted_with(text, escape).replace("</", "<\\/").replace("<!", "<\\!")
}
