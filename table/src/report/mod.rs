//! What there is to say about a table, and how it is said.

mod diagnostic;
mod guess;
mod mistake;
mod quoted;
mod rendering;
mod rule;
mod sink;
mod snippet;
mod width;
mod word;
mod wording;

pub(crate) use diagnostic::Missing;
pub use diagnostic::{Diagnostic, MissingText, Severity};
pub use guess::nearest;
pub(crate) use guess::{CONSIDERED, Guess};
pub(crate) use mistake::Mistake;
pub(crate) use quoted::Quoted;
pub use quoted::shown;
pub use rendering::Report;
pub use rule::Rule;
pub(crate) use sink::Sink;
pub(crate) use word::Word;
pub use wording::Translate;
pub(crate) use wording::{Argument, Fill, Patterns, Wording};

/// Every sentence of a diagnostic, and every part of one: patterns for [`Diagnostic::translate`].
#[cfg(feature = "lint")]
pub fn patterns() -> impl Iterator<Item = &'static str> {
    Mistake::PATTERNS.iter().flat_map(Patterns::all).chain(Word::PATTERNS.iter().copied())
}
