//! The text form of a diagnostic: place, message, source line and carets.

use core::fmt::{self, Display, Formatter, Write as _};

use crate::report::Diagnostic;
use crate::report::wording::{hides, shown, visible};
use crate::source::{Place, Source, floor};

/// A diagnostic with its places in the files: `{}` is the complete text form.
///
/// ```text
/// codes.toml:12:7: error[duplicate-value]: value `2001` has two rows
///    |
/// 12 | [code.2001]
///    |       ^^^^
///   ::: codes.toml:4:7: the first row of `2001`
///    |
///  4 | [code.2001]
///    |       ----
///    = help: …
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Report<'a> {
    /// The file.
    pub path: &'a str,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// Path, line and column of the other place, and the note about it.
    pub related: Option<(&'a str, usize, usize, &'a str)>,
    diagnostic: &'a Diagnostic,
    sources: &'a [Source],
}

impl Diagnostic {
    /// This diagnostic with its places in [`Reading::sources`](crate::Reading::sources).
    pub fn report<'a>(&'a self, sources: &'a [Source]) -> Report<'a> {
        let (path, line, column) = locate(&self.place, sources);
        let related = self.related.as_ref().map(|(place, text)| {
            let (path, line, column) = locate(place, sources);
            (path, line, column, text.as_str())
        });
        Report { path, line, column, related, diagnostic: self, sources }
    }
}

impl Report<'_> {
    /// The complete text form with another `error[duplicate-value]` and `= help:`: translated, or in colours.
    pub fn with(&self, head: &str, help: &str) -> String {
        let Self { path, line, column, .. } = self;
        let path = shown(path);
        let mut out = format!("{path}:{line}:{column}: {head}: {}\n", self.diagnostic.message);
        out += &self.snippet();
        if let Some(text) = &self.diagnostic.help {
            let _ = writeln!(out, "{:1$} {help} {text}", "", self.gutter());
        }
        out
    }

    /// The source line with carets; also of the other place, if there is one.
    pub fn snippet(&self) -> String {
        let gutter = self.gutter();
        let mut out = String::new();
        write_snippet(&mut out, self.source(&self.diagnostic.place), &self.diagnostic.place, gutter, '^');
        if let (Some((place, _)), Some((path, line, column, text))) = (&self.diagnostic.related, self.related)
        {
            let path = shown(path);
            let _ = writeln!(out, "{:gutter$}::: {path}:{line}:{column}: {text}", "");
            write_snippet(&mut out, self.source(place), place, gutter, '-');
        }
        out
    }

    /// The number of digits of the greatest line number.
    fn gutter(&self) -> usize {
        let other = self.related.map_or(0, |(_, line, _, _)| line);
        self.line.max(other).to_string().len()
    }

    fn source(&self, place: &Place) -> &Source {
        &self.sources[place.source]
    }
}

impl Display for Report<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Diagnostic { severity, rule, .. } = self.diagnostic;
        f.write_str(&self.with(&format!("{}[{}]", severity.name(), rule.id()), "= help:"))
    }
}

fn locate<'a>(place: &Place, sources: &'a [Source]) -> (&'a str, usize, usize) {
    let source = &sources[place.source];
    let (line, column) = source.position(place.span.start);
    (&source.path, line, column)
}

/// The maximum number of columns before the caret and of the whole line; a longer line is cut.
const BEFORE: usize = 60;
const LONGEST: usize = 120;

/// Writes the source line of a place and the marks below it, after a gutter of this many digits.
fn write_snippet(out: &mut String, source: &Source, place: &Place, gutter: usize, mark: char) {
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

/// The visible part of a line.
struct Cut {
    line: String,
    indent: usize,
    marks: usize,
}

impl Cut {
    /// The line around the bytes from `from` to `to`, with tabs as spaces and control characters escaped.
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

/// The end of a text that fits, and whether something is left out.
fn tail(text: &str, room: usize) -> (String, bool) {
    let mut used = 0;
    let fits = |&(_, character): &(usize, char)| {
        used += cell_width(character);
        used <= room
    };
    let from = text.char_indices().rev().take_while(fits).last().map_or(text.len(), |(at, _)| at);
    (text[from..].chars().flat_map(cells).collect(), from > 0)
}

/// The start of a text that fits, and whether something is left out.
fn head(text: &str, room: usize) -> (String, bool) {
    let mut used = 0;
    let fits = |&(_, character): &(usize, char)| {
        used += cell_width(character);
        used <= room
    };
    let to = text.char_indices().take_while(fits).last().map_or(0, |(at, last)| at + last.len_utf8());
    (text[..to].chars().flat_map(cells).collect(), to < text.len())
}

fn cells(character: char) -> impl Iterator<Item = char> {
    let tab = if character == '\t' { "    " } else { "" };
    tab.chars().chain((character != '\t').then(|| visible(character)).into_iter().flatten())
}

fn cell_width(character: char) -> usize {
    if hides(character) { cells(character).count() } else { width(character) }
}

fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// The number of terminal columns of a character, approximated by a few ranges.
fn width(character: char) -> usize {
    match character {
        // Combining marks, joiners, direction marks and variation selectors.
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5bd}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => 0,
        // Hangul, CJK, full-width forms, emoji.
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f900}'..='\u{1f9ff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}
