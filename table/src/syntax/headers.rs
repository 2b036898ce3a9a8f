//! The tables under headers: which one the keys of a statement belong to, and headers that occur twice.

use core::mem;
use core::ops::Range;
use std::borrow::Cow;

use crate::syntax::Problem;
use crate::syntax::tree::{Conflict, Key, Table};

/// Where the keys under a header go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    /// The tables of the file.
    Root,
    /// The tables under headers that occur a second time.
    Repeated,
    /// Nowhere, because the header cannot be read.
    Nowhere,
}

/// The tables of a file while it is read. The table under the last header is kept apart, so that its keys are not
/// looked up in the whole tree.
#[derive(Debug)]
pub(super) struct Headers<'i> {
    root: Table<'i>,
    repeated: Table<'i>,
    table: Table<'i>,
    target: Target,
    /// The path from the target to the table.
    route: Vec<usize>,
    /// The keys of the header that began the repeated part.
    repeated_path: Vec<Cow<'i, str>>,
}

/// A header: its keys except the last, the last key, its bytes, and whether it is in double brackets.
pub(super) struct Header<'h, 'i> {
    pub(super) path: &'h [Key<'i>],
    pub(super) key: Key<'i>,
    pub(super) span: Range<usize>,
    pub(super) in_list: bool,
}

impl<'i> Headers<'i> {
    pub(super) fn new() -> Self {
        Self {
            root: Table::default(),
            repeated: Table::default(),
            table: Table::default(),
            target: Target::Root,
            route: Vec::new(),
            repeated_path: Vec::new(),
        }
    }

    /// The table under the last header, if its keys go anywhere.
    pub(super) fn table(&mut self) -> Option<&mut Table<'i>> {
        (self.target != Target::Nowhere).then_some(&mut self.table)
    }

    /// Whether the table already exists, so that its keys may exist too.
    pub(super) fn is_repeated(&self) -> bool {
        self.target == Target::Repeated
    }

    /// Puts the table under the last header into the tree. The following keys are dropped.
    pub(super) fn end_table(&mut self) {
        let table = mem::take(&mut self.table);
        match mem::replace(&mut self.target, Target::Nowhere) {
            Target::Root => self.root.put(&self.route, table),
            Target::Repeated => self.repeated.put(&self.route, table),
            Target::Nowhere => {}
        }
    }

    /// Ends the last table. Returns the tables of the file, and those that occur a second time.
    pub(super) fn finish(mut self) -> (Table<'i>, Table<'i>) {
        self.end_table();
        (self.root, self.repeated)
    }

    /// Begins the table under a header. Returns an error and its place; a header that may not have been meant as one is
    /// not reported.
    pub(super) fn begin_table(
        &mut self,
        header: Header<'_, 'i>,
        is_certain: bool,
    ) -> Option<(Range<usize>, Problem)> {
        self.end_table();
        let is_inner = self.is_in_repeated(&header);
        if !is_inner {
            self.repeated_path.clear();
        }
        let Header { path, key, span, in_list } = header;
        self.route.clear();
        let root = if is_inner { &mut self.repeated } else { &mut self.root };
        match root.open(path, key.clone(), span.clone(), in_list, &mut self.route) {
            Ok(table) => {
                self.table = table;
                self.target = if is_inner { Target::Repeated } else { Target::Root };
                None
            }
            Err(conflict) if is_inner => {
                self.reopen(&conflict);
                None
            }
            Err(_) if !is_certain => None,
            Err(conflict) => Some(self.repeat(Header { path, key, span, in_list }, conflict)),
        }
    }

    /// Whether a header continues the one that began the repeated part.
    fn is_in_repeated(&self, header: &Header<'_, 'i>) -> bool {
        if self.repeated_path.is_empty() || header.path.len() < self.repeated_path.len() {
            return false;
        }
        let names = header.path.iter().map(|key| &key.name);
        names.zip(&self.repeated_path).all(|(name, repeated)| name == repeated)
    }

    /// Begins a table that already exists: it is read separately.
    fn repeat(&mut self, header: Header<'_, 'i>, conflict: Conflict) -> (Range<usize>, Problem) {
        let Conflict { key: place, first, extends_value } = conflict;
        if extends_value {
            return (place, Problem::ExtendsValue { first });
        }
        let Header { path, key, span, in_list } = header;
        self.repeated_path.extend(path.iter().map(|key| key.name.clone()));
        self.repeated_path.push(key.name.clone());
        let names = self.repeated_path.iter().map(|name| name.clone().into_owned()).collect();
        self.route.clear();
        match self.repeated.open(path, key, span, in_list, &mut self.route) {
            Ok(table) => (self.table, self.target) = (table, Target::Repeated),
            Err(conflict) => self.reopen(&conflict),
        }
        (place, Problem::DuplicateHeader { first, path: names })
    }

    /// Continues with a table of the repeated part: a header that occurs a third time may have errors below it too.
    fn reopen(&mut self, conflict: &Conflict) {
        if let Some(table) = self.repeated.take(&self.route).filter(|_| !conflict.extends_value) {
            (self.table, self.target) = (table, Target::Repeated);
        }
    }
}
