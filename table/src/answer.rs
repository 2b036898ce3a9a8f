//! Which of its texts a row answers with: rule 4.

use crate::model::{Argument, Message, Piece, Row};

impl Row {
    /// What it is called: "where a row has no name, its description answers for it; a message answers for both".
    ///
    /// Looked for in these languages, one after the other, as a [chain](crate::Language::chain) names them.
    pub fn short(&self, languages: &[usize]) -> Option<String> {
        answer(self, [Kind::Name, Kind::Description, Kind::Message], languages)
    }

    /// What it means: the same, the description before the name.
    pub fn meaning(&self, languages: &[usize]) -> Option<String> {
        answer(self, [Kind::Description, Kind::Name, Kind::Message], languages)
    }
}

impl Message {
    /// As a reader of the table sees it: arguments as `{name}`, of a choice the sentence `other`.
    pub fn shown(&self, arguments: &[Argument]) -> String {
        let shown = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Argument(index) => format!("{{{}}}", arguments[*index].name),
        };
        match self {
            Self::Pattern(pieces) => pieces.iter().map(shown).collect(),
            Self::Choice(choice) => choice.other.shown(arguments),
        }
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Name,
    Description,
    Message,
}

/// The kind is the same in every language: the first that the default language has.
fn answer(row: &Row, kinds: [Kind; 3], languages: &[usize]) -> Option<String> {
    let kind = kinds.into_iter().find(|kind| match kind {
        Kind::Name => row.name.get(0).is_some(),
        Kind::Description => row.description.get(0).is_some(),
        Kind::Message => row.message.get(0).is_some(),
    })?;
    languages.iter().find_map(|&language| match kind {
        Kind::Name => row.name.get(language).cloned(),
        Kind::Description => row.description.get(language).cloned(),
        Kind::Message => row.message.get(language).map(|message| message.shown(&row.arguments)),
    })
}
