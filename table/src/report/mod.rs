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

pub use diagnostic::{Diagnostic, MissingText, Severity};
pub(crate) use guess::Guess;
pub use guess::nearest;
pub(crate) use mistake::Mistake;
pub(crate) use quoted::Quoted;
pub use rendering::Report;
pub use rule::Rule;
pub(crate) use sink::Sink;
