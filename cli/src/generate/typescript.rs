//! TypeScript: an object of constants, and maps.

use code_registry_table::{
    Argument, DataType, Enumeration, Message, Part, PartForm, Radix, Repr, Words, variant_name,
};

use super::identifiers::{TYPESCRIPT, lower_camel, unique_names};
use super::messages::{RowMessage, Speech, matches, names, speeches};
use super::model::{Answer, Cell, Column, ColumnKind, Constant, Entry, Model, Texts, joined};
use super::typescript_syntax::{
    FILE, Form, SYNTAX, chain_field, comment, is_big, key, quoted, speech, value, value_type,
};

/// A name that is not an ordinary key of an object.
const PROTOTYPE: &str = "__proto__";

/// What follows the name of the type in the names of other types.
const SUFFIXES: &str = "Columns Parts Range Row Text";

/// One file with all languages.
pub(super) fn write(model: &Model<'_>) -> String {
    write_form(model, &Messages::new(model, &FILE), "")
}

/// `modules` is what the form with modules adds.
pub(super) fn write_form(model: &Model<'_>, messages: &Messages<'_>, modules: &str) -> String {
    let (repr, form) = (&model.table.repr, messages.form);
    let constants: String =
        model.constants(str::to_owned, &[PROTOTYPE]).iter().map(|it| constant(repr, it)).collect();
    let words = WordParts::new(model, messages);
    let columns = Column::of(model);
    let mut next_index = 0..;
    let mut fields = |answer: &Answer<'_>, indent: &str| {
        let index = next_index.next().filter(|_| form.has_modules);
        let index = index.map(|index: usize| format!("{indent}index: {index},\n")).unwrap_or_default();
        index + &fields(model, form, &columns, answer, indent)
    };
    let mut of_row = |entry: &Entry<'_>| fields(&entry.answer, "    ") + &messages.of_row(model, entry);
    let codes: String = model.codes.iter().map(|entry| code(repr, entry, &of_row(entry))).collect();
    let ranges: String = model.ranges.iter().map(|entry| range(repr, entry, &of_row(entry))).collect();
    let unlisted = model.unlisted.as_ref().map(|answer| format!("{{\n{}}}", fields(answer, "  ")));
    let columns_field = format!("  readonly columns: {}Columns;\n", model.name);
    let columns_function = columns_function(model);
    let (parts_type, parts_function) = parts_of_values(model);
    let url_field = "  /** The address of the page of the value. */\n  readonly url?: string;\n";
    let matches: Vec<String> =
        matches(model.table).iter().map(|(tag, column)| format!("[{}, {column}]", quoted(tag))).collect();
    form.fill(
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
            ("url_field", if model.table.url.is_some() { url_field } else { "" }),
            ("text_fields", &members(model, &Column::of_texts(model))),
            ("columns_type", &interface(model, "Columns", "The columns of the table.", &columns)),
            ("columns_field", if columns.is_empty() { "" } else { &columns_field }),
            ("columns_function", if columns.is_empty() { "" } else { &columns_function }),
            ("parts_type", &parts_type),
            ("parts_function", &parts_function),
            ("words_types", &words.types),
            ("words", &words.names),
            ("words_functions", &words.functions),
            ("message_field", if model.has_messages { messages.fields() } else { "" }),
            ("matches", &matches.join(", ")),
            ("modules", modules),
            ("messages", &if model.has_messages { messages.data() } else { String::new() }),
            ("runtime", &if model.has_messages { messages.runtime(model) } else { String::new() }),
        ],
    )
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

/// An interface of columns; empty without columns.
fn interface(model: &Model<'_>, suffix: &str, doc: &str, columns: &[Column<'_>]) -> String {
    match columns {
        [] => String::new(),
        _ => format!(
            "\n/** {doc} */\nexport interface {}{suffix} {{\n{}}}\n",
            model.name,
            members(model, columns)
        ),
    }
}

fn members(model: &Model<'_>, columns: &[Column<'_>]) -> String {
    let member = |(column, name): (&Column<'_>, String)| {
        let kind = match &column.kind {
            ColumnKind::Bool => "boolean".to_owned(),
            ColumnKind::Integer(repr) => value_type(repr).to_owned(),
            ColumnKind::Text => "string".to_owned(),
            ColumnKind::Words(one) => word_type(model, one),
        };
        let mark = if column.is_optional { "?" } else { "" };
        format!("  /** {} */\n  readonly {}{mark}: {kind};\n", comment(&column.doc), key(&name))
    };
    columns.iter().zip(member_names(columns)).map(member).collect()
}

/// The keys of an object, in the order of the columns.
fn member_names(columns: &[Column<'_>]) -> Vec<String> {
    unique_names(columns.iter().map(|column| column.name.to_owned()), &[PROTOTYPE, "constructor"])
}

fn columns_function(model: &Model<'_>) -> String {
    let (name, value) = (model.name, value_type(&model.table.repr));
    format!(
        "\n/** The columns of the table for the value. */\nexport function columnsOf(value: {value}): {name}Columns | \
         undefined {{\n  return rowOf(value)?.columns;\n}}\n"
    )
}

/// The type of the parts of a value, and the function.
fn parts_of_values(model: &Model<'_>) -> (String, String) {
    let (name, value, columns) = (model.name, value_type(&model.table.repr), Column::of_parts(model));
    if columns.is_empty() {
        return Default::default();
    }
    let number = |(part, name): (&Part, String)| {
        let (divisor, count) = (1_u128 << part.first_bit, 1_u128 << part.bits);
        let number = match &model.table.repr {
            Repr::U64 if is_big(&part.repr()) => format!("(value / {divisor}n) % {count}n"),
            Repr::U64 => format!("Number((value / {divisor}n) % {count}n)"),
            _ => format!("Math.floor(value / {divisor}) % {count}"),
        };
        format!("    {}: {number},\n", key(&name))
    };
    let numbers: String = model.table.parts.iter().zip(member_names(&columns)).map(number).collect();
    (
        interface(model, "Parts", "The parts of a value.", &columns),
        format!(
            "\n/** The parts of the value. */\nexport function partsOf(value: {value}): {name}Parts {{\n  return \
             {{\n{numbers}  }};\n}}\n"
        ),
    )
}

/// The words of the enums: their types, their names in each language, and the functions that return a name.
struct WordParts {
    types: String,
    names: String,
    functions: String,
}

impl WordParts {
    fn new(model: &Model<'_>, messages: &Messages<'_>) -> Self {
        let enums = &model.table.enums;
        if enums.is_empty() {
            return Self { types: String::new(), names: String::new(), functions: String::new() };
        }
        let mut types = String::new();
        let mut data = String::new();
        let mut functions = String::new();
        for (index, (one, function)) in enums.iter().zip(&messages.word_names).enumerate() {
            let (name, kind, doc) = (&one.name, word_type(model, one), comment(&one.name));
            let words: Vec<String> = one.words.iter().map(|word| quoted(&word.word)).collect();
            types +=
                &format!("\n/** The words of `{doc}`. */\nexport type {kind} = {};\n", words.join(" | "));
            if messages.form.has_modules {
                let names = word_names(model, one, 0);
                data += &format!("const WORDS_{index}: Words = {{ index: {index}, names: {names} }};\n\n");
            } else {
                let names = names(model.table, one).map(|(word, names)| {
                    let names: Vec<String> = names.into_iter().map(quoted).collect();
                    format!("  [{}, [{}]],\n", quoted(word), names.join(", "))
                });
                let names: String = names.collect();
                data += &format!(
                    "const WORDS_{index}: ReadonlyMap<string, readonly string[]> = /* @__PURE__ */ new Map([\n{names}]);\n\n"
                );
            }
            let found = match messages.form.has_modules {
                true => format!("nameIn(WORDS_{index}, word, language)"),
                false => format!("WORDS_{index}.get(word)?.[columnOf(language)] ?? word"),
            };
            functions += &format!(
                "\n/** The name of a word of `{name}` in the best matching language. */\nexport function {function}(word: {kind}, \
                 language: string = LANGUAGES[0]): string {{\n  return {found};\n}}\n"
            );
        }
        Self { types, names: data, functions }
    }
}

/// The names of the words of an enum in a language, as a map.
pub(super) fn word_names(model: &Model<'_>, one: &Enumeration, column: usize) -> String {
    let pair = |(word, names): (&str, Vec<&str>)| format!("[{}, {}]", quoted(word), quoted(names[column]));
    let pairs: Vec<String> = names(model.table, one).map(pair).collect();
    format!("/* @__PURE__ */ new Map([{}])", pairs.join(", "))
}

fn cell(column: &Column<'_>, cell: &Cell<'_>) -> String {
    match (cell, &column.kind) {
        (Cell::Bool(value), _) => value.to_string(),
        (Cell::Integer(number), ColumnKind::Integer(repr)) => value(repr, *number),
        (Cell::Integer(number), _) => number.to_string(),
        (Cell::Text(text), _) => quoted(text),
    }
}

fn code(repr: &Repr, entry: &Entry<'_>, fields: &str) -> String {
    let value = value(repr, entry.row.extent.first());
    format!("  [{value}, {{\n{fields}  }}],\n")
}

fn range(repr: &Repr, entry: &Entry<'_>, fields: &str) -> String {
    let (first, last) = (value(repr, entry.row.extent.first()), value(repr, entry.row.extent.last()));
    format!("  {{\n    first: {first},\n    last: {last},\n{fields}  }},\n")
}

/// The texts of a row in a language.
pub(super) fn texts(model: &Model<'_>, texts: &Texts) -> String {
    let optional = |key: &str, text: &Option<String>| {
        text.as_ref().map(|text| format!(", {key}: {}", quoted(text))).unwrap_or_default()
    };
    let Texts { name, description, help, url, columns, .. } = texts;
    let (name, description) = (quoted(name), quoted(description));
    let (help, url) = (optional("help", help), optional("url", url));
    let names = member_names(&Column::of_texts(model));
    let columns: String = names.iter().zip(columns).map(|(name, text)| optional(&key(name), text)).collect();
    format!("{{ name: {name}, description: {description}{help}{url}{columns} }}")
}

fn fields(
    model: &Model<'_>,
    form: &Form,
    columns: &[Column<'_>],
    answer: &Answer<'_>,
    indent: &str,
) -> String {
    let languages = if form.has_modules { 1 } else { answer.texts.len() };
    let text = |one: &Texts| format!("{indent}  {},\n", texts(model, one));
    let (symbol, texts) =
        (quoted(answer.symbol), answer.texts[..languages].iter().map(text).collect::<String>());
    let references: Vec<String> = answer.references.iter().map(|reference| quoted(reference)).collect();
    let cells = columns.iter().zip(member_names(columns)).filter_map(|(column, name)| {
        let value = column.cell(model.table, &answer.values)?;
        Some(format!("{}: {}", key(&name), cell(column, &value)))
    });
    let cells = match columns {
        [] => String::new(),
        _ => format!("{indent}columns: {{ {} }},\n", cells.collect::<Vec<_>>().join(", ")),
    };
    format!(
        "{indent}symbol: {symbol},\n{indent}status: \"{}\",\n{indent}references: [{}],\n{indent}texts: \
         [\n{texts}{indent}],\n{cells}",
        answer.status,
        references.join(", ")
    )
}

/// The messages of a table, a function for each, and the help that has arguments.
pub(super) struct Messages<'t> {
    form: &'static Form,
    messages: Vec<RowMessage<'t>>,
    helps: Vec<RowMessage<'t>>,
    function_names: Vec<String>,
    /// The names of the functions of the enums.
    word_names: Vec<String>,
}

impl<'t> Messages<'t> {
    pub(super) fn new(model: &Model<'t>, form: &'static Form) -> Self {
        let entries = || model.codes.iter().chain(&model.ranges);
        let messages: Vec<RowMessage<'t>> =
            entries().filter_map(|entry| RowMessage::of(entry.row, model.table)).collect();
        let helps = entries().filter_map(|entry| RowMessage::of_help(entry.row, model.table)).collect();
        let rows = messages.iter().map(|message| message.row);
        let word_names = model.word_function_names(lower_camel, &[TYPESCRIPT, form.reserved]);
        let names = model.function_names(lower_camel, rows);
        let function_names = unique_names(names, &[TYPESCRIPT, form.reserved, &word_names.join(" ")]);
        Self { form, messages, helps, function_names, word_names }
    }

    /// The message and the help of a row, as its fields.
    fn of_row(&self, model: &Model<'_>, entry: &Entry<'_>) -> String {
        let mut fields = String::new();
        if model.has_messages {
            for (field, constant, messages) in
                [("message", "MESSAGE", &self.messages), ("help", "HELP", &self.helps)]
            {
                if let Some(index) = messages.iter().position(|it| it.row.extent == entry.row.extent) {
                    fields += &format!("    {field}: {constant}_{index},\n");
                }
            }
        }
        fields
    }

    /// The declarations of these fields.
    fn fields(&self) -> &'static str {
        match self.helps.is_empty() {
            true => "  readonly message?: Message;\n",
            false => "  readonly message?: Message;\n  readonly help?: Message;\n",
        }
    }

    /// A constant for each message, and for each help.
    fn data(&self) -> String {
        let messages = self.messages.iter().enumerate().map(|(index, it)| (format!("MESSAGE_{index}"), it));
        let helps = self.helps.iter().enumerate().map(|(index, it)| (format!("HELP_{index}"), it));
        let all = messages.chain(helps).enumerate();
        all.map(|(index, (name, message))| constant_of(self.form, &name, index, message)).collect()
    }

    /// The messages and then the helps in a language that has them itself.
    pub(super) fn sentences(&self, column: usize) -> impl Iterator<Item = String> {
        self.messages.iter().chain(&self.helps).map(move |message| sentence(message.texts[column]))
    }

    /// The names and kinds of the arguments of the messages and then of the helps, each with its first value.
    pub(super) fn arguments(&self) -> impl Iterator<Item = (i128, Vec<(&'t str, &'static str)>)> {
        let argument = |argument: &'t Argument| (argument.name.as_str(), argument.kind.name());
        let arguments = move |message: &RowMessage<'t>| {
            (message.row.extent.first(), message.arguments().iter().map(argument).collect())
        };
        self.messages.iter().chain(&self.helps).map(arguments)
    }

    fn runtime(&self, model: &Model<'_>) -> String {
        let functions: String = self
            .messages
            .iter()
            .zip(&self.function_names)
            .enumerate()
            .map(|(index, (message, name))| function(model, message, name, index))
            .collect();
        let value = value_type(&model.table.repr);
        let help = match self.helps.is_empty() {
            true => String::new(),
            false => self.form.fill(include_str!("typescript_help.ts"), &[("value", value)]),
        };
        let speeches = speeches(model.table);
        let speeches = match self.form.has_modules {
            true => format!("const SPEECH: Speech = {};\n", speech(&speeches[0], "")),
            false => {
                let speech = |one: &Speech<'_>| format!("  {},\n", speech(one, &chain_field(one)));
                let all: String = speeches.iter().map(speech).collect();
                format!("const SPEECHES: readonly Speech[] = [\n{all}];\n")
            }
        };
        let (own, own_parts) = match model.table.parts.is_empty() {
            true => ("", ""),
            false => ("...partsOf(value), ", " and its parts"),
        };
        let values = [
            ("speeches", &*speeches),
            ("help", &help),
            ("functions", &functions),
            ("value", value),
            ("own", own),
            ("own_parts", own_parts),
        ];
        self.form.fill(include_str!("typescript_messages.ts"), &values)
    }
}

fn constant_of(form: &Form, name: &str, index: usize, message: &RowMessage<'_>) -> String {
    let argument = |Argument { name, kind, words, .. }: &Argument| match words {
        Words::Enum { index, .. } => format!("[{}, WORDS_{index}]", quoted(name)),
        Words::None | Words::List(_) => format!("[{}, \"{}\"]", quoted(name), kind.name()),
    };
    let arguments: Vec<String> = message.arguments().iter().map(argument).collect();
    let arguments = arguments.join(", ");
    let texts = match form.has_modules {
        true => format!("  index: {index},\n  sentence: {},\n", sentence(message.texts[0])),
        false => {
            let texts: Vec<String> = message.texts.iter().copied().map(sentence).collect();
            format!("  sentences: [\n    {},\n  ],\n", texts.join(",\n    "))
        }
    };
    format!("const {name}: Message = {{\n  arguments: [{arguments}],\n{texts}}};\n\n")
}

fn sentence(message: Option<&Message>) -> String {
    message.map_or_else(|| "null".to_owned(), |message| SYNTAX.message(message))
}

fn function(model: &Model<'_>, message: &RowMessage<'_>, name: &str, index: usize) -> String {
    let doc = message.texts[0]
        .map(|text| comment(&text.shown(message.arguments()).replace('\n', " ")))
        .unwrap_or_default();
    let language = "language: string = LANGUAGES[0]";
    if message.arguments().is_empty() {
        return format!(
            "\n/** {doc} */\nexport function {name}({language}): string {{\n  return write(MESSAGE_{index}, {{}}, language);\n}}\n"
        );
    }
    let fields: String = message
        .arguments()
        .iter()
        .map(|argument| format!("  readonly {}: {};\n", key(&argument.name), argument_type(model, argument)))
        .collect();
    format!(
        "\n/** {doc} */\nexport function {name}(args: {{\n{fields}}}, {language}): string {{\n  return write(MESSAGE_{index}, args, language);\n}}\n"
    )
}

/// The type of the words of an enum: `AppCodeSeverity`.
fn word_type(model: &Model<'_>, one: &Enumeration) -> String {
    let names = model.table.enums.iter().map(|one| variant_name(&one.name));
    let names = unique_names(names, &[SUFFIXES]);
    let at = model.table.enums.iter().position(|other| other.name == one.name);
    format!("{}{}", model.name, at.map_or("", |at| names[at].as_str()))
}

fn argument_type(model: &Model<'_>, argument: &Argument) -> String {
    let kind = match &argument.words {
        Words::None => argument.kind.data_type(),
        Words::Enum { index, .. } => return word_type(model, &model.table.enums[*index]),
        Words::List(_) => return "string".to_owned(),
    };
    let name = match kind {
        DataType::Text | DataType::Word | DataType::Listed => "string | Localized",
        DataType::Integer => "number | bigint",
        DataType::Number => "number | bigint | string",
        DataType::Duration => "Duration",
        DataType::List => "readonly (string | Localized)[]",
    };
    name.to_owned()
}

fn label(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let Some(form) = &model.table.label else {
        return if repr.is_text() { "value".to_owned() } else { "value.toString()".to_owned() };
    };
    if !form.parts.is_empty() {
        let part = |part: &PartForm| {
            let (divisor, count) = (1_u128 << part.shift, 1_u128 << part.bits);
            let bits = match repr {
                Repr::U64 => format!("(value / {divisor}n % {count}n)"),
                _ => format!("(Math.floor(value / {divisor}) % {count})"),
            };
            let digits = match part.radix {
                Radix::Decimal => format!("{bits}.toString()"),
                Radix::LowerHexadecimal => format!("{bits}.toString(16)"),
                Radix::UpperHexadecimal => format!("{bits}.toString(16).toUpperCase()"),
            };
            joined([quoted(&part.before), format!("{digits}.padStart({}, \"0\")", part.width)])
        };
        return joined(form.parts.iter().map(part).chain([quoted(&form.after)]));
    }
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
    joined([before, digits, after])
}
