//! The tables of a file as a tree, however each of them is written.

use core::ops::Range;
use std::borrow::Cow;
use std::collections::HashMap;

use code_registry_table::{canonical_tag, schema};
use toml_parser::ParseError;

use super::outline::{Key, Kind, Outline, Text, Value};

/// The first node.
pub(super) const ROOT: usize = 0;

/// The index of an item: its scope, and its position there.
pub(super) type At = (usize, usize);

#[derive(Debug)]
pub(super) struct Tree<'s> {
    pub(super) nodes: Vec<Node<'s>>,
    /// For each scope, its table and the section around it.
    pub(super) holders: Vec<(usize, usize)>,
    by_name: HashMap<(usize, Text<'s>), usize>,
}

/// A key and its content.
#[derive(Debug)]
pub(super) struct Node<'s> {
    pub(super) parent: usize,
    pub(super) name: Text<'s>,
    pub(super) children: Vec<usize>,
    /// Its value, if it is written at one place.
    pub(super) item: Option<At>,
    /// The sections whose header it is.
    pub(super) headers: Vec<usize>,
    /// Where new keys are added; empty if there is no such place yet.
    pub(super) home: Option<Home>,
    /// Whether it has a header in double brackets, or is such a list.
    pub(super) is_list: bool,
}

/// The place of a table's keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Home {
    pub(super) scope: usize,
    /// The number of keys from the scope to the table.
    pub(super) depth: usize,
}

impl<'s> Tree<'s> {
    pub(super) fn of(outline: &Outline<'s>) -> Self {
        let holders = vec![(ROOT, 0); outline.scopes.len()];
        let mut tree = Self { nodes: Vec::new(), holders, by_name: HashMap::new() };
        tree.nodes.push(Node::new(ROOT, Cow::Borrowed("")));
        for (at, section) in outline.sections.iter().enumerate() {
            let table = match &section.header {
                Some(header) => tree.header(at, &header.keys, header.is_list),
                None => ROOT,
            };
            let home = Home { scope: section.scope, depth: 0 };
            tree.nodes[table].home = Some(home);
            tree.scope(outline, (table, at), section.scope);
        }
        tree
    }

    /// The table of a header.
    fn header(&mut self, section: usize, keys: &[Key<'s>], is_list: bool) -> usize {
        let mut node = ROOT;
        for (at, key) in keys.iter().enumerate() {
            node = self.enter(node, key.name.clone());
            let is_last = at + 1 == keys.len();
            if self.nodes[node].is_list && !is_last {
                node = self.nodes[node].children.last().copied().unwrap_or(node);
            } else if is_last && is_list {
                self.nodes[node].is_list = true;
                let count = self.nodes[node].children.len().to_string();
                node = self.enter(node, Cow::Owned(count));
            }
        }
        self.nodes[node].headers.push(section);
        node
    }

    fn scope(&mut self, outline: &Outline<'s>, holder: (usize, usize), scope: usize) {
        self.holders[scope] = holder;
        for at in 0..outline.scopes[scope].items.len() {
            self.item(outline, (scope, at));
        }
    }

    /// Adds an item of a scope that is known.
    pub(super) fn item(&mut self, outline: &Outline<'s>, at: At) {
        let item = outline.item(at);
        let (mut node, section) = self.holders[at.0];
        if item.keys.is_empty() {
            node = self.enter(node, Cow::Owned(at.1.to_string()));
        }
        for (depth, key) in item.keys.iter().enumerate() {
            node = self.enter(node, key.name.clone());
            if depth + 1 < item.keys.len() && self.nodes[node].home.is_none() {
                self.nodes[node].home = Some(Home { scope: at.0, depth: depth + 1 });
            }
        }
        self.nodes[node].item = Some(at);
        if let Value::Scope(inner) = item.value {
            let is_braces = outline.scopes[inner].kind == Kind::Braces;
            self.nodes[node].home = is_braces.then_some(Home { scope: inner, depth: 0 });
            self.scope(outline, (node, section), inner);
        }
    }

    /// The child of this name, which is created if it does not exist.
    fn enter(&mut self, parent: usize, name: Text<'s>) -> usize {
        let next = self.nodes.len();
        let child = *self.by_name.entry((parent, name.clone())).or_insert(next);
        if child == next {
            self.nodes.push(Node::new(parent, name));
            self.nodes[parent].children.push(next);
        }
        child
    }

    /// The child of this name.
    pub(super) fn child(&self, parent: usize, name: &str) -> Option<usize> {
        // The map accepts names with a shorter lifetime than its own.
        let by_name: &HashMap<(usize, Text<'_>), usize> = &self.by_name;
        by_name.get(&(parent, Cow::Borrowed(name))).copied()
    }

    /// The existing part of a path: the innermost node, and the number of keys to it. Tags match in any spelling.
    pub(super) fn find(&self, path: &[&str]) -> (usize, usize) {
        let (mut node, mut is_tagged) = (ROOT, false);
        for (depth, name) in path.iter().enumerate() {
            // A word that is a value can look like a tag.
            let tag = || if is_tagged { self.same_tag(node, name) } else { None };
            let Some(child) = self.child(node, name).or_else(tag) else { return (node, depth) };
            // Notes have an index before the keys for languages.
            let is_column = depth == 2 && schema::is_column(path[0], name);
            is_tagged =
                super::holds_languages(name) || is_column || (is_tagged && name.parse::<usize>().is_ok());
            node = child;
        }
        (node, path.len())
    }

    /// `pt-br` is `pt-BR`.
    fn same_tag(&self, node: usize, tag: &str) -> Option<usize> {
        let tag = canonical_tag(tag)?;
        let children = &self.nodes[node].children;
        children.iter().copied().find(|&child| canonical_tag(&self.nodes[child].name).as_ref() == Some(&tag))
    }

    /// Takes a node out of the tree.
    pub(super) fn detach(&mut self, node: usize) {
        let Node { parent, name, .. } = &self.nodes[node];
        let (parent, name) = (*parent, name.clone());
        self.by_name.remove(&(parent, name));
        let children = &mut self.nodes[parent].children;
        if let Some(at) = children.iter().rposition(|&child| child == node) {
            children.remove(at);
        }
    }

    /// Removes everything under a node from the tree.
    pub(super) fn prune(&mut self, node: usize) {
        for child in core::mem::take(&mut self.nodes[node].children) {
            let name = self.nodes[child].name.clone();
            self.by_name.remove(&(node, name));
        }
    }

    /// The items and sections of a node and of everything under it, in the order of the file.
    pub(super) fn parts(&self, node: usize) -> (Vec<At>, Vec<usize>) {
        let (mut items, mut sections, mut open) = (Vec::new(), Vec::new(), vec![node]);
        while let Some(node) = open.pop() {
            let node = &self.nodes[node];
            sections.extend(&node.headers);
            match node.item {
                Some(at) => items.push(at),
                None => open.extend(&node.children),
            }
        }
        items.sort_unstable();
        sections.sort_unstable();
        (items, sections)
    }

    /// The names of the keys from the root to a node.
    pub(super) fn path(&self, node: usize) -> Vec<String> {
        let mut path = Vec::new();
        let mut at = node;
        while at != ROOT {
            path.push(self.nodes[at].name.clone().into_owned());
            at = self.nodes[at].parent;
        }
        path.reverse();
        path
    }
}

impl<'s> Node<'s> {
    fn new(parent: usize, name: Text<'s>) -> Self {
        Self {
            parent,
            name,
            children: Vec::new(),
            item: None,
            headers: Vec::new(),
            home: None,
            is_list: false,
        }
    }
}

/// The places of the values of a file.
#[derive(Debug)]
pub(crate) struct Places<'s> {
    outline: Outline<'s>,
    tree: Tree<'s>,
}

impl<'s> Places<'s> {
    pub(crate) fn read(text: &'s str) -> Result<Self, ParseError> {
        let outline = Outline::read(text)?;
        let tree = Tree::of(&outline);
        Ok(Self { outline, tree })
    }

    /// The bytes of the value at a path; of one that is written in parts, from the first to the last.
    pub(crate) fn span(&self, path: &[&str]) -> Option<Range<usize>> {
        let (node, depth) = self.tree.find(path);
        if depth < path.len() {
            return None;
        }
        let (items, _) = self.tree.parts(node);
        let spans = || items.iter().map(|&at| self.outline.item(at).span.clone());
        Some(spans().map(|span| span.start).min()?..spans().map(|span| span.end).max()?)
    }
}
