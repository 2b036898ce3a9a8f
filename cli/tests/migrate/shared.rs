//! Messages of enums, for their variants.
use thiserror::Error;

/// Every variant has the message of the enum.
#[derive(Debug, Error)]
#[error("cannot load")]
pub enum LoadError {
    Missing,
    #[cfg(unix)]
    Forbidden { path: String },
    #[error("cannot load {0}")]
    Part(u8),
}

#[derive(Debug, Error)]
#[error("{0:?}")]
#[non_exhaustive]
pub enum PlaceError {
    /// A field in its debug form.
    Inner(Vec<u8>),
    #[doc = "A source."] Outer(#[from] std::fmt::Error), Last(#[source] std::io::Error),
}

#[derive(Debug, Error)] #[error(transparent)]
pub enum AnyError {
    Io(#[from] std::io::Error),
    #[error("nothing")]
    Nothing,
}

#[derive(Debug, Error)]
#[error("{0} {0:?}")]
pub enum LineError { Short(u8), #[doc = "A source."] Long(#[from] std::fmt::Error), #[error("{} {}", .0 + 1, .0 - 1)] Own(u8) }
