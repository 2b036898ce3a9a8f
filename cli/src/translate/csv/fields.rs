//! Where the fields of a record stand, which its reader does not keep.

use core::ops::Range;

/// The places of the first fields of the record that begins at this byte or, after empty lines, behind it.
pub(super) fn places<const COUNT: usize>(text: &str, start: usize, delimiter: u8) -> [Range<usize>; COUNT] {
    let rest = text.get(start..).unwrap_or_default();
    let mut at = start + rest.len() - rest.trim_start_matches(['\r', '\n', '\u{feff}']).len();
    core::array::from_fn(|_| {
        let end = at + length(&text[at..], delimiter);
        let field = at..end;
        at = (end + usize::from(text.as_bytes().get(end) == Some(&delimiter))).min(text.len());
        field
    })
}

/// The bytes of a field, its quotes too; a quote within is one only where another is in front.
fn length(text: &str, delimiter: u8) -> usize {
    let has_quotes = text.starts_with('"');
    let mut is_quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' if has_quotes => is_quoted = !is_quoted,
            b'\r' | b'\n' if !is_quoted => return at,
            _ if byte == delimiter && !is_quoted => return at,
            _ => {}
        }
    }
    text.len()
}
