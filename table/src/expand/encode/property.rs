use std::collections::HashMap;
use std::hash::Hash;

use super::numbers;

/// A value for each row: the different ones, and which of them each row has.
pub(crate) struct Ids<T> {
    pub(crate) values: Vec<T>,
    pub(crate) ids: Vec<u8>,
}

/// One byte a row where there are few values, three where there are many, none where there is one.
pub(crate) fn ids<T: Clone + Eq + Hash>(rows: impl IntoIterator<Item = T>) -> Ids<T> {
    let mut values = Vec::new();
    let mut known = HashMap::new();
    let mut ids = Vec::new();
    for value in rows {
        let id = *known.entry(value.clone()).or_insert_with(|| {
            values.push(value);
            values.len() - 1
        });
        ids.push(id);
    }
    let ids = match values.len() {
        0 | 1 => Vec::new(),
        2..=256 => ids.into_iter().map(|id| id as u8).collect(),
        _ => numbers(ids),
    };
    Ids { values, ids }
}
