//! The operands of a number that plural rules test: UTS #35, part 3, section 5.1.1.
//!
//! ```
//! # use code_registry_encoding::operands::Operands;
//! assert_eq!(Operands::of(&"1.0"), Operands::of(&format_args!("{:.1}", 1.0)));
//! assert_ne!(Operands::of(&"1.0"), Some(Operands::from(1_u8)), "it has a fraction");
//! assert_eq!(Operands::of(&"1,000"), None);
//! ```

use core::fmt::{self, Display, Write as _};

/// The operands of a number without its sign, in the order of their numbers in a rule: i, v, w, f, t, c. Rules have no
/// n, which is i if t is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operands([u64; 8]);

/// The operands by name.
///
/// A part of [`LARGE`] or more is stored as `LARGE` plus its remainder by `LARGE`. Rules compare with small numbers and
/// take remainders by small powers of ten, and both give the same result.
#[derive(Clone, Copy, Default)]
struct Named {
    /// The integer part.
    i: u64,
    /// The number of digits of the fraction, with trailing zeros.
    v: u32,
    /// The number of digits of the fraction, without trailing zeros.
    w: u32,
    /// The fraction with trailing zeros: 50 in `1.50`.
    f: u64,
    /// The fraction without trailing zeros: 5 in `1.50`.
    t: u64,
    /// The power of ten of a compact number: 6 in `1.2c6`.
    c: u32,
}

const LARGE: u64 = 10_u64.pow(LARGE_DIGITS);
/// The most digits that are stored exactly.
const LARGE_DIGITS: u32 = 17;

impl Operands {
    /// The operands of the decimal number that `number` displays: `-3`, `1.50`, `1.2c6` or `1.2e6` (a compact number:
    /// 1.2 million). `None` if it displays something else.
    pub fn of(number: &dyn Display) -> Option<Self> {
        let mut reader = Reader::default();
        write!(reader, "{number}").ok()?;
        reader.finish()?.expand().map(Self::from)
    }

    /// The operands of a number with one digit after the decimal separator. The digit 0 is not shown.
    pub(crate) fn of_tenths(whole: u128, tenth: u8) -> Self {
        let (digits, fraction) = (u32::from(tenth > 0), tenth.into());
        Self::from(Named { i: reduce_wide(whole), v: digits, w: digits, f: fraction, t: fraction, c: 0 })
    }

    /// The operand with this number in a rule; 0 if there is none.
    #[inline]
    pub(crate) fn value(&self, operand: u8) -> u64 {
        self.0[usize::from(operand & 0b111)]
    }
}

impl From<Named> for Operands {
    fn from(Named { i, v, w, f, t, c }: Named) -> Self {
        Self([i, v.into(), w.into(), f, t, c.into(), 0, 0])
    }
}

impl Named {
    /// The same number with its decimal point moved right by the power of ten. `None` if the fraction is so long that
    /// its digits were not stored.
    fn expand(self) -> Option<Self> {
        if self.c == 0 {
            return Some(self);
        }
        if self.v > LARGE_DIGITS {
            return None;
        }
        let moved = self.c.min(self.v);
        let (v, w) = (self.v - moved, self.w.saturating_sub(moved));
        let fraction = 10_u64.pow(v);
        let whole = u128::from(self.i) * 10_u128.pow(moved) + u128::from(self.f / fraction);
        let zeros = 10_u128.pow((self.c - moved).min(LARGE_DIGITS));
        let i = reduce_wide(u128::from(reduce_wide(whole)) * zeros);
        Some(Self { i, v, w, f: self.f % fraction, t: self.t % 10_u64.pow(w), c: self.c })
    }
}

/// `value` with one more digit at its end.
fn push_digit(value: u64, digit: u8) -> u64 {
    reduce(value * 10 + u64::from(digit))
}

#[inline]
pub(crate) fn reduce(value: u64) -> u64 {
    if value < LARGE { value } else { LARGE + value % LARGE }
}

fn reduce_wide(value: u128) -> u64 {
    u64::try_from(value).map_or_else(|_| LARGE + (value % u128::from(LARGE)) as u64, reduce)
}

macro_rules! from_integers {
    ($reduce:ident as $wide:ident: $($integer:ident $(. $absolute:ident)?),*) => {$(
        impl From<$integer> for Operands {
            #[inline]
            fn from(integer: $integer) -> Self {
                Self::from(Named { i: $reduce(integer $(.$absolute())? as $wide), ..Named::default() })
            }
        }
    )*};
}

from_integers!(reduce as u64: u8, u16, u32, u64, usize);
from_integers!(reduce as u64: i8.unsigned_abs, i16.unsigned_abs, i32.unsigned_abs, i64.unsigned_abs, isize.unsigned_abs);
from_integers!(reduce_wide as u128: u128, i128.unsigned_abs);

/// Reads the operands of a number while it is written, in pieces of any length: there is no buffer to overflow.
#[derive(Default)]
struct Reader {
    operands: Named,
    state: State,
}

/// What was read last.
#[derive(Clone, Copy, Default)]
enum State {
    #[default]
    Nothing,
    Sign,
    Whole,
    Point,
    Fraction,
    Mark,
    Power,
    /// Something that no number contains.
    Invalid,
}

impl fmt::Write for Reader {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.bytes().for_each(|byte| self.read(byte));
        Ok(())
    }
}

impl Reader {
    /// The operands if the number is complete. The power of ten of a compact number is still to be applied.
    fn finish(self) -> Option<Named> {
        match self.state {
            State::Whole | State::Fraction | State::Power => Some(self.operands),
            _ => None,
        }
    }

    fn read(&mut self, byte: u8) {
        self.state = match (self.state, byte) {
            (State::Nothing, b'+' | b'-') => State::Sign,
            (State::Nothing | State::Sign | State::Whole, b'0'..=b'9') => self.whole(byte - b'0'),
            (State::Whole, b'.') => State::Point,
            (State::Point | State::Fraction, b'0'..=b'9') => self.fraction(byte - b'0'),
            (State::Whole | State::Fraction, b'c' | b'e') => State::Mark,
            (State::Mark | State::Power, b'0'..=b'9') => self.power(byte - b'0'),
            _ => State::Invalid,
        }
    }

    fn whole(&mut self, digit: u8) -> State {
        self.operands.i = push_digit(self.operands.i, digit);
        State::Whole
    }

    fn fraction(&mut self, digit: u8) -> State {
        let operands = &mut self.operands;
        operands.f = push_digit(operands.f, digit);
        operands.v = operands.v.saturating_add(1);
        if digit != 0 {
            (operands.t, operands.w) = (operands.f, operands.v);
        }
        State::Fraction
    }

    fn power(&mut self, digit: u8) -> State {
        let power = &mut self.operands.c;
        *power = power.saturating_mul(10).saturating_add(digit.into());
        State::Power
    }
}

#[cfg(test)]
mod tests {
    use core::fmt;

    use super::{LARGE, Operands};

    /// The operands i, v, w, f, t, c.
    #[track_caller]
    fn check(number: impl fmt::Display, expected: [u64; 6]) {
        let found =
            Operands::of(&number).map(|operands| [0, 1, 2, 3, 4, 5].map(|operand| operands.value(operand)));
        assert_eq!(found, Some(expected), "{number}");
    }

    #[test]
    fn operands_are_those_of_the_standard() {
        check("1", [1, 0, 0, 0, 0, 0]);
        check("1.0", [1, 1, 0, 0, 0, 0]);
        check("1.00", [1, 2, 0, 0, 0, 0]);
        check("1.3", [1, 1, 1, 3, 3, 0]);
        check("1.30", [1, 2, 1, 30, 3, 0]);
        check("1.03", [1, 2, 2, 3, 3, 0]);
        check("1.230", [1, 3, 2, 230, 23, 0]);
        check("1200000", [1_200_000, 0, 0, 0, 0, 0]);
        check("1.2c6", [1_200_000, 0, 0, 0, 0, 6]);
        check("123c6", [123_000_000, 0, 0, 0, 0, 6]);
        check("123c5", [12_300_000, 0, 0, 0, 0, 5]);
        check("1200.50", [1200, 2, 1, 50, 5, 0]);
        check("1.20050c3", [1200, 2, 1, 50, 5, 3]);
    }

    #[test]
    fn numbers_with_signs_and_exponents() {
        check("-1.50", [1, 2, 1, 50, 5, 0]);
        check("+007", [7, 0, 0, 0, 0, 0]);
        check("1e6", [1_000_000, 0, 0, 0, 0, 6]);
        check("5c0", [5, 0, 0, 0, 0, 0]);
        check(-0.0, [0, 0, 0, 0, 0, 0]);
        check(2.5_f32, [2, 1, 1, 5, 5, 0]);
        check(format_args!("{}{}.{:03}", 1, 2, 40), [12, 3, 2, 40, 4, 0]);
    }

    #[test]
    fn other_texts_have_no_operands() {
        for text in [
            "", "-", "NaN", "inf", "-inf", ".5", "5.", "1..2", "1,000", "1 000", "--1", "1-", "0x1", "٣",
            "1é",
        ] {
            assert_eq!(Operands::of(&text), None, "{text}");
        }
        for text in ["1c", "c6", "1.c6", "1e-6", "1e+6", "1c6c6", "1c6.5"] {
            assert_eq!(Operands::of(&text), None, "{text}");
        }
    }

    #[test]
    fn a_large_number_keeps_its_last_digits() {
        check(u128::MAX, [LARGE + 74607431768211455, 0, 0, 0, 0, 0]);
        check(f64::MAX, [LARGE, 0, 0, 0, 0, 0]);
        check("100000000000000000", [LARGE, 0, 0, 0, 0, 0]);
        check("99999999999999999", [LARGE - 1, 0, 0, 0, 0, 0]);
        check("0.00000000000000000000000000000000000000420", [0, 41, 40, 420, 42, 0]);
        check("1c4294967296", [LARGE, 0, 0, 0, 0, u32::MAX.into()]);
        check("99999999999999999.99999999999999999c34", [LARGE, 0, 0, 0, 0, 34]);
        assert_eq!(
            Operands::of(&"1.000000000000000001c6"),
            None,
            "the digits of so long a fraction are not stored"
        );
    }

    #[test]
    fn an_integer_and_its_text_are_the_same() {
        macro_rules! check_extremes {
            ($($integer:ident)*) => {$(
                for integer in [$integer::MIN, 0, 1, $integer::MAX / 3, $integer::MAX - 1, $integer::MAX] {
                    assert_eq!(Some(Operands::from(integer)), Operands::of(&integer), "{integer}");
                }
            )*};
        }
        check_extremes!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
    }
}
