//! A table as its author thinks of it. Nothing is checked here: generated tables are valid.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub title: Texts,
    pub notes: Vec<Texts>,
    pub repr: Repr,
    /// The first is the default language.
    pub languages: Vec<Language>,
    pub prefix: Option<String>,
    pub label: Option<Label>,
    pub unlisted: Option<String>,
    pub serde: Option<&'static str>,
    pub references: Vec<String>,
    pub properties: Vec<Property>,
    /// In the order of the file, which has no meaning.
    pub rows: Vec<Row>,
}

/// By language.
pub type Texts = BTreeMap<String, String>;

/// The type of the values.
#[derive(Debug, Clone, PartialEq)]
pub enum Repr {
    Number { name: &'static str, min: i128, max: i128 },
    Text { length: usize },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Language {
    pub tag: String,
    pub policy: Option<&'static str>,
    pub fallback: Vec<String>,
    pub has_file: bool,
}

/// The texts before and after a value, the least number of digits, and `x`, `X` or nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    pub before: &'static str,
    pub after: &'static str,
    pub width: usize,
    pub digits: &'static str,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Property {
    pub name: String,
    pub kind: PropertyKind,
    pub default: Option<Cell>,
    pub doc: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum PropertyKind {
    Bool,
    Integer(&'static str),
    Str,
    Enum(Vec<String>),
}

/// The value of a column in a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Bool(bool),
    Integer(i128),
    Str(String),
    Word(String),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub extent: Extent,
    pub symbol: String,
    pub variant: Option<String>,
    pub status: Option<&'static str>,
    pub replaced_by: Option<Value>,
    pub aliases: BTreeSet<String>,
    pub since: Option<String>,
    pub references: Vec<String>,
    pub name: Texts,
    pub description: Texts,
    pub help: Texts,
    pub notes: Vec<Texts>,
    pub message: BTreeMap<String, Message>,
    pub args: Option<BTreeMap<String, &'static str>>,
    pub cells: BTreeMap<String, Cell>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    Number(i128),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extent {
    Code(Value),
    /// First and last value.
    Numbers(i128, i128),
    /// All values with this beginning.
    Prefix(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    Sentence(Vec<Piece>),
    Choice { by: &'static str, argument: String, cases: BTreeMap<String, Message> },
}

#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    Text(String),
    Argument(String),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl Table {
    pub fn default_language(&self) -> &str {
        &self.languages[0].tag
    }

    pub fn row(&self, symbol: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.symbol == symbol)
    }
}
