//! Where the sentences of an entry are, found once at compile time, so that a derived error need not run the program.

use crate::message::{FEW, PLURAL, Step, WORD, byte, number_at, program_length};
use crate::plural::Category;

/// Where a sentence and its steps are in an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentencePlace {
    /// The offset of the first step.
    pub steps: usize,
    /// The number of steps.
    pub count: u8,
    /// The offset of the sentence.
    pub sentence: usize,
    /// The bytes of the sentence.
    pub length: usize,
}

/// The sentences of an entry by plural category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PluralPlaces {
    /// The number of the argument that chooses.
    pub argument: u8,
    /// The sentence of each category.
    pub sentences: [SentencePlace; Category::ALL.len()],
}

impl PluralPlaces {
    /// The sentences of an entry that is a choice by the plural categories of an argument, and nothing else: no case is
    /// a word or another choice, and the sentences are written from left to right. `None` for every other entry.
    pub const fn of_entry(entry: &str) -> Option<Self> {
        let bytes = entry.as_bytes();
        if byte(bytes, 0) != PLURAL {
            return None;
        }
        let end = program_length(bytes);
        let at = 6 + byte(bytes, 5) as usize;
        let Some(other) = branch_place(bytes, at, end) else { return None };
        let mut sentences = [other; Category::ALL.len()];
        let (mut at, mut next, mut known) =
            (other.steps + size_of::<Step>() * other.count as usize, other, 0_u8);
        while at < end {
            let category = byte(bytes, at);
            let Some(place) = branch_place(bytes, at + 1, next.sentence + next.length) else { return None };
            if category >= WORD {
                return None;
            }
            // The first case of a category is taken.
            if known & 1 << category == 0 {
                known |= 1 << category;
                sentences[category as usize] = place;
            }
            (at, next) = (place.steps + size_of::<Step>() * place.count as usize, place);
        }
        Some(Self { argument: byte(bytes, 4), sentences })
    }

    /// A bit for each category whose sentence is not that of `Other`.
    pub const fn own(&self) -> u8 {
        let (mut own, mut category) = (0, 0);
        while category < Category::Other as usize {
            if self.sentences[category].steps != self.sentences[Category::Other as usize].steps {
                own |= 1 << category;
            }
            category += 1;
        }
        own
    }
}

/// The branch that begins there, if it is a sentence of few steps, which begins at `sentence`.
const fn branch_place(bytes: &[u8], at: usize, sentence: usize) -> Option<SentencePlace> {
    match byte(bytes, at + 3) {
        count @ ..=FEW => {
            Some(SentencePlace { steps: at + 4, count, sentence, length: number_at(bytes, at) })
        }
        _ => None,
    }
}
