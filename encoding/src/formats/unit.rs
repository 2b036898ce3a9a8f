//! Sizes and durations with the short units of a language.
//!
//! A unit is a list of forms by plural category, `one={0} day|other={0} days`, with `other` last.

use core::fmt::{self, Display, Write};
use core::time::Duration;

use super::NumberFormat;
use super::list::split;
use crate::operands::Operands;
use crate::plural::category;

/// How a language writes a number of bytes: the units byte, kB, MB, GB, TB and PB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SizeFormat<'s>(pub [&'s str; 6]);

/// How a language writes a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DurationFormat<'s> {
    /// The units day, hour, minute, second, millisecond, microsecond and nanosecond.
    pub units: [&'s str; 7],
    /// The part of CLDR's pattern for two units after `{0}`, with `{1}` for the second one.
    pub pair: &'s str,
}

/// A number with at most one digit after the decimal separator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tenths {
    is_negative: bool,
    whole: u128,
    /// The digit after the separator; 0 is not shown.
    tenth: u8,
}

impl Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative { "-" } else { "" };
        write!(f, "{sign}{}", self.whole)?;
        if self.tenth > 0 { write!(f, ".{}", self.tenth) } else { Ok(()) }
    }
}

impl SizeFormat<'_> {
    /// The units of CLDR's root locale.
    pub const PLAIN: Self = Self([
        "other={0} byte",
        "other={0} kB",
        "other={0} MB",
        "other={0} GB",
        "other={0} TB",
        "other={0} PB",
    ]);

    /// Writes a number of bytes in the largest unit of which there is at least 1, with one decimal below 10. `rules` are
    /// the plural rules of the language.
    ///
    /// # Errors
    /// Returns the errors of `out`.
    pub fn write(
        &self,
        (is_negative, bytes): (bool, u128),
        number: &NumberFormat<'_>,
        rules: &[u8],
        out: &mut dyn Write,
    ) -> fmt::Result {
        let (mut unit, mut power) = (0, 1);
        while unit + 1 < self.0.len() && bytes >= power * 1000 {
            (unit, power) = (unit + 1, power * 1000);
        }
        let mut tenths = rounded_tenths(bytes, power);
        // 999,950 is 1 MB, not 1000 kB.
        if tenths >= 10_000 && unit + 1 < self.0.len() {
            (unit, tenths) = (unit + 1, 10);
        }
        let value = Tenths { is_negative, whole: tenths / 10, tenth: (tenths % 10) as u8 };
        write_unit(self.0[unit], value, number, rules, out)
    }
}

/// The number of tenths of `power` in a number of bytes, rounded half to even: to whole numbers from 10 on.
fn rounded_tenths(bytes: u128, power: u128) -> u128 {
    let round = |step: u128| {
        let (whole, rest) = (bytes / step, bytes % step);
        whole + u128::from(rest * 2 > step || rest * 2 == step && whole % 2 == 1)
    };
    if power == 1 {
        return bytes * 10;
    }
    let tenths = round(power / 10);
    if tenths < 100 { tenths } else { round(power).saturating_mul(10) }
}

impl DurationFormat<'_> {
    /// The units of CLDR's root locale.
    pub const PLAIN: Self = Self {
        units: [
            "other={0} d",
            "other={0} h",
            "other={0} min",
            "other={0} s",
            "other={0} ms",
            "other={0} μs",
            "other={0} ns",
        ],
        pair: ", {1}",
    };

    /// Writes the largest unit of a duration that is not zero, and the next one if that is not zero either.
    ///
    /// # Errors
    /// Returns the errors of `out`.
    pub fn write(
        &self,
        duration: Duration,
        number: &NumberFormat<'_>,
        rules: &[u8],
        out: &mut dyn Write,
    ) -> fmt::Result {
        const SECOND: usize = 3;
        let (seconds, nanos) = (duration.as_secs(), duration.subsec_nanos());
        let parts = [
            seconds / 86_400,
            seconds / 3600 % 24,
            seconds / 60 % 60,
            seconds % 60,
            u64::from(nanos / 1_000_000),
            u64::from(nanos / 1000 % 1000),
            u64::from(nanos % 1000),
        ];
        let write_part = |index: usize, out: &mut dyn Write| {
            let value = Tenths { is_negative: false, whole: parts[index].into(), tenth: 0 };
            write_unit(self.units[index], value, number, rules, out)
        };
        let first = parts.iter().position(|part| *part > 0).unwrap_or(SECOND);
        write_part(first, out)?;
        if parts.get(first + 1).is_none_or(|next| *next == 0) {
            return Ok(());
        }
        let (before, after) = split(self.pair);
        out.write_str(before)?;
        write_part(first + 1, out)?;
        out.write_str(after)
    }
}

fn write_unit(
    forms: &str,
    value: Tenths,
    number: &NumberFormat<'_>,
    rules: &[u8],
    out: &mut dyn Write,
) -> fmt::Result {
    let category = Operands::of(&value).map_or("other", |operands| category(rules, &operands).name());
    let form = form(forms, category);
    // Arabic has a word for two days.
    let Some((before, after)) = form.split_once("{0}") else { return out.write_str(form) };
    out.write_str(before)?;
    number.write_integer(value.is_negative, value.whole, out)?;
    if value.tenth > 0 {
        out.write_str(number.decimal)?;
        number.write_digit(value.tenth, out)?;
    }
    out.write_str(after)
}

/// The form for a plural category, otherwise the one for `other`.
fn form<'s>(forms: &'s str, category: &str) -> &'s str {
    let find = |name: &str| forms.split('|').find_map(|form| form.strip_prefix(name)?.strip_prefix('='));
    find(category).or_else(|| find("other")).unwrap_or_default()
}
