//! The tool's own words on the pages it writes, in the language of their texts.

use std::iter::successors;

use code_registry::language;
use code_registry_table::{Language, Property, PropertyValue, Status};

use crate::said::Phrase;
use crate::show;

/// The words of one language: its own where the tool speaks it, else English ones.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(code_registry::Language);

impl Words {
    /// The words that go with texts in this language.
    pub(crate) fn of(language: &Language) -> Self {
        let asked = code_registry::Language::new(&language.tag);
        let mut tags = successors(asked, |language| language.parent());
        Self(tags.find(|tag| Phrase::LANGUAGES.contains(tag)).unwrap_or(Phrase::LANGUAGES[0]))
    }

    /// The language of the words.
    pub(crate) fn language(self) -> code_registry::Language {
        self.0
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
        self.say(Self::of_status(status))
    }

    /// The word for a state.
    pub(crate) fn of_status(status: Status) -> Phrase {
        match status {
            Status::Assigned => Phrase::Assigned,
            Status::Unassigned => Phrase::Unassigned,
            Status::Reserved => Phrase::Reserved,
            Status::PrivateUse => Phrase::PrivateUse,
            Status::ExperimentalUse => Phrase::ExperimentalUse,
            Status::Deprecated => Phrase::Deprecated,
            Status::Retired => Phrase::Retired,
        }
    }

    /// The value of a column in one line.
    pub(crate) fn property(self, property: &Property, value: &PropertyValue) -> String {
        match value {
            PropertyValue::Bool(true) => self.say(Phrase::Yes).to_owned(),
            PropertyValue::Bool(false) => self.say(Phrase::No).to_owned(),
            value => show::one_line(&show::property(property, value)),
        }
    }
}
