//! Standard output and standard error: who closes the pipe early wants no more, and that is no failure.

use std::io::{self, BufWriter, ErrorKind, Write};

use anstyle::{AnsiColor, Style};
use code_registry_table::shown;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::failure::Failure;
use crate::said::Said;

/// Of headings.
pub(crate) const BOLD: Style = Style::new().bold();
/// Of `error[…]`.
pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
/// Of `warning[…]`.
pub(crate) const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
/// Of `help:`.
pub(crate) const CYAN: Style = AnsiColor::Cyan.on_default().bold();

/// Lets `write` write the answer; colours reach a terminal only.
pub(crate) fn answer(write: impl FnOnce(&mut dyn Write) -> Result<(), Failure>) -> Result<(), Failure> {
    let mut out = BufWriter::new(anstream::stdout().lock());
    match write(&mut out).and_then(|()| Ok(out.flush()?)) {
        Err(Failure::Output(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome,
    }
}

/// Says on standard error why something cannot be done.
pub(crate) fn error(message: &str, help: Option<&str>) {
    note(&format!("{RED}{}:{RED:#} {}\n", Said::Error, shown(message)));
    if let Some(help) = help {
        let lines: Vec<String> = help.split('\n').map(shown).collect();
        note(&format!("{CYAN}{}:{CYAN:#} {}\n", Said::Help, lines.join("\n")));
    }
}

/// Says a sentence on standard error; what it quotes, the name of a file too, stays within it.
pub(crate) fn say(sentence: &str) {
    note(&format!("{}\n", shown(sentence)));
}

/// Writes on standard error; there is nobody left to tell where that fails.
pub(crate) fn note(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// Writes a value as JSON for programs, laid out so that people can read it too.
pub(crate) fn json(out: &mut dyn Write, value: &impl Serialize) -> Result<(), Failure> {
    Ok(out.write_all(json_text(value)?.as_bytes())?)
}

/// The same as a text.
pub(crate) fn json_text(value: &impl Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
    Ok(text + "\n")
}

/// Writes rows of cells under each other; the last cell of a row takes the space it needs.
pub(crate) fn columns(out: &mut dyn Write, rows: &[Vec<String>]) -> io::Result<()> {
    let widths = widths(rows);
    for row in rows {
        let Some((last, padded)) = row.split_last() else { continue };
        for (cell, width) in padded.iter().zip(&widths) {
            write!(out, "{cell}{:1$}  ", "", width - cell.width())?;
        }
        writeln!(out, "{last}")?;
    }
    Ok(())
}

/// The width of each column: of its widest cell that another follows.
fn widths(rows: &[Vec<String>]) -> Vec<usize> {
    let mut widths = Vec::new();
    for row in rows {
        let padded = row.len().saturating_sub(1);
        widths.resize(padded.max(widths.len()), 0);
        for (width, cell) in widths.iter_mut().zip(&row[..padded]) {
            *width = cell.width().max(*width);
        }
    }
    widths
}
