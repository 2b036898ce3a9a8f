//! How people see a value: `E2001`, `ORA-00942`, `0x80004005`.

use core::fmt::{self, Display, Formatter};

use crate::repr::Repr;

/// The label of a table: what stands around the digits of a value, and how those are written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Label {
    /// What stands before the value.
    pub before: String,
    /// What stands after it.
    pub after: String,
    /// The least number of digits.
    pub width: usize,
    /// Which digits.
    pub radix: Radix,
    /// Of which type the value is.
    repr: Repr,
}

/// Which digits a label writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Radix {
    /// `255`; a value that is a text, as it is.
    Decimal,
    /// `ff`.
    LowerHexadecimal,
    /// `FF`.
    UpperHexadecimal,
}

impl Radix {
    pub(crate) const ALL: [Self; 3] = [Self::Decimal, Self::LowerHexadecimal, Self::UpperHexadecimal];

    /// What `format!` calls it; nothing is decimal.
    pub(crate) fn letter(self) -> &'static str {
        match self {
            Self::Decimal => "",
            Self::LowerHexadecimal => "x",
            Self::UpperHexadecimal => "X",
        }
    }
}

impl Label {
    pub(crate) fn new([before, after]: [String; 2], width: usize, radix: Radix, repr: Repr) -> Self {
        Self { before, after, width, radix, repr }
    }

    /// The value as people see it: as Rust's `format!` writes it, a negative number in hexadecimal as its two's
    /// complement.
    pub fn show(&self, value: i128) -> String {
        let (width, bits) = (self.width, value & self.repr.mask());
        let digits = match self.radix {
            Radix::LowerHexadecimal => format!("{bits:0width$x}"),
            Radix::UpperHexadecimal => format!("{bits:0width$X}"),
            Radix::Decimal if self.repr.is_text() => self.repr.show(value),
            Radix::Decimal => format!("{value:0width$}"),
        };
        [&self.before, digits.as_str(), &self.after].concat()
    }

    /// The value that people see as this text; one beyond everything is the greatest number there is.
    pub(crate) fn read(&self, text: &str) -> Option<i128> {
        let digits = text.strip_prefix(&self.before)?.strip_suffix(&self.after)?;
        if self.repr.is_text() {
            return self.repr.value_of(digits);
        }
        if self.radix == Radix::Decimal {
            let magnitude = magnitude(digits.strip_prefix('-').unwrap_or(digits), 10)?;
            return Some(if digits.starts_with('-') { -magnitude } else { magnitude });
        }
        let bits = magnitude(digits, 16)?;
        let is_negative = (self.repr.max() + 1..=self.repr.mask()).contains(&bits);
        Some(if is_negative { bits - self.repr.mask() - 1 } else { bits })
    }

    /// How many dashes stand around the value.
    pub(crate) fn dashes(&self) -> usize {
        [&self.before, &self.after].map(|part| part.matches('-').count()).iter().sum()
    }

    /// Whether the text, which reads as `value`, is how the label is written; letters of digits may differ in case.
    pub(crate) fn is_usual(&self, text: &str, value: i128) -> bool {
        self.show(value).eq_ignore_ascii_case(text)
    }
}

/// The label as a table writes it.
impl Display for Label {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let [before, after] =
            [&self.before, &self.after].map(|text| text.replace('{', "{{").replace('}', "}}"));
        let radix = self.radix.letter();
        match (self.width, self.radix) {
            (0, Radix::Decimal) => write!(f, "{before}{{value}}{after}"),
            (0, _) => write!(f, "{before}{{value:{radix}}}{after}"),
            (width, _) => write!(f, "{before}{{value:0{width}{radix}}}{after}"),
        }
    }
}

/// A number without a sign; one that is too great is the greatest.
pub(crate) fn magnitude(digits: &str, radix: u32) -> Option<i128> {
    let is_number = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
    is_number.then(|| i128::from_str_radix(digits, radix).unwrap_or(i128::MAX))
}
