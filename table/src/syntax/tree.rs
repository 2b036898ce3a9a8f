//! The tree of a file: tables, values and keys, each with its place.

use core::fmt::{self, Display, Formatter};
use core::mem;
use core::ops::Range;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Tables with more keys than this have an index; in smaller ones a search from the last key is faster.
const MOST_SEARCHED: usize = 16;

/// A value and its bytes in the file.
#[derive(Debug, Clone)]
pub struct Value<'i> {
    /// Its content.
    pub kind: Kind<'i>,
    /// Its bytes; for a table under a header, those of the header; for one made by a dotted key, those of the key.
    pub span: Range<usize>,
}

/// The content of a value.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the names are TOML's")]
pub enum Kind<'i> {
    String(Cow<'i, str>),
    Integer(Integer<'i>),
    Float,
    Boolean(bool),
    Datetime,
    Array {
        items: Vec<Value<'i>>,
        /// Made by headers in double brackets.
        has_headers: bool,
    },
    Table(Table<'i>),
    /// A value that could not be read; the syntax error has been recorded.
    Lost,
}

/// An integer as it is written, which may have any number of digits.
#[derive(Debug, Clone, Copy)]
pub struct Integer<'i>(pub(super) &'i str);

/// A key and its bytes, with its quotes.
#[derive(Debug, Clone)]
pub struct Key<'i> {
    /// Its text.
    pub name: Cow<'i, str>,
    /// Its bytes.
    pub span: Range<usize>,
}

/// A key with its value.
#[derive(Debug, Clone)]
pub struct Entry<'i> {
    /// The key.
    pub key: Key<'i>,
    /// The value.
    pub value: Value<'i>,
}

/// The entries of a table in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Table<'i> {
    entries: Vec<Entry<'i>>,
    /// Where each key is in `entries`; only for tables with many keys.
    #[allow(clippy::box_collection, reason = "most tables have none: it takes the room of a pointer")]
    index: Option<Box<BTreeMap<String, usize>>>,
    origin: Origin,
    /// Whether a key was moved to the place of a later header.
    has_moved: bool,
}

/// How a table was made, which decides what may extend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Origin {
    /// A header of its own, or the file.
    #[default]
    Header,
    /// A header of a table in it.
    InnerHeader,
    /// A dotted key.
    DottedKey,
    /// Braces. Nothing may extend the tables in them either, because no path leads through one.
    Braces,
}

/// Why a key or a header cannot be added: its place, and the place of the existing key.
#[derive(Debug)]
pub(super) struct Conflict {
    pub(super) key: Range<usize>,
    pub(super) first: Range<usize>,
    /// The first has a value that is not a table, or one that is complete.
    pub(super) extends_value: bool,
}

impl<'i> Value<'i> {
    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The table, if it is one.
    pub fn as_table(&self) -> Option<&Table<'i>> {
        match &self.kind {
            Kind::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The values of a list; another value is a list of itself.
    pub fn items(&self) -> &[Self] {
        match &self.kind {
            Kind::Array { items, .. } => items,
            _ => core::slice::from_ref(self),
        }
    }

    /// Whether it is an integer.
    pub fn is_integer(&self) -> bool {
        matches!(self.kind, Kind::Integer(_))
    }

    /// Whether it is a list.
    pub fn is_array(&self) -> bool {
        matches!(self.kind, Kind::Array { .. })
    }

    /// The value at a key, if this is a table.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_table()?.get(name)
    }
}

impl Integer<'_> {
    /// 2, 8, 10 or 16.
    pub fn radix(self) -> u32 {
        match self.0.as_bytes() {
            [b'0', b'x', ..] => 16,
            [b'0', b'o', ..] => 8,
            [b'0', b'b', ..] => 2,
            _ => 10,
        }
    }

    /// The number, if it fits.
    pub fn value(self) -> Option<i128> {
        let radix = self.radix();
        let digits = if radix == 10 { self.0 } else { &self.0[2..] };
        if digits.contains('_') {
            return i128::from_str_radix(&digits.replace('_', ""), radix).ok();
        }
        i128::from_str_radix(digits, radix).ok()
    }
}

/// As it is written, without underscores.
impl Display for Integer<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.replace('_', ""))
    }
}

impl<'i> Table<'i> {
    pub(super) fn new(origin: Origin) -> Self {
        Self { origin, ..Self::default() }
    }

    /// The number of keys.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has no keys.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries; see [`in_file_order`](Self::in_file_order) for their order.
    pub fn entries(&self) -> &[Entry<'i>] {
        &self.entries
    }

    /// The entries in the order of their keys. A header that follows the header of a table in it is the later key.
    pub fn in_file_order(&self) -> Vec<&Entry<'i>> {
        let mut entries = Vec::with_capacity(self.entries.len());
        entries.extend(&self.entries);
        if self.has_moved {
            entries.sort_by_cached_key(|entry| entry.key.span.start);
        }
        entries
    }

    /// The key and the value.
    pub fn entry(&self, name: &str) -> Option<&Entry<'i>> {
        Some(&self.entries[self.position(name)?])
    }

    /// The value at a key.
    pub fn get(&self, name: &str) -> Option<&Value<'i>> {
        Some(&self.entry(name)?.value)
    }

    /// The table at a key.
    pub fn table(&self, name: &str) -> Option<&Self> {
        self.get(name)?.as_table()
    }

    fn position(&self, name: &str) -> Option<usize> {
        if let Some(index) = &self.index {
            return index.get(name).copied();
        }
        // Backwards: dotted keys with the same beginning follow each other.
        let mut at = self.entries.len();
        while at > 0 {
            at -= 1;
            let known: &str = &self.entries[at].key.name;
            if known.len() == name.len() && known == name {
                return Some(at);
            }
        }
        None
    }

    /// Adds a key that does not exist yet; returns its position.
    fn push(&mut self, key: Key<'i>, value: Value<'i>) -> usize {
        let at = self.entries.len();
        if let Some(index) = &mut self.index {
            index.insert(key.name.clone().into_owned(), at);
        } else if at == MOST_SEARCHED {
            let mut index = BTreeMap::new();
            for (at, entry) in self.entries.iter().enumerate() {
                index.insert(entry.key.name.clone().into_owned(), at);
            }
            index.insert(key.name.clone().into_owned(), at);
            self.index = Some(Box::new(index));
        }
        self.entries.push(Entry { key, value });
        at
    }

    /// Adds a value under a dotted key, whose last part is `key`.
    pub(super) fn insert(
        &mut self,
        path: &[Key<'i>],
        key: Key<'i>,
        value: Value<'i>,
    ) -> Result<(), Conflict> {
        let mut table = self;
        for part in path {
            table = table.dotted(part)?;
        }
        match table.position(&key.name) {
            None => {
                table.push(key, value);
            }
            Some(at) if table.entries[at].value.is_lost() => table.entries[at] = Entry { key, value },
            Some(_) if value.is_lost() => {}
            Some(at) => {
                let first = table.entries[at].key.span.clone();
                return Err(Conflict { key: key.span, first, extends_value: false });
            }
        }
        Ok(())
    }

    /// The table that a part of a dotted key names.
    fn dotted(&mut self, part: &Key<'i>) -> Result<&mut Self, Conflict> {
        let at = self.position_or_new(part, Origin::DottedKey);
        let Entry { key, value } = &mut self.entries[at];
        let conflict = |extends_value| {
            let (key, first) = (part.span.clone(), key.span.clone());
            Err(Conflict { key, first, extends_value })
        };
        match &mut value.kind {
            Kind::Table(table) => match table.origin {
                Origin::InnerHeader => {
                    table.origin = Origin::DottedKey;
                    Ok(table)
                }
                Origin::DottedKey => Ok(table),
                Origin::Header => conflict(false),
                Origin::Braces => conflict(true),
            },
            Kind::Array { has_headers: true, .. } => conflict(false),
            _ => conflict(true),
        }
    }

    /// The position of a key, with a new table under it if it did not exist.
    fn position_or_new(&mut self, part: &Key<'i>, origin: Origin) -> usize {
        let table = || Value { kind: Kind::Table(Self::new(origin)), span: part.span.clone() };
        match self.position(&part.name) {
            Some(at) if self.entries[at].value.is_lost() => {
                self.entries[at] = Entry { key: part.clone(), value: table() };
                at
            }
            Some(at) => at,
            None => self.push(part.clone(), table()),
        }
    }

    /// Makes room for the table of a header, whose bytes are `span`, and takes what headers of inner tables have added
    /// to it. The positions on the path to it are added to `route`, for [`put`](Self::put).
    pub(super) fn open(
        &mut self,
        path: &[Key<'i>],
        key: Key<'i>,
        span: Range<usize>,
        in_list: bool,
        route: &mut Vec<usize>,
    ) -> Result<Self, Conflict> {
        let mut table = self;
        for part in path {
            let at = table.position_or_new(part, Origin::InnerHeader);
            route.push(at);
            let first = table.entries[at].key.span.clone();
            let Some(inner) = table.entries[at].value.innermost() else {
                return Err(Conflict { key: part.span.clone(), first, extends_value: true });
            };
            table = inner;
        }
        let new = || Value { kind: Kind::Table(Self::default()), span: span.clone() };
        let list =
            || Value { kind: Kind::Array { items: vec![new()], has_headers: true }, span: span.clone() };
        let Some(at) = table.position(&key.name) else {
            route.push(table.push(key, if in_list { list() } else { new() }));
            return Ok(Self::default());
        };
        route.push(at);
        let entry = &mut table.entries[at];
        match &mut entry.value.kind {
            Kind::Array { items, has_headers: true } if in_list => items.push(new()),
            Kind::Table(inner) if !in_list && inner.origin == Origin::InnerHeader => {
                let inner = mem::take(inner);
                (entry.key, entry.value.span, table.has_moved) = (key, span, true);
                return Ok(Self { origin: Origin::Header, ..inner });
            }
            Kind::Lost => *entry = Entry { key, value: if in_list { list() } else { new() } },
            _ => {
                let first = entry.key.span.clone();
                return Err(Conflict { key: key.span, first, extends_value: false });
            }
        }
        Ok(Self::default())
    }

    /// Puts the table of a header where [`open`](Self::open) made room for it.
    pub(super) fn put(&mut self, route: &[usize], table: Self) {
        if let Some(room) = self.at(route) {
            *room = table;
        }
    }

    /// Takes a table out, to be [`put`](Self::put) back.
    pub(super) fn take(&mut self, route: &[usize]) -> Option<Self> {
        self.at(route).map(mem::take)
    }

    fn at(&mut self, route: &[usize]) -> Option<&mut Self> {
        let mut table = self;
        for &at in route {
            table = table.entries[at].value.innermost()?;
        }
        Some(table)
    }
}

impl<'i> Value<'i> {
    fn is_lost(&self) -> bool {
        matches!(self.kind, Kind::Lost)
    }

    /// The table that a header continues: this one, or the last of a list of tables.
    fn innermost(&mut self) -> Option<&mut Table<'i>> {
        match &mut self.kind {
            Kind::Table(table) if table.origin != Origin::Braces => Some(table),
            Kind::Array { items, has_headers: true } => match &mut items.last_mut()?.kind {
                Kind::Table(table) => Some(table),
                _ => None,
            },
            _ => None,
        }
    }
}
