//! C: macros for the constants, and arrays of rows.

use code_registry_table::{Argument, DataType, Enumeration, Part, Repr, symbol_of_variant};

use super::c_syntax::{comment, label, part_of_value, quoted, value, value_type};
use super::identifiers::{C, C_ARGUMENTS, C_LOCALS, C_SUFFIXES, C_TEXT, unique_names};
use super::messages::{Speech, matches, names, speeches};
use super::model::{
    Answer, Cell, Column, ColumnKind, Constant, Entry, Function, Model, Naming, Texts, comment_line, fill,
};

/// An argument whose kind is the index of an enum.
const WORD_CASE: &str =
    "    else if (text && *kind >= '0' && *kind <= '9') «name»_write_word(&isolate, text, kind, column);\n";

/// What writes a row for the functions of messages.
const ROW_FUNCTION: &str = include_str!("c_row.h");

pub(super) fn write(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let (name, upper) = (type_name(model), model.name.snake().to_ascii_uppercase());
    let constants = model.constants(symbol_of_variant, &[C_SUFFIXES]);
    let constants: String = constants.iter().map(|it| constant(repr, &upper, it)).collect();
    let least = value(repr, repr.min());
    let unlisted = model.unlisted.as_ref().map(|answer| fields(model, answer, [&least, &least], ""));
    let matches = matches(model.table).into_iter();
    let matches: String = matches.map(|(tag, column)| format!("{{{}, {column}}}, ", quoted(&tag))).collect();
    let messages = if model.has_messages { Messages::new(model) } else { Messages::default() };
    let columns = ColumnParts::new(model);
    let parts = ColumnParts::of_parts(model);
    let words = Words::new(model);
    let url_field = "    /** The address of the page of the value, or NULL. */\n    const char *url;\n";
    fill(
        include_str!("c.h"),
        &[
            ("url_field", if model.table.url.is_some() { url_field } else { "" }),
            ("reference_count", &(most_references(model) + 1).to_string()),
            ("text_fields", &members(&Column::of_texts(model), &[C, C_TEXT])),
            ("columns_type", &columns.class),
            ("columns_field", &columns.field),
            ("columns_declaration", &columns.declaration),
            ("columns_function", &columns.function),
            ("parts_type", &parts.class),
            ("parts_declaration", &parts.declaration),
            ("parts_function", &parts.function),
            ("words", &words.data),
            ("words_declarations", &words.declarations),
            ("words_functions", &words.functions),
            ("NAME", &upper),
            ("name", &name),
            ("title", &comment(&model.title)),
            ("value", value_type(repr)),
            ("constants", &constants),
            ("count", &model.table.languages.len().to_string()),
            ("code_count", &model.codes.len().to_string()),
            ("range_count", &model.ranges.len().to_string()),
            ("languages", &model.tags().map(quoted).collect::<Vec<_>>().join(", ")),
            ("codes", &rows(model, &model.codes)),
            ("ranges", &rows(model, &model.ranges)),
            ("unlisted", &unlisted.unwrap_or_else(|| no_row(model))),
            ("compare", compare(repr)),
            ("guard", &guard(repr)),
            ("matches", &matches),
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
    if [C, C_LOCALS].iter().any(|list| list.split(' ').any(|word| word == name)) { name + "_" } else { name }
}

fn compare(repr: &Repr) -> &'static str {
    if repr.is_text() { "strcmp(left, right)" } else { "(left > right) - (left < right)" }
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

/// The elements of an array, which ends with an empty row.
fn rows(model: &Model<'_>, entries: &[Entry<'_>]) -> String {
    let repr = &model.table.repr;
    let row = |entry: &Entry<'_>| {
        let ends = [entry.row.extent.first(), entry.row.extent.last()];
        let [first, last] = ends.map(|end| value(repr, end));
        fields(model, &entry.answer, [&first, &last], "    ")
    };
    entries.iter().map(row).chain([no_row(model)]).map(|row| format!("    {row},\n")).collect()
}

fn fields(model: &Model<'_>, answer: &Answer<'_>, [first, last]: [&str; 2], indent: &str) -> String {
    let optional = |text: &Option<String>| text.as_deref().map_or_else(|| "NULL".to_owned(), quoted);
    let text = |Texts { name, description, help, url, columns, message, help_message }: &Texts| {
        let others = model.table.url.is_some().then_some(url).into_iter().chain(columns);
        let others: String = others.map(|text| format!(", {}", optional(text))).collect();
        let messages = [message, help_message].map(optional);
        let messages = match message_count(model) {
            0 => String::new(),
            count => format!(", {{{}}}", messages[..count].join(", ")),
        };
        let (name, description, help) = (quoted(name), quoted(description), optional(help));
        format!("{indent}    {{{name}, {description}, {help}{others}{messages}}},\n")
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

/// The type of the columns or parts, the member of a row, the declaration and the definition of the function.
#[derive(Default)]
struct ColumnParts {
    class: String,
    field: String,
    declaration: String,
    function: String,
}

impl ColumnParts {
    fn new(model: &Model<'_>) -> Self {
        let (name, columns) = (type_name(model), Column::of(model));
        if columns.is_empty() {
            return Self::default();
        }
        let head = format!("const {name}_columns *{name}_columns_of({name} value)");
        Self {
            class: class(&format!("{name}_columns"), "The columns of the table.", &columns),
            field: format!("    {name}_columns columns;\n"),
            declaration: format!(
                "\n/** The columns of the table for the value; NULL if there is no row. */\n{head};\n"
            ),
            function: format!(
                "\n{head} {{\n    const {name}_row *row = {name}_row_of(value);\n    return row ? &row->columns : NULL;\n}}\n"
            ),
        }
    }

    fn of_parts(model: &Model<'_>) -> Self {
        let (name, columns) = (type_name(model), Column::of_parts(model));
        if columns.is_empty() {
            return Self::default();
        }
        let head = format!("{name}_parts {name}_parts_of({name} value)");
        let names = unique_names(columns.iter().map(|column| column.name.to_owned()), &[C]);
        let parts = model.table.parts.iter().zip(names);
        let numbers = parts.map(|(part, name)| format!("    parts.{name} = {};\n", part_of_value(part)));
        Self {
            class: class(&format!("{name}_parts"), "The parts of a value.", &columns),
            field: String::new(),
            declaration: format!("\n/** The parts of the value. */\n{head};\n"),
            function: format!(
                "\n{head} {{\n    {name}_parts parts;\n{}    return parts;\n}}\n",
                numbers.collect::<String>()
            ),
        }
    }
}

fn class(name: &str, doc: &str, columns: &[Column<'_>]) -> String {
    format!("\n/** {doc} */\ntypedef struct {name} {{\n{}}} {name};\n", members(columns, &[C]))
}

fn members(columns: &[Column<'_>], reserved: &[&str]) -> String {
    let own = unique_names(columns.iter().map(|column| column.name.to_owned()), reserved);
    let marks = columns.iter().zip(&own).filter(|(column, _)| has_mark(column));
    let all = own.iter().cloned().chain(marks.map(|(_, name)| format!("has_{name}")));
    let mut marks = unique_names(all, &[]).into_iter().skip(own.len());
    let mut members = String::new();
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
    members
}

/// The names of the words of the enums, and the functions that return one.
#[derive(Default)]
struct Words {
    data: String,
    declarations: String,
    functions: String,
}

impl Words {
    fn new(model: &Model<'_>) -> Self {
        let (type_name, enums) = (type_name(model), &model.table.enums);
        if enums.is_empty() {
            return Self::default();
        }
        let (mut lists, mut array, mut words) = (String::new(), String::new(), Self::default());
        for (index, one) in enums.iter().enumerate() {
            let rows = names(model.table, one).map(|(word, names)| {
                let names: Vec<String> = names.into_iter().map(quoted).collect();
                format!("    {{{}, {{{}}}}},\n", quoted(word), names.join(", "))
            });
            let rows: String = rows.collect();
            lists += &format!(
                "\nstatic const {type_name}_word {type_name}_words_{index}[] = {{\n{rows}    {{NULL, {{NULL}}}},\n}};\n"
            );
            array += &format!("{type_name}_words_{index}, ");
            let (name, function) = (&one.name, word_function(one));
            let head = format!("const char *{type_name}_{function}(const char *word, const char *language)");
            words.declarations += &format!(
                "\n/** The name of a word of {name} in the best matching language; another text as it is. */\n{head};\n"
            );
            words.functions += &format!(
                "\n{head} {{\n    const char *found = {type_name}_find_word({index}, word, {type_name}_column(language));\n    \
                 return found ? found : word;\n}}\n"
            );
        }
        let upper = model.name.snake().to_ascii_uppercase();
        let values = [("name", &*type_name), ("NAME", &upper), ("lists", &lists), ("array", &array)];
        Self { data: fill(include_str!("c_words.h"), &values), ..words }
    }
}

/// The name of a function after that of the type.
fn word_function(one: &Enumeration) -> String {
    format!("{}_name", one.name)
}

fn no_row(model: &Model<'_>) -> String {
    let value = if model.table.repr.is_text() { "NULL" } else { "0" };
    let others = usize::from(model.table.url.is_some()) + model.table.text_columns().count();
    let others = ", NULL".repeat(others);
    let messages = if model.has_messages { ", {NULL}" } else { "" };
    let text = format!("{{NULL, NULL, NULL{others}{messages}}}");
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
        // A row must not change the name of a function for words.
        let mut taken = String::new();
        for one in &model.table.enums {
            if let Some(name) = word_function(one).strip_prefix("format_") {
                taken += &format!("{name} ");
            }
        }
        let naming = Naming {
            function: |name| symbol_of_variant(name).to_ascii_lowercase(),
            parameter: str::to_owned,
            reserved_functions: &[&taken],
            reserved_parameters: &[C, C_ARGUMENTS, &name, &argument_type],
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
        let names = [("NAME", &*upper), ("name", &name)];
        let optional =
            |is_needed: bool, template| if is_needed { fill(template, &names) } else { String::new() };
        let repr = &model.table.repr;
        let value_constructor = match repr {
            Repr::Str(_) | Repr::Name(_) => "text",
            _ if repr.min() < 0 => "signed",
            _ => "unsigned",
        };
        let own = own_arguments(model);
        let values = [
            ("NAME", &*upper),
            ("name", &name),
            ("declarations", &declarations),
            ("help_declaration", &optional(model.has_help_arguments, include_str!("c_help_declaration.h"))),
            ("help", &optional(model.has_help_arguments, include_str!("c_help.h"))),
            ("row_function", &optional(!definitions.is_empty(), ROW_FUNCTION)),
            ("functions", &definitions),
            ("speeches", &speeches),
            ("write_word", &optional(!model.table.enums.is_empty(), include_str!("c_write_word.h"))),
            ("word_case", &optional(!model.table.enums.is_empty(), WORD_CASE)),
            ("value_constructor", value_constructor),
            ("own", &own),
            ("own_count", &(model.table.parts.len() + 1).to_string()),
            ("own_parts", if own.is_empty() { "" } else { " and its parts" }),
        ];
        Self {
            types: fill(include_str!("c_message_types.h"), &values),
            runtime: fill(include_str!("c_messages.h"), &values),
        }
    }
}

/// The statements that make arguments of the parts of a value, after the value itself.
fn own_arguments(model: &Model<'_>) -> String {
    let name = type_name(model);
    let own = |(index, part): (usize, &Part)| {
        let number = part_of_value(part);
        format!("    own[{index}] = {name}_argument_unsigned(\"{}\", {number});\n", part.name)
    };
    (1..).zip(&model.table.parts).map(own).collect()
}

/// The functions with the type of their integers. One with integers is followed by one for those that are too large for
/// `int64_t`.
fn variants<'t>(functions: Vec<Function<'t>>) -> Vec<(Function<'t>, Integers)> {
    let is_integer = |kind| constructor(kind, SIGNED) == SIGNED.constructor;
    let has_integers =
        |it: &Function<'_>| it.parameters.iter().any(|(argument, _)| is_integer(argument.kind.data_type()));
    let unsigned = |it: &Function<'_>| has_integers(it).then(|| format!("{}_unsigned", it.name));
    // A row must not change the name of the second function of another one.
    let taken: Vec<String> = functions.iter().filter_map(unsigned).collect();
    let names = unique_names(functions.iter().map(|it| it.name.clone()), &[&taken.join(" ")]);
    let both = |(function, name): (Function<'t>, String)| {
        let second = unsigned(&function).map(|name| (Function { name, ..function.clone() }, UNSIGNED));
        std::iter::once((Function { name, ..function }, SIGNED)).chain(second)
    };
    functions.into_iter().zip(names).flat_map(both).collect()
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
        "    return {type_name}_write_row_to(&{type_name}_{rows}[{index}], language, {arguments}, {count}, buffer, size);\n"
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
