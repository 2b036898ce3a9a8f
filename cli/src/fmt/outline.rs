//! A file as its sections: every header with what stands under it, whatever way that is written.

use toml_edit::{InlineTable, Item, Key, TableLike, Value};

use unicode_width::UnicodeWidthStr;

use super::array;
use super::comments::{Around, Lines, lines, raw};
use super::parse::parse;
use super::value::Inline;
use crate::toml_text::quoting;

/// Tables of tables, each of which has a header.
const FAMILIES: [&str; 4] = ["language", "property", "range", "code"];

/// Keys with a text for each language.
const LOCALIZED: [&str; 5] = ["title", "name", "description", "message", "help"];

/// What tells a message that chooses from one in several languages.
const SELECTORS: [&str; 3] = ["plural", "ordinal", "select"];

/// The longest choice on one line.
const CHOICE: usize = 120;

/// A file.
#[derive(Debug)]
pub(super) struct Outline<'s> {
    /// What the file begins with.
    pub(super) head: Lines<'s>,
    /// What has no header.
    pub(super) root: Section<'s>,
    pub(super) sections: Vec<Section<'s>>,
    /// What it ends with.
    pub(super) tail: Lines<'s>,
}

/// A header and what stands under it.
#[derive(Debug, Default)]
pub(super) struct Section<'s> {
    pub(super) path: Vec<String>,
    /// The byte where it begins in the file.
    begins: usize,
    pub(super) above: Lines<'s>,
    pub(super) comment: Option<&'s str>,
    pub(super) entries: Vec<Entry<'s>>,
    /// Sections of double brackets: the notes.
    pub(super) notes: Vec<Section<'s>>,
}

/// A key and its value as it is written.
#[derive(Debug)]
pub(super) struct Entry<'s> {
    pub(super) path: Vec<String>,
    pub(super) above: Lines<'s>,
    pub(super) value: String,
    pub(super) comment: Option<&'s str>,
}

/// The sections of a file in its order; nothing where it is no TOML.
pub(super) fn read(source: &str) -> Option<Outline<'_>> {
    let document = parse(source)?;
    let mut reader = Reader { source, root: Section::default(), sections: Vec::new() };
    for (name, item) in document.iter() {
        reader.read(document.as_table(), name, item);
    }
    let Reader { mut root, mut sections, .. } = reader;
    sections.sort_by_key(|section| section.begins);
    let first = root.entries.first_mut().map(|entry| &mut entry.above);
    let first = first.or_else(|| sections.first_mut().map(|section| &mut section.above));
    let head = first.map(take_head).unwrap_or_default();
    let tail = lines(raw(source, Some(document.trailing())));
    Some(Outline { head, root, sections, tail })
}

/// What belongs to the file and not to what follows: up to the last blank line, and what speaks to editors (`#:schema`).
fn take_head<'s>(above: &mut Lines<'s>) -> Lines<'s> {
    let to_blank = above.iter().rposition(|line| line.is_empty()).map_or(0, |blank| blank + 1);
    let directives = above.iter().take_while(|line| line.starts_with("#:")).count();
    above.drain(..to_blank.max(directives)).collect()
}

struct Reader<'s> {
    source: &'s str,
    root: Section<'s>,
    sections: Vec<Section<'s>>,
}

impl<'s> Reader<'s> {
    fn read(&mut self, document: &dyn TableLike, name: &str, item: &Item) {
        let path = vec![name.to_owned()];
        let key = document.key(name);
        match (item, item.as_table_like()) {
            (_, Some(family)) if FAMILIES.contains(&name) && !family.is_empty() => {
                self.family(key, name, item, family);
            }
            (Item::Table(_), Some(table)) => self.push_section(path, key, item, table),
            (_, Some(table)) if matches!(name, "registry" | "lint") => {
                self.push_section(path, key, item, table);
            }
            _ => self.root.entries.push(entry(self.source, path, key, item)),
        }
    }

    /// Sections; the comments of the family itself go to the one that follows its header.
    fn family(&mut self, key: Option<&Key>, name: &str, item: &Item, family: &dyn TableLike) {
        let mut pending = own_lines(self.source, key, item);
        let host = follower(item, family);
        for (label, item) in family.iter() {
            let (path, key) = (vec![name.to_owned(), label.to_owned()], family.key(label));
            let above = match item.as_table_like() {
                Some(table) => {
                    self.push_section(path, key, item, table);
                    self.sections.last_mut().map(|section| &mut section.above)
                }
                None => {
                    self.root.entries.push(entry(self.source, path, key, item));
                    self.root.entries.last_mut().map(|entry| &mut entry.above)
                }
            };
            if let Some(above) = above.filter(|_| host == Some(label)) {
                above.splice(..0, pending.drain(..));
            }
        }
    }

    fn push_section(&mut self, path: Vec<String>, key: Option<&Key>, item: &Item, table: &dyn TableLike) {
        let around = around(self.source, key, item);
        let (begins, above, comment) = (begins(item), around.above(), around.comment());
        let mut section = Section { path, begins, above, comment, ..Section::default() };
        section
            .above
            .extend(item.as_inline_table().map(|table| rest(self.source, table)).into_iter().flatten());
        for (name, item) in table.iter() {
            section.add(self.source, table.key(name), name, item);
        }
        self.sections.push(section);
    }
}

/// The first of a family behind the family's own header; else the last, since something must have its comments.
fn follower<'t>(item: &Item, family: &'t dyn TableLike) -> Option<&'t str> {
    let header = begins(item);
    let labels = || family.iter().map(|(label, item)| (begins(item), label));
    let follower = labels().filter(|(begins, _)| *begins > header).min();
    follower.or_else(|| labels().max()).map(|(_, label)| label)
}

fn begins(item: &Item) -> usize {
    item.span().map_or(0, |span| span.start)
}

impl<'s> Section<'s> {
    fn add(&mut self, source: &'s str, key: Option<&Key>, name: &str, item: &Item) {
        let texts = item.as_table_like().filter(|table| LOCALIZED.contains(&name) && is_by_language(*table));
        if let Some(texts) = texts {
            let mut pending = own_lines(source, key, item);
            for (tag, item) in texts.iter() {
                let path = vec![name.to_owned(), tag.to_owned()];
                let mut entries = text(source, &path, texts.key(tag), item);
                if let Some(first) = entries.first_mut() {
                    first.above.splice(..0, pending.drain(..));
                }
                self.entries.append(&mut entries);
            }
        } else if name == "note" && is_list_of_tables(item) {
            self.add_notes(source, key, item);
        } else if name == "message" {
            self.entries.append(&mut text(source, &[name.to_owned()], key, item));
        } else {
            self.entries.push(entry(source, vec![name.to_owned()], key, item));
        }
    }

    fn add_notes(&mut self, source: &'s str, key: Option<&Key>, item: &Item) {
        let mut path = self.path.clone();
        path.push("note".to_owned());
        let mut pending = own_lines(source, key, item);
        let tables = item.as_array_of_tables().into_iter().flat_map(|tables| tables.iter());
        for table in tables {
            self.notes.push(note(source, path.clone(), Around::of(source, table.decor()), table));
        }
        for value in item.as_array().into_iter().flatten() {
            let Some(table) = value.as_inline_table() else { continue };
            let mut note = note(source, path.clone(), Around::of(source, value.decor()), table);
            note.above = pending.drain(..).chain(Around::of(source, value.decor()).comments()).collect();
            note.above.extend(rest(source, table));
            note.comment = None;
            self.notes.push(note);
        }
        let after = item.as_array().map(|array| raw(source, Some(array.trailing())));
        if let (Some(last), Some(after)) = (self.notes.last_mut(), after) {
            last.above.extend(Around { before: after, behind: "" }.comments());
        }
    }
}

fn note<'s>(source: &'s str, path: Vec<String>, around: Around<'s>, table: &dyn TableLike) -> Section<'s> {
    let entries =
        table.iter().map(|(tag, item)| entry(source, vec![tag.to_owned()], table.key(tag), item)).collect();
    Section { path, above: around.above(), comment: around.comment(), entries, ..Section::default() }
}

/// A text; of a choice that is too long for a line, a line for each case.
fn text<'s>(source: &'s str, path: &[String], key: Option<&Key>, item: &Item) -> Vec<Entry<'s>> {
    let whole = entry(source, path.to_owned(), key, item);
    let is_long = whole.value.width() > CHOICE;
    let Some(choice) = item.as_table_like().filter(|choice| is_long && !is_by_language(*choice)) else {
        return vec![whole];
    };
    let case = |(case, item): (&str, &Item)| {
        let path = path.iter().map(String::as_str).chain([case]).map(str::to_owned).collect();
        entry(source, path, choice.key(case), item)
    };
    let mut cases: Vec<Entry<'s>> = choice.iter().map(case).collect();
    if let Some(first) = cases.first_mut() {
        first.above.splice(..0, own_lines(source, key, item));
    }
    cases
}

fn entry<'s>(source: &'s str, path: Vec<String>, key: Option<&Key>, item: &Item) -> Entry<'s> {
    let mut inline = Inline::new(source);
    let indent = path.iter().map(|key| quoting::key(key).chars().count() + 1).sum::<usize>() + " =".len();
    let value = match item {
        Item::Value(value @ Value::String(text)) => quoting::line(inline.written(value), text.value()),
        Item::Value(Value::Array(values)) => array::write(values, indent, &mut inline),
        Item::ArrayOfTables(tables) => array::write_tables(tables, indent, &mut inline),
        item => inline.item(item),
    };
    // Those of a table have been gathered with what is in it.
    let around = if item.is_value() { around(source, key, item) } else { Around { before: "", behind: "" } };
    let mut above = around.above();
    above.append(&mut inline.comments);
    Entry { path, above, value, comment: around.comment() }
}

/// What stands around a key with its value, or around a header.
fn around<'s>(source: &'s str, key: Option<&Key>, item: &Item) -> Around<'s> {
    match item {
        Item::Table(table) => Around::of(source, table.decor()),
        Item::Value(value) => {
            let before = key.map_or("", |key| Around::of(source, key.leaf_decor()).before);
            Around { before, behind: Around::of(source, value.decor()).behind }
        }
        Item::None | Item::ArrayOfTables(_) => Around { before: "", behind: "" },
    }
}

/// All that is said of a table whose header goes away.
fn own_lines<'s>(source: &'s str, key: Option<&Key>, item: &Item) -> Lines<'s> {
    let around = around(source, key, item);
    let mut lines = around.above();
    lines.extend(around.comment());
    lines.extend(item.as_inline_table().map(|table| rest(source, table)).into_iter().flatten());
    lines
}

/// The comments before the closing brace.
fn rest<'s>(source: &'s str, table: &InlineTable) -> Lines<'s> {
    Around { before: raw(source, Some(table.trailing())), behind: "" }.comments().collect()
}

fn is_by_language(table: &dyn TableLike) -> bool {
    !table.is_empty() && SELECTORS.iter().all(|selector| !table.contains_key(selector))
}

fn is_list_of_tables(item: &Item) -> bool {
    let is_inline =
        |values: &toml_edit::Array| !values.is_empty() && values.iter().all(Value::is_inline_table);
    item.is_array_of_tables() || item.as_array().is_some_and(is_inline)
}
