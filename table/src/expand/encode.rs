//! Columns of the table, as the bytes that `code-registry` reads: `registry/texts.rs`.

mod column;
mod property;

pub(crate) use column::Column;
pub(crate) use property::ids;

/// Appends a number in three bytes, the least first.
fn push_number(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend_from_slice(&number.to_le_bytes()[..3]);
}

/// As many numbers, in three bytes each.
pub(crate) fn numbers(numbers: impl IntoIterator<Item = usize>) -> Vec<u8> {
    let mut bytes = Vec::new();
    numbers.into_iter().for_each(|number| push_number(&mut bytes, number));
    bytes
}
