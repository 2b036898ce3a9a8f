//! What makes a spreadsheet lose cells without a word.

use csv::StringRecord;

use crate::failure::Failure;
use crate::said::Said;
use crate::spreadsheet::open_quote;

/// Refuses a quote that is never closed: all that follows it would be one cell.
pub(super) fn check_quotes(file: &str, text: &str, delimiter: u8) -> Result<(), Failure> {
    let Some(at) = open_quote(text, delimiter) else { return Ok(()) };
    let line = 1 + text.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count();
    Err(Failure::trouble(Said::QuoteOpen { file: file.to_owned(), line }))
}

/// Refuses a line with a cell that has no heading; empty ones are the spreadsheet program's.
pub(super) fn check_cells(file: &str, headings: usize, record: &StringRecord) -> Result<(), Failure> {
    if record.iter().skip(headings).all(|cell| cell.trim().is_empty()) {
        return Ok(());
    }
    let line = super::line(record);
    Err(Failure::trouble(Said::MoreCells { file: file.to_owned(), line }))
}
