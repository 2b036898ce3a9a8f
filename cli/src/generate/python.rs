//! Python: an enum, and named tuples.

use code_registry_table::{
    Argument, DataType, Message, Part, PartForm, Radix, Repr, Words, symbol_of_variant,
};

use super::identifiers::{PYTHON, unique_names};
use super::messages::{RowMessage, Speech, Syntax, matches, names, speeches};
use super::model::{
    Answer, Cell, Column, ColumnKind, Constant, Entry, Model, Texts, escaped, fill, joined, quoted_with,
    unicode_escape,
};

const SYNTAX: Syntax = Syntax {
    quoted,
    sentence: ["(", ")"],
    cases: ["(", ")"],
    single: ",",
    choice: |by, argument, cases, other| format!("_Choice(\"{by}\", {argument}, {cases}, {other})"),
};

pub(super) fn write(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let has_messages = model.has_messages;
    let constants: String = model.constants(member, &[]).iter().map(|it| constant(repr, it)).collect();
    let rows =
        |entries: &[Entry<'_>], indent| entries.iter().map(|it| row(model, it, indent)).collect::<String>();
    let is_text = repr.is_text();
    let unlisted = model.unlisted.as_ref().map(|answer| {
        let (first, last) = (value(repr, repr.min()), value(repr, repr.max()));
        fields(model, answer, [&first, &last], "", "")
    });
    let matches: Vec<String> =
        matches(model.table).iter().map(|(tag, column)| format!("{}: {column}", quoted(tag))).collect();
    let columns = Column::of(model);
    let columns_field = format!("    columns: {}Columns\n", model.name);
    let functions = Functions::new(model);
    fill(
        include_str!("python.py"),
        &[
            ("title", &docstring(&[&model.title])),
            ("imports", &imports(model)),
            ("Name", &model.name.to_string()),
            ("base", if is_text { "str, Enum" } else { "IntEnum" }),
            ("constants", &constants),
            ("value", value_type(repr)),
            ("languages", &model.tags().map(|tag| quoted(tag) + ",").collect::<Vec<_>>().join(" ")),
            ("codes", &rows(&model.codes, "        ")),
            ("ranges", &rows(&model.ranges, "    ")),
            ("unlisted", unlisted.as_deref().unwrap_or("None")),
            ("label", &label(model)),
            ("is_value", &is_value(repr)),
            ("missing", &missing(repr)),
            ("url_field", if model.table.url.is_some() { URL_FIELD } else { "" }),
            ("text_fields", &text_fields(model)),
            ("columns_type", &dataclass(model, "Columns", "The columns of the table.", &columns)),
            ("columns_field", if columns.is_empty() { "" } else { &columns_field }),
            ("columns_function", &if columns.is_empty() { String::new() } else { columns_function(model) }),
            ("parts_type", &dataclass(model, "Parts", "The parts of a value.", &Column::of_parts(model))),
            ("parts_function", &parts_function(model)),
            ("words", &words(model)),
            ("words_functions", &functions.words),
            ("matches", &matches.join(", ")),
            ("message_types", if has_messages { include_str!("python_message_types.py") } else { "" }),
            ("message_field", &message_fields(model)),
            ("runtime", &if has_messages { runtime(model, &functions) } else { String::new() }),
        ],
    )
}

/// The lines of imports, in the order that formatters write.
fn imports(model: &Model<'_>) -> String {
    let (repr, has_messages) = (&model.table.repr, model.has_messages);
    let has_dataclass = !Column::of(model).is_empty() || !model.table.parts.is_empty();
    let typing = match has_messages {
        false if repr.is_name() => "NamedTuple, Optional, Tuple",
        false => "Any, NamedTuple, Optional, Tuple",
        true => "Any, Callable, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union",
    };
    let lines = [
        (has_messages, "import decimal"),
        (has_messages, "import math"),
        (has_messages || repr.is_text(), "import re"),
        (has_dataclass, "from dataclasses import dataclass"),
        (repr.is_text(), "from enum import Enum"),
        (!repr.is_text(), "from enum import IntEnum"),
    ];
    let lines = lines.iter().filter(|(is_needed, _)| *is_needed);
    let lines: String = lines.map(|(_, line)| format!("{line}\n")).collect();
    lines + &format!("from typing import {typing}\n")
}

/// Values of ranges, and all others if the table is open, are members too. Each becomes one object, as the pseudo-members of
/// `enum.Flag` do. Words have no ranges.
fn missing(repr: &Repr) -> String {
    let base = match repr {
        Repr::Name(_) => return String::new(),
        Repr::Str(_) => "str",
        _ => "int",
    };
    format!(
        "    @classmethod\n    def _missing_(cls, value: object) -> Any:\n        if not isinstance(value, {base}) or \
         _row_of(value) is None:\n            return None\n        value = {base}.__{base}__(value)\n        member = \
         {base}.__new__(cls, value)\n        member._name_, member._value_ = str(value), value\n        \
         return member\n\n"
    )
}

const URL_FIELD: &str =
    "    url: Optional[str] = None\n    \"\"\"The address of the page of the value.\"\"\"\n";

/// A class of columns; empty without columns.
fn dataclass(model: &Model<'_>, suffix: &str, doc: &str, columns: &[Column<'_>]) -> String {
    if columns.is_empty() {
        return String::new();
    }
    let names = unique_names(columns.iter().map(|column| column.name.to_owned()), &[PYTHON]);
    let field = |(column, name): (&Column<'_>, String)| {
        let kind = match column.kind {
            ColumnKind::Bool => "bool",
            ColumnKind::Integer(_) => "int",
            ColumnKind::Text | ColumnKind::Words(_) => "str",
        };
        let kind = if column.is_optional { format!("Optional[{kind}]") } else { kind.to_owned() };
        format!("    {name}: {kind}\n    {}\n", docstring(&[&column.doc]))
    };
    let (name, fields) = (model.name, columns.iter().zip(names).map(field).collect::<String>());
    format!("\n@dataclass(frozen=True)\nclass {name}{suffix}:\n    \"\"\"{doc}\"\"\"\n\n{fields}\n")
}

/// The fields of columns with texts, in the named tuple of a text.
fn text_fields(model: &Model<'_>) -> String {
    let columns = Column::of_texts(model);
    let names = unique_names(columns.iter().map(|column| column.name.to_owned()), &[PYTHON, TUPLE_METHODS]);
    let field = |(column, name): (&Column<'_>, String)| {
        // A field without a default cannot follow one that has a default.
        format!("    {name}: Optional[str] = None\n    {}\n", docstring(&[&column.doc]))
    };
    columns.iter().zip(names).map(field).collect()
}

/// Methods that every named tuple has.
const TUPLE_METHODS: &str = "count index";

fn columns_function(model: &Model<'_>) -> String {
    let (name, value) = (model.name, value_type(&model.table.repr));
    format!(
        "\ndef columns_of(value: {value}) -> Optional[{name}Columns]:\n    \"\"\"The columns of the table for the \
         value.\"\"\"\n    row = _row_of(value)\n    return None if row is None else row.columns\n\n"
    )
}

fn parts_function(model: &Model<'_>) -> String {
    let parts = &model.table.parts;
    if parts.is_empty() {
        return String::new();
    }
    let numbers: Vec<String> = parts.iter().map(part_of_value).collect();
    format!(
        "\ndef parts_of(value: int) -> {name}Parts:\n    \"\"\"The parts of the value.\"\"\"\n    return \
         {name}Parts({})\n\n",
        numbers.join(", "),
        name = model.name,
    )
}

fn part_of_value(part: &Part) -> String {
    format!("value >> {} & {:#x}", part.first_bit, part.max())
}

/// The names of the words of each enum.
fn words(model: &Model<'_>) -> String {
    let words = model.table.enums.iter().enumerate().map(|(index, one)| {
        let names = names(model.table, one).map(|(word, names)| {
            let names: String = names.into_iter().map(|name| quoted(name) + ", ").collect();
            format!("    {}: ({names}),\n", quoted(word))
        });
        format!("\n_WORDS_{index} = {{\n{}}}\n", names.collect::<String>())
    });
    let words: String = words.collect();
    if words.is_empty() { words } else { words + "\n" }
}

/// The fields of a row.
fn message_fields(model: &Model<'_>) -> String {
    let field = |name: &str| format!("    {name}: Optional[_Message] = None\n");
    let message = model.has_messages.then(|| field("message"));
    message.into_iter().chain(model.has_help_arguments.then(|| field("help"))).collect()
}

/// `_` at both ends is reserved for the enum.
fn member(name: &str) -> String {
    let name = symbol_of_variant(name).trim_matches('_').to_owned();
    if name.starts_with(|first: char| first.is_ascii_digit()) { format!("_{name}") } else { name }
}

fn value_type(repr: &Repr) -> &'static str {
    if repr.is_text() { "str" } else { "int" }
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
    let mut message = match RowMessage::of(entry.row, model.table) {
        Some(message) if model.has_messages => {
            format!("{indent}    message={},\n", self::message(&message))
        }
        _ => String::new(),
    };
    if let Some(help) = RowMessage::of_help(entry.row, model.table) {
        message += &format!("{indent}    help={},\n", self::message(&help));
    }
    format!("{indent}{},\n", fields(model, &entry.answer, [&first, &last], &message, indent))
}

fn fields(
    model: &Model<'_>,
    answer: &Answer<'_>,
    [first, last]: [&str; 2],
    message: &str,
    indent: &str,
) -> String {
    let type_name = model.name;
    let optional = |text: &Option<String>| text.as_deref().map_or_else(|| "None".to_owned(), quoted);
    let text = |Texts { name, description, help, url, columns, .. }: &Texts| {
        let (name, description, help) = (quoted(name), quoted(description), optional(help));
        let url = model.table.url.is_some().then_some(url);
        let others: String =
            url.into_iter().chain(columns).map(|text| format!(", {}", optional(text))).collect();
        format!("{indent}        {type_name}Text({name}, {description}, {help}{others}),\n")
    };
    let (symbol, texts) = (quoted(answer.symbol), answer.texts.iter().map(text).collect::<String>());
    let references: String = answer.references.iter().map(|reference| quoted(reference) + ", ").collect();
    let cells = Column::of(model).into_iter().map(|column| match column.cell(model.table, &answer.values) {
        None => "None".to_owned(),
        Some(Cell::Bool(value)) => if value { "True" } else { "False" }.to_owned(),
        Some(Cell::Integer(number)) => number.to_string(),
        Some(Cell::Text(text)) => quoted(text),
    });
    let cells: Vec<String> = cells.collect();
    let cells = match &cells[..] {
        [] => String::new(),
        cells => format!("{indent}    {type_name}Columns({}),\n", cells.join(", ")),
    };
    let message =
        &format!("{indent}    \"{}\",\n{indent}    ({references}),\n{cells}{message}", answer.status);
    format!(
        "{type_name}Row(\n{indent}    {symbol},\n{indent}    {first},\n{indent}    {last},\n{indent}    (\n{texts}\
         {indent}    ),\n{message}{indent})"
    )
}

fn message(message: &RowMessage<'_>) -> String {
    let argument = |Argument { name, kind, words, .. }: &Argument| match words {
        Words::Enum { index, .. } => format!("({}, _WORDS_{index}), ", quoted(name)),
        Words::None | Words::List(_) => format!("({}, \"{}\"), ", quoted(name), kind.name()),
    };
    let text =
        |text: &Option<&Message>| text.map_or_else(|| "None".to_owned(), |text| SYNTAX.message(text)) + ", ";
    let arguments: String = message.arguments().iter().map(argument).collect();
    let texts: String = message.texts.iter().map(text).collect();
    format!("_Message(({arguments}), ({texts}))")
}

/// A function for each message, and one for each enum.
struct Functions {
    messages: String,
    words: String,
}

impl Functions {
    fn new(model: &Model<'_>) -> Self {
        let entries = model.codes.iter().chain(&model.ranges);
        let messages: Vec<RowMessage<'_>> =
            entries.filter_map(|entry| RowMessage::of(entry.row, model.table)).collect();
        let snake = |name: &str| symbol_of_variant(name).to_ascii_lowercase();
        let word_names = model.word_function_names(snake, &[PYTHON]);
        let names = model.function_names(snake, messages.iter().map(|message| message.row));
        let message_names = unique_names(names, &[PYTHON, &word_names.join(" ")]);
        let messages = messages.iter().zip(&message_names);
        let words = model.table.enums.iter().zip(&word_names).enumerate().map(|(index, (one, name))| {
            let doc =
                docstring(&[&format!("The name of a word of `{}` in the best matching language.", one.name)]);
            format!(
                "\ndef {name}(word: str, language: str = LANGUAGES[0]) -> str:\n    {doc}\n    return \
                 _WORDS_{index}[word][_column_of(language)] if word in _WORDS_{index} else word\n\n"
            )
        });
        Self {
            messages: messages.map(|(message, name)| message_function(model, message, name)).collect(),
            words: words.collect(),
        }
    }
}

fn message_function(model: &Model<'_>, message: &RowMessage<'_>, name: &str) -> String {
    let argument = |Argument { name, kind, .. }: &Argument| (name.clone(), argument_type(kind.data_type()));
    let arguments: Vec<(String, &str)> = message.arguments().iter().map(argument).collect();
    // A value of the row itself: the first one of a range may have a row of its own.
    let table = model.table;
    let own = table.segments.iter().find(|segment| table.rows[segment.row].extent == message.row.extent);
    let value = value(&table.repr, own.map_or(message.row.extent.first(), |segment| segment.first));
    let text = message.texts[0].map(|text| text.shown(message.arguments())).unwrap_or_default();
    function(name, &value, &docstring(&[&text]), &arguments)
}

/// The interpreter of messages, and a function for each message.
fn runtime(model: &Model<'_>, functions: &Functions) -> String {
    let speeches: String = speeches(model.table).iter().map(speech).collect();
    let value = value_type(&model.table.repr);
    let help = match model.has_help_arguments {
        true => fill(include_str!("python_help.py"), &[("value", value)]),
        false => String::new(),
    };
    let own = |part: &Part| format!("\"{}\": {}, ", part.name, part_of_value(part));
    let own: String = model.table.parts.iter().map(own).collect();
    let values = [
        ("speeches", &*speeches),
        ("help", &help),
        ("functions", &functions.messages),
        ("value", value),
        ("own", &own),
        ("own_parts", if own.is_empty() { "" } else { " and its parts" }),
    ];
    fill(include_str!("python_messages.py"), &values)
}

/// Arguments are keyword arguments, unless their names are not valid in Python.
fn function(name: &str, value: &str, doc: &str, arguments: &[(String, &str)]) -> String {
    let is_keyword = |name: &str| {
        let mut letters = name.chars();
        letters.next().is_some_and(|first| first.is_ascii_alphabetic())
            && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
            && name != "language"
            && !PYTHON.split(' ').any(|word| word == name)
    };
    let language = "language: str = LANGUAGES[0]";
    if !arguments.iter().all(|(name, _)| is_keyword(name)) {
        return format!(
            "\n\ndef {name}(arguments: Mapping[str, Argument], {language}) -> str:\n    {doc}\n    \
             return \"\".join(localized({value}, arguments)(language))\n"
        );
    }
    let star = if arguments.is_empty() { "" } else { "*, " };
    let parameters: String = arguments.iter().map(|(name, kind)| format!("{name}: {kind}, ")).collect();
    let given: Vec<String> = arguments.iter().map(|(name, _)| format!("\"{name}\": {name}")).collect();
    format!(
        "\n\ndef {name}({star}{parameters}{language}) -> str:\n    {doc}\n    return \"\".join(localized({value}, {{{}}})(language))\n",
        given.join(", ")
    )
}

fn argument_type(kind: DataType) -> &'static str {
    match kind {
        DataType::Text => "Union[str, Localized]",
        DataType::Word | DataType::Listed => "str",
        DataType::Integer => "int",
        DataType::Number => "Decimal",
        DataType::Duration => "Duration",
        DataType::List => "Sequence[Union[str, Localized]]",
    }
}

fn speech(speech: &Speech<'_>) -> String {
    let Speech { duration, .. } = speech;
    let number = speech.number_parts(quoted).map(|(_, part)| part).join(", ");
    let lists = speech.lists.map(|texts| format!("({})", texts.map(quoted).join(", ")));
    let sizes = speech.sizes.0.map(quoted).join(", ");
    let numbers = |numbers: &[u8]| numbers.iter().map(|number| format!("{number}, ")).collect::<String>();
    let chain: String = speech.language.chain.iter().map(|column| format!("{column}, ")).collect();
    format!(
        "    _Speech(\n        {},\n        ({chain}),\n        ({}),\n        ({}),\n        _Number({number}),\n        ({}),\n        ({sizes}),\n        ({}),\n        {},\n    ),\n",
        if speech.right_to_left { "True" } else { "False" },
        numbers(&speech.cardinal),
        numbers(&speech.ordinal),
        lists.join(", "),
        duration.units.map(quoted).join(", "),
        quoted(duration.pair),
    )
}

fn label(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let Some(form) = &model.table.label else {
        return if repr.is_text() { "value".to_owned() } else { "str(value)".to_owned() };
    };
    if !form.parts.is_empty() {
        let part = |part: &PartForm| {
            let max = u64::MAX >> (u64::BITS - part.bits);
            let letter = if part.radix == Radix::Decimal { "d" } else { part.radix.letter() };
            let digits = format!("format(value >> {} & {max:#x}, \"0{}{letter}\")", part.shift, part.width);
            joined([quoted(&part.before), digits])
        };
        return joined(form.parts.iter().map(part).chain([quoted(&form.after)]));
    }
    let (width, mask) = (form.width, repr.max() - repr.min());
    let digits = match form.radix {
        Radix::Decimal if repr.is_text() => "value".to_owned(),
        Radix::Decimal => format!("format(value, \"0{width}d\")"),
        Radix::LowerHexadecimal => format!("format(value & {mask:#x}, \"0{width}x\")"),
        Radix::UpperHexadecimal => format!("format(value & {mask:#x}, \"0{width}X\")"),
    };
    joined([quoted(&form.before), digits, quoted(&form.after)])
}

/// A docstring of these paragraphs.
fn docstring(paragraphs: &[&str]) -> String {
    let escaped = paragraphs.iter().map(|text| escaped(text, unicode_escape)).collect::<Vec<_>>();
    format!("\"\"\"{}\"\"\"", escaped.join("\n\n    "))
}

fn quoted(text: &str) -> String {
    quoted_with(text, unicode_escape)
}
