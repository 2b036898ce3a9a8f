//! CSV files as spreadsheets read them, and as those of different countries save them.

use std::borrow::Cow;

/// What a spreadsheet takes for the beginning of a formula, as OWASP lists it, with the wide forms of Japanese keyboards.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What OWASP lists too: blanks that may be cut off where a text begins.
const BLANKS: [char; 3] = ['\t', '\r', '\n'];

/// Where a cell ends for a spreadsheet that parts them otherwise: it heeds no quotes but those at the beginning of a cell.
const ENDS: [char; 4] = [';', '\t', '\r', '\n'];

/// A line of cells with commas between them. Quotes are around what another separator would part.
pub(crate) fn line(cells: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let cells: Vec<_> = cells.into_iter().map(|cell| quoted(cell.as_ref()).into_owned()).collect();
    cells.join(",") + "\r\n"
}

fn quoted(cell: &str) -> Cow<'_, str> {
    let needs_quotes = cell.contains(|character| matches!(character, ',' | '"') || ENDS.contains(&character));
    if needs_quotes { format!("\"{}\"", cell.replace('"', "\"\"")).into() } else { cell.into() }
}

/// A text as a cell, with `'` in front of what would be a formula: so spreadsheets themselves mark what is text.
pub(crate) fn guarded(text: &str) -> String {
    let mark = |piece| if is_formula(piece) { "'" } else { "" };
    pieces(text).flat_map(|piece| [mark(piece), piece.1]).collect()
}

/// The text of a cell. What is no formula without its `'` was never guarded.
pub(crate) fn unguarded(cell: &str) -> String {
    let without_mark = |(at, piece): (usize, &str)| {
        let has_mark = piece.strip_prefix('\'').is_some_and(|text| is_formula((at, text)));
        piece[usize::from(has_mark)..].to_owned()
    };
    pieces(cell).map(without_mark).collect()
}

/// What may become cells of their own, each with the separator behind it.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive(ENDS).enumerate()
}

/// Also behind other blanks and quotes, which may be cut off, and behind marks of its own, so that every text comes back as
/// it was.
fn is_formula((at, piece): (usize, &str)) -> bool {
    let is_skipped = |character: char| {
        matches!(character, '\'' | '"') || character.is_whitespace() && !BLANKS.contains(&character)
    };
    let begun = piece.trim_start_matches(is_skipped);
    begun.starts_with(SIGNS) || at == 0 && begun.starts_with(BLANKS)
}

/// The byte at which the first line of cells begins, and what separates the cells: what a line `sep=;` names, else of the
/// usual characters the most frequent of the first line.
pub(crate) fn dialect(file: &str) -> (usize, u8) {
    let text = file.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let named = first.trim_matches('"').strip_prefix("sep=").map(str::as_bytes);
    if let Some(&[delimiter]) = named {
        let start = text.find('\n').map_or(file.len(), |end| file.len() - text.len() + end + 1);
        return (start, delimiter);
    }
    (file.len() - text.len(), delimiter(text))
}

/// What separates the cells: of the usual characters the most frequent of the first line.
pub(crate) fn delimiter(file: &str) -> u8 {
    let first = file.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    *[b'|', b'\t', b';', b','].iter().max_by_key(|delimiter| count(delimiter)).unwrap_or(&b',')
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
