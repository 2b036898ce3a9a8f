//! A table as its author would write it, and its language files.

use std::fmt::Write;

use crate::generate::messages::{CHOSEN, WORDS};
use crate::table::{
    Cell, Extent, Label, Language, Message, Piece, Property, PropertyKind, Repr, Row, Table, Value,
};

/// The table and its language files, each with its name.
pub fn files(table: &Table, name: &str) -> Vec<(String, String)> {
    let in_files = table.languages.iter().filter(|language| language.has_file);
    let mut files = vec![(format!("{name}.toml"), whole(table, name))];
    files.extend(in_files.map(|language| (file_name(name, language), of_language(table, &language.tag))));
    files
}

fn file_name(name: &str, language: &Language) -> String {
    format!("{name}.{}.toml", language.tag)
}

fn whole(table: &Table, name: &str) -> String {
    let mut out = Section::new("registry".to_owned());
    let here: Vec<&str> = table
        .languages
        .iter()
        .filter(|language| !language.has_file)
        .map(|language| language.tag.as_str())
        .collect();
    out.texts(&here, "title", &table.title);
    match &table.repr {
        Repr::Number { name, .. } => out.text("repr", name),
        Repr::Text { length } => {
            out.text("repr", "str");
            out.put("length", length);
        }
    }
    out.list("languages", table.languages.iter().map(|language| &language.tag));
    out.optional("prefix", table.prefix.as_deref());
    out.optional("label", table.label.as_ref().map(label).as_deref());
    out.optional("unlisted", table.unlisted.as_deref());
    out.optional("serde", table.serde);
    out.references(&table.references);
    out.notes(&here, &table.notes);
    let mut text = out.text;
    let settings = table.languages.iter().enumerate();
    settings
        .filter(|(at, language)| *at > 0 || language.has_file)
        .for_each(|(_, language)| text += &of(language, name));
    table.properties.iter().for_each(|property| text += &column(property, &here));
    table.rows.iter().for_each(|row| text += &of_row(table, &here, row));
    text
}

fn label(Label { before, after, width, digits }: &Label) -> String {
    let width = if *width == 0 { String::new() } else { format!("0{width}") };
    let form =
        if width.is_empty() && digits.is_empty() { String::new() } else { format!(":{width}{digits}") };
    format!("{}{{value{form}}}{}", doubled(before), doubled(after))
}

fn of(language: &Language, name: &str) -> String {
    let mut out = Section::new(format!("language.{}", language.tag));
    out.optional("policy", language.policy);
    if !language.fallback.is_empty() {
        out.list("fallback", &language.fallback);
    }
    out.optional("file", language.has_file.then(|| file_name(name, language)).as_deref());
    out.text
}

fn column(property: &Property, languages: &[&str]) -> String {
    let mut out = Section::new(format!("property.{}", property.name));
    let mut words_of = None;
    match &property.kind {
        PropertyKind::Bool => out.text("type", "bool"),
        PropertyKind::Integer(name) => out.text("type", name),
        PropertyKind::Str => out.text("type", "str"),
        PropertyKind::Enum(words) => {
            out.text("type", &enumeration(property));
            words_of = Some(words);
        }
    }
    out.cell("default", property.default.as_ref());
    for tag in property.doc.iter().flat_map(|_| languages) {
        out.text(&format!("doc.{tag}"), &doc(property, tag));
    }
    let Some(words) = words_of else { return out.text };
    let mut values = Section::new(format!("enum.{}", enumeration(property)));
    values.list("values", words);
    out.text + &values.text
}

/// The name of the enum for a column of words.
fn enumeration(property: &Property) -> String {
    format!("{}_words", property.name)
}

/// The documentation of a column in a language.
fn doc(property: &Property, tag: &str) -> String {
    format!("{} ({tag})", property.doc.as_deref().unwrap_or_default())
}

fn of_row(table: &Table, languages: &[&str], row: &Row) -> String {
    let mut out = Section::new(header(table, &row.extent));
    out.text("symbol", &row.symbol);
    out.optional("variant", row.variant.as_deref());
    out.optional("status", row.status);
    match &row.replaced_by {
        Some(Value::Number(number)) => out.put("replaced_by", number),
        Some(Value::Text(text)) => out.text("replaced_by", text),
        None => {}
    }
    if !row.aliases.is_empty() {
        out.list("aliases", &row.aliases);
    }
    out.optional("since", row.since.as_deref());
    out.references(&row.references);
    out.texts(languages, "name", &row.name);
    out.texts(languages, "description", &row.description);
    let help = row.help.iter().map(|(tag, help)| (tag.clone(), written_help(table, row, help)));
    out.texts(languages, "help", &help.collect());
    for (tag, message) in row.message.iter().filter(|(tag, _)| languages.contains(&tag.as_str())) {
        out.put(&format!("message.{tag}"), inline(message));
    }
    if let Some(args) = &row.args {
        let args: Vec<String> =
            args.iter().map(|(name, kind)| format!("{name} = {}", argument(kind))).collect();
        out.put("args", format!("{{ {} }}", args.join(", ")));
    }
    row.cells.iter().for_each(|(name, cell)| out.cell(name, Some(cell)));
    out.notes(languages, &row.notes);
    out.text
}

fn argument(kind: &str) -> String {
    if kind == WORDS { format!("{CHOSEN:?}") } else { format!("{kind:?}") }
}

/// "In a row with arguments, help is a sentence with these arguments, and `{{` and `}}` are braces."
fn written_help(table: &Table, row: &Row, help: &str) -> String {
    match table.contract(row).is_empty() {
        true => help.to_owned(),
        false => help.replace('{', "{{").replace('}', "}}"),
    }
}

/// `code.2001`, or with the label, or `range."2000..=2999"`.
fn header(table: &Table, extent: &Extent) -> String {
    match extent {
        Extent::Code(value @ Value::Number(number)) if table.label.is_some() && number % 2 == 0 => {
            format!("code.{}", key(&table.label(value)))
        }
        Extent::Code(value) => format!("code.{}", key(&value.to_string())),
        Extent::Numbers(first, last) if *first >= 0 && first % 2 == 0 => format!("range.{first}-{last}"),
        Extent::Numbers(first, last) => format!("range.\"{first}..={last}\""),
        Extent::Prefix(prefix) => format!("range.{}", key(prefix)),
    }
}

/// "A file of one language holds only texts, as plain strings, of rows that the table has; notes are a list."
fn of_language(table: &Table, tag: &str) -> String {
    let mut out = Section::new("registry".to_owned());
    out.optional("title", table.title.get(tag).map(String::as_str));
    out.plain_notes(tag, &table.notes);
    let mut text = out.text;
    for property in table.properties.iter().filter(|property| property.doc.is_some()) {
        let mut out = Section::new(format!("property.{}", property.name));
        out.text("doc", &doc(property, tag));
        text += &out.text;
    }
    for row in &table.rows {
        let mut out = Section::new(header(table, &row.extent));
        out.optional("name", row.name.get(tag).map(String::as_str));
        out.optional("description", row.description.get(tag).map(String::as_str));
        let help = row.help.get(tag).map(|help| written_help(table, row, help));
        out.optional("help", help.as_deref());
        if let Some(message) = row.message.get(tag) {
            out.put("message", inline(message));
        }
        out.plain_notes(tag, &row.notes);
        text += &out.text;
    }
    text
}

fn inline(message: &Message) -> String {
    match message {
        Message::Sentence(pieces) => quoted(&pieces.iter().map(piece).collect::<String>()),
        Message::Choice { by, argument, cases } => {
            let cases: Vec<String> =
                cases.iter().map(|(case, message)| format!("{} = {}", key(case), inline(message))).collect();
            format!("{{ {by} = {argument:?}, {} }}", cases.join(", "))
        }
    }
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => doubled(text),
        Piece::Argument(name) => format!("{{{name}}}"),
    }
}

/// "`{{` and `}}` are braces."
fn doubled(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

fn key(key: &str) -> String {
    let is_bare = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if is_bare { key.to_owned() } else { quoted(key) }
}

/// A text in one of the notations of TOML.
fn quoted(text: &str) -> String {
    let is_plain = !text.contains(['\'', '\n']);
    match text.len() % 3 {
        0 if is_plain => format!("'{text}'"),
        1 => basic(text),
        _ => basic(text).replace('é', "\\u00E9"),
    }
}

fn basic(text: &str) -> String {
    let mut out = String::from('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ => out.push(character),
        }
    }
    out + "\""
}

/// A table of the file.
struct Section {
    header: String,
    text: String,
}

impl Section {
    fn new(header: String) -> Self {
        let text = format!("\n[{header}]\n");
        Self { header, text }
    }

    fn put(&mut self, key: &str, value: impl std::fmt::Display) {
        writeln!(self.text, "{key} = {value}").expect("a text grows");
    }

    fn text(&mut self, key: &str, text: &str) {
        // Over several lines if the text has line breaks.
        let lines = text.replace('\\', "\\\\").replace('"', "\\\"");
        let value = if text.contains('\n') { format!("\"\"\"\n{lines}\"\"\"") } else { quoted(text) };
        self.put(key, value);
    }

    fn optional(&mut self, key: &str, text: Option<&str>) {
        text.into_iter().for_each(|text| self.text(key, text));
    }

    fn list<T: AsRef<str>>(&mut self, key: &str, texts: impl IntoIterator<Item = T>) {
        let texts: Vec<String> = texts.into_iter().map(|text| quoted(text.as_ref())).collect();
        self.put(key, format!("[{}]", texts.join(", ")));
    }

    fn references(&mut self, references: &[String]) {
        match references {
            [] => {}
            [reference] => self.text("reference", reference),
            _ => self.list("reference", references),
        }
    }

    fn cell(&mut self, key: &str, cell: Option<&Cell>) {
        match cell {
            Some(Cell::Bool(value)) => self.put(key, value),
            Some(Cell::Integer(value)) => self.put(key, value),
            Some(Cell::Str(text) | Cell::Word(text)) => self.text(key, text),
            None => {}
        }
    }

    fn texts(&mut self, languages: &[&str], key: &str, texts: &crate::table::Texts) {
        for (tag, text) in texts.iter().filter(|(tag, _)| languages.contains(&tag.as_str())) {
            self.text(&format!("{key}.{tag}"), text);
        }
    }

    /// The last part of a section: each note is a table.
    fn notes(&mut self, languages: &[&str], notes: &[crate::table::Texts]) {
        let is_here = |note: &crate::table::Texts| note.keys().any(|tag| languages.contains(&tag.as_str()));
        let count = notes.iter().rposition(is_here).map_or(0, |last| last + 1);
        for note in &notes[..count] {
            writeln!(self.text, "[[{}.note]]", self.header).expect("a text grows");
            for (tag, text) in note.iter().filter(|(tag, _)| languages.contains(&tag.as_str())) {
                self.text(tag, text);
            }
        }
    }

    fn plain_notes(&mut self, tag: &str, notes: &[crate::table::Texts]) {
        let notes: Vec<&String> = notes.iter().map_while(|note| note.get(tag)).collect();
        if !notes.is_empty() {
            self.list("note", notes);
        }
    }
}
