//! Writes a table in a random layout: headers, dotted keys, braces and lists in any mixture, with comments everywhere.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

use super::random::Random;

/// The layout of a file.
pub(super) struct Layout<'r> {
    random: &'r mut Random,
    /// Distinguishes the comments of several files.
    name: String,
    /// Whether brackets over several lines have no comments and no trailing commas if TOML 1.0 does not allow them.
    is_old: bool,
    newline: &'static str,
    out: String,
    /// The rows of the comments so far.
    owners: BTreeMap<String, String>,
}

impl<'r> Layout<'r> {
    pub(super) fn new(random: &'r mut Random, name: &str, is_old: bool) -> Self {
        let newline = if random.chance(8) { "\r\n" } else { "\n" };
        let out = if random.chance(8) { "\u{feff}".to_owned() } else { String::new() };
        let name = name.replace('.', "-");
        Self { random, name, is_old, newline, out, owners: BTreeMap::new() }
    }
}

/// The text of a table, and its comments with the row of each.
pub(super) fn write(table: &Table, mut layout: Layout<'_>) -> (String, BTreeMap<String, String>) {
    layout.root(table);
    if layout.random.chance(6) {
        while layout.out.ends_with(['\n', '\r']) {
            layout.out.pop();
        }
    }
    (layout.out, layout.owners)
}

/// The row, such as `code.1`, of a path of keys; `None` for other paths.
fn owner(path: &[String]) -> String {
    match path {
        [kind, header, ..] if matches!(kind.as_str(), "code" | "range") => format!("{kind}.{header}"),
        _ => String::new(),
    }
}

fn within(path: &[String], key: &str) -> Vec<String> {
    [path, &[key.to_owned()]].concat()
}

impl Layout<'_> {
    fn root(&mut self, table: &Table) {
        let mut groups: Vec<Vec<(Vec<String>, Value)>> = Vec::new();
        for (family, value) in shuffled(self.random, table) {
            let members = value.as_table().unwrap();
            let path = vec![family.clone()];
            match self.random.below(6) {
                // Keys of the root.
                0 => self.assign(&path, &[], &Value::Table(members.clone())),
                1 => self.dotted(&path, &[], members),
                // One section.
                2 => groups.push(self.sections(&path, members)),
                // A section for each member, or for some.
                _ if matches!(family.as_str(), "registry" | "part") => {
                    groups.push(self.sections(&path, members));
                }
                _ => {
                    let mut rest = Table::new();
                    for (name, member) in shuffled(self.random, members) {
                        if self.random.chance(6) {
                            rest.insert(name, member);
                        } else {
                            let path = within(&path, &name);
                            groups.push(self.sections(&path, member.as_table().unwrap()));
                        }
                    }
                    if !rest.is_empty() {
                        groups.push(self.sections(&path, &rest));
                    }
                }
            }
        }
        // The sections of some rows are between those of others, in any order.
        let (whole, split): (Vec<_>, Vec<_>) = groups.into_iter().partition(|_| !self.random.chance(3));
        let mut groups = whole;
        groups.extend(split.into_iter().flatten().map(|section| vec![section]));
        while !groups.is_empty() {
            let at = self.random.below(groups.len() as u64) as usize;
            for (path, value) in groups.swap_remove(at) {
                self.section(&path, &value);
            }
        }
    }

    /// The sections of a table: its own, and perhaps some for the tables and lists in it.
    fn sections(&mut self, path: &[String], table: &Table) -> Vec<(Vec<String>, Value)> {
        let (mut own, mut below) = (Table::new(), Vec::new());
        for (key, value) in shuffled(self.random, table) {
            match &value {
                Value::Table(inner) if self.random.chance(3) => {
                    below.extend(self.sections(&within(path, &key), inner));
                }
                Value::Array(values) if values.iter().all(Value::is_table) && self.random.chance(2) => {
                    below.push((within(path, &key), value));
                }
                _ => {
                    own.insert(key, value);
                }
            }
        }
        if !own.is_empty() || below.is_empty() {
            below.insert(0, (path.to_vec(), Value::Table(own)));
        }
        below
    }

    /// A header with its keys; of a list, one for each element.
    fn section(&mut self, path: &[String], value: &Value) {
        if let Value::Array(elements) = value {
            for element in elements {
                self.lead(&owner(path));
                self.header(path, "[[", "]]");
                for (key, value) in element.as_table().unwrap() {
                    self.assign(&within(path, key), path, value);
                }
                self.trail(&owner(path));
            }
            return;
        }
        // The comment above a header of several rows belongs to none of them.
        self.lead(&owner(path));
        self.header(path, "[", "]");
        for (key, value) in shuffled(self.random, value.as_table().unwrap()) {
            match &value {
                Value::Table(inner) if self.random.chance(2) && !inner.is_empty() => {
                    self.dotted(&within(path, &key), path, inner);
                }
                _ => self.assign(&within(path, &key), path, &value),
            }
        }
        self.trail(&owner(path));
    }

    /// Comments below a section: a blank line separates them from the next.
    fn trail(&mut self, owner: &str) {
        if !self.random.chance(6) {
            return;
        }
        for _ in 0..=self.random.below(2) {
            let comment = self.comment(owner);
            self.out += &comment;
            self.out += self.newline;
        }
        self.out += self.newline;
    }

    fn header(&mut self, path: &[String], open: &str, close: &str) {
        let blank = self.random.pick(&["", "", " "]);
        let keys = self.keys(path);
        self.out += &format!("{open}{blank}{keys}{blank}{close}");
        self.end_line(&owner(path));
    }

    /// `a.b = …` for each key below a path; what is common with `section` is not written.
    fn dotted(&mut self, path: &[String], section: &[String], table: &Table) {
        for (key, value) in shuffled(self.random, table) {
            let path = [path, &[key]].concat();
            match &value {
                Value::Table(inner) if !inner.is_empty() && self.random.chance(2) => {
                    self.dotted(&path, section, inner);
                }
                _ => self.assign(&path, section, &value),
            }
        }
    }

    /// A line with a key and its value.
    fn assign(&mut self, path: &[String], section: &[String], value: &Value) {
        let owner = owner(path);
        self.lead(&owner);
        let indent = self.random.pick(&["", "", "", "  ", "\t"]);
        let equals = self.random.pick(&[" = ", "=", "   = ", " =", "= "]);
        let keys = self.keys(&path[section.len()..]);
        let value = self.value(value, path);
        self.out += &format!("{indent}{keys}{equals}{value}");
        self.end_line(&owner);
    }

    /// Blank lines and comments in front of a statement.
    fn lead(&mut self, owner: &str) {
        for _ in 0..self.random.below(3) {
            if self.random.chance(2) {
                self.out += self.newline;
            }
        }
        while self.random.chance(4) {
            let comment = self.comment(owner);
            self.out += &comment;
            self.out += self.newline;
        }
    }

    fn end_line(&mut self, owner: &str) {
        if self.random.chance(4) {
            self.out += self.random.pick(&[" ", "  ", ""]);
            let comment = self.comment(owner);
            self.out += &comment;
        }
        self.out += self.newline;
    }

    fn comment(&mut self, owner: &str) -> String {
        let comment = format!("c{}-{}", self.owners.len(), self.name);
        self.owners.insert(comment.clone(), owner.to_owned());
        format!("# {comment}.")
    }

    fn keys(&mut self, path: &[String]) -> String {
        let dot = self.random.pick(&[".", ".", ".", " . "]);
        path.iter().map(|key| self.key(key)).collect::<Vec<_>>().join(dot)
    }

    fn key(&mut self, key: &str) -> String {
        match self.random.below(8) {
            0 => format!("\"{key}\""),
            1 => format!("'{key}'"),
            _ => bare_or_quoted(key),
        }
    }

    fn value(&mut self, value: &Value, path: &[String]) -> String {
        match value {
            Value::String(text) => self.string(text),
            Value::Boolean(value) => value.to_string(),
            Value::Integer(value) => value.to_string(),
            Value::Array(values) => {
                let values: Vec<String> = values.iter().map(|value| self.value(value, path)).collect();
                self.bracketed("[", "]", &values, path, true)
            }
            Value::Table(table) => {
                let mut entries = Vec::new();
                for (key, value) in shuffled(self.random, table) {
                    self.entry(&[key], &value, path, &mut entries);
                }
                let is_free = !self.is_old;
                self.bracketed("{", "}", &entries, path, is_free)
            }
            other => panic!("{other:?} is in no table of this test"),
        }
    }

    fn entry(&mut self, keys: &[String], value: &Value, path: &[String], entries: &mut Vec<String>) {
        if let Value::Table(inner) = value
            && !inner.is_empty()
            && self.random.chance(2)
        {
            for (key, value) in shuffled(self.random, inner) {
                self.entry(&[keys, &[key]].concat(), &value, &[path, keys].concat(), entries);
            }
            return;
        }
        let key = self.keys(keys);
        let value = self.value(value, &[path, keys].concat());
        let equals = self.random.pick(&[" = ", "="]);
        entries.push(format!("{key}{equals}{value}"));
    }

    fn bracketed(
        &mut self,
        open: &str,
        close: &str,
        values: &[String],
        path: &[String],
        may_break: bool,
    ) -> String {
        if !may_break || !self.random.chance(4) {
            let blank = self.random.pick(&["", " "]);
            return format!(
                "{open}{blank}{}{blank}{close}",
                values.join(self.random.pick(&[", ", ",", " , "]))
            );
        }
        let mut out = open.to_owned();
        // A comment in braces around several rows belongs to none of them.
        let owner = owner(path);
        for (at, value) in values.iter().enumerate() {
            if self.random.chance(4) {
                out += &format!(" {}", self.comment(&owner));
            }
            out += &format!("{}  {value}", self.newline);
            if at + 1 < values.len() || self.random.chance(2) {
                out += ",";
            }
        }
        if self.random.chance(4) {
            out += &format!(" {}", self.comment(&owner));
        }
        out + self.newline + close
    }

    fn string(&mut self, text: &str) -> String {
        let is_plain = !text.contains(['\'', '\n']);
        match self.random.below(6) {
            0 if is_plain => format!("'{text}'"),
            1 if !text.contains("'''") && !text.ends_with('\'') => {
                format!("'''{}{}'''", self.newline, text.replace('\n', self.newline))
            }
            2 => {
                let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', self.newline);
                format!("\"\"\"{}{escaped}\"\"\"", self.newline)
            }
            3 => {
                text.chars().fold(String::from("\""), |out, character| match character {
                    '"' | '\\' => format!("{out}\\{character}"),
                    '\n' => out + "\\n",
                    'e' => out + "\\u0065",
                    _ => out + &character.to_string(),
                }) + "\""
            }
            _ => {
                let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
                format!("\"{escaped}\"")
            }
        }
    }
}

/// A key, in quotes if it needs them.
pub(super) fn bare_or_quoted(key: &str) -> String {
    let is_bare = key.chars().all(|character| character.is_ascii_alphanumeric() || "_-".contains(character));
    if is_bare { key.to_owned() } else { format!("\"{key}\"") }
}

fn shuffled(random: &mut Random, table: &Table) -> Vec<(String, Value)> {
    let mut entries: Vec<_> = table.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
    for at in (1..entries.len()).rev() {
        entries.swap(at, random.below(at as u64 + 1) as usize);
    }
    entries
}

/// The row of each value of a file, by the byte where the value begins.
pub(super) fn rows(text: &str) -> Vec<(usize, String)> {
    let document = DeTable::parse(text).unwrap();
    let mut places = Vec::new();
    for (key, value) in document.get_ref() {
        collect(&[key.get_ref().to_string()], value, &mut places);
    }
    places.sort();
    places
}

fn collect(path: &[String], value: &Spanned<DeValue<'_>>, places: &mut Vec<(usize, String)>) {
    match value.get_ref() {
        DeValue::Table(table) if !table.is_empty() => {
            for (key, value) in table {
                collect(&[path, &[key.get_ref().to_string()]].concat(), value, places);
            }
        }
        DeValue::Array(values) => values.iter().for_each(|value| collect(path, value, places)),
        _ => places.push((value.span().start, owner(path))),
    }
}

/// Whether the value before or after a place belongs to a row.
pub(super) fn is_next_to(places: &[(usize, String)], place: usize, owner: &str) -> bool {
    let next = places.partition_point(|(start, _)| *start < place);
    let before = next.checked_sub(1).map(|before| &places[before]);
    before.into_iter().chain(places.get(next)).any(|(_, row)| row == owner)
}
