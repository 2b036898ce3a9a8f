//! Texts in one string, and the texts of one kind (names, descriptions, messages and so on) by row and language.
//!
//! [`Strings`] are many texts in one string, with the offset of each.
//!
//! An offset has two bytes. In a long string they are added to the offset that the text would have if all texts had the
//! average length. If some offsets are too far from that, the texts are in blocks of a power of two, each short enough for
//! offsets of two bytes. Three bytes for each text would take 35 KB more for 2,000 codes in 14 languages, 1.4 % of the texts.
//!
//! ```
//! # use code_registry_encoding::texts::{EncodedStrings, Strings};
//! let encoded = EncodedStrings::new(["red", "green"]).unwrap();
//! let strings: Strings<'_> = encoded.as_strings();
//! assert_eq!((strings.texts, strings.starts), ("redgreen", &[0, 0, 3, 0, 8, 0][..]));
//! assert_eq!(strings.get(1), "green");
//! ```
//!
//! [`Texts`] are those of one kind: for each row, a text in each language. If many rows have the same texts, each different row
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
use alloc::{collections::BTreeMap, string::String, vec::Vec};

#[cfg(feature = "write")]
use crate::numbers::EncodedNumbers;
use crate::numbers::Numbers;

/// The most bytes that a text may have. An offset within a block has two bytes.
pub const MAX_TEXT_BYTES: usize = 0xFFFF;

/// Reads texts by their index. The fields are public for the expansion of a macro.
#[derive(Debug, Clone, Copy)]
pub struct Strings<'a> {
    /// The texts, one after the other.
    pub texts: &'a str,
    /// The average length of a text; 0 if the offsets are not relative to the average, as with blocks.
    pub average: usize,
    /// The largest difference by which a text begins before the end of as many texts of average length.
    pub early: usize,
    /// A block has 2 to the power of `shift` texts.
    pub shift: u32,
    /// The offset of each block; empty if there is only one.
    pub blocks: Numbers<'a>,
    /// For each block, the offset of each of its texts within the block, and the end of the last one; two bytes each.
    /// Without blocks, they are the differences from texts of average length, plus `early`.
    pub starts: &'a [u8],
}

impl<'a> Strings<'a> {
    /// Whether there are no texts.
    #[inline(always)]
    pub const fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The text at `index`; empty past the end.
    #[inline(always)]
    pub const fn get(&self, index: usize) -> &'a str {
        let (start, end) = self.place(index);
        slice(self.texts, start, end)
    }

    /// The offsets in [`texts`](Self::texts) where the text at `index` begins and ends.
    #[inline(always)]
    pub const fn place(&self, index: usize) -> (usize, usize) {
        let (block, base) = if self.blocks.is_empty() {
            (0, index.wrapping_mul(self.average).wrapping_sub(self.early))
        } else {
            let block = index.wrapping_shr(self.shift);
            (block, self.blocks.get(block))
        };
        // A block has one offset more than texts.
        let at = index.wrapping_add(block);
        let starts = self.starts.as_chunks().0;
        let next = at.wrapping_add(1);
        if next < starts.len() && at < next {
            let (start, end) = (u16::from_le_bytes(starts[at]), u16::from_le_bytes(starts[next]));
            (base.wrapping_add(start as usize), base.wrapping_add(self.average).wrapping_add(end as usize))
        } else {
            (0, 0)
        }
    }
}

/// The part of a text between two offsets; empty if they are not valid.
#[inline(always)]
pub(crate) const fn slice(text: &str, start: usize, end: usize) -> &str {
    match text.split_at_checked(end) {
        Some((before, _)) => match before.split_at_checked(start) {
            Some((_, slice)) => slice,
            None => "",
        },
        None => "",
    }
}

/// Writes texts.
#[cfg(feature = "write")]
#[derive(Debug, Clone)]
pub struct EncodedStrings {
    texts: String,
    average: usize,
    early: usize,
    shift: u32,
    blocks: EncodedNumbers,
    starts: Vec<u8>,
}

#[cfg(feature = "write")]
impl EncodedStrings {
    /// Encodes texts in this order.
    ///
    /// # Errors
    /// One of the texts has more than [`MAX_TEXT_BYTES`].
    pub fn new<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Result<Self, TextTooLong> {
        let (mut all, mut ends) = (String::new(), Vec::new());
        for text in texts {
            let text = text.as_ref();
            if text.len() > MAX_TEXT_BYTES {
                return Err(TextTooLong { bytes: text.len() });
            }
            all.push_str(text);
            ends.push(all.len());
        }
        Ok(Self::of(all, &ends))
    }

    /// Encodes texts that end at these offsets. Not generic, so it is compiled once.
    fn of(texts: String, ends: &[usize]) -> Self {
        if let Some((average, early)) = even(ends) {
            let offsets = core::iter::once(&0).chain(ends).enumerate();
            let starts = offsets
                .flat_map(|(index, end)| ((end + early - index * average) as u16).to_le_bytes())
                .collect();
            return Self { texts, average, early, shift: 0, blocks: EncodedNumbers::NONE, starts };
        }
        let shift = block_shift(ends);
        let blocks: Vec<(usize, &[usize])> = blocks(ends, shift).collect();
        let mut starts = Vec::with_capacity(2 * (ends.len() + blocks.len()));
        for &(base, ends) in &blocks {
            for start in core::iter::once(&base).chain(ends) {
                starts.extend_from_slice(&(start - base).to_le_bytes()[..2]);
            }
        }
        let bases = blocks.iter().map(|&(base, _)| base).collect();
        Self { texts, average: 0, early: 0, shift, blocks: bases, starts }
    }

    /// The texts to read.
    pub fn as_strings(&self) -> Strings<'_> {
        Strings {
            texts: &self.texts,
            average: self.average,
            early: self.early,
            shift: self.shift,
            blocks: self.blocks.as_numbers(),
            starts: &self.starts,
        }
    }

    /// The offset of each block.
    pub fn blocks(&self) -> &EncodedNumbers {
        &self.blocks
    }

    /// The texts to read for as long as the program runs.
    pub fn leak(self) -> Strings<'static> {
        Strings {
            texts: self.texts.leak(),
            average: self.average,
            early: self.early,
            shift: self.shift,
            blocks: self.blocks.leak(),
            starts: self.starts.leak(),
        }
    }
}

/// The average length of the texts, and the largest difference by which one begins too early. `None` if the differences do
/// not fit into two bytes, and without texts.
#[cfg(feature = "write")]
fn even(ends: &[usize]) -> Option<(usize, usize)> {
    let length = *ends.last()?;
    if length <= MAX_TEXT_BYTES {
        return Some((0, 0));
    }
    let average = length / ends.len();
    let (mut early, mut late) = (0, 0);
    for (index, end) in ends.iter().enumerate() {
        let expected = (index + 1) * average;
        early = early.max(expected.saturating_sub(*end));
        late = late.max(end.saturating_sub(expected));
    }
    (early + late <= MAX_TEXT_BYTES).then_some((average, early))
}

/// How many texts a block has, as a power of two: the most for which no block is too long.
#[cfg(feature = "write")]
fn block_shift(ends: &[usize]) -> u32 {
    let all = ends.len().next_power_of_two().ilog2();
    let fits = |&shift: &u32| {
        blocks(ends, shift).all(|(base, ends)| ends.last().is_none_or(|end| end - base <= MAX_TEXT_BYTES))
    };
    (0..=all).rev().find(fits).unwrap_or_default()
}

/// The offset of each block, and the ends of its texts.
#[cfg(feature = "write")]
fn blocks(ends: &[usize], shift: u32) -> impl Iterator<Item = (usize, &[usize])> {
    let mut base = 0;
    ends.chunks(1 << shift).map(move |ends| {
        let first = base;
        base = ends[ends.len() - 1];
        (first, ends)
    })
}

/// A text that is too long to be stored.
#[cfg(feature = "write")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextTooLong {
    bytes: usize,
}

#[cfg(feature = "write")]
impl core::fmt::Display for TextTooLong {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} bytes are too many for one text: at most {MAX_TEXT_BYTES}", self.bytes)
    }
}

#[cfg(feature = "write")]
impl core::error::Error for TextTooLong {}

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
    // Not a hash map: a macro runs unoptimized, where comparing texts is fast and hashing them is slow.
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
