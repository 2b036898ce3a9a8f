//! The rows of a file by their values, and the spelling of the values of a new row: like those of its neighbours.

use core::cmp::Reverse;

use code_registry_table::{Extent, Table};

use super::tree::{ROOT, Tree};
use crate::document;

/// By the first value; a range before the rows in it.
pub(super) type Order = (i128, Reverse<i128>, Reverse<bool>);

/// A row of the file.
#[derive(Debug)]
pub(super) struct Row {
    extent: Extent,
    pub(super) header: String,
    pub(super) node: usize,
}

/// The rows of a file in numeric order.
#[derive(Debug)]
pub(super) struct Rows {
    rows: Vec<Row>,
    /// The indexes of the codes, and those of the ranges.
    kinds: [Vec<usize>; 2],
    /// Ranges that shrink, with their new values. They are still found by their old values.
    shrunk: Vec<(Extent, Extent)>,
    /// Whether hexadecimal numbers have small letters.
    has_small_digits: bool,
}

impl Rows {
    pub(super) fn of(tree: &Tree<'_>, table: &Table) -> Self {
        let mut rows = Vec::new();
        for kind in ["range", "code"] {
            let holder = tree.child(ROOT, kind);
            for &node in holder.into_iter().flat_map(|holder| &tree.nodes[holder].children) {
                let header = tree.nodes[node].name.clone().into_owned();
                rows.extend(table.extent(kind, &header).map(|extent| Row { extent, header, node }));
            }
        }
        rows.sort_by_cached_key(|row| order(row.extent));
        let mut digits = rows.iter().filter_map(|row| row.header.strip_prefix("0x"));
        let has_small_digits = digits.any(|digits| digits.contains(|digit| matches!(digit, 'a'..='f')));
        let of_kind =
            |is_range| (0..rows.len()).filter(|&at| rows[at].extent.is_range() == is_range).collect();
        let kinds = [of_kind(false), of_kind(true)];
        Self { rows, kinds, shrunk: Vec::new(), has_small_digits }
    }

    /// The header of a row as the file writes or would write it.
    pub(super) fn header(&self, table: &Table, extent: Extent) -> String {
        match self.rows.binary_search_by_key(&order(extent), |row| order(row.extent)) {
            Ok(at) => self.rows[at].header.clone(),
            Err(_) => self.spell(table, extent),
        }
    }

    /// Shrinks a range, so that new rows can come before it. A row with other new values keeps its place among its
    /// neighbours.
    pub(super) fn renumber(&mut self, old: Extent, new: Extent) {
        if old.first() <= new.first() && new.last() <= old.last() {
            self.shrunk.push((old, new));
        }
    }

    /// The position of a row among the others.
    fn place(&self, row: &Row) -> Order {
        let new = self.shrunk.iter().find(|(old, _)| *old == row.extent);
        order(new.map_or(row.extent, |(_, new)| *new))
    }

    /// The row after which a new one is inserted.
    pub(super) fn before(&self, extent: Extent) -> Option<&Row> {
        if !self.shrunk.is_empty() {
            let before = self.rows.iter().filter(|row| self.place(row) < order(extent));
            return before.max_by_key(|row| self.place(row));
        }
        let at = self.rows.partition_point(|row| order(row.extent) < order(extent));
        self.rows[..at].last()
    }

    /// The row before which a new one is inserted.
    pub(super) fn after(&self, extent: Extent) -> Option<&Row> {
        if !self.shrunk.is_empty() {
            let after = self.rows.iter().filter(|row| self.place(row) > order(extent));
            return after.min_by_key(|row| self.place(row));
        }
        let at = self.rows.partition_point(|row| order(row.extent) <= order(extent));
        self.rows.get(at)
    }

    /// The nearest row of the same kind, and whether a new one comes after it.
    pub(super) fn alike(&self, extent: Extent) -> Option<(&Row, bool)> {
        let alike = &self.kinds[usize::from(extent.is_range())];
        let next = alike.partition_point(|&at| order(self.rows[at].extent) < order(extent));
        let before = alike[..next].last().map(|&at| (&self.rows[at], true));
        before.or_else(|| alike.get(next).map(|&at| (&self.rows[at], false)))
    }

    /// The header of a new row.
    pub(super) fn spell(&self, table: &Table, extent: Extent) -> String {
        let neighbour = self.before(extent).or_else(|| self.after(extent));
        let Some(row) = neighbour.filter(|_| !table.repr.is_text()) else {
            return document::header(table, extent);
        };
        let form = self.form(table, row);
        match extent {
            Extent::Code(value) => form.show(table, value),
            Extent::Range(first, last) => {
                let [first, last] = [first, last].map(|value| form.show(table, value));
                let is_dotted = first.starts_with('-') || row.header.contains("..=");
                [&first[..], if is_dotted { "..=" } else { "-" }, &last].concat()
            }
        }
    }

    /// The form of the first number of a header.
    fn form(&self, table: &Table, Row { extent, header, .. }: &Row) -> Form {
        let labelled = table.label(extent.first());
        let start = header.get(..labelled.len()).unwrap_or_default();
        if labelled != extent.first().to_string() && start.eq_ignore_ascii_case(&labelled) {
            return Form::Labelled;
        }
        let Some(digits) = header.strip_prefix("0x") else { return Form::Decimal };
        let width = digits.find(|digit: char| !digit.is_ascii_hexdigit()).unwrap_or(digits.len());
        Form::Hexadecimal { width, is_upper: !self.has_small_digits }
    }
}

/// The key above rows of this kind.
pub(super) fn kind(extent: Extent) -> &'static str {
    if extent.is_range() { "range" } else { "code" }
}

pub(super) fn order(extent: Extent) -> Order {
    (extent.first(), Reverse(extent.last()), Reverse(extent.is_range()))
}

/// The spelling of a number.
enum Form {
    Decimal,
    Labelled,
    Hexadecimal { width: usize, is_upper: bool },
}

impl Form {
    fn show(&self, table: &Table, value: i128) -> String {
        match *self {
            Self::Labelled => table.label(value),
            Self::Hexadecimal { width, is_upper: true } if value >= 0 => format!("0x{value:0width$X}"),
            Self::Hexadecimal { width, is_upper: false } if value >= 0 => format!("0x{value:0width$x}"),
            _ => value.to_string(),
        }
    }
}
