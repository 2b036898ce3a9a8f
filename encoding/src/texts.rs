//! The texts of one kind (names, descriptions, messages and so on), by row and language.
//!
//! For each row there is a text in each language, in [`Strings`]. If many rows have the same texts, each different row
//! is stored once, and a list of numbers says which of them each row has: few rows have a message, for instance. A
//! missing text is empty, which no text of a table is.
//!
//! ```
//! # use code_registry_encoding::texts::EncodedTexts;
//! let english = ["Not found", "", "Gone"];
//! let italian = ["Non trovato", "", ""];
//! let encoded = EncodedTexts::new(&[&english[..], &italian[..]]).unwrap();
//! assert_eq!(encoded.as_texts().get(0, 1), "Non trovato");
//! assert_eq!(encoded.as_texts().get(2, 1), "", "missing in Italian");
//! ```

#[cfg(feature = "write")]
use alloc::{collections::BTreeMap, vec::Vec};

#[cfg(feature = "write")]
use crate::numbers::EncodedNumbers;
use crate::numbers::Numbers;
use crate::strings::Strings;
#[cfg(feature = "write")]
use crate::strings::{EncodedStrings, TextTooLong};

/// Reads the texts of one kind. The fields are public for the expansion of a macro.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'a> {
    /// The different rows, each with a text in each language; empty if no row has a text.
    pub strings: Strings<'a>,
    /// The number of languages.
    pub languages: usize,
    /// Which of the different rows each row is; empty if row n is the nth.
    pub rows: Numbers<'a>,
}

impl<'a> Texts<'a> {
    /// The text of a row in a language; empty if it is missing.
    #[inline(always)]
    pub const fn get(&self, row: usize, language: usize) -> &'a str {
        if self.strings.is_empty() { "" } else { self.strings.get(self.index(row, language)) }
    }

    /// The offsets of the text in the string of all texts; twice the same if it is missing.
    pub const fn place(&self, row: usize, language: usize) -> (usize, usize) {
        if self.strings.is_empty() { (0, 0) } else { self.strings.place(self.index(row, language)) }
    }

    #[inline(always)]
    const fn index(&self, row: usize, language: usize) -> usize {
        let different = if self.rows.is_empty() { row } else { self.rows.get(row) };
        different.wrapping_mul(self.languages).wrapping_add(language)
    }
}

/// Writes the texts of one kind.
#[cfg(feature = "write")]
#[derive(Debug, Clone)]
pub struct EncodedTexts {
    strings: EncodedStrings,
    languages: usize,
    rows: EncodedNumbers,
}

#[cfg(feature = "write")]
impl EncodedTexts {
    /// Encodes the texts of every row, for each language. Equal rows are stored once if that is smaller.
    ///
    /// # Errors
    /// One of the texts is too long.
    pub fn new<L: AsRef<[T]>, T: AsRef<str>>(languages: &[L]) -> Result<Self, TextTooLong> {
        let by_language = languages.iter().map(|texts| texts.as_ref().iter().map(T::as_ref).collect());
        Self::of(&by_language.collect::<Vec<_>>())
    }

    /// Encodes the texts of each language. Not generic, so it is compiled once.
    fn of(languages: &[Vec<&str>]) -> Result<Self, TextTooLong> {
        let all: Vec<usize> = (0..languages.first().map_or(0, Vec::len)).collect();
        let texts = |row: usize| languages.iter().map(move |texts| texts[row]);
        let is_missing = |row: &usize| texts(*row).all(str::is_empty);
        let (different, numbers) =
            different(&all, |row| if is_missing(row) { Vec::new() } else { texts(*row).collect() });
        let size = |rows: &[usize]| -> usize {
            rows.iter().flat_map(|&row| texts(row)).map(|text| text.len() + 2).sum()
        };
        let is_smaller = size(&different) + numbers.bytes().len() < size(&all);
        let (stored, rows) = if is_smaller { (different, numbers) } else { (all, EncodedNumbers::NONE) };
        let stored = if stored.iter().all(is_missing) { Vec::new() } else { stored };
        let strings = EncodedStrings::new(stored.into_iter().flat_map(texts))?;
        Ok(Self { strings, languages: languages.len(), rows })
    }

    /// The different rows.
    pub fn strings(&self) -> &EncodedStrings {
        &self.strings
    }

    /// The number of languages.
    pub fn languages(&self) -> usize {
        self.languages
    }

    /// Which of the different rows each row is.
    pub fn rows(&self) -> &EncodedNumbers {
        &self.rows
    }

    /// The texts to read.
    pub fn as_texts(&self) -> Texts<'_> {
        Texts { strings: self.strings.as_strings(), languages: self.languages, rows: self.rows.as_numbers() }
    }

    /// The texts to read for as long as the program runs.
    pub fn leak(self) -> Texts<'static> {
        Texts { strings: self.strings.leak(), languages: self.languages, rows: self.rows.leak() }
    }
}

/// The first of the rows with each key, and for every row which of these has its key.
#[cfg(feature = "write")]
fn different<'t>(rows: &[usize], key: impl Fn(&usize) -> Vec<&'t str>) -> (Vec<usize>, EncodedNumbers) {
    // Not a hash map: a macro runs unoptimised, where comparing texts is fast and hashing them is slow.
    let mut known = BTreeMap::new();
    let mut different = Vec::new();
    let number = |row: &usize| {
        *known.entry(key(row)).or_insert_with(|| {
            different.push(*row);
            different.len() - 1
        })
    };
    let numbers = rows.iter().map(number).collect();
    (different, numbers)
}
