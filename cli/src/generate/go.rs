//! Go: typed constants, and slices.

use code_registry_table::{DataType, Enumeration, Part, PartForm, Radix, Repr, variant_name};

use super::identifiers::{GO, GO_SUFFIXES, camel_words, lower_camel, unique_names};
use super::messages::{Speech, matches, speeches, word_lists};
use super::model::{
    Answer, Cell, Column, ColumnKind, Constant, Entry, Function, Model, Naming, Texts, apart, comment_line,
    fill, joined, quoted_with, unicode_escape,
};

pub(super) fn write(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let word_names = model.word_function_names(str::to_owned, &[GO_SUFFIXES]);
    let constants = model.constants(str::to_owned, &[GO_SUFFIXES, &word_names.join(" ")]);
    let constants: String = constants.iter().map(|it| constant(model, it)).collect();
    let name = model.name.to_string();
    let unlisted = model.unlisted.as_ref().map(|answer| fields(model, answer, ["c", "c"], "\t"));
    let has_messages = model.has_messages;
    let matches: Vec<String> =
        matches(model.table).iter().map(|(tag, column)| format!("{}: {column}", quoted(tag))).collect();
    let message_field =
        if has_messages { "\t// How the message is written.\n\tmessage string\n" } else { "" };
    let help_field = if model.has_help_arguments {
        "\t// The same for help with arguments.\n\thelpMessage string\n"
    } else {
        ""
    };
    let columns = column_parts(model);
    let url_field = "\t// URL is the address of the page of the value. It may be empty.\n\tURL string\n";
    fill(
        include_str!("go.go"),
        &[
            ("url_field", if model.table.url.is_some() { url_field } else { "" }),
            ("text_fields", &members(&Column::of_texts(model), |_| false)),
            ("columns_type", &columns.class),
            ("columns_field", &columns.field),
            ("columns_function", &columns.function),
            ("parts_type", &structure(model, "Parts", "the parts of a value", &Column::of_parts(model))),
            ("parts_function", &parts_function(model)),
            ("words", &words(model, word_names)),
            ("package", &package(model)),
            ("title", &comment(&model.title)),
            ("imports", &imports(model)),
            ("Name", &name),
            ("name", &lower_camel(&name)),
            ("matches", &matches.join(", ")),
            ("message_field", &[message_field, help_field].concat()),
            ("runtime", &if has_messages { runtime(model) } else { String::new() }),
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

fn imports(model: &Model<'_>) -> String {
    let imports: &[&str] = match (model.has_messages, model.table.repr.is_text()) {
        (true, _) => &["encoding/binary", "fmt", "regexp", "sort", "strconv", "strings", "time"],
        (false, true) => &["sort", "strings"],
        (false, false) => &["fmt", "sort", "strings"],
    };
    imports.iter().map(|import| format!("\t\"{import}\"\n")).collect()
}

/// The last word of the path, else the lowercase name of the type.
fn package(model: &Model<'_>) -> String {
    let own = || model.name.lower();
    let package = model
        .name
        .package
        .as_deref()
        .map_or_else(own, |path| path.rsplit('.').next().unwrap_or(path).to_owned());
    if GO.split(' ').any(|word| word == package) { package + "_" } else { package }
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

/// The lines of the rows; empty without rows.
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
    let needed = [true, model.table.url.is_some(), model.has_messages, model.has_help_arguments];
    let text = |Texts { name, description, help, url, columns, message, help_message }: &Texts| {
        let optional =
            [help, url, message, help_message].into_iter().zip(needed).filter(|(_, needed)| *needed);
        let optional = optional.map(|(text, _)| text).chain(columns);
        let optional = optional.map(|text| text.as_deref().unwrap_or_default());
        let texts: Vec<String> = [&**name, description].into_iter().chain(optional).map(quoted).collect();
        format!("{indent}\t{{{}}},\n", texts.join(", "))
    };
    let (symbol, texts) = (quoted(answer.symbol), answer.texts.iter().map(text).collect::<String>());
    let (name, count) = (model.name, answer.texts.len());
    let references: Vec<String> = answer.references.iter().map(|reference| quoted(reference)).collect();
    let references = match &references[..] {
        [] => "nil".to_owned(),
        references => format!("[]string{{{}}}", references.join(", ")),
    };
    let status = answer.status;
    let columns = cells(model, answer);
    format!(
        "{{{symbol}, {first}, {last}, [{count}]{name}Text{{\n{texts}{indent}}}, \"{status}\", {references}{columns}}}"
    )
}

/// The columns of a row, as the last field of its literal.
fn cells(model: &Model<'_>, answer: &Answer<'_>) -> String {
    let cell = |column: Column<'_>| {
        let cell = column.cell(model.table, &answer.values);
        let kind = column_type(&column);
        let value = match cell {
            None => return "nil".to_owned(),
            Some(Cell::Bool(value)) => value.to_string(),
            Some(Cell::Integer(number)) => number.to_string(),
            Some(Cell::Text(text)) => quoted(text),
        };
        match column.is_optional {
            true => format!("{}Pointer[{kind}]({value})", lower_camel(&model.name.to_string())),
            false => value,
        }
    };
    let cells: Vec<String> = Column::of(model).into_iter().map(cell).collect();
    match &cells[..] {
        [] => String::new(),
        cells => format!(", {}Columns{{{}}}", model.name, cells.join(", ")),
    }
}

fn column_type(column: &Column<'_>) -> &'static str {
    match &column.kind {
        ColumnKind::Bool => "bool",
        ColumnKind::Integer(repr) => value_type(repr),
        ColumnKind::Text | ColumnKind::Words(_) => "string",
    }
}

/// What the package contains for the columns.
#[derive(Default)]
struct ColumnParts {
    class: String,
    field: String,
    function: String,
}

fn column_parts(model: &Model<'_>) -> ColumnParts {
    let columns = Column::of(model);
    if columns.is_empty() {
        return ColumnParts::default();
    }
    let name = model.name;
    let mut class =
        structure(model, "Columns", "the columns of the table; nil if a value has none", &columns);
    if columns.iter().any(|column| column.is_optional) {
        let prefix = lower_camel(&name.to_string());
        class += &format!("\nfunc {prefix}Pointer[T any](value T) *T {{\n\treturn &value\n}}\n");
    }
    let field = format!("\t// Columns are the columns of the table.\n\tColumns {name}Columns\n");
    let function = format!(
        "\n// Columns are the columns of the table for the value.\nfunc (c {name}) Columns() {name}Columns {{\n\treturn \
         c.row().Columns\n}}\n"
    );
    ColumnParts { class, field, function }
}

/// A type of columns; empty without columns.
fn structure(model: &Model<'_>, suffix: &str, doc: &str, columns: &[Column<'_>]) -> String {
    let name = model.name;
    match columns {
        [] => String::new(),
        _ => format!(
            "\n// {name}{suffix} are {doc}.\ntype {name}{suffix} struct {{\n{}}}\n",
            members(columns, |column| column.is_optional)
        ),
    }
}

fn members(columns: &[Column<'_>], is_pointer: fn(&Column<'_>) -> bool) -> String {
    let names = unique_names(columns.iter().map(|column| variant_name(column.name)), &[]);
    let member = |(column, name): (&Column<'_>, String)| {
        let pointer = if is_pointer(column) { "*" } else { "" };
        format!("\t// {name} is {}\n\t{name} {pointer}{}\n", comment(&column.doc), column_type(column))
    };
    columns.iter().zip(names).map(member).collect()
}

fn parts_function(model: &Model<'_>) -> String {
    let (name, parts) = (model.name, &model.table.parts);
    if parts.is_empty() {
        return String::new();
    }
    let numbers: Vec<String> = parts.iter().map(part_of_value).collect();
    format!(
        "\n// Parts are the parts of the value.\nfunc (c {name}) Parts() {name}Parts {{\n\treturn {name}Parts{{{}}}\n}}\n",
        numbers.join(", ")
    )
}

fn part_of_value(part: &Part) -> String {
    format!("{}(uint64(c) >> {} & {:#x})", value_type(&part.repr()), part.first_bit, part.max())
}

/// The words of the enums, and the functions that return their names.
fn words(model: &Model<'_>, names: Vec<String>) -> String {
    let enums = &model.table.enums;
    if enums.is_empty() {
        return String::new();
    }
    let (type_name, prefix) = (model.name.to_string(), lower_camel(&model.name.to_string()));
    let function = |(index, (one, name)): (usize, (&Enumeration, String))| {
        format!(
            "\n// {type_name}{name} is the name of a word of {} in the best matching language; another text as it is.\n\
             func {type_name}{name}(word, language string) string {{\n\treturn {prefix}Word(word, {prefix}Words[{index}]\
             [{prefix}Column(language)])\n}}\n",
            one.name
        )
    };
    let functions: String = enums.iter().zip(names).enumerate().map(function).collect();
    let words = |lists: &Vec<String>| {
        let lists: Vec<String> = lists.iter().map(|list| quoted(list)).collect();
        format!("\t{{{}}},\n", lists.join(", "))
    };
    let words: String = word_lists(model.table).iter().map(words).collect();
    let count = model.table.languages.len().to_string();
    let values = [("name", &*prefix), ("count", &count), ("functions", &functions), ("words", &words)];
    fill(include_str!("go_words.go"), &values)
}

/// The interpreter of messages, and a function for each message.
fn runtime(model: &Model<'_>) -> String {
    let name = model.name.to_string();
    // The only name of the package that the body of a function contains.
    let write = format!("{}Write", lower_camel(&name));
    let naming = Naming {
        function: str::to_owned,
        parameter: camel_words,
        reserved_functions: &[],
        reserved_parameters: &[GO, &write],
    };
    let functions: String = naming.functions(model).iter().map(|message| function(&name, message)).collect();
    let arrays = ["[]int{", "[2][5]string{", "{", "[6]string{", "[7]string{"];
    let speech = |speech: &Speech<'_>| {
        format!("\t{{{}, {}}},\n", speech.right_to_left, speech.fields(quoted, arrays, "}"))
    };
    let word_case = match model.table.enums.is_empty() {
        true => String::new(),
        false => fill(WORD_CASE, &[("name", &*lower_camel(&name))]),
    };
    let own = |part: &Part| format!(", \"{}\": {}", part.name, part_of_value(part));
    let own: String = model.table.parts.iter().map(own).collect();
    let help = match model.has_help_arguments {
        true => fill(include_str!("go_help.go"), &[("Name", &name), ("name", &lower_camel(&name))]),
        false => String::new(),
    };
    fill(
        include_str!("go_messages.go"),
        &[
            ("Name", &name),
            ("name", &lower_camel(&name)),
            ("count", &model.table.languages.len().to_string()),
            ("functions", &functions),
            ("value", value_type(&model.table.repr)),
            ("help", &help),
            ("word_case", &word_case),
            ("own", &own),
            ("own_parts", if own.is_empty() { "" } else { " and its parts" }),
            ("speeches", &speeches(model.table).iter().map(speech).collect::<String>()),
        ],
    )
}

/// An argument whose kind is the index of an enum.
const WORD_CASE: &str = "\tdefault:\n\t\tif index, err := strconv.Atoi(kind); err == nil {\n\t\t\ttext = \
                         «name»Word(text, «name»Words[index][column])\n\t\t}\n";

/// The types of integers and texts are parameters, so that each integer type and nested messages are accepted.
fn function(type_name: &str, function: &Function<'_>) -> String {
    let Function { name, row, index, sentence, parameters } = function;
    let (mut types, mut parameter_list, mut given) = (Vec::new(), String::new(), Vec::new());
    for (argument, parameter) in parameters {
        let generic = format!("T{}", types.len());
        let (constraint, kind) = match argument.kind.data_type() {
            DataType::Text => ("Textual", generic.clone()),
            DataType::Integer => ("Integer", generic.clone()),
            DataType::Number | DataType::Word | DataType::Listed => ("", "string".to_owned()),
            DataType::Duration => ("", "time.Duration".to_owned()),
            DataType::List => ("Textual", format!("[]{generic}")),
        };
        if !constraint.is_empty() {
            types.push(format!("{generic} {type_name}{constraint}"));
        }
        parameter_list += &format!(", {parameter} {kind}");
        given.push(match argument.kind.data_type() {
            DataType::List => {
                format!("{}: {}Items({parameter})", quoted(&argument.name), lower_camel(type_name))
            }
            _ => format!("{}: {parameter}", quoted(&argument.name)),
        });
    }
    let types = if types.is_empty() { String::new() } else { format!("[{}]", types.join(", ")) };
    let rows = if row.extent.is_range() { "Ranges" } else { "Codes" };
    format!(
        "\n// Format{type_name}{name} returns \"{}\".\nfunc Format{type_name}{name}{types}(language string\
         {parameter_list}) string {{\n\treturn {}Write(&{type_name}{rows}[{index}], map[string]any{{{}}}, \
         language)\n}}\n",
        comment(&comment_line(sentence)),
        lower_camel(type_name),
        given.join(", ")
    )
}

fn label(model: &Model<'_>) -> String {
    let repr = &model.table.repr;
    let (before, after) = match &model.table.label {
        Some(form) => (quoted(&form.before), quoted(&form.after)),
        None => (quoted(""), quoted("")),
    };
    if repr.is_text() {
        return joined([before, "string(c)".to_owned(), after]);
    }
    if let Some(form) = model.table.label.as_ref().filter(|form| !form.parts.is_empty()) {
        let part = |part: &PartForm| {
            let max = u64::MAX >> (u64::BITS - part.bits);
            let letter = if part.radix == Radix::Decimal { "d" } else { part.radix.letter() };
            let width = if part.width == 0 { String::new() } else { format!("0{}", part.width) };
            let bits = format!("(uint64(c)>>{})&{max:#x}", part.shift);
            joined([quoted(&part.before), format!("fmt.Sprintf(\"%{width}{letter}\", {bits})")])
        };
        return joined(form.parts.iter().map(part).chain([after]));
    }
    let signed = value_type(repr);
    let unsigned = format!("uint{}", signed.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()));
    let (verb, number) = match model.table.label.as_ref().map(|form| (form.width, form.radix)) {
        None | Some((0, Radix::Decimal)) => ("%d".to_owned(), signed),
        Some((width, Radix::Decimal)) => (format!("%0{width}d"), signed),
        Some((width, Radix::LowerHexadecimal)) => (format!("%0{width}x"), unsigned.as_str()),
        Some((width, Radix::UpperHexadecimal)) => (format!("%0{width}X"), unsigned.as_str()),
    };
    joined([before, format!("fmt.Sprintf(\"{verb}\", {number}(c))"), after])
}

/// Separates quotes that gofmt would convert.
fn comment(line: &str) -> String {
    apart(&apart(line, "``"), "''")
}

fn quoted(text: &str) -> String {
    quoted_with(text, unicode_escape)
}
