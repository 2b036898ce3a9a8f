//! Messages with their placeholders, as tables write them.

use code_registry_table::{Argument, Choice, Message, Piece};

/// A message and the arguments it may name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pattern<'a> {
    pub(crate) message: &'a Message,
    pub(crate) arguments: &'a [Argument],
}

impl<'a> Pattern<'a> {
    /// Every sentence of the message, the choice that leads to it in front: `count = one: one file in {folder}`.
    pub(crate) fn sentences(self) -> Vec<String> {
        let mut sentences = Vec::new();
        self.collect(&[], &mut sentences);
        sentences
    }

    fn collect(self, conditions: &[String], sentences: &mut Vec<String>) {
        match self.message {
            Message::Pattern(pieces) => {
                let sentence = self.sentence(pieces);
                let conditions = conditions.join(", ");
                sentences.push(if conditions.is_empty() {
                    sentence
                } else {
                    format!("{conditions}: {sentence}")
                });
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
