//! Symbols, aliases and variants that do not clash.

use std::collections::BTreeSet;

use super::Random;
use crate::model::names;
use crate::table::{Extent, Row, Table};

const WORDS: [&str; 22] = [
    "NOT", "FOUND", "Self", "type", "404", "2", "OK", "NONE", "OPTION", "notFound", "STRING", "KEY", "row",
    "LANGUAGE", "Error", "FILE", "crate", "x", "u8", "GONE", "7Z", "Value",
];

pub fn symbol(random: &mut Random, table: &Table) -> String {
    let prefix = table.prefix.as_deref().filter(|_| random.chance(80)).unwrap_or_default().to_owned();
    let word = |random: &mut Random| (*random.pick(&WORDS)).to_owned();
    let words: Vec<String> = (0..=random.up_to(3)).map(|_| word(random)).collect();
    let end = *random.pick(&["", "", "", "", "_"]);
    let symbol = prefix + &words.join(*random.pick(&["_", "_", "__"])) + end;
    // Digits alone are a number.
    if symbol.contains(|letter: char| letter.is_ascii_alphabetic()) { symbol } else { symbol + "_OK" }
}

/// Whether the names of the last row are free, and none of them could be read as a value.
pub fn are_free(table: &Table) -> bool {
    let mut symbols = BTreeSet::new();
    let mut variants: BTreeSet<String> = table.unlisted.iter().cloned().collect();
    let is_free = |row: &Row| {
        row.aliases.iter().chain([&row.symbol]).all(|symbol| symbols.insert(symbol.clone()))
            && variants.insert(names::variant(table, row))
    };
    let is_constant_free = |row: &Row| row.aliases.iter().all(|alias| !is_taken(table, alias));
    table.rows.iter().all(is_free) && table.rows.iter().all(is_constant_free) && no_symbol_is_a_value(table)
}

/// "An alias of a code is also a constant of the enum, so that it is no keyword, variant, column or method."
fn is_taken(table: &Table, alias: &str) -> bool {
    // Of all words here, these are keywords, and none is a method.
    ["Self", "crate", "type"].contains(&alias)
        || table.properties.iter().any(|property| property.name == alias)
        || table.rows.iter().any(|row| names::variant(table, row) == alias)
}

/// "No symbol is how another row's value is written."
fn no_symbol_is_a_value(table: &Table) -> bool {
    let values: BTreeSet<String> = table
        .rows
        .iter()
        .filter(|row| !row.extent.is_range())
        .map(|row| row.extent.first())
        .flat_map(|value| [value.to_string(), table.label(&value)])
        .collect();
    table
        .rows
        .iter()
        .all(|row| row.aliases.iter().chain([&row.symbol]).all(|symbol| !values.contains(symbol)))
}

pub fn alias(random: &mut Random) -> String {
    format!("ALIAS_{}{}", random.pick(&["OLD", "E", "a"]), random.up_to(999))
}

pub fn variant(random: &mut Random, extent: &Extent) -> String {
    let kind = if extent.is_range() { "Range" } else { "Code" };
    format!("{}{kind}{}", random.pick(&["My", "MY_", "_"]), random.up_to(999))
}
