//! From a place in a text to the place in the file.

use core::ops::Range;

use crate::raw::File;
use crate::source::Place;

/// Where a part of a text stands in the file; where that cannot be told, the whole string.
pub(crate) fn inside(file: File<'_>, string: &Place, text: &str, part: Range<usize>) -> Place {
    Inside::new(file, string, text).place(part)
}

/// A string of the file and the text that it means, to be asked from its beginning to its end: all parts together then
/// take one walk over it.
pub(crate) struct Inside<'a> {
    file: File<'a>,
    string: &'a Place,
    text: &'a str,
    /// A byte of the string, with its quotes, and the byte of the text that comes from it.
    known: (usize, usize),
}

impl<'a> Inside<'a> {
    pub(crate) fn new(file: File<'a>, string: &'a Place, text: &'a str) -> Self {
        Self { file, string, text, known: (1, 0) }
    }

    /// Where a part stands; where that cannot be told, the whole string.
    pub(crate) fn place(&mut self, part: Range<usize>) -> Place {
        let Range { start, end } = self.string.span;
        let raw = &self.file.text[start..end];
        let part = self.in_raw(raw, part.start).zip(self.in_raw(raw, part.end));
        part.map_or_else(|| self.string.clone(), |(from, to)| self.file.place(start + from..start + to))
    }

    /// The byte of `raw`, the string with its quotes, that a byte of its value comes from.
    fn in_raw(&mut self, raw: &str, offset: usize) -> Option<usize> {
        let multi_line = raw.starts_with("\"\"\"") || raw.starts_with("'''");
        let quotes = if multi_line { 3 } else { 1 };
        let opening = quotes + usize::from(multi_line && raw[quotes..].starts_with('\n'));
        if raw.len() == opening + self.text.len() + quotes {
            return Some(opening + offset);
        }
        if multi_line { None } else { self.after_escapes(raw, offset) }
    }

    /// The same by walking over the escapes of a string on one line.
    fn after_escapes(&mut self, raw: &str, offset: usize) -> Option<usize> {
        if self.known.1 > offset {
            self.known = (1, 0);
        }
        let (mut source, mut decoded) = self.known;
        while decoded < offset {
            let (written, meant) = character(raw.get(source..)?)?;
            (source, decoded) = (source + written, decoded + meant);
        }
        self.known = (source, decoded);
        Some(source)
    }
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
