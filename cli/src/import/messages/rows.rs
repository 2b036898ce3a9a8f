//! The rows that messages become: numbered from 1 in a new table; in an existing one, those with the symbols of their names.

use std::collections::HashSet;

use code_registry_table::{Extent, Row, Status, Table, symbol_of};

use super::super::records::Symbols;
use crate::document::{self, Node, Section};
use crate::error::ToolMessage;

/// Finds the row of each message.
pub(super) struct Rows<'t> {
    /// The table to update.
    table: Option<&'t Table>,
    symbols: Symbols,
    /// The rows of the table that have a message, as indices.
    found: HashSet<usize>,
    /// The values that cannot be given to new rows: the first and the last of each run, in ascending order.
    taken: Vec<(i128, i128)>,
    next: i128,
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
    pub(super) fn new(table: Option<&'t Table>) -> Self {
        let (mut symbols, mut taken, mut next) = (Symbols::default(), Vec::<(i128, i128)>::new(), 1);
        for row in table.iter().flat_map(|table| &table.rows) {
            [&row.symbol].into_iter().chain(&row.aliases).for_each(|symbol| symbols.take(symbol));
            let (first, last) = (row.extent.first(), row.extent.last());
            match row.extent {
                Extent::Range(..) if row.status == Status::Unassigned => continue,
                Extent::Range(..) => {}
                Extent::Code(value) => next = value + 1,
            }
            match taken.last_mut() {
                Some((_, end)) if first <= *end + 1 => *end = last.max(*end),
                _ => taken.push((first, last)),
            }
        }
        Self { table, symbols, found: HashSet::new(), taken, next }
    }

    /// The row of the message with this name. If the table lacks it, and the message cannot be a new row, the reason.
    pub(super) fn place(&mut self, id: &str, may_be_new: bool) -> Result<Place<'t>, ToolMessage> {
        if let Some((table, at)) = self.find(id) {
            self.found.insert(at);
            let row = &table.rows[at];
            return Ok(Place { path: path(table, row.extent), symbol: row.symbol.clone(), row: Some(row) });
        }
        if self.table.is_some_and(|table| table.repr.is_text() && !table.repr.is_name()) {
            return Err(ToolMessage::NoTextForMessage);
        }
        let value =
            may_be_new.then(|| self.free_value(id)).flatten().ok_or(ToolMessage::NoValueForMessage)?;
        let prefix = self.table.map_or("", |table| &table.prefix);
        let symbol = match symbol(id) {
            Some(symbol) if symbol.starts_with(prefix) => symbol,
            Some(symbol) => format!("{prefix}{symbol}"),
            // Another update finds the row by its value.
            None if self.table.is_some_and(|table| table.repr.is_name()) => format!("{prefix}MESSAGE"),
            None if self.table.is_some() => return Err(ToolMessage::NoSymbolForMessage),
            None => format!("MESSAGE_{value}"),
        };
        let symbol = self.symbols.free(&symbol, &value);
        Ok(Place { path: vec!["code".to_owned(), value], symbol, row: None })
    }

    /// The row with the name as its value, which is a text, or as its symbol, with or without the prefix of the table. If another message
    /// has this row, its symbol ends with its value.
    fn find(&self, id: &str) -> Option<(&'t Table, usize)> {
        let table = self.table?;
        let symbol = symbol(id);
        let symbols = symbol.iter().flat_map(|symbol| [symbol.clone(), format!("{}{symbol}", table.prefix)]);
        let symbols: Vec<String> = symbols.collect();
        let has = |row: &Row, symbol: &String| row.symbol == *symbol || row.aliases.contains(symbol);
        let is_it = |row: &Row| symbols.iter().any(|symbol| has(row, symbol));
        let is_value = |row: &Row| {
            table.repr.is_text() && !row.extent.is_range() && table.repr.show(row.extent.first()) == id
        };
        let is_numbered = |row: &Row| {
            let value = table.repr.show(row.extent.first());
            symbols.iter().any(|symbol| row.symbol == format!("{symbol}_{value}"))
        };
        let free = |is_it: &dyn Fn(&Row) -> bool| {
            let mut rows = table.rows.iter().enumerate();
            rows.find(|(at, row)| !self.found.contains(at) && is_it(row)).map(|(at, _)| (table, at))
        };
        let found = free(&is_value).or_else(|| free(&is_it));
        // `UNREAD_2` may also be the symbol of `unread-2`.
        let is_clash = self.found.iter().any(|&at| is_it(&table.rows[at]));
        found.or_else(|| free(&is_numbered).filter(|_| is_clash))
    }

    /// The value of a new row: its name in a table of words; otherwise the value after that of the last code, or the
    /// first one that is free.
    fn free_value(&mut self, id: &str) -> Option<String> {
        if let Some(table) = self.table.filter(|table| table.repr.is_text()) {
            let is_word = !id.is_empty() && id.len() <= 255 && id.bytes().all(|byte| byte.is_ascii_graphic());
            return (table.repr.is_name() && is_word).then(|| id.to_owned());
        }
        let (least, most) = self.table.map_or((1, i128::MAX), |table| (table.repr.min(), table.repr.max()));
        let value =
            [self.next, least].into_iter().map(|start| self.free_from(start)).find(|&at| at <= most)?;
        self.next = value + 1;
        let at = self.taken.partition_point(|(first, _)| *first < value);
        self.taken.insert(at, (value, value));
        Some(value.to_string())
    }

    fn free_from(&self, start: i128) -> i128 {
        let before = self.taken.partition_point(|(first, _)| *first <= start);
        let around = before.checked_sub(1).filter(|&at| start <= self.taken[at].1);
        let Some(around) = around else { return start };
        let mut value = self.taken[around].1 + 1;
        for (first, last) in &self.taken[around + 1..] {
            if *first > value {
                break;
            }
            value = last + 1;
        }
        value
    }
}

/// The symbol of the message with this name: `MESSAGE_404` if it is only a number.
fn symbol(id: &str) -> Option<String> {
    let number = || id.trim_matches(|character: char| !character.is_ascii_digit());
    symbol_of(id)
        .or_else(|| symbol_of(&format!("MESSAGE_{}", Some(number()).filter(|number| !number.is_empty())?)))
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

/// The arguments of a message for a row: those of the row keep their kinds, which people may have changed.
pub(super) fn arguments(table: &Table, row: &Row, found: Option<Node>) -> Option<Node> {
    let own = document::row(table, row).into_iter().find(|(key, _)| key == "args");
    let Some((_, own)) = own else { return found };
    let mut all = own.entries().to_vec();
    let found = found.as_ref().map_or(&[][..], Node::entries);
    all.extend(found.iter().filter(|(name, _)| own.get(name).is_none()).cloned());
    Some(Node::Table(all))
}

/// The message of a row in the default language.
pub(super) fn default_message(table: &Table, row: &Row) -> Option<Node> {
    let (_, message) = document::row(table, row).into_iter().find(|(key, _)| key == "message")?;
    message.get(&table.languages[0].tag).cloned()
}
