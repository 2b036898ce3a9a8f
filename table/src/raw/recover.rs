//! What is read of a file that has mistakes.

use std::cell::OnceCell;

use toml::Spanned;
use toml::de::{DeTable, Error};

use crate::raw::outline::{self, Outline, Unclosed};
use crate::report::Mistake;

/// The parser keeps each mistake, in some three hundred bytes. Twenty for each breach that a rule is reported with: where a row
/// is there a second time, each of its keys is.
const MOST_MISTAKES: usize = 400_000;

/// The parser takes up to two hundred bytes for each of a value that is nothing but commas.
pub(crate) const MOST_VALUE_BYTES: usize = 4 << 20;

/// How much of a file is looked at at once: what its mistakes take is nothing to speak of.
pub(crate) const PIECE: usize = 1 << 16;

/// A file as far as it can be read.
pub(crate) struct Recovered<'i> {
    pub(crate) root: Spanned<DeTable<'i>>,
    /// What was read: as many bytes of the file, with blanks for what cannot be.
    pub(crate) text: &'i str,
    pub(crate) errors: Vec<Error>,
    pub(crate) unclosed: Vec<Unclosed>,
    /// Why it was not read to its end.
    pub(crate) stop: Option<Mistake>,
}

/// Parses a file; `spare` is room for what is read in its place.
pub(crate) fn parse<'i>(text: &'i str, spare: &'i OnceCell<String>) -> Recovered<'i> {
    let outline = outline::of(text);
    let (end, stop) = end(text, &outline);
    let mut unclosed = outline.unclosed;
    unclosed.retain(|bracket| bracket.lost.end <= end);
    let mut text = &text[..end];
    let (mut root, mut errors) = DeTable::parse_recoverable(text);
    // Where the parser is content with every bracket, nobody else need be.
    if errors.iter().all(is_duplicate) {
        unclosed.clear();
    }
    if !unclosed.is_empty() {
        text = spare.get_or_init(|| outline::without_lost(text, &unclosed));
        (root, errors) = DeTable::parse_recoverable(text);
    }
    Recovered { root, text, errors, unclosed, stop }
}

/// Whether a key or a table is there twice.
pub(crate) fn is_duplicate(error: &Error) -> bool {
    error.message() == "duplicate key"
}

/// Where reading ends, and why if that is before the end. Each piece is looked at on its own; behind the last nothing is left
/// to leave out.
fn end(text: &str, outline: &Outline) -> (usize, Option<Mistake>) {
    let (mut from, mut mistakes) = (0, 0);
    let most = outline.too_long.unwrap_or(text.len());
    for &cut in outline.cuts.iter().take_while(|&&cut| cut <= most) {
        mistakes += DeTable::parse_recoverable(&text[from..cut]).1.len();
        if mistakes > MOST_MISTAKES {
            return (cut, Some(Mistake::NotReadOn { most: MOST_MISTAKES }));
        }
        from = cut;
    }
    (most, outline.too_long.map(|_| Mistake::ValueNotRead { most: MOST_VALUE_BYTES }))
}
