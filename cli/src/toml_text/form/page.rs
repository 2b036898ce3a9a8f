//! Sections in the usual order, as text.

use std::cmp::Ordering;
use std::collections::HashMap;

use code_registry_table::{Extent, Table};
use unicode_width::UnicodeWidthStr;

use super::inline::Lines;
use super::{Entry, Section, Sections};
use crate::toml_text::{self, quoting, rows};

/// Comments after longer lines are not aligned.
const COMMENT_COLUMN: usize = 60;

/// Sections with aligned values.
const ALIGNED: [&str; 6] = ["registry", "language", "lint", "property", "enum", "part"];

/// The sections of a file, in the order that its table gives them.
pub(super) fn of(mut sections: Sections, table: &Table) -> String {
    let names = table.properties.iter().map(|property| property.name.as_str());
    let sorter = Sorter { table, properties: names.zip(0..).collect() };
    sections.list.sort_by_cached_key(|section| sorter.rank(section));
    sections.list.iter_mut().for_each(|section| sorter.sort(section));
    write(sections)
}

struct Sorter<'t> {
    table: &'t Table,
    /// The properties by their names.
    properties: HashMap<&'t str, usize>,
}

/// The position of a section. Unknown sections come last of their kind, in their old order.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    section: usize,
    language: usize,
    row: RowRank,
}

/// Rows without a value come last.
#[derive(Debug, PartialEq, Eq)]
struct RowRank(Option<rows::Order>);

impl Ord for RowRank {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Some(own), Some(other)) => own.cmp(other),
            (own, other) => own.is_none().cmp(&other.is_none()),
        }
    }
}

impl PartialOrd for RowRank {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Sorter<'_> {
    fn rank(&self, section: &Section) -> Rank {
        let [kind, name] = [0, 1].map(|at| section.path.get(at).map_or("", String::as_str));
        let language = if kind == "language" { self.language(name) } else { 0 };
        let extent: Option<Extent> = self.table.extent(kind, name).filter(|_| toml_text::is_row(kind));
        Rank { section: toml_text::section(kind), language, row: RowRank(extent.map(rows::order)) }
    }

    fn sort(&self, section: &mut Section) {
        let kind = section.path[0].as_str();
        section.entries.sort_by_cached_key(|entry| {
            let key = toml_text::key(kind, &entry.path[0], |name| self.properties.get(name).copied());
            (key, entry.path.get(1).map_or(0, |tag| self.language(tag)))
        });
        for note in &mut section.notes {
            note.entries.sort_by_cached_key(|entry| self.language(&entry.path[0]));
        }
    }

    fn language(&self, tag: &str) -> usize {
        self.table.language(tag).unwrap_or(toml_text::LAST)
    }
}

fn write(sections: Sections) -> String {
    let Sections { mut head, root, list, tail } = sections;
    let mut page = Page(String::new());
    while head.last().is_some_and(String::is_empty) {
        head.pop();
    }
    trim_start(&mut head);
    page.lines(&head);
    if !root.entries.is_empty() {
        page.blank();
        page.entries(root.entries, false);
    }
    for section in list {
        page.blank();
        page.section(section);
    }
    page.tail(tail);
    page.0
}

struct Page(String);

impl Page {
    fn section(&mut self, mut section: Section) {
        trim_start(&mut section.above);
        let is_aligned = ALIGNED.contains(&section.path[0].as_str());
        self.lines(&section.above);
        self.line(format!("[{}]", path(&section.path)), section.comment.as_deref());
        self.entries(section.entries, is_aligned);
        self.lines(&section.below);
        for note in section.notes {
            self.lines(&note.above);
            self.line(format!("[[{}]]", path(&note.path)), note.comment.as_deref());
            self.entries(note.entries, false);
            self.lines(&note.below);
        }
    }

    fn entries(&mut self, mut entries: Vec<Entry>, is_aligned: bool) {
        if let Some(first) = entries.first_mut() {
            trim_start(&mut first.above);
        }
        // Values of consecutive lines are aligned.
        for block in entries.chunk_by(|_, entry| entry.above.is_empty()) {
            let widths = block.iter().map(|entry| path(&entry.path).chars().count());
            let width = widths.max().filter(|_| is_aligned).unwrap_or(0);
            let line = |entry: &Entry| format!("{:width$} = {}", path(&entry.path), entry.value);
            let lines: Vec<String> = block.iter().map(line).collect();
            let column = comment_column(block, &lines);
            for (entry, mut line) in block.iter().zip(lines) {
                self.lines(&entry.above);
                if entry.comment.is_some() {
                    line += &" ".repeat(column.saturating_sub(line.width()));
                }
                self.line(line, entry.comment.as_deref());
            }
        }
    }

    /// Comments and blank lines, no two blank ones in a row.
    fn lines(&mut self, lines: &Lines) {
        for line in lines {
            if !line.is_empty() || !self.0.ends_with("\n\n") {
                self.line(line.clone(), None);
            }
        }
    }

    fn line(&mut self, mut line: String, comment: Option<&str>) {
        if let Some(comment) = comment {
            line += " ";
            line += comment;
        }
        self.0 += &line;
        self.0 += "\n";
    }

    /// A blank line, but not at the beginning of the file.
    fn blank(&mut self) {
        if !self.0.is_empty() {
            self.0 += "\n";
        }
    }

    fn tail(&mut self, mut tail: Lines) {
        while tail.last().is_some_and(String::is_empty) {
            tail.pop();
        }
        if self.0.is_empty() {
            trim_start(&mut tail);
        }
        self.lines(&tail);
    }
}

/// The column of the comments in a block: after the longest line, if it is not too long.
fn comment_column(block: &[Entry], lines: &[String]) -> usize {
    let widths = block.iter().zip(lines).filter(|(entry, _)| entry.comment.is_some());
    widths.map(|(_, line)| line.width()).filter(|width| *width <= COMMENT_COLUMN).max().unwrap_or(0)
}

/// Removes blank lines from the beginning.
fn trim_start(lines: &mut Lines) {
    let blank = lines.iter().take_while(|line| line.is_empty()).count();
    lines.drain(..blank);
}

fn path(path: &[String]) -> String {
    quoting::keys(path.iter().map(String::as_str))
}
