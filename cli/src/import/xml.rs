//! XML as a tree of elements with their lines. Entities are not expanded and no other file is opened.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::error::{Error, ToolMessage};

/// The maximum nesting depth of elements.
const DEEPEST: usize = 64;

/// An element with its content.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) line: usize,
    attributes: Vec<(String, String)>,
    pub(super) content: Vec<Content>,
}

/// The content of an element.
#[derive(Debug)]
pub(super) enum Content {
    Text(String),
    Element(Element),
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The child elements.
    pub(super) fn children(&self) -> impl Iterator<Item = &Self> {
        self.content.iter().filter_map(|content| match content {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        })
    }

    /// The child elements of this name.
    pub(super) fn named(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.children().filter(move |child| child.name == name)
    }
}

/// Parses XML into a tree. Only predefined entities and no DOCTYPE are allowed.
pub(super) fn read(text: &str) -> Result<Element, Error> {
    let mut reader = Reader::from_str(text);
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event();
        let line = lines.at(usize::try_from(reader.buffer_position()).unwrap_or(text.len()));
        let no_xml = |reason: String| Error::new(ToolMessage::BadXml { line, reason });
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
        Error::new(ToolMessage::BadXml { line: 1, reason: ToolMessage::NoElement.to_string() })
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
