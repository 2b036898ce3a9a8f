use super::program::{Step, sentence_of};
use crate::texts::{Kind, Texts};

/// Where the message of a row lies in each language: known where an error is derived, it need not be found again
/// whenever one is shown. Eight bytes each.
#[derive(Debug)]
pub struct Placed<const LANGUAGES: usize> {
    /// Not the string itself: of that, the crate that derives would hold another copy.
    kind: &'static Kind,
    places: [Place; LANGUAGES],
}

/// A sentence, and the steps right before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    sentence: u32,
    length: u16,
    steps: u8,
}

impl<const LANGUAGES: usize> Placed<LANGUAGES> {
    /// Finds the message of a row.
    pub const fn new(texts: &Texts, row: usize) -> Self {
        let kind = texts.kind(row);
        let mut places = [Place::ELSEWHERE; LANGUAGES];
        let mut column = 0;
        while column < LANGUAGES {
            let (start, end) = texts.place(row, column);
            places[column] = Place::new(kind.strings.texts, start, end);
            column += 1;
        }
        Self { kind, places }
    }

    /// The steps and the sentence in a language; none where arguments choose it, or there is more to think of.
    #[inline]
    pub(super) fn sentence(&self, column: usize) -> Option<(&'static [Step], &'static str)> {
        let place = self.places.get(column)?;
        let (before, after) = self.kind.strings.texts.split_at(place.sentence as usize);
        let length = size_of::<Step>() * usize::from(place.steps);
        let steps =
            before.as_bytes().split_at_checked(before.len().checked_sub(length)?)?.1.split_at(length).0;
        let sentence = after.split_at(place.length.into()).0;
        Some((steps.as_chunks().0, sentence))
    }
}

impl Place {
    const ELSEWHERE: Self = Self { sentence: 0, length: 0, steps: 1 };

    const fn new(string: &str, start: usize, end: usize) -> Self {
        match sentence_of(string.split_at(end).0.split_at(start).1) {
            Some((steps, sentence)) if end <= u32::MAX as usize && sentence.len() <= u16::MAX as usize => {
                Self {
                    sentence: (end - sentence.len()) as u32,
                    length: sentence.len() as u16,
                    steps: steps.len() as u8,
                }
            }
            _ => Self::ELSEWHERE,
        }
    }
}
