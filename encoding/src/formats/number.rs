//! Numbers with the digits, signs and groups of a language.

use core::fmt::{self, Display, Write};

/// How a language writes a number: CLDR's standard decimal format with the digits of its default numbering system.
///
/// ```
/// # use code_registry_encoding::formats::NumberFormat;
/// let hindi = NumberFormat { decimal: ".", group: ",", other_groups: 2, first_group: 1, ..NumberFormat::PLAIN };
/// let mut text = String::new();
/// hindi.write_integer(false, 1_234_567, &mut text).unwrap();
/// assert_eq!(text, "12,34,567");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberFormat<'s> {
    /// The digit 0. The other digits follow it in Unicode.
    pub zero: char,
    /// The separator before the fraction.
    pub decimal: &'s str,
    /// The separator between groups of digits.
    pub group: &'s str,
    /// The minus sign, with the direction marks around it.
    pub minus: &'s str,
    /// Infinity, without a sign.
    pub infinity: &'s str,
    /// The text for NaN.
    pub nan: &'s str,
    /// The number of digits in the last group.
    pub last_group: u8,
    /// The number of digits in each group before it: 2 in India, 3 elsewhere.
    pub other_groups: u8,
    /// The fewest digits of the first group: 2 in Spanish, which writes `1234` and `12.345`.
    pub first_group: u8,
}

impl NumberFormat<'_> {
    /// Numbers as Rust writes them.
    pub const PLAIN: Self = Self {
        zero: '0',
        decimal: ".",
        group: "",
        minus: "-",
        infinity: "inf",
        nan: "NaN",
        last_group: 3,
        other_groups: 3,
        first_group: u8::MAX,
    };

    /// Writes a whole number.
    ///
    /// # Errors
    /// Returns the errors of `out`.
    pub fn write_integer(&self, is_negative: bool, magnitude: u128, out: &mut dyn Write) -> fmt::Result {
        if let Ok(small) = u64::try_from(magnitude) {
            return self.write_u64(is_negative, small, out);
        }
        if is_negative {
            out.write_str(self.minus)?;
        }
        self.write_groups(digits(magnitude, &mut [b'0'; MAX_DIGITS]), out)
    }

    /// Writes a whole number of up to 64 bits: digits from 0 to 9 in one piece, because each piece costs more than its digits.
    ///
    /// # Errors
    /// Returns the errors of `out`.
    pub fn write_u64(&self, is_negative: bool, number: u64, out: &mut dyn Write) -> fmt::Result {
        if is_negative {
            out.write_str(self.minus)?;
        }
        if self.zero != '0' || self.group.len() > MAX_SEPARATOR {
            return self.write_groups(digits(number.into(), &mut [b'0'; MAX_DIGITS]), out);
        }
        let mut buffer = [b'0'; MAX_SMALL];
        let (mut start, mut rest) = (buffer.len(), number);
        let fewest = usize::from(self.last_group) + usize::from(self.first_group);
        let is_grouped = LEAST.get(fewest).is_some_and(|&least| number >= least);
        // The number of digits until the next separator.
        let mut left = if is_grouped { self.last_group } else { u8::MAX };
        loop {
            if left == 0 {
                for byte in self.group.bytes().rev() {
                    start -= 1;
                    buffer[start] = byte;
                }
                left = self.other_groups.max(1);
            }
            start -= 1;
            buffer[start] = b'0' + (rest % 10) as u8;
            (rest, left) = (rest / 10, left - 1);
            if rest == 0 {
                break;
            }
        }
        out.write_str(str::from_utf8(&buffer[start..]).unwrap_or_default())
    }

    /// Writes the number that `number` displays, with the same digits. A text that is not a number is written as it is.
    ///
    /// # Errors
    /// Returns the errors of `out` and of `number`.
    pub fn write_decimal(&self, number: &dyn Display, out: &mut dyn Write) -> fmt::Result {
        let mut shape = Shape::default();
        write!(shape, "{number}")?;
        match (shape.is_number, shape.word()) {
            (true, _) => {
                let whole_digits = shape.whole_digits;
                write!(Decimal { format: self, out, whole_digits, left: whole_digits }, "{number}")
            }
            (false, "NaN" | "-NaN") => out.write_str(self.nan),
            (false, "inf") => out.write_str(self.infinity),
            (false, "-inf") => {
                out.write_str(self.minus)?;
                out.write_str(self.infinity)
            }
            (false, _) => write!(out, "{number}"),
        }
    }

    /// Writes a digit from 0 to 9.
    pub(super) fn write_digit(&self, digit: u8, out: &mut dyn Write) -> fmt::Result {
        out.write_char(char::from_u32(u32::from(self.zero) + u32::from(digit)).unwrap_or(self.zero))
    }

    /// Writes the digits of a whole number in groups.
    fn write_groups(&self, mut digits: &str, out: &mut dyn Write) -> fmt::Result {
        let last = usize::from(self.last_group);
        if digits.len() >= last + usize::from(self.first_group) {
            let others = usize::from(self.other_groups.max(1));
            let mut length = (digits.len() - last - 1) % others + 1;
            while digits.len() > last {
                let (group, rest) = digits.split_at(length);
                self.write_digits(group, out)?;
                out.write_str(self.group)?;
                (digits, length) = (rest, others);
            }
        }
        self.write_digits(digits, out)
    }

    fn write_digits(&self, digits: &str, out: &mut dyn Write) -> fmt::Result {
        match self.zero {
            '0' => out.write_str(digits),
            _ => digits.bytes().try_for_each(|digit| self.write_digit(digit - b'0', out)),
        }
    }

    /// Whether a separator comes before the digit that is followed by `left - 1` digits of the whole part.
    fn is_separated(&self, left: usize, whole_digits: usize) -> bool {
        let (last, others) = (usize::from(self.last_group), usize::from(self.other_groups.max(1)));
        left < whole_digits
            && whole_digits >= last + usize::from(self.first_group)
            && left >= last
            && (left - last).is_multiple_of(others)
    }
}

/// The most bytes of a separator between groups that [`NumberFormat::write_u64`] writes; CLDR's have at most 3.
const MAX_SEPARATOR: usize = 4;

/// The least number of each number of digits.
const LEAST: [u64; 21] = {
    let mut least = [0; 21];
    let mut digits = 1;
    while digits < least.len() {
        least[digits] = 10_u64.pow(digits as u32 - 1);
        digits += 1;
    }
    least
};

/// The most bytes of a number of 64 bits: 20 digits, each with a separator.
const MAX_SMALL: usize = 20 * (1 + MAX_SEPARATOR);

/// The number of digits of `u128::MAX`.
const MAX_DIGITS: usize = 39;

/// The digits of a number.
fn digits(magnitude: u128, buffer: &mut [u8; MAX_DIGITS]) -> &str {
    let (mut start, mut large) = (buffer.len(), magnitude);
    // Division of 128 bits is slow, and most numbers do not need it.
    while large > u64::MAX.into() {
        start -= 1;
        buffer[start] = b'0' + (large % 10) as u8;
        large /= 10;
    }
    let mut small = large as u64;
    loop {
        start -= 1;
        buffer[start] = b'0' + (small % 10) as u8;
        small /= 10;
        if small == 0 {
            break;
        }
    }
    str::from_utf8(&buffer[start..]).unwrap_or_default()
}

/// What a displayed number consists of.
struct Shape {
    is_number: bool,
    whole_digits: usize,
    has_fraction: bool,
    /// The first bytes, and the number of all bytes.
    start: [u8; 4],
    length: usize,
}

impl Default for Shape {
    fn default() -> Self {
        Self { is_number: true, whole_digits: 0, has_fraction: false, start: [0; 4], length: 0 }
    }
}

impl Shape {
    /// The text if it is short.
    fn word(&self) -> &str {
        self.start.get(..self.length).and_then(|word| str::from_utf8(word).ok()).unwrap_or_default()
    }
}

impl Write for Shape {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' if self.has_fraction => {}
                b'0'..=b'9' => self.whole_digits += 1,
                b'.' if !self.has_fraction && self.whole_digits > 0 => self.has_fraction = true,
                b'-' if self.length == 0 => {}
                _ => self.is_number = false,
            }
            if let Some(place) = self.start.get_mut(self.length) {
                *place = byte;
            }
            self.length += 1;
        }
        Ok(())
    }
}

/// Writes a decimal number in a language while it is displayed, in pieces of any length.
struct Decimal<'a, 's> {
    format: &'a NumberFormat<'s>,
    out: &'a mut dyn Write,
    whole_digits: usize,
    /// The number of digits of the whole part that are not written yet.
    left: usize,
}

impl Write for Decimal<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            match byte {
                b'-' => self.out.write_str(self.format.minus)?,
                b'.' => self.out.write_str(self.format.decimal)?,
                digit => {
                    if self.left > 0 {
                        if self.format.is_separated(self.left, self.whole_digits) {
                            self.out.write_str(self.format.group)?;
                        }
                        self.left -= 1;
                    }
                    self.format.write_digit(digit.wrapping_sub(b'0'), self.out)?;
                }
            }
        }
        Ok(())
    }
}
