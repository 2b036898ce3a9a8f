//! CSV as spreadsheet programs read it and as they save it in different countries.

use std::borrow::Cow;

/// Characters that start a formula, as listed by OWASP, with their full-width forms.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// White space that OWASP lists too, because it may be trimmed at the start of a text.
const BLANKS: [char; 3] = ['\t', '\r', '\n'];

/// Other separators at which some spreadsheet programs split cells, regardless of quotes inside a cell.
const ENDS: [char; 4] = [';', '\t', '\r', '\n'];

/// A line of cells separated by commas. A cell with any separator is quoted.
pub(crate) fn line(cells: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let cells: Vec<_> = cells.into_iter().map(|cell| quoted(cell.as_ref()).into_owned()).collect();
    cells.join(",") + "\r\n"
}

fn quoted(cell: &str) -> Cow<'_, str> {
    let needs_quotes = cell.contains(|character| matches!(character, ',' | '"') || ENDS.contains(&character));
    if needs_quotes { format!("\"{}\"", cell.replace('"', "\"\"")).into() } else { cell.into() }
}

/// A text as a cell, with `'` before what would be a formula, as spreadsheet programs mark text themselves.
pub(crate) fn guarded(text: &str) -> String {
    let mark = |piece| if is_formula(piece) { "'" } else { "" };
    pieces(text).flat_map(|piece| [mark(piece), piece.1]).collect()
}

/// The text of a cell, without the `'` that [`guarded`] adds.
pub(crate) fn unguarded(cell: &str) -> String {
    let without_mark = |(at, piece): (usize, &str)| {
        let has_mark = piece.strip_prefix('\'').is_some_and(|text| is_formula((at, text)));
        piece[usize::from(has_mark)..].to_owned()
    };
    pieces(cell).map(without_mark).collect()
}

/// The parts that may become separate cells, each with its separator.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive(ENDS).enumerate()
}

/// Whether a part starts a formula, also after quotes and white space that may be trimmed, and after `'`, so that every
/// text survives a round trip.
fn is_formula((at, piece): (usize, &str)) -> bool {
    let is_skipped = |character: char| {
        matches!(character, '\'' | '"') || character.is_whitespace() && !BLANKS.contains(&character)
    };
    let begun = piece.trim_start_matches(is_skipped);
    begun.starts_with(SIGNS) || at == 0 && begun.starts_with(BLANKS)
}

/// The byte at which the first line of cells begins, and the separator: that of a line `sep=;`, else the usual one that is
/// most frequent in the first line.
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

/// The separator: the usual one that is most frequent in the first line.
pub(crate) fn delimiter(file: &str) -> u8 {
    let first = file.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    *[b'|', b'\t', b';', b','].iter().max_by_key(|delimiter| count(delimiter)).unwrap_or(&b',')
}

/// The position of a quote that is never closed. Quotes count at the start of a cell and inside a quoted cell, where
/// two stand for one.
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
