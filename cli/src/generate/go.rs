//! Go: typed constants, and slices.

use code_registry_table::{Radix, Repr};

use super::model::{Answer, Constant, Entry, Model, Texts, apart, fill, quoted_with, unicode_escape};

/// Names that a package must not have.
const KEYWORDS: &[&str] = &[
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
    "main",
    "fmt",
    "sort",
    "strings",
    "string",
];

/// Suffixes of the identifiers that the file defines itself.
const RESERVED: &[&str] = &["Text", "Row", "Languages", "Codes", "Ranges"];

pub(super) fn write(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let constants = model.constants(str::to_owned, RESERVED);
    let constants: String = constants.iter().map(|it| constant(model, it)).collect();
    let (name, is_text) = (model.name.to_string(), repr.is_text());
    let unlisted = model.unlisted.as_ref().map(|answer| fields(model, answer, ["c", "c"], "\t"));
    fill(
        include_str!("go.go"),
        &[
            ("package", &package(model)),
            ("title", &comment(&model.title)),
            (
                "imports",
                if is_text {
                    "\t\"sort\"\n\t\"strings\"\n"
                } else {
                    "\t\"fmt\"\n\t\"sort\"\n\t\"strings\"\n"
                },
            ),
            ("Name", &name),
            ("value", value_type(repr)),
            ("constants", &constants),
            ("count", &model.table.languages.len().to_string()),
            ("languages", &model.tags().map(quoted).collect::<Vec<_>>().join(", ")),
            ("codes", &rows(model, &model.codes)),
            ("ranges", &rows(model, &model.ranges)),
            ("label", &label(model)),
            ("guard", &guard(model)),
            ("unlisted", &format!("{name}Row{}", unlisted.as_deref().unwrap_or("{}"))),
        ],
    )
}

/// The last word of the path, else the lowercase name of the type.
fn package(model: &Model<'_>) -> String {
    let own = || model.name.lower();
    let package = model
        .name
        .package
        .as_deref()
        .map_or_else(own, |path| path.rsplit('.').next().unwrap_or(path).to_owned());
    if KEYWORDS.contains(&package.as_str()) { package + "_" } else { package }
}

fn value_type(repr: &Repr) -> &'static str {
    match repr {
        Repr::U8 => "uint8",
        Repr::U16 => "uint16",
        Repr::U32 => "uint32",
        Repr::U64 => "uint64",
        Repr::I8 => "int8",
        Repr::I16 => "int16",
        Repr::I32 => "int32",
        Repr::I64 => "int64",
        Repr::Str(_) | Repr::Name(_) => "string",
    }
}

fn value(repr: &Repr, value: i128) -> String {
    if repr.is_text() { quoted(&repr.show(value)) } else { value.to_string() }
}

/// The condition that excludes invalid values.
fn guard(model: &Model<'_>) -> String {
    let Some(length) = model.table.repr.longest() else { return String::new() };
    let visible = "func(r rune) bool { return r < '!' || r > '~' }";
    let is_none = format!("len(c) < 1 || len(c) > {length} || strings.IndexFunc(string(c), {visible}) >= 0");
    format!("\tif {is_none} {{\n\t\treturn {}Row{{}}\n\t}}\n", model.name)
}

/// The comment begins with the name of the constant, so that no line is a directive, a list or a heading.
fn constant(model: &Model<'_>, constant: &Constant) -> String {
    let Constant { identifier, doc, deprecated, .. } = constant;
    let (name, value) = (model.name, value(&model.table.repr, constant.value));
    let doc = comment(&doc.join(" — "));
    let deprecated = deprecated
        .as_ref()
        .map(|instead| format!("//\n// Deprecated: {}\n", comment(instead)))
        .unwrap_or_default();
    format!("\n// {name}{identifier} is {doc}\n{deprecated}const {name}{identifier} {name} = {value}\n")
}

/// The lines of the rows, or nothing at all if there are none.
fn rows(model: &Model<'_>, entries: &[Entry<'_>]) -> String {
    let rows: String = entries.iter().map(|entry| row(model, entry)).collect();
    if rows.is_empty() { rows } else { format!("\n{rows}") }
}

fn row(model: &Model<'_>, entry: &Entry<'_>) -> String {
    let (repr, extent) = (&model.table.repr, entry.row.extent);
    let (first, last) = (value(repr, extent.first()), value(repr, extent.last()));
    format!("\t{},\n", fields(model, &entry.answer, [&first, &last], "\t"))
}

fn fields(model: &Model<'_>, answer: &Answer<'_>, [first, last]: [&str; 2], indent: &str) -> String {
    let text = |Texts { name, description, help }: &Texts| {
        let help = help.as_deref().unwrap_or_default();
        format!("{indent}\t{{{}, {}, {}}},\n", quoted(name), quoted(description), quoted(help))
    };
    let (symbol, texts) = (quoted(answer.symbol), answer.texts.iter().map(text).collect::<String>());
    let (name, count) = (model.name, answer.texts.len());
    format!("{{{symbol}, {first}, {last}, [{count}]{name}Text{{\n{texts}{indent}}}}}")
}

fn label(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let (before, after) = match &model.table.label {
        Some(form) => (quoted(&form.before), quoted(&form.after)),
        None => (quoted(""), quoted("")),
    };
    if repr.is_text() {
        return format!("{before} + string(c) + {after}");
    }
    let signed = value_type(repr);
    let unsigned = format!("uint{}", signed.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()));
    let (verb, number) = match model.table.label.as_ref().map(|form| (form.width, form.radix)) {
        None | Some((0, Radix::Decimal)) => ("%d".to_owned(), signed),
        Some((width, Radix::Decimal)) => (format!("%0{width}d"), signed),
        Some((width, Radix::LowerHexadecimal)) => (format!("%0{width}x"), unsigned.as_str()),
        Some((width, Radix::UpperHexadecimal)) => (format!("%0{width}X"), unsigned.as_str()),
    };
    format!("{before} + fmt.Sprintf(\"{verb}\", {number}(c)) + {after}")
}

/// Separates quotes that gofmt would convert.
fn comment(line: &str) -> String {
    apart(&apart(line, "``"), "''")
}

fn quoted(text: &str) -> String {
    quoted_with(text, unicode_escape)
}
