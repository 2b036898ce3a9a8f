//! Which row became which.

use std::collections::{HashMap, HashSet};

use code_registry_table::{Row, Table};

/// The rows of two tables, as indices into them.
#[derive(Debug)]
pub(crate) struct Pairs {
    /// Of each old row, the new one.
    pub(crate) new: Vec<Option<usize>>,
    /// Of each new row, whether it was there.
    pub(crate) is_known: Vec<bool>,
}

impl Pairs {
    /// A row is the one of the same symbol, else the one of the same values that has no other.
    pub(crate) fn find(old: &Table, new: &Table) -> Self {
        let by_symbol: HashMap<&str, usize> = index(new, |row| row.symbol.as_str());
        let mut pairs: Vec<_> =
            old.rows.iter().map(|row| by_symbol.get(row.symbol.as_str()).copied()).collect();
        let mut taken: HashSet<usize> = pairs.iter().copied().flatten().collect();
        let by_values: HashMap<_, usize> = index(new, values);
        for (row, pair) in old.rows.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
            *pair = by_values.get(&values(row)).copied().filter(|&at| taken.insert(at));
        }
        let is_known = (0..new.rows.len()).map(|at| taken.contains(&at)).collect();
        Self { new: pairs, is_known }
    }
}

fn index<'t, K: core::hash::Hash + Eq>(table: &'t Table, key: impl Fn(&'t Row) -> K) -> HashMap<K, usize> {
    table.rows.iter().enumerate().map(|(at, row)| (key(row), at)).collect()
}

fn values(row: &Row) -> (i128, i128, bool) {
    (row.extent.first(), row.extent.last(), row.extent.is_range())
}
