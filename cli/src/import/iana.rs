//! IANA registries (<https://www.iana.org/protocols>) in the XML that IANA publishes.

use code_registry_table::Status;

use super::columns::{Columns, Line, Property, is_note, without};
use super::records::{Record, Source, text};
use super::xml::{self, Element};
use super::{citation, records, status, values};
use crate::document::Node;
use crate::error::{Error, ToolMessage};

/// The language of IANA's texts.
const LANGUAGE: &str = "en";

/// A longer text is a description rather than a name.
const LONGEST_NAME: usize = 60;

/// The options of an import.
#[derive(Debug, Clone, Copy)]
pub(super) struct Requests<'a> {
    /// The keys of columns.
    pub(super) columns: &'a [(String, String)],
    /// The records to leave out, by the text of a cell.
    pub(super) skip: &'a [String],
}

/// The registries of a page that have records.
#[derive(Debug)]
pub(super) struct Page {
    root: Element,
}

/// A registry of a page.
#[derive(Debug, Clone)]
pub(super) struct Registry<'a> {
    element: &'a Element,
    pub(super) id: &'a str,
    pub(super) title: String,
}

impl Page {
    pub(super) fn read(file: &str) -> Result<Self, Error> {
        Ok(Self { root: xml::read(file)? })
    }

    /// The registries that have records, in the order of the page.
    pub(super) fn registries(&self) -> Vec<Registry<'_>> {
        let mut all = Vec::new();
        collect(&self.root, "", &mut all);
        all
    }

    /// The registry with the requested id or title, or the only one.
    pub(super) fn choose(&self, requested: Option<&str>) -> Result<Registry<'_>, Error> {
        let all = self.registries();
        let has_id = |name| all.iter().find(|registry| registry.id == name);
        let has_title = |name| all.iter().find(|registry| registry.title.eq_ignore_ascii_case(name));
        let found = requested.and_then(|name| has_id(name).or_else(|| has_title(name)));
        match (&all[..], found, requested) {
            (_, Some(found), _) | ([found], None, None) => Ok(found.clone()),
            ([], None, _) => Err(Error::new(ToolMessage::NoRegistry)),
            (_, None, name) => {
                let list: Vec<_> =
                    all.iter().map(|registry| format!("\n  {}  {}", registry.id, registry.title)).collect();
                let failure = match name {
                    Some(name) => Error::new(ToolMessage::UnknownRegistry { name: name.to_owned() }),
                    None => Error::new(ToolMessage::SeveralRegistries { count: all.len() }),
                };
                Err(failure.help(ToolMessage::RegistriesAre { list: list.concat() }))
            }
        }
    }
}

/// Collects the registries that have records. One without a title has that of the registry around it.
fn collect<'a>(element: &'a Element, outer: &str, out: &mut Vec<Registry<'a>>) {
    if element.name != "registry" {
        return;
    }
    let own = element.named("title").next().map(citation::line).filter(|title| !title.is_empty());
    let title = own.unwrap_or_else(|| outer.to_owned());
    if element.named("record").next().is_some() {
        let id = element.attribute("id").unwrap_or_default();
        out.push(Registry { element, id, title: title.clone() });
    }
    element.children().for_each(|child| collect(child, &title, out));
}

impl Registry<'_> {
    /// A name for files: the id, or else the title.
    pub(super) fn name(&self) -> String {
        let is_plain = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | '.');
        let id = if self.id.is_empty() { self.title.as_str() } else { self.id };
        id.chars().map(|character| if is_plain(character) { character } else { '-' }).collect()
    }

    /// The registry as records, and what to report about them.
    pub(super) fn source(&self, requests: Requests<'_>) -> Result<(Source, Vec<ToolMessage>), Error> {
        let elements: Vec<_> = self.element.named("record").collect();
        let names = names(&elements);
        let lines = elements.iter().enumerate().map(|(at, record)| line(at, record, &names)).collect();
        let mut lines = without(lines, requests.skip)?;
        lines.iter_mut().for_each(|line| restore_order(&names, line));
        let columns = Columns::find(&names, &lines, requests.columns)?;
        let mut notices = Vec::new();
        if !columns.left_out.is_empty() {
            let names = columns.left_out.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>();
            notices.push(ToolMessage::LeftOut { columns: names.join(", ") });
        }
        let mut records: Vec<_> =
            lines.iter().map(|line| record(line, elements[line.at], &columns)).collect();
        records.retain(|record| {
            let is_empty = record.value.is_empty() && record.status == Some(Status::Unassigned);
            notices.extend(is_empty.then_some(ToolMessage::UnassignedNothing { line: record.line }));
            !is_empty
        });
        let records = records::join_repeated(records, &mut notices);
        let others = columns.properties.iter().flat_map(Property::sections).collect();
        let source = Source { head: self.head(), others, records, range: Some(Status::Assigned) };
        Ok((source, notices))
    }

    fn head(&self) -> Vec<(String, Node)> {
        let mut fields = vec![text("title", LANGUAGE, &self.title)];
        fields.push(("languages".to_owned(), Node::List(vec![Node::text(LANGUAGE)])));
        let references = citation::children(self.element);
        fields.extend((!references.is_empty()).then(|| ("reference".to_owned(), Node::texts(&references))));
        let footnote = |note: &Element| match note.attribute("anchor") {
            Some(anchor) => format!("[{anchor}] {}", citation::paragraphs(note)),
            None => citation::paragraphs(note),
        };
        let notes =
            self.element.children().filter(|child| matches!(child.name.as_str(), "note" | "footnote"));
        fields.extend(notes_of(notes.map(footnote)));
        fields
    }
}

/// The key `note` with these texts, if there are any.
fn notes_of(notes: impl Iterator<Item = String>) -> Option<(String, Node)> {
    let notes: Vec<_> = notes.filter(|note| !note.is_empty()).collect();
    let notes = notes.into_iter().map(|note| Node::Table(vec![(LANGUAGE.to_owned(), Node::Text(note))]));
    let notes: Vec<_> = notes.collect();
    (!notes.is_empty()).then_some(("note".to_owned(), Node::List(notes)))
}

/// The names of the elements that records have, besides references, in the order in which they first occur.
fn names(records: &[&Element]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for child in records.iter().flat_map(|record| record.children()).filter(|child| child.name != "xref") {
        if !names.contains(&child.name) {
            names.push(child.name.clone());
        }
    }
    names
}

fn line(at: usize, record: &Element, names: &[String]) -> Line {
    let cell = |name: &String| {
        let (read, separator): (fn(&Element) -> String, _) =
            if is_note(name) { (citation::note, "\n\n") } else { (citation::cell, "; ") };
        let texts: Vec<_> = record.named(name).map(read).filter(|text| !text.is_empty()).collect();
        texts.join(separator)
    };
    Line { at, line: record.line, cells: names.iter().map(cell).collect() }
}

/// Swaps a status in the column of values with the range in the column of names.
fn restore_order(names: &[String], line: &mut Line) {
    let at = |wanted: &str| names.iter().position(|name| name == wanted);
    if let (Some(value), Some(name)) = (at("value"), at("name"))
        && status::of_text(&line.cells[value]).is_some()
        && values::is_number(&line.cells[name])
    {
        line.cells.swap(value, name);
    }
}

fn record(line: &Line, element: &Element, columns: &Columns) -> Record {
    let cell = |at: Option<usize>| at.map(|at| line.cells[at].clone()).filter(|cell| !cell.is_empty());
    let (value, remark) = status::of_word(&line.cells[columns.value]);
    let value = value.to_owned();
    let (name, description) = (cell(columns.name), cell(columns.description));
    let mut notes: Vec<String> = columns.notes.iter().filter_map(|&at| cell(Some(at))).collect();
    let stated = remark.or_else(|| columns.status.iter().find_map(|&at| status::of_cell(&line.cells[at])));
    let status =
        stated.or_else(|| [&name, &description].into_iter().flatten().find_map(|text| status::of_text(text)));
    let [name, description] = [name, description].map(|text| {
        let (text, remark) = without_registration(&text?);
        notes.extend(remark);
        Some(text).filter(|text| !text.is_empty())
    });
    let is_word = is_word(&value);
    let called = if is_word { Some(value.clone()) } else { name.clone().or_else(|| description.clone()) };
    let called = called.unwrap_or_else(|| value.clone());
    let (name, description) = match (name, description) {
        (Some(name), Some(description)) if name == description => (Some(name), None),
        (None, Some(description)) if is_word || description.chars().count() > LONGEST_NAME => {
            (None, Some(description))
        }
        (None, Some(description)) => (Some(description), None),
        (None, None) => (Some(called.clone()), None),
        both => both,
    };
    let mut fields = Vec::new();
    fields.extend(name.map(|name| text("name", LANGUAGE, &name)));
    fields.extend(description.map(|description| text("description", LANGUAGE, &description)));
    let properties = columns.properties.iter();
    fields.extend(
        properties
            .filter_map(|property| Some((property.name.clone(), property.value(&line.cells[property.at])?))),
    );
    let date = element.attribute("date").map(str::to_owned).or_else(|| cell(columns.date));
    fields.extend(date.map(|date| ("since".to_owned(), Node::Text(date))));
    let references = citation::within(element);
    fields.extend((!references.is_empty()).then(|| ("reference".to_owned(), Node::texts(&references))));
    fields.extend(notes_of(notes.into_iter()));
    Record { line: line.line, value, symbol: cell(columns.symbol), called, status, fields }
}

/// Whether a value is a word that can be its own symbol, unlike `X.1.0`.
fn is_word(value: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    value.starts_with(|first: char| first.is_ascii_alphabetic()) && value.bytes().all(is_part)
}

/// `sd_alg (TEMPORARY - registered 2025-01-01, expires 2026-01-01)` as the name and the remark.
fn without_registration(text: &str) -> (String, Option<String>) {
    let Some((before, rest)) = text.split_once("(TEMPORARY") else { return (text.to_owned(), None) };
    let (remark, after) = rest.split_once(')').unwrap_or((rest, ""));
    ([before.trim_end(), after].concat(), Some(format!("TEMPORARY{remark}")))
}
