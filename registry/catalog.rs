//! Language files of an application for the registry of a library.

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

use code_registry_encoding::texts::Texts;

use crate::Language;
use crate::error_arguments::WriteHelp;
use crate::languages::{Found, Speech};

/// The texts of a language file.
#[derive(Debug)]
pub struct CatalogTexts {
    /// The language of the texts.
    pub language: Language,
    /// The other languages whose readers CLDR sends to this one.
    pub matches: &'static [Language],
    /// The rules of the language.
    pub speech: Speech<'static>,
    /// The texts of each kind, in the order of `TextKind::STORED` of the table, then the names of the words of each enum; a
    /// missing text is empty.
    pub kinds: &'static [&'static Texts<'static>],
    /// The function that writes help with arguments, if the file has any.
    pub write_help: Option<WriteHelp>,
    /// The name of the file. A newer catalogue of the same file and language replaces this one.
    pub file: &'static str,
}

impl CatalogTexts {
    /// Whether these are the texts of each kind, one for each row.
    #[cfg(feature = "runtime")]
    fn has(&self, texts: &[std::vec::Vec<std::string::String>]) -> bool {
        let mut kinds = self.kinds.iter().zip(texts);
        kinds.all(|(kind, texts)| texts.iter().enumerate().all(|(row, text)| kind.get(row, 0) == text))
    }

    fn find(&'static self, kind: usize, row: usize) -> Option<Found> {
        let entry = self.kinds[kind].get(row, 0);
        (!entry.is_empty()).then_some(Found { entry, speech: &self.speech })
    }
}

impl Catalogs {
    /// The text of the newest catalogue in this language that has one.
    pub(crate) fn find(&'static self, kind: usize, row: usize, language: Language) -> Option<Found> {
        let own = self.newest_first().iter().filter(|catalog| catalog.language == language);
        own.copied().find_map(|catalog| catalog.find(kind, row))
    }

    /// The function that writes help with arguments, if a catalogue has any.
    pub(crate) fn write_help(&self) -> Option<WriteHelp> {
        self.newest_first().iter().find_map(|catalog| catalog.write_help)
    }

    /// The catalogue of a file in this language.
    #[cfg(feature = "runtime")]
    fn installed(&self, file: &str, language: Language) -> Option<&'static CatalogTexts> {
        let mut catalogs = self.newest_first().iter().copied();
        catalogs.find(|catalog| catalog.file == file && catalog.language == language)
    }

    /// The languages of the catalogues. The table may have some of them too.
    pub(crate) fn languages(&self) -> impl Iterator<Item = Language> {
        self.newest_first().iter().map(|catalog| catalog.language)
    }

    /// The language that CLDR chooses for a reader of another one.
    pub(crate) fn locale_match(&self, request: Language) -> Option<Language> {
        let catalog = self.newest_first().iter().find(|catalog| catalog.matches.contains(&request));
        catalog.map(|catalog| catalog.language)
    }
}
