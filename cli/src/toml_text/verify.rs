//! Whether a changed file has its old meaning plus the intended changes, and still contains everything that no change
//! named.
//!
//! Two readers decide, and neither shares code with the edit: the `toml` crate here, and the reader of tables, which
//! reads the changed file and a plain file with the [expected](Expected) meaning.

use core::ops::Range;
use std::collections::BTreeMap;

use code_registry_table::{canonical_tag, schema};
use toml::de::{DeTable, DeValue};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::changes::{Edited, Intention};
use super::quoting;
use crate::document::{FAMILIES, Node};

/// The content of a file without its layout.
#[derive(Debug, Clone, PartialEq)]
enum Plain {
    Table(Keys),
    List(Vec<Plain>),
    Text(String),
    Bool(bool),
    /// A number or a date in its spelling: `0x80004005` may be negative.
    Other(String),
}

impl Plain {
    fn is_table(&self) -> bool {
        matches!(self, Self::Table(_))
    }
}

/// The keys of a table, each with its place in the file.
#[derive(Debug, Clone, Default)]
struct Keys(BTreeMap<String, (usize, Plain)>);

/// The order does not matter.
impl PartialEq for Keys {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self.0.iter().zip(&other.0).all(|(one, other)| one.0 == other.0 && one.1.1 == other.1.1)
    }
}

impl Keys {
    /// Sets a key; a new key is added at the end.
    fn set(&mut self, name: String, value: Plain) {
        let place = self.0.get(&name).map_or_else(|| self.next(), |(place, _)| *place);
        self.0.insert(name, (place, value));
    }

    fn next(&self) -> usize {
        // Places in a file are lower.
        (usize::MAX >> 1) + self.0.len()
    }

    fn in_order(&self) -> Vec<(&String, &Plain)> {
        let mut entries: Vec<_> = self.0.iter().collect();
        entries.sort_by_cached_key(|(_, (place, _))| *place);
        entries.into_iter().map(|(name, (_, value))| (name, value)).collect()
    }
}

/// The meaning that a changed file must have.
#[derive(Debug)]
pub(crate) struct Expected(Plain);

impl Expected {
    /// A file with this meaning in a plain layout.
    pub(crate) fn to_toml(&self) -> String {
        let Plain::Table(families) = &self.0 else { return String::new() };
        let (mut root, mut sections) = (String::new(), String::new());
        for (family, value) in families.in_order() {
            let family = quoting::key(family);
            match value {
                Plain::Table(entries) if FAMILIES.contains(&&*family) => {
                    for (name, value) in entries.in_order() {
                        push_section(&mut sections, &format!("{family}.{}", quoting::key(name)), value);
                    }
                }
                Plain::Table(_) => push_section(&mut sections, &family, value),
                _ => root += &format!("{family} = {}\n", written(value)),
            }
        }
        root + &sections
    }
}

fn push_section(out: &mut String, path: &str, value: &Plain) {
    *out += &format!("[{path}]\n");
    push_lines(out, path, value);
}

/// A line for each key. The elements of lists of tables follow, since the reader limits the length of a statement.
fn push_lines(out: &mut String, path: &str, table: &Plain) {
    let Plain::Table(entries) = table else { return };
    let mut elements = String::new();
    for (key, value) in entries.in_order() {
        let key = quoting::key(key);
        match value {
            Plain::List(values) if !values.is_empty() && values.iter().all(Plain::is_table) => {
                for value in values {
                    elements += &format!("[[{path}.{key}]]\n");
                    push_lines(&mut elements, &format!("{path}.{key}"), value);
                }
            }
            _ => *out += &format!("{key} = {}\n", written(value)),
        }
    }
    *out += &elements;
}

fn written(value: &Plain) -> String {
    match value {
        Plain::Table(entries) => {
            let entry =
                |(key, value): (&String, &Plain)| format!("{} = {}", quoting::key(key), written(value));
            let entries: Vec<_> = entries.in_order().into_iter().map(entry).collect();
            format!("{{ {} }}", entries.join(", "))
        }
        Plain::List(values) => format!("[{}]", values.iter().map(written).collect::<Vec<_>>().join(", ")),
        Plain::Text(text) => quoting::quoted(text),
        Plain::Bool(value) => value.to_string(),
        Plain::Other(written) => written.clone(),
    }
}

/// The expected meaning, if the changed text has it, and all comments and lines that no change named. `None` is a
/// defect of the edit: nothing may be written then.
pub(crate) fn edited(old: &str, new: &Edited) -> Option<Expected> {
    let mut expected = plain(old)?;
    for intention in &new.intentions {
        apply(&mut expected, intention)?;
    }
    rename(&mut expected, &new.intentions)?;
    let is_good = plain(&new.text)? == expected
        && comments(old) == comments(&new.text)
        && keeps_lines(old, &new.text, &new.touched);
    is_good.then_some(Expected(expected))
}

/// Whether two texts have the same meaning and the same comments.
pub(crate) fn is_same(old: &str, new: &str) -> bool {
    plain(old).is_some_and(|old| Some(old) == plain(new)) && comments(old) == comments(new)
}

/// Whether a text is TOML, by the `toml` crate.
pub(crate) fn is_toml(text: &str) -> bool {
    plain(text).is_some()
}

fn apply(root: &mut Plain, intention: &Intention) -> Option<()> {
    match intention {
        Intention::Set { path, value } => {
            let (last, path) = path.split_last()?;
            match holder(root, path, true)? {
                Plain::Table(table) => {
                    let name = name(table, path, last);
                    table.set(name, of_node(value));
                }
                Plain::List(values) => {
                    let at = last.parse::<usize>().ok().filter(|at| *at <= values.len())?;
                    match values.get_mut(at) {
                        Some(old) => *old = of_node(value),
                        None => values.push(of_node(value)),
                    }
                }
                _ => return None,
            }
        }
        Intention::Remove { path } => {
            let (last, path) = path.split_last()?;
            if let Some(Plain::Table(table)) = holder(root, path, false) {
                let name = name(table, path, last);
                table.0.remove(&name);
            }
        }
        // Other intentions use the old name of a row.
        Intention::Rename { .. } => {}
    }
    Some(())
}

/// Renames all at the same time: two rows may swap their values.
fn rename(root: &mut Plain, intentions: &[Intention]) -> Option<()> {
    let mut renamed = Vec::new();
    for intention in intentions {
        let Intention::Rename { path, name } = intention else { continue };
        let (last, path) = path.split_last()?;
        let Plain::Table(table) = holder(root, path, false)? else { return None };
        renamed.push((path, name, table.0.remove(last)?.1));
    }
    for (path, name, value) in renamed {
        let Plain::Table(table) = holder(root, path, false)? else { return None };
        if table.0.contains_key(name) {
            return None;
        }
        table.set(name.clone(), value);
    }
    Some(())
}

/// The table at a path; missing tables are created.
fn holder<'p>(root: &'p mut Plain, path: &[String], makes: bool) -> Option<&'p mut Plain> {
    let mut at = root;
    for (depth, key) in path.iter().enumerate() {
        at = match at {
            Plain::Table(table) => {
                let name = name(table, &path[..depth], key);
                let next = table.next();
                if makes {
                    &mut table.0.entry(name).or_insert_with(|| (next, Plain::Table(Keys::default()))).1
                } else {
                    &mut table.0.get_mut(&name)?.1
                }
            }
            Plain::List(values) => {
                let at = key.parse::<usize>().ok()?;
                if makes && at == values.len() {
                    values.push(Plain::Table(Keys::default()));
                }
                values.get_mut(at)?
            }
            _ => return None,
        };
    }
    Some(at)
}

/// The key of a table that matches this one: a tag may have another spelling.
fn name(table: &Keys, path: &[String], key: &str) -> String {
    if table.0.contains_key(key) || path.is_empty() {
        return key.to_owned();
    }
    let is_tagged = |key: &String| *key == "language" || schema::is_by_language(key);
    let holder = path.iter().rev().find(|key| key.parse::<usize>().is_err());
    let is_column = matches!(path, [section, _, name] if schema::is_column(section, name));
    if !is_column && !holder.is_some_and(is_tagged) {
        return key.to_owned();
    }
    let same = canonical_tag(key)
        .and_then(|tag| table.0.keys().find(|known| canonical_tag(known).as_ref() == Some(&tag)));
    same.map_or(key, String::as_str).to_owned()
}

fn of_node(node: &Node) -> Plain {
    match node {
        Node::Bool(value) => Plain::Bool(*value),
        Node::Integer(value) => Plain::Other(value.to_string()),
        Node::Fraction(value) => Plain::Other(format!("{value:?}")),
        Node::Text(text) => Plain::Text(text.clone()),
        Node::List(values) => Plain::List(values.iter().map(of_node).collect()),
        Node::Table(entries) => {
            let mut keys = Keys::default();
            for (at, (key, value)) in entries.iter().enumerate() {
                keys.0.insert(key.clone(), (at, of_node(value)));
            }
            Plain::Table(keys)
        }
    }
}

fn plain(text: &str) -> Option<Plain> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let document = DeTable::parse(&text).ok()?;
    Some(table(document.get_ref()))
}

fn table(table: &DeTable<'_>) -> Plain {
    let mut keys = Keys::default();
    for (key, item) in table {
        keys.0.insert(key.get_ref().to_string(), (key.span().start, value(item.get_ref())));
    }
    Plain::Table(keys)
}

fn value(value: &DeValue<'_>) -> Plain {
    match value {
        DeValue::String(text) => Plain::Text(text.to_string()),
        DeValue::Integer(number) => Plain::Other(number.to_string()),
        DeValue::Float(number) => Plain::Other(number.to_string()),
        DeValue::Boolean(value) => Plain::Bool(*value),
        DeValue::Datetime(date) => Plain::Other(date.to_string()),
        DeValue::Array(values) => {
            Plain::List(values.iter().map(|item| self::value(item.get_ref())).collect())
        }
        DeValue::Table(inner) => table(inner),
    }
}

/// The comments of a file, sorted: an edit may move one out of a value.
fn comments(text: &str) -> Vec<&str> {
    let tokens = Source::new(text).lex().into_vec();
    let spans =
        tokens.iter().filter(|token| token.kind() == TokenKind::Comment).map(toml_parser::lexer::Token::span);
    let mut comments: Vec<&str> =
        spans.filter_map(|span| text.get(span.start()..span.end())).map(str::trim_end).collect();
    comments.sort_unstable();
    comments
}

/// Whether the new text contains all lines of the old one that no change touched, in their order.
fn keeps_lines(old: &str, new: &str, touched: &[Range<usize>]) -> bool {
    let mut touched: Vec<&Range<usize>> = touched.iter().collect();
    touched.sort_unstable_by_key(|span| span.start);
    let (mut touched, mut end) = (touched.into_iter().peekable(), 0);
    // A new section can be between the byte order mark and the first line.
    let content = new.trim_start_matches('\u{feff}');
    let (mut new, mut at) =
        (content.lines().map(str::trim_end), old.len() - old.trim_start_matches('\u{feff}').len());
    for line in old[at..].split_inclusive('\n') {
        let from = at;
        at += line.len();
        let mut is_touched = from < end;
        while let Some(span) = touched.next_if(|span| span.start < at) {
            is_touched = true;
            end = span.end.max(end);
        }
        if !is_touched && !new.any(|known| known == line.trim_end()) {
            return false;
        }
    }
    true
}
