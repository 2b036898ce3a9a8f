//! What a plural rule sees of a number: the operands of UTS #35, part 3, section 5.1.1.

use core::fmt::{Display, Write as _};

use super::read::Reader;

/// What a plural rule sees of a number, whatever its sign, at the places where rules look for it. Rules know no n:
/// it is i where t is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operands([u64; 8]);

/// The same by name.
///
/// A part of [`LARGE`] or more stands as `LARGE` and its remainder by it: rules compare with small numbers and take
/// remainders by small powers of ten, and both come out the same.
#[derive(Clone, Copy, Default)]
pub(super) struct Named {
    /// The whole part.
    pub(super) i: u64,
    /// How many digits the fraction has as it is shown.
    pub(super) v: u32,
    /// How many digits the fraction has without the zeros at its end.
    pub(super) w: u32,
    /// The fraction as it is shown: 50 in `1.50`.
    pub(super) f: u64,
    /// The fraction without the zeros at its end: 5 in `1.50`.
    pub(super) t: u64,
    /// The power of ten of a compact number: 6 in `1.2c6`.
    pub(super) c: u32,
}

pub(super) const LARGE: u64 = 10_u64.pow(LARGE_DIGITS);
/// The most digits that are kept as they are.
const LARGE_DIGITS: u32 = 17;

impl Operands {
    /// Those of the decimal number that `number` shows itself as: `-3`, `1.50`, `1.2c6` or `1.2e6` (a compact
    /// number: 1.2 million). None where it shows something else.
    pub fn of(number: &dyn Display) -> Option<Self> {
        let mut reader = Reader::default();
        write!(reader, "{number}").ok()?;
        reader.finish()?.expand().map(Self::from)
    }

    pub(super) fn value(&self, operand: u8) -> u64 {
        self.0[usize::from(operand & 0b111)]
    }
}

impl From<Named> for Operands {
    fn from(Named { i, v, w, f, t, c }: Named) -> Self {
        Self([i, v.into(), w.into(), f, t, c.into(), 0, 0])
    }
}

impl Named {
    /// The same number with its point moved to the right by the power of ten; None where the fraction is so long
    /// that its digits were not kept.
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

/// `value` with one more digit behind.
pub(super) fn push_digit(value: u64, digit: u8) -> u64 {
    reduce(value * 10 + u64::from(digit))
}

fn reduce(value: u64) -> u64 {
    if value < LARGE { value } else { LARGE + value % LARGE }
}

fn reduce_wide(value: u128) -> u64 {
    u64::try_from(value).map_or_else(|_| LARGE + (value % u128::from(LARGE)) as u64, reduce)
}

macro_rules! from_integers {
    ($reduce:ident as $wide:ident: $($integer:ident $(. $absolute:ident)?),*) => {$(
        impl From<$integer> for Operands {
            fn from(integer: $integer) -> Self {
                Self::from(Named { i: $reduce(integer $(.$absolute())? as $wide), ..Named::default() })
            }
        }
    )*};
}

from_integers!(reduce as u64: u8, u16, u32, u64, usize);
from_integers!(reduce as u64: i8.unsigned_abs, i16.unsigned_abs, i32.unsigned_abs, i64.unsigned_abs, isize.unsigned_abs);
from_integers!(reduce_wide as u128: u128, i128.unsigned_abs);
