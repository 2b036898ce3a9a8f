//! A whole table as a tree, the same in JSON and in TOML: what `list --format json` writes and `import` reads. Keys keep
//! their order, and a table may have one twice.

mod table;

use core::fmt;

use code_registry_table::{Argument, ArgumentKind, Message, Piece, Row};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::display_text::Pattern;
use crate::error::{Error, ToolMessage};
use crate::toml_text::quoting;
pub(crate) use table::{enumeration, header, imported, language, of, property, registry, row, row_in};

/// Tables of tables: each of these has a header of its own.
pub(crate) const FAMILIES: [&str; 5] = ["language", "property", "enum", "range", "code"];

/// A table of the format: `[registry]`, `[property.retryable]`, `[code.2001]`, … in the order in which they are written.
#[derive(Debug, PartialEq)]
pub(crate) struct Document {
    sections: Vec<Section>,
}

/// A header and what stands under it.
#[derive(Debug, PartialEq)]
pub(crate) struct Section {
    pub(crate) path: Vec<String>,
    pub(crate) fields: Vec<(String, Node)>,
    /// The line of the file that it comes from, where that is known.
    pub(crate) line: Option<usize>,
}

impl Section {
    pub(crate) fn to_toml(&self) -> String {
        quoting::section(self)
    }
}

impl Document {
    pub(crate) fn new(sections: Vec<Section>) -> Self {
        Self { sections }
    }

    /// The table as a file.
    pub(crate) fn to_toml(&self) -> String {
        self.sections.iter().map(Section::to_toml).collect::<Vec<_>>().join("\n")
    }

    /// The same without an order: of sections, and of keys wherever they are.
    pub(crate) fn sorted(mut self) -> Self {
        self.sections.iter_mut().for_each(|section| sort(&mut section.fields));
        self.sections.sort_by(|one, other| one.path.cmp(&other.path));
        self
    }

    /// Whether any section has this key.
    pub(crate) fn has_key(&self, key: &str) -> bool {
        self.sections.iter().any(|section| section.fields.iter().any(|(known, _)| known == key))
    }

    /// The lines that bytes of the [file](Self::to_toml) come from, and their sections.
    pub(crate) fn origins(&self, places: impl Iterator<Item = usize>) -> Vec<(usize, String)> {
        let end = |end: &mut usize, section: &Section| {
            *end += section.to_toml().len() + 1;
            Some(*end)
        };
        let ends: Vec<usize> = self.sections.iter().scan(0, end).collect();
        let origin = |at| {
            let section = self.sections.get(ends.partition_point(|&end| end <= at))?;
            let path = section.path.iter().map(String::as_str);
            Some((section.line?, format!("[{}]", quoting::keys(path))))
        };
        places.filter_map(origin).collect()
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let groups = ["registry", "lint"]
            .into_iter()
            .chain(FAMILIES)
            .filter_map(|name| Some((name, self.group(name)?)));
        serializer.collect_map(groups)
    }
}

impl Document {
    fn group(&self, name: &str) -> Option<Node> {
        let mut sections = self.sections.iter().filter(|section| section.path[0] == name).peekable();
        let first = sections.peek()?;
        if first.path.len() == 1 {
            return Some(Node::Table(first.fields.clone()));
        }
        let entry = |section: &Section| (section.path[1].clone(), Node::Table(section.fields.clone()));
        Some(Node::Table(sections.map(entry).collect()))
    }
}

/// The tables of a file: one, or several under the names of the files that they become.
pub(crate) fn read(text: &str) -> Result<Vec<(Option<String>, Document)>, Error> {
    let root: Node = serde_json::from_str(text)
        .map_err(|error| Error::trouble(ToolMessage::NoJson { reason: error.to_string() }))?;
    let Node::Table(entries) = root else { return Err(Error::trouble(ToolMessage::NoTables)) };
    if !entries.is_empty() && entries.iter().all(|(key, _)| key.ends_with(".toml")) {
        return entries.into_iter().map(|(name, table)| named(name, table)).collect();
    }
    Ok(vec![(None, document(entries)?)])
}

fn named(name: String, table: Node) -> Result<(Option<String>, Document), Error> {
    if name.contains(['/', '\\']) {
        return Err(Error::trouble(ToolMessage::NoFileName { name }));
    }
    let table = document(object(table, &name)?)?;
    Ok((Some(name), table))
}

/// The sections as they stand; what is wrong inside of one is for the check to say.
fn document(entries: Vec<(String, Node)>) -> Result<Document, Error> {
    let mut sections = Vec::new();
    for (key, value) in entries {
        let fields = object(value, &key)?;
        if !FAMILIES.contains(&key.as_str()) {
            sections.push(Section { path: vec![key], fields, line: None });
            continue;
        }
        for (inner, value) in fields {
            let fields = object(value, &format!("{key}.{inner}"))?;
            sections.push(Section { path: vec![key.clone(), inner], fields, line: None });
        }
    }
    Ok(Document { sections })
}

fn object(value: Node, what: &str) -> Result<Vec<(String, Node)>, Error> {
    match value {
        Node::Table(entries) => Ok(entries),
        _ => Err(Error::trouble(ToolMessage::NoObject { what: what.to_owned() })),
    }
}

/// A text, or a table that chooses between sentences.
pub(crate) fn message_node(pattern: Pattern<'_>) -> Node {
    match pattern.message {
        Message::Pattern(pieces) => Node::Text(pattern.sentence(pieces)),
        Message::Choice(choice) => {
            let argument = Node::text(pattern.name(choice.argument));
            let cases = pattern.cases(choice).map(|(case, message)| (case, message_node(message)));
            let selector = choice.selector.name().to_owned();
            Node::Table([(selector, argument)].into_iter().chain(cases).collect())
        }
    }
}

/// The arguments, where they are not those that the message in the default language implies.
fn arguments(row: &Row) -> Option<Node> {
    let mut implied = Vec::new();
    row.message.get(0).iter().for_each(|message| imply(message, &mut implied));
    let declared: Vec<_> = row.arguments.iter().map(|argument| argument.kind).enumerate().collect();
    (implied != declared).then(|| Node::Table(row.arguments.iter().map(argument).collect()))
}

/// "Without `args`, the default language's message is the contract": in the order of use, and a number where one chooses
/// a plural.
fn imply(message: &Message, implied: &mut Vec<(usize, ArgumentKind)>) {
    let mut add = |index, kind| match implied.iter_mut().find(|(known, _)| *known == index) {
        Some(known) if kind != ArgumentKind::Text => known.1 = kind,
        Some(_) => {}
        None => implied.push((index, kind)),
    };
    match message {
        Message::Pattern(pieces) => {
            for piece in pieces {
                if let Piece::Argument(index) = piece {
                    add(*index, ArgumentKind::Text);
                }
            }
        }
        Message::Choice(choice) => {
            add(choice.argument, ArgumentKind::implied_by(choice.selector));
            choice.cases.iter().for_each(|(_, message)| imply(message, implied));
            imply(&choice.other, implied);
        }
    }
}

fn argument(argument: &Argument) -> (String, Node) {
    (argument.name.clone(), Node::text(argument.kind.name()))
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Bool(bool),
    Integer(i128),
    /// No key of a table has one: this is here to be refused with its place.
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
fn sort(entries: &mut [(String, Node)]) {
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
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

/// Reads a value; none is `null`, which stands for what is not there.
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
