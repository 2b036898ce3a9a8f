//! The rows that messages become: numbered from 1 in a new table; in an existing one, those with the symbols of their names.

use std::collections::{BTreeSet, HashMap};

use code_registry_table::{Extent, Message, Piece, Row, Table, symbol_of};

use super::super::records::{Symbols, key};
use crate::add::{self, FreeValues};
use crate::document::{self, Node, Section};
use crate::error::ToolMessage;

/// Finds the row of each message.
pub(super) struct Rows<'t> {
    /// The table to update.
    table: Option<&'t Table>,
    /// Its rows by texts, symbols and aliases, and by the keys of these symbols.
    by_name: HashMap<String, usize>,
    /// The messages by the row that they have or would get.
    messages: HashMap<Target, Vec<String>>,
    symbols: Symbols,
    /// The values of new rows.
    values: FreeValues,
}

/// The row that a message has or would get.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Target {
    Row(usize),
    /// A new row with this word as its value.
    Word(String),
    /// A new row with a symbol of this key.
    Symbol(String),
}

/// The place of a message in the table.
pub(super) struct Place<'t> {
    /// The keys of its section.
    pub(super) path: Vec<String>,
    pub(super) symbol: String,
    /// The row that the table already has.
    pub(super) row: Option<&'t Row>,
}

impl<'t> Rows<'t> {
    /// The rows of a table to update, for the messages with these names.
    pub(super) fn new<'i>(table: Option<&'t Table>, ids: impl Iterator<Item = &'i str>) -> Self {
        let values = table.map_or_else(|| add::new_values(1..=i128::MAX), add::free_values);
        let (by_name, symbols) = (table.map_or_else(HashMap::new, by_name), Symbols::default());
        let mut rows = Self { table, by_name, messages: HashMap::new(), symbols, values };
        for row in table.iter().flat_map(|table| &table.rows) {
            [&row.symbol].into_iter().chain(&row.aliases).for_each(|symbol| rows.symbols.take(symbol));
        }
        for id in ids {
            if let Some(target) = rows.target(id) {
                rows.messages.entry(target).or_default().push(id.to_owned());
            }
        }
        rows
    }

    /// The row of the table for the message with this name. Refuses messages that would share a row: which of them gets it
    /// must not depend on their order.
    pub(super) fn find(&self, id: &str) -> Result<Option<Place<'t>>, ToolMessage> {
        let Some(target) = self.target(id) else {
            // Another update could not find a new row by its number.
            let has_numbers = self.table.is_some_and(|table| !table.repr.is_text());
            return if has_numbers { Err(ToolMessage::NoSymbolForMessage) } else { Ok(None) };
        };
        if let Some(other) = self.messages.get(&target).into_iter().flatten().find(|other| *other != id) {
            return Err(ToolMessage::MessageSymbolTwice { other: other.clone() });
        }
        let (Some(table), Target::Row(at)) = (self.table, target) else { return Ok(None) };
        let row = &table.rows[at];
        Ok(Some(Place { path: path(table, row.extent), symbol: row.symbol.clone(), row: Some(row) }))
    }

    /// A new row. In a table of words, its value is the name of the message.
    pub(super) fn add(&mut self, id: &str) -> Result<Place<'t>, ToolMessage> {
        let value = match self.table.filter(|table| table.repr.is_text()) {
            Some(table) if !table.repr.is_name() => return Err(ToolMessage::NoTextForMessage),
            Some(_) => {
                let is_word =
                    !id.is_empty() && id.len() <= 255 && id.bytes().all(|byte| byte.is_ascii_graphic());
                is_word.then(|| id.to_owned())
            }
            None => self.values.next().map(|value| value.to_string()),
        };
        let value = value.ok_or(ToolMessage::NoValueForMessage)?;
        let symbol = self.symbol(id).unwrap_or_else(|| match self.table {
            Some(table) => format!("{}MESSAGE", table.prefix),
            None => format!("MESSAGE_{value}"),
        });
        let symbol = self.symbols.free(&symbol, &value);
        Ok(Place { path: vec!["code".to_owned(), value], symbol, row: None })
    }

    /// `None` if the name cannot be turned into a symbol.
    fn target(&self, id: &str) -> Option<Target> {
        let row = |name: &str| self.by_name.get(name).map(|&at| Target::Row(at));
        if let Some(row) = row(id) {
            return Some(row);
        }
        let has_words = self.table.is_some_and(|table| table.repr.is_name());
        let word = || Target::Word(id.to_owned());
        let (Some(own), Some(symbol)) = (symbol(id), self.symbol(id)) else {
            return has_words.then(word);
        };
        let new = || if has_words { word() } else { Target::Symbol(key(&symbol)) };
        let row = row(&own).or_else(|| row(&symbol)).or_else(|| row(&key(&symbol)));
        Some(row.unwrap_or_else(new))
    }

    /// The symbol of a new row, with the prefix of the table.
    fn symbol(&self, id: &str) -> Option<String> {
        let prefix = self.table.map_or("", |table| &table.prefix);
        let symbol = symbol(id)?;
        Some(if symbol.starts_with(prefix) { symbol } else { format!("{prefix}{symbol}") })
    }
}

/// The symbol of the message with this name: `MESSAGE_404` if it is only a number.
fn symbol(id: &str) -> Option<String> {
    let number = || id.trim_matches(|character: char| !character.is_ascii_digit());
    symbol_of(id)
        .or_else(|| symbol_of(&format!("MESSAGE_{}", Some(number()).filter(|number| !number.is_empty())?)))
}

/// The rows by all their names; a name that means several rows is that of the first kind.
fn by_name(table: &Table) -> HashMap<String, usize> {
    let rows = || table.rows.iter().enumerate();
    let symbols = || {
        rows().flat_map(|(at, row)| [&row.symbol].into_iter().chain(&row.aliases).map(move |name| (name, at)))
    };
    let words = rows().filter(|(_, row)| table.repr.is_text() && !row.extent.is_range());
    let words = words.map(|(at, row)| (table.repr.show(row.extent.first()), at));
    let names = words.chain(symbols().map(|(symbol, at)| (symbol.clone(), at)));
    let mut by_name = HashMap::new();
    for (name, at) in names.chain(symbols().map(|(symbol, at)| (key(symbol), at))) {
        by_name.entry(name).or_insert(at);
    }
    by_name
}

/// The keys of a row's section, without the label of the table.
fn path(table: &Table, extent: Extent) -> Vec<String> {
    let shown = |value| table.repr.show(value);
    let (kind, header) = match extent {
        Extent::Code(value) => ("code", shown(value)),
        Extent::Range(..) if table.repr.is_text() => ("range", document::header(table, extent)),
        Extent::Range(first, last) => ("range", format!("{}..={}", shown(first), shown(last))),
    };
    vec![kind.to_owned(), header]
}

/// The head of a document whose messages are for a table: its values, languages and enums.
pub(super) fn head(table: &Table) -> Vec<Section> {
    let is_kept = |key: &str| matches!(key, "title" | "repr" | "length" | "languages");
    let mut fields = document::registry(table);
    fields.retain(|(key, _)| is_kept(key));
    let section = |kind: &str, name: &str, fields| Section {
        path: vec![kind.to_owned(), name.to_owned()],
        fields,
        line: None,
    };
    let policy = || vec![("policy".to_owned(), Node::text("draft"))];
    let others = table.languages.iter().skip(1).map(|language| section("language", &language.tag, policy()));
    let enums = table.enums.iter().map(|one| section("enum", &one.name, document::enumeration(table, one)));
    let head = Section { path: vec!["registry".to_owned()], fields, line: None };
    [head].into_iter().chain(others).chain(enums).collect()
}

/// The arguments of a row whose texts in some languages are replaced. Those that the row has keep their kinds, which
/// people may have changed; only `text` is replaced by the kind that was found. Those that no text uses are dropped.
pub(super) fn arguments(
    table: &Table,
    row: &Row,
    replaced: &[(String, Node)],
    found: Option<&Node>,
) -> Option<Node> {
    let found = found.map_or(&[][..], Node::entries);
    let mut used = BTreeSet::new();
    for (at, language) in table.languages.iter().enumerate() {
        let is_kept = !replaced.iter().any(|(tag, _)| *tag == language.tag);
        let message = row.message.get(at).filter(|_| is_kept);
        message.into_iter().chain(row.help_message.get(at)).for_each(|message| collect(message, &mut used));
    }
    let mut all = Vec::new();
    for (at, (name, own)) in document::declarations(row).into_iter().enumerate() {
        match found.iter().find(|(known, _)| *known == name) {
            Some((_, kind)) if own == Node::text("text") => all.push((name, kind.clone())),
            None if !used.contains(&at) => {}
            _ => all.push((name, own)),
        }
    }
    let is_new = |name: &str| row.arguments.iter().all(|argument| argument.name != name);
    all.extend(found.iter().filter(|(name, _)| is_new(name)).cloned());
    (!all.is_empty()).then_some(Node::Table(all))
}

/// The arguments that a message uses, as indices.
fn collect(message: &Message, used: &mut BTreeSet<usize>) {
    match message {
        Message::Pattern(pieces) => used.extend(pieces.iter().filter_map(|piece| match piece {
            Piece::Argument(at) => Some(*at),
            Piece::Text(_) => None,
        })),
        Message::Choice(choice) => {
            used.insert(choice.argument);
            choice.all_cases().for_each(|(_, message)| collect(message, used));
        }
    }
}

/// The message of a row in the default language.
pub(super) fn default_message(table: &Table, row: &Row) -> Option<Node> {
    let (_, message) = document::row(table, row).into_iter().find(|(key, _)| key == "message")?;
    message.get(&table.languages[0].tag).cloned()
}

/// The name of a row that has a name instead of a message, as a field.
pub(super) fn name(table: &Table, row: &Row) -> Option<(String, Node)> {
    document::row(table, row).into_iter().find(|(key, _)| key == "name")
}
