//! How the values of codes are displayed: labels such as `E2001`, and values that are texts.
//!
//! A label is the value with a text before it and a text after it, in decimal or hexadecimal digits. A negative number
//! is written in hexadecimal as its two's complement.
//!
//! ```
//! # use code_registry_encoding::value::{LabelForm, Radix};
//! let form = LabelForm { before: "0x", after: "", width: 4, radix: Radix::UpperHexadecimal, parts: &[] };
//! let mut label = String::new();
//! form.write_number(&-2_i16, &mut label).unwrap();
//! assert_eq!(label, "0xFFFE");
//! assert_eq!(form.read_number("0xFFFE", i16::MIN.into(), i16::MAX.into()), Some(-2));
//! ```
//!
//! A label may show parts of an unsigned value instead, each with a text before it.

use core::fmt::{self, Display, LowerHex, UpperHex, Write};

/// How a table writes labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LabelForm<'a> {
    /// The text before the value.
    pub before: &'a str,
    /// The text after the value.
    pub after: &'a str,
    /// The least number of digits.
    pub width: usize,
    /// The digits of a number; a value that is a text is written as it is.
    pub radix: Radix,
    /// The parts that are written instead of the value, if any.
    pub parts: &'a [LabelPart<'a>],
}

/// Bits of a value in a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LabelPart<'a> {
    /// The text before them.
    pub before: &'a str,
    /// The lowest bit.
    pub shift: u32,
    /// The number of bits.
    pub bits: u32,
    /// The least number of digits.
    pub width: usize,
    /// The digits.
    pub radix: Radix,
}

impl LabelPart<'_> {
    /// The greatest number that fits into the bits.
    fn max(&self) -> u64 {
        u64::MAX.checked_shr(u64::BITS.saturating_sub(self.bits)).unwrap_or(0)
    }

    /// Whether every number has the same number of digits.
    pub fn has_fixed_width(&self) -> bool {
        let (max, radix) = (self.max(), self.radix.base());
        let digits = core::iter::successors(Some(max), |rest| (*rest >= radix).then(|| rest / radix)).count();
        self.width >= digits
    }

    /// The number of digits of this part at the beginning of a text; `None` if there are too few.
    fn count_digits(&self, text: &str) -> Option<usize> {
        let digits = text.bytes().take_while(|byte| byte.is_ascii() && self.is_digit(char::from(*byte)));
        if !self.has_fixed_width() {
            return Some(digits.count());
        }
        Some(digits.take(self.width).count()).filter(|&count| count == self.width)
    }

    fn is_digit(&self, character: char) -> bool {
        u32::try_from(self.radix.base()).is_ok_and(|radix| character.is_digit(radix))
    }
}

/// The digits of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Radix {
    /// `255`
    Decimal,
    /// `ff`
    LowerHexadecimal,
    /// `FF`
    UpperHexadecimal,
}

impl Radix {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Decimal, Self::LowerHexadecimal, Self::UpperHexadecimal];

    /// The base of the digits.
    const fn base(self) -> u64 {
        match self {
            Self::Decimal => 10,
            Self::LowerHexadecimal | Self::UpperHexadecimal => 16,
        }
    }

    /// The letter that selects these digits in `format!`; empty for decimal.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Decimal => "",
            Self::LowerHexadecimal => "x",
            Self::UpperHexadecimal => "X",
        }
    }
}

impl LabelForm<'_> {
    /// Writes the label of a number.
    pub fn write_number<N: Display + LowerHex + UpperHex + Copy + TryInto<u64>>(
        &self,
        number: &N,
        out: &mut impl Write,
    ) -> fmt::Result {
        if !self.parts.is_empty() {
            return self.write_parts((*number).try_into().unwrap_or_default(), out);
        }
        out.write_str(self.before)?;
        write_digits(number, self.width, self.radix, out)?;
        out.write_str(self.after)
    }

    /// Writes the label of a number by its parts.
    fn write_parts(&self, number: u64, out: &mut impl Write) -> fmt::Result {
        for part in self.parts {
            let bits = number.checked_shr(part.shift).unwrap_or(0) & part.max();
            out.write_str(part.before)?;
            write_digits(&bits, part.width, part.radix, out)?;
        }
        out.write_str(self.after)
    }

    /// The number whose label consists of these parts; `None` if the parts are not all bits of a type with this maximum.
    fn read_parts(&self, text: &str, max: i128) -> Option<i128> {
        if self.parts.iter().map(|part| part.bits).sum::<u32>() != max.count_ones() {
            return None;
        }
        let (mut value, mut rest) = (0, text);
        for part in self.parts {
            rest = after_text(rest, part.before)?;
            let (digits, after) = rest.split_at_checked(part.count_digits(rest)?)?;
            let base = u32::try_from(part.radix.base()).ok()?;
            let number = magnitude(digits, base).filter(|&number| number <= part.max().into())?;
            value |= number.checked_shl(part.shift)?;
            rest = after;
        }
        after_text(rest, self.after)?.is_empty().then_some(value)
    }

    /// Writes the label of a text.
    pub fn write_text(&self, text: &str, out: &mut impl Write) -> fmt::Result {
        [self.before, text, self.after].into_iter().try_for_each(|part| out.write_str(part))
    }

    /// The number whose label is this text, for a type with the values from `min` to `max`. It may be outside of them; a
    /// number of more than 64 bits is `i128::MAX`.
    ///
    /// If the digits are hexadecimal, letters of the label may be of either case, and the decimal number of the same bits is
    /// read too: `2147942405` is `0x80070005`.
    pub fn read_number(&self, text: &str, min: i128, max: i128) -> Option<i128> {
        if !self.parts.is_empty() {
            return self.read_parts(text, max);
        }
        let values = max.wrapping_sub(min).wrapping_add(1);
        let is_decimal = matches!(self.radix, Radix::Decimal);
        let Some(digits) = self.read_text(text).or_else(|| self.read_text_in_any_case(text)) else {
            let bits = magnitude(text, 10).filter(|&bits| !is_decimal && max < bits && bits < values);
            return bits.map(|bits| bits - values);
        };
        if let Radix::Decimal = self.radix {
            // An unsigned zero has no sign.
            return match digits.strip_prefix('-') {
                Some(digits) => {
                    magnitude(digits, 10).filter(|&number| number > 0 || min < 0).map(|number| -number)
                }
                None => magnitude(digits, 10),
            };
        }
        let bits = magnitude(digits, 16)?;
        Some(if max < bits && bits < values { bits - values } else { bits })
    }

    /// The text between the texts before and after a value, whose letters may be of either case; none if the digits are
    /// decimal.
    fn read_text_in_any_case<'t>(&self, text: &'t str) -> Option<&'t str> {
        if let Radix::Decimal = self.radix {
            return None;
        }
        let (before, rest) = text.split_at_checked(self.before.len())?;
        let (digits, after) = rest.split_at_checked(rest.len().checked_sub(self.after.len())?)?;
        let is_same = before.eq_ignore_ascii_case(self.before) && after.eq_ignore_ascii_case(self.after);
        is_same.then_some(digits)
    }

    /// The text between the texts before and after a value.
    pub fn read_text<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.strip_prefix(self.before)?.strip_suffix(self.after)
    }
}

fn write_digits<N: Display + LowerHex + UpperHex>(
    number: &N,
    width: usize,
    radix: Radix,
    out: &mut impl Write,
) -> fmt::Result {
    match radix {
        Radix::Decimal => write!(out, "{number:0width$}"),
        Radix::LowerHexadecimal => write!(out, "{number:0width$x}"),
        Radix::UpperHexadecimal => write!(out, "{number:0width$X}"),
    }
}

/// What follows a text of a label, whose letters may be of either case.
fn after_text<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(label.len())?;
    start.eq_ignore_ascii_case(label).then_some(rest)
}

/// A number without a sign; `i128::MAX` if it has more than 64 bits.
fn magnitude(digits: &str, radix: u32) -> Option<i128> {
    let mut number = Some(0_u64);
    for digit in digits.chars() {
        let digit = digit.to_digit(radix)?;
        number = number.and_then(|number| number.checked_mul(radix.into())?.checked_add(digit.into()));
    }
    if digits.is_empty() { None } else { Some(number.map_or(i128::MAX, i128::from)) }
}

/// The most bytes of a value that is a text: the number of any value fits into an `i128`.
pub const MAX_TEXT_VALUE_BYTES: usize = 15;

/// Whether a text is a value of at most `length` bytes: visible characters of ASCII, `!` to `~`.
#[inline]
pub const fn is_text_value(text: &[u8], length: usize) -> bool {
    let mut at = 0;
    while at < text.len() {
        if !text[at].is_ascii_graphic() {
            return false;
        }
        at += 1;
    }
    0 < at && at <= length
}

/// The number of a text of at most `length` bytes, by which such values are ordered and matched: its bytes, the first
/// one most significant, filled up with zeros to `length`. Texts with the same beginning are next to each other.
///
/// ```
/// # use code_registry_encoding::value::{text_from_key, text_key};
/// assert_eq!(text_key(b"42", 5), 0x34_32_00_00_00);
/// assert_eq!(text_from_key(0x34_32_00_00_00), *b"42\0\0\0");
/// ```
#[inline]
pub const fn text_key(text: &[u8], length: usize) -> i128 {
    let (mut key, mut at) = (0, 0);
    while at < length {
        key = key << 8 | if at < text.len() { text[at] as i128 } else { 0 };
        at += 1;
    }
    key
}

/// The greatest [`text_key`] of the texts that begin with this one.
pub const fn last_text_key(prefix: &[u8], length: usize) -> i128 {
    let (mut key, mut at) = (0, 0);
    while at < length {
        key = key << 8 | if at < prefix.len() { prefix[at] as i128 } else { LAST_CHARACTER as i128 };
        at += 1;
    }
    key
}

const LAST_CHARACTER: u8 = b'~';

/// The bytes of the text with this number, and zeros after it.
pub const fn text_from_key<const N: usize>(key: u128) -> [u8; N] {
    let (all, mut bytes, mut at) = (key.to_be_bytes(), [0; N], 0);
    while at < N && at < all.len() {
        bytes[N - 1 - at] = all[all.len() - 1 - at];
        at += 1;
    }
    bytes
}
