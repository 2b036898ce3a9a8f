//! Lines of a file, and values on them.

use core::ops::Range;

use crate::document::{self, Node};

/// Where the line of a byte begins.
pub(crate) fn start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Where the line of a byte ends, its end included.
pub(crate) fn end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// What stands after `at` up to the end of the line, and the comments right below that a blank line follows: they belong to what is above.
pub(crate) fn end_with_comments(text: &str, at: usize) -> usize {
    let own = end(text, at);
    let mut after = own;
    while text[after..].trim_start_matches([' ', '\t']).starts_with('#') {
        after = end(text, after);
    }
    let is_apart = text[after..].lines().next().is_none_or(|line| line.trim().is_empty());
    if is_apart { after } else { own }
}

/// Where the comments begin that stand right above a line.
pub(crate) fn start_with_comments(text: &str, at: usize) -> usize {
    let mut from = start(text, at);
    while from > 0 && text[start(text, from - 1)..from].trim_start().starts_with('#') {
        from = start(text, from - 1);
    }
    from
}

/// Where the file has an item; nothing of a file that was read is without.
pub(crate) fn span(span: Option<Range<usize>>) -> Range<usize> {
    span.unwrap_or(0..0)
}

/// A value in the form of the one that it replaces.
pub(crate) fn value(value: &Node, old: &str) -> String {
    let is_plain = |text: &str| !text.contains('\'') && !text.chars().any(char::is_control);
    match value {
        Node::Text(text) if old.starts_with("\"\"\"") && text.contains('\n') => paragraph(text),
        Node::Text(text) if old.starts_with("'''") && text.contains('\n') => paragraph(text),
        Node::Text(text) if old.starts_with('\'') && is_plain(text) => format!("'{text}'"),
        _ => document::value(value),
    }
}

/// A text on several lines.
fn paragraph(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| document::value(&Node::text(line))).collect();
    let lines: Vec<_> = lines.iter().map(|line| &line[1..line.len() - 1]).collect();
    format!("\"\"\"\n{}\"\"\"", lines.join("\n"))
}
