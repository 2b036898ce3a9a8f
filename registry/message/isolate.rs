use core::fmt::{self, Display, Write};

use super::arguments::{Argument, Value, Written};
use crate::languages::Speech;

/// FIRST STRONG ISOLATE: the text up to the end of the isolate has the direction of its first letter, and does not change
/// the direction of the text around it.
const FIRST_STRONG_ISOLATE: &str = "\u{2068}";
/// POP DIRECTIONAL ISOLATE: the end of an isolate.
const POP_DIRECTIONAL_ISOLATE: &str = "\u{2069}";

/// Writes an argument into a sentence. In one written from right to left it is isolated, in others if it may change the
/// direction of the text around it.
#[inline]
pub(super) fn write(argument: &Argument<'_>, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if speech.right_to_left {
        return write_other(argument, speech, f);
    }
    write_left_to_right(argument, || speech, f)
}

/// The same if the sentence is known to be written from left to right. Few arguments depend on the language.
#[inline]
pub(super) fn write_left_to_right<'s>(
    argument: &Argument<'_>,
    speech: impl FnOnce() -> &'s Speech<'s>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match argument.0 {
        Value::Text(text) if is_short_ascii(text) => f.write_str(text),
        _ => write_other(argument, speech(), f),
    }
}

#[inline(never)]
fn write_other(argument: &Argument<'_>, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match argument.0 {
        Value::Formatted(ref value) => value.write(speech, f),
        Value::Text(text) if !speech.right_to_left && !may_change_direction(text) => f.write_str(text),
        Value::Unsigned(number) if !speech.right_to_left => write_unsigned(number, f),
        _ => write_isolated(&Written { argument, speech }, speech, f),
    }
}

fn write_unsigned(number: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    const DIGITS: &str = "0123456789";
    match usize::try_from(number).ok().and_then(|digit| DIGITS.get(digit..=digit)) {
        Some(digit) => f.write_str(digit),
        // The options of a message do not apply to each of its arguments.
        None if f.width().is_none() && !f.sign_plus() => number.fmt(f),
        None => write!(f, "{number}"),
    }
}

/// Writes a text into a sentence, isolated from its beginning in one written from right to left.
pub(super) fn write_isolated<T: Display + ?Sized>(
    text: &T,
    speech: &Speech<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut out = Isolate { f, is_open: false, own: 0 };
    if speech.right_to_left {
        out.open()?;
    }
    write!(out, "{text}")?;
    out.close()
}

/// Isolates the text that is written, from the first part that may change the direction of the text around it.
struct Isolate<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    is_open: bool,
    /// The number of isolates that the argument itself has opened and not closed.
    own: usize,
}

impl Isolate<'_, '_> {
    fn open(&mut self) -> fmt::Result {
        self.is_open = true;
        self.f.write_str(FIRST_STRONG_ISOLATE)
    }

    /// Closes the isolates that the argument left open, then the one around it.
    fn close(self) -> fmt::Result {
        let open = self.own + usize::from(self.is_open);
        (0..open).try_for_each(|_| self.f.write_str(POP_DIRECTIONAL_ISOLATE))
    }

    /// Counts a mark. If it would close the isolate around the argument, another one is opened.
    fn count(&mut self, mark: char) -> fmt::Result {
        match (mark, self.own) {
            ('\u{2069}', 0) => self.open(),
            ('\u{2069}', _) => {
                self.own -= 1;
                Ok(())
            }
            _ => {
                self.own += 1;
                Ok(())
            }
        }
    }
}

impl Write for Isolate<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if !self.is_open && may_change_direction(text) {
            self.open()?;
        }
        if !self.is_open {
            return self.f.write_str(text);
        }
        for part in text.split_inclusive(is_isolate_mark) {
            self.f.write_str(part)?;
            if let Some(mark) = part.chars().next_back().filter(|&last| is_isolate_mark(last)) {
                self.count(mark)?;
            }
        }
        Ok(())
    }
}

/// Whether a character begins or ends an isolate.
fn is_isolate_mark(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2069}')
}

/// Whether a text contains a letter written from right to left, or a mark that changes the direction.
fn may_change_direction(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(changes_direction)
}

/// Whether a text of at most 32 bytes is ASCII: a text of 8 bytes and more is compared in two overlapping halves.
#[inline]
fn is_short_ascii(text: &str) -> bool {
    let bytes = text.as_bytes();
    let short = ends_are_ascii::<16>(bytes).or_else(|| ends_are_ascii::<8>(bytes));
    bytes.len() <= 32 && short.unwrap_or_else(|| bytes.iter().all(u8::is_ascii))
}

/// Whether the first N bytes and the last N are ASCII; `None` if there are fewer.
#[inline]
fn ends_are_ascii<const N: usize>(bytes: &[u8]) -> Option<bool> {
    let (first, last) = (bytes.first_chunk::<N>()?, bytes.last_chunk::<N>()?);
    Some((high_bits(first) | high_bits(last)) == 0)
}

#[inline]
fn high_bits(bytes: &[u8]) -> u64 {
    let all = bytes.as_chunks().0.iter().fold(0, |all, &eight| all | u64::from_ne_bytes(eight));
    all & 0x8080_8080_8080_8080
}

/// The blocks of Unicode with such letters, and the marks.
fn changes_direction(character: char) -> bool {
    matches!(character,
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'
        | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::vec;

    use super::is_short_ascii;

    #[test]
    fn a_letter_that_is_not_ascii_is_found_at_any_offset() {
        for length in 0..80 {
            let mut text = vec!['a'; length];
            let is_ascii = |text: &[char]| is_short_ascii(&text.iter().collect::<std::string::String>());
            assert_eq!(is_ascii(&text), length <= 32, "{length}");
            for at in 0..length {
                text[at] = 'ا';
                assert!(!is_ascii(&text), "{length} {at}");
                text[at] = 'a';
            }
        }
    }
}
