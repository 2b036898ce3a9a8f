//! From what the user asks for to a row.

use code_registry_table::{Row, Table, nearest};

use crate::failure::Failure;

/// The answer to a code or a symbol.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Found<'a> {
    /// A row.
    Row(&'a Row),
    /// A value that belongs to a range.
    InRange(i128, &'a Row),
    /// A value that no row covers.
    Unlisted(i128),
}

/// The row of a value or a symbol.
pub(crate) fn find<'a>(table: &'a Table, query: &str) -> Result<Found<'a>, Failure> {
    if let Some(row) = by_symbol(table, query) {
        return Ok(Found::Row(row));
    }
    match number(query) {
        Some(value) if (table.repr.min()..=table.repr.max()).contains(&value) => Ok(by_value(table, value)),
        Some(_) => Err(Failure::no_answer(format!("`{query}` does not fit `{}`", table.repr.name()))),
        None => Err(unknown(table, query)),
    }
}

/// Decimal, or hexadecimal after `0x`.
fn number(query: &str) -> Option<i128> {
    let (sign, digits) = query.strip_prefix('-').map_or((1, query), |digits| (-1, digits));
    let (radix, digits) = match digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        Some(digits) => (16, digits),
        None => (10, digits),
    };
    let is_number = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
    // A number too great for the widest type is a number all the same, which fits no type.
    is_number.then(|| i128::from_str_radix(digits, radix).map_or(i128::MAX, |value| sign * value))
}

/// The innermost row around the value; outer rows stand before inner ones. Retired rows count: they are what the
/// value once meant.
fn by_value(table: &Table, value: i128) -> Found<'_> {
    let holds = |row: &&Row| (row.extent.first()..=row.extent.last()).contains(&value);
    match table.rows.iter().rfind(holds) {
        Some(row) if row.extent.is_range() => Found::InRange(value, row),
        Some(row) => Found::Row(row),
        None => Found::Unlisted(value),
    }
}

/// The row of this name, exactly so, else whatever the case of its letters.
fn by_symbol<'a>(table: &'a Table, query: &str) -> Option<&'a Row> {
    let by =
        |same: fn(&str, &str) -> bool| table.rows.iter().find(|row| names(row).any(|name| same(name, query)));
    by(|name, query| name == query).or_else(|| by(str::eq_ignore_ascii_case))
}

fn names(row: &Row) -> impl Iterator<Item = &str> {
    [&row.symbol].into_iter().chain(&row.aliases).chain(&row.variant).map(String::as_str)
}

fn unknown(table: &Table, query: &str) -> Failure {
    let failure = Failure::no_answer(format!("no row is called `{query}`"));
    match nearest(query, table.rows.iter().flat_map(names)) {
        Some(name) => failure.help(format!("did you mean `{name}`?")),
        None => failure.help("`codes list` shows every row"),
    }
}
