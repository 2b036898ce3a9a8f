use core::fmt;
use core::time::Duration;

use super::amounts::Whole;
use super::lists::Items;
use crate::Number;
use crate::languages::Speech;

/// A value and how it is written. Only the constructor of a kind of argument refers to the function, so that a program
/// contains only the code of the kinds that it constructs. The function isolates what it writes.
#[derive(Clone, Copy)]
pub(super) enum Formatted<'a> {
    /// A whole number of up to 64 bits.
    Whole(Whole, WholeWriter),
    /// Any other number.
    Number(&'a dyn Number, NumberWriter),
    Duration(&'a Duration, DurationWriter),
    List(&'a dyn Items, ListWriter),
}

type WholeWriter = fn(Whole, &Speech<'_>, &mut fmt::Formatter<'_>) -> fmt::Result;
type NumberWriter = fn(&dyn Number, &Speech<'_>, &mut fmt::Formatter<'_>) -> fmt::Result;
type DurationWriter = fn(&Duration, &Speech<'_>, &mut fmt::Formatter<'_>) -> fmt::Result;
type ListWriter = fn(&dyn Items, &Speech<'_>, &mut fmt::Formatter<'_>) -> fmt::Result;

impl Formatted<'_> {
    pub(super) fn write(&self, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Whole(whole, write) => write(whole, speech, f),
            Self::Number(number, write) => write(number, speech, f),
            Self::Duration(duration, write) => write(duration, speech, f),
            Self::List(items, write) => write(items, speech, f),
        }
    }
}
