use core::fmt;
use core::marker::PhantomData;

use super::CatalogTexts;
use crate::{Code, Language, Table};

/// A language file of an application for the registry of a library: a language that the library lacks, or sentences
/// that it words differently. Made by [`catalog!`](crate::catalog), and with the feature `runtime` by `load`.
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
pub struct Catalog<E> {
    texts: &'static CatalogTexts,
    #[cfg(feature = "runtime")]
    pub(super) warnings: &'static [std::string::String],
    registry: PhantomData<fn() -> E>,
}

/// What a language file of a registry says.
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

    /// Puts it to use in the whole process. Nobody who reads a text waits for it, or sees a part of it.
    ///
    /// A text is looked for in the language asked for, then as RFC 4647 goes on (`de-AT`, `de`), at last in the default
    /// language: at each in the catalogues, the one installed last first, then in the table, and there along the
    /// language's fallbacks. A catalogue of the same language and file is replaced; what it says stays in memory.
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
