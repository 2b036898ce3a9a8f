//! The rows of a file, by their headers.

use core::cmp::Reverse;

use code_registry_table::{Extent, Table};
use toml_edit::Document;

/// The headers and the values they stand for, in numeric order.
#[derive(Debug)]
pub(crate) struct Rows(Vec<(Extent, String)>);

impl Rows {
    pub(crate) fn read(document: &Document<String>, table: &Table) -> Self {
        let rows = ["range", "code"].into_iter().flat_map(|kind| {
            let rows = document.as_table().get(kind).and_then(|item| item.as_table_like());
            let names = rows.into_iter().flat_map(|rows| rows.iter()).map(|(name, _)| name);
            names.filter_map(move |name| Some((table.extent(kind, name)?, name.to_owned())))
        });
        let mut rows: Vec<(Extent, String)> = rows.collect();
        rows.sort_by_key(|(extent, _)| order(*extent));
        Self(rows)
    }

    /// The header of these values.
    pub(crate) fn header(&self, extent: Extent) -> Option<&str> {
        let at = self.0.binary_search_by_key(&order(extent), |(known, _)| order(*known)).ok()?;
        Some(&self.0[at].1)
    }

    /// Whether hexadecimal numbers are written with small letters.
    pub(crate) fn have_small_digits(&self) -> bool {
        let digits = self.0.iter().filter_map(|(_, header)| header.strip_prefix("0x"));
        digits.into_iter().any(|digits| digits.contains(|digit| matches!(digit, 'a'..='f')))
    }

    /// The row after which a new one stands.
    pub(crate) fn before(&self, extent: Extent) -> Option<&(Extent, String)> {
        let at = self.0.partition_point(|(known, _)| order(*known) < order(extent));
        self.0[..at].last()
    }

    /// The row before which it stands.
    pub(crate) fn after(&self, extent: Extent) -> Option<&(Extent, String)> {
        let at = self.0.partition_point(|(known, _)| order(*known) <= order(extent));
        self.0.get(at)
    }
}

/// The key that rows of this kind stand under.
pub(crate) fn kind(extent: Extent) -> &'static str {
    if extent.is_range() { "range" } else { "code" }
}

/// By the first value; a range before what lies in it.
pub(crate) fn order(extent: Extent) -> (i128, Reverse<i128>, Reverse<bool>) {
    (extent.first(), Reverse(extent.last()), Reverse(extent.is_range()))
}
