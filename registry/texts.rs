//! Where the texts of a table lie, and how one is found: by row, kind and language.

use core::iter::FusedIterator;

use crate::Language;
use crate::message::shown;

/// The texts of one kind in one language: all in one string, one after the other.
///
/// A text that is missing is empty, which no text of a table is.
#[derive(Debug)]
pub struct Column {
    texts: &'static str,
    starts: &'static [u8],
    ids: &'static [u8],
}

impl Column {
    /// `starts` says where each text begins, and where the last one ends, in three bytes each; `ids` which text a
    /// row has, in three bytes, or nothing where row n has text n.
    pub const fn new(texts: &'static str, starts: &'static [u8], ids: &'static [u8]) -> Self {
        Self { texts, starts, ids }
    }

    /// The text of a row, empty where it has none.
    #[inline]
    pub const fn get(&self, row: usize) -> &'static str {
        let id = if self.ids.is_empty() { row } else { number(self.ids, row) };
        let Some((_, starts)) = self.starts.split_at_checked(id * WIDTH) else { return "" };
        let Some(&[a, b, c, d, e, f]) = starts.first_chunk() else { return "" };
        let (before, _) = self.texts.split_at(join(d, e, f));
        before.split_at(join(a, b, c)).1
    }
}

const WIDTH: usize = 3;

#[inline]
const fn join(low: u8, middle: u8, high: u8) -> usize {
    u32::from_le_bytes([low, middle, high, 0]) as usize
}

/// The number at `index` in a list of three-byte numbers, the least byte first.
#[inline]
pub(crate) const fn number(bytes: &[u8], index: usize) -> usize {
    let at = index * WIDTH;
    join(bytes[at], bytes[at + 1], bytes[at + 2])
}

/// The languages of a table.
#[derive(Debug)]
pub struct Languages {
    /// What they are called; the first is the default language.
    pub tags: &'static [Language],
    /// For each of them, where a text is looked for: itself, its fallbacks, the default language.
    pub chains: &'static [&'static [u16]],
    /// For each of them, how it speaks.
    pub speech: &'static [Speech<'static>],
}

/// What a language does to a sentence with arguments.
#[derive(Debug)]
pub struct Speech<'a> {
    /// It is written from right to left.
    pub right_to_left: bool,
    /// Its plural rules for "three files", as [`category`](crate::plural::category) reads them.
    pub cardinal: &'a [u8],
    /// Its plural rules for "the third file".
    pub ordinal: &'a [u8],
}

impl Languages {
    /// The column that answers for a language, by the lookup of RFC 4647 section 3.4.
    #[inline]
    pub const fn column(&self, language: Language) -> usize {
        let mut wanted = Some(language);
        while let Some(language) = wanted {
            let mut column = 0;
            while column < self.tags.len() {
                if self.tags[column].is(language) {
                    return column;
                }
                column += 1;
            }
            wanted = language.parent();
        }
        0
    }
}

/// The texts that answer one question (what is it called, what does it mean) in every language.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    /// The languages of the table.
    pub languages: &'static Languages,
    /// The kinds of text that answer; each has a column for each language, or none at all.
    pub kinds: &'static [&'static [Column]],
    /// Which kind answers for each row; empty where the first one answers for all.
    pub kind_of: &'static [u8],
}

/// A text, and the language it is in.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// The text as it is stored.
    pub entry: &'static str,
    /// The column it was found in.
    pub column: usize,
}

impl Texts {
    /// The text of a row for a reader of the language of `column`, as it is stored; empty where there is none.
    #[inline]
    pub const fn find(&self, row: usize, column: usize) -> Found {
        let kind = if self.kind_of.is_empty() { 0 } else { self.kind_of[row] as usize };
        let columns = self.kinds[kind];
        if columns.is_empty() {
            return Found { entry: "", column };
        }
        let entry = columns[column].get(row);
        if entry.is_empty() { self.find_along_chain(columns, row, column) } else { Found { entry, column } }
    }

    const fn find_along_chain(&self, columns: &'static [Column], row: usize, column: usize) -> Found {
        let chain = self.languages.chains[column];
        let mut step = 1;
        while step < chain.len() {
            let column = chain[step] as usize;
            let entry = columns[column].get(row);
            if !entry.is_empty() {
                return Found { entry, column };
            }
            step += 1;
        }
        Found { entry: "", column }
    }

    /// The text of a row to be read as it is: arguments stand in it as `{name}`.
    #[inline]
    pub const fn get(&self, row: usize, language: Language) -> &'static str {
        shown(self.find(row, self.languages.column(language)).entry)
    }

    /// The same, where a row may have none.
    #[inline]
    pub const fn get_optional(&self, row: usize, language: Language) -> Option<&'static str> {
        let text = self.get(row, language);
        if text.is_empty() { None } else { Some(text) }
    }
}

/// The notes of every row.
#[derive(Debug, Clone, Copy)]
pub struct NoteTexts {
    /// The notes of all rows, one after the other.
    pub texts: Texts,
    /// Where each row's notes begin, and the end, in three bytes each; empty where no row has any.
    pub firsts: &'static [u8],
}

impl NoteTexts {
    /// The notes of a row.
    pub const fn get(&self, row: usize, language: Language) -> Notes {
        let (next, end) = if self.firsts.is_empty() {
            (0, 0)
        } else {
            (number(self.firsts, row), number(self.firsts, row + 1))
        };
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
/// ```
#[derive(Debug, Clone)]
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
