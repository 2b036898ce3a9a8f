//! The common input of all output languages: the table with all texts resolved, names, and quoting.

use std::collections::HashSet;
use std::fmt::{self, Display, Formatter};

use code_registry_table::{LiteralKind, PropertyValue, Row, Status, Table, unlisted, variant_name};

use super::messages::{RowMessage, has_arguments, has_help_arguments, program};
use super::reserved::TYPES;
use crate::error::{Error, ToolMessage};

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
        let mut names = Names { taken: HashSet::new(), reserved };
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

/// Names that are unique and not reserved.
struct Names<'r> {
    taken: HashSet<String>,
    /// Lists of names separated by spaces.
    reserved: &'r [&'r str],
}

/// The names, changed so that they are unique and not reserved.
pub(super) fn unique_names(names: impl Iterator<Item = String>, reserved: &[&str]) -> Vec<String> {
    let mut free = Names { taken: HashSet::new(), reserved };
    names.map(|name| free.free(name)).collect()
}

impl Names<'_> {
    fn free(&mut self, name: String) -> String {
        let is_reserved = self.reserved.iter().any(|list| list.split(' ').any(|reserved| reserved == name));
        let name = if is_reserved { name + "_" } else { name };
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let mut names = std::iter::once(name.clone()).chain(numbered);
        names.find(|name| self.taken.insert(name.clone())).unwrap_or(name)
    }
}

/// The name of the type, and its package.
#[derive(Debug)]
pub(crate) struct TypeName {
    pub(super) package: Option<String>,
    name: String,
}

impl TypeName {
    /// `CloseCode`, `org.example.CloseCode`.
    pub(crate) fn new(text: &str) -> Result<Self, Error> {
        let (package, name) = match text.rsplit_once('.') {
            Some((package, name)) => (Some(package), name),
            None => (None, text),
        };
        let is_package = |package: &str| package.split('.').all(is_package_word);
        if !is_type(name) || !package.is_none_or(is_package) {
            return Err(Error::new(ToolMessage::NoTypeName { name: text.to_owned() }));
        }
        if TYPES.split(' ').any(|used| used == name) {
            return Err(Error::new(ToolMessage::UsedTypeName { name: name.to_owned() }));
        }
        Ok(Self { package: package.map(str::to_owned), name: name.to_owned() })
    }

    /// `close_code`.
    pub(super) fn snake(&self) -> String {
        upper_snake(&self.name).to_ascii_lowercase()
    }

    /// `closecode`.
    pub(super) fn lower(&self) -> String {
        self.name.to_ascii_lowercase()
    }
}

impl Display for TypeName {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// A name with lowercase letters, so that no constant or function of an output has the same name.
fn is_type(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
        && name.contains(|c: char| c.is_ascii_lowercase())
}

fn is_package_word(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// `NotFound` is `NOT_FOUND`, `Http2Error` is `HTTP2_ERROR`, `IOError` is `IO_ERROR`.
pub(super) fn upper_snake(name: &str) -> String {
    let mut snake = String::new();
    let mut letters = name.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let ends_word = |before: char| before.is_ascii_lowercase() || before.is_ascii_digit();
        let begins_word = letters.peek().is_some_and(char::is_ascii_lowercase);
        let is_new = |before: char| ends_word(before) || (before.is_ascii_uppercase() && begins_word);
        if letter.is_ascii_uppercase() && before.is_some_and(is_new) {
            snake.push('_');
        }
        snake.push(letter.to_ascii_uppercase());
        before = Some(letter);
    }
    snake
}

/// `NotFound` is `notFound`, `IOError` is `ioError`.
pub(super) fn lower_camel(name: &str) -> String {
    let snake = upper_snake(name);
    let first = snake.split('_').find(|word| !word.is_empty()).map_or(0, str::len);
    let start = name.len() - name.trim_start_matches('_').len();
    let (head, rest) = name[start..].split_at(first.min(name.len() - start));
    format!("{}{}{rest}", &name[..start], head.to_ascii_lowercase())
}

/// `file_name` is `fileName`.
pub(super) fn camel_words(name: &str) -> String {
    let mut words = name.split('_').filter(|word| !word.is_empty());
    let mut camel = words.next().unwrap_or("arg").to_owned();
    for word in words {
        camel.extend(word[..1].chars().map(|first| first.to_ascii_uppercase()));
        camel.push_str(&word[1..]);
    }
    camel
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found() {
        for (name, snake) in [
            ("NotFound", "NOT_FOUND"),
            ("Http2Error", "HTTP2_ERROR"),
            ("IOError", "IO_ERROR"),
            ("E2big", "E2BIG"),
            ("_404", "_404"),
            ("X1_2", "X1_2"),
            ("Self_", "SELF_"),
        ] {
            assert_eq!(upper_snake(name), snake);
        }
    }
}
