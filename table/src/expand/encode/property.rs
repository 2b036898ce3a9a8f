use std::collections::HashMap;
use std::hash::Hash;

use super::Numbers;

/// A value for each row: the different ones, and which of them each row has.
pub(crate) struct Ids<T> {
    pub(crate) values: Vec<T>,
    pub(crate) ids: Numbers,
}

/// Nothing for each row where there is one value.
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
    let ids = if values.len() > 1 { ids.into_iter().collect() } else { Numbers::NONE };
    Ids { values, ids }
}
