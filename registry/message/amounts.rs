//! Numbers of things, of bytes and of seconds, as the language of a message writes them. Only arguments of these kinds
//! refer to this code, so that a program without them does not contain it.

use core::fmt::{self, Display, Write};
use core::time::Duration;

use code_registry_encoding::formats::{DurationFormat, NumberFormat, SizeFormat};

use super::isolate;
use crate::languages::Speech;
use crate::number::Number;

/// A whole number of up to 64 bits.
#[derive(Clone, Copy)]
pub(crate) struct Whole {
    pub(super) is_negative: bool,
    pub(super) magnitude: u64,
}

impl Whole {
    #[inline]
    pub(super) fn new((is_negative, magnitude): (bool, u128)) -> Option<Self> {
        Some(Self { is_negative, magnitude: magnitude.try_into().ok()? })
    }
}

impl Display for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_negative {
            f.write_str("-")?;
        }
        write!(f, "{}", self.magnitude)
    }
}

pub(super) fn write_signed(whole: Whole, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    isolate::write_isolated(&whole, speech, f)
}

pub(super) fn write_count(whole: Whole, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write_amount(speech, f, |out| {
        number_format(speech).write_integer(whole.is_negative, whole.magnitude.into(), out)
    })
}

pub(super) fn write_bytes(whole: Whole, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write_amount(speech, f, |out| write_size((whole.is_negative, whole.magnitude.into()), speech, out))
}

pub(super) fn write_duration(
    duration: &Duration,
    speech: &Speech<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let format = speech.formats.and_then(|formats| formats.duration).unwrap_or(DurationFormat::PLAIN);
    write_amount(speech, f, |out| format.write(*duration, number_format(speech), speech.cardinal, out))
}

/// Writes an amount. It is isolated in sentences written from right to left only: no other language has numbers or units
/// written from right to left.
#[inline(always)]
fn write_amount(
    speech: &Speech<'_>,
    f: &mut fmt::Formatter<'_>,
    write: impl Fn(&mut dyn Write) -> fmt::Result,
) -> fmt::Result {
    if speech.right_to_left {
        return isolate::write_isolated(&Amount(write), speech, f);
    }
    write(f)
}

struct Amount<W>(W);

impl<W: Fn(&mut dyn Write) -> fmt::Result> Display for Amount<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

pub(super) fn write_number(
    number: &dyn Number,
    speech: &Speech<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    isolate::write_isolated(number, speech, f)
}

/// A number with the digits that it displays.
pub(super) fn write_decimal(
    number: &dyn Number,
    speech: &Speech<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    isolate::write_isolated(
        &Amount(|out: &mut dyn Write| number_format(speech).write_decimal(&number, out)),
        speech,
        f,
    )
}

/// A number of bytes of more than 64 bits, or of a type of the user.
pub(super) fn write_many_bytes(
    number: &dyn Number,
    speech: &Speech<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match number.whole() {
        Some(bytes) => {
            isolate::write_isolated(&Amount(|out: &mut dyn Write| write_size(bytes, speech, out)), speech, f)
        }
        None => write_decimal(number, speech, f),
    }
}

fn write_size(bytes: (bool, u128), speech: &Speech<'_>, out: &mut dyn Write) -> fmt::Result {
    let format = speech.formats.and_then(|formats| formats.size).unwrap_or(SizeFormat::PLAIN);
    format.write(bytes, number_format(speech), speech.cardinal, out)
}

fn number_format<'s>(speech: &Speech<'s>) -> &'s NumberFormat<'s> {
    speech.formats.map_or(&NumberFormat::PLAIN, |formats| &formats.number)
}
