use core::fmt::{self, Display, Write};

use code_registry_encoding::formats::two_digits;
#[cfg(feature = "std")]
use code_registry_encoding::formats::{SHORT, write_short};

use super::{Argument, Value, Written};
use crate::languages::Speech;

/// FIRST STRONG ISOLATE: the text up to the end of the isolate has the direction of its first letter, and does not change
/// the direction of the text around it.
const FIRST_STRONG_ISOLATE: &str = "\u{2068}";
/// POP DIRECTIONAL ISOLATE: the end of an isolate.
pub(crate) const POP_DIRECTIONAL_ISOLATE: &str = "\u{2069}";

/// Writes an argument into a sentence. In one written from right to left it is isolated, in others if it may change the
/// direction of the text around it.
#[inline(always)]
pub(crate) fn write(argument: &Argument<'_>, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match argument.0 {
        Value::Text(text) | Value::NumberOrText(text, _) if !speech.right_to_left && is_short_ascii(text) => {
            f.write_str(text)
        }
        _ => write_other(argument, speech, f),
    }
}

/// The same if the sentence is known to be written from left to right. Few arguments depend on the language: `otherwise`
/// writes them.
#[inline(always)]
pub(crate) fn write_left_to_right(
    argument: &Argument<'_>,
    f: &mut fmt::Formatter<'_>,
    otherwise: impl FnOnce(&mut fmt::Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    match argument.0 {
        Value::Text(text) if is_short_ascii(text) => f.write_str(text),
        _ => otherwise(f),
    }
}

/// The same without the shorter way for texts.
#[inline(never)]
pub(crate) fn write_other(
    argument: &Argument<'_>,
    speech: &Speech<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match argument.0 {
        Value::Whole(whole, write) => write(whole, speech, f),
        Value::Number(number, write) => write(number, speech, f),
        Value::Duration(duration, write) => write(duration, speech, f),
        Value::List(items, write) => write(items, speech, f),
        Value::Text(text) | Value::NumberOrText(text, _)
            if !speech.right_to_left && !may_change_direction(text) =>
        {
            f.write_str(text)
        }
        Value::Unsigned(number) if !speech.right_to_left => write_unsigned(number, f),
        Value::Text(_)
        | Value::NumberOrText(..)
        | Value::Unsigned(_)
        | Value::Any(..)
        | Value::Localized(_) => write_isolated(&Written { argument, speech }, speech, f),
    }
}

/// Writes an integer that is not isolated. The options of a message do not apply to its arguments.
pub(crate) fn write_unsigned(number: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if number < 100 {
        return f.write_str(two_digits(number));
    }
    // Programs without the standard library do without, because it takes 800 bytes.
    #[cfg(feature = "std")]
    if number < SHORT {
        return write_short(number, "", f);
    }
    write!(f, "{number}")
}

/// Writes a text into a sentence, isolated from its beginning in one written from right to left.
pub(crate) fn write_isolated<T: Display + ?Sized>(
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
pub(crate) fn is_isolate_mark(character: char) -> bool {
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
    if bytes.len() >= 16 {
        bytes.len() <= 32 && ends_are_ascii::<16>(bytes)
    } else if bytes.len() >= 8 {
        ends_are_ascii::<8>(bytes)
    } else {
        bytes.iter().all(u8::is_ascii)
    }
}

/// Whether the first N bytes and the last N are ASCII.
#[inline]
fn ends_are_ascii<const N: usize>(bytes: &[u8]) -> bool {
    let (Some(first), Some(last)) = (bytes.first_chunk::<N>(), bytes.last_chunk::<N>()) else { return false };
    // Without an early end, so that all bytes are compared at once.
    first.iter().zip(last).fold(true, |all, (first, last)| all & (first | last).is_ascii())
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
