//! A sentence as the file has it, with its place.

use core::ops::Range;
use std::borrow::Cow;

use crate::raw::{File, Placed, inside};
use crate::read::DraftPiece;
use crate::source::{Place, Source};

/// A sentence: arguments are `{name}`, and the braces of a message are written twice.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) place: &'a Place,
}

impl<'a> Sentence<'a> {
    pub(super) fn plain(text: &'a Placed<String>) -> Self {
        Self { text: Cow::Borrowed(&text.value), place: &text.place }
    }

    pub(super) fn pattern(pieces: &'a Placed<Vec<DraftPiece>>) -> Self {
        let written = |piece: &DraftPiece| match piece {
            DraftPiece::Text(text) => text.replace('{', "{{").replace('}', "}}"),
            DraftPiece::Argument(name) => format!("{{{}}}", name.value),
        };
        Self { text: pieces.value.iter().map(written).collect(), place: &pieces.place }
    }

    /// Where a part of it stands in its file.
    pub(super) fn part(&self, part: Range<usize>, sources: &[Source]) -> Place {
        let source = self.place.source;
        inside(File { source, text: &sources[source].text }, self.place, &self.text, part)
    }

    /// Where the character stands that begins at this byte.
    pub(super) fn character(&self, at: usize, sources: &[Source]) -> Place {
        let width = self.text[at..].chars().next().map_or(0, char::len_utf8);
        self.part(at..at + width, sources)
    }
}
