//! How a table is laid out.

use unicode_width::UnicodeWidthStr;

use super::comments::{Lines, trim_start};
use super::order::Order;
use super::outline::{self, Entry, Outline, Section};
use crate::toml_text::quoting;

/// Comments behind longer lines do not stand in one column.
const COMMENT_COLUMN: usize = 60;

/// Sections whose values stand in one column.
const ALIGNED: [&str; 4] = ["registry", "language", "lint", "property"];

/// The text in its usual form; nothing where it is no TOML.
pub(super) fn of(source: &str, order: &Order<'_>) -> Option<String> {
    let mut outline = outline::read(source)?;
    order.sort(&mut outline);
    Some(write(outline))
}

fn write(outline: Outline<'_>) -> String {
    let Outline { mut head, root, sections, tail } = outline;
    let mut page = Page(String::new());
    while head.last().is_some_and(|line| line.is_empty()) {
        head.pop();
    }
    trim_start(&mut head);
    page.lines(&head);
    if !root.entries.is_empty() {
        page.blank();
        page.entries(root.entries, false);
    }
    for section in sections {
        page.blank();
        page.section(section);
    }
    page.tail(tail);
    page.0
}

struct Page(String);

impl Page {
    fn section(&mut self, mut section: Section<'_>) {
        trim_start(&mut section.above);
        let is_aligned = ALIGNED.contains(&section.path[0].as_str());
        self.lines(&section.above);
        self.line(format!("[{}]", path(&section.path)), section.comment);
        self.entries(section.entries, is_aligned);
        for note in section.notes {
            self.lines(&note.above);
            self.line(format!("[[{}]]", path(&note.path)), note.comment);
            self.entries(note.entries, false);
        }
    }

    fn entries(&mut self, mut entries: Vec<Entry<'_>>, is_aligned: bool) {
        if let Some(first) = entries.first_mut() {
            trim_start(&mut first.above);
        }
        // What stands without a line between has its values in one column.
        for block in entries.chunk_by(|_, entry| entry.above.is_empty()) {
            let widths = block.iter().map(|entry| width(&entry.path));
            let width = widths.max().filter(|_| is_aligned).unwrap_or(0);
            let line = |entry: &Entry<'_>| format!("{:width$} = {}", path(&entry.path), entry.value);
            let lines: Vec<String> = block.iter().map(line).collect();
            let column = comment_column(block, &lines);
            for (entry, mut line) in block.iter().zip(lines) {
                self.lines(&entry.above);
                if entry.comment.is_some() {
                    line += &" ".repeat(column.saturating_sub(line.width()));
                }
                self.line(line, entry.comment);
            }
        }
    }

    fn lines(&mut self, lines: &Lines<'_>) {
        for line in lines {
            self.line((*line).to_owned(), None);
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

    /// A blank line, but none at the beginning of the file.
    fn blank(&mut self) {
        if !self.0.is_empty() {
            self.0 += "\n";
        }
    }

    fn tail(&mut self, mut tail: Lines<'_>) {
        while tail.last().is_some_and(|line| line.is_empty()) {
            tail.pop();
        }
        if self.0.is_empty() {
            trim_start(&mut tail);
        }
        self.lines(&tail);
    }
}

/// Where the comments of a block begin: after the longest line, if it is not too long.
fn comment_column(block: &[Entry<'_>], lines: &[String]) -> usize {
    let widths = block.iter().zip(lines).filter(|(entry, _)| entry.comment.is_some());
    widths.map(|(_, line)| line.width()).filter(|width| *width <= COMMENT_COLUMN).max().unwrap_or(0)
}

fn path(path: &[String]) -> String {
    path.iter().map(|key| quoting::key(key)).collect::<Vec<_>>().join(".")
}

fn width(path: &[String]) -> usize {
    self::path(path).chars().count()
}
