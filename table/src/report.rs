//! Diagnostics: what can be wrong with a table, how it is worded, and how it is shown.

#[macro_use]
mod table_rules;
#[macro_use]
mod text_rules;
mod diagnostic;
mod rendering;
mod wording;

pub use diagnostic::{Diagnostic, MissingText, Severity};
pub(crate) use diagnostic::{Missing, Sink};
pub use rendering::Report;
pub(crate) use wording::{Argument, Fill, Quoted, Word};
use wording::{Patterns, Wording};
pub use wording::{Sentence, Translate, shown};

/// Defines [`Rule`] and [`Violation`] by the lists in `table_rules.rs` and `text_rules.rs`.
macro_rules! define {
    ($(
        #[doc = $doc:literal]
        $rule:ident $severity:ident $id:literal {
            $($name:ident $({ $($field:ident: $type:ty),* })?: $message:literal
                $(, other $other:literal)? $(, help $help:literal)?;)*
        }
    )*) => {
        /// A rule of the format that a table can break.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule { $(#[doc = $doc] $rule,)* }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$rule,)*];

            /// The stable name: `duplicate-value`.
            pub fn id(self) -> &'static str {
                match self { $(Self::$rule => $id,)* }
            }

            /// The rule in a sentence.
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$rule => $doc.trim_ascii_start(),)* }
            }

            /// How bad it is to break the rule, unless the table sets another level.
            pub fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity,)* }
            }

            /// Every rule that `[lint]` of a table may allow or deny: the warnings.
            pub fn lints() -> impl Iterator<Item = Self> + Clone {
                Self::ALL.iter().copied().filter(|rule| rule.severity() == Severity::Warning)
            }
        }

        /// A broken rule, with the data that its wording needs.
        #[derive(Debug)]
        #[cfg_attr(not(feature = "tool"), allow(dead_code, reason = "some are found only by the linter"))]
        pub(crate) enum Violation { $($($name $({ $($field: $type),* })?,)*)* }

        impl Violation {
            /// The patterns of each.
            #[cfg(any(test, feature = "tool"))]
            pub(crate) const PATTERNS: &'static [Patterns] =
                &[$($(define!(@patterns $name, $message, [$($other)?], [$($help)?], [$($($field)*)?]),)*)*];

            /// The rule that is broken.
            pub(crate) fn rule(&self) -> Rule {
                match self { $($(Self::$name { .. } => Rule::$rule,)*)* }
            }

            /// Its sentences, filled in.
            pub(crate) fn wording(&self) -> Wording {
                match self {
                    $($(Self::$name $({ $($field),* })? => Wording::new(
                        &define!(@patterns $name, $message, [$($other)?], [$($help)?], [$($($field)*)?]),
                        &[$($($field),*)?],
                    ),)*)*
                }
            }
        }
    };
    (@patterns $violation:ident, $message:literal, [$($other:literal)?], [$($help:literal)?], [$($name:ident)*]) => {
        Patterns {
            violation: stringify!($violation),
            message: $message,
            other: define!(@optional $($other)?),
            help: define!(@optional $($help)?),
            names: &[$(stringify!($name),)*],
        }
    };
    (@optional) => { None };
    (@optional $words:literal) => { Some($words) };
}

// Each list hands what it is given, and then itself, to the next macro.
table_rules! { text_rules define }

impl Violation {
    /// The only language that is affected, if any: programs without it can ignore the violation.
    pub(crate) fn language(&self) -> Option<&str> {
        match self {
            Self::PartialLanguage { tag, .. }
            | Self::VeryPartialLanguage { tag, .. }
            | Self::PluralCategoryMissing { tag, .. } => Some(tag),
            _ => None,
        }
    }

    /// Every missing text; the message may name only the first ones.
    pub(crate) fn missing(&self) -> &[MissingText] {
        match self {
            Self::PartialLanguage { missing, .. } | Self::VeryPartialLanguage { missing, .. } => {
                &missing.listed
            }
            _ => &[],
        }
    }
}

/// Every sentence of a diagnostic, every phrase within one, and every rule: what a translation of them consists of.
#[cfg(feature = "tool")]
pub fn sentences() -> impl Iterator<Item = Sentence> {
    let violations = Violation::PATTERNS.iter().flat_map(Patterns::sentences);
    let rules = Rule::ALL.iter().map(|rule| Sentence::of_rule(*rule));
    violations.chain(Word::ALL.iter().map(|word| word.sentence())).chain(rules)
}

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
        let distance = distance(&lower, &candidate_lower);
        if distance < farthest || (distance == farthest && best.is_none()) {
            (farthest, best) = (distance, Some(candidate));
        }
    }
    best
}

/// The number of letters to insert, remove, replace or swap with the next one, until the words are equal: their optimal
/// string alignment distance.
fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    // The distances between the first letters of `from` and the first 0, 1, 2… letters of `to`.
    let (mut without_two, mut without_last, mut all) = (Vec::new(), Vec::new(), (0..=to.len()).collect());
    for (row, &letter) in from.iter().enumerate() {
        (without_two, without_last, all) = (without_last, all, without_two);
        all.clear();
        all.push(row + 1);
        for (column, &other) in to.iter().enumerate() {
            let replaced = without_last[column] + usize::from(letter != other);
            let mut least = replaced.min(without_last[column + 1] + 1).min(all[column] + 1);
            if row > 0 && column > 0 && letter == to[column - 1] && other == from[row - 1] {
                least = least.min(without_two[column - 1] + 1);
            }
            all.push(least);
        }
    }
    all[to.len()]
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
    /// The nearest of these words, or the first of them if none is near.
    pub(crate) fn new(word: &str, known: &[&str]) -> Self {
        match nearest(word, known.iter().copied().take(CONSIDERED)) {
            Some(nearest) => Self::Nearest(nearest.to_owned()),
            None => Self::OneOf(known.iter().take(LISTED + 1).map(|word| (*word).to_owned()).collect()),
        }
    }

    /// The same for words that are not in a slice; only the first 256 are collected.
    pub(crate) fn among<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Self {
        Self::new(word, &known.take(CONSIDERED).collect::<Vec<_>>())
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
