//! Errors with thiserror.
use std::path::PathBuf;

use thiserror::Error;

/// What can go wrong.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LoadError {
    #[error("nothing to do")]
    NothingToDo,
    /// Two forms of one field.
    #[error("{0:?} is not {0}")]
    Both(u8),
    #[error("cannot read {}: {source}", path.display())]
    Read { path: PathBuf, source: std::io::Error },
    #[error("{{{code:#06x}}} after {:.1} s, at most {max}", .seconds, max = u32::MAX)] Slow { code: u32, seconds: f64 },
    #[error("TLS: {0}")]
    TLSError(#[cfg_attr(unix, source)] Box<dyn std::error::Error + Send + Sync>),
    #[error(transparent)]
    Other(#[from] std::fmt::Error), // not moved
    #[error(fmt = crate::octal)]
    Mode { mode: u32 },
}

#[derive(Debug, thiserror::Error)]
#[error("bad {}", self.what.len())]
pub(crate) struct Bad {
    pub(crate) what: String,
}

#[derive(Debug, Error)]
pub enum WidthError {
    #[error("{0:>1$}")]
    Padded(u8, usize),
    #[error(fmt = crate::both)]
    Both(u8, u8),
    #[error("nothing to do")]
    NothingToDo,
}

impl Bad {
    fn code(&self) -> u8 {
        1
    }
}
