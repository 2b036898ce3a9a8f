//! Messages with arguments, as all output languages receive them: sentences and choices as data, and what each language needs
//! to run them. Each output contains the same small interpreter (`typescript_messages.ts`, `python_messages.py`).

use code_registry_encoding::formats::{DurationFormat, Elision, ListFormat, NumberFormat, SizeFormat};
use code_registry_table::{
    Argument, Case, Choice, Language, Message, Piece, Row, Table, TextKind, formats_of, is_right_to_left,
    locale_matches, plural,
};

/// A row whose message has arguments, in each language of the table that has one itself.
pub(super) struct RowMessage<'t> {
    pub(super) row: &'t Row,
    pub(super) texts: Vec<Option<&'t Message>>,
}

impl<'t> RowMessage<'t> {
    /// `None` if the row has no message.
    pub(super) fn of(row: &'t Row, table: &Table) -> Option<Self> {
        let has_message = row.has_text(TextKind::Message, 0);
        has_message.then(|| Self {
            row,
            texts: (0..table.languages.len()).map(|index| row.message.get(index)).collect(),
        })
    }

    /// The arguments, in the order of their indices.
    pub(super) fn arguments(&self) -> &'t [Argument] {
        &self.row.arguments
    }
}

/// Whether an output needs the interpreter.
pub(super) fn has_arguments(table: &Table) -> bool {
    table.rows.iter().any(|row| !row.arguments.is_empty() && row.has_text(TextKind::Message, 0))
}

/// How a language writes sentences.
pub(super) struct Speech<'t> {
    pub(super) language: &'t Language,
    pub(super) right_to_left: bool,
    /// The plural rules, as `code_registry_encoding::plural` describes them.
    pub(super) cardinal: Vec<u8>,
    pub(super) ordinal: Vec<u8>,
    // If no argument needs a format, it is the plain one.
    pub(super) number: NumberFormat<'static>,
    /// The lists joined by "and" and by "or": the texts between items, and the name of the elision.
    pub(super) lists: [[&'static str; 5]; 2],
    pub(super) sizes: SizeFormat<'static>,
    pub(super) duration: DurationFormat<'static>,
}

/// The languages of a table.
pub(super) fn speeches<'t>(table: &'t Table) -> Vec<Speech<'t>> {
    let speech = |language: &'t Language| {
        let Language { tag, .. } = language;
        let formats = formats_of(table, tag);
        let formats = formats.as_ref();
        let list = |list: Option<ListFormat<'static>>| {
            let ListFormat { pair, start, middle, end, elision } = list.unwrap_or(ListFormat::PLAIN);
            [pair, start, middle, end, elision_name(elision)]
        };
        Speech {
            language,
            right_to_left: is_right_to_left(tag),
            cardinal: plural::compile(tag, false).unwrap_or_default(),
            ordinal: plural::compile(tag, true).unwrap_or_default(),
            number: formats.map_or(NumberFormat::PLAIN, |formats| formats.number),
            lists: [
                list(formats.and_then(|formats| formats.and_list)),
                list(formats.and_then(|formats| formats.or_list)),
            ],
            sizes: formats.and_then(|formats| formats.size).unwrap_or(SizeFormat::PLAIN),
            duration: formats.and_then(|formats| formats.duration).unwrap_or(DurationFormat::PLAIN),
        }
    };
    table.languages.iter().map(speech).collect()
}

/// Requests that get another language than the lookup of RFC 4647 finds, in lowercase, each with the index of the language.
pub(super) fn matches(table: &Table) -> Vec<(String, usize)> {
    let tags: Vec<&str> = table.languages.iter().map(|language| language.tag.as_str()).collect();
    let matches = locale_matches(&tags).into_iter();
    matches.map(|(request, index)| (request.to_ascii_lowercase(), index)).collect()
}

/// How an output language writes data.
pub(super) struct Syntax {
    pub(super) quoted: fn(&str) -> String,
    /// Around the parts of a sentence.
    pub(super) sentence: [&'static str; 2],
    /// Around the cases of a choice, and each of them.
    pub(super) cases: [&'static str; 2],
    /// After the only item of a list: Python needs a comma in a tuple of one.
    pub(super) single: &'static str,
    /// A choice, from its selector, its argument, its cases, and its other sentence.
    pub(super) choice: fn(&str, usize, &str, &str) -> String,
}

impl Syntax {
    /// A message as an expression.
    pub(super) fn message(&self, message: &Message) -> String {
        match message {
            Message::Pattern(pieces) => {
                let piece = |piece: &Piece| match piece {
                    Piece::Text(text) => (self.quoted)(text),
                    Piece::Argument(index) => index.to_string(),
                };
                self.list(self.sentence, pieces.iter().map(piece))
            }
            Message::Choice(Choice { selector, argument, cases, other, .. }) => {
                let case = |(case, message): &(Case, Message)| {
                    let key = (self.quoted)(&case.to_string());
                    self.list(self.cases, [key, self.message(message)].into_iter())
                };
                let cases = self.list(self.cases, cases.iter().map(case));
                (self.choice)(selector.name(), *argument, &cases, &self.message(other))
            }
        }
    }

    fn list(&self, [open, close]: [&str; 2], items: impl Iterator<Item = String>) -> String {
        let items: Vec<String> = items.collect();
        let end = if items.len() == 1 { self.single } else { "" };
        format!("{open}{}{end}{close}", items.join(", "))
    }
}

/// The name of an elision in all outputs; empty if the connective never changes.
fn elision_name(elision: Elision) -> &'static str {
    match elision {
        Elision::None => "",
        Elision::SpanishAnd => "es-and",
        Elision::SpanishOr => "es-or",
        Elision::ItalianAnd => "it-and",
        Elision::HebrewAnd => "he-and",
    }
}
