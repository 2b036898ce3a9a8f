//! What an edit is to change: the intended meaning, and the sections that the file does not have yet.

use core::ops::Range;
use std::collections::HashMap;

use code_registry_table::{Extent, Table};

use super::quoting;
use crate::document::Node;

/// An intended change.
#[derive(Debug)]
pub(crate) enum Intention {
    Set { path: Vec<String>, value: Node },
    Remove { path: Vec<String> },
    Rename { path: Vec<String>, name: String },
}

impl Intention {
    pub(super) fn set(path: &[&str], value: &Node) -> Self {
        Self::Set { path: owned(path), value: value.clone() }
    }

    pub(super) fn remove(path: &[&str]) -> Self {
        Self::Remove { path: owned(path) }
    }

    pub(super) fn rename(path: [&str; 2], name: &str) -> Self {
        Self::Rename { path: owned(&path), name: name.to_owned() }
    }
}

fn owned(path: &[&str]) -> Vec<String> {
    path.iter().map(|key| (*key).to_owned()).collect()
}

/// A changed file, to be [verified](super::verify).
#[derive(Debug)]
pub(crate) struct Edited {
    pub(crate) text: String,
    pub(crate) intentions: Vec<Intention>,
    pub(crate) touched: Vec<Range<usize>>,
}

/// New sections, each with its keys.
#[derive(Debug, Default)]
pub(super) struct NewSections {
    pub(super) list: Vec<NewSection>,
    /// The index of each by its path.
    known: HashMap<Vec<String>, usize>,
}

#[derive(Debug)]
pub(super) struct NewSection {
    pub(super) path: Vec<String>,
    /// Whether it is an element of a list: its path ends with a number.
    pub(super) is_element: bool,
    pub(super) fields: Vec<(String, Node)>,
    index: HashMap<String, usize>,
}

impl NewSections {
    /// Sets a key; the first `depth` keys of its path are those of the section.
    pub(super) fn set(&mut self, path: &[&str], depth: usize, is_element: bool, value: &Node) {
        let (header, keys) = path.split_at(depth.min(path.len()));
        let header: Vec<String> = header.iter().map(|key| (*key).to_owned()).collect();
        let at = *self.known.entry(header).or_insert_with_key(|path| {
            let (path, fields) = (path.clone(), Vec::new());
            self.list.push(NewSection { path, is_element, fields, index: HashMap::new() });
            self.list.len() - 1
        });
        let new = &mut self.list[at];
        match (keys.split_first(), value) {
            (Some((first, rest)), _) => new.set(first, rest, value),
            (None, Node::Table(entries)) => entries.iter().for_each(|(key, value)| new.set(key, &[], value)),
            (None, _) => {}
        }
    }
}

impl NewSection {
    fn set(&mut self, key: &str, rest: &[&str], value: &Node) {
        let at = *self.index.entry(key.to_owned()).or_insert_with(|| {
            self.fields.push((key.to_owned(), Node::Table(Vec::new())));
            self.fields.len() - 1
        });
        set(&mut self.fields[at].1, rest, value);
    }

    /// The section with its header.
    pub(super) fn to_toml(&self) -> String {
        let Some(path) = self.list() else {
            return quoting::section(&self.path, &self.fields);
        };
        let mut out = format!("[[{}]]\n", quoting::keys(path.iter().map(String::as_str)));
        for (name, value) in &self.fields {
            out += &format!("{} = {}\n", quoting::key(name), quoting::value(value));
        }
        out
    }

    /// The path of the list that it is an element of.
    pub(super) fn list(&self) -> Option<&[String]> {
        let (_, list) = self.path.split_last()?;
        self.is_element.then_some(list)
    }

    pub(super) fn extent(&self, table: &Table) -> Option<Extent> {
        match &self.path[..] {
            [kind, header] if super::is_row(kind) => table.extent(kind, header),
            _ => None,
        }
    }
}

/// Sets the value at a path of keys.
fn set(node: &mut Node, keys: &[&str], value: &Node) {
    let Some((key, rest)) = keys.split_first() else {
        *node = value.clone();
        return;
    };
    if !matches!(node, Node::Table(_)) {
        *node = Node::Table(Vec::new());
    }
    let Node::Table(entries) = node else { return };
    let at = entries.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
        entries.push(((*key).to_owned(), Node::Table(Vec::new())));
        entries.len() - 1
    });
    set(&mut entries[at].1, rest, value);
}
