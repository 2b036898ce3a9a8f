//! The values of a file in JSON, TOML or YAML, with the keys that lead to them and their lines.

use std::fmt;

use saphyr_parser::{Event, Parser, ScalarStyle};
use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::de::{DeTable, DeValue};

use crate::error::ToolMessage;

/// The maximum depth of nested tables.
const DEEPEST: usize = 60;

#[derive(Debug)]
pub(super) struct Leaf {
    pub(super) path: Vec<String>,
    /// A text or an integer; otherwise the reason why the value is not imported.
    pub(super) text: Result<String, ToolMessage>,
    pub(super) line: usize,
}

/// The values of a file with this extension, in its order.
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
    let root: Value = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    let mut finder = Finder { text, at: 0, line: 1, leaves: Vec::new() };
    finder.add(root, &mut Vec::new());
    Ok(finder.leaves)
}

/// A value of JSON. Keys keep their order.
enum Value {
    Text(String),
    Table(Vec<(String, Value)>),
    Other,
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueReader)
    }
}

struct ValueReader;

impl<'de> Visitor<'de> for ValueReader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Value::Table(entries))
    }
}

/// Finds the lines of keys in their order.
struct Finder<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    leaves: Vec<Leaf>,
}

impl Finder<'_> {
    fn add(&mut self, value: Value, path: &mut Vec<String>) {
        let text = match value {
            Value::Table(entries) => {
                for (key, value) in entries {
                    self.find(&key);
                    path.push(key);
                    self.add(value, path);
                    path.pop();
                }
                return;
            }
            Value::Text(text) => Ok(text),
            Value::Other => Err(ToolMessage::NotAText),
        };
        if !path.is_empty() {
            self.leaves.push(Leaf { path: path.clone(), text, line: self.line });
        }
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
    leaves.sort_by_cached_key(|leaf: &Leaf| leaf.line);
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
        let line = key.span().start;
        let leaf = |text| Leaf { path: path.clone(), text, line };
        match value.get_ref() {
            DeValue::Table(inner) => toml_leaves(inner, path, leaves),
            DeValue::String(text) => leaves.push(leaf(Ok(text.to_string()))),
            DeValue::Integer(number) => leaves.push(leaf(Ok(number.as_str().to_owned()))),
            _ => leaves.push(leaf(Err(ToolMessage::NotAText))),
        }
        path.pop();
    }
}

/// `null` in YAML, without quotes.
const NULLS: [&str; 5] = ["", "~", "null", "Null", "NULL"];

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
        let line = span.start.line();
        let in_list = places.iter().any(|place| matches!(place, Place::List));
        match event {
            Event::Alias(_) => return Err(ToolMessage::YamlAlias { line }),
            Event::Scalar(text, style, ..) => match places.last_mut() {
                Some(place @ Place::Key) => {
                    *place = Place::Value;
                    path.push(text.into_owned());
                }
                Some(place @ Place::Value) => {
                    *place = Place::Key;
                    if !in_list {
                        let is_null = style == ScalarStyle::Plain && NULLS.contains(&&*text);
                        let text = if is_null { Err(ToolMessage::NotAText) } else { Ok(text.into_owned()) };
                        leaves.push(Leaf { path: path.clone(), text, line });
                    }
                    path.pop();
                }
                Some(Place::List) | None => {}
            },
            Event::MappingStart(..) => places.push(Place::Key),
            Event::SequenceStart(..) => {
                if matches!(places.last(), Some(Place::Value)) && !in_list {
                    leaves.push(Leaf { path: path.clone(), text: Err(ToolMessage::NotAText), line });
                }
                places.push(Place::List);
            }
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
