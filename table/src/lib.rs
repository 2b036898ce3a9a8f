//! Reads the tables of code-registry: text in, a checked [`Table`] and every [`Diagnostic`] out.
//!
//! No I/O of its own: the caller hands [`read`] a way to read language files. It never panics and never stops at
//! the first mistake; what is good in a table with mistakes is in the table it returns.

mod diagnostic;
mod model;
pub mod plural;
mod script;
mod source;
mod unlisted;

pub use diagnostic::{Diagnostic, Severity};
pub use model::*;
pub use script::is_right_to_left;
pub use source::{Place, Source};
pub use unlisted::{Unlisted, unlisted};

/// What reading gave: the good rows, and everything there is to say about the others.
#[derive(Debug)]
#[non_exhaustive]
pub struct Reading {
    /// The checked table: every good row.
    pub table: Table,
    /// The table's text first, then the language files in the order they were read.
    pub sources: Vec<Source>,
    /// Every mistake and every warning, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

// STUB
pub fn read(path: &str, text: &str, _f: &mut dyn FnMut(&str) -> Result<String, String>) -> Reading {
    let _ = (path, text);
    todo!()
}
pub fn nearest<'a>(_w: &str, mut c: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let _ = &mut c;
    None
}
pub fn variant_name(w: &str) -> String {
    w.into()
}
impl Diagnostic {
    pub fn report(&self, _s: &[Source]) -> String {
        String::new()
    }
}
