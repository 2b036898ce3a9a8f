//! Rule 9: a table cannot hide its content.

use core::ops::Range;
use std::borrow::Cow;

use crate::MAX_TEXT_BYTES;
use crate::report::{Quoted, Sink, Violation};
use crate::source::Place;
use crate::syntax::{has_byte, is_visible};

/// Whether a text breaks none of the rules below.
pub(crate) fn check(file: &str, place: &Place, text: &str, sink: &mut Sink) -> bool {
    if !check_size(place, text, MAX_TEXT_BYTES, sink) {
        return false;
    }
    let hidden = hidden(text);
    for (at, violation) in &hidden {
        let width = text[*at..].chars().next().map_or(0, char::len_utf8);
        sink.report(inside(file, place, text, *at..*at + width), violation);
    }
    hidden.is_empty()
}

/// The characters that could hide the content of a text, each with its byte.
pub(crate) fn hidden(text: &str) -> Vec<(usize, Violation)> {
    if is_plain(text) {
        return Vec::new();
    }
    [bidi(text), open_isolate(text), control_character(text)].into_iter().flatten().collect()
}

/// Whether a text is neither empty nor longer than `most` bytes.
pub(crate) fn check_size(place: &Place, text: &str, most: usize, sink: &mut Sink) -> bool {
    if text.trim_ascii().is_empty() {
        sink.report(place.clone(), &Violation::EmptyText);
        return false;
    }
    // Before any search: a text that is too long for a table need not be read in a reasonable time.
    if text.len() > most {
        sink.report(place.clone(), &Violation::TextTooLong { bytes: text.len(), most });
        return false;
    }
    true
}

/// Whether a file has any character that the rules below forbid, except the controls of ASCII, which TOML refuses.
/// Without one, the texts need not be searched.
pub(crate) fn may_hide(file: &str) -> bool {
    let bytes = file.as_bytes();
    let (blocks, _) = bytes.as_chunks::<16>();
    let mut at = 0;
    while at < blocks.len() {
        // 0xc2 begins U+0080–U+00BF, as 0xe2 begins U+2000–U+2FFF.
        let may_hide = has_byte(blocks[at], 0xc2) || has_byte(blocks[at], 0xe2);
        if may_hide && hides(bytes, at * 16, at * 16 + 16) {
            return true;
        }
        at += 1;
    }
    hides(bytes, at * 16, bytes.len())
}

/// Whether U+0080–U+009F, U+202A–U+202E or U+2066–U+2069 begins between these bytes.
fn hides(bytes: &[u8], from: usize, end: usize) -> bool {
    let mut at = from;
    while at < end {
        let hides = match bytes[at] {
            0xc2 => matches!(bytes[at + 1..], [(0x80..=0x9f), ..]),
            0xe2 => matches!(bytes[at + 1..], [0x80, (0xaa..=0xae), ..] | [0x81, (0xa6..=0xa9), ..]),
            _ => false,
        };
        if hides {
            return true;
        }
        at += 1;
    }
    false
}

/// "Bidirectional embeddings and overrides (U+202A–202E)" are errors wherever they are, in comments as well.
pub(crate) fn check_source(source: usize, text: &str, sink: &mut Sink) {
    let mut start = 0;
    for line in text.split('\n') {
        if let Some((at, violation)) = bidi(line) {
            let span = start + at..start + at + '\u{202a}'.len_utf8();
            sink.report(Place { source, span }, &violation);
        }
        start += line.len() + 1;
    }
}

/// The line ends of a text over several lines are newlines, whatever line endings the checked-out file has.
pub(crate) fn without_carriage_returns<'t>(file: &str, place: &Place, text: &'t str) -> Cow<'t, str> {
    if text.as_bytes().contains(&b'\r') && file[place.span.clone()].contains("\r\n") {
        return Cow::Owned(text.replace("\r\n", "\n"));
    }
    Cow::Borrowed(text)
}

/// Whether no byte can violate a rule below, which is true for nearly every text.
fn is_plain(text: &str) -> bool {
    // 0xc2 begins U+0080–U+00BF, as 0xe2 begins U+2000–U+2FFF.
    is_visible(text) && !text.as_bytes().contains(&0xc2) && !text.as_bytes().contains(&0xe2)
}

fn bidi(text: &str) -> Option<(usize, Violation)> {
    let bytes = text.as_bytes();
    if !bytes.contains(&0xe2) {
        return None;
    }
    // Bytes instead of iterators: a macro runs unoptimized.
    let mut at = 0;
    while at + 2 < bytes.len() {
        if bytes[at] == 0xe2 && bytes[at + 1] == 0x80 && matches!(bytes[at + 2], 0xaa..=0xae) {
            return Some((at, Violation::Bidi { character: quoted(&text[at..]) }));
        }
        at += 1;
    }
    None
}

/// "Isolates that are not closed in the same text" are errors: U+2066–2068, closed by U+2069.
fn open_isolate(text: &str) -> Option<(usize, Violation)> {
    let mut open = Vec::new();
    for (at, character) in text.char_indices() {
        match character {
            '\u{2066}'..='\u{2068}' => open.push(at),
            '\u{2069}' => drop(open.pop()),
            _ => {}
        }
    }
    let at = *open.first()?;
    Some((at, Violation::OpenIsolate { character: quoted(&text[at..]) }))
}

/// "Control characters other than newline and tab" are errors.
fn control_character(text: &str) -> Option<(usize, Violation)> {
    let at = text.find(|character: char| character.is_control() && !matches!(character, '\n' | '\t'))?;
    Some((at, Violation::ControlCharacter { character: quoted(&text[at..]) }))
}

/// The first character.
fn quoted(text: &str) -> Quoted {
    Quoted::new(text.get(..text.chars().next().map_or(0, char::len_utf8)).unwrap_or_default())
}

/// The place of a part of a text in the file; the whole string if the part cannot be located.
pub(crate) fn inside(file: &str, string: &Place, text: &str, part: Range<usize>) -> Place {
    Inside::new(file, string, text).place(part)
}

/// A string of the file and the text that it denotes, to be asked from its beginning to its end: finding all parts then
/// takes one pass.
pub(crate) struct Inside<'a> {
    /// The text of the file.
    file: &'a str,
    string: &'a Place,
    text: &'a str,
    /// A byte of the string, with its quotes, and the byte of the text that comes from it.
    known: (usize, usize),
}

impl<'a> Inside<'a> {
    pub(crate) fn new(file: &'a str, string: &'a Place, text: &'a str) -> Self {
        Self { file, string, text, known: (1, 0) }
    }

    /// The place of a part; the whole string if it cannot be located.
    pub(crate) fn place(&mut self, part: Range<usize>) -> Place {
        let Range { start, end } = self.string.span;
        let raw = &self.file[start..end];
        let part = self.in_raw(raw, part.start).zip(self.in_raw(raw, part.end));
        let span = part.map_or(start..end, |(from, to)| start + from..start + to);
        Place { source: self.string.source, span }
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

    /// The byte in a string on one line, found by stepping over its escapes.
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

/// The number of bytes of the next character in the file, and in the text.
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
