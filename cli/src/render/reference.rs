//! The structure of a reference: which rows lie inside which, and their anchors.

use std::iter::successors;

use code_registry_table::{Extent, Row, Table};

use crate::document;

/// A table and the nesting of its rows.
#[derive(Debug)]
pub(super) struct Reference<'a> {
    pub(super) table: &'a Table,
    /// The innermost range around each row.
    parents: Vec<Option<usize>>,
    /// The number of ranges around each row.
    depths: Vec<usize>,
    /// The rows directly inside each row.
    children: Vec<Vec<usize>>,
}

impl<'a> Reference<'a> {
    pub(super) fn new(table: &'a Table) -> Self {
        let parents = parents(&table.rows);
        let mut depths = vec![0; parents.len()];
        let mut children = vec![Vec::new(); parents.len()];
        for (row, parent) in parents.iter().enumerate() {
            if let Some(parent) = *parent {
                depths[row] = depths[parent] + 1;
                children[parent].push(row);
            }
        }
        Self { table, parents, depths, children }
    }

    pub(super) fn row(&self, index: usize) -> &'a Row {
        &self.table.rows[index]
    }

    /// The innermost range around a row.
    pub(super) fn parent(&self, index: usize) -> Option<usize> {
        self.parents[index]
    }

    /// The rows directly inside a range.
    pub(super) fn inside(&self, index: usize) -> &[usize] {
        &self.children[index]
    }

    /// The nesting depth, limited to the available heading levels.
    pub(super) fn depth(&self, index: usize) -> usize {
        self.depths[index].min(4)
    }

    /// The row of a value: the last one that begins at or before it, or a range around that.
    pub(super) fn row_of(&self, value: i128) -> Option<usize> {
        let after = self.table.rows.partition_point(|row| row.extent.first() <= value);
        let mut rows = successors(after.checked_sub(1), |&row| self.parents[row]);
        rows.find(|&row| value <= self.row(row).extent.last())
    }

    /// The label of a row.
    pub(super) fn label(&self, index: usize) -> String {
        self.table.extent_label(self.row(index).extent)
    }

    /// The anchor of a row. A range of texts gets a suffix that no text value can have.
    pub(super) fn anchor(&self, index: usize) -> String {
        let extent = self.row(index).extent;
        let header = document::header(self.table, extent);
        if self.table.repr.is_text() && extent.is_range() { header + "…" } else { header }
    }

    /// A percent-encoded link to a row.
    pub(super) fn link(&self, index: usize) -> String {
        fragment(&self.anchor(index))
    }
}

/// `#` and the anchor, percent-encoded (RFC 3986).
pub(super) fn fragment(anchor: &str) -> String {
    let encode = |byte: u8| match byte {
        b'-' | b'.' | b'_' | b'=' => char::from(byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    "#".to_owned() + &anchor.bytes().map(encode).collect::<String>()
}

/// The innermost range around each row. Rows are ordered by their first value, outer ranges first.
fn parents(rows: &[Row]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let parent = |(index, row): (usize, &Row)| {
        while open.pop_if(|&mut range| rows[range].extent.last() < row.extent.first()).is_some() {}
        let parent = open.last().copied();
        if let Extent::Range(..) = row.extent {
            open.push(index);
        }
        parent
    };
    rows.iter().enumerate().map(parent).collect()
}
