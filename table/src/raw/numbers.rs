//! Numbers that are none. The parser leaves their digits to whoever asks for one, and here nobody may ask.

use core::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Where every number stands that has no digits, or others than those of its base; in the order of the file.
pub(crate) fn wrong(table: &DeTable<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    table.values().for_each(|value| find(value, &mut found));
    found.sort_by_key(|span| span.start);
    found
}

/// Whether this is such a number.
pub(crate) fn is_wrong(value: &DeValue<'_>) -> bool {
    let DeValue::Integer(number) = value else { return false };
    let digits = number.as_str().trim_start_matches(['+', '-']);
    digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(number.radix()))
}

fn find(value: &Spanned<DeValue<'_>>, found: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::Array(values) => values.iter().for_each(|value| find(value, found)),
        DeValue::Table(table) => table.values().for_each(|value| find(value, found)),
        number if is_wrong(number) => found.push(value.span()),
        _ => {}
    }
}
