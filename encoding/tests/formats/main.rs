//! The formats: the reader reads what the writer wrote, and no bytes make it panic.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod malformed;
mod messages;
mod plural;
mod random;
mod round_trip;
