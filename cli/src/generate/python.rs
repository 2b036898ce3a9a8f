//! Python: an enum, and named tuples.

use code_registry_table::{Radix, Repr};

use super::model::{
    Answer, Constant, Entry, Model, Texts, escaped, fill, quoted_with, unicode_escape, upper_snake,
};

pub(super) fn write(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let constants: String = model.constants(member, &[]).iter().map(|it| constant(repr, it)).collect();
    let rows =
        |entries: &[Entry<'_>], indent| entries.iter().map(|it| row(model, it, indent)).collect::<String>();
    let is_text = repr.is_text();
    let unlisted = model.unlisted.as_ref().map(|answer| {
        let (first, last) = (value(repr, repr.min()), value(repr, repr.max()));
        fields(model, answer, [&first, &last], "")
    });
    fill(
        include_str!("python.py"),
        &[
            ("title", &docstring(&[&model.title])),
            (
                "imports",
                if is_text { "import re\nfrom enum import Enum\n" } else { "from enum import IntEnum\n" },
            ),
            ("Name", &model.name.to_string()),
            ("base", if is_text { "str, Enum" } else { "IntEnum" }),
            ("constants", &constants),
            ("value", if is_text { "str" } else { "int" }),
            ("languages", &model.tags().map(|tag| quoted(tag) + ",").collect::<Vec<_>>().join(" ")),
            ("codes", &rows(&model.codes, "        ")),
            ("ranges", &rows(&model.ranges, "    ")),
            ("unlisted", unlisted.as_deref().unwrap_or("None")),
            ("label", &label(model)),
            ("is_value", &is_value(repr)),
        ],
    )
}

/// `_` at both ends is reserved for the enum.
fn member(name: &str) -> String {
    let name = upper_snake(name).trim_matches('_').to_owned();
    if name.starts_with(|first: char| first.is_ascii_digit()) { format!("_{name}") } else { name }
}

fn value(repr: &Repr, value: i128) -> String {
    if repr.is_text() { quoted(&repr.show(value)) } else { value.to_string() }
}

fn is_value(repr: &Repr) -> String {
    match repr.longest() {
        Some(length) => format!("re.fullmatch(\"[!-~]{{1,{length}}}\", value)"),
        None => format!("{} <= value <= {}", repr.min(), repr.max()),
    }
}

fn constant(repr: &Repr, constant: &Constant) -> String {
    let Constant { identifier, doc, deprecated, .. } = constant;
    let deprecated = deprecated.as_ref().map(|instead| format!("Deprecated: {instead}"));
    let doc: Vec<&str> = doc.iter().chain(&deprecated).map(String::as_str).collect();
    format!("\n    {identifier} = {}\n    {}\n", value(repr, constant.value), docstring(&doc))
}

fn row(model: &Model<'_>, entry: &Entry<'_>, indent: &str) -> String {
    let (repr, extent) = (&model.table.repr, entry.row.extent);
    let (first, last) = (value(repr, extent.first()), value(repr, extent.last()));
    format!("{indent}{},\n", fields(model, &entry.answer, [&first, &last], indent))
}

fn fields(model: &Model<'_>, answer: &Answer<'_>, [first, last]: [&str; 2], indent: &str) -> String {
    let type_name = model.name;
    let text = |Texts { name, description, help }: &Texts| {
        let (name, description) = (quoted(name), quoted(description));
        let help = help.as_deref().map_or_else(|| "None".to_owned(), quoted);
        format!("{indent}        {type_name}Text({name}, {description}, {help}),\n")
    };
    let (symbol, texts) = (quoted(answer.symbol), answer.texts.iter().map(text).collect::<String>());
    format!(
        "{type_name}Row(\n{indent}    {symbol},\n{indent}    {first},\n{indent}    {last},\n{indent}    (\n{texts}\
         {indent}    ),\n{indent})"
    )
}

fn label(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let Some(form) = &model.table.label else {
        return if repr.is_text() { "value".to_owned() } else { "str(value)".to_owned() };
    };
    let (width, mask) = (form.width, repr.max() - repr.min());
    let digits = match form.radix {
        Radix::Decimal if repr.is_text() => "value".to_owned(),
        Radix::Decimal => format!("format(value, \"0{width}d\")"),
        Radix::LowerHexadecimal => format!("format(value & {mask:#x}, \"0{width}x\")"),
        Radix::UpperHexadecimal => format!("format(value & {mask:#x}, \"0{width}X\")"),
    };
    format!("{} + {digits} + {}", quoted(&form.before), quoted(&form.after))
}

/// A docstring of these paragraphs.
fn docstring(paragraphs: &[&str]) -> String {
    let escaped = paragraphs.iter().map(|text| escaped(text, unicode_escape)).collect::<Vec<_>>();
    format!("\"\"\"{}\"\"\"", escaped.join("\n\n    "))
}

fn quoted(text: &str) -> String {
    quoted_with(text, unicode_escape)
}
