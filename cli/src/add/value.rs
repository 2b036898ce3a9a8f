//! Which value a new code has.

use code_registry_table::{Row, Table, nearest};

use crate::failure::Failure;
use crate::said::Said;
use crate::show;

/// The value that is asked for, if it is free.
pub(super) fn asked_for(table: &Table, text: &str) -> Result<i128, Failure> {
    let fits = |value: &i128| (table.repr.min()..=table.repr.max()).contains(value);
    let value = table.value(text).filter(fits);
    let value = value.ok_or_else(|| {
        Failure::trouble(Said::DoesNotFit { query: text.to_owned(), repr: table.repr.name() })
    })?;
    match table.rows.iter().find(|row| !row.extent.is_range() && row.extent.first() == value) {
        Some(row) => Err(Failure::no_answer(Said::Taken { row: show::row(table, row) })),
        None => Ok(value),
    }
}

/// The next free value of a range: after its last code, else the first that is free.
pub(super) fn next(table: &Table, requested: Option<&str>) -> Result<i128, Failure> {
    if table.repr.is_text() {
        return Err(Failure::trouble(Said::NoNextText));
    }
    let around = match requested {
        Some(name) => Some(range(table, name)?),
        None => last_code(table).and_then(|row| holder(table, row.extent.first())),
    };
    let (first, last) = around.map_or((table.repr.min().max(0), table.repr.max()), bounds);
    let is_own = |row: &&Row| !row.extent.is_range() && same(holder(table, row.extent.first()), around);
    let after =
        table.rows.iter().filter(is_own).map(|row| row.extent.last() + 1).max().unwrap_or(first).max(first);
    free(table, around, after, last).or_else(|| free(table, around, first, after - 1)).ok_or_else(|| {
        match around {
            Some(range) => Failure::no_answer(Said::RangeFull { range: show::row(table, range) }),
            None => Failure::no_answer(Said::TableFull),
        }
    })
}

/// The range of a symbol or of a header.
fn range<'t>(table: &'t Table, name: &str) -> Result<&'t Row, Failure> {
    let extent = table.extent("range", name);
    let mut ranges = table.rows.iter().filter(|row| row.extent.is_range());
    let found =
        ranges.clone().find(|row| row.symbol.eq_ignore_ascii_case(name) || Some(row.extent) == extent);
    found.ok_or_else(|| {
        let failure = Failure::no_answer(Said::NoRange { name: name.to_owned() });
        match nearest(name, ranges.by_ref().map(|row| row.symbol.as_str())) {
            Some(near) => failure.help(Said::DidYouMean { near: near.to_owned() }),
            None => failure.help(Said::SeeList),
        }
    })
}

fn last_code(table: &Table) -> Option<&Row> {
    table.rows.iter().rfind(|row| !row.extent.is_range())
}

/// The innermost range around a value; outer rows stand before inner ones.
fn holder(table: &Table, value: i128) -> Option<&Row> {
    let holds =
        |row: &&Row| row.extent.is_range() && row.extent.first() <= value && value <= row.extent.last();
    table.rows.iter().rfind(holds)
}

fn same(one: Option<&Row>, other: Option<&Row>) -> bool {
    one.map(|row| row.extent) == other.map(|row| row.extent)
}

fn bounds(row: &Row) -> (i128, i128) {
    (row.extent.first(), row.extent.last())
}

/// The first value from `first` to `last` that has no row of its own, nor a range further in; what is taken is skipped
/// whole.
fn free(table: &Table, around: Option<&Row>, first: i128, last: i128) -> Option<i128> {
    let mut value = first;
    for row in table.rows.iter().filter(|row| !same(Some(row), around) && is_inside(row, around)) {
        if value < row.extent.first() {
            break;
        }
        value = value.max(row.extent.last() + 1);
    }
    (value <= last).then_some(value)
}

fn is_inside(row: &Row, around: Option<&Row>) -> bool {
    around.is_none_or(|range| {
        range.extent.first() <= row.extent.first()
            && row.extent.last() <= range.extent.last()
            && row.extent != range.extent
    })
}
