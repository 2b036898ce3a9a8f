//! C: macros for the constants, and arrays of rows.

use std::iter;

use code_registry_table::{Argument, DataType, Radix, Repr};

use super::columns::{Cell, Column, ColumnKind};
use super::message_functions::{Function, Naming};
use super::messages::{Speech, matches, speeches, word_lists};
use super::model::{
    Answer, Constant, Entry, Model, Texts, apart, comment_line, fill, quoted_with, unique_names, upper_snake,
};

/// Keywords of C and C++ that a lowercase type or parameter may equal.
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
    "errno",
    // Types and constants of the header's functions.
    "int64_t",
    "size_t",
    "uint32_t",
    "uint64_t",
    "NULL",
];

/// Suffixes of the macros that the header defines itself.
const RESERVED: &[&str] =
    &["H", "IMPLEMENTATION", "IMPLEMENTED", "LANGUAGE_COUNT", "CODE_COUNT", "RANGE_COUNT"];

/// What writes a row for the functions of messages.
const ROW_FUNCTION: &str = include_str!("c_row.h");

pub(super) fn write(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let (name, upper) = (type_name(model), model.name.snake().to_ascii_uppercase());
    let constants = model.constants(upper_snake, RESERVED);
    let constants: String = constants.iter().map(|it| constant(repr, &upper, it)).collect();
    let rows = |entries: &[Entry<'_>]| {
        entries
            .iter()
            .map(|it| row(model, it))
            .chain([no_row(model) + ",\n"])
            .map(|row| format!("    {row}"))
            .collect::<String>()
    };
    let least = value(repr, repr.min());
    let unlisted = model.unlisted.as_ref().map(|answer| fields(model, answer, [&least, &least], ""));
    let has_messages = model.has_messages;
    let matches = matches(model.table).into_iter();
    let messages = if has_messages { Messages::new(model) } else { Messages::default() };
    let (columns_type, columns_field, columns_declaration, columns_function) = column_parts(model);
    let url_field = "    /** The address of the page of the value, or NULL. */\n    const char *url;\n";
    fill(
        include_str!("c.h"),
        &[
            ("url_field", if model.table.url.is_some() { url_field } else { "" }),
            ("reference_count", &(most_references(model) + 1).to_string()),
            ("columns_type", &columns_type),
            ("columns_field", &columns_field),
            ("columns_declaration", &columns_declaration),
            ("columns_function", &columns_function),
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
            (
                "matches",
                &matches.map(|(tag, column)| format!("{{{}, {column}}}, ", quoted(&tag))).collect::<String>(),
            ),
            ("message_field", &message_field(model)),
            ("message_types", &messages.types),
            ("runtime", &messages.runtime),
            ("label", &label(model)),
        ],
    )
}

/// How many messages with arguments a row has: none, its message, or also its help.
fn message_count(model: &Model<'_>) -> usize {
    usize::from(model.has_messages) + usize::from(model.has_help_arguments)
}

fn message_field(model: &Model<'_>) -> String {
    let (doc, count) = match message_count(model) {
        0 => return String::new(),
        1 => ("How the message is written, or NULL.", 1),
        count => ("How the message and the help are written, or NULL.", count),
    };
    format!("    /** {doc} */\n    const char *messages[{count}];\n")
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

fn row(model: &Model<'_>, entry: &Entry<'_>) -> String {
    let (repr, extent) = (&model.table.repr, entry.row.extent);
    let (first, last) = (value(repr, extent.first()), value(repr, extent.last()));
    fields(model, &entry.answer, [&first, &last], "    ") + ",\n"
}

fn fields(model: &Model<'_>, answer: &Answer<'_>, [first, last]: [&str; 2], indent: &str) -> String {
    let optional = |text: &Option<String>| text.as_deref().map_or_else(|| "NULL".to_owned(), quoted);
    let text = |Texts { name, description, help, url, message, help_message }: &Texts| {
        let url = if model.table.url.is_some() { format!(", {}", optional(url)) } else { String::new() };
        let messages = [message, help_message].map(optional);
        let messages = match message_count(model) {
            0 => String::new(),
            count => format!(", {{{}}}", messages[..count].join(", ")),
        };
        let (name, description, help) = (quoted(name), quoted(description), optional(help));
        format!("{indent}    {{{name}, {description}, {help}{url}{messages}}},\n")
    };
    let (symbol, texts) = (quoted(answer.symbol), answer.texts.iter().map(text).collect::<String>());
    let references = answer.references.iter().map(|reference| quoted(reference) + ", ");
    let (status, references, cells) =
        (answer.status, references.collect::<String>(), cells(model, Some(answer)));
    format!("{{{symbol}, {first}, {last}, \"{status}\", {{{references}NULL}}, {cells}{{\n{texts}{indent}}}}}")
}

fn most_references(model: &Model<'_>) -> usize {
    let answers = model.codes.iter().chain(&model.ranges).map(|entry| &entry.answer).chain(&model.unlisted);
    answers.map(|answer| answer.references.len()).max().unwrap_or_default()
}

/// The columns of a row, or those of the empty row.
fn cells(model: &Model<'_>, answer: Option<&Answer<'_>>) -> String {
    let cell = |column: Column<'_>| {
        let cell = answer.and_then(|answer| column.cell(model.table, &answer.values));
        let mark = if has_mark(&column) { format!("{}, ", u8::from(cell.is_some())) } else { String::new() };
        let value = match (cell, &column.kind) {
            (None, ColumnKind::Bool | ColumnKind::Integer(_)) => "0".to_owned(),
            (None, ColumnKind::Text | ColumnKind::Words(_)) => "NULL".to_owned(),
            (Some(Cell::Bool(value)), _) => u8::from(value).to_string(),
            (Some(Cell::Integer(number)), ColumnKind::Integer(repr)) => value(repr, number),
            (Some(Cell::Integer(number)), _) => number.to_string(),
            (Some(Cell::Text(text)), _) => quoted(text),
        };
        mark + &value
    };
    let cells: Vec<String> = Column::of(model).into_iter().map(cell).collect();
    if cells.is_empty() { String::new() } else { format!("{{{}}}, ", cells.join(", ")) }
}

/// Whether a member says if the column has a value; a text is NULL.
fn has_mark(column: &Column<'_>) -> bool {
    column.is_optional && matches!(column.kind, ColumnKind::Bool | ColumnKind::Integer(_))
}

/// The type of the columns, the member of a row, the declaration and the definition of the function.
fn column_parts(model: &Model<'_>) -> (String, String, String, String) {
    let columns = Column::of(model);
    if columns.is_empty() {
        return Default::default();
    }
    let own = unique_names(columns.iter().map(|column| column.name.to_owned()), KEYWORDS);
    let marks = columns.iter().zip(&own).filter(|(column, _)| has_mark(column));
    let all = own.iter().cloned().chain(marks.map(|(_, name)| format!("has_{name}")));
    let mut marks = unique_names(all, &[]).into_iter().skip(own.len());
    let (name, mut members) = (type_name(model), String::new());
    for (column, member) in columns.iter().zip(&own) {
        if let Some(mark) = has_mark(column).then(|| marks.next()).flatten() {
            members += &format!("    /** Whether there is a value in the next member. */\n    int {mark};\n");
        }
        let kind = match &column.kind {
            ColumnKind::Bool => "int ".to_owned(),
            ColumnKind::Integer(repr) => format!("{} ", value_type(repr)),
            ColumnKind::Text | ColumnKind::Words(_) => "const char *".to_owned(),
        };
        members += &format!("    /** {} */\n    {kind}{member};\n", comment(&column.doc));
    }
    let head = format!("const {name}_columns *{name}_columns_of({name} value)");
    (
        format!(
            "\n/** The columns of the table. */\ntypedef struct {name}_columns {{\n{members}}} {name}_columns;\n"
        ),
        format!("    {name}_columns columns;\n"),
        format!("\n/** The columns of the table for the value; NULL if there is no row. */\n{head};\n"),
        format!(
            "\n{head} {{\n    const {name}_row *row = {name}_row_of(value);\n    return row ? &row->columns : NULL;\n}}\n"
        ),
    )
}

fn no_row(model: &Model<'_>) -> String {
    let value = if model.table.repr.is_text() { "NULL" } else { "0" };
    let url = if model.table.url.is_some() { ", NULL" } else { "" };
    let messages = if model.has_messages { ", {NULL}" } else { "" };
    let text = format!("{{NULL, NULL, NULL{url}{messages}}}");
    let texts = vec![text; model.table.languages.len()].join(", ");
    format!("{{NULL, {value}, {value}, NULL, {{NULL}}, {}{{{texts}}}}}", cells(model, None))
}

/// The interpreter of messages, with a function for each message.
#[derive(Default)]
struct Messages {
    types: String,
    runtime: String,
}

impl Messages {
    fn new(model: &Model<'_>) -> Self {
        let (name, upper) = (type_name(model), model.name.snake().to_ascii_uppercase());
        let argument_type = format!("{name}_argument");
        let naming = Naming {
            function: |name| upper_snake(name).to_ascii_lowercase(),
            parameter: str::to_owned,
            reserved_functions: &[],
            reserved_parameters: &[
                KEYWORDS,
                &["arguments", "buffer", "language", "size", &name, &argument_type],
            ]
            .concat(),
        };
        let (mut declarations, mut definitions) = (String::new(), String::new());
        for (message, integers) in variants(naming.functions(model)) {
            let (head, body) = function(&name, &message, integers);
            declarations += &format!("\n/** {} */\n{head};\n", comment(&comment_line(&message.sentence)));
            definitions += &format!("\n{head} {{\n{body}}}\n");
        }
        let speech = |speech: &Speech<'_>| {
            let fields = speech.fields(quoted, ["{"; 5], "}");
            format!("    {{{}, {fields}}},\n", u8::from(speech.right_to_left))
        };
        let speeches: String = speeches(model.table).iter().map(speech).collect();
        let words = |lists: &Vec<String>| {
            let lists: Vec<String> = lists.iter().map(|list| quoted(list)).collect();
            format!("{{{}}}, ", lists.join(", "))
        };
        let words: String = word_lists(model.table).iter().map(words).collect();
        let names = [("NAME", &*upper), ("name", &name)];
        let optional =
            |is_needed: bool, template| if is_needed { fill(template, &names) } else { String::new() };
        let repr = &model.table.repr;
        let value_constructor = match repr {
            Repr::Str(_) | Repr::Name(_) => "text",
            _ if repr.min() < 0 => "signed",
            _ => "unsigned",
        };
        let values = [
            ("NAME", &*upper),
            ("name", &name),
            ("declarations", &declarations),
            ("help_declaration", &optional(model.has_help_arguments, include_str!("c_help_declaration.h"))),
            ("help", &optional(model.has_help_arguments, include_str!("c_help.h"))),
            ("row_function", &optional(!definitions.is_empty(), ROW_FUNCTION)),
            ("functions", &definitions),
            ("speeches", &speeches),
            ("words", &words),
            ("value_constructor", value_constructor),
        ];
        Self {
            types: fill(include_str!("c_message_types.h"), &values),
            runtime: fill(include_str!("c_messages.h"), &values),
        }
    }
}

/// The functions with the type of their integers, followed by those for integers that are too large for `int64_t`.
fn variants(functions: Vec<Function<'_>>) -> Vec<(Function<'_>, Integers)> {
    let is_integer = |kind| constructor(kind, SIGNED) == SIGNED.constructor;
    let has_integers =
        |it: &&Function<'_>| it.parameters.iter().any(|(argument, _)| is_integer(argument.kind.data_type()));
    let unsigned: Vec<Function<'_>> = functions
        .iter()
        .filter(has_integers)
        .map(|function| Function { name: format!("{}_unsigned", function.name), ..function.clone() })
        .collect();
    let names = unique_names(functions.iter().chain(&unsigned).map(|function| function.name.clone()), &[]);
    let integers = iter::repeat_n(SIGNED, functions.len()).chain(iter::repeat(UNSIGNED));
    let functions = functions.into_iter().chain(unsigned).zip(names);
    functions.map(|(function, name)| Function { name, ..function }).zip(integers).collect()
}

/// What the integers of a function are.
#[derive(Clone, Copy)]
struct Integers {
    parameter: &'static [(&'static str, &'static str)],
    constructor: &'static str,
}

const SIGNED: Integers = Integers { parameter: &[("int64_t ", "")], constructor: "signed" };
const UNSIGNED: Integers = Integers { parameter: &[("uint64_t ", "")], constructor: "unsigned" };

/// The head and the body of the function of a message.
fn function(type_name: &str, function: &Function<'_>, integers: Integers) -> (String, String) {
    let Function { name, row, index, parameters, .. } = function;
    let parts = parameters.iter().flat_map(|(argument, name)| {
        let parts = parameter_parts(argument.kind.data_type(), integers).iter();
        parts.map(move |(kind, suffix)| (*kind, format!("{name}{suffix}")))
    });
    let (types, names): (Vec<&str>, Vec<String>) = parts.unzip();
    let names = unique_names(names.into_iter(), &[]);
    let list: String = types.iter().zip(&names).map(|(kind, name)| format!("{kind}{name}, ")).collect();
    let head =
        format!("size_t {type_name}_format_{name}(const char *language, {list}char *buffer, size_t size)");
    let (count, mut names) = (parameters.len(), names.iter());
    let mut body = String::new();
    if count > 0 {
        body += &format!("    {type_name}_argument arguments[{count}];\n");
    }
    for (index, (Argument { name, kind, .. }, _)) in parameters.iter().enumerate() {
        let given: String = names
            .by_ref()
            .take(parameter_parts(kind.data_type(), integers).len())
            .map(|name| format!(", {name}"))
            .collect();
        let constructor = constructor(kind.data_type(), integers);
        body += &format!(
            "    arguments[{index}] = {type_name}_argument_{constructor}({}{given});\n",
            quoted(name)
        );
    }
    let rows = if row.extent.is_range() { "ranges" } else { "codes" };
    let arguments = if count > 0 { "arguments" } else { "NULL" };
    body += &format!(
        "    return {type_name}_format_row(&{type_name}_{rows}[{index}], language, {arguments}, {count}, buffer, size);\n"
    );
    (head, body)
}

/// The types of the parameters of an argument, and the suffixes of their names.
fn parameter_parts(kind: DataType, integers: Integers) -> &'static [(&'static str, &'static str)] {
    match kind {
        DataType::Text | DataType::Number | DataType::Word | DataType::Listed => &[("const char *", "")],
        DataType::Integer => integers.parameter,
        DataType::Duration => &[("uint64_t ", "_seconds"), ("uint32_t ", "_nanoseconds")],
        DataType::List => &[("const char *const *", ""), ("size_t ", "_count")],
    }
}

fn constructor(kind: DataType, integers: Integers) -> &'static str {
    match kind {
        DataType::Text | DataType::Number | DataType::Word | DataType::Listed => "text",
        DataType::Integer => integers.constructor,
        DataType::Duration => "duration",
        DataType::List => "texts",
    }
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
