//! `Catalog`: what an application installs.

use core::fmt;
use core::marker::PhantomData;

use super::CatalogTexts;
use crate::{Code, Language, Table};

/// A language file of an application for the registry of a library: a language that the library lacks, or another wording
/// of some of its sentences. [`catalog!`](crate::catalog) compiles one; with the feature `runtime`, `load` reads one.
///
/// ```
/// # mod library {
/// #     #[code_registry::codes("docs/guide.toml")]
/// #     pub enum BackupCode {}
/// # }
/// use code_registry::{Catalog, Language, catalog};
/// use library::BackupCode;
///
/// static GERMAN: Catalog<BackupCode> = catalog!(BackupCode, "de", "docs/guide.de.toml");
/// GERMAN.install();
///
/// let (de, en) = (Language::new("de-AT").unwrap(), Language::new("en").unwrap());
/// assert_eq!(BackupCode::NoRoom.name(de), "Kein Platz");
/// assert_eq!(BackupCode::Offline.name(de), BackupCode::Offline.name(en), "the file lacks it");
/// ```
#[must_use = "a catalogue does nothing until it is installed"]
pub struct Catalog<E> {
    pub(super) texts: &'static CatalogTexts,
    #[cfg(feature = "runtime")]
    pub(super) warnings: &'static [std::string::String],
    registry: PhantomData<fn() -> E>,
}

/// The catalogue with the texts of a language file.
pub const fn catalog<E>(texts: &'static CatalogTexts) -> Catalog<E> {
    Catalog {
        texts,
        #[cfg(feature = "runtime")]
        warnings: &[],
        registry: PhantomData,
    }
}

impl<E: Code> Catalog<E> {
    /// The language of the file.
    pub const fn language(&self) -> Language {
        self.texts.language
    }

    /// Installs the catalogue for the whole process. Threads that read texts never wait for it, and never see part of
    /// it.
    ///
    /// A text is searched in the requested language, then in its parents as in RFC 4647 (`de-AT`, `de`), and finally in
    /// the default language. In each of them, the catalogues come first, the newest before the others, then the table
    /// with the fallbacks of the language. The catalogue replaces one of the same file and language, whose texts stay
    /// in memory.
    pub fn install(&self) {
        (<E::Table>::NAMES.catalogs)().install(self.texts);
    }
}

impl<E> Clone for Catalog<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Catalog<E> {}

impl<E> fmt::Debug for Catalog<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalog")
            .field("language", &self.texts.language)
            .field("file", &self.texts.file)
            .finish()
    }
}
