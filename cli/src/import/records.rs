//! Makes a table from the records of another format: the type of its values, its symbols and its languages.
use crate::document::{Document, Node, Section};
use crate::error::Error;
use crate::error::ToolMessage;
use code_registry_table::{Repr, variant_name};
use std::collections::HashMap;

/// The maximum number of words in a symbol made from a text.
const MOST_WORDS: usize = 6;

/// A code or a range in another format.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) line: usize,
    /// `1006`, `0x0e-0xff`, `X.1.0`.
    pub(crate) value: String,
    pub(crate) symbol: Option<String>,
    /// The text from which a symbol is made if there is none.
    pub(crate) called: String,
    /// The keys of the row except the symbol.
    pub(crate) fields: Vec<(String, Node)>,
}

/// A value or a range of values as numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numbers {
    pub(crate) first: i128,
    pub(crate) last: Option<i128>,
    is_hexadecimal: bool,
}

impl Numbers {
    pub(crate) fn read(text: &str) -> Option<Self> {
        if let Some(value) = number(text) {
            return Some(Self { first: value, last: None, is_hexadecimal: is_hexadecimal(text) });
        }
        let bounds = |(first, last): (&str, &str)| {
            Some((number(first.trim())?, number(last.trim())?, is_hexadecimal(first)))
        };
        let split = text.split_once("..=").or_else(|| text.split_once("..")).or_else(|| text.split_once('–'));
        let dashes = text.match_indices('-').map(|(at, _)| (&text[..at], &text[at + 1..]));
        let (first, last, is_hexadecimal) = split.into_iter().chain(dashes).find_map(bounds)?;
        Some(Self { first, last: Some(last), is_hexadecimal })
    }

    fn greatest(self) -> i128 {
        self.last.unwrap_or(self.first)
    }
}

fn is_hexadecimal(text: &str) -> bool {
    text.starts_with("0x") || text.starts_with("0X")
}

fn number(text: &str) -> Option<i128> {
    match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(digits) if !digits.starts_with(['+', '-']) => i128::from_str_radix(digits, 16).ok(),
        Some(_) => None,
        None if text.starts_with('+') => None,
        None => text.parse().ok(),
    }
}

/// The table of the records. `head` has the keys of `[registry]` except those that describe values.
pub(crate) fn table(
    mut head: Vec<(String, Node)>,
    others: Vec<Section>,
    records: Vec<Record>,
) -> Result<Document, Error> {
    let numbers: Option<Vec<_>> = records.iter().map(|record| Numbers::read(&record.value)).collect();
    match &numbers {
        Some(numbers) => head.extend(of_numbers(numbers, &records)),
        None => head.extend(of_texts(&records)?),
    }
    let mut sections = vec![Section { path: vec!["registry".to_owned()], fields: head, line: None }];
    sections.extend(others);
    let mut symbols = Symbols::default();
    for (at, record) in records.into_iter().enumerate() {
        let values = numbers.as_ref().map(|numbers| numbers[at]);
        let symbol = symbols.of(&record);
        let kind = if values.is_some_and(|values| values.last.is_some()) { "range" } else { "code" };
        let header = values.map_or_else(|| record.value.clone(), header);
        let fields = [("symbol".to_owned(), Node::Text(symbol))].into_iter().chain(record.fields).collect();
        sections.push(Section { path: vec![kind.to_owned(), header], fields, line: Some(record.line) });
    }
    Ok(Document::new(sections))
}

fn header(values: Numbers) -> String {
    match values.last {
        None => values.first.to_string(),
        Some(last) => format!("{}..={last}", values.first),
    }
}

/// The smallest type that fits the numbers, and a label if all of them are hexadecimal.
fn of_numbers(numbers: &[Numbers], records: &[Record]) -> Vec<(String, Node)> {
    let least = numbers.iter().map(|values| values.first).min().unwrap_or(0);
    let greatest = numbers.iter().map(|values| values.greatest()).max().unwrap_or(0);
    let fits = |repr: &Repr| repr.min() <= least && greatest <= repr.max();
    let repr = Repr::INTEGERS.into_iter().find(fits).unwrap_or(Repr::U64);
    let mut fields = vec![("repr".to_owned(), Node::text(repr.name()))];
    if !numbers.is_empty() && numbers.iter().all(|values| values.is_hexadecimal) {
        let digits = |record: &Record| record.value[2..].bytes().take_while(u8::is_ascii_hexdigit).count();
        let width = records.iter().map(digits).min().unwrap_or(1);
        let has_small =
            records.iter().any(|record| record.value.contains(|digit| matches!(digit, 'a'..='f')));
        let form = if has_small { 'x' } else { 'X' };
        fields.push(("label".to_owned(), Node::Text(format!("0x{{value:0{width}{form}}}"))));
    }
    fields
}

/// The type of text values, if they are short enough.
fn of_texts(records: &[Record]) -> Result<Vec<(String, Node)>, Error> {
    let longest = records.iter().max_by_key(|record| record.value.len());
    let length = longest.map_or(0, |record| record.value.len());
    let is_visible = |record: &&Record| {
        !record.value.is_empty() && record.value.bytes().all(|byte| byte.is_ascii_graphic())
    };
    let bad =
        records.iter().find(|record| !is_visible(record)).or(longest.filter(|_| length > Repr::LONGEST_TEXT));
    if let Some(record) = bad {
        return Err(Error::trouble(ToolMessage::NoValue { line: record.line, value: record.value.clone() }));
    }
    let repr = [("repr".to_owned(), Node::text("str")), ("length".to_owned(), Node::Integer(length as i128))];
    Ok(repr.into())
}

/// The symbols in use, by the variants that they produce, each with its next numeric suffix.
#[derive(Debug, Default)]
pub(crate) struct Symbols(HashMap<String, usize>);

impl Symbols {
    /// The symbol of a record: its own, or one made from its text, with the value as a suffix if it is taken.
    fn of(&mut self, record: &Record) -> String {
        if let Some(symbol) = &record.symbol {
            self.take(symbol);
            return symbol.clone();
        }
        let symbol = symbol(&record.called);
        let is_usable = symbol.starts_with(|first: char| first.is_ascii_alphabetic());
        let symbol =
            if is_usable { symbol } else { format!("CODE_{symbol}").trim_end_matches('_').to_owned() };
        self.free(&symbol, &record.value)
    }

    /// A free symbol, with the value or a number as a suffix if necessary. It is then taken.
    pub(crate) fn free(&mut self, symbol: &str, value: &str) -> String {
        let numbered = format!("{symbol}_{}", self::symbol(value));
        let next = self.0.get(&key(symbol)).copied().unwrap_or(2);
        let counted = (next..).map(|count| (count + 1, format!("{symbol}_{count}")));
        let mut names = [symbol.to_owned(), numbered].map(|name| (next, name)).into_iter().chain(counted);
        let (next, free) = names.find(|(_, name)| !self.0.contains_key(&key(name))).unwrap_or_default();
        self.take(&free);
        self.0.insert(key(symbol), next);
        free
    }

    /// Marks a symbol as taken.
    pub(crate) fn take(&mut self, symbol: &str) {
        self.0.entry(key(symbol)).or_insert(2);
    }
}

fn key(symbol: &str) -> String {
    variant_name(symbol).to_ascii_uppercase()
}

/// `Payload Too Large (RFC 1)` is `PAYLOAD_TOO_LARGE`.
fn symbol(text: &str) -> String {
    let text = text.split(" (").next().filter(|start| !start.trim().is_empty()).unwrap_or(text);
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let text = text.replace(['\'', '’'], "");
    let words = text.split(|character| !is_part(character)).filter(|word| !word.is_empty());
    words.take(MOST_WORDS).collect::<Vec<_>>().join("_").to_ascii_uppercase()
}

/// A text in a language.
pub(crate) fn text(key: &str, tag: &str, text: &str) -> (String, Node) {
    (key.to_owned(), Node::Table(vec![(tag.to_owned(), Node::text(text))]))
}
