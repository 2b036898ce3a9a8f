//! The rows held against each other, and what is good of them as the table.

mod arguments;
mod missing;
mod replacements;
mod segments;
mod symbols;
mod table;
mod values;

use crate::model::Table;
use crate::read::Draft;
use crate::report::Sink;
use crate::source::Source;

/// Checks a language that has been read for a table that is not here, whose own rows have been checked before.
pub(crate) fn check_language(draft: Draft, sink: &mut Sink) -> Table {
    missing::check_language(&draft, sink);
    table::build(draft, &[], sink)
}

/// Checks what takes more than one place of the file to see.
pub(crate) fn check(mut draft: Draft, source: &Source, sink: &mut Sink) -> Table {
    values::check(&mut draft, sink);
    let segments = segments::cut(&draft.rows);
    symbols::check(&mut draft, &segments, sink);
    replacements::check(&mut draft, sink);
    missing::check(&draft, source, sink);
    table::build(draft, &segments, sink)
}
