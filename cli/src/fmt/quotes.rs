//! Strings and keys: in the quotes that need the fewest escapes.

use std::fmt::Write as _;

/// A text on a line of its own; `written` is how it stands in the file, quotes and all.
pub(super) fn text(written: &str, text: &str) -> String {
    let is_one_line = !text.contains('\n') || is_kept(written) || !reads_well(text);
    if is_one_line { inline(written, text) } else { lines(text) }
}

/// A text among others.
pub(super) fn inline(written: &str, text: &str) -> String {
    if is_kept(written) { written.to_owned() } else { quoted(text) }
}

/// A key, in quotes where it needs them.
pub(super) fn key(key: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    if !key.is_empty() && key.bytes().all(is_bare) { key.to_owned() } else { quoted(key) }
}

/// Whether the writer chose the form for a reason: several lines, or characters that would not be seen. (What is in no
/// quotes is a number that the parser has no room for.)
fn is_kept(written: &str) -> bool {
    let is_number = !written.starts_with(['"', '\'']);
    let is_several_lines = written.starts_with("\"\"\"") || written.starts_with("'''");
    is_number || is_several_lines || (written.starts_with('"') && has_unusual_escape(written))
}

/// Whether there is an escape but those of quotes, backslashes, line breaks and tabs.
fn has_unusual_escape(written: &str) -> bool {
    let mut characters = written.chars();
    while let Some(character) = characters.next() {
        if character == '\\' && !characters.next().is_some_and(|escaped| "\"\\nt".contains(escaped)) {
            return true;
        }
    }
    false
}

/// Whether all of a text can be seen over several lines.
fn reads_well(text: &str) -> bool {
    let is_seen = |line: &str| !line.ends_with([' ', '\t']) && !line.contains('\r');
    text.trim_end_matches('\n').contains('\n') && text.split('\n').all(is_seen)
}

/// A text over several lines.
fn lines(text: &str) -> String {
    let is_literal = text.contains('\\') && !text.contains("'''") && !text.ends_with('\'');
    if is_literal {
        return format!("'''\n{text}'''");
    }
    let escaped = text.replace('\\', "\\\\").replace("\"\"\"", "\"\"\\\"");
    let escaped = match escaped.strip_suffix('"') {
        Some(rest) => format!("{rest}\\\""),
        None => escaped,
    };
    format!("\"\"\"\n{escaped}\"\"\"")
}

/// A text on one line: between single quotes where double ones would need escapes.
fn quoted(text: &str) -> String {
    let is_literal = text.contains(['"', '\\']) && !text.contains('\'') && !text.contains(hides);
    if is_literal {
        return format!("'{text}'");
    }
    let mut out = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ if hides(character) => {
                let _ = write!(out, "\\u{:04X}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out + "\""
}

/// Whether no table may have the character as it is: it controls, or turns the direction of what follows.
fn hides(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}')
}
