//! The label of a value: `E2001`, `ORA-00942`, `0x80004005`.

use core::fmt::{self, Display, Formatter};

use code_registry_encoding::value::{LabelForm, Radix};

use crate::repr::Repr;

/// The labels of a table: the texts around the digits of a value, and how the digits are written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Label {
    /// The text before the value.
    pub before: String,
    /// The text after the value.
    pub after: String,
    /// The least number of digits.
    pub width: usize,
    /// The digits.
    pub radix: Radix,
    /// The type of the value.
    repr: Repr,
}

impl Label {
    pub(crate) fn new([before, after]: [String; 2], width: usize, radix: Radix, repr: Repr) -> Self {
        Self { before, after, width, radix, repr }
    }

    fn form(&self) -> LabelForm<'_> {
        LabelForm { before: &self.before, after: &self.after, width: self.width, radix: self.radix }
    }

    /// The label of a value. A negative number is written in hexadecimal as its two's complement.
    pub fn show(&self, value: i128) -> String {
        let mut label = String::new();
        let written = if self.repr.is_text() {
            self.form().write_text(&self.repr.show(value), &mut label)
        } else if self.radix == Radix::Decimal {
            self.form().write_number(&value, &mut label)
        } else {
            self.form().write_number(&(value & self.repr.mask()), &mut label)
        };
        debug_assert!(written.is_ok(), "a string takes any text");
        label
    }

    /// The value with this label. A number that does not fit into 64 bits is `i128::MAX`.
    pub(crate) fn read(&self, text: &str) -> Option<i128> {
        if self.repr.is_text() {
            return self.repr.value_of(self.form().read_text(text)?);
        }
        self.form().read_number(text, self.repr.min(), self.repr.max())
    }

    /// The number of dashes around the value.
    pub(crate) fn dashes(&self) -> usize {
        [&self.before, &self.after].map(|part| part.matches('-').count()).iter().sum()
    }

    /// Whether the text, which reads as `value`, is its label; hexadecimal digits may be of either case.
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

/// A number without a sign; `i128::MAX` if it is too large.
pub(crate) fn magnitude(digits: &str, radix: u32) -> Option<i128> {
    let is_number = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
    is_number.then(|| i128::from_str_radix(digits, radix).unwrap_or(i128::MAX))
}
