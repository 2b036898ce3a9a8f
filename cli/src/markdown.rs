//! Escapes texts of a table for Markdown, so that they are shown as plain text.

use crate::display_text;

/// An empty comment, the only invisible separator that works everywhere.
const NOTHING: &str = "<!-- -->";

/// A text on one line, for a heading, a list or a table.
pub(crate) fn line(text: &str) -> String {
    block_start(&inline(&display_text::one_line(text)))
}

/// A text with its line breaks.
pub(crate) fn paragraph(text: &str) -> String {
    let lines = text.lines().filter(|text| !text.trim().is_empty());
    lines.map(line).collect::<Vec<_>>().join("\\\n")
}

/// A reference, as a link if it is a web address.
pub(crate) fn source(reference: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'|' | b'\\' | b'`');
    if display_text::is_link(reference) && reference.bytes().all(is_plain) {
        format!("<{reference}>")
    } else {
        line(reference)
    }
}

/// Escapes inline markup. Entities replace what HTML would interpret first.
fn inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        if is_within_link(text.split_at(at)) {
            escaped.push_str(NOTHING);
        }
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '$' => {
                escaped.extend(['\\', character]);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Whether a position is inside what GitHub turns into a link by itself: an address, a mention or an issue number.
/// Escapes do not prevent that.
fn is_within_link((before, after): (&str, &str)) -> bool {
    let ends_with = |word: &[u8; 3]| {
        before.as_bytes().last_chunk::<3>().is_some_and(|last| last.eq_ignore_ascii_case(word))
    };
    let is_number = after.starts_with(|character: char| character.is_ascii_digit());
    before.ends_with('@')
        || before.ends_with('/') && after.starts_with('/')
        || after.starts_with('.') && ends_with(b"www")
        || is_number && (before.ends_with('#') || ends_with(b"gh-"))
}

/// Escapes the start of a line that would be a list or the underline of a heading.
fn block_start(line: &str) -> String {
    let digits = line.find(|character: char| !character.is_ascii_digit()).unwrap_or(line.len());
    match line[digits..].chars().next() {
        Some('+' | '-' | '=' | ':') if digits == 0 => format!("\\{line}"),
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line.to_owned(),
    }
}
