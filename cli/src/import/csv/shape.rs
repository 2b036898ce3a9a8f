//! What makes a spreadsheet lose cells without a word.

use csv::StringRecord;

use crate::failure::Failure;
use crate::said::Said;

/// Refuses a quote that is never closed: all that follows it would be one cell.
pub(super) fn check_quotes(file: &str, text: &str, delimiter: u8) -> Result<(), Failure> {
    let Some(at) = open_quote(text.as_bytes(), delimiter) else { return Ok(()) };
    let line = 1 + text.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count();
    Err(Failure::trouble(Said::QuoteOpen { file: file.to_owned(), line }))
}

/// Where the quote is. Quotes count where a cell begins, and inside of such a cell; two there stand for one.
fn open_quote(text: &[u8], delimiter: u8) -> Option<usize> {
    let (mut opened, mut begins) = (None, true);
    let mut bytes = text.iter().enumerate().peekable();
    while let Some((at, &byte)) = bytes.next() {
        match (byte, opened) {
            (b'"', None) if begins => opened = Some(at),
            (b'"', Some(_)) if bytes.next_if(|&(_, &next)| next == b'"').is_none() => opened = None,
            _ => {}
        }
        begins = opened.is_none() && (byte == delimiter || byte == b'\n' || byte == b'\r');
    }
    opened
}

/// Refuses a line with a cell that has no heading; empty ones are the spreadsheet program's.
pub(super) fn check_cells(file: &str, headings: usize, record: &StringRecord) -> Result<(), Failure> {
    if record.iter().skip(headings).all(|cell| cell.trim().is_empty()) {
        return Ok(());
    }
    let line = super::line(record);
    Err(Failure::trouble(Said::MoreCells { file: file.to_owned(), line }))
}
