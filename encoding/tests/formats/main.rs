//! The formats: readers return what writers were given, and no bytes make them panic.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod addresses;
mod amounts;
mod labels;
mod language_tags;
mod lists;
mod malformed;
mod messages;
mod plural;
mod random;
mod round_trip;
mod short_integers;
mod written_numbers;
