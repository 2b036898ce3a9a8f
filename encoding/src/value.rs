//! How people see the values of codes: labels such as `E2001`, and values that are texts.
//!
//! A label is the value with a text before it and a text after it, in decimal or hexadecimal digits. A negative number
//! is written in hexadecimal as its two's complement.
//!
//! ```
//! # use code_registry_encoding::value::{LabelForm, Radix};
//! let form = LabelForm { before: "0x", after: "", width: 4, radix: Radix::UpperHexadecimal };
//! let mut label = String::new();
//! form.write_number(&-2_i16, &mut label).unwrap();
//! assert_eq!(label, "0xFFFE");
//! assert_eq!(form.read_number("0xFFFE", i16::MIN.into(), i16::MAX.into()), Some(-2));
//! ```

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
    pub fn write_number<N: Display + LowerHex + UpperHex>(
        &self,
        number: &N,
        out: &mut impl Write,
    ) -> fmt::Result {
        let width = self.width;
        out.write_str(self.before)?;
        match self.radix {
            Radix::Decimal => write!(out, "{number:0width$}")?,
            Radix::LowerHexadecimal => write!(out, "{number:0width$x}")?,
            Radix::UpperHexadecimal => write!(out, "{number:0width$X}")?,
        }
        out.write_str(self.after)
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
