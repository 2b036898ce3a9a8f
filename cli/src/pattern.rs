//! Messages with their placeholders, as tables write them.

use core::fmt::{self, Display};

use code_registry_table::{Argument, Choice, Message, Piece};

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

    /// The cases of a choice, `other` at the end.
    pub(crate) fn cases(self, choice: &'a Choice) -> impl Iterator<Item = (String, Self)> {
        let cases = choice.cases.iter().map(|(case, message)| (case.to_string(), message));
        cases
            .chain([("other".to_owned(), &*choice.other)])
            .map(move |(key, message)| (key, Self { message, ..self }))
    }

    pub(crate) fn name(self, argument: usize) -> &'a str {
        &self.arguments[argument].name
    }
}
