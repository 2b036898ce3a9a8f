//! Texts of a table in Markdown, as `render` and `diff` write it: whatever they hold, they are read as texts.

use crate::display_text;

/// A comment: of all that readers do not see, what parts a text for every program.
const NOTHING: &str = "<!-- -->";

/// A text on one line: of a heading, a list, a table.
pub(crate) fn line(text: &str) -> String {
    block_start(&inline(&display_text::one_line(text)))
}

/// A text whose lines stay apart.
pub(crate) fn paragraph(text: &str) -> String {
    let lines = text.lines().filter(|text| !text.trim().is_empty());
    lines.map(line).collect::<Vec<_>>().join("\\\n")
}

/// A reference: a link where it is one.
pub(crate) fn source(reference: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'|' | b'\\' | b'`');
    if display_text::is_link(reference) && reference.bytes().all(is_plain) {
        format!("<{reference}>")
    } else {
        line(reference)
    }
}

/// What opens or closes something inside a line. Entities stand for what HTML would read before Markdown does.
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

/// Within an address, a mention or the number of an issue, which GitHub makes a link of without being asked. No entity and
/// no backslash ends it: that of a mail is looked for when they are read.
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

/// What makes a line a list or the underline of a heading.
fn block_start(line: &str) -> String {
    let digits = line.find(|character: char| !character.is_ascii_digit()).unwrap_or(line.len());
    match line[digits..].chars().next() {
        Some('+' | '-' | '=' | ':') if digits == 0 => format!("\\{line}"),
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line.to_owned(),
    }
}
