//! From a place in a text to the place in the file.

use core::ops::Range;

use crate::raw::File;
use crate::source::Place;

/// Where a part of a text stands in the file; where that cannot be told, the whole string.
pub(crate) fn inside(file: File<'_>, string: &Place, text: &str, part: Range<usize>) -> Place {
    let raw = &file.text[string.span.clone()];
    let part = in_raw(raw, text, part.start).zip(in_raw(raw, text, part.end));
    part.map_or_else(
        || string.clone(),
        |(start, end)| file.place(string.span.start + start..string.span.start + end),
    )
}

/// The byte of `raw`, a string with its quotes, that a byte of its value comes from.
fn in_raw(raw: &str, text: &str, offset: usize) -> Option<usize> {
    let multi_line = raw.starts_with("\"\"\"") || raw.starts_with("'''");
    let quotes = if multi_line { 3 } else { 1 };
    let opening = quotes + usize::from(multi_line && raw[quotes..].starts_with('\n'));
    if raw.len() == opening + text.len() + quotes {
        return Some(opening + offset);
    }
    if multi_line { None } else { after_escapes(raw, offset) }
}

/// The same by walking over the escapes of a string on one line.
fn after_escapes(raw: &str, offset: usize) -> Option<usize> {
    let (mut source, mut decoded) = (1, 0);
    while decoded < offset {
        let (written, meant) = character(raw.get(source..)?)?;
        (source, decoded) = (source + written, decoded + meant);
    }
    Some(source)
}

/// How many bytes the next character takes as it is written, and as it is meant.
fn character(raw: &str) -> Option<(usize, usize)> {
    let mut characters = raw.chars();
    let first = characters.next()?;
    if first != '\\' {
        return Some((first.len_utf8(), first.len_utf8()));
    }
    let digits = match characters.next()? {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return Some((2, 1)),
    };
    let code = u32::from_str_radix(raw.get(2..2 + digits)?, 16).ok()?;
    Some((2 + digits, char::from_u32(code)?.len_utf8()))
}
