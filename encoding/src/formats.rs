//! How a language writes numbers, lists, sizes and durations, by CLDR's data. `code-registry-table` has the data of each
//! language; a program contains that of its languages and of the kinds of arguments in its tables.

mod number;

use core::fmt::{self, Display, Write};
use core::time::Duration;

use crate::operands::Operands;
use crate::plural::{Category, category};
pub use number::{NumberFormat, SHORT, two_digits, write_short};

/// The formats of a language.
#[derive(Debug, Clone, Copy)]
pub struct Formats<'s> {
    /// How numbers are written.
    pub number: NumberFormat<'s>,
    /// Lists joined by "and"; `None` if no table of the program needs it.
    pub and_list: Option<ListFormat<'s>>,
    /// Lists joined by "or".
    pub or_list: Option<ListFormat<'s>>,
    /// Numbers of bytes.
    pub size: Option<SizeFormat<'s>>,
    /// Durations.
    pub duration: Option<DurationFormat<'s>>,
}

/// How a language joins the items of a list: the parts of CLDR's patterns after `{0}`, with `{1}` for the next item.
///
/// ```
/// # use code_registry_encoding::formats::{Elision, ListFormat};
/// let spanish = ListFormat { pair: " o {1}", end: " o {1}", elision: Elision::SpanishOr, ..ListFormat::PLAIN };
/// assert_eq!(spanish.before(1, 2, &"nueve"), " o ");
/// assert_eq!(spanish.before(1, 2, &"ocho"), " u ");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListFormat<'s> {
    /// Between the items of a list of two.
    pub pair: &'s str,
    /// Between the first two items of a longer list.
    pub start: &'s str,
    /// Between other items.
    pub middle: &'s str,
    /// Before the last item of a longer list.
    pub end: &'s str,
    /// How the connective changes with the last item.
    pub elision: Elision,
}

/// A connective that changes with the sound of the item after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elision {
    /// It never changes.
    None,
    /// Spanish `y` becomes `e` before the sound /i/.
    SpanishAnd,
    /// Spanish `o` becomes `u` before the sound /o/.
    SpanishOr,
    /// Italian `e` becomes `ed` before an e.
    ItalianAnd,
    /// The Hebrew prefix gets a hyphen before an item that does not begin with a Hebrew letter.
    HebrewAnd,
}

impl<'s> ListFormat<'s> {
    /// Items with commas between them, as CLDR's root locale has it.
    pub const PLAIN: Self =
        Self { pair: ", {1}", start: ", {1}", middle: ", {1}", end: ", {1}", elision: Elision::None };

    /// The text before the item with this index, from 1 on, in a list of `count` items.
    pub fn before(&self, index: usize, count: usize, item: &dyn Display) -> &'s str {
        let (text, _) = split(self.pattern(index, count)).unwrap_or_default();
        if index + 1 == count { self.elision.apply(text, item) } else { text }
    }

    /// Writes the text after the last of `count` items, which is empty in most languages.
    ///
    /// # Errors
    /// Returns the errors of `out`.
    pub fn write_end(&self, count: usize, out: &mut dyn Write) -> fmt::Result {
        (1..count).rev().try_for_each(|index| match split(self.pattern(index, count)) {
            Some((_, "")) | None => Ok(()),
            Some((_, end)) => out.write_str(end),
        })
    }

    fn pattern(&self, index: usize, count: usize) -> &'s str {
        if count == 2 {
            self.pair
        } else if index + 1 == count {
            self.end
        } else if index == 1 {
            self.start
        } else {
            self.middle
        }
    }
}

/// The texts before and after the only placeholder, `{0}` or `{1}`. `None` if there is none.
fn split(pattern: &str) -> Option<(&str, &str)> {
    let (before, rest) = split_at_byte(pattern, b'{')?;
    Some((before, rest.strip_prefix(['0', '1'])?.strip_prefix('}')?))
}

/// The texts before and after an ASCII character. The search of `core` prepares for long texts, and takes hundreds of instructions.
fn split_at_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|each| each == byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

impl Elision {
    fn apply<'t>(self, text: &'t str, item: &dyn Display) -> &'t str {
        let (from, to) = match self {
            Self::None => return text,
            Self::SpanishAnd => (" y ", " e "),
            Self::SpanishOr => (" o ", " u "),
            Self::ItalianAnd => (" e ", " ed "),
            Self::HebrewAnd => (" \u{5d5}", " \u{5d5}\u{2011}"),
        };
        if text == from && self.is_needed(item) { to } else { text }
    }

    /// The rules of ICU, and one for Italian.
    fn is_needed(self, item: &dyn Display) -> bool {
        let mut beginning = Beginning::default();
        // It fails when it is full.
        let _ = write!(beginning, "{item}");
        let text = beginning.text();
        let mut letters = text.chars().map(|letter| letter.to_ascii_lowercase());
        match (self, letters.next()) {
            (Self::SpanishAnd, Some('i')) | (Self::SpanishOr, Some('o' | '8')) => true,
            (Self::SpanishAnd, Some('h')) => {
                letters.next() == Some('i') && !matches!(letters.next(), Some('a' | 'e'))
            }
            (Self::SpanishOr, Some('h')) => letters.next() == Some('o'),
            (Self::SpanishOr, Some('1')) => is_once(text),
            (Self::ItalianAnd, Some(letter)) => matches!(letter, 'e' | 'è' | 'é' | 'È' | 'É'),
            (Self::HebrewAnd, Some(letter)) => !is_hebrew(letter),
            _ => false,
        }
    }
}

/// Whether a number is read as `once…`: 11, alone or followed by groups of three digits or by decimals.
fn is_once(text: &str) -> bool {
    let Some(mut rest) = text.strip_prefix("11") else { return false };
    loop {
        let group = rest.strip_prefix(['.', ' ', '\u{a0}']).unwrap_or(rest);
        let Some((digits, after)) = group.split_at_checked(3) else { break };
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        rest = after;
    }
    if let Some(decimals) = rest.strip_prefix(',') {
        rest = decimals.trim_start_matches(|letter: char| letter.is_ascii_digit());
    }
    !rest.starts_with(|letter: char| letter == '.' || letter == ',' || letter.is_ascii_digit())
}

/// Whether a character has the script `Hebr`.
fn is_hebrew(letter: char) -> bool {
    matches!(letter,
        '\u{591}'..='\u{5c7}' | '\u{5d0}'..='\u{5ea}' | '\u{5ef}'..='\u{5f4}' | '\u{fb1d}'..='\u{fb36}'
        | '\u{fb38}'..='\u{fb3c}' | '\u{fb3e}' | '\u{fb40}' | '\u{fb41}' | '\u{fb43}' | '\u{fb44}'
        | '\u{fb46}'..='\u{fb4f}')
}

/// The first characters of an item: enough for a number with its groups.
#[derive(Default)]
struct Beginning {
    bytes: [u8; 32],
    length: usize,
}

impl Beginning {
    fn text(&self) -> &str {
        str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

impl Write for Beginning {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for letter in text.chars() {
            let end = self.length + letter.len_utf8();
            letter.encode_utf8(self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?);
            self.length = end;
        }
        Ok(())
    }
}

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
#[derive(Clone, Copy)]
struct Tenths {
    is_negative: bool,
    whole: u128,
    /// The digit after the separator; 0 is not shown.
    tenth: u8,
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
        let (before, after) = split(self.pair).unwrap_or_default();
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
    let form = form(forms, category(rules, &Operands::of_tenths(value.whole, value.tenth)));
    // Arabic has a word for two days.
    let Some((before, after)) = split(form) else { return out.write_str(form) };
    out.write_str(before)?;
    number.write_integer(value.is_negative, value.whole, out)?;
    if value.tenth > 0 {
        out.write_str(number.decimal)?;
        number.write_digit(value.tenth, out)?;
    }
    out.write_str(after)
}

/// The form for a plural category, otherwise the one for `other`.
fn form(forms: &str, category: Category) -> &str {
    let (mut rest, mut other) = (forms, "");
    while let Some((name, forms)) = split_at_byte(rest, b'=') {
        let (form, after) = split_at_byte(forms, b'|').unwrap_or((forms, ""));
        if name == category.name() {
            return form;
        }
        if name == Category::Other.name() {
            other = form;
        }
        rest = after;
    }
    other
}
