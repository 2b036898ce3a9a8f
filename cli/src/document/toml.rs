//! How a table is laid out as a file.

use std::fmt::Write as _;

use super::{Node, Section};

/// A header and a line for each key; a text in several languages has a line for each of them.
pub(super) fn section(section: &Section) -> String {
    let path = keys(&section.path.iter().map(String::as_str).collect::<Vec<_>>());
    let mut out = format!("[{path}]\n");
    let mut notes = String::new();
    for (name, value) in &section.fields {
        match (name.as_str(), value) {
            ("title" | "name" | "description" | "message" | "help", Node::Table(texts)) => {
                for (tag, text) in texts {
                    let _ = writeln!(out, "{name}.{} = {}", key(tag), self::value(text));
                }
            }
            ("note", Node::List(list)) if list.iter().all(|note| matches!(note, Node::Table(_))) => {
                list.iter().for_each(|note| push_note(&mut notes, &path, note));
            }
            _ => {
                let _ = writeln!(out, "{} = {}", key(name), self::value(value));
            }
        }
    }
    out + &notes
}

fn push_note(out: &mut String, path: &str, note: &Node) {
    let _ = writeln!(out, "[[{path}.note]]");
    if let Node::Table(texts) = note {
        for (tag, text) in texts {
            let _ = writeln!(out, "{} = {}", key(tag), value(text));
        }
    }
}

/// Keys that lead to each other: `name.it`.
pub(crate) fn keys(path: &[&str]) -> String {
    path.iter().map(|key| self::key(key)).collect::<Vec<_>>().join(".")
}

/// A key, in quotes where it needs them.
fn key(key: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    if !key.is_empty() && key.bytes().all(is_bare) { key.to_owned() } else { text(key) }
}

/// A value on one line.
pub(crate) fn value(node: &Node) -> String {
    match node {
        Node::Bool(value) => value.to_string(),
        Node::Integer(value) => value.to_string(),
        Node::Fraction(value) => format!("{value:?}"),
        Node::Text(text) => self::text(text),
        Node::List(values) => format!("[{}]", values.iter().map(value).collect::<Vec<_>>().join(", ")),
        Node::Table(entries) => {
            let entries: Vec<_> =
                entries.iter().map(|(name, entry)| format!("{} = {}", key(name), value(entry))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}

fn text(text: &str) -> String {
    let mut out = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ if character.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out + "\""
}
