//! Everything that the tool prints: results on standard output, errors and notices on standard error. Colours appear
//! only on a terminal, and a closed pipe is not an error.

use std::env;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

use anstyle::{AnsiColor, Style};
use code_registry_table::{Diagnostic, Reading, Severity, shown};
use serde::Serialize;
use textwrap::{WordSeparator, WordSplitter};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::display_text;
use crate::error::{Error, Exit, ToolMessage, io_reason};

/// The style of headings.
pub(crate) const BOLD: Style = Style::new().bold();
/// The style of `error[…]`.
pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
/// The style of `warning[…]`.
pub(crate) const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
/// The style of `help:`.
const CYAN: Style = AnsiColor::Cyan.on_default().bold();

/// Writes a result to standard output.
pub(crate) fn stdout(write: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    let mut out = BufWriter::new(anstream::stdout().lock());
    match write(&mut out).and_then(|()| Ok(out.flush()?)) {
        Err(Error::Output(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome,
    }
}

/// Writes a finished text to standard output.
pub(crate) fn stdout_text(text: &str) -> Result<(), Error> {
    stdout(|out| Ok(out.write_all(text.as_bytes())?))
}

/// Writes to standard error. If that fails, there is nowhere left to report it.
pub(crate) fn stderr(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// Prints a message on standard error, its control characters escaped.
#[allow(clippy::needless_pass_by_value, reason = "a message is made to be printed once")]
pub(crate) fn notice(message: ToolMessage) {
    let help = message.help().map(|help| format!("{CYAN}{}:{CYAN:#} {}\n", ToolMessage::Help, shown(&help)));
    stderr(&format!("{}\n{}", shown(&message.to_string()), help.unwrap_or_default()));
}

/// Prints an error on standard error and returns its exit status.
pub(crate) fn report(error: &Error) -> Exit {
    stderr(&error_text(error));
    error.exit()
}

/// An error as [`report`] prints it.
pub(crate) fn error_text(error: &Error) -> String {
    match error {
        Error::Refused(refusal) => {
            let help = refusal.help.as_ref().map(ToString::to_string);
            refused(&refusal.message, help.as_deref())
        }
        Error::BadTable(reading) => diagnostics(reading) + &summary(reading),
        Error::BadChange(reading) => {
            format!("{}{}{}\n", diagnostics(reading), summary(reading), ToolMessage::NothingWritten)
        }
        Error::Output(error) => {
            let message = ToolMessage::CannotAnswer { reason: io_reason(Path::new(""), error) };
            refused(&message, None)
        }
    }
}

/// A message, and its own help or that of its registry.
fn refused(message: &ToolMessage, help: Option<&str>) -> String {
    let line = |style: Style, word: ToolMessage, text: &str| {
        let text: Vec<String> = text.split('\n').map(shown).collect();
        format!("{style}{word}:{style:#} {}\n", text.join("\n"))
    };
    let message_help = message.help();
    let help = help.or(message_help.as_deref());
    let message = line(RED, ToolMessage::Error, &shown(&message.to_string()));
    message + &help.map(|help| line(CYAN, ToolMessage::Help, help)).unwrap_or_default()
}

/// All diagnostics of a table, each followed by an empty line.
pub(crate) fn diagnostics(reading: &Reading) -> String {
    reading.diagnostics.iter().map(|found| diagnostic(found, reading)).collect()
}

/// A diagnostic and an empty line.
pub(crate) fn diagnostic(found: &Diagnostic, reading: &Reading) -> String {
    let (word, style) = match found.severity {
        Severity::Error => (ToolMessage::Error, RED),
        Severity::Warning => (ToolMessage::Warning, YELLOW),
    };
    let head = format!("{style}{word}[{}]{style:#}", found.rule.id());
    let help = format!("{CYAN}= {}:{CYAN:#}", ToolMessage::Help);
    found.report(&reading.sources).with(&head, &help) + "\n"
}

/// `codes.toml: 2 errors, 1 warning`. A table without errors also gets the number of its rows and languages.
pub(crate) fn summary(reading: &Reading) -> String {
    let path = shown(&reading.sources[0].path);
    let found = found(reading);
    if reading.has_errors() {
        return format!("{path}: {found}\n");
    }
    let words = display_text::Words::current();
    let size = display_text::counts(&reading.table)
        .map(|count| count.localized(words.language()).to_string())
        .join(", ");
    format!("{path}: {size}: {found}\n")
}

fn found(reading: &Reading) -> String {
    let count = |severity| reading.diagnostics.iter().filter(|found| found.severity == severity).count();
    let errors = |count| ToolMessage::Errors { count }.to_string();
    let warnings = |count| ToolMessage::Warnings { count }.to_string();
    match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => ToolMessage::NoMistakes.to_string(),
        (0, count) => warnings(count),
        (count, 0) => errors(count),
        (errors_found, warnings_found) => format!("{}, {}", errors(errors_found), warnings(warnings_found)),
    }
}

/// Writes a value as indented JSON.
pub(crate) fn json(out: &mut dyn Write, value: &impl Serialize) -> Result<(), Error> {
    Ok(out.write_all(json_text(value)?.as_bytes())?)
}

/// A value as indented JSON.
pub(crate) fn json_text(value: &impl Serialize) -> Result<String, Error> {
    let text = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
    Ok(text + "\n")
}

/// A text that leads to an address, if the terminal supports such links (OSC 8).
pub(crate) fn link(text: &str, address: &str) -> String {
    if supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout) {
        format!("\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\")
    } else {
        text.to_owned()
    }
}

/// The number of columns of the terminal: `COLUMNS`, otherwise that of standard output; `None` if it is not a terminal.
pub(crate) fn width() -> Option<usize> {
    let requested = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let of_terminal = || Some(usize::from(terminal_size::terminal_size_of(io::stdout())?.0.0));
    requested.or_else(of_terminal).filter(|width| *width > 0)
}

/// A text in lines that fit the terminal, broken at words. Each line starts with a prefix; the first one has its own.
pub(crate) fn wrapped(text: &str, first: &str, others: &str) -> String {
    // Longer lines are hard to read.
    let width = width().map_or(usize::MAX, |width| width.min(100));
    let mut lines = String::new();
    // Addresses stay whole, and scripts without spaces have breaks between words.
    let has_unspaced = text.contains(|character| {
        matches!(character, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..)
    });
    let separator =
        if has_unspaced { WordSeparator::UnicodeBreakProperties } else { WordSeparator::AsciiSpace };
    for (at, line) in text.split('\n').enumerate() {
        let options = textwrap::Options::new(width)
            .initial_indent(if at == 0 { first } else { others })
            .subsequent_indent(others)
            .break_words(false)
            .word_separator(separator)
            .word_splitter(WordSplitter::NoHyphenation);
        lines += &(textwrap::fill(line, options) + "\n");
    }
    lines
}

/// Writes rows of cells in aligned columns, each line cut to the width of the terminal.
pub(crate) fn cut_columns(out: &mut dyn Write, rows: &[Vec<String>]) -> io::Result<()> {
    let Some(width) = width() else { return columns(out, rows) };
    let mut lines = Vec::new();
    columns(&mut lines, rows)?;
    for line in String::from_utf8_lossy(&lines).lines() {
        writeln!(out, "{}", cut(line, width))?;
    }
    Ok(())
}

/// A line with at most this many columns; `…` marks that something is missing.
fn cut(line: &str, width: usize) -> String {
    if line.width() <= width {
        return line.to_owned();
    }
    let mut rest = width.saturating_sub(1);
    let fits = |character: &char| {
        let enough = rest.checked_sub(character.width().unwrap_or(0));
        rest = enough.unwrap_or(0);
        enough.is_some()
    };
    let start: String = line.chars().take_while(fits).collect();
    format!("{}…", start.trim_end())
}

/// Writes rows of cells in aligned columns; the last cell of a row is not padded.
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

/// The width of each column: that of its widest cell, not counting the last cells of rows.
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
