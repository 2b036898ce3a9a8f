//! Changes a file that people wrote, of a table or of one of its languages: what no change names stays as it is, byte
//! for byte.

mod header;
mod inline;
mod line;
mod lines;
mod parse;
mod place;
mod rename;
mod rows;
mod sections;
mod splice;
#[cfg(test)]
mod tests;

use code_registry_table::{Extent, Table};
use toml_edit::{Document, Item, TomlError};

use self::place::Place;
use self::rows::Rows;
use self::sections::Sections;
use self::splice::Splices;
use crate::document::{self, Node};

/// A file and the changes of it.
#[derive(Debug)]
pub(crate) struct Edit<'t> {
    table: &'t Table,
    text: String,
    /// Where everything stands in the text.
    document: Document<String>,
    rows: Rows,
    splices: Splices,
    new: Sections,
}

impl<'t> Edit<'t> {
    /// Opens the text of a file; the table tells what its headers mean.
    pub(crate) fn open(text: &str, table: &'t Table) -> Result<Self, TomlError> {
        let document = parse::parse(text)?;
        let rows = Rows::read(&document, table);
        Ok(Self {
            table,
            text: text.to_owned(),
            document,
            rows,
            splices: Splices::default(),
            new: Sections::default(),
        })
    }

    /// The path of a row: `["code", "2001"]`, its values as this file writes them, or would.
    pub(crate) fn row(&self, extent: Extent) -> [String; 2] {
        let header = self.rows.header(extent).map(str::to_owned);
        let header = header.unwrap_or_else(|| header::spell(self.table, &self.rows, extent));
        [rows::kind(extent).to_owned(), header]
    }

    /// Gives a key its value: `["code", "2001", "name", "it"]`.
    ///
    /// A new key stands by its kin and in their form; a new section where the usual order has it.
    pub(crate) fn set(&mut self, path: &[&str], value: &Node) {
        let text = &self.text;
        let place = Place::find(&self.document, path);
        match place.item {
            Item::Value(old) if place.is_whole() => {
                let span = lines::span(old.span());
                self.splices.replace(span.clone(), lines::value(value, &text[span]));
            }
            Item::Value(holder) => {
                let (at, entry) = inline::entry(holder, place.rest, value);
                self.splices.insert(at, entry);
            }
            Item::Table(table) if place.is_whole() && table.is_dotted() => {
                let mut parts = place.parts(text).into_iter();
                let keys = document::keys(&path[path.len() - place.below..]);
                let line = format!("{keys} = {}\n", document::value(value));
                parts.next().into_iter().for_each(|first| self.splices.replace(first, line.clone()));
                parts.for_each(|part| self.splices.replace(part, String::new()));
            }
            _ if place.is_whole() => {
                self.remove(path);
                self.add(path, path.len() - 1, value);
            }
            _ => self.add(path, path.len() - place.rest.len(), value),
        }
    }

    /// Takes a key away, with all that is under it.
    pub(crate) fn remove(&mut self, path: &[&str]) {
        let place = Place::find(&self.document, path);
        if place.is_whole() {
            let parts = place.parts(&self.text);
            parts.into_iter().for_each(|part| self.splices.replace(part, String::new()));
        }
    }

    /// Gives a row other values; it stays where it stands.
    pub(crate) fn renumber(&mut self, old: Extent, new: Extent) {
        let [kind, header] = self.row(old);
        let new = header::spell(self.table, &self.rows, new);
        let places = rename::places(&self.document, &kind, &header, &new);
        places.into_iter().for_each(|(span, text)| self.splices.replace(span, text));
    }

    /// The file with the changes.
    pub(crate) fn finish(mut self) -> String {
        self.new.place(&self.document, self.table, &self.rows, &mut self.splices);
        self.splices.apply(&self.text)
    }

    /// Adds a key to the table that the first `depth` keys of its path lead to.
    fn add(&mut self, path: &[&str], depth: usize, value: &Node) {
        let holder = Place::find(&self.document, &path[..depth]);
        match line::above(&holder, path, depth) {
            Some(above) => {
                let (at, line) = above.add(&self.text, &path[depth - holder.below..], value);
                self.splices.insert(at, line);
            }
            None => self.new.set(path, depth, value),
        }
    }
}
