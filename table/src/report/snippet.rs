//! A line of the source with its carets.

use core::fmt::Write as _;

use crate::report::quoted::{hides, visible};
use crate::report::width::width;
use crate::source::{Place, Source, floor};

/// Columns shown before the caret of a line that is too long, and in all.
const BEFORE: usize = 60;
const LONGEST: usize = 120;

/// The source line of a place and the marks under it, each behind a gutter of this many digits.
pub(crate) fn write(out: &mut String, source: &Source, place: &Place, gutter: usize, mark: char) {
    let (number, _) = source.position(place.span.start);
    let start = source.line_start(number);
    let cut = Cut::new(
        source.line(number),
        place.span.start.saturating_sub(start),
        place.span.end.saturating_sub(start),
    );
    let _ = writeln!(out, "{:gutter$} |", "");
    let _ = writeln!(out, "{number:>gutter$} | {}", cut.line);
    let _ = writeln!(
        out,
        "{:gutter$} | {:indent$}{}",
        "",
        "",
        mark.to_string().repeat(cut.marks),
        indent = cut.indent
    );
}

/// A line as it is shown.
struct Cut {
    line: String,
    indent: usize,
    marks: usize,
}

impl Cut {
    /// The line around the bytes from `from` to `to`, tabs as spaces, nothing in it that hides.
    fn new(line: &str, from: usize, to: usize) -> Self {
        let from = floor(line, from);
        let to = floor(line, to).max(from);
        let (head, skipped) = tail(&line[..from], BEFORE);
        let indent = columns(&head) + usize::from(skipped);
        let room = LONGEST.saturating_sub(indent);
        let (marked, _) = self::head(&line[from..to], room);
        let (rest, more) = self::head(&line[from..], room);
        let line = format!("{}{head}{rest}{}", if skipped { "…" } else { "" }, if more { "…" } else { "" });
        Self { line, indent, marks: columns(&marked).max(1) }
    }
}

/// What can be shown of the end of a text, and whether that is not all.
fn tail(text: &str, room: usize) -> (String, bool) {
    let mut used = 0;
    let fits = |&(_, character): &(usize, char)| {
        used += shown_width(character);
        used <= room
    };
    let from = text.char_indices().rev().take_while(fits).last().map_or(text.len(), |(at, _)| at);
    (text[from..].chars().flat_map(shown).collect(), from > 0)
}

/// What can be shown of the beginning of a text, and whether that is not all.
fn head(text: &str, room: usize) -> (String, bool) {
    let mut used = 0;
    let fits = |&(_, character): &(usize, char)| {
        used += shown_width(character);
        used <= room
    };
    let to = text.char_indices().take_while(fits).last().map_or(0, |(at, last)| at + last.len_utf8());
    (text[..to].chars().flat_map(shown).collect(), to < text.len())
}

fn shown(character: char) -> impl Iterator<Item = char> {
    let tab = if character == '\t' { "    " } else { "" };
    tab.chars().chain((character != '\t').then(|| visible(character)).into_iter().flatten())
}

fn shown_width(character: char) -> usize {
    if hides(character) { shown(character).count() } else { width(character) }
}

fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}
