//! A registry of numbers with two names, of both signs, and with ranges of billions.

#![deny(missing_docs)]

use std::path::PathBuf;

use code_registry::{Coded, codes};

/// The reason why a system call failed.
#[codes("codes.toml")]
pub enum Errno {}

/// A failed call.
#[derive(Debug, Coded)]
#[coded(Errno)]
pub enum CallError {
    /// By its symbol.
    #[code(ENOENT)]
    Missing {
        /// The missing resource.
        path: PathBuf,
    },
    /// By an alias.
    #[code(EWOULDBLOCK)]
    Busy,
    /// By a value below zero, inside a range.
    #[code(-2)]
    Raw,
}

/// Whether to call again: every case, without a wildcard.
pub const fn call_again(errno: Errno) -> bool {
    match errno {
        Errno::EWOULDBLOCK | Errno::Eintr | Errno::EDEADLOCK => true,
        Errno::Ok | Errno::Eperm | Errno::Enoent | Errno::Eacces | Errno::Einval => false,
        Errno::Negative(_) | Errno::Kernel(_) | Errno::Unlisted(_) => false,
    }
}
