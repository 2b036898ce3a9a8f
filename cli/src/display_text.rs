//! Parts of a table as people read them: rows, counts, property values, sentences of messages, and the words that the
//! tool puts next to them.

use core::fmt::{self, Display};
use std::iter::successors;

use code_registry::language;
use code_registry_table::{
    Argument, Choice, Language, LiteralKind, Message, OpaqueKey, Part, Piece, Property, PropertyValue, Row,
    Status, Table,
};

use crate::error::{Count, Label, Phrase};

/// `3000–3999 LIBRARY`; only one of both if they are the same.
pub(crate) fn row(table: &Table, row: &Row) -> String {
    let label = table.extent_label(row.extent);
    if label == row.symbol { label } else { format!("{label} {}", row.symbol) }
}

/// The numbers of codes, ranges and languages.
pub(crate) fn counts(table: &Table) -> [Count; 3] {
    let ranges = table.rows.iter().filter(|row| row.extent.is_range()).count();
    let codes = Count::Codes { count: table.rows.len() - ranges };
    [codes, Count::Ranges { count: ranges }, Count::Languages { count: table.languages.len() }]
}

/// Whether rows inside a range take all its values. A range of words is a heading without values.
pub(crate) fn is_taken(table: &Table, row: &Row) -> bool {
    row.variant.is_none() && row.status != Status::Retired && !table.repr.is_name()
}

/// Whether a reference is a web address, without characters that must be encoded in addresses.
pub(crate) fn is_link(reference: &str) -> bool {
    let is_allowed = |character: char| {
        let must_be_encoded = matches!(character, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
        !must_be_encoded && !character.is_whitespace() && !character.is_control()
    };
    (reference.starts_with("https://") || reference.starts_with("http://"))
        && reference.chars().all(is_allowed)
}

/// A text in one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A part of a text for people.
#[derive(Debug, Clone, Copy)]
pub(crate) enum TextPart<'t> {
    Text(&'t str),
    Code(&'t str),
}

/// The parts of a text in which backticks enclose code. Others are text.
/// The script of the page does the same (`marked` in `render/page/script.js`).
pub(crate) fn text_parts(text: &str) -> Vec<TextPart<'_>> {
    let (mut parts, mut text_start, mut at) = (Vec::new(), 0, 0);
    while let Some((before, after)) = text[at..].split_once('`')
        && let Some((code, _)) = after.split_once('`')
    {
        let open = at + before.len();
        at = open + code.len() + 2;
        if !code.is_empty() {
            parts.extend([TextPart::Text(&text[text_start..open]), TextPart::Code(code)]);
            text_start = at;
        }
    }
    parts.push(TextPart::Text(&text[text_start..]));
    parts
}

/// The value of a property as written in tables; a text has no quotes.
pub(crate) fn property(table: &Table, value: &PropertyValue) -> String {
    match value {
        PropertyValue::Bool(value) => value.to_string(),
        PropertyValue::Integer(value) => value.to_string(),
        PropertyValue::Str(text) => text.clone(),
        PropertyValue::Text(texts) => texts.get(0).cloned().unwrap_or_default(),
        PropertyValue::Word(at, word) => table.word(*at, *word).word.clone(),
    }
}

/// The words in one language, or in English if the tool does not speak it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(code_registry::Language);

impl Words {
    /// The words for texts in this language.
    pub(crate) fn of(language: &Language) -> Self {
        let asked = code_registry::Language::new(&language.tag);
        let mut tags = successors(asked, |language| language.parent());
        Self(tags.find(|tag| Label::LANGUAGES.contains(tag)).unwrap_or(Label::DEFAULT_LANGUAGE))
    }

    /// The language of the words.
    pub(crate) fn language(self) -> code_registry::Language {
        self.0
    }

    /// The words between the messages of the tool, in their language.
    pub(crate) fn current() -> Self {
        let mut tags = successors(language::current(), |language| language.parent());
        Self(tags.find(|tag| Phrase::LANGUAGES.contains(tag)).unwrap_or(Phrase::DEFAULT_LANGUAGE))
    }

    /// The word that a row of cli/labels.toml names.
    pub(crate) fn say(self, word: Label) -> &'static str {
        word.name(self.0)
    }

    /// The sentence about the word, in a row of cli/labels.toml with a description.
    pub(crate) fn say_more(self, word: Label) -> &'static str {
        word.description(self.0)
    }

    /// The name of a status.
    pub(crate) fn status(self, status: Status) -> &'static str {
        self.say(Self::of_status(status))
    }

    /// The word for a status.
    pub(crate) fn of_status(status: Status) -> Label {
        match status {
            Status::Assigned => Label::Assigned,
            Status::Unassigned => Label::Unassigned,
            Status::Reserved => Label::Reserved,
            Status::PrivateUse => Label::PrivateUse,
            Status::ExperimentalUse => Label::ExperimentalUse,
            Status::Deprecated => Label::Deprecated,
            Status::Retired => Label::Retired,
        }
    }

    /// The heading of a text; `None` if the text has a place of its own.
    pub(crate) fn of_text(kind: LiteralKind) -> Option<Label> {
        match kind {
            LiteralKind::Name | LiteralKind::Description | LiteralKind::Explanation => None,
            LiteralKind::Help => Some(Label::Advice),
        }
    }

    /// The name of a column.
    pub(crate) fn column<'t>(language: &Language, property: &'t Property) -> &'t str {
        property.title.resolve(language).unwrap_or(&property.name)
    }

    /// A part of a value with the name of its number: `7 Win32`.
    pub(crate) fn part(self, table: &Table, language: &Language, part: &Part, value: i128) -> String {
        let number = part.of(value);
        let word = table.part_word(part, value);
        let name = word.map(|word| format!(" {}", self.property(table, language, &word)));
        format!("{number}{}", name.unwrap_or_default())
    }

    /// The word for a key.
    pub(crate) fn of_key(key: OpaqueKey) -> Label {
        match key {
            OpaqueKey::Since => Label::Since,
        }
    }

    /// The value of a property in one line; a word by its name in this language of the table.
    pub(crate) fn property(self, table: &Table, language: &Language, value: &PropertyValue) -> String {
        match value {
            PropertyValue::Word(at, word) => one_line(table.word(*at, *word).name(language)),
            PropertyValue::Text(texts) => one_line(texts.resolve(language).map_or("", |text| text.as_str())),
            PropertyValue::Bool(true) => self.say(Label::Yes).to_owned(),
            PropertyValue::Bool(false) => self.say(Label::No).to_owned(),
            value => one_line(&self::property(table, value)),
        }
    }
}

/// A message and the arguments it may name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pattern<'a> {
    pub(crate) message: &'a Message,
    pub(crate) arguments: &'a [Argument],
}

/// A sentence and the choice that leads to it, if one does: `count = one`.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    pub(crate) choice: String,
    pub(crate) text: String,
}

/// `count = one: one file in {folder}`
impl Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { choice, text } = self;
        if choice.is_empty() { f.write_str(text) } else { write!(f, "{choice}: {text}") }
    }
}

impl<'a> Pattern<'a> {
    /// Every sentence of the message.
    pub(crate) fn sentences(self) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        self.collect(&[], &mut sentences);
        sentences
    }

    fn collect(self, conditions: &[String], sentences: &mut Vec<Sentence>) {
        match self.message {
            Message::Pattern(pieces) => {
                sentences.push(Sentence { choice: conditions.join(", "), text: self.sentence(pieces) });
            }
            Message::Choice(choice) => {
                for (case, message) in self.cases(choice) {
                    let condition = format!("{} = {case}", self.name(choice.argument));
                    message.collect(&[conditions, &[condition]].concat(), sentences);
                }
            }
        }
    }

    pub(crate) fn sentence(self, pieces: &[Piece]) -> String {
        let shown = |piece: &Piece| match piece {
            Piece::Text(text) => text.replace('{', "{{").replace('}', "}}"),
            Piece::Argument(index) => format!("{{{}}}", self.name(*index)),
        };
        pieces.iter().map(shown).collect()
    }

    /// The cases of a choice; `other`, if it has one, at the end.
    pub(crate) fn cases(self, choice: &'a Choice) -> impl Iterator<Item = (String, Self)> {
        choice.all_cases().map(move |(case, message)| (case.to_string(), Self { message, ..self }))
    }

    pub(crate) fn name(self, argument: usize) -> &'a str {
        &self.arguments[argument].name
    }
}
