//! What an application says in place of a library: language files of its own for the library's registry.

mod installed;
#[cfg(feature = "runtime")]
mod load;
#[cfg(feature = "std")]
mod public;

pub use installed::Catalogs;
#[cfg(feature = "runtime")]
pub use load::CatalogError;
#[cfg(feature = "std")]
pub use public::{Catalog, catalog};

use crate::Language;
use crate::languages::Speech;
use crate::texts::{Found, Kind, Topic};

/// What a language file says.
#[derive(Debug)]
pub struct CatalogTexts {
    /// The language.
    pub language: Language,
    /// What CLDR says is asked for by other tags and finds this language.
    pub near: &'static [Language],
    /// How it speaks.
    pub speech: Speech<'static>,
    /// The texts, in the order of [`Topic`]; what is missing is empty.
    pub kinds: [&'static Kind; 5],
    /// The file: another catalogue of the same one replaces this.
    pub file: &'static str,
}

impl CatalogTexts {
    fn find(&'static self, topic: Topic, row: usize) -> Option<Found> {
        let entry = self.kinds[topic as usize].get(row, 0);
        (!entry.is_empty()).then_some(Found { entry, speech: &self.speech })
    }
}

impl Catalogs {
    /// What the newest catalogue of a language says that says anything.
    pub(crate) fn find(&'static self, topic: Topic, row: usize, language: Language) -> Option<Found> {
        let own = self.newest_first().iter().filter(|catalog| catalog.language == language);
        own.copied().find_map(|catalog| catalog.find(topic, row))
    }

    /// The languages, of which the table may have some.
    pub(crate) fn languages(&self) -> impl Iterator<Item = Language> {
        self.newest_first().iter().map(|catalog| catalog.language)
    }

    /// The language that CLDR says is meant.
    pub(crate) fn near(&self, request: Language) -> Option<Language> {
        let catalog = self.newest_first().iter().find(|catalog| catalog.near.contains(&request));
        catalog.map(|catalog| catalog.language)
    }
}
