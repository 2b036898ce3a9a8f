//! Diagnostics: what can be wrong with a table, how it is worded, and how it is shown.

#[macro_use]
mod table_rules;
#[macro_use]
mod text_rules;
mod diagnostic;
mod rendering;
mod rules;
mod wording;

pub use diagnostic::{Diagnostic, MissingText, Severity};
pub(crate) use diagnostic::{Missing, Sink};
pub use rendering::Report;
pub use rules::Rule;
pub(crate) use rules::Violation;
#[cfg(feature = "lint")]
pub use rules::sentences;
pub(crate) use wording::{Argument, Fill, Quoted, Word};
pub use wording::{Sentence, Translate, shown};

/// Words that are listed before the list is cut.
const LISTED: usize = 24;

/// Candidates that are compared with a misspelt word: a table may have as many errors as rows.
pub(crate) const CONSIDERED: usize = 256;

/// Bytes of the longest word that is compared: a longer one is not a misspelling, and takes long.
const LONGEST_WORD: usize = 64;

/// The candidate that `word` is most likely a misspelling of: a few letters swapped, missing, surplus or in another case.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let lower = word.to_lowercase();
    let letters = letters(&lower);
    // A word of one or two letters could be a misspelling of any other.
    let mut farthest = (lower.chars().count() / 3).min(4);
    let mut best = None;
    for candidate in candidates {
        if candidate.len().abs_diff(word.len()) > farthest * 4 {
            continue;
        }
        let candidate_lower = candidate.to_lowercase();
        // Each edit changes at most two letters, so most candidates are ruled out without computing a distance.
        if (self::letters(&candidate_lower) ^ letters).count_ones() as usize > 2 * farthest {
            continue;
        }
        let distance = strsim::osa_distance(&lower, &candidate_lower);
        if distance < farthest || (distance == farthest && best.is_none()) {
            (farthest, best) = (distance, Some(candidate));
        }
    }
    best
}

/// The set of the letters of a word.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |set, letter| set | 1 << (u32::from(letter) % 64))
}

/// What to suggest instead of an unknown word.
#[derive(Debug, Clone)]
pub(crate) enum Guess {
    /// Probably this word was meant.
    Nearest(String),
    /// The known words; cut if there are many.
    OneOf(Vec<String>),
}

impl Guess {
    pub(crate) fn new<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone) -> Self {
        match nearest(word, known.clone().take(CONSIDERED)) {
            Some(nearest) => Self::Nearest(nearest.to_owned()),
            None => Self::OneOf(known.take(LISTED + 1).map(str::to_owned).collect()),
        }
    }
}

impl Fill for Guess {
    fn fill(&self) -> Argument {
        let known = match self {
            Self::Nearest(word) => return Word::DidYouMean.with([("near", word.fill())]),
            Self::OneOf(known) if known.is_empty() => return Word::NoneKnown.fill(),
            Self::OneOf(known) => known,
        };
        let more = (known.len() > LISTED).then(|| "…".fill());
        let listed = known.iter().take(LISTED).map(|word| format!("`{word}`").fill());
        Word::Known.with([("words", Argument::List(listed.chain(more).collect()))])
    }
}
