//! What a table means, as docs/format.md says it, in the simplest words: nothing here is fast, and nothing is shared with
//! `table/` or `registry/`.

pub mod columns;
pub mod diff;
pub mod names;
pub mod parse;
pub mod plural;
pub mod say;
pub mod texts;
pub mod values;
