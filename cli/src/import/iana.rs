//! IANA registries (<https://www.iana.org/protocols>) in the XML that IANA publishes.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::records::{self, Record, text};
use crate::display_text;
use crate::document::{Document, Node};
use crate::error::{Error, ToolMessage};

/// The language of IANA's texts.
const LANGUAGE: &str = "en";

/// The table of a registry in the file: the one with the requested id or title, or the only one.
pub(crate) fn table(file: &str, requested: Option<&str>) -> Result<Document, Error> {
    let root = read_xml(file)?;
    let mut all = Vec::new();
    collect(&root, &mut all);
    let chosen = choose(&all, requested)?;
    let records: Vec<_> = chosen.named("record").map(record).collect::<Result<_, _>>()?;
    records::table(head(chosen), Vec::new(), records)
}

/// Collects the registries that have records.
fn collect<'a>(element: &'a Element, out: &mut Vec<&'a Element>) {
    if element.name == "registry" {
        out.extend(element.named("record").next().map(|_| element));
        element.children().for_each(|child| collect(child, out));
    }
}

fn choose<'a>(all: &[&'a Element], requested: Option<&str>) -> Result<&'a Element, Error> {
    let is_asked_for = |registry: &&&Element| {
        requested.is_some_and(|name| id(registry) == name || title(registry).eq_ignore_ascii_case(name))
    };
    match (all, all.iter().find(is_asked_for), requested) {
        (_, Some(found), _) | ([found], None, None) => Ok(found),
        ([], None, _) => Err(Error::trouble(ToolMessage::NoRegistry)),
        (_, None, name) => {
            let list: Vec<_> =
                all.iter().map(|registry| format!("\n  {}  {}", id(registry), title(registry))).collect();
            let failure = match name {
                Some(name) => Error::trouble(ToolMessage::UnknownRegistry { name: name.to_owned() }),
                None => Error::trouble(ToolMessage::SeveralRegistries { count: all.len() }),
            };
            Err(failure.help(ToolMessage::RegistriesAre { list: list.concat() }))
        }
    }
}

fn id(registry: &Element) -> &str {
    registry.attribute("id").unwrap_or_default()
}

fn title(registry: &Element) -> String {
    registry.named("title").next().map(flat).unwrap_or_default()
}

fn head(registry: &Element) -> Vec<(String, Node)> {
    let mut fields = vec![text("title", LANGUAGE, &title(registry))];
    fields.push(("languages".to_owned(), Node::List(vec![Node::text(LANGUAGE)])));
    let references = addresses(registry.named("xref"));
    fields.extend((!references.is_empty()).then(|| ("reference".to_owned(), Node::texts(&references))));
    let notes = registry.named("note").map(flat).filter(|note| !note.is_empty());
    let notes: Vec<_> =
        notes.map(|note| Node::Table(vec![(LANGUAGE.to_owned(), Node::Text(note))])).collect();
    fields.extend((!notes.is_empty()).then_some(("note".to_owned(), Node::List(notes))));
    fields
}

/// The text of an element on one line, with its references as citations.
fn flat(element: &Element) -> String {
    display_text::one_line(&raw(element))
}

fn raw(element: &Element) -> String {
    let parts = element.content.iter().map(|content| match content {
        Content::Text(text) => text.clone(),
        Content::Element(inner) if inner.name == "xref" => cited(inner),
        Content::Element(inner) if inner.name == "br" => " ".to_owned(),
        Content::Element(inner) => raw(inner),
    });
    parts.collect()
}

/// A longer text is a description rather than a name.
const LONGEST_NAME: usize = 60;

/// The elements that may hold the value of a record.
const VALUES: [&str; 2] = ["value", "code"];

fn record(record: &Element) -> Result<Record, Error> {
    let value = VALUES.iter().find_map(|name| record.named(name).next()).map(flat);
    let value = value.filter(|value| !value.is_empty());
    let value = value.ok_or_else(|| Error::trouble(ToolMessage::NoValueHere { line: record.line }))?;
    let part = |name: &str| record.named(name).next().map(flat).filter(|text| !text.is_empty());
    let name = part("name").or_else(|| part("summary"));
    let description = part("description");
    let called = name.clone().or_else(|| description.clone()).unwrap_or_else(|| value.clone());
    let mut fields = Vec::new();
    if let Some(status) = status(&called) {
        fields.push(("status".to_owned(), Node::text(status)));
    }
    match (&name, &description) {
        (Some(name), None) => fields.push(text("name", LANGUAGE, name)),
        (Some(name), Some(description)) => {
            fields.push(text("name", LANGUAGE, name));
            fields.push(text("description", LANGUAGE, description));
        }
        (None, _) if called.chars().count() > LONGEST_NAME => {
            fields.push(text("description", LANGUAGE, &called));
        }
        (None, _) => fields.push(text("name", LANGUAGE, &called)),
    }
    fields.extend(record.attribute("date").map(|date| ("since".to_owned(), Node::text(date))));
    let references = addresses_within(record);
    fields.extend((!references.is_empty()).then(|| ("reference".to_owned(), Node::texts(&references))));
    Ok(Record { line: record.line, value, symbol: None, called, fields })
}

/// The status that a record's text indicates; `None` if the value is assigned.
fn status(called: &str) -> Option<&'static str> {
    let text = called.to_lowercase();
    let begins = |start: &str| text.trim_start_matches('(').starts_with(start);
    match () {
        () if begins("unassigned") => Some("unassigned"),
        () if text.contains("private use") => Some("private-use"),
        () if text.contains("experimental use") || begins("rfc3692") => Some("experimental-use"),
        () if begins("reserved") || begins("unused") => Some("reserved"),
        () if text.contains("(deprecated") || text.contains("(obsolete") => Some("deprecated"),
        () => None,
    }
}

/// The addresses of all references in a record at any depth, without duplicates.
fn addresses_within(element: &Element) -> Vec<String> {
    let mut found = Vec::new();
    collect_references(element, &mut found);
    addresses(found.into_iter())
}

fn collect_references<'a>(element: &'a Element, out: &mut Vec<&'a Element>) {
    for child in element.children() {
        if child.name == "xref" { out.push(child) } else { collect_references(child, out) }
    }
}

/// The addresses without duplicates. Persons and notes have none.
fn addresses<'a>(references: impl Iterator<Item = &'a Element>) -> Vec<String> {
    let mut addresses = Vec::new();
    for address in references.filter_map(address) {
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    addresses
}

fn address(reference: &Element) -> Option<String> {
    let data = reference.attribute("data").unwrap_or_default().trim();
    let text = inside(reference);
    let address = match reference.attribute("type")? {
        "rfc" => format!("https://www.rfc-editor.org/rfc/{}.html{}", data.to_lowercase(), anchor(&text)),
        "bcp" | "std" => format!("https://www.rfc-editor.org/info/{}", data.to_lowercase()),
        "rfc-errata" => format!("https://www.rfc-editor.org/errata/eid{data}"),
        "draft" => format!("https://datatracker.ietf.org/doc/{}/", data.trim_start_matches("RFC-ietf-")),
        "registry" => format!("https://www.iana.org/assignments/{data}"),
        "uri" => data.to_owned(),
        "text" => text,
        _ => return None,
    };
    Some(address).filter(|address| !address.is_empty())
}

/// `RFC9113, Section 6.1` becomes `#section-6.1`.
fn anchor(text: &str) -> String {
    let section = text.split_once("Section ").map(|(_, rest)| rest);
    let section = section
        .and_then(|rest| rest.split([' ', ',', ';', ')']).next())
        .map(|number| number.trim_end_matches('.'));
    let is_number = |number: &&str| {
        !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit() || digit == '.')
    };
    section.filter(is_number).map(|number| format!("#section-{number}")).unwrap_or_default()
}

/// The citation of a reference, such as `RFC 7936`.
fn cited(reference: &Element) -> String {
    let data = reference.attribute("data").unwrap_or_default();
    match (inside(reference), reference.attribute("type")) {
        (_, Some("note")) => String::new(),
        (text, _) if !text.is_empty() => text,
        (_, Some("rfc")) => data.to_lowercase().replace("rfc", "RFC "),
        _ => data.to_owned(),
    }
}

fn inside(reference: &Element) -> String {
    let has_text = reference.content.iter().any(|content| matches!(content, Content::Text(_)));
    if has_text { flat(reference) } else { String::new() }
}

/// The maximum nesting depth of elements.
const DEEPEST: usize = 64;

/// An element with its content.
#[derive(Debug, Default)]
struct Element {
    name: String,
    line: usize,
    attributes: Vec<(String, String)>,
    content: Vec<Content>,
}

/// The content of an element.
#[derive(Debug)]
enum Content {
    Text(String),
    Element(Element),
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The child elements.
    fn children(&self) -> impl Iterator<Item = &Self> {
        self.content.iter().filter_map(|content| match content {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        })
    }

    /// The child elements of this name.
    fn named(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.children().filter(move |child| child.name == name)
    }
}

/// Parses XML into a tree. Only predefined entities and no DOCTYPE are allowed.
fn read_xml(text: &str) -> Result<Element, Error> {
    let mut reader = Reader::from_str(text);
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event();
        let line = lines.at(usize::try_from(reader.buffer_position()).unwrap_or(text.len()));
        let no_xml = |reason: String| Error::trouble(ToolMessage::BadXml { line, reason });
        match event.map_err(|error| no_xml(error.to_string()))? {
            Event::Start(_) if open.len() > DEEPEST => return Err(no_xml(ToolMessage::TooDeep.to_string())),
            Event::Start(start) => open.push(element(&start, line).map_err(no_xml)?),
            Event::Empty(start) => push(&mut open, Content::Element(element(&start, line).map_err(no_xml)?)),
            Event::End(_) => {
                let closed = open.pop().unwrap_or_default();
                push(&mut open, Content::Element(closed));
            }
            Event::Text(text) => push(&mut open, Content::Text(text.to_string())),
            Event::CData(text) => push(&mut open, Content::Text(text.to_string())),
            Event::GeneralRef(reference) => {
                let name = &*reference;
                let text = character(name)
                    .ok_or_else(|| no_xml(ToolMessage::Entity { name: name.to_owned() }.to_string()))?;
                push(&mut open, Content::Text(text.to_string()));
            }
            Event::DocType(_) => return Err(no_xml(ToolMessage::DocType.to_string())),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => break,
        }
    }
    let root = open.swap_remove(0).content.into_iter().find_map(|content| match content {
        Content::Element(root) => Some(root),
        Content::Text(_) => None,
    });
    root.ok_or_else(|| {
        Error::trouble(ToolMessage::BadXml { line: 1, reason: ToolMessage::NoElement.to_string() })
    })
}

fn push(open: &mut [Element], content: Content) {
    if let Some(element) = open.last_mut() {
        element.content.push(content);
    }
}

fn element(start: &BytesStart<'_>, line: usize) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value =
            quick_xml::escape::unescape(&attribute.value).map_err(|error| error.to_string())?.into_owned();
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
    }
    Ok(Element { name: start.local_name().as_ref().to_owned(), line, attributes, content: Vec::new() })
}

/// The character of `amp` or `#8212`.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix('x') {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return char::from_u32(number.ok()?);
    }
    quick_xml::escape::resolve_predefined_entity(name)?.chars().next()
}

/// Converts ascending positions to line numbers.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn at(&mut self, place: usize) -> usize {
        let place = place.clamp(self.at, self.text.len());
        self.line += self.text.as_bytes()[self.at..place].iter().filter(|&&byte| byte == b'\n').count();
        self.at = place;
        self.line
    }
}
