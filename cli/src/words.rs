//! The tool's own words on the pages it writes, in the language of their texts.

use code_registry::language;
use code_registry_table::{Language, Status};

use crate::said::Phrase;

/// The words of one language: its own where the tool speaks it, else English ones.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(code_registry::Language);

impl Words {
    /// The words that go with texts in this language.
    pub(crate) fn of(language: &Language) -> Self {
        Self(code_registry::Language::new(&language.tag).unwrap_or(Phrase::LANGUAGES[0]))
    }

    /// The words of the language that the tool speaks.
    pub(crate) fn current() -> Self {
        Self(language::current().unwrap_or(Phrase::LANGUAGES[0]))
    }

    /// The word that a row of cli/codes.toml names.
    pub(crate) fn say(self, word: Phrase) -> &'static str {
        word.name(self.0)
    }

    /// What a state is called.
    pub(crate) fn status(self, status: Status) -> &'static str {
        self.say(match status {
            Status::Assigned => Phrase::Assigned,
            Status::Unassigned => Phrase::Unassigned,
            Status::Reserved => Phrase::Reserved,
            Status::PrivateUse => Phrase::PrivateUse,
            Status::ExperimentalUse => Phrase::ExperimentalUse,
            Status::Deprecated => Phrase::Deprecated,
            Status::Retired => Phrase::Retired,
        })
    }
}
