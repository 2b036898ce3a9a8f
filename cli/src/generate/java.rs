//! Java: a class of constants, and maps.

use code_registry_table::{Argument, DataType, Enumeration, Part, Repr, symbol_of_variant};

use super::identifiers::{JAVA, JAVA_OBJECT, JAVA_TEXT, camel_words, lower_camel, unique_names};
use super::java_syntax::{boxed_type, comment, compare, label, part_of_value, quoted, value, value_type};
use super::messages::{Speech, matches, speeches, word_lists};
use super::model::{
    Answer, Cell, Column, ColumnKind, Constant, Entry, Function, Model, Naming, Texts, comment_line, fill,
};

/// The number of texts and columns per class. A class file is limited to 65,535 constants and bytes of code.
const PART: usize = 1000;

const IMPORTS: &[&str] = &["ArrayList", "Collections", "List", "Locale", "Map", "Optional", "TreeMap"];

const MESSAGE_IMPORTS: &[&str] = &[
    "java.math.BigDecimal",
    "java.math.BigInteger",
    "java.math.RoundingMode",
    "java.time.Duration",
    "java.util.Arrays",
    "java.util.HashMap",
    "java.util.function.Function",
    "java.util.regex.Matcher",
    "java.util.regex.Pattern",
];

pub(super) fn write(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let constants: String =
        model.constants(symbol_of_variant, &[]).iter().map(|it| constant(repr, it)).collect();
    let (calls, classes) = parts(model);
    let package = model.name.package.as_ref().map(|package| format!("\npackage {package};\n"));
    let has_messages = model.has_messages;
    let matches = matches(model.table).into_iter();
    let matches: Vec<String> =
        matches.map(|(tag, column)| format!("Map.entry({}, {column})", quoted(&tag))).collect();
    // What depends on fields that not every table needs.
    let optional = |write: fn(&str) -> String| {
        let has_url = model.table.url.is_some();
        let fields = [("url", has_url), ("message", has_messages), ("helpMessage", model.has_help_arguments)];
        fields.iter().filter(|(_, is_needed)| *is_needed).map(|(name, _)| write(name)).collect::<String>()
    };
    let columns = ColumnParts::new(model);
    let texts = Members::new(&Column::of_texts(model), &[JAVA_TEXT]);
    let functions = Functions::new(model);
    fill(
        include_str!("java.java"),
        &[
            ("url_method", if model.table.url.is_some() { URL_METHOD } else { "" }),
            ("text_fields", &texts.fields),
            ("text_parameters", &texts.parameters.iter().map(|it| format!(", {it}")).collect::<String>()),
            ("text_assignments", &texts.assignments),
            ("text_methods", &texts.methods),
            ("parts_type", &class("Parts", "The parts of a value.", &Column::of_parts(model))),
            ("parts_function", &parts_function(model)),
            ("words", &functions.words),
            ("columns_type", &columns.class),
            ("columns_field", columns.field),
            ("columns_parameter", columns.parameter),
            ("columns_assignment", columns.assignment),
            ("columns_method", columns.method),
            ("columns_function", &columns.function),
            ("package", package.as_deref().unwrap_or_default()),
            ("imports", &imports(has_messages)),
            ("title", &comment(&model.title)),
            ("Name", &model.name.to_string()),
            ("constants", &constants),
            ("value", value_type(repr)),
            ("boxed", boxed_type(repr)),
            ("languages", &model.tags().map(quoted).collect::<Vec<_>>().join(", ")),
            ("fill", &calls),
            ("label", &label(model)),
            ("guard", &guard(repr)),
            ("unlisted", &unlisted(model)),
            ("compare", compare(repr)),
            ("parts", &classes),
            ("matches", &matches.join(", ")),
            ("message_field", &optional(|name| format!("        private final String {name};\n"))),
            ("message_parameter", &optional(|name| format!(", String {name}"))),
            ("message_assignment", &optional(|name| format!("            this.{name} = {name};\n"))),
            ("runtime", &if has_messages { runtime(model, &functions) } else { String::new() }),
        ],
    )
}

fn imports(has_messages: bool) -> String {
    let mut imports: Vec<String> = IMPORTS.iter().map(|name| format!("java.util.{name}")).collect();
    if has_messages {
        imports.extend(MESSAGE_IMPORTS.iter().map(|name| (*name).to_owned()));
        imports.sort_unstable();
    }
    imports.iter().map(|import| format!("import {import};\n")).collect()
}

/// The condition that excludes invalid values.
fn guard(repr: &Repr) -> String {
    let is_none = match repr {
        Repr::I32 | Repr::I64 | Repr::U64 => return String::new(),
        Repr::Str(_) | Repr::Name(_) => {
            format!("!value.matches(\"[!-~]{{1,{}}}\")", repr.longest().unwrap_or_default())
        }
        _ => format!("value < {} || value > {}", value(repr, repr.min()), value(repr, repr.max())),
    };
    format!("        if ({is_none}) {{\n            return Optional.empty();\n        }}\n")
}

fn constant(repr: &Repr, constant: &Constant) -> String {
    let Constant { identifier, doc, deprecated, .. } = constant;
    let tag = deprecated.as_ref().map(|instead| format!("\n     *\n     * @deprecated {}", comment(instead)));
    let mark = if deprecated.is_some() { "    @Deprecated\n" } else { "" };
    let doc = doc.iter().map(|line| comment(line)).collect::<Vec<_>>().join("\n     *\n     * <p>");
    let (tag, kind, value) = (tag.unwrap_or_default(), value_type(repr), value(repr, constant.value));
    format!(
        "\n    /**\n     * {doc}{tag}\n     */\n{mark}    public static final {kind} {identifier} = {value};\n"
    )
}

/// The calls that add codes and ranges, and the classes with what they call.
fn parts(model: &Model<'_>) -> (String, String) {
    let rows = (PART / (model.table.languages.len() + model.table.properties.len() + 2)).max(1);
    let (repr, indent) = (&model.table.repr, "            ");
    let ends =
        |entry: &Entry<'_>| [entry.row.extent.first(), entry.row.extent.last()].map(|end| value(repr, end));
    let built = |entry: &Entry<'_>| {
        let [first, last] = ends(entry);
        row(model, &entry.answer, [&first, &last], indent)
    };
    let code = |entry: &Entry<'_>| format!("{indent}codes.put({}, {});\n", ends(entry)[0], built(entry));
    let range = |entry: &Entry<'_>| format!("{indent}ranges.add({});\n", built(entry));
    let codes = model.codes.chunks(rows).map(|part| part.iter().map(code).collect::<String>());
    let ranges = model.ranges.chunks(rows).map(|part| part.iter().map(range).collect());
    let (name, mut calls, mut classes) = (model.name, String::new(), String::new());
    for (index, statements) in codes.chain(ranges).enumerate() {
        calls += &format!("        {name}Part{index}.fill();\n");
        classes += &format!(
            "\n    private static final class {name}Part{index} {{\n        private static void fill() {{\n{statements}        \
             }}\n    }}\n"
        );
    }
    (calls, classes)
}

fn unlisted(model: &Model<'_>) -> String {
    match &model.unlisted {
        None => "Optional.empty()".to_owned(),
        Some(answer) => {
            format!("Optional.of({})", row(model, answer, ["value", "value"], "            "))
        }
    }
}

fn row(model: &Model<'_>, answer: &Answer<'_>, [first, last]: [&str; 2], indent: &str) -> String {
    let needed = [true, model.table.url.is_some(), model.has_messages, model.has_help_arguments];
    let optional = |text: &Option<String>| text.as_deref().map_or_else(|| "null".to_owned(), quoted);
    let text = |Texts { name, description, help, url, columns, message, help_message }: &Texts| {
        let others = [help, url, message, help_message].into_iter().zip(needed).filter(|(_, needed)| *needed);
        let others: Vec<String> = others.map(|(text, _)| text).chain(columns).map(optional).collect();
        let (name, description) = (quoted(name), quoted(description));
        format!(",\n{indent}    new Text({name}, {description}, {})", others.join(", "))
    };
    let texts: String = answer.texts.iter().map(text).collect();
    let references: Vec<String> = answer.references.iter().map(|reference| quoted(reference)).collect();
    let (symbol, status, references) = (quoted(answer.symbol), answer.status, references.join(", "));
    let cells = cells(model, answer);
    format!("new Row({symbol}, {first}, {last}, \"{status}\", List.of({references}){cells}{texts})")
}

const URL_METHOD: &str = "
        /** The address of the page of the value. */
        public Optional<String> url() {
            return Optional.ofNullable(url);
        }
";

/// The columns of a row, as an argument of its constructor.
fn cells(model: &Model<'_>, answer: &Answer<'_>) -> String {
    let cell = |column: Column<'_>| match (column.cell(model.table, &answer.values), &column.kind) {
        (None, _) => "null".to_owned(),
        (Some(Cell::Bool(value)), _) => value.to_string(),
        (Some(Cell::Integer(number)), ColumnKind::Integer(repr)) => value(repr, number),
        (Some(Cell::Integer(number)), _) => number.to_string(),
        (Some(Cell::Text(text)), _) => quoted(text),
    };
    let cells: Vec<String> = Column::of(model).into_iter().map(cell).collect();
    match &cells[..] {
        [] => String::new(),
        cells => format!(", new Columns({})", cells.join(", ")),
    }
}

/// What the class contains for the columns.
#[derive(Default)]
struct ColumnParts {
    class: String,
    field: &'static str,
    parameter: &'static str,
    assignment: &'static str,
    method: &'static str,
    function: String,
}

impl ColumnParts {
    fn new(model: &Model<'_>) -> Self {
        let columns = Column::of(model);
        if columns.is_empty() {
            return Self::default();
        }
        let class = class("Columns", "The columns of the table.", &columns);
        let function = format!(
            "\n    /** The columns of the table for the value. */\n    public static Optional<Columns> columnsOf({} value) \
             {{\n        return rowOf(value).map(Row::columns);\n    }}\n",
            value_type(&model.table.repr)
        );
        Self {
            class,
            field: "        private final Columns columns;\n",
            parameter: "Columns columns, ",
            assignment: "            this.columns = columns;\n",
            method: "\n        /** The columns of the table. */\n        public Columns columns() {\n            return columns;\n        }\n",
            function,
        }
    }
}

/// A class of columns; empty without columns.
fn class(class: &str, doc: &str, columns: &[Column<'_>]) -> String {
    if columns.is_empty() {
        return String::new();
    }
    let Members { fields, parameters, assignments, methods } = Members::new(columns, &[]);
    format!(
        "\n    /** {doc} */\n    public static final class {class} {{\n{fields}\n        private {class}({}) \
         {{\n{assignments}        }}\n{methods}    }}\n",
        parameters.join(", ")
    )
}

/// The members of a class that columns need.
#[derive(Default)]
struct Members {
    fields: String,
    parameters: Vec<String>,
    assignments: String,
    methods: String,
}

impl Members {
    fn new(columns: &[Column<'_>], reserved: &[&str]) -> Self {
        let reserved = [&[JAVA, JAVA_OBJECT], reserved].concat();
        let names = unique_names(columns.iter().map(|column| camel_words(column.name)), &reserved);
        let mut members = Self::default();
        for (column, name) in columns.iter().zip(&names) {
            let (plain, boxed) = column_type(column);
            let (kind, result, returned) = match column.is_optional {
                true => (boxed, format!("Optional<{boxed}>"), format!("Optional.ofNullable({name})")),
                false => (plain, plain.to_owned(), name.clone()),
            };
            members.fields += &format!("        private final {kind} {name};\n");
            members.parameters.push(format!("{kind} {name}"));
            members.assignments += &format!("            this.{name} = {name};\n");
            members.methods += &format!(
                "\n        /** {} */\n        public {result} {name}() {{\n            return {returned};\n        }}\n",
                comment(&column.doc)
            );
        }
        members
    }
}

fn parts_function(model: &Model<'_>) -> String {
    let (value, parts) = (value_type(&model.table.repr), &model.table.parts);
    if parts.is_empty() {
        return String::new();
    }
    let numbers: Vec<String> = parts.iter().map(|part| part_of_value(&model.table.repr, part)).collect();
    format!(
        "\n    /** The parts of the value. */\n    public static Parts partsOf({value} value) {{\n        return new \
         Parts({});\n    }}\n",
        numbers.join(", ")
    )
}

/// A method for each message, and one for each enum.
struct Functions {
    messages: String,
    words: String,
}

impl Functions {
    fn new(model: &Model<'_>) -> Self {
        let word_names = model.word_function_names(lower_camel, &[JAVA]);
        let naming = Naming {
            function: lower_camel,
            parameter: camel_words,
            reserved_functions: &[JAVA, &word_names.join(" ")],
            reserved_parameters: &[JAVA],
        };
        let messages = naming.functions(model);
        let enums = &model.table.enums;
        let words = enums.iter().zip(word_names).enumerate().map(word_function);
        let words =
            if enums.is_empty() { String::new() } else { Self::words(model, &words.collect::<String>()) };
        let message = |message: &Function<'_>| function(&model.table.repr, message);
        Self { messages: messages.iter().map(message).collect(), words }
    }

    fn words(model: &Model<'_>, functions: &str) -> String {
        let words = |lists: &Vec<String>| {
            let lists: Vec<String> = lists.iter().map(|list| quoted(list)).collect();
            format!("{{{}}}, ", lists.join(", "))
        };
        let words: String = word_lists(model.table).iter().map(words).collect();
        fill(include_str!("java_words.java"), &[("functions", functions), ("words", &words)])
    }
}

fn word_function((index, (one, name)): (usize, (&Enumeration, String))) -> String {
    format!(
        "\n    /** The name of a word of {{@code {}}} in the best matching language; another text as it is. */\n    public static \
         String {name}(String word, String language) {{\n        return word(word, words[{index}][column(language)]);\n    \
         }}\n",
        one.name
    )
}

fn column_type(column: &Column<'_>) -> (&'static str, &'static str) {
    match &column.kind {
        ColumnKind::Bool => ("boolean", "Boolean"),
        ColumnKind::Integer(repr) => (value_type(repr), boxed_type(repr)),
        ColumnKind::Text | ColumnKind::Words(_) => ("String", "String"),
    }
}

/// The interpreter of messages, and a method for each message.
fn runtime(model: &Model<'_>, functions: &Functions) -> String {
    let arrays = ["new int[] {", "new String[][] {", "{", "new String[] {", "new String[] {"];
    let name = model.name.to_string();
    let speech = |speech: &Speech<'_>| {
        let fields = speech.fields(quoted, arrays, "}");
        format!("            new {name}Speech({}, {fields}),\n", speech.right_to_left)
    };
    let is_word = match model.table.enums.is_empty() {
        true => "",
        false => WORD_CASE,
    };
    let repr = &model.table.repr;
    let own = |part: &Part| format!("        whole.put(\"{}\", {});\n", part.name, part_of_value(repr, part));
    let own: String = model.table.parts.iter().map(own).collect();
    let help = match model.has_help_arguments {
        true => fill(include_str!("java_help.java"), &[("value", value_type(repr))]),
        false => String::new(),
    };
    fill(
        include_str!("java_messages.java"),
        &[
            ("Name", &name),
            ("value", value_type(repr)),
            ("shown", if repr == &Repr::U64 { "Long.toUnsignedString(value)" } else { "value" }),
            ("help", &help),
            ("word_case", is_word),
            ("own", &own),
            ("own_parts", if own.is_empty() { "" } else { " and its parts" }),
            ("functions", &functions.messages),
            ("speeches", &speeches(model.table).iter().map(speech).collect::<String>()),
        ],
    )
}

/// An argument whose kind is the index of an enum.
const WORD_CASE: &str =
    "            if (!kind.isEmpty() && kind.charAt(0) <= '9' && !(argument instanceof Function)) {
                return isolated(List.of(word(text(argument), words[Integer.parseInt(kind)][column])));
            }
";

/// The method of a message. If it has integers, there is a second one for those that are too large for `long`.
fn function(repr: &Repr, function: &Function<'_>) -> String {
    let has_integers =
        function.parameters.iter().any(|(argument, _)| parameter_type(argument.kind.data_type()) == "long");
    let integers: &[&str] = if has_integers { &["long", "BigInteger"] } else { &["long"] };
    integers.iter().map(|integer| method(repr, function, integer)).collect()
}

fn method(repr: &Repr, function: &Function<'_>, integer: &str) -> String {
    let Function { name, row, index, sentence, parameters } = function;
    let parameter = |(argument, name): &(&Argument, String)| match parameter_type(argument.kind.data_type()) {
        "long" => format!(", {integer} {name}"),
        other => format!(", {other} {name}"),
    };
    let given = |(argument, name): &(&Argument, String)| format!(", {}, {name}", quoted(&argument.name));
    let row = match row.extent.is_range() {
        true => format!("ranges.get({index})"),
        false => format!("codes.get({})", value(repr, row.extent.first())),
    };
    format!(
        "\n    /** {} */\n    public static String {name}(String language{}) {{\n        return write({row}, \
         language{});\n    }}\n",
        comment(&comment_line(sentence)),
        parameters.iter().map(parameter).collect::<String>(),
        parameters.iter().map(given).collect::<String>(),
    )
}

fn parameter_type(kind: DataType) -> &'static str {
    match kind {
        DataType::Text | DataType::Number | DataType::Word | DataType::Listed => "String",
        DataType::Integer => "long",
        DataType::Duration => "Duration",
        DataType::List => "List<String>",
    }
}
