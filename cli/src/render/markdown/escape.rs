//! Texts of a table in Markdown: whatever they hold, they are read as texts.

use crate::show;

/// A text on one line: of a heading, a list, a table.
pub(super) fn line(text: &str) -> String {
    block_start(&inline(&show::one_line(text)))
}

/// A text whose lines stay apart.
pub(super) fn paragraph(text: &str) -> String {
    let lines = text.lines().filter(|text| !text.trim().is_empty());
    lines.map(line).collect::<Vec<_>>().join("\\\n")
}

/// A reference: a link where it is one.
pub(super) fn source(reference: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'|' | b'\\' | b'`');
    if show::is_link(reference) && reference.bytes().all(is_plain) {
        format!("<{reference}>")
    } else {
        line(reference)
    }
}

/// What opens or closes something inside a line. Entities stand for what HTML would read before Markdown does.
fn inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
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

/// What makes a line a list or the underline of a heading.
fn block_start(line: &str) -> String {
    let digits = line.find(|character: char| !character.is_ascii_digit()).unwrap_or(line.len());
    match line[digits..].chars().next() {
        Some('+' | '-' | '=' | ':') if digits == 0 => format!("\\{line}"),
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line.to_owned(),
    }
}
