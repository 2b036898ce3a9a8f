//! CSV files as the programs of different countries save them.

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
