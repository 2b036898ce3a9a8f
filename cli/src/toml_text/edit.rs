//! Changes of a file that people wrote: everything that no change names stays as it is, byte for byte.

use core::ops::Range;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use code_registry_table::{Extent, Table};
use toml_parser::ParseError;

use super::changes::{Intention, NewSections};
use super::outline::{Item, Key, Kind, Outline, Scope, Text, Value, string};
use super::quoting;
use super::rows::{self, Rows};
use super::tree::{At, Home, Tree};
use crate::document::Node;

/// A file and its changes.
#[derive(Debug)]
pub(crate) struct Edit<'s> {
    table: &'s Table,
    pub(super) outline: Outline<'s>,
    pub(super) tree: Tree<'s>,
    pub(super) rows: Rows,
    pub(super) new: NewSections,
    /// For each table, the place of its last key of each rank.
    kin: HashMap<usize, BTreeMap<usize, usize>>,
    /// For each table and scope, the place of its last key, which new keys do not move.
    last: HashMap<(usize, usize), Option<usize>>,
    /// The new header of each row with other values, by its kind and its old header.
    pub(super) renamed: BTreeMap<[String; 2], String>,
    pub(super) intentions: Vec<Intention>,
    /// The bytes of the old text that changed.
    pub(super) touched: Vec<Range<usize>>,
    count: usize,
}

impl<'s> Edit<'s> {
    /// Opens the text of a file; the table defines the meaning of its headers.
    pub(crate) fn open(text: &'s str, table: &'s Table) -> Result<Self, ParseError> {
        let outline = Outline::read(text)?;
        let tree = Tree::of(&outline);
        let rows = Rows::of(&tree, table);
        Ok(Self {
            table,
            outline,
            tree,
            rows,
            new: NewSections::default(),
            kin: HashMap::new(),
            last: HashMap::new(),
            renamed: BTreeMap::new(),
            intentions: Vec::new(),
            touched: Vec::new(),
            count: 0,
        })
    }

    /// The path of a row: `["code", "2001"]`, with its values as this file writes or would write them.
    pub(crate) fn row(&self, extent: Extent) -> [String; 2] {
        [rows::kind(extent).to_owned(), self.rows.header(self.table, extent)]
    }

    /// Sets a key: `["code", "2001", "name", "it"]`.
    ///
    /// A new key is put next to its siblings and written like them; a new section is put at its place in the usual
    /// order.
    pub(crate) fn set(&mut self, path: &[&str], value: &Node) {
        self.intentions.push(Intention::set(path, value));
        self.put(path, value);
    }

    /// Removes a key with everything under it. Comments stay.
    pub(crate) fn remove(&mut self, path: &[&str]) {
        self.intentions.push(Intention::remove(path));
        self.take_away(path);
    }

    /// Sets the values of a row, which stays at its place. Until the file is finished, its keys have the old ones.
    pub(crate) fn renumber(&mut self, old: Extent, new: Extent) {
        let row = self.row(old);
        let [kind, header] = &row;
        if self.tree.find(&[kind, header]).1 < 2 {
            return;
        }
        let spelled = self.rows.spell(self.table, new);
        self.rows.renumber(old, new);
        self.intentions.push(Intention::rename([kind, header], &spelled));
        self.renamed.insert(row, spelled);
    }

    /// Writes the new values of rows into their keys, including those that were added.
    pub(super) fn rename_rows(&mut self) {
        for ([kind, header], spelled) in &self.renamed {
            let (node, depth) = self.tree.find(&[kind, header]);
            if depth < 2 {
                continue;
            }
            let rename = |key: &mut Key<'s>| {
                key.raw = quoting::key(spelled).into();
                key.name = spelled.clone().into();
            };
            let (items, sections) = self.tree.parts(node);
            for section in sections {
                let section = &mut self.outline.sections[section];
                self.touched.push(section.start..section.start);
                section
                    .header
                    .as_mut()
                    .and_then(|header| header.keys.get_mut(1))
                    .into_iter()
                    .for_each(rename);
            }
            for at in items {
                // The key of the row is the second of a path.
                let known = self.tree.path(self.tree.holders[at.0].0).len();
                let item = self.outline.item_mut(at);
                if let Some(key) = 1usize.checked_sub(known).and_then(|key| item.keys.get_mut(key)) {
                    rename(key);
                    // A new item has no place in the old text.
                    self.touched.extend(Some(item.span.clone()).filter(|span| !span.is_empty()));
                }
            }
        }
    }

    pub(super) fn table(&self) -> &'s Table {
        self.table
    }

    fn put(&mut self, path: &[&str], value: &Node) {
        let (node, depth) = self.tree.find(path);
        if depth == path.len() { self.replace(node, path, value) } else { self.add(node, path, depth, value) }
    }

    fn replace(&mut self, node: usize, path: &[&str], value: &Node) {
        match (self.tree.nodes[node].item, value) {
            (Some(at), _) => self.replace_item(node, at, path, value),
            (None, Node::Table(entries)) if !self.tree.nodes[node].is_list => self.merge(node, path, entries),
            (None, Node::List(values))
                if self.tree.nodes[node].is_list
                    && values.iter().all(|value| matches!(value, Node::Table(_))) =>
            {
                let entries = values.iter().enumerate().map(|(at, value)| (at.to_string(), value.clone()));
                self.merge(node, path, &entries.collect::<Vec<_>>());
            }
            (None, _) => self.replace_parts(node, path, value),
        }
    }

    /// Replaces a value that is written at one place.
    fn replace_item(&mut self, node: usize, at: At, path: &[&str], value: &Node) {
        let item = self.outline.item(at);
        self.touched.push(item.span.clone());
        match (&item.value, value) {
            (Value::Scalar(old), _) => {
                let new = self.dressed(&quoting::like(value, old));
                self.outline.item_mut(at).value = Value::Scalar(new);
            }
            (&Value::Scope(scope), Node::List(values)) if self.outline.scopes[scope].kind == Kind::List => {
                self.merge_list(scope, values);
            }
            (&Value::Scope(scope), Node::Table(entries))
                if self.outline.scopes[scope].kind == Kind::Braces && self.has_comments(at) =>
            {
                self.merge(node, path, entries);
            }
            (Value::Scope(_), _) => {
                self.lift_comments(at);
                let new = self.dressed(&quoting::value(value));
                self.outline.item_mut(at).value = Value::Scalar(new);
                self.tree.prune(node);
            }
        }
    }

    /// Makes these keys the only ones of a table, each at its present place.
    fn merge(&mut self, node: usize, path: &[&str], entries: &[(String, Node)]) {
        let names: HashSet<&str> = entries.iter().map(|(name, _)| name.as_str()).collect();
        let children = self.tree.nodes[node].children.clone();
        // The last one is removed first, so that no other has to move.
        for child in children.into_iter().rev() {
            let name = self.tree.nodes[child].name.clone();
            if !names.contains(&*name) {
                self.take_away(&[path, &[&name]].concat());
            }
        }
        for (name, value) in entries {
            self.put(&[path, &[name]].concat(), value);
        }
    }

    /// Sets the values of a list; those that it already has are not rewritten.
    fn merge_list(&mut self, scope: usize, values: &[Node]) {
        let old = self.outline.scopes[scope].items.len();
        for (at, value) in values.iter().enumerate().take(old) {
            let item = self.outline.item((scope, at));
            let is_same = match (&item.value, value) {
                (Value::Scalar(raw), Node::Text(text)) => string(raw).is_some_and(|old| old == text.as_str()),
                (Value::Scalar(raw), value) => **raw == *quoting::value(value),
                (Value::Scope(_), _) => false,
            };
            if !is_same {
                self.lift_comments((scope, at));
                let raw = match &self.outline.item((scope, at)).value {
                    Value::Scalar(raw) => raw.clone().into_owned(),
                    Value::Scope(_) => String::new(),
                };
                let new = self.dressed(&quoting::like(value, &raw));
                self.outline.item_mut((scope, at)).value = Value::Scalar(new);
            }
        }
        for at in values.len()..old {
            self.outline.item_mut((scope, at)).is_removed = true;
        }
        for value in values.iter().skip(old) {
            self.insert(scope, Vec::new(), value, (self.outline.scopes[scope].items.len(), 0));
        }
    }

    /// Replaces a table that is written in parts: dotted keys, headers.
    fn replace_parts(&mut self, node: usize, path: &[&str], value: &Node) {
        let (items, sections) = self.tree.parts(node);
        let home = self.tree.nodes[node].home.filter(|home| home.depth > 0 && sections.is_empty());
        let Some((home, (&first, others))) = home.zip(items.split_first()) else {
            self.take_away(path);
            return self.put(path, value);
        };
        for &at in others {
            self.take_item_away(at);
        }
        self.lift_comments(first);
        let new = self.dressed(&quoting::value(value));
        let item = self.outline.item_mut(first);
        self.touched.push(item.span.clone());
        item.keys.truncate(home.depth);
        item.value = Value::Scalar(new);
        self.tree.prune(node);
        (self.tree.nodes[node].item, self.tree.nodes[node].home) = (Some(first), None);
    }

    /// Adds a key; the first `depth` keys of its path lead to `node`.
    fn add(&mut self, node: usize, path: &[&str], depth: usize, value: &Node) {
        let table = &self.tree.nodes[node];
        let is_bracketed_list =
            table.item.is_some_and(|at| matches!(self.outline.item(at).value, Value::Scope(_)));
        match table.home {
            // A table of sections has no other keys, unless the new section is written like its siblings there.
            _ if depth < super::depth(path[0]) => self.new.set(path, super::depth(path[0]), false, value),
            Some(home) => self.add_to(node, home, path, depth, value),
            None if table.is_list => self.new.set(path, depth + 1, true, value),
            None if is_bracketed_list => self.add_element(node, &path[depth + 1..], value),
            None => self.new.set(path, depth, false, value),
        }
    }

    /// Adds an element to a list in brackets.
    fn add_element(&mut self, node: usize, rest: &[&str], value: &Node) {
        let Some(at) = self.tree.nodes[node].item else { return };
        let item = self.outline.item(at);
        let Value::Scope(scope) = item.value else { return };
        self.touched.push(item.span.clone());
        let table = |value, name: &&str| Node::Table(vec![((*name).to_owned(), value)]);
        let value = rest.iter().rev().fold(value.clone(), table);
        self.insert(scope, Vec::new(), &value, (self.outline.scopes[scope].items.len(), 0));
    }

    fn add_to(&mut self, node: usize, home: Home, path: &[&str], depth: usize, value: &Node) {
        let whole = super::depth(path[0]);
        // All properties are at one place.
        let rank = super::key(path[0], path.get(whole).copied().unwrap_or_default(), |_| Some(0));
        let last = if depth > whole { self.last_of(node, home) } else { None };
        let anchor = last.unwrap_or_else(|| self.row_anchor(node, home, path[0], rank));
        let known = self.tree.path(node);
        let prefix = known[known.len() - home.depth..].iter().map(String::as_str);
        let keys: Vec<&str> = prefix.chain(path[depth..].iter().copied()).collect();
        let keys = new_keys(&keys);
        self.insert(home.scope, keys, value, (anchor, rank));
    }

    /// The place of the last key that comes before one of this rank; otherwise the beginning.
    fn row_anchor(&mut self, node: usize, home: Home, kind: &str, rank: usize) -> usize {
        if !self.kin.contains_key(&node) {
            let mut kin = BTreeMap::new();
            for child in self.tree.nodes[node].children.clone() {
                let rank = super::key(kind, &self.tree.nodes[child].name, |_| Some(0));
                if let Some(place) = self.last_of(child, home) {
                    let last = kin.entry(rank).or_insert(place);
                    *last = place.max(*last);
                }
            }
            self.kin.insert(node, kin);
        }
        let kin = &self.kin[&node];
        let first = || kin.values().min().map_or(0, |first| first - 1);
        let before = kin.range(..=rank).next_back().map(|(_, place)| *place);
        before.unwrap_or_else(|| if home.depth > 0 { first() } else { 0 })
    }

    /// The place of the last item of a node in a scope.
    fn last_of(&mut self, node: usize, home: Home) -> Option<usize> {
        let (tree, outline) = (&self.tree, &self.outline);
        *self.last.entry((node, home.scope)).or_insert_with(|| {
            let (items, _) = tree.parts(node);
            let places = items.into_iter().filter(|at| at.0 == home.scope);
            places.map(|at| outline.item(at).order.0).max()
        })
    }

    /// Adds an item to a scope, after the one at a place; items at one place are ordered by rank.
    pub(super) fn insert(
        &mut self,
        scope: usize,
        mut keys: Vec<Key<'s>>,
        value: &Node,
        (anchor, rank): (usize, usize),
    ) {
        let is_line = self.outline.scopes[scope].kind == Kind::Lines;
        self.count += 1;
        let (above, after) = if is_line {
            (self.indent(scope, anchor), self.outline.newline.into())
        } else {
            (self.gap(scope, anchor), Cow::Borrowed(""))
        };
        let mut equals = Cow::Borrowed(if keys.is_empty() { "" } else { " = " });
        if let Some(above) =
            anchor.checked_sub(1).map(|at| self.outline.item((scope, at))).filter(|_| is_line)
        {
            align(above, &mut keys, &mut equals);
        }
        let value = Value::Scalar(self.dressed(&quoting::value(value)));
        let order = (anchor, rank.saturating_add(1), self.count);
        let item = Item { above, keys, equals, value, after, span: 0..0, is_removed: false, order };
        self.outline.scopes[scope].items.push(item);
        let at = (scope, self.outline.scopes[scope].items.len() - 1);
        self.tree.item(&self.outline, at);
    }

    /// The indent of the line at a place.
    fn indent(&self, scope: usize, anchor: usize) -> Text<'s> {
        let Some(at) = anchor.checked_sub(1) else { return Cow::Borrowed("") };
        let above = &self.outline.item((scope, at)).above;
        above[above.rfind('\n').map_or(0, |newline| newline + 1)..].to_owned().into()
    }

    /// The text before a new item in brackets: a comment after the previous comma stays at its place.
    fn gap(&mut self, scope: usize, anchor: usize) -> Text<'s> {
        let holder = self.tree.nodes[self.tree.holders[scope].0].item;
        self.touched.extend(holder.map(|at| self.outline.item(at).span.clone()));
        let newline = self.outline.newline;
        let Scope { items, tail, kind, .. } = &mut self.outline.scopes[scope];
        let indent = anchor.checked_sub(1).and_then(|at| items.get(at)).map(|item| &*item.above);
        let indent = indent.and_then(|above| Some(above[above.rfind('\n')? + 1..].to_owned()));
        let original = items.partition_point(|item| item.order.1 == 0);
        let is_first = anchor == 0 && items[original..].iter().all(|item| item.order.0 > 0);
        let is_alone = items.iter().all(|item| item.is_removed);
        let following = if anchor < original { &mut items[anchor].above } else { tail };
        let Some(end) = following.find('\n') else {
            if *kind == Kind::Braces && following.is_empty() {
                *following = Cow::Borrowed(" ");
            }
            return Cow::Borrowed(if is_first && *kind == Kind::List { "" } else { " " });
        };
        let indent = indent.unwrap_or_else(|| "    ".to_owned());
        let comment = following[..end].trim_end().to_owned();
        if comment.contains('#') && !is_alone || is_first {
            *following = following[end - usize::from(following[..end].ends_with('\r'))..].to_owned().into();
            return format!("{comment}{newline}{indent}").into();
        }
        format!("{newline}{indent}").into()
    }

    /// A text with the line ends of the file.
    fn dressed(&self, text: &str) -> Text<'s> {
        text.replace('\n', self.outline.newline).into()
    }

    fn has_comments(&self, at: At) -> bool {
        let mut found = String::new();
        self.outline.keep_comments_of(&self.outline.item(at).value, &mut found);
        !found.is_empty()
    }

    /// Moves the comments inside a value in front of it.
    fn lift_comments(&mut self, at: At) {
        let mut found = String::new();
        self.outline.keep_comments_of(&self.outline.item(at).value, &mut found);
        self.keep_above(at, &found);
    }
}

/// Aligns the `=` of a new line with that of the line above if people aligned it.
fn align<'s>(above: &Item<'s>, keys: &mut [Key<'s>], equals: &mut Text<'s>) {
    let blank = above.equals.len() - above.equals.trim_start().len();
    if blank < 2 {
        return;
    }
    let width = |keys: &[Key<'_>]| {
        keys.iter().map(|key| key.dot.chars().count() + key.raw.chars().count()).sum::<usize>()
    };
    let column = width(&above.keys) + blank;
    let blank = column.saturating_sub(width(keys)).max(1);
    *equals = format!("{:blank$}= ", "").into();
}

/// The keys of a new item.
pub(super) fn new_keys<'s>(names: &[&str]) -> Vec<Key<'s>> {
    let key = |(at, name): (usize, &&str)| Key {
        dot: Cow::Borrowed(if at == 0 { "" } else { "." }),
        raw: quoting::key(name).into(),
        name: (*name).to_owned().into(),
    };
    names.iter().enumerate().map(key).collect()
}
