//! Diagnostics: what can be wrong with a table, how it is worded, and how it is shown.

#[macro_use]
mod table_problems;
#[macro_use]
mod text_problems;

mod diagnostic;
mod guess;
mod problem;
mod rendering;
mod wording;

pub use diagnostic::{Diagnostic, MissingText, Severity};
pub(crate) use diagnostic::{Missing, Sink};
pub use guess::nearest;
pub(crate) use guess::{CONSIDERED, Guess};
pub(crate) use problem::Mistake;
pub use problem::Rule;
#[cfg(feature = "lint")]
pub use problem::sentences;
pub use rendering::Report;
pub(crate) use wording::{Argument, Fill, Quoted, Word};
pub use wording::{Sentence, Translate, shown};
