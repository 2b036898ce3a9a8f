//! Diagnostics: what can be wrong with a table, how it is worded, and how it is shown.

#[macro_use]
mod table_rules;
#[macro_use]
mod text_rules;

mod diagnostic;
mod guess;
mod rendering;
mod rules;
mod wording;

pub use diagnostic::{Diagnostic, MissingText, Severity};
pub(crate) use diagnostic::{Missing, Sink};
pub use guess::nearest;
pub(crate) use guess::{CONSIDERED, Guess};
pub use rendering::Report;
pub use rules::Rule;
pub(crate) use rules::Violation;
#[cfg(feature = "lint")]
pub use rules::sentences;
pub(crate) use wording::{Argument, Fill, Quoted, Word};
pub use wording::{Sentence, Translate, shown};
