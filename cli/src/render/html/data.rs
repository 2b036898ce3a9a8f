//! What the script is handed.

use std::collections::BTreeMap;

use code_registry_table::{Language, Radix, Table, is_right_to_left};
use serde::Serialize;

use crate::words::Words;

/// Everything that the page shows in one language or another.
#[derive(Debug, Serialize)]
pub(super) struct Data<'a> {
    pub(super) languages: Vec<Spoken<'a>>,
    /// The language that the page begins with, by its column.
    pub(super) shown: usize,
    /// The words of the page itself, by language and symbol.
    pub(super) words: BTreeMap<String, BTreeMap<&'static str, String>>,
    /// By language of the table: the text of every place that shows one, in the order of the page.
    pub(super) texts: Vec<Vec<Text>>,
    /// How a reader may write a value.
    pub(super) values: Values<'a>,
}

/// A language of the table.
#[derive(Debug, Serialize)]
pub(super) struct Spoken<'a> {
    tag: &'a str,
    dir: &'static str,
    /// The language of the words that go with its texts.
    words: String,
}

/// What a place shows in one language.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(super) enum Text {
    Nothing,
    /// What it shows in another language, by its column.
    Like(usize),
    Plain(String),
    /// The sentences of a message, each with the choice that leads to it.
    Sentences(Vec<[String; 2]>),
}

/// What stands around the digits of a value, and whether they are hexadecimal.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Values<'a> {
    before: &'a str,
    after: &'a str,
    hexadecimal: bool,
    text: bool,
}

impl<'a> Spoken<'a> {
    pub(super) fn new(language: &'a Language) -> Self {
        Self {
            tag: &language.tag,
            dir: direction(language),
            words: Words::of(language).language().to_string(),
        }
    }
}

impl<'a> Values<'a> {
    pub(super) fn new(table: &'a Table) -> Self {
        let around = table.label.as_ref();
        Self {
            before: around.map_or("", |label| &label.before),
            after: around.map_or("", |label| &label.after),
            hexadecimal: around.is_some_and(|label| label.radix != Radix::Decimal),
            text: table.repr.is_text(),
        }
    }

    /// A value as the script reads it.
    pub(super) fn digits(&self, table: &Table, value: i128) -> String {
        if !self.hexadecimal {
            return table.repr.show(value);
        }
        let label = table.label(value);
        let digits = label.strip_prefix(self.before).and_then(|rest| rest.strip_suffix(self.after));
        format!("0x{}", digits.unwrap_or_default())
    }
}

/// The value of `dir`.
pub(super) fn direction(language: &Language) -> &'static str {
    if is_right_to_left(&language.tag) { "rtl" } else { "ltr" }
}
