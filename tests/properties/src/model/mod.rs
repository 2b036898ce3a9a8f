//! The meaning of a table as docs/format.md describes it, as simply as possible: without regard to speed, and without
//! code of `table/` or `registry/`.

pub mod columns;
pub mod diff;
pub mod names;
pub mod parse;
pub mod plural;
pub mod say;
pub mod texts;
pub mod values;
