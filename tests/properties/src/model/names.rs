//! Rule 3: the Rust name of a row.

use crate::table::{Row, Table};

/// "`prefix` dropped, UpperCamelCase", or the name that the row gives.
pub fn variant(table: &Table, row: &Row) -> String {
    let rest = table.prefix.as_ref().and_then(|prefix| row.symbol.strip_prefix(prefix.as_str()));
    // A symbol that equals the prefix keeps it.
    let rest = rest.filter(|rest| rest.contains(|letter: char| letter != '_')).unwrap_or(&row.symbol);
    row.variant.clone().unwrap_or_else(|| upper_camel_case(rest))
}

/// "A leading digit gets a `_` in front, a keyword one at the end."
///
/// Two words whose digits would touch have a `_` between them: `V1_1` is not `V11`. A word with small letters keeps its
/// capitals: `notFound` is `NotFound`.
pub fn upper_camel_case(symbol: &str) -> String {
    let mut name = String::new();
    for word in symbol.split(['_', '-']).filter(|word| !word.is_empty()) {
        let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        if is_digit(word.chars().next()) && (name.is_empty() || is_digit(name.chars().last())) {
            name.push('_');
        }
        let has_small_letters = word.contains(|letter: char| letter.is_ascii_lowercase());
        let (first, rest) = word.split_at(1);
        name += &first.to_uppercase();
        name += &if has_small_letters { rest.to_owned() } else { rest.to_lowercase() };
    }
    // The only keyword that begins with a capital letter.
    if name == "Self" { "Self_".to_owned() } else { name }
}
