//! Rule 9: a table cannot hide what it says.

use std::borrow::Cow;

use crate::entry::MOST_BYTES;
use crate::raw::visible::is_visible;
use crate::raw::{File, inside};
use crate::report::{Mistake, Quoted, Sink};
use crate::source::Place;

/// Whether a text breaks none of the rules below.
pub(crate) fn check(file: File<'_>, place: &Place, text: &str, sink: &mut Sink) -> bool {
    if text.trim_ascii().is_empty() {
        sink.report(place.clone(), &Mistake::EmptyText);
        return false;
    }
    // Before anybody searches it: what is too long for a table need not be read in a reasonable time.
    if text.len() > MOST_BYTES {
        sink.report(place.clone(), &Mistake::TextTooLong { bytes: text.len(), most: MOST_BYTES });
        return false;
    }
    if is_plain(text) {
        return true;
    }
    let hidden = [bidi(text), open_isolate(text), control_character(text)];
    for (at, mistake) in hidden.iter().flatten() {
        let width = text[*at..].chars().next().map_or(0, char::len_utf8);
        sink.report(inside(file, place, text, *at..*at + width), mistake);
    }
    hidden.iter().all(Option::is_none)
}

/// "Bidirectional embeddings and overrides (U+202A–202E)" are errors, wherever they stand: in a comment as well.
pub(crate) fn check_source(file: File<'_>, sink: &mut Sink) {
    if !file.text.as_bytes().contains(&0xe2) {
        return;
    }
    let mut start = 0;
    for line in file.text.split('\n') {
        if let Some((at, mistake)) = bidi(line) {
            sink.report(file.place(start + at..start + at + '\u{202a}'.len_utf8()), &mistake);
        }
        start += line.len() + 1;
    }
}

/// The line ends of a text over several lines are newlines, however the file was checked out.
pub(crate) fn without_carriage_returns<'t>(
    file: File<'_>,
    place: &Place,
    text: Cow<'t, str>,
) -> Cow<'t, str> {
    if text.contains('\r') && file.text[place.span.clone()].contains("\r\n") {
        return Cow::Owned(text.replace("\r\n", "\n"));
    }
    text
}

/// Whether every byte is one that no rule below can object to: nearly every text.
fn is_plain(text: &str) -> bool {
    // 0xc2 begins U+0080–U+00BF, as 0xe2 begins U+2000–U+2FFF.
    is_visible(text) && !text.as_bytes().contains(&0xc2) && !text.as_bytes().contains(&0xe2)
}

fn bidi(text: &str) -> Option<(usize, Mistake)> {
    let bytes = text.as_bytes();
    if !bytes.contains(&0xe2) {
        return None;
    }
    // Bytes and no iterators: a macro runs unoptimised.
    let mut at = 0;
    while at + 2 < bytes.len() {
        if bytes[at] == 0xe2 && bytes[at + 1] == 0x80 && matches!(bytes[at + 2], 0xaa..=0xae) {
            return Some((at, Mistake::Bidi { character: quoted(&text[at..]) }));
        }
        at += 1;
    }
    None
}

/// "Isolates that are not closed in the same text" are errors: U+2066–2068, closed by U+2069.
fn open_isolate(text: &str) -> Option<(usize, Mistake)> {
    let mut open = Vec::new();
    for (at, character) in text.char_indices() {
        match character {
            '\u{2066}'..='\u{2068}' => open.push(at),
            '\u{2069}' => drop(open.pop()),
            _ => {}
        }
    }
    let at = *open.first()?;
    Some((at, Mistake::OpenIsolate { character: quoted(&text[at..]) }))
}

/// "Control characters other than newline and tab" are errors.
fn control_character(text: &str) -> Option<(usize, Mistake)> {
    let at = text.find(|character: char| character.is_control() && !matches!(character, '\n' | '\t'))?;
    Some((at, Mistake::ControlCharacter { character: quoted(&text[at..]) }))
}

/// The first character.
fn quoted(text: &str) -> Quoted {
    Quoted::new(text.get(..text.chars().next().map_or(0, char::len_utf8)).unwrap_or_default())
}
