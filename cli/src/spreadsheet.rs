//! CSV files as spreadsheets read them, and as those of different countries save them.

use std::borrow::Cow;

/// What a spreadsheet takes for the beginning of a formula, as OWASP lists it: blanks too, which it may cut off, and the
/// wide forms of Japanese keyboards.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A text as a cell, with `'` in front where it would be a formula: so spreadsheets themselves mark what is text.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text) { format!("'{text}").into() } else { text.into() }
}

/// The text of a cell. What is a text without its `'` too was never guarded.
pub(crate) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_formula(text)).unwrap_or(cell)
}

/// Also behind marks of its own, so that every text comes back as it was.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// What parts the cells: of the usual characters the most frequent of the first line.
pub(crate) fn delimiter(file: &str) -> u8 {
    let first = file.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    *[b'\t', b';', b','].iter().max_by_key(|delimiter| count(delimiter)).unwrap_or(&b',')
}

/// Where a quote is opened that is never closed. Quotes count where a cell begins, and inside of such a cell; two there
/// stand for one.
pub(crate) fn open_quote(file: &str, delimiter: u8) -> Option<usize> {
    let (mut opened, mut begins) = (None, true);
    let mark = file.len() - file.trim_start_matches('\u{feff}').len();
    let mut bytes = file.bytes().enumerate().skip(mark).peekable();
    while let Some((at, byte)) = bytes.next() {
        match (byte, opened) {
            (b'"', None) if begins => opened = Some(at),
            (b'"', Some(_)) if bytes.next_if(|&(_, next)| next == b'"').is_none() => opened = None,
            _ => {}
        }
        begins = opened.is_none() && (byte == delimiter || byte == b'\n' || byte == b'\r');
    }
    opened
}
