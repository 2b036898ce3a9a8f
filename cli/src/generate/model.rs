//! The common input of all output languages: the table with all texts resolved, its columns, the functions of its messages,
//! and quoting.

use code_registry_table::{
    Argument, Enumeration, LiteralKind, Message, Part, Property, PropertyKind, PropertyValue, Repr, Row,
    Status, Table, unlisted, variant_name,
};

use super::identifiers::{Names, TypeName, unique_names};
use super::messages::{RowMessage, has_arguments, has_help_arguments, program};

/// The input of all output languages.
pub(super) struct Model<'t> {
    pub(super) table: &'t Table,
    pub(super) name: &'t TypeName,
    /// The title of the registry, for a comment.
    pub(super) title: String,
    /// The codes in numeric order, words in that of their bytes, without retired ones.
    pub(super) codes: Vec<Entry<'t>>,
    /// The ranges in numeric order, outer ranges first, including those whose values all have rows of their own.
    pub(super) ranges: Vec<Entry<'t>>,
    /// The texts of unlisted values, if the table accepts them.
    pub(super) unlisted: Option<Answer<'t>>,
    /// Whether messages or help have arguments, so that an output needs an interpreter.
    pub(super) has_messages: bool,
    /// Whether help has arguments.
    pub(super) has_help_arguments: bool,
}

/// A row.
pub(super) struct Entry<'t> {
    pub(super) row: &'t Row,
    pub(super) answer: Answer<'t>,
}

/// The symbol and the texts of a value.
pub(super) struct Answer<'t> {
    pub(super) symbol: &'t str,
    /// The state of the value in its registry.
    pub(super) status: &'static str,
    /// Where it is defined.
    pub(super) references: &'t [String],
    /// The values of the columns.
    pub(super) values: Vec<Option<PropertyValue>>,
    /// One for each language of the table.
    pub(super) texts: Vec<Texts>,
}

/// The texts in one language, after fallback.
pub(super) struct Texts {
    pub(super) name: String,
    pub(super) description: String,
    pub(super) help: Option<String>,
    /// The address of the page of the row.
    pub(super) url: Option<String>,
    /// The texts of the columns with `type = "text"`.
    pub(super) columns: Vec<Option<String>>,
    /// The message with its arguments, as Go, Java and C store it, without fallback.
    pub(super) message: Option<String>,
    /// The same for help; `None` in each language if help has no arguments in any of them.
    pub(super) help_message: Option<String>,
}

/// A name for a value.
pub(super) struct Constant {
    pub(super) identifier: String,
    pub(super) value: i128,
    /// Paragraphs of one line each, for a comment.
    pub(super) doc: Vec<String>,
    /// The replacement of a deprecated code.
    pub(super) deprecated: Option<String>,
}

impl<'t> Model<'t> {
    pub(super) fn new(table: &'t Table, name: &'t TypeName) -> Self {
        let title = table.title.get(0).map_or_else(|| name.to_string(), |title| comment_line(title));
        let rows = table.rows.iter().filter(|row| row.status != Status::Retired);
        let (mut ranges, mut codes) = rows.partition::<Vec<_>, _>(|row| row.extent.is_range());
        if table.repr.is_name() {
            codes.sort_by_cached_key(|row| table.repr.show(row.extent.first()));
            // They are headings for pages.
            ranges.clear();
        }
        let entries = |rows: Vec<&'t Row>| rows.into_iter().map(|row| entry(table, row)).collect();
        let (codes, ranges) = (entries(codes), entries(ranges));
        let unlisted = table.unlisted.as_ref().map(|variant| answer_elsewhere(table, variant));
        Self {
            table,
            name,
            title,
            codes,
            ranges,
            unlisted,
            has_messages: has_arguments(table),
            has_help_arguments: has_help_arguments(table),
        }
    }

    /// The tags of the languages.
    pub(super) fn tags(&self) -> impl Iterator<Item = &'t str> {
        self.table.languages.iter().map(|language| language.tag.as_str())
    }

    /// A constant for each code, followed by those of its aliases. `case` converts a name from UpperCamelCase, and
    /// `reserved` are the names that the language or the rest of the file uses.
    pub(super) fn constants(&self, case: fn(&str) -> String, reserved: &[&str]) -> Vec<Constant> {
        let mut names = Names::new(reserved);
        let variant = |entry: &Entry<'_>| case(entry.row.variant.as_deref().unwrap_or_default());
        // Codes come before aliases, because their names must not get a suffix.
        let own: Vec<String> = self.codes.iter().map(|entry| names.free(variant(entry))).collect();
        let mut constants = Vec::new();
        for (entry, identifier) in self.codes.iter().zip(&own) {
            let deprecated = self.instead(entry, &own);
            constants.push(self.constant(entry, identifier.clone(), deprecated.clone()));
            for alias in &entry.row.aliases {
                let doc = vec![format!("{alias}, another name for {identifier}")];
                let identifier = names.free(case(&self.table.usual_variant(alias)));
                let value = entry.row.extent.first();
                constants.push(Constant { identifier, value, doc, deprecated: deprecated.clone() });
            }
        }
        constants
    }

    /// A name for the function of each row, not yet unique. `case` converts a name from UpperCamelCase.
    pub(super) fn function_names<'r>(
        &self,
        case: fn(&str) -> String,
        rows: impl Iterator<Item = &'r Row>,
    ) -> impl Iterator<Item = String> {
        let variant =
            |row: &Row| row.variant.clone().unwrap_or_else(|| self.table.usual_variant(&row.symbol));
        rows.map(move |row| case(&variant(row)))
    }

    /// The names of the functions for the words of each enum. Names of rows must differ from them, so that a new row changes
    /// none of them.
    pub(super) fn word_function_names(&self, case: fn(&str) -> String, reserved: &[&str]) -> Vec<String> {
        let names = self.table.enums.iter().map(|one| case(&(variant_name(&one.name) + "Name")));
        unique_names(names, reserved)
    }

    fn constant(&self, entry: &Entry<'_>, identifier: String, deprecated: Option<String>) -> Constant {
        let (row, texts) = (entry.row, &entry.answer.texts[0]);
        let label = self.table.extent_label(row.extent);
        let head = comment_line(&format!("{label} {}: {}", row.symbol, texts.name));
        let body = (texts.description != texts.name).then(|| comment_line(&texts.description));
        let doc = [head].into_iter().chain(body).collect();
        Constant { identifier, value: row.extent.first(), doc, deprecated }
    }

    /// What to use instead, if a code is deprecated.
    fn instead(&self, entry: &Entry<'_>, identifiers: &[String]) -> Option<String> {
        (entry.row.status == Status::Deprecated).then(|| {
            let value = entry.row.replaced_by;
            let found = self.codes.iter().position(|entry| Some(entry.row.extent.first()) == value);
            match (found, value) {
                (Some(position), _) => format!("use {}", identifiers[position]),
                (None, Some(value)) => comment_line(&format!("use {}", self.table.label(value))),
                (None, None) => "do not use it".to_owned(),
            }
        })
    }
}

fn entry<'t>(table: &'t Table, row: &'t Row) -> Entry<'t> {
    let has_help_arguments = RowMessage::of_help(row, table).is_some();
    let texts = table.languages.iter().enumerate().map(|(index, language)| Texts {
        name: row.short(&language.chain).unwrap_or_default(),
        description: row.meaning(&language.chain).unwrap_or_default(),
        help: row.text(LiteralKind::Help).resolve(language).cloned(),
        url: table.url(row, &language.tag),
        columns: table
            .text_columns()
            .map(|(index, _)| row.column_text(index).and_then(|texts| texts.resolve(language)).cloned())
            .collect(),
        message: row.message.get(index).map(|message| program(message, &row.arguments)),
        help_message: row
            .help_message
            .get(index)
            .filter(|_| has_help_arguments)
            .map(|help| program(help, &row.arguments)),
    });
    let references = if row.references.is_empty() { &table.references } else { &row.references };
    let (symbol, status, values) = (&row.symbol, row.status.name(), row.properties.clone());
    Entry { row, answer: Answer { symbol, status, references, values, texts: texts.collect() } }
}

fn answer_elsewhere<'t>(table: &'t Table, variant: &'t str) -> Answer<'t> {
    let texts = table.languages.iter().map(|language| {
        let texts = unlisted(&language.tag);
        let (name, description) = (texts.name.to_owned(), texts.description.to_owned());
        let columns = table.text_columns().map(|_| None).collect();
        Texts { name, description, help: None, url: None, columns, message: None, help_message: None }
    });
    let columns = table.properties.iter();
    Answer {
        symbol: variant,
        status: Status::Unassigned.name(),
        references: &table.references,
        values: columns.map(|column| column.default.clone().or_else(|| column.otherwise.clone())).collect(),
        texts: texts.collect(),
    }
}

/// A typed column, or a part of every value.
pub(super) struct Column<'t> {
    /// The key in the table.
    pub(super) name: &'t str,
    pub(super) kind: ColumnKind<'t>,
    /// Whether a value may have none.
    pub(super) is_optional: bool,
    /// What the column means, on one line.
    pub(super) doc: String,
    index: usize,
}

/// The type of a column.
pub(super) enum ColumnKind<'t> {
    Bool,
    Integer(Repr),
    Text,
    /// The words of an enum, which are texts in all output languages.
    Words(&'t Enumeration),
}

/// A value of a column.
pub(super) enum Cell<'t> {
    Bool(bool),
    Integer(i128),
    Text(&'t str),
}

impl<'t> Column<'t> {
    /// The columns of a table, without those of localized texts.
    pub(super) fn of(model: &Model<'t>) -> Vec<Self> {
        let columns = model.table.properties.iter().enumerate();
        let columns = columns.filter(|(_, property)| property.kind != PropertyKind::Text);
        columns.map(|(index, property)| Self::new(model, index, property)).collect()
    }

    /// The columns of localized texts, in the order of [`Texts::columns`].
    pub(super) fn of_texts(model: &Model<'t>) -> Vec<Self> {
        let column = |(at, (index, property)): (usize, (usize, &'t Property))| {
            let is_missing = |texts: &Texts| texts.columns[at].is_none();
            let is_optional = answers(model).any(|answer| answer.texts.iter().any(is_missing));
            Self { is_optional, ..Self::new(model, index, property) }
        };
        model.table.text_columns().enumerate().map(column).collect()
    }

    /// The parts of every value, as integers.
    pub(super) fn of_parts(model: &Model<'t>) -> Vec<Self> {
        let column = |(index, part): (usize, &'t Part)| {
            let bits = if part.bits == 1 { "Bit" } else { "Bits" };
            let doc = format!("{bits} {} of the value.", part.range());
            Self { index, name: &part.name, kind: ColumnKind::Integer(part.repr()), is_optional: false, doc }
        };
        model.table.parts.iter().enumerate().map(column).collect()
    }

    fn new(model: &Model<'t>, index: usize, property: &'t Property) -> Self {
        let kind = match &property.kind {
            PropertyKind::Bool => ColumnKind::Bool,
            PropertyKind::Integer(repr) => ColumnKind::Integer(repr.clone()),
            PropertyKind::HttpStatus => ColumnKind::Integer(Repr::U16),
            PropertyKind::Str | PropertyKind::Text => ColumnKind::Text,
            PropertyKind::Enum(at) => ColumnKind::Words(&model.table.enums[*at]),
        };
        let is_optional = answers(model).any(|answer| answer.values[index].is_none());
        let doc = property.doc.get(0).or_else(|| property.title.get(0)).unwrap_or(&property.name);
        Self { index, name: &property.name, kind, is_optional, doc: comment_line(doc) }
    }

    /// The value in a row.
    pub(super) fn cell(&self, table: &'t Table, values: &'t [Option<PropertyValue>]) -> Option<Cell<'t>> {
        Some(match values.get(self.index)?.as_ref()? {
            PropertyValue::Bool(value) => Cell::Bool(*value),
            PropertyValue::Integer(value) => Cell::Integer(*value),
            PropertyValue::Str(text) => Cell::Text(text),
            PropertyValue::Text(_) => return None,
            PropertyValue::Word(enumeration, word) => Cell::Text(&table.word(*enumeration, *word).word),
        })
    }
}

fn answers<'m, 't>(model: &'m Model<'t>) -> impl Iterator<Item = &'m Answer<'t>> {
    let rows = model.codes.iter().chain(&model.ranges).map(|entry: &Entry<'_>| &entry.answer);
    rows.chain(&model.unlisted)
}

/// The function of a message in Go, Java and C.
#[derive(Clone)]
pub(super) struct Function<'t> {
    pub(super) name: String,
    pub(super) row: &'t Row,
    /// The index of the row among the codes or ranges.
    pub(super) index: usize,
    /// The sentence in the default language, with placeholders.
    pub(super) sentence: String,
    /// The names and the kinds of the arguments, and a name for each parameter.
    pub(super) parameters: Vec<(&'t Argument, String)>,
}

/// How a language names functions and parameters.
pub(super) struct Naming<'r> {
    pub(super) function: fn(&str) -> String,
    pub(super) parameter: fn(&str) -> String,
    /// Lists of names separated by spaces.
    pub(super) reserved_functions: &'r [&'r str],
    pub(super) reserved_parameters: &'r [&'r str],
}

impl Naming<'_> {
    /// A function for each message.
    pub(super) fn functions<'t>(&self, model: &Model<'t>) -> Vec<Function<'t>> {
        let entries =
            [&model.codes, &model.ranges].into_iter().flat_map(|entries| entries.iter().enumerate());
        let with_message = |(index, entry): (usize, &Entry<'t>)| {
            let message: &'t Message = entry.row.message.get(0)?;
            Some((index, entry.row, message))
        };
        let messages: Vec<(usize, &'t Row, &'t Message)> = entries.filter_map(with_message).collect();
        let names = model.function_names(self.function, messages.iter().map(|(_, row, _)| *row));
        let names = unique_names(names, self.reserved_functions);
        let function = |((index, row, message), name): ((usize, &'t Row, &'t Message), String)| Function {
            name,
            row,
            index,
            sentence: message.shown(&row.arguments),
            parameters: self.parameters(&row.arguments),
        };
        messages.into_iter().zip(names).map(function).collect()
    }

    fn parameters<'t>(&self, arguments: &'t [Argument]) -> Vec<(&'t Argument, String)> {
        let name = |argument: &Argument| match argument.name.starts_with(|first: char| first.is_ascii_digit())
        {
            true => format!("arg{}", argument.name),
            false => (self.parameter)(&argument.name),
        };
        let names = unique_names(arguments.iter().map(name), self.reserved_parameters);
        arguments.iter().zip(names).collect()
    }
}

/// Replaces each `«name»` in the template. The values are not scanned, because a text may contain anything.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut pieces = template.split('«');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('»').unwrap_or_default();
        let value = values.iter().find(|(known, _)| *known == name);
        debug_assert!(value.is_some(), "no value for «{name}»");
        filled.push_str(value.map_or("", |(_, value)| value));
        filled.push_str(rest);
    }
    filled
}

/// An expression that joins texts, without those that are empty literals.
pub(super) fn joined(texts: impl IntoIterator<Item = String>) -> String {
    let texts: Vec<String> = texts.into_iter().filter(|text| text != "\"\"").collect();
    if texts.is_empty() { "\"\"".to_owned() } else { texts.join(" + ") }
}

/// A text between double quotes.
pub(super) fn quoted_with(text: &str, escape: fn(char) -> String) -> String {
    format!("\"{}\"", escaped(text, escape))
}

/// A text as written between quotes. `escape` writes invisible characters.
pub(super) fn escaped(text: &str, escape: fn(char) -> String) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '"' | '\\' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            _ if is_hidden(character) => escaped.push_str(&escape(character)),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// `\u200D`, `\U000E0001`.
pub(super) fn unicode_escape(character: char) -> String {
    match u32::from(character) {
        number @ 0..=0xFFFF => format!("\\u{number:04X}"),
        number => format!("\\U{number:08X}"),
    }
}

/// A text for a comment, on one line, without characters that could hide or reorder the code next to it.
pub(super) fn comment_line(text: &str) -> String {
    let shapes_letters = |character| matches!(character, '\u{200C}'..='\u{200F}');
    let is_shown = |character: &char| !is_hidden(*character) || shapes_letters(*character);
    let words = text.split_whitespace().map(|word| word.chars().filter(is_shown).collect::<String>());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text with a space inside each occurrence of a pair of characters.
pub(super) fn apart(text: &str, pair: &str) -> String {
    let (left, right) = pair.split_at(1);
    let apart = [left, right].join(" ");
    // Twice, because occurrences may overlap.
    text.replace(pair, &apart).replace(pair, &apart)
}

/// Control characters, zero-width spaces, direction marks and other invisible characters; also the line and paragraph
/// separators, which end a line in some languages only.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFF}'
                | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
        )
}
