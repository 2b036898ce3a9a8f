//! Sections that a file has not yet, and where they come to stand.

use core::ops::Range;
use std::collections::HashMap;

use code_registry_table::{Extent, Table};
use toml_edit::{Document, Item};

use super::lines;
use super::place::Place;
use super::rows::{self, Rows};
use super::splice::Splices;
use crate::document::{Node, Section};

/// The usual order.
const ORDER: [&str; 5] = ["registry", "lint", "language", "property", "range"];

/// New sections, each with its keys.
#[derive(Debug, Default)]
pub(crate) struct Sections {
    list: Vec<Section>,
    /// The index of each by its path.
    known: HashMap<Vec<String>, usize>,
}

/// How many keys the header of a section usually has.
pub(crate) fn depth(path: &[&str]) -> usize {
    if matches!(path[0], "registry" | "lint") { 1 } else { 2 }
}

fn rank(kind: &str) -> usize {
    ORDER.iter().position(|known| *known == kind).unwrap_or(ORDER.len() - 1)
}

impl Sections {
    /// Gives a key its value; the first `depth` keys of its path are there already.
    pub(crate) fn set(&mut self, path: &[&str], there: usize, value: &Node) {
        let (header, keys) = path.split_at(there.max(depth(path)));
        let path: Vec<String> = header.iter().map(|key| (*key).to_owned()).collect();
        let at = *self.known.entry(path).or_insert_with_key(|path| {
            self.list.push(Section { path: path.clone(), fields: Vec::new(), line: None });
            self.list.len() - 1
        });
        insert(&mut self.list[at].fields, keys, value);
    }

    /// Puts each section to its place.
    pub(crate) fn place(
        self,
        document: &Document<String>,
        table: &Table,
        rows: &Rows,
        splices: &mut Splices,
    ) {
        let mut sections = self.list;
        sections.sort_by_key(|section| (rank(&section.path[0]), extent(table, section).map(rows::order)));
        let text = document.raw();
        let gap = if text.contains("\n\n") || text.contains("\r\n\r\n") { "\n" } else { "" };
        let target = Target { document, table, rows, gap };
        for section in sections {
            let (at, text) = target.put(&section);
            splices.insert(at, text);
        }
    }
}

/// Gives a key of a section its value, in the table that the keys before it lead to.
fn insert(fields: &mut Vec<(String, Node)>, keys: &[&str], value: &Node) {
    let Some((key, rest)) = keys.split_first() else { return };
    let at = fields.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
        fields.push(((*key).to_owned(), Node::Table(Vec::new())));
        fields.len() - 1
    });
    match &mut fields[at].1 {
        Node::Table(inner) if !rest.is_empty() => insert(inner, rest, value),
        old => *old = value.clone(),
    }
}

struct Target<'a> {
    document: &'a Document<String>,
    table: &'a Table,
    rows: &'a Rows,
    /// What stands between two sections of the file.
    gap: &'static str,
}

impl Target<'_> {
    fn put(&self, section: &Section) -> (usize, String) {
        let (text, gap) = (self.document.raw(), self.gap);
        let new = section.to_toml();
        if let Some(at) = self.before(section) {
            return (at, [&new, gap].concat());
        }
        let at = lines::end_with_comments(text, self.end_before(section));
        (at, if at == 0 { new } else { [gap, &new].concat() })
    }

    /// Where the row begins before which a new first row stands.
    fn before(&self, section: &Section) -> Option<usize> {
        let extent = self.extent(section)?;
        let is_first = self.rows.before(extent).is_none();
        let (known, header) = self.rows.after(extent).filter(|_| is_first)?;
        let spans = self.spans(&[rows::kind(*known), header]);
        let first = spans.into_iter().map(|span| span.start).min()?;
        Some(lines::start_with_comments(self.document.raw(), first))
    }

    /// Where that ends after which the section stands.
    fn end_before(&self, section: &Section) -> usize {
        let path: Vec<_> = section.path.iter().map(String::as_str).collect();
        let mut spans = self.spans(&path);
        if let Some((known, header)) = self.extent(section).and_then(|extent| self.rows.before(extent)) {
            spans.extend(self.spans(&[rows::kind(*known), header]));
        }
        if spans.is_empty() {
            let earlier = self.document.as_table().iter().filter(|(kind, _)| rank(kind) <= rank(path[0]));
            spans = earlier.flat_map(|(kind, _)| self.spans(&[kind])).collect();
        }
        spans.into_iter().map(|span| span.end).max().unwrap_or(0)
    }

    fn extent(&self, section: &Section) -> Option<Extent> {
        extent(self.table, section)
    }

    /// All of an item; where it is a line of a section, all of that.
    fn spans(&self, path: &[&str]) -> Vec<Range<usize>> {
        let place = Place::find(self.document, path);
        let is_section = |item: &Item| {
            item.is_array_of_tables() || item.as_table().is_some_and(|table| !table.is_dotted())
        };
        match path {
            _ if !place.is_whole() => Vec::new(),
            [holder, _] if !is_section(place.item) => self.spans(&[holder]),
            _ => place.spans(),
        }
    }
}

fn extent(table: &Table, section: &Section) -> Option<Extent> {
    table.extent(&section.path[0], section.path.get(1)?)
}
