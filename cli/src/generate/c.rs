//! C: macros for the constants, and arrays of rows.

use code_registry_table::{Radix, Repr};

use super::model::{Answer, Constant, Entry, Model, Texts, apart, fill, quoted_with, upper_snake};

/// Keywords of C and C++ that a lowercase type name may equal.
const KEYWORDS: &[&str] = &[
    "alignas",
    "alignof",
    "and",
    "and_eq",
    "asm",
    "auto",
    "bitand",
    "bitor",
    "bool",
    "break",
    "case",
    "catch",
    "char",
    "class",
    "compl",
    "concept",
    "const",
    "continue",
    "decltype",
    "default",
    "delete",
    "do",
    "double",
    "else",
    "enum",
    "explicit",
    "export",
    "extern",
    "false",
    "float",
    "for",
    "friend",
    "goto",
    "if",
    "inline",
    "int",
    "long",
    "main",
    "mutable",
    "namespace",
    "new",
    "noexcept",
    "not",
    "not_eq",
    "nullptr",
    "operator",
    "or",
    "or_eq",
    "private",
    "protected",
    "public",
    "register",
    "requires",
    "restrict",
    "return",
    "short",
    "signed",
    "sizeof",
    "static",
    "struct",
    "switch",
    "template",
    "this",
    "throw",
    "true",
    "try",
    "typedef",
    "typeid",
    "typename",
    "typeof",
    "union",
    "unsigned",
    "using",
    "virtual",
    "void",
    "volatile",
    "while",
    "xor",
    "xor_eq",
    // Defined by headers that the implementation includes.
    "printf",
    "signal",
    "stderr",
    "stdin",
    "stdout",
    "remove",
    "rename",
    "index",
    "linux",
    "unix",
];

/// Suffixes of the macros that the header defines itself.
const RESERVED: &[&str] =
    &["H", "IMPLEMENTATION", "IMPLEMENTED", "LANGUAGE_COUNT", "CODE_COUNT", "RANGE_COUNT"];

pub(super) fn write(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let (name, upper) = (type_name(model), model.name.snake().to_ascii_uppercase());
    let constants = model.constants(upper_snake, RESERVED);
    let constants: String = constants.iter().map(|it| constant(repr, &upper, it)).collect();
    let rows = |entries: &[Entry<'_>]| {
        entries
            .iter()
            .map(|it| row(repr, it))
            .chain([no_row(model) + ",\n"])
            .map(|row| format!("    {row}"))
            .collect::<String>()
    };
    let least = value(repr, repr.min());
    let unlisted = model.unlisted.as_ref().map(|answer| fields(answer, [&least, &least], ""));
    fill(
        include_str!("c.h"),
        &[
            ("NAME", &upper),
            ("name", &name),
            ("title", &comment(&model.title)),
            ("value", value_type(repr)),
            ("constants", &constants),
            ("count", &model.table.languages.len().to_string()),
            ("code_count", &model.codes.len().to_string()),
            ("range_count", &model.ranges.len().to_string()),
            ("languages", &model.tags().map(quoted).collect::<Vec<_>>().join(", ")),
            ("codes", &rows(&model.codes)),
            ("ranges", &rows(&model.ranges)),
            ("unlisted", &unlisted.unwrap_or_else(|| no_row(model))),
            (
                "compare",
                if repr.is_text() { "strcmp(left, right)" } else { "(left > right) - (left < right)" },
            ),
            ("guard", &guard(repr)),
            ("label", &label(model)),
        ],
    )
}

fn type_name(model: &Model<'_>) -> String {
    let name = model.name.snake();
    if KEYWORDS.contains(&name.as_str()) { name + "_" } else { name }
}

fn value_type(repr: &Repr) -> &'static str {
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
fn value(repr: &Repr, value: i128) -> String {
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

/// The condition that excludes invalid values.
fn guard(repr: &Repr) -> String {
    let Some(length) = repr.longest() else { return String::new() };
    format!(
        "    size_t length = 0;\n    while (value[length] >= '!' && value[length] <= '~') length++;\n    \
         if (value[length] || length < 1 || length > {length}) return NULL;\n"
    )
}

fn constant(repr: &Repr, prefix: &str, constant: &Constant) -> String {
    let Constant { identifier, doc, deprecated, .. } = constant;
    let deprecated = deprecated.as_ref().map(|instead| format!("Deprecated: {instead}"));
    let doc: Vec<String> = doc.iter().chain(&deprecated).map(|line| comment(line)).collect();
    let value = value(repr, constant.value);
    format!("\n/** {} */\n#define {prefix}_{identifier} {value}\n", doc.join("\n *\n * "))
}

fn row(repr: &Repr, entry: &Entry<'_>) -> String {
    let (first, last) = (value(repr, entry.row.extent.first()), value(repr, entry.row.extent.last()));
    fields(&entry.answer, [&first, &last], "    ") + ",\n"
}

fn fields(answer: &Answer<'_>, [first, last]: [&str; 2], indent: &str) -> String {
    let text = |Texts { name, description, help, .. }: &Texts| {
        let help = help.as_deref().map_or_else(|| "NULL".to_owned(), quoted);
        format!("{indent}    {{{}, {}, {help}}},\n", quoted(name), quoted(description))
    };
    let (symbol, texts) = (quoted(answer.symbol), answer.texts.iter().map(text).collect::<String>());
    format!("{{{symbol}, {first}, {last}, {{\n{texts}{indent}}}}}")
}

fn no_row(model: &Model<'_>) -> String {
    let value = if model.table.repr.is_text() { "NULL" } else { "0" };
    let texts = vec!["{NULL, NULL, NULL}"; model.table.languages.len()].join(", ");
    format!("{{NULL, {value}, {value}, {{{texts}}}}}")
}

/// The format and the arguments of `snprintf`.
fn label(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let (before, after, width, radix) = match &model.table.label {
        Some(form) => (quoted(&form.before), quoted(&form.after), form.width, form.radix),
        None => (quoted(""), quoted(""), 0, Radix::Decimal),
    };
    if repr.is_text() {
        return format!("\"%s%s%s\", {before}, value, {after}");
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
fn comment(line: &str) -> String {
    ["*/", "/*", "??"].iter().fold(line.to_owned(), |line, pair| apart(&line, pair))
}

fn quoted(text: &str) -> String {
    let bytes = |character: char| {
        let bytes = character.to_string().into_bytes();
        bytes.iter().map(|byte| format!("\\{byte:03o}")).collect()
    };
    quoted_with(text, bytes).replace('?', "\\?")
}
