//! Finds the texts of a table by row, kind and language.

use core::fmt;
use core::iter::FusedIterator;

use code_registry_encoding::message::{LAST_PROGRAM, shown};
use code_registry_encoding::numbers::Numbers;
use code_registry_encoding::texts::Texts as KindTexts;

use crate::catalog::Catalogs;
use crate::languages::{Found, Languages, Slots};
use crate::{Language, Localize};

/// The texts of one question (the name of a code, or its description) in every language.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    /// The languages of the table.
    pub languages: &'static Languages,
    /// A copy of `languages.slots`: other crates cannot see the content of a static at compile time.
    pub slots: Slots<'static>,
    /// The kinds of text that rows have for it: one, two or three.
    pub kinds: &'static [Kind],
    /// The kind of each row; empty if it is the first one for all rows.
    pub kind_of: Numbers<'static>,
    /// The catalogues that are installed for the registry.
    pub catalogs: fn() -> &'static Catalogs,
}

/// A kind of text that rows have.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Its place in a catalogue.
    pub index: usize,
    /// Its texts.
    pub texts: &'static KindTexts<'static>,
    /// Whether each of these rows has a literal text of this kind in every language.
    pub is_plain: bool,
}

/// Reads a text of the kind that a row has. Each kind by itself, so that all of it is constant. Not a function with a closure:
/// it was not inlined, and took 50 instructions more.
macro_rules! with_kind {
    ($texts:expr, $row:expr, |$kind:ident| $get:expr) => {
        match ($texts.kinds, $texts.kind_of.get($row)) {
            ([$kind, ..], 0) | ([$kind], _) => $get,
            ([_, $kind, ..], 1) | ([_, $kind], _) => $get,
            ([_, _, $kind, ..], _) => $get,
            _ => "",
        }
    };
}

impl Texts {
    /// The stored text of a row for a reader of a language, of the catalogues or of the table; empty if it is missing.
    #[inline]
    pub(crate) fn find(&self, row: usize, language: Language) -> Found {
        match self.has_catalogs() {
            true => self.find_with_catalogs(row, language),
            false => self.find_in_column(row, self.column(language)),
        }
    }

    /// The same without catalogues, for a reader of the language of a column.
    #[inline(always)]
    pub(crate) fn find_in_column(&self, row: usize, column: usize) -> Found {
        self.find_beside(self.kind(row).get(row, column), row, column)
    }

    #[inline(always)]
    pub(crate) const fn kind(&self, row: usize) -> &'static KindTexts<'static> {
        self.kind_of_row(row).texts
    }

    #[inline(always)]
    const fn kind_of_row(&self, row: usize) -> &'static Kind {
        &self.kinds[if self.kind_of.is_empty() { 0 } else { self.kind_of.get(row) }]
    }

    /// The same for an entry that is known: the stored text of the row in the column.
    #[inline(always)]
    pub(crate) fn find_beside(&self, entry: &'static str, row: usize, column: usize) -> Found {
        if entry.is_empty() {
            self.find_along_chain(self.kind(row), row, column)
        } else {
            self.found(entry, column)
        }
    }

    #[inline(always)]
    fn found(&self, entry: &'static str, column: usize) -> Found {
        Found { entry, speech: &self.languages.speech[column] }
    }

    #[inline(never)]
    fn find_along_chain(&self, kind: &KindTexts<'static>, row: usize, column: usize) -> Found {
        let chain = self.languages.chains[column];
        let mut step = 1;
        while step < chain.len() {
            let column = chain[step] as usize;
            let entry = kind.get(row, column);
            if !entry.is_empty() {
                return self.found(entry, column);
            }
            step += 1;
        }
        self.found("", column)
    }

    /// The stored text if catalogues are installed. It is looked for in the language, then in those that CLDR matches
    /// to it, then in the same way in the languages that RFC 4647 looks up after it, and finally in the default
    /// language: in each of them in the catalogues, then in the table.
    #[cold]
    #[inline(never)]
    pub(crate) fn find_with_catalogs(&self, row: usize, language: Language) -> Found {
        let (kind, default) = (self.kind_of_row(row).index, self.languages.tags[0]);
        let wanted = core::iter::successors(Some(language), |language| language.parent());
        let matched = |language| {
            [Some(language), self.languages.matched(language), (self.catalogs)().locale_match(language)]
        };
        let found = wanted.flat_map(matched).flatten().chain([default]).find_map(|language| {
            let replaced = (self.catalogs)().find(kind, row, language);
            replaced.or_else(|| Some(self.find_in_column(row, self.languages.column_of(language)?)))
        });
        found.unwrap_or_else(|| self.find_in_column(row, 0))
    }

    /// Whether catalogues are installed. If not, only the texts of the table count.
    #[inline(always)]
    pub(crate) fn has_catalogs(&self) -> bool {
        !(self.catalogs)().is_empty()
    }

    /// The offsets of the text that is [found](Self::find_in_column), in the string of its kind, and the column of its language; twice
    /// the same offset if it is missing.
    pub(crate) const fn place(&self, row: usize, column: usize) -> (usize, usize, usize) {
        let (kind, chain) = (self.kind(row), self.languages.chains[column]);
        let mut step = 0;
        while step < chain.len() {
            let column = chain[step] as usize;
            let place = kind.place(row, column);
            if place.0 < place.1 {
                return (place.0, place.1, column);
            }
            step += 1;
        }
        (0, 0, 0)
    }

    /// The column with the texts for a language.
    #[inline(always)]
    pub(crate) const fn column(&self, language: Language) -> usize {
        self.languages.column_by(self.slots, language)
    }

    /// The text of a row to be displayed as it is, with arguments as `{name}`.
    // Inlined into each method of each enum, where all but the row and the language is constant, and the optimizer drops
    // what the table does not need. As a function of its own it took twice the instructions.
    #[inline(always)]
    pub fn get(&self, row: usize, language: Language) -> &'static str {
        if self.has_catalogs() {
            return self.search_with_catalogs(row, language);
        }
        self.get_in_column(row, self.column(language))
    }

    /// The same without catalogues, in the language of a column.
    #[inline(always)]
    pub fn get_in_column(&self, row: usize, column: usize) -> &'static str {
        with_kind!(self, row, |kind| self.get_of(kind, row, column))
    }

    /// The stored text of a row in the language of a column; empty if it is missing.
    #[inline(always)]
    pub fn entry_in_column(&self, row: usize, column: usize) -> &'static str {
        with_kind!(self, row, |kind| kind.texts.get(row, column))
    }

    #[inline(always)]
    fn get_of(&self, kind: &Kind, row: usize, column: usize) -> &'static str {
        let text = kind.texts.get(row, column);
        match text.as_bytes() {
            [] if !kind.is_plain => self.search(row, column),
            [(..=LAST_PROGRAM), ..] if !kind.is_plain => shown_program(text),
            _ => text,
        }
    }

    #[cold]
    #[inline(never)]
    fn search_with_catalogs(&self, row: usize, language: Language) -> &'static str {
        shown(self.find_with_catalogs(row, language).entry)
    }

    // Not inlined: the slow path need not be fast, and should be in a program once.
    #[inline(never)]
    fn search(&self, row: usize, column: usize) -> &'static str {
        shown(self.find_in_column(row, column).entry)
    }

    /// The same for a kind of text that a row may lack.
    #[inline(always)]
    pub fn get_optional(&self, row: usize, language: Language) -> Option<&'static str> {
        let text = self.get(row, language);
        if text.is_empty() { None } else { Some(text) }
    }
}

/// The text of an entry with a program. Not inlined: it is rare where many texts are looked up.
#[inline(never)]
fn shown_program(entry: &'static str) -> &'static str {
    shown(entry)
}

/// The notes of every row.
#[derive(Debug, Clone, Copy)]
pub struct NoteTexts {
    /// The notes of all rows, one after the other.
    pub texts: Texts,
    /// The index of each row's first note, and the end; empty if no row has notes.
    pub firsts: Numbers<'static>,
}

impl NoteTexts {
    /// The notes of a row.
    pub const fn get(&self, row: usize, language: Language) -> Notes {
        let (next, end) =
            if self.firsts.is_empty() { (0, 0) } else { (self.firsts.get(row), self.firsts.get(row + 1)) };
        Notes { texts: self.texts, language, next, end }
    }
}

/// The notes of a row in a language, in the order of the table.
///
/// ```
/// use code_registry::{Language, websocket::CloseCode};
///
/// let en = Language::new("en").unwrap();
/// assert_eq!(CloseCode::Normal.notes(en).count(), 1);
/// assert_eq!(CloseCode::ProtocolError.notes(en).next(), None);
/// let notes: Vec<_> = CloseCode::Normal.notes(en).collect();
/// assert_eq!(format!("{:?}", CloseCode::Normal.notes(en)), format!("{notes:?}"));
/// ```
#[derive(Clone)]
pub struct Notes {
    texts: Texts,
    language: Language,
    next: usize,
    end: usize,
}

impl Iterator for Notes {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        if self.next == self.end {
            return None;
        }
        self.next += 1;
        Some(self.texts.get(self.next - 1, self.language))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.end - self.next, Some(self.end - self.next))
    }
}

impl ExactSizeIterator for Notes {}
impl FusedIterator for Notes {}

/// The remaining notes.
impl fmt::Debug for Notes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

/// A word of an enum of a table. `#[codes]` implements it for each `[enum.NAME]`.
///
/// ```
/// use code_registry::{Word, websocket::CloseCodeReconnect};
///
/// fn words<W: Word>() -> Vec<&'static str> {
///     W::ALL.iter().map(|word| word.as_str()).collect()
/// }
/// assert_eq!(words::<CloseCodeReconnect>(), ["no", "delayed", "elsewhere"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a word of a table",
    label = "not an enum of words",
    note = "`[enum.NAME]` in a table becomes an enum of words"
)]
pub trait Word: Localize + Copy + 'static {
    /// Every word, in the order of the table.
    const ALL: &'static [Self];

    /// The word in the table.
    fn as_str(self) -> &'static str;
}

/// The enums of words of a registry, by their index in the table, so that a derive finds them wherever the registry is
/// re-exported.
pub trait EnumOf<const INDEX: usize> {
    /// The enum.
    type Enum: Word;
}

/// A text that is not a word of an enum of the table.
///
/// ```
/// use code_registry::websocket::CloseCodeReconnect;
///
/// let error = "never".parse::<CloseCodeReconnect>().unwrap_err();
/// assert_eq!(error.to_string(), "not one of `no`, `delayed`, `elsewhere`");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownWord {
    words: &'static [&'static str],
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not one of ")?;
        for (at, word) in self.words.iter().enumerate() {
            write!(f, "{}`{word}`", if at == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownWord {}

/// The index of a word of an enum.
///
/// # Errors
/// If the enum does not have it.
pub fn word_index(words: &'static [&'static str], text: &str) -> Result<usize, UnknownWord> {
    words.iter().position(|word| *word == text).ok_or(UnknownWord { words })
}

/// The name of a word; the word itself if it has no name.
pub fn word_name(names: &Texts, words: &[&'static str], index: usize, language: Language) -> &'static str {
    let name = names.get(index, language);
    if name.is_empty() { words[index] } else { name }
}
