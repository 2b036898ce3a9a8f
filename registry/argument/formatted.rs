//! Numbers of things, of bytes and of seconds, and lists, as the language of a message writes them. Only arguments of these
//! kinds refer to this code, so that a program without them does not contain it.

use core::fmt::{self, Display, Write};
use core::time::Duration;

use code_registry_encoding::formats::{DurationFormat, ListFormat, NumberFormat, SizeFormat};

use super::{Argument, Items, Value, Visit, Whole, Written, isolate};
use crate::languages::Speech;
use crate::number::{Integer, Number};

impl<'a> Argument<'a> {
    /// A whole number of things, with the digits and groups of the language.
    #[inline]
    pub fn count<T: Integer>(value: &'a T) -> Self {
        match value.whole().and_then(Whole::new) {
            Some(whole) => Self(Value::Whole(whole, write_count)),
            None => Self(Value::Number(value, write_decimal)),
        }
    }

    /// A number that may have a fraction, with the digits that it displays, as the language writes them.
    pub fn quantity<T: Number>(value: &'a T) -> Self {
        Self(Value::Number(value, write_decimal))
    }

    /// A number of bytes, in the unit that fits: `1.5 MB`.
    #[inline]
    pub fn bytes<T: Integer>(value: &'a T) -> Self {
        match value.whole().and_then(Whole::new) {
            Some(whole) => Self(Value::Whole(whole, write_bytes)),
            None => Self(Value::Number(value, write_many_bytes)),
        }
    }

    /// A duration, in the unit that fits and the next smaller one: `2 hr, 5 min`.
    pub fn duration(value: &'a Duration) -> Self {
        Self(Value::Duration(value, write_duration))
    }

    /// The items of an array, a slice or a vector: `a, b, and c`. An item is a text, or an [`Argument`] of another kind.
    pub fn and_list(items: &'a impl Items) -> Self {
        Self(Value::List(items, write_and_list))
    }

    /// The items of an array, a slice or a vector: `a, b, or c`. An item is a text, or an [`Argument`] of another kind.
    pub fn or_list(items: &'a impl Items) -> Self {
        Self(Value::List(items, write_or_list))
    }

    /// A number as it displays itself.
    #[inline]
    pub(super) fn plain_number<T: Number>(value: &'a T) -> Self {
        match value.whole().and_then(Whole::new) {
            Some(Whole { is_negative: false, magnitude }) => Self(Value::Unsigned(magnitude)),
            Some(whole) => Self(Value::Whole(whole, write_signed)),
            None => Self(Value::Number(value, write_number)),
        }
    }
}

fn write_signed(whole: Whole, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    isolate::write_isolated(&whole, speech, f)
}

fn write_count(whole: Whole, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write_amount(speech, f, |out| number_format(speech).write_u64(whole.is_negative, whole.magnitude, out))
}

fn write_bytes(whole: Whole, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write_amount(speech, f, |out| write_size((whole.is_negative, whole.magnitude.into()), speech, out))
}

fn write_duration(duration: &Duration, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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

fn write_number(number: &dyn Number, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    isolate::write_isolated(number, speech, f)
}

/// A number with the digits that it displays.
fn write_decimal(number: &dyn Number, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    isolate::write_isolated(
        &Amount(|out: &mut dyn Write| number_format(speech).write_decimal(&number, out)),
        speech,
        f,
    )
}

/// A number of bytes of more than 64 bits, or of a type of the user.
fn write_many_bytes(number: &dyn Number, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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

/// An item of a list.
pub trait Item {
    /// Makes an argument of the item.
    #[doc(hidden)]
    fn visit(&self, visit: Visit<'_>) -> fmt::Result;
}

impl<T: Display> Item for T {
    fn visit(&self, visit: Visit<'_>) -> fmt::Result {
        visit(&Argument::text(self))
    }
}

impl Item for Argument<'_> {
    fn visit(&self, visit: Visit<'_>) -> fmt::Result {
        visit(self)
    }
}

macro_rules! items {
    ($($(#[$when:meta])? [$($parameter:tt)*] $list:ty;)*) => {$(
        $(#[$when])?
        impl<T: Item, $($parameter)*> Items for $list {
            fn count(&self) -> usize {
                self.len()
            }

            fn visit(&self, index: usize, visit: Visit<'_>) -> fmt::Result {
                self.get(index).map_or(Ok(()), |item| item.visit(visit))
            }
        }
    )*};
}

items! {
    [const N: usize] [T; N];
    [] &[T];
    #[cfg(feature = "std")] [] std::vec::Vec<T>;
    #[cfg(feature = "std")] [] std::boxed::Box<[T]>;
}

/// The items of a field, and the function that makes an argument of one of them.
pub struct FieldItems<'a, T, F> {
    items: &'a [T],
    visit: F,
}

impl<'a, T, F: Fn(&T, Visit<'_>) -> fmt::Result> FieldItems<'a, T, F> {
    /// The items of a field.
    pub fn new(items: &'a [T], visit: F) -> Self {
        Self { items, visit }
    }
}

impl<T, F> fmt::Debug for FieldItems<'_, T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldItems").field("count", &self.items.len()).finish_non_exhaustive()
    }
}

impl<T, F: Fn(&T, Visit<'_>) -> fmt::Result> Items for FieldItems<'_, T, F> {
    fn count(&self) -> usize {
        self.items.len()
    }

    fn visit(&self, index: usize, visit: Visit<'_>) -> fmt::Result {
        self.items.get(index).map_or(Ok(()), |item| (self.visit)(item, visit))
    }
}

fn write_and_list(items: &dyn Items, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write_list(items, speech.formats.and_then(|formats| formats.and_list), speech, f)
}

fn write_or_list(items: &dyn Items, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write_list(items, speech.formats.and_then(|formats| formats.or_list), speech, f)
}

/// Each item is isolated by itself.
fn write_list(
    items: &dyn Items,
    format: Option<ListFormat<'_>>,
    speech: &Speech<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let (format, count) = (format.unwrap_or(ListFormat::PLAIN), items.count());
    for index in 0..count {
        items.visit(index, &mut |item| {
            if index > 0 {
                // The connective depends on the item as a reader sees it, without isolates.
                f.write_str(format.before(index, count, &Written { argument: item, speech }))?;
            }
            isolate::write(item, speech, f)
        })?;
    }
    format.write_end(count, f)
}
