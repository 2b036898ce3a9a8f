use core::fmt::{self, Display, Write};

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
        Value::Whole(..) | Value::Number(..) | Value::Duration(..) | Value::List(..) => {
            Written { argument, speech }.fmt(f)
        }
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
    const PAIRS: &str = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
                         5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    if number < 100 {
        let start = 2 * number as usize;
        return f.write_str(PAIRS.get(start + usize::from(number < 10)..start + 2).unwrap_or_default());
    }
    #[cfg(feature = "std")]
    if number < 100_000_000 {
        return write_digits(number, f);
    }
    write!(f, "{number}")
}

/// Writes an integer of at most eight digits, with fewer instructions than its `Display`. Programs without the standard library do
/// without, because it takes 800 bytes.
#[cfg(feature = "std")]
fn write_digits(number: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    /// So many aligned bytes are found to be UTF-8 in one step.
    #[repr(align(8))]
    struct Text([u8; 16]);

    let digits = digits(number);
    let mut text = Text([b'0'; 16]);
    text.0[8..].copy_from_slice(&(digits | u64::from_le_bytes([b'0'; 8])).to_le_bytes());
    let zeros = digits.trailing_zeros() as usize / 8;
    match str::from_utf8(&text.0).ok().and_then(|text| text.split_at_checked(8 + zeros)) {
        Some((_, text)) => f.write_str(text),
        None => Ok(()),
    }
}

/// The eight digits of an integer, a byte each, the first digit in the lowest byte. Each step divides all parts at once: by 100
/// and by 10, as a multiplication and a shift, which are exact for parts below 10,000 and below 100.
#[cfg(feature = "std")]
fn digits(number: u64) -> u64 {
    let parts = (number / 10_000) | ((number % 10_000) << 32);
    let hundreds = ((parts * 10_486) >> 20) & 0x7F_0000_007F;
    let parts = hundreds | ((parts - 100 * hundreds) << 16);
    let tens = ((parts * 103) >> 10) & 0xF_000F_000F_000F;
    tens | ((parts - 10 * tens) << 8)
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
    #[cfg(feature = "std")]
    fn digits_of_an_integer() {
        for number in (0..20_000).chain((20_000..100_000_000).step_by(997)).chain([99_999_999]) {
            let text: std::string::String =
                super::digits(number).to_le_bytes().iter().map(|digit| char::from(b'0' + digit)).collect();
            assert_eq!(text, std::format!("{number:08}"));
        }
    }

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
