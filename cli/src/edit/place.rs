//! From a path to a place of the file.

use core::ops::Range;

use code_registry_table::canonical_tag;
use toml_edit::{Document, Item, Key, Table, TableLike};

use super::{inline, lines};

/// The keys under which tags stand.
const TAGGED: [&str; 7] = ["title", "name", "description", "message", "help", "note", "language"];

/// As far as the file has a path.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The innermost thing that is there.
    pub(crate) item: &'a Item,
    /// The keys that are not there.
    pub(crate) rest: &'a [&'a str],
    /// The innermost section around it.
    pub(crate) home: &'a Table,
    /// How many keys lead from that section's header to it.
    pub(crate) below: usize,
    /// Where its key begins.
    key: usize,
    /// Whether it stands between braces.
    is_inline: bool,
}

impl<'a> Place<'a> {
    pub(crate) fn find(document: &'a Document<String>, path: &'a [&'a str]) -> Self {
        let home = document.as_table();
        let mut place =
            Self { item: document.as_item(), rest: path, home, below: 0, key: 0, is_inline: false };
        let mut is_tagged = false;
        while let Some((next, rest)) = place.rest.split_first()
            && place.enter(next, is_tagged)
        {
            // Notes are counted before they are named by their languages.
            is_tagged = TAGGED.contains(next) || (is_tagged && next.parse::<usize>().is_ok());
            place.rest = rest;
        }
        place
    }

    /// Goes down by one key, if it is there; by a tag, however the file writes it.
    fn enter(&mut self, next: &str, is_tag: bool) -> bool {
        let table = self.item.as_table_like();
        let named = table
            .and_then(|table| table.get_key_value(next).or_else(|| same_tag(table, next).filter(|_| is_tag)));
        let indexed = || self.item.get(next.parse::<usize>().ok()?);
        let Some((key, item)) =
            named.map(|(key, item)| (Some(key), item)).or_else(|| Some((None, indexed()?)))
        else {
            return false;
        };
        self.is_inline = self.item.is_value();
        self.key = key.map_or(self.key, |key| lines::span(key.span()).start);
        (self.item, self.below) = (item, self.below + 1);
        if let Item::Table(table) = item
            && has_header(table)
        {
            (self.home, self.below) = (table, 0);
        }
        true
    }

    /// Whether the whole path is there.
    pub(crate) fn is_whole(&self) -> bool {
        self.rest.is_empty()
    }

    /// All that it takes up: lines, or a part of one.
    pub(crate) fn parts(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_inline {
            return vec![inline::whole(text, self.key, self.item)];
        }
        let whole_lines = |span: Range<usize>| lines::start(text, span.start)..lines::end(text, span.end);
        self.spans().into_iter().map(whole_lines).collect()
    }

    /// Where the headers and the values of it are.
    pub(crate) fn spans(&self) -> Vec<Range<usize>> {
        spans(self.key, self.item)
    }
}

/// `pt-br` is `pt-BR`.
fn same_tag<'a>(table: &'a dyn TableLike, tag: &str) -> Option<(&'a Key, &'a Item)> {
    let tag = canonical_tag(tag)?;
    let (name, _) = table.iter().find(|(name, _)| canonical_tag(name).as_ref() == Some(&tag))?;
    table.get_key_value(name)
}

/// Whether the file has a header for it.
pub(crate) fn has_header(table: &Table) -> bool {
    !table.is_dotted() && !table.is_implicit()
}

/// Where the headers and the values of an item are.
pub(crate) fn spans(key: usize, item: &Item) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    collect(key, item, &mut spans);
    spans
}

fn collect(key: usize, item: &Item, out: &mut Vec<Range<usize>>) {
    match item {
        Item::None => {}
        Item::Value(value) => out.push(key..lines::span(value.span()).end),
        Item::Table(table) => collect_table(table, out),
        Item::ArrayOfTables(list) => list.iter().for_each(|table| collect_table(table, out)),
    }
}

fn collect_table(table: &Table, out: &mut Vec<Range<usize>>) {
    out.extend(table.span().filter(|_| has_header(table)));
    for (name, item) in table {
        collect(key_start(table, name), item, out);
    }
}

/// Where the values of an item are that stand in the same section: under the same header.
pub(crate) fn own_lines(key: usize, item: &Item) -> Vec<Range<usize>> {
    match item {
        Item::Table(table) if table.is_dotted() => {
            table.iter().flat_map(|(name, item)| own_lines(key_start(table, name), item)).collect()
        }
        Item::Value(_) => spans(key, item),
        _ => Vec::new(),
    }
}

/// Where a key of a table begins.
pub(crate) fn key_start(table: &Table, name: &str) -> usize {
    lines::span(table.key(name).and_then(toml_edit::Key::span)).start
}
