//! What a plural rule sees of a number: the operands of UTS #35, part 3, section 5.1.1.

use core::fmt::{Display, Write as _};

use super::read::Reader;

/// What a plural rule sees of a number, whatever its sign.
///
/// A part of `LARGE` or more stands as `LARGE` and its remainder by it: rules compare with small numbers and take
/// remainders by small powers of ten, and both come out the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Operands {
    /// The whole part.
    pub(super) i: u64,
    /// The fraction as it is shown: 50 in `1.50`.
    pub(super) f: u64,
    /// The fraction without the zeros at its end: 5 in `1.50`.
    pub(super) t: u64,
    /// How many digits the fraction has as it is shown.
    pub(super) v: u32,
    /// How many digits the fraction has without the zeros at its end.
    pub(super) w: u32,
    /// The power of ten of a compact number: 6 in `1.2c6`.
    pub(super) c: u32,
}

/// 10 to the [`LARGE_DIGITS`].
const LARGE: u64 = 10_u64.pow(LARGE_DIGITS);
/// The most digits that are kept as they are.
pub(super) const LARGE_DIGITS: u32 = 17;

impl Operands {
    /// Those of the decimal number that `number` shows itself as: `-3`, `1.50`, `1.2c6` or `1.2e6` (a compact
    /// number: 1.2 million). None where it shows something else.
    pub fn of(number: &dyn Display) -> Option<Self> {
        let mut reader = Reader::default();
        write!(reader, "{number}").ok()?;
        reader.finish()
    }

    /// The operand with this number in the rules. The first is n, which is `i` where [the number is whole](Self::is_whole).
    pub(super) fn value(&self, operand: u8) -> u64 {
        match operand {
            0 | 1 => self.i,
            2 => self.v.into(),
            3 => self.w.into(),
            4 => self.f,
            5 => self.t,
            _ => self.c.into(),
        }
    }

    /// Whether there is no fraction, or one of zeros only.
    pub(super) fn is_whole(&self) -> bool {
        self.w == 0
    }

    /// The same number with its point moved to the right by the power of ten; None where the fraction is so long
    /// that its digits were not kept.
    pub(super) fn expand(self) -> Option<Self> {
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
        Some(Self {
            i: reduce(u128::from(reduce(whole)) * zeros),
            f: self.f % fraction,
            t: self.t % 10_u64.pow(w),
            v,
            w,
            c: self.c,
        })
    }
}

/// `value` with one more digit behind.
pub(super) fn push_digit(value: u64, digit: u8) -> u64 {
    reduce_short(value * 10 + u64::from(digit))
}

fn reduce_short(value: u64) -> u64 {
    if value < LARGE { value } else { LARGE + value % LARGE }
}

fn reduce(value: u128) -> u64 {
    u64::try_from(value).map_or_else(|_| LARGE + (value % u128::from(LARGE)) as u64, reduce_short)
}

macro_rules! from_integers {
    ($reduce:ident as $wide:ident: $($integer:ident $(. $absolute:ident)?),*) => {$(
        impl From<$integer> for Operands {
            fn from(integer: $integer) -> Self {
                Self { i: $reduce(integer $(.$absolute())? as $wide), ..Self::default() }
            }
        }
    )*};
}

from_integers!(reduce_short as u64: u8, u16, u32, u64, usize);
from_integers!(reduce_short as u64: i8.unsigned_abs, i16.unsigned_abs, i32.unsigned_abs, i64.unsigned_abs, isize.unsigned_abs);
from_integers!(reduce as u128: u128, i128.unsigned_abs);
