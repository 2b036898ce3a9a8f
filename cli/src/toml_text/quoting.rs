//! Keys and values as text: strings in the quotes that need the fewest escapes.

use std::fmt::Write as _;

use code_registry_table::{TextKind, schema};

use crate::document::node::Node;

/// A dotted key: `name.it`.
pub(crate) fn keys<'a>(path: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for name in path {
        if !out.is_empty() {
            out.push('.');
        }
        out.push_str(&key(name));
    }
    out
}

/// A key, in quotes if it needs them.
pub(crate) fn key(key: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    if !key.is_empty() && key.bytes().all(is_bare) { key.to_owned() } else { quoted(key) }
}

/// A value on one line.
pub(crate) fn value(node: &Node) -> String {
    match node {
        Node::Bool(value) => value.to_string(),
        Node::Integer(value) => value.to_string(),
        Node::Fraction(value) => format!("{value:?}"),
        Node::Text(text) => quoted(text),
        Node::List(values) => format!("[{}]", values.iter().map(value).collect::<Vec<_>>().join(", ")),
        Node::Table(entries) => {
            let entry = |(name, entry): &(String, Node)| format!("{} = {}", key(name), value(entry));
            let entries: Vec<_> = entries.iter().map(entry).collect();
            if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
        }
    }
}

/// A value in the form of the one that it replaces.
pub(super) fn like(value: &Node, old: &str) -> String {
    let Node::Text(text) = value else { return self::value(value) };
    let is_several_lines = old.starts_with("\"\"\"") || old.starts_with("'''");
    let is_plain = !text.contains('\'') && !text.contains(hides);
    match old.as_bytes() {
        _ if is_several_lines && text.contains('\n') => {
            if has_hidden(text) {
                let lines: Vec<_> = text.split('\n').map(escaped).collect();
                format!("\"\"\"\n{}\"\"\"", lines.join("\n"))
            } else {
                lines(text)
            }
        }
        [b'\'', ..] if is_plain => format!("'{text}'"),
        _ => quoted(text),
    }
}

/// A string of a formatted file on its own line; `written` is its present form, with quotes.
pub(super) fn line(written: &str, text: &str) -> String {
    let is_one_line = !text.contains('\n') || is_kept(written) || !reads_well(text);
    if is_one_line { inline(written, text) } else { lines(text) }
}

/// A string of a formatted file among other values.
pub(super) fn inline(written: &str, text: &str) -> String {
    if is_kept(written) { written.to_owned() } else { quoted(text) }
}

/// Whether the author chose the form for a reason: several lines, or characters that would be invisible.
fn is_kept(written: &str) -> bool {
    let is_several_lines = written.starts_with("\"\"\"") || written.starts_with("'''");
    is_several_lines || (written.starts_with('"') && has_unusual_escape(written))
}

/// Whether there is an escape other than those of quotes, backslashes, line breaks and tabs.
fn has_unusual_escape(written: &str) -> bool {
    let mut characters = written.chars();
    while let Some(character) = characters.next() {
        if character == '\\' && !characters.next().is_some_and(|escaped| "\"\\nt".contains(escaped)) {
            return true;
        }
    }
    false
}

/// Whether all of a text is visible when it is written over several lines.
fn reads_well(text: &str) -> bool {
    let is_visible = |line: &str| !line.ends_with([' ', '\t']);
    text.trim_end_matches('\n').contains('\n') && text.split('\n').all(is_visible) && !has_hidden(text)
}

fn has_hidden(text: &str) -> bool {
    text.contains(|character| hides(character) && !matches!(character, '\n' | '\t'))
}

/// A text over several lines.
fn lines(text: &str) -> String {
    let is_literal = text.contains('\\') && !text.contains("'''") && !text.ends_with('\'');
    if is_literal {
        return format!("'''\n{text}'''");
    }
    let escaped = text.replace('\\', "\\\\").replace("\"\"\"", "\"\"\\\"");
    let escaped = match escaped.strip_suffix('"') {
        Some(rest) => format!("{rest}\\\""),
        None => escaped,
    };
    format!("\"\"\"\n{escaped}\"\"\"")
}

/// A text on one line: in single quotes if it would need escapes in double ones.
pub(super) fn quoted(text: &str) -> String {
    let is_literal = text.contains(['"', '\\']) && !text.contains('\'') && !text.contains(hides);
    if is_literal { format!("'{text}'") } else { format!("\"{}\"", escaped(text)) }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ if hides(character) => {
                let _ = write!(out, "\\u{:04X}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out
}

/// Whether no table may contain the character unescaped: a control character, or one that changes the direction of the
/// text.
fn hides(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}')
}

/// A header and a line for each key; a text in several languages has a line for each of them.
pub(crate) fn section(path: &[String], fields: &[(String, Node)]) -> String {
    let is_row = path.first().is_some_and(|kind| super::is_row(kind));
    let path = keys(path.iter().map(String::as_str));
    let mut out = format!("[{path}]\n");
    let mut notes = String::new();
    for (name, value) in fields {
        match (name.as_str(), value) {
            (key, Node::List(list))
                if key == TextKind::Note.key() && list.iter().all(|note| matches!(note, Node::Table(_))) =>
            {
                for note in list {
                    let _ = writeln!(notes, "[[{path}.{key}]]");
                    write_lines(&mut notes, "", note);
                }
            }
            (name, Node::Table(_)) if is_row && schema::ROW.key(name).is_none() => {
                write_lines(&mut out, &format!("{name}."), value);
            }
            (name, value) => write_field(&mut out, name, value),
        }
    }
    out + &notes
}

/// The lines of a key.
pub(super) fn write_field(out: &mut String, name: &str, value: &Node) {
    match value {
        Node::Table(_) if schema::is_localized(name) => {
            write_lines(out, &format!("{name}."), value);
        }
        _ => {
            let _ = writeln!(out, "{} = {}", key(name), self::value(value));
        }
    }
}

fn write_lines(out: &mut String, prefix: &str, texts: &Node) {
    let Node::Table(texts) = texts else { return };
    for (tag, text) in texts {
        let _ = writeln!(out, "{prefix}{} = {}", key(tag), value(text));
    }
}
