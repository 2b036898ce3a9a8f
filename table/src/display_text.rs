//! The texts of a row as programs display them, and as the library stores them.

use code_registry_encoding::message::{Case as StoredCase, EncodedMessage, Part};

use crate::model::{Argument, Case, Choice, Message, Piece, Row};
use crate::schema::{LiteralKind, TextKind};

impl Row {
    /// A short label. A row without a name displays its description, and a row without either displays its message.
    ///
    /// The text is looked up in these languages, one after the other: those of a [chain](crate::Language::chain).
    pub fn short(&self, languages: &[usize]) -> Option<String> {
        self.display(LiteralKind::Name, languages)
    }

    /// What the code means. A row without a description displays its name, and a row without either its message.
    pub fn meaning(&self, languages: &[usize]) -> Option<String> {
        self.display(LiteralKind::Description, languages)
    }

    /// The text of a kind, or of the first of its substitutes that the default language has. All languages use the same.
    pub fn display(&self, kind: LiteralKind, languages: &[usize]) -> Option<String> {
        let kind = TextKind::Literal(kind).with_substitutes().find(|kind| self.has_text(*kind, 0))?;
        languages.iter().find_map(|&language| match kind {
            TextKind::Literal(kind) => self.text(kind).get(language).cloned(),
            TextKind::Message => Some(self.message.get(language)?.shown(&self.arguments)),
            TextKind::Note => None,
        })
    }
}

impl Message {
    /// The message as a reader of the table sees it: arguments as `{name}`, and `other` of a choice.
    pub fn shown(&self, arguments: &[Argument]) -> String {
        let shown = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Argument(index) => placeholder(*index, arguments),
        };
        match self {
            Self::Pattern(pieces) => pieces.iter().map(shown).collect(),
            Self::Choice(choice) => choice.other.shown(arguments),
        }
    }
}

fn placeholder(index: usize, arguments: &[Argument]) -> String {
    format!("{{{}}}", arguments[index].name)
}

/// A message as the library stores it: its text, and before it a program if it has arguments or choices.
pub fn entry(message: &Message, arguments: &[Argument], right_to_left: bool) -> String {
    encoded(message, arguments, right_to_left).into_entry()
}

fn encoded(message: &Message, arguments: &[Argument], right_to_left: bool) -> EncodedMessage {
    match message {
        Message::Pattern(pieces) => encoded_sentence(pieces, arguments, right_to_left),
        Message::Choice(choice) => encoded_choice(choice, arguments, right_to_left),
    }
}

fn encoded_sentence(pieces: &[Piece], arguments: &[Argument], right_to_left: bool) -> EncodedMessage {
    let placeholders: Vec<String> = (0..arguments.len()).map(|index| placeholder(index, arguments)).collect();
    let parts = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => Part::Text(text),
        Piece::Argument(index) => Part::Argument { index: *index, placeholder: &placeholders[*index] },
    });
    EncodedMessage::sentence(parts, right_to_left)
}

fn encoded_choice(choice: &Choice, arguments: &[Argument], right_to_left: bool) -> EncodedMessage {
    let branch = |message: &Message| encoded(message, arguments, right_to_left);
    let keys: Vec<String> = choice.cases.iter().map(|(case, _)| case.to_string()).collect();
    let cases = choice.cases.iter().zip(&keys).map(|((case, message), key)| {
        let case = match case {
            Case::Category(category) => StoredCase::Category(*category),
            Case::Exact(_) | Case::Word(_) => StoredCase::Word(key),
        };
        (case, branch(message))
    });
    let placeholder = placeholder(choice.argument, arguments);
    EncodedMessage::choice(choice.selector, choice.argument, &placeholder, &branch(&choice.other), cases)
}
