//! The texts of a file in JSON, TOML or YAML, with the keys that lead to them and their lines.

use saphyr_parser::{Event, Parser};
use toml::de::{DeTable, DeValue};

use crate::document::Node;
use crate::error::ToolMessage;

/// The maximum depth of nested tables.
const DEEPEST: usize = 60;

#[derive(Debug)]
pub(super) struct Leaf {
    pub(super) path: Vec<String>,
    pub(super) text: String,
    pub(super) line: usize,
}

/// The texts of a file with this extension, in its order.
pub(super) fn read(text: &str, extension: &str) -> Result<Vec<Leaf>, ToolMessage> {
    match extension {
        "json" => json(text),
        "toml" => toml(text),
        _ => yaml(text),
    }
}

fn unreadable(reason: &impl ToString) -> ToolMessage {
    ToolMessage::MessageSyntax { reason: reason.to_string() }
}

fn json(text: &str) -> Result<Vec<Leaf>, ToolMessage> {
    let root: Node = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    let mut finder = Finder { text, at: 0, line: 1, leaves: Vec::new() };
    finder.add(&root, &mut Vec::new());
    Ok(finder.leaves)
}

/// Finds the lines of keys in their order.
struct Finder<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    leaves: Vec<Leaf>,
}

impl Finder<'_> {
    fn add(&mut self, node: &Node, path: &mut Vec<String>) {
        match node {
            Node::Table(entries) => {
                for (key, value) in entries {
                    self.find(key);
                    path.push(key.clone());
                    self.add(value, path);
                    path.pop();
                }
            }
            Node::Text(text) if !path.is_empty() => self.push(text.clone(), path),
            Node::Integer(number) if !path.is_empty() => self.push(number.to_string(), path),
            _ => {}
        }
    }

    fn push(&mut self, text: String, path: &[String]) {
        self.leaves.push(Leaf { path: path.to_vec(), text, line: self.line });
    }

    /// Moves to a key, as JSON usually writes it.
    fn find(&mut self, key: &str) {
        let written = serde_json::to_string(key).unwrap_or_default();
        if let Some(found) = self.text[self.at..].find(&written) {
            let end = self.at + found + written.len();
            self.line += self.text[self.at..end].matches('\n').count();
            self.at = end;
        }
    }
}

fn toml(text: &str) -> Result<Vec<Leaf>, ToolMessage> {
    let table = DeTable::parse(text).map_err(|error| unreadable(&error.message()))?;
    let mut leaves = Vec::new();
    toml_leaves(table.get_ref(), &mut Vec::new(), &mut leaves);
    leaves.sort_by_key(|leaf: &Leaf| leaf.line);
    // Until here, places are in bytes.
    let (mut at, mut line) = (0, 1);
    for leaf in &mut leaves {
        line += text.as_bytes()[at..leaf.line].iter().filter(|&&byte| byte == b'\n').count();
        at = leaf.line;
        leaf.line = line;
    }
    Ok(leaves)
}

fn toml_leaves(table: &DeTable<'_>, path: &mut Vec<String>, leaves: &mut Vec<Leaf>) {
    for (key, value) in table {
        path.push(key.get_ref().to_string());
        let text = match value.get_ref() {
            DeValue::Table(inner) => {
                toml_leaves(inner, path, leaves);
                None
            }
            DeValue::String(text) => Some(text.to_string()),
            DeValue::Integer(number) => Some(number.as_str().to_owned()),
            _ => None,
        };
        leaves.extend(text.map(|text| Leaf { path: path.clone(), text, line: key.span().start }));
        path.pop();
    }
}

/// The state of the YAML reader: in a mapping that expects a key or has one, or in a list.
enum Place {
    Key,
    Value,
    List,
}

fn yaml(text: &str) -> Result<Vec<Leaf>, ToolMessage> {
    let mut leaves = Vec::new();
    let (mut places, mut path): (Vec<Place>, Vec<String>) = (Vec::new(), Vec::new());
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| unreadable(&error))?;
        if places.len() > DEEPEST {
            return Err(ToolMessage::TooDeep);
        }
        match event {
            Event::Alias(_) => return Err(ToolMessage::YamlAlias { line: span.start.line() }),
            Event::Scalar(text, ..) => match places.last_mut() {
                Some(place @ Place::Key) => {
                    *place = Place::Value;
                    path.push(text.into_owned());
                }
                Some(place @ Place::Value) => {
                    *place = Place::Key;
                    let line = span.start.line();
                    let in_list = places.iter().any(|place| matches!(place, Place::List));
                    if !in_list {
                        leaves.push(Leaf { path: path.clone(), text: text.into_owned(), line });
                    }
                    path.pop();
                }
                Some(Place::List) | None => {}
            },
            Event::MappingStart(..) => places.push(Place::Key),
            Event::SequenceStart(..) => places.push(Place::List),
            Event::MappingEnd | Event::SequenceEnd => {
                places.pop();
                match places.last_mut() {
                    Some(place @ Place::Value) => {
                        *place = Place::Key;
                        path.pop();
                    }
                    // A mapping as a key has no name.
                    Some(place @ Place::Key) => {
                        *place = Place::Value;
                        path.push(String::new());
                    }
                    Some(Place::List) | None => {}
                }
            }
            _ => {}
        }
    }
    Ok(leaves)
}
