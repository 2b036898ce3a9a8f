use core::fmt;
use core::marker::PhantomData;

use crate::table::row;
use crate::{Code, Language, Notes, Table};

/// The texts of a registry in one language: what `texts` of an enum returns.
///
/// Each look-up of a text by language first finds the column of the language. `CodeTexts` finds it once, for a page or a
/// request that shows many codes. It ignores catalogues that are installed after it is made, if there were none before.
///
/// ```
/// use code_registry::{Language, websocket::CloseCode};
///
/// let it = Language::new("it").unwrap();
/// let texts = CloseCode::texts(it);
/// assert_eq!(texts.name(CloseCode::Normal), CloseCode::Normal.name(it));
/// assert_eq!(texts.description(CloseCode::Normal), CloseCode::Normal.description(it));
/// ```
pub struct CodeTexts<E> {
    language: Language,
    /// The column of the language; none if catalogues are installed, which are asked first.
    column: Option<usize>,
    registry: PhantomData<fn() -> E>,
}

impl<E: Code> CodeTexts<E> {
    /// The texts of `E` in this language, or in the one that it falls back to.
    #[inline]
    pub fn new(language: Language) -> Self {
        let texts = <E::Table>::DESCRIPTIONS;
        let column = (!texts.has_catalogs()).then(|| texts.languages.column(language));
        Self { language, column, registry: PhantomData }
    }

    /// The language that was asked for.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A short label of the code.
    #[inline]
    pub fn name(&self, code: E) -> &'static str {
        match self.column {
            Some(column) => <E::Table>::name_in_column(row(code), column),
            None => code.name(self.language),
        }
    }

    /// What the code means.
    #[inline]
    pub fn description(&self, code: E) -> &'static str {
        match self.column {
            Some(column) => <E::Table>::description_in_column(row(code), column),
            None => code.description(self.language),
        }
    }

    /// What the reader can do.
    #[inline]
    pub fn help(&self, code: E) -> Option<&'static str> {
        match self.column {
            Some(column) => {
                Some(<E::Table>::help_in_column(row(code), column)).filter(|text| !text.is_empty())
            }
            None => code.help(self.language),
        }
    }

    /// The notes of the code, in the order of the table.
    pub fn notes(&self, code: E) -> Notes {
        code.notes(self.language)
    }
}

impl<E> Clone for CodeTexts<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for CodeTexts<E> {}

impl<E> fmt::Debug for CodeTexts<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CodeTexts").field("language", &self.language).finish()
    }
}
