use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::FusedIterator;
use core::marker::PhantomData;

use crate::table::row;
use crate::{Code, Language, Notes, Status, Table};

/// A row of a table: a code or a range, including retired ones and ranges without values of their own.
///
/// ```
/// use code_registry::websocket::CloseCode;
///
/// let library = CloseCode::rows().find(|row| row.symbol() == "LIBRARY").unwrap();
/// assert!(library.is_range());
/// assert_eq!((library.first(), library.last()), (3000, 3999));
/// ```
pub struct Row<E> {
    index: usize,
    registry: PhantomData<fn() -> E>,
}

impl<E: Code> Row<E> {
    /// Its first value; a code's only one.
    pub fn first(self) -> E::Value {
        <E::Table>::DATA.extents.firsts[self.index]
    }

    /// Its last value, included.
    pub fn last(self) -> E::Value {
        <E::Table>::DATA.extents.last_of_range(self.index).unwrap_or_else(|| self.first())
    }

    /// Whether it is a range.
    pub fn is_range(self) -> bool {
        <E::Table>::DATA.extents.last_of_range(self.index).is_some()
    }

    /// The code of this row; `None` for a range or a retired code.
    pub fn code(self) -> Option<E> {
        E::from_value(self.first()).filter(|code| row(*code) == self.index && !self.is_range())
    }

    /// The symbol, including the prefix.
    pub fn symbol(self) -> &'static str {
        <E::Table>::DATA.symbols.get(self.index)
    }

    /// The state of the value or values.
    pub fn status(self) -> Status {
        <E::Table>::DATA.statuses.get(self.index)
    }

    /// Where it is defined: the references of the row, otherwise those of the registry.
    pub fn references(self) -> &'static [&'static str] {
        <E::Table>::DATA.references.get(self.index)
    }

    /// A short label.
    pub fn name(self, language: Language) -> &'static str {
        <E::Table>::NAMES.get(self.index, language)
    }

    /// What the code means.
    pub fn description(self, language: Language) -> &'static str {
        <E::Table>::DESCRIPTIONS.get(self.index, language)
    }

    /// What the reader can do.
    pub fn help(self, language: Language) -> Option<&'static str> {
        <E::Table>::HELP.get_optional(self.index, language)
    }

    /// The notes, in the order of the table.
    pub fn notes(self, language: Language) -> Notes {
        <E::Table>::NOTES.get(self.index, language)
    }
}

impl<E> Clone for Row<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Row<E> {}

impl<E> PartialEq for Row<E> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<E> Eq for Row<E> {}

impl<E> Hash for Row<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<E: Code> fmt::Debug for Row<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Row")
            .field("first", &self.first())
            .field("last", &self.last())
            .field("symbol", &self.symbol())
            .finish()
    }
}

/// Every row of a table in numeric order, an outer range before the rows inside it.
///
/// ```
/// use code_registry::websocket::CloseCode;
///
/// assert!(CloseCode::rows().is_sorted_by_key(|row| row.first()));
/// ```
pub struct Rows<E> {
    next: usize,
    end: usize,
    registry: PhantomData<fn() -> E>,
}

impl<E: Code> Rows<E> {
    pub(crate) fn all() -> Self {
        Self { next: 0, end: <E::Table>::DATA.extents.firsts.len(), registry: PhantomData }
    }
}

impl<E> Iterator for Rows<E> {
    type Item = Row<E>;

    fn next(&mut self) -> Option<Row<E>> {
        if self.next == self.end {
            return None;
        }
        self.next += 1;
        Some(Row { index: self.next - 1, registry: PhantomData })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.end - self.next, Some(self.end - self.next))
    }
}

impl<E> DoubleEndedIterator for Rows<E> {
    fn next_back(&mut self) -> Option<Row<E>> {
        if self.next == self.end {
            return None;
        }
        self.end -= 1;
        Some(Row { index: self.end, registry: PhantomData })
    }
}

impl<E> ExactSizeIterator for Rows<E> {}
impl<E> FusedIterator for Rows<E> {}

impl<E> Clone for Rows<E> {
    fn clone(&self) -> Self {
        Self { next: self.next, end: self.end, registry: PhantomData }
    }
}

impl<E> fmt::Debug for Rows<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows").field("left", &(self.end - self.next)).finish()
    }
}

/// The texts of a registry in one language: what `texts` of an enum returns.
///
/// Each look-up of a text by language first finds the column of the language. `CodeTexts` finds it once, for a page or a
/// request that shows many codes. If no catalogue is installed when it is created, it ignores those installed later.
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
    /// The column of the language; `None` if catalogues are installed, which are searched first.
    column: Option<usize>,
    registry: PhantomData<fn() -> E>,
}

impl<E: Code> CodeTexts<E> {
    /// The texts of `E` in this language, or in the one that it falls back to.
    #[inline]
    pub fn new(language: Language) -> Self {
        let texts = <E::Table>::DESCRIPTIONS;
        let column = (!texts.has_catalogs()).then(|| texts.column(language));
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
