//! The meaning of messages, written from docs/format.md and CLDR without looking at the project's own code.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use arbitrary::Arbitrary;
use code_registry::Argument;

/// The arguments that a message may name.
pub const NAMES: [&str; 4] = ["count", "folder", "kind", "0"];

/// How the row declares the arguments.
pub const ARGS: &str = "{ count = \"count\", folder = \"text\", kind = [\"file\", \"-1\", \"à\", \"two words\"], 0 = \"count\" }";

/// The text of an empty sentence.
const NOTHING: &str = "-";

/// The words of a select.
const WORDS: [&str; 4] = ["file", "-1", "à", "two words"];

#[derive(Debug, Clone, Copy, Arbitrary)]
pub enum Tag {
    English,
    Italian,
    Polish,
    Hebrew,
    Japanese,
}

/// The value of an argument.
#[derive(Debug, Arbitrary)]
pub enum Given {
    Missing,
    Text(String),
    Word(u8),
    Signed(i64),
    Small(u8),
}

#[derive(Debug, Arbitrary)]
pub enum Message {
    Sentence(Vec<Piece>),
    Choice { by: By, name: u8, cases: Vec<(Case, Message)>, other: Box<Message> },
}

#[derive(Debug, Clone, Copy, PartialEq, Arbitrary)]
pub enum By {
    Plural,
    Ordinal,
    Select,
}

#[derive(Debug, Arbitrary)]
pub enum Piece {
    Text(String),
    Long(char, u8),
    Argument(u8),
}

#[derive(Debug, Arbitrary)]
pub enum Case {
    Exact(u8),
    Category(u8),
    Word(u8),
}

impl Tag {
    pub fn name(self) -> &'static str {
        ["en", "it", "pl", "he", "ja"][self as usize]
    }

    /// The plural category of a whole number.
    fn category(self, by: By, n: u64) -> &'static str {
        let (tens, hundreds) = (n % 10, n % 100);
        match (self, by, n) {
            (Self::English, By::Ordinal, _) => match (tens, hundreds) {
                (1, 1 | 21..) => "one",
                (2, 2 | 22..) => "two",
                (3, 3 | 23..) => "few",
                _ => "other",
            },
            (Self::Italian, By::Ordinal, 8 | 11 | 80 | 800) => "many",
            (_, By::Ordinal, _) | (Self::Japanese, ..) => "other",
            (_, _, 1) => "one",
            (Self::Italian, _, _) if n != 0 && n.is_multiple_of(1_000_000) => "many",
            (Self::Polish, _, _) if (2..=4).contains(&tens) && !(12..=14).contains(&hundreds) => "few",
            (Self::Polish, ..) => "many",
            (Self::Hebrew, _, 2) => "two",
            _ => "other",
        }
    }
}

impl Given {
    pub fn shown(&self) -> Option<&dyn Display> {
        match self {
            Self::Missing => None,
            Self::Text(text) => Some(text),
            Self::Word(word) => Some(&WORDS[usize::from(*word) % WORDS.len()]),
            Self::Signed(number) => Some(number),
            Self::Small(number) => Some(number),
        }
    }

    /// The value with its kind. Without language-specific formats, a count is shown as Rust shows it.
    pub fn argument(&self) -> Option<Argument<'_>> {
        match self {
            Self::Missing => None,
            Self::Text(text) => Some(Argument::text(text)),
            Self::Word(word) => Some(WORDS[usize::from(*word) % WORDS.len()].into()),
            Self::Signed(number) => Some(Argument::count(number)),
            Self::Small(number) => Some(Argument::integer(number)),
        }
    }

    /// `None` for a text: it may be a number too, which this model does not read.
    fn number(&self) -> Option<u64> {
        match self {
            Self::Signed(number) => Some(number.unsigned_abs()),
            Self::Small(number) => Some((*number).into()),
            _ => None,
        }
    }
}

fn name(index: u8) -> &'static str {
    NAMES[usize::from(index) % NAMES.len()]
}

/// The argument that makes a choice: only one of them is a word.
fn chooser(by: By, index: u8) -> &'static str {
    match by {
        By::Select => "kind",
        By::Plural | By::Ordinal => ["count", "0"][usize::from(index) % 2],
    }
}

impl Message {
    /// The text of the message; `None` if the model does not know it.
    pub fn said(&self, tag: Tag, given: &BTreeMap<&str, &Given>) -> Option<String> {
        match self {
            Self::Sentence(pieces) => Some(sentence(pieces).map_or_else(
                || NOTHING.to_owned(),
                |pieces| pieces.iter().map(|piece| piece.said(given)).collect(),
            )),
            Self::Choice { by, name: index, cases, other } => {
                let argument = given[chooser(*by, *index)];
                let cases = unique(*by, cases);
                let Some(shown) = argument.shown() else { return other.said(tag, given) };
                let shown = shown.to_string();
                let exact = cases.get(&shown).filter(|_| *by == By::Select || shown.parse::<u64>().is_ok());
                let chosen = match exact {
                    None if *by != By::Select => cases.get(tag.category(*by, argument.number()?)),
                    exact => exact,
                };
                chosen.map_or(&**other, |message| message).said(tag, given)
            }
        }
    }
}

impl Piece {
    fn said(&self, given: &BTreeMap<&str, &Given>) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Long(character, count) => character.to_string().repeat((*count).into()),
            Self::Argument(index) => {
                let shown = given[name(*index)].shown();
                shown.map_or_else(|| format!("{{{}}}", name(*index)), ToString::to_string)
            }
        }
    }

    fn written(&self) -> String {
        match self {
            Self::Argument(index) => format!("{{{}}}", name(*index)),
            text => text.said(&BTreeMap::new()).replace('{', "{{").replace('}', "}}"),
        }
    }
}

/// A sentence that is present. Without any, the table would have an error, and most inputs have one.
fn sentence(pieces: &[Piece]) -> Option<&[Piece]> {
    let is_there = pieces.iter().any(|piece| !piece.written().trim().is_empty());
    is_there.then_some(pieces)
}

/// The cases by key. For equal keys, the first one counts.
fn unique(by: By, cases: &[(Case, Message)]) -> BTreeMap<String, &Message> {
    let mut unique = BTreeMap::new();
    for (case, message) in cases {
        let key = match (by, case) {
            (By::Select, Case::Exact(word) | Case::Category(word) | Case::Word(word)) => {
                WORDS[usize::from(*word) % WORDS.len()].to_owned()
            }
            (_, Case::Category(at) | Case::Word(at)) => {
                ["zero", "one", "two", "few", "many"][usize::from(*at) % 5].to_owned()
            }
            (_, Case::Exact(number)) => number.to_string(),
        };
        unique.entry(key).or_insert(message);
    }
    unique
}

impl Display for Message {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sentence(pieces) => {
                let written = sentence(pieces).map(|pieces| pieces.iter().map(Piece::written).collect());
                f.write_str(&quoted(&written.unwrap_or_else(|| NOTHING.to_owned())))
            }
            Self::Choice { by, name: index, cases, other } => {
                let by_name = ["plural", "ordinal", "select"][*by as usize];
                write!(f, "{{ {by_name} = {}, ", quoted(chooser(*by, *index)))?;
                for (key, message) in unique(*by, cases) {
                    write!(f, "{} = {message}, ", quoted(&key))?;
                }
                write!(f, "other = {other} }}")
            }
        }
    }
}

/// A JSON string is also a TOML string.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
