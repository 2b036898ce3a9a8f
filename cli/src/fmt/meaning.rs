//! Whether two texts are the same table.

use code_registry_table::{Reading, Rule};

use crate::document;
use crate::toml_text::verify;

/// Whether both have the same keys and values, make the same table, and break the same rules.
pub(super) fn is_same(before: &Reading, after: &Reading) -> bool {
    let mut sources = before.sources.iter().zip(&after.sources);
    before.sources.len() == after.sources.len()
        && sources.all(|(before, after)| verify::is_same(&before.text, &after.text))
        && document::of(&before.table, None) == document::of(&after.table, None)
        && rules(before) == rules(after)
}

fn rules(reading: &Reading) -> Vec<Rule> {
    let mut rules: Vec<Rule> = reading.diagnostics.iter().map(|found| found.rule).collect();
    rules.sort();
    rules
}
