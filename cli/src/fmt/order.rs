//! In which order sections and keys stand.

use std::cmp::Ordering;
use std::collections::HashMap;

use code_registry_table::{Extent, Table};

use super::outline::{Entry, Outline, Section};

/// Sections but the rows, which come after these.
const SECTIONS: [&str; 4] = ["registry", "language", "lint", "property"];

const REGISTRY: &[&str] =
    &["title", "repr", "length", "languages", "label", "prefix", "unlisted", "serde", "reference", "note"];
const LANGUAGE: &[&str] = &["policy", "fallback", "file"];
const PROPERTY: &[&str] = &["type", "values", "default", "doc"];
/// Those of a row before its properties, and those after.
const ROW: &[&str] = &["symbol", "status", "replaced_by", "name", "description", "message", "help", "args"];
const ROW_END: &[&str] = &["variant", "since", "reference", "aliases", "note"];

/// The order that a table gives its own file and those of its languages.
#[derive(Debug)]
pub(super) struct Order<'t> {
    table: &'t Table,
    /// The properties by their names.
    properties: HashMap<&'t str, usize>,
}

/// Where a section stands. What the table does not know comes last of its kind, as it stood.
#[derive(Debug, Clone, Copy)]
struct Rank {
    section: usize,
    language: usize,
    extent: Option<Extent>,
}

impl<'t> Order<'t> {
    pub(super) fn of(table: &'t Table) -> Self {
        let names = table.properties.iter().map(|property| property.name.as_str());
        Self { table, properties: names.zip(0..).collect() }
    }

    /// Puts sections and keys in order.
    pub(super) fn sort(&self, outline: &mut Outline<'_>) {
        outline.sections.sort_by_cached_key(|section| self.rank(section));
        for section in &mut outline.sections {
            self.sort_section(section);
        }
    }

    fn sort_section(&self, section: &mut Section<'_>) {
        let kind = section.path[0].as_str();
        section.entries.sort_by_cached_key(|entry| self.place(kind, entry));
        for note in &mut section.notes {
            note.entries.sort_by_key(|entry| self.language(&entry.path[0]));
        }
    }

    fn rank(&self, section: &Section<'_>) -> Rank {
        let [kind, name] = [0, 1].map(|at| section.path.get(at).map_or("", String::as_str));
        let is_row = matches!(kind, "range" | "code");
        let known = SECTIONS.iter().position(|known| *known == kind);
        let section = known.unwrap_or(if is_row { SECTIONS.len() } else { usize::MAX });
        let language = if kind == "language" { self.language(name) } else { 0 };
        Rank { section, language, extent: self.table.extent(kind, name).filter(|_| is_row) }
    }

    /// Where a key stands in its section, and where its language does.
    fn place(&self, kind: &str, entry: &Entry<'_>) -> (usize, usize) {
        let name = entry.path[0].as_str();
        let find = |keys: &[&str]| keys.iter().position(|key| *key == name);
        let key = match kind {
            "registry" => find(REGISTRY),
            "language" => find(LANGUAGE),
            "property" => find(PROPERTY),
            "range" | "code" => self.place_in_row(name),
            _ => None,
        };
        let language = entry.path.get(1).map_or(0, |tag| self.language(tag));
        (key.unwrap_or(usize::MAX), language)
    }

    fn place_in_row(&self, name: &str) -> Option<usize> {
        let behind = ROW.len() + self.properties.len();
        let find = |keys: &[&str]| keys.iter().position(|key| *key == name);
        find(ROW)
            .or_else(|| self.properties.get(name).map(|at| ROW.len() + at))
            .or_else(|| find(ROW_END).map(|at| behind + at))
    }

    fn language(&self, tag: &str) -> usize {
        self.table.language(tag).unwrap_or(usize::MAX)
    }
}

impl Ord for Rank {
    fn cmp(&self, other: &Self) -> Ordering {
        let before = (self.section, self.language).cmp(&(other.section, other.language));
        before.then_with(|| match (self.extent, other.extent) {
            (Some(own), Some(other)) => own.order().cmp(&other.order()),
            // Rows without a value come last.
            (own, other) => own.is_none().cmp(&other.is_none()),
        })
    }
}

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Rank {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Rank {}
