//! A whole table as a tree, the same in JSON and in TOML: what `list --format json` writes and `import` reads. Keys keep
//! their order, and a table may have one twice.

pub(crate) mod node;
mod table;

use code_registry_table::{Argument, ArgumentKind, Message, Piece, Row, Words};
use serde::{Serialize, Serializer};

use crate::display_text::Pattern;
use crate::error::{Error, ToolMessage};
use crate::toml_text::quoting;
pub(crate) use node::Node;
use node::sort;
pub(crate) use table::{enumeration, header, imported, language, of, part, property, registry, row, row_in};

/// Tables of tables: each of these has a header of its own.
pub(crate) const FAMILIES: [&str; 5] = ["language", "property", "enum", "range", "code"];

/// A table of the format: `[registry]`, `[property.retryable]`, `[code.2001]`, … in the order in which they are written.
#[derive(Debug, PartialEq)]
pub(crate) struct Document {
    sections: Vec<Section>,
}

/// A header with its keys.
#[derive(Debug, PartialEq)]
pub(crate) struct Section {
    pub(crate) path: Vec<String>,
    pub(crate) fields: Vec<(String, Node)>,
    /// The line of the file that it comes from, if it is known.
    pub(crate) line: Option<usize>,
}

impl Section {
    pub(crate) fn to_toml(&self) -> String {
        quoting::section(&self.path, &self.fields)
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

    /// The document without an order of sections and of keys.
    pub(crate) fn sorted(mut self) -> Self {
        self.sections.iter_mut().for_each(|section| sort(&mut section.fields));
        self.sections.sort_unstable_by(|one, other| one.path.cmp(&other.path));
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
        let groups = ["registry", "lint", "part"]
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
        .map_err(|error| Error::new(ToolMessage::NoJson { reason: error.to_string() }))?;
    let Node::Table(entries) = root else { return Err(Error::new(ToolMessage::NoTables)) };
    if !entries.is_empty() && entries.iter().all(|(key, _)| key.ends_with(".toml")) {
        return entries.into_iter().map(|(name, table)| named(name, table)).collect();
    }
    Ok(vec![(None, document(entries)?)])
}

fn named(name: String, table: Node) -> Result<(Option<String>, Document), Error> {
    if name.contains(['/', '\\']) {
        return Err(Error::new(ToolMessage::NoFileName { name }));
    }
    let table = document(object(table, &name)?)?;
    Ok((Some(name), table))
}

/// The sections without a check of their content: the table is checked later.
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
        _ => Err(Error::new(ToolMessage::NoObject { what: what.to_owned() })),
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

/// The arguments, unless they are those that the message in the default language implies.
fn arguments(row: &Row) -> Option<Node> {
    let mut implied = Vec::new();
    row.message.get(0).iter().for_each(|message| imply(message, &mut implied));
    let declared: Vec<_> = row.arguments.iter().map(|argument| argument.kind).enumerate().collect();
    (implied != declared).then(|| Node::Table(declarations(row)))
}

/// "Without `args`, the default language's message is the contract": in the order of use, and a number if one chooses a
/// plural.
fn imply(message: &Message, implied: &mut Vec<(usize, ArgumentKind)>) {
    let mut add =
        |index, kind: Option<ArgumentKind>| match implied.iter_mut().find(|(known, _)| *known == index) {
            Some(known) => known.1 = kind.filter(|kind| *kind != ArgumentKind::Text).unwrap_or(known.1),
            None => implied.extend(kind.map(|kind| (index, kind))),
        };
    match message {
        Message::Pattern(pieces) => {
            for piece in pieces {
                if let Piece::Argument(index) = piece {
                    add(*index, Some(ArgumentKind::Text));
                }
            }
        }
        Message::Choice(choice) => {
            add(choice.argument, ArgumentKind::implied_by(choice.selector));
            choice.all_cases().for_each(|(_, message)| imply(message, implied));
        }
    }
}

/// The declarations of all arguments of a row.
pub(crate) fn declarations(row: &Row) -> Vec<(String, Node)> {
    row.arguments.iter().map(|argument| (argument.name.clone(), declaration(argument))).collect()
}

/// The declaration of an argument in `args`.
pub(crate) fn declaration(argument: &Argument) -> Node {
    match &argument.words {
        Words::List(words) => Node::texts(words),
        Words::None | Words::Enum { .. } => Node::text(argument.declaration()),
    }
}
