//! A value of JSON or of TOML. Keys keep their order, and a table may have one twice.

use core::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Bool(bool),
    Integer(i128),
    /// No key of a table has a date: it is kept only so that its place can be reported.
    Fraction(f64),
    Text(String),
    List(Vec<Node>),
    Table(Vec<(String, Node)>),
}

impl Node {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(crate) fn texts<'a>(texts: impl IntoIterator<Item = &'a String>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    /// The values of a list.
    pub(crate) fn values(&self) -> &[Self] {
        if let Self::List(values) = self { values } else { &[] }
    }

    /// The keys and values of a table.
    pub(crate) fn entries(&self) -> &[(String, Self)] {
        if let Self::Table(entries) = self { entries } else { &[] }
    }

    /// The value of a key of a table.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }
}

/// Sorts keys, at any depth.
pub(super) fn sort(entries: &mut [(String, Node)]) {
    entries.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    entries.iter_mut().for_each(|(_, value)| value.sort());
}

impl Node {
    fn sort(&mut self) {
        match self {
            Self::Table(entries) => sort(entries),
            Self::List(values) => values.iter_mut().for_each(Self::sort),
            Self::Bool(_) | Self::Integer(_) | Self::Fraction(_) | Self::Text(_) => {}
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i128(*value),
            Self::Fraction(value) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(values) => serializer.collect_seq(values),
            Self::Table(entries) => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(deserializer.deserialize_any(Reader)?.unwrap_or(Self::Table(Vec::new())))
    }
}

/// Reads a value; `None` is `null`, which stands for a missing value.
struct Reader;

struct OrNull(Option<Node>);

impl<'de> Deserialize<'de> for OrNull {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

impl<'de> Visitor<'de> for Reader {
    type Value = Option<Node>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Some(Node::Bool(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Some(Node::Integer(value.into())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Some(Node::Integer(value.into())))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Some(Node::Fraction(value)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(Node::text(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        while let Some(OrNull(value)) = list.next_element()? {
            values.extend(value);
        }
        Ok(Some(Node::List(values)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, OrNull(value))) = map.next_entry()? {
            entries.extend(value.map(|value| (key, value)));
        }
        Ok(Some(Node::Table(entries)))
    }
}
