//! XLIFF files, version 2.0: the first whose reader every tool has, and all that is needed here is in it.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;

/// The state of a segment whose translation somebody has still to look at.
const INITIAL: &str = "initial";
