//! A file in the usual layout: a section for each header, a line for each key, comments above what they describe.

mod inline;
mod page;

use code_registry_table::{Selector, Table, TextKind, schema};
use unicode_width::UnicodeWidthStr;

use self::inline::{Around, Inline, Lines, blank_lines};
use super::outline::{Key, Kind, Outline, Value, comments, trailing};
use super::quoting;
use super::tree::{ROOT, Tree};
use crate::document::FAMILIES;

/// The maximum length of a choice on one line.
const CHOICE: usize = 120;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text in the usual layout, with its line endings and byte order mark; `None` if it does not follow the grammar.
pub(crate) fn formatted(text: &str, table: &Table) -> Option<String> {
    let plain = text.strip_prefix(BYTE_ORDER_MARK);
    let lines = plain.unwrap_or(text).replace("\r\n", "\n");
    let mut form = page::of(Sections::read(&lines)?, table);
    if text.contains("\r\n") {
        form = form.replace('\n', "\r\n");
    }
    if plain.is_some() {
        form.insert(0, BYTE_ORDER_MARK);
    }
    Some(form)
}

/// A file as its sections, with every value as it will be written.
#[derive(Debug)]
struct Sections {
    /// The beginning of the file.
    head: Lines,
    /// The keys before the first header.
    root: Section,
    list: Vec<Section>,
    /// The end of the file.
    tail: Lines,
}

/// A header with its lines.
#[derive(Debug, Default)]
struct Section {
    path: Vec<String>,
    /// The byte where it begins in the file.
    begins: usize,
    above: Lines,
    comment: Option<String>,
    entries: Vec<Entry>,
    /// The comments below its lines.
    below: Lines,
    /// Sections in double brackets: the notes.
    notes: Vec<Section>,
}

/// A key and its value in the new text.
#[derive(Debug)]
struct Entry {
    path: Vec<String>,
    above: Lines,
    value: String,
    comment: Option<String>,
}

impl Sections {
    fn read(text: &str) -> Option<Self> {
        let outline = Outline::read(text).ok()?;
        let tree = Tree::of(&outline);
        let source = Source { outline: &outline, tree: &tree };
        let mut sections =
            Self { head: Lines::new(), root: Section::default(), list: Vec::new(), tail: Lines::new() };
        for &node in &tree.nodes[ROOT].children {
            sections.add(source, node);
        }
        sections.list.sort_by_cached_key(|section| section.begins);
        let first = sections.root.entries.first_mut().map(|entry| &mut entry.above);
        let first = first.or_else(|| sections.list.first_mut().map(|section| &mut section.above));
        sections.head = first.map(take_head).unwrap_or_default();
        sections.tail = blank_lines(&outline.tail[source.trailing(outline.sections.len())..]);
        Some(sections)
    }

    fn add(&mut self, source: Source<'_>, node: usize) {
        let name = source.name(node);
        let is_table = source.is_table(node);
        if is_table && FAMILIES.contains(&name) && !source.children(node).is_empty() {
            self.add_family(source, node);
        } else if is_table && (source.item(node).is_none() || matches!(name, "registry" | "lint" | "part")) {
            self.list.push(source.section(vec![name.to_owned()], node));
        } else {
            self.root.entries.push(source.entry(vec![name.to_owned()], node));
        }
    }

    /// The comments of the family itself go to the section that follows its header.
    fn add_family(&mut self, source: Source<'_>, family: usize) {
        let mut pending = source.own_lines(family);
        let host = source.follower(family);
        for &node in source.children(family) {
            let path = vec![source.name(family).to_owned(), source.name(node).to_owned()];
            let above = if source.is_table(node) {
                self.list.push(source.section(path, node));
                self.list.last_mut().map(|section| &mut section.above)
            } else {
                self.root.entries.push(source.entry(path, node));
                self.root.entries.last_mut().map(|entry| &mut entry.above)
            };
            if let Some(above) = above.filter(|_| host == Some(node)) {
                above.splice(..0, pending.drain(..));
            }
        }
    }
}

/// The comments that belong to the file and not to what follows: up to the last blank line, and directives to editors
/// (`#:schema`).
fn take_head(above: &mut Lines) -> Lines {
    let to_blank = above.iter().rposition(String::is_empty).map_or(0, |blank| blank + 1);
    let directives = above.iter().take_while(|line| line.starts_with("#:")).count();
    above.drain(..to_blank.max(directives)).collect()
}

/// The file in its old layout.
#[derive(Debug, Clone, Copy)]
struct Source<'a> {
    outline: &'a Outline<'a>,
    tree: &'a Tree<'a>,
}

impl<'a> Source<'a> {
    fn name(self, node: usize) -> &'a str {
        &self.tree.nodes[node].name
    }

    fn children(self, node: usize) -> &'a [usize] {
        &self.tree.nodes[node].children
    }

    fn item(self, node: usize) -> Option<(usize, usize)> {
        self.tree.nodes[node].item
    }

    /// The kind of brackets around a value.
    fn brackets(self, node: usize) -> Option<Kind> {
        match self.outline.item(self.item(node)?).value {
            Value::Scope(scope) => Some(self.outline.scopes[scope].kind),
            Value::Scalar(_) => None,
        }
    }

    fn is_table(self, node: usize) -> bool {
        let is_braces = self.brackets(node) == Some(Kind::Braces);
        is_braces || self.item(node).is_none() && !self.tree.nodes[node].is_list
    }

    fn is_list_of_tables(self, node: usize) -> bool {
        let children = self.children(node);
        let is_list = self.tree.nodes[node].is_list || self.brackets(node) == Some(Kind::List);
        is_list && !children.is_empty() && children.iter().all(|&child| self.is_table(child))
    }

    fn is_by_language(self, node: usize) -> bool {
        let children = self.children(node);
        let is_selector = |child: &usize| Selector::named(self.name(*child)).is_some();
        self.is_table(node) && !children.is_empty() && !children.iter().any(is_selector)
    }

    fn begins(self, node: usize) -> usize {
        let (items, sections) = self.tree.parts(node);
        let items = items.first().map(|&at| self.outline.item(at).span.start);
        let own = self.tree.nodes[node].headers.first().map(|&at| self.outline.sections[at].start);
        let sections = sections.first().map(|&at| self.outline.sections[at].start);
        own.or(items.into_iter().chain(sections).min()).unwrap_or(0)
    }

    /// The first section of a family after the family's own header; otherwise the last one, since a section must take
    /// its comments.
    fn follower(self, family: usize) -> Option<usize> {
        let own = self.tree.nodes[family].headers.first().map(|&at| self.outline.sections[at].start);
        let header =
            own.or_else(|| self.item(family).map(|at| self.outline.item(at).span.start)).unwrap_or(0);
        let begins = || self.children(family).iter().map(|&node| (self.begins(node), node));
        let follower = begins().filter(|(begins, _)| *begins > header).min();
        follower.or_else(|| begins().max()).map(|(_, node)| node)
    }

    /// All comments of a table whose header or braces are removed.
    fn own_lines(self, node: usize) -> Lines {
        let Around { mut above, comment } = Around::of_node(self, node);
        above.extend(comment);
        above.extend(inline::tail_comments(self, node));
        above
    }

    /// The length of the comments above a section, or above the end of the file, that belong to the section before.
    fn trailing(self, at: usize) -> usize {
        let sections = &self.outline.sections;
        let before = at.checked_sub(1).and_then(|before| sections[before].header.as_ref());
        // The next section takes all comments in a family.
        let is_family = |keys: &[Key<'_>]| matches!(keys, [only] if FAMILIES.contains(&&*only.name));
        if before.is_none_or(|header| is_family(&header.keys)) {
            return 0;
        }
        let lines = sections.get(at).map_or(&self.outline.tail, |section| &section.above);
        trailing(lines, at == sections.len())
    }

    /// The comments below a section.
    fn below(self, section: usize) -> Lines {
        let next = self.outline.sections.get(section + 1);
        let lines = next.map_or(&self.outline.tail, |section| &section.above);
        comments(&lines[..self.trailing(section + 1)]).map(str::to_owned).collect()
    }

    fn section(self, path: Vec<String>, node: usize) -> Section {
        let Around { above, comment } = Around::of_node(self, node);
        let mut section = Section { path, begins: self.begins(node), above, comment, ..Section::default() };
        let notes = self.children(node).iter().filter(|&&child| self.name(child) == TextKind::Note.key());
        let notes: Vec<usize> = notes.flat_map(|&child| self.tree.parts(child).1).collect();
        let own = self.tree.parts(node).1.into_iter().filter(|section| !notes.contains(section));
        section.below = own.flat_map(|section| self.below(section)).collect();
        section.above.extend(inline::tail_comments(self, node));
        for &child in self.children(node) {
            section.add(self, child);
        }
        section
    }

    fn entry(self, path: Vec<String>, node: usize) -> Entry {
        let mut inline = Inline::new(self);
        let indent = path.iter().map(|key| quoting::key(key).chars().count() + 1).sum::<usize>() + " =".len();
        let value = inline.line(node, indent);
        // Those of a table have been gathered with its keys.
        let around = if self.item(node).is_some() { Around::of_node(self, node) } else { Around::default() };
        let mut above = around.above;
        above.append(&mut inline.comments);
        Entry { path, above, value, comment: around.comment }
    }

    /// A text; a choice that is too long for a line has a line for each case.
    fn text(self, path: &[String], node: usize) -> Vec<Entry> {
        let whole = self.entry(path.to_owned(), node);
        let is_choice = self.is_table(node) && !self.is_by_language(node);
        if whole.value.width() <= CHOICE || !is_choice {
            return vec![whole];
        }
        let case = |&case: &usize| self.entry([path, &[self.name(case).to_owned()]].concat(), case);
        let mut cases: Vec<Entry> = self.children(node).iter().map(case).collect();
        if let Some(first) = cases.first_mut() {
            first.above.splice(..0, self.own_lines(node));
        }
        cases
    }
}

impl Section {
    fn add(&mut self, source: Source<'_>, node: usize) {
        let name = source.name(node).to_owned();
        let is_column = self.path.first().is_some_and(|section| schema::is_column(section, &name));
        if (is_column || schema::is_localized(&name)) && source.is_by_language(node) {
            let mut pending = source.own_lines(node);
            for &text in source.children(node) {
                let mut entries = source.text(&[name.clone(), source.name(text).to_owned()], text);
                if let Some(first) = entries.first_mut() {
                    first.above.splice(..0, pending.drain(..));
                }
                self.entries.append(&mut entries);
            }
        } else if name == TextKind::Note.key() && source.is_list_of_tables(node) {
            self.add_notes(source, node);
        } else if name == TextKind::Message.key() {
            self.entries.append(&mut source.text(&[name], node));
        } else {
            self.entries.push(source.entry(vec![name], node));
        }
    }

    fn add_notes(&mut self, source: Source<'_>, node: usize) {
        let path = [&self.path[..], &[TextKind::Note.key().to_owned()]].concat();
        let is_bracketed = source.item(node).is_some();
        let around = if is_bracketed { Around::of_node(source, node) } else { Around::default() };
        let mut pending: Lines = around.above.into_iter().chain(around.comment).collect();
        for &element in source.children(node) {
            let Around { above, comment } = Around::of_node(source, element);
            let entry = |&text: &usize| source.entry(vec![source.name(text).to_owned()], text);
            let entries = source.children(element).iter().map(entry).collect();
            let below =
                source.tree.parts(element).1.into_iter().flat_map(|section| source.below(section)).collect();
            let mut note =
                Section { path: path.clone(), above, comment, entries, below, ..Section::default() };
            if is_bracketed {
                note.above.retain(|line| !line.is_empty());
                note.above.splice(..0, pending.drain(..));
                note.above.extend(note.comment.take());
                note.above.extend(inline::tail_comments(source, element));
            }
            self.notes.push(note);
        }
        if let Some(last) = self.notes.last_mut().filter(|_| is_bracketed) {
            last.above.extend(inline::tail_comments(source, node));
        }
    }
}
