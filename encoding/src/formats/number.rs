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
        let fewest = usize::from(self.last_group) + usize::from(self.first_group);
        let is_grouped = LEAST.get(fewest).is_some_and(|&least| number >= least);
        if number < SHORT && (self.last_group, self.other_groups) == (3, 3) {
            return write_short(number, if is_grouped { self.group } else { "" }, out);
        }
        let mut buffer = [b'0'; MAX_SMALL];
        let (mut start, mut rest) = (buffer.len(), number);
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
        let text = shape.text();
        match (shape.is_number, text) {
            (true, Some(text)) => self.write_shown(text, out),
            (true, None) => {
                let whole_digits = shape.whole_digits;
                write!(Decimal { format: self, out, whole_digits, left: whole_digits }, "{number}")
            }
            (false, Some("NaN" | "-NaN")) => out.write_str(self.nan),
            (false, Some("inf")) => out.write_str(self.infinity),
            (false, Some("-inf")) => {
                out.write_str(self.minus)?;
                out.write_str(self.infinity)
            }
            (false, _) => write!(out, "{number}"),
        }
    }

    /// Writes a number that is displayed like this.
    fn write_shown(&self, text: &str, out: &mut dyn Write) -> fmt::Result {
        let digits = text.strip_prefix('-').unwrap_or(text);
        if digits.len() < text.len() {
            out.write_str(self.minus)?;
        }
        let (whole, fraction) = match digits.bytes().position(|byte| byte == b'.') {
            Some(point) => (digits.get(..point), digits.get(point + 1..)),
            None => (Some(digits), None),
        };
        self.write_groups(whole.unwrap_or_default(), out)?;
        let Some(fraction) = fraction else { return Ok(()) };
        out.write_str(self.decimal)?;
        self.write_digits(fraction, out)
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

/// The most bytes of a separator between groups that [`NumberFormat::write_u64`] writes: CLDR's have at most 3.
const MAX_SEPARATOR: usize = 4;

/// The first integer that [`write_short`] does not write: it has nine digits.
pub const SHORT: u64 = 100_000_000;

/// Writes an integer below [`SHORT`] in groups of three digits, with a separator of at most four bytes between them. It takes
/// fewer instructions than its `Display`.
///
/// # Errors
/// Returns the errors of `out`.
#[inline(always)]
pub fn write_short<W: Write + ?Sized>(number: u64, separator: &str, out: &mut W) -> fmt::Result {
    /// So many aligned bytes are found to be ASCII in one step.
    #[repr(align(8))]
    struct Text([u8; 16]);

    if number < 100 {
        return out.write_str(two_digits(number));
    }
    let digits = eight_digits(number);
    let count = 8 - digits.trailing_zeros() as usize / 8;
    let ascii = digits | u64::from_le_bytes([b'0'; 8]);
    // The first byte of the text is the lowest byte of the integer: the last three digits are the highest.
    let [first, middle, last] = [ascii & 0xFFFF, ascii >> 16 & 0xFF_FFFF, ascii >> 40];
    let byte = |at: usize| separator.as_bytes().get(at).map_or(0, |&byte| u64::from(byte) << (8 * at));
    let (between, bits) = (byte(0) | byte(1) | byte(2) | byte(3), 8 * separator.len() as u32);
    let text = u128::from(last) << 104
        | u128::from(middle | between << 24) << (80 - bits)
        | u128::from(first | between << 16) << (64 - 2 * bits);
    let text = Text(text.to_le_bytes());
    let start = 16 - count - separator.len() * ((count - 1) / 3);
    match str::from_utf8(&text.0).ok().and_then(|text| text.split_at_checked(start)) {
        Some((_, text)) => out.write_str(text),
        None => Ok(()),
    }
}

/// An integer below 100 as a text.
#[inline]
pub fn two_digits(number: u64) -> &'static str {
    const PAIRS: &str = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
                         5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    let start = 2 * number as usize;
    PAIRS.get(start + usize::from(number < 10)..start + 2).unwrap_or_default()
}

/// The eight digits of an integer below [`SHORT`], a byte each, the first digit in the lowest byte. Each step divides all parts at
/// once: by 100 and by 10, as a multiplication and a shift, which are exact for parts below 10,000 and below 100.
#[inline]
fn eight_digits(number: u64) -> u64 {
    let parts = (number / 10_000) | ((number % 10_000) << 32);
    let hundreds = ((parts * 10_486) >> 20) & 0x7F_0000_007F;
    let parts = hundreds | ((parts - 100 * hundreds) << 16);
    let tens = ((parts * 103) >> 10) & 0xF_000F_000F_000F;
    tens | ((parts - 10 * tens) << 8)
}

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
    /// The first bytes: most numbers are shorter, so that they need not be displayed again.
    start: [u8; 40],
    length: usize,
}

impl Default for Shape {
    fn default() -> Self {
        Self { is_number: true, whole_digits: 0, has_fraction: false, start: [0; 40], length: 0 }
    }
}

impl Shape {
    /// The text if it is short.
    fn text(&self) -> Option<&str> {
        str::from_utf8(self.start.get(..self.length)?).ok()
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
