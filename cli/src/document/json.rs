//! Tables as JSON: the keys of the format, `{"registry": {…}, "code": {"2001": {…}}}`.

use serde::{Serialize, Serializer};

use super::{Document, FAMILIES, Node, Section};
use crate::error::{Error, ToolMessage};

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
