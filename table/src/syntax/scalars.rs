//! Strings, bare keys, numbers and dates. Bytes instead of iterators, and the precompiled searches of the standard
//! library: a macro runs unoptimized, over megabytes of text.

use core::ops::Range;
use std::borrow::Cow;

use toml_parser::decoder::Encoding;

use crate::syntax::tree::{Integer, Kind};
use crate::syntax::{Problem, Quotes};

/// The error in a part of a string, and the bytes of that part.
pub(super) type Flaw = Option<(Range<usize>, Problem)>;

/// The text of a string; if it has an error, as much of the text as is certain.
pub(super) fn string(raw: &str, encoding: Encoding) -> (Cow<'_, str>, Flaw) {
    let (quotes, is_basic, is_multi_line) = match encoding {
        Encoding::BasicString => (Quotes::Double, true, false),
        Encoding::LiteralString => (Quotes::Single, false, false),
        Encoding::MlBasicString => (Quotes::TripleDouble, true, true),
        Encoding::MlLiteralString => (Quotes::TripleSingle, false, true),
    };
    let width = quotes.as_str().len();
    let body = &raw[width..];
    let Some(mut body) = body.strip_suffix(quotes.as_str()) else {
        return (Cow::Borrowed(body), Some((0..width, Problem::UnclosedString(quotes))));
    };
    let mut start = width;
    if is_multi_line {
        let newline = if body.starts_with("\r\n") { 2 } else { usize::from(body.starts_with('\n')) };
        (start, body) = (start + newline, &body[newline..]);
    }
    let mut flaw = control_character(body, is_multi_line).map(|(at, problem)| {
        let width = body[at..].chars().next().map_or(0, char::len_utf8);
        (start + at..start + at + width, problem)
    });
    if !is_basic || !body.as_bytes().contains(&b'\\') {
        return (Cow::Borrowed(body), flaw);
    }
    let (text, bad_escape) = unescape(body, is_multi_line);
    if let Some((part, problem)) = bad_escape {
        // The backslash at the end of a string was meant for the quote.
        let is_open = part.end == body.len() && body[part.start..].len() == 1;
        flaw = flaw.or(Some(match is_open {
            true => (0..width, Problem::UnclosedString(quotes)),
            false => (start + part.start..start + part.end, problem),
        }));
    }
    (Cow::Owned(text), flaw)
}

/// The first control character that is not allowed in a string or a comment.
pub(super) fn control_character(text: &str, is_multi_line: bool) -> Option<(usize, Problem)> {
    if is_visible(text) {
        return None;
    }
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\t' => {}
            b'\n' if is_multi_line => {}
            b'\r' if is_multi_line && bytes.get(at + 1) == Some(&b'\n') => {}
            b'\r' if is_multi_line => return Some((at, Problem::LoneCarriageReturn)),
            0..0x20 | 0x7f => return Some((at, Problem::ControlCharacter)),
            _ => {}
        }
        at += 1;
    }
    None
}

/// The text with its escapes replaced, and the first invalid escape.
fn unescape(body: &str, is_multi_line: bool) -> (String, Flaw) {
    let (mut text, mut flaw) = (String::with_capacity(body.len()), None);
    let mut from = 0;
    while let Some(at) = body[from..].find('\\').map(|at| from + at) {
        text.push_str(&body[from..at]);
        let escape = &body[at + 1..];
        let (character, length) = match escape.as_bytes().first() {
            Some(b'b') => (Some('\u{8}'), 1),
            Some(b'e') => (Some('\u{1b}'), 1),
            Some(b'f') => (Some('\u{c}'), 1),
            Some(b'n') => (Some('\n'), 1),
            Some(b'r') => (Some('\r'), 1),
            Some(b't') => (Some('\t'), 1),
            Some(b'"') => (Some('"'), 1),
            Some(b'\\') => (Some('\\'), 1),
            Some(b'x') => hexadecimal(escape, 2),
            Some(b'u') => hexadecimal(escape, 4),
            Some(b'U') => hexadecimal(escape, 8),
            Some(b' ' | b'\t' | b'\r' | b'\n') if is_multi_line => match line_ending(escape) {
                Some(length) => {
                    from = at + 1 + length;
                    continue;
                }
                None => (None, 1),
            },
            _ => (None, escape.chars().next().map_or(0, char::len_utf8)),
        };
        from = at + 1 + length;
        match character {
            Some(character) => text.push(character),
            None => {
                text.push_str(&body[at..from]);
                flaw = flaw.or(Some((at..from, Problem::Escape)));
            }
        }
    }
    text.push_str(&body[from..]);
    (text, flaw)
}

/// The character of `x`, `u` or `U` and this many digits, and its bytes; without a character, the invalid bytes.
fn hexadecimal(escape: &str, digits: usize) -> (Option<char>, usize) {
    let bytes = escape.as_bytes();
    let mut end = 1;
    while end <= digits && end < bytes.len() && bytes[end].is_ascii_hexdigit() {
        end += 1;
    }
    let code = if end == digits + 1 { u32::from_str_radix(&escape[1..end], 16).ok() } else { None };
    (code.and_then(char::from_u32), end)
}

/// The bytes of blanks and line ends after a backslash at the end of a line.
fn line_ending(escape: &str) -> Option<usize> {
    let line = escape.trim_start_matches([' ', '\t']);
    let has_end = line.starts_with('\n') || line.starts_with("\r\n");
    has_end.then(|| escape.len() - line.trim_start_matches([' ', '\t', '\r', '\n']).len())
}

/// Whether this is a key without quotes.
pub(crate) fn is_bare_key(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && IS_BARE[bytes[at] as usize] {
        at += 1;
    }
    at == bytes.len() && at > 0
}

/// The characters of a key without quotes.
static IS_BARE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'_' | b'-');
        byte += 1;
    }
    table
};

/// A value without quotes.
pub(super) fn bare<'i>(raw: &'i str) -> Result<Kind<'i>, Problem> {
    let bytes = raw.as_bytes();
    match raw {
        "true" => return Ok(Kind::Boolean(true)),
        "false" => return Ok(Kind::Boolean(false)),
        _ if is_integer(bytes) => return Ok(Kind::Integer(Integer(raw))),
        _ if is_float(raw) => return Ok(Kind::Float),
        _ if is_datetime(bytes) => return Ok(Kind::Datetime),
        _ => {}
    }
    let unsigned = raw.trim_start_matches(['+', '-']);
    if !unsigned.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '.' | '_')) {
        return Err(Problem::Unquoted);
    }
    if matches!(bytes, [_, _, b':', ..] | [_, _, _, _, b'-', ..]) {
        return Err(Problem::Datetime);
    }
    let has_radix = matches!(unsigned.as_bytes(), [b'0', b'x' | b'X' | b'o' | b'O' | b'b' | b'B', ..]);
    let is_text = raw.contains(|character: char| character == ' ' || character.is_alphabetic());
    Err(if is_text && !has_radix { Problem::Unquoted } else { Problem::Number })
}

fn is_integer(bytes: &[u8]) -> bool {
    let (digits, is_digit): (&[u8], fn(&u8) -> bool) = match bytes {
        [b'0', b'x', rest @ ..] => (rest, u8::is_ascii_hexdigit),
        [b'0', b'o', rest @ ..] => (rest, |byte| matches!(byte, b'0'..=b'7')),
        [b'0', b'b', rest @ ..] => (rest, |byte| matches!(byte, b'0' | b'1')),
        [b'+' | b'-', rest @ ..] | rest => return decimal(rest) == Some(rest.len()),
    };
    self::digits(digits, is_digit) == Some(digits.len())
}

/// The bytes of a number without a leading zero at the beginning.
fn decimal(bytes: &[u8]) -> Option<usize> {
    let length = digits(bytes, u8::is_ascii_digit)?;
    let has_leading_zero = bytes[0] == b'0' && length > 1;
    (!has_leading_zero).then_some(length)
}

/// The bytes of digits at the beginning, with single underscores between them.
fn digits(bytes: &[u8], is_digit: fn(&u8) -> bool) -> Option<usize> {
    let mut at = 0;
    loop {
        if at == bytes.len() || !is_digit(&bytes[at]) {
            return None;
        }
        while at < bytes.len() && is_digit(&bytes[at]) {
            at += 1;
        }
        if at == bytes.len() || bytes[at] != b'_' {
            return Some(at);
        }
        at += 1;
    }
}

fn is_float(raw: &str) -> bool {
    let unsigned = raw.strip_prefix(['+', '-']).unwrap_or(raw);
    if matches!(unsigned, "inf" | "nan") {
        return true;
    }
    let mut rest = unsigned.as_bytes();
    let Some(length) = decimal(rest) else { return false };
    rest = &rest[length..];
    let has_more = !rest.is_empty();
    if let [b'.', fraction @ ..] = rest {
        let Some(length) = digits(fraction, u8::is_ascii_digit) else { return false };
        rest = &fraction[length..];
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        let exponent = if let [b'+' | b'-', digits @ ..] = exponent { digits } else { exponent };
        let Some(length) = digits(exponent, u8::is_ascii_digit) else { return false };
        rest = &exponent[length..];
    }
    has_more && rest.is_empty()
}

/// A date, a time, or both with or without an offset (RFC 3339; seconds may be left out).
fn is_datetime(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    if let [_, _, b':', ..] = rest {
        return take_time(&mut rest) && rest.is_empty();
    }
    if !take_date(&mut rest) {
        return false;
    }
    let [b'T' | b't' | b' ', time @ ..] = rest else { return rest.is_empty() };
    rest = time;
    if !take_time(&mut rest) {
        return false;
    }
    match rest {
        [] | [b'Z' | b'z'] => true,
        [b'+' | b'-', offset @ ..] => {
            rest = offset;
            take_clock(&mut rest) && rest.is_empty()
        }
        _ => false,
    }
}

fn take_date(rest: &mut &[u8]) -> bool {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1, after @ ..] = *rest else { return false };
    let numbers = (two(*y0, *y1), two(*y2, *y3), two(*m0, *m1), two(*d0, *d1));
    let (Some(century), Some(year), Some(month), Some(day)) = numbers else { return false };
    let year = century * 100 + year;
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    *rest = after;
    (1..=12).contains(&month) && (1..=days).contains(&day)
}

fn take_time(rest: &mut &[u8]) -> bool {
    if !take_clock(rest) {
        return false;
    }
    let [b':', s0, s1, after @ ..] = *rest else { return !rest.starts_with(b":") };
    *rest = after;
    if let [b'.', fraction @ ..] = after {
        let mut at = 0;
        while at < fraction.len() && fraction[at].is_ascii_digit() {
            at += 1;
        }
        if at == 0 {
            return false;
        }
        *rest = &fraction[at..];
    }
    two(*s0, *s1).is_some_and(|second| second <= 60)
}

/// Hours and minutes.
fn take_clock(rest: &mut &[u8]) -> bool {
    let [h0, h1, b':', m0, m1, after @ ..] = *rest else { return false };
    *rest = after;
    two(*h0, *h1).is_some_and(|hour| hour < 24) && two(*m0, *m1).is_some_and(|minute| minute < 60)
}

fn two(tens: u8, ones: u8) -> Option<u32> {
    let are_digits = tens.is_ascii_digit() && ones.is_ascii_digit();
    are_digits.then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
}

/// A one in each byte.
const EACH: u128 = u128::MAX / 0xff;

/// Whether a text has no control character of ASCII, not even a tab or a newline.
pub(crate) fn is_visible(text: &str) -> bool {
    let (blocks, rest) = text.as_bytes().as_chunks::<16>();
    let mut at = 0;
    while at < blocks.len() {
        if has_control(blocks[at]) {
            return false;
        }
        at += 1;
    }
    let mut last = [b' '; 16];
    last[..rest.len()].copy_from_slice(rest);
    !has_control(last)
}

/// Whether a block has a byte.
pub(crate) fn has_byte(block: [u8; 16], byte: u8) -> bool {
    let difference = u128::from_ne_bytes(block) ^ (EACH * u128::from(byte));
    difference.wrapping_sub(EACH) & !difference & (EACH * 0x80) != 0
}

/// Whether a byte is less than a space, or 0x7f: the borrow of a subtraction shows in its highest bit.
fn has_control(block: [u8; 16]) -> bool {
    let block = u128::from_ne_bytes(block);
    let deleted = block ^ (EACH * 0x7f);
    let below_blank = block.wrapping_sub(EACH * 0x20) & !block;
    let is_deleted = deleted.wrapping_sub(EACH) & !deleted;
    (below_blank | is_deleted) & (EACH * 0x80) != 0
}

#[cfg(test)]
mod tests {
    use super::is_visible;

    #[test]
    fn control_characters_are_seen_wherever_they_stand() {
        for text in ["", "a", "sixteen letters.", "più di sedici lettere, ‘über’ 0x80 hinaus … 日本語"]
        {
            assert!(is_visible(text), "{text}");
            for (at, _) in text.char_indices() {
                for control in (0..0x20).chain([0x7f]).map(char::from) {
                    let text = format!("{}{control}{}", &text[..at], &text[at..]);
                    assert!(!is_visible(&text), "{text:?} {at}");
                }
            }
        }
    }
}
