//! A smaller table that fails in the same way.

use std::io;

use crate::generate::edit;
use crate::questions::Asked;
use crate::run::{Failure, Places, run};
use crate::table::Table;

/// The maximum number of batches to compile.
const ROUNDS: usize = 12;

/// Removes rows and columns, halves first, as long as the table fails in the same way.
pub fn shrink(places: &Places, mut asked: Asked, mut failure: Failure) -> io::Result<(Asked, Failure)> {
    for _ in 0..ROUNDS {
        let candidates: Vec<Asked> = smaller(&asked.table)
            .into_iter()
            .filter(edit::is_valid)
            .map(|table| Asked::with_subset(asked.seed, table, asked.subset.clone()))
            .collect();
        let mut failures = run(places, &candidates)?;
        let is_same =
            |found: &Option<Failure>| found.as_ref().is_some_and(|found| found.kind() == failure.kind());
        let Some(at) = failures.iter().position(is_same) else { break };
        failure = failures.swap_remove(at).unwrap_or(failure);
        asked = candidates[at].clone();
    }
    Ok((asked, failure))
}

/// The table without half of its rows, without one row, and without one column.
fn smaller(table: &Table) -> Vec<Table> {
    let without = |part: std::ops::Range<usize>| {
        let mut table = table.clone();
        table.rows.drain(part);
        table
    };
    let count = table.rows.len();
    let mut tables = vec![without(0..count / 2), without(count / 2..count)];
    tables.extend((0..count).map(|at| without(at..at + 1)));
    tables.extend(table.properties.iter().map(|property| {
        let mut table = table.clone();
        table.properties.retain(|other| other != property);
        table.rows.iter_mut().for_each(|row| drop(row.cells.remove(&property.name)));
        table
    }));
    tables.retain(|smaller| smaller != table);
    tables
}
