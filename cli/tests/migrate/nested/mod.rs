//! Errors that hold other errors of the same package.
use std::sync::Arc;

use thiserror::Error;

pub use self::storage::{Disk, disk::Error as FullDisk};
use self::storage::*;
use std::fmt::Error as FormatError;

pub mod storage;

#[derive(Debug, Error)]
pub enum ServiceError {
    #[error(transparent)]
    Later(#[from] LaterError),
    #[error(transparent)]
    Reexported(#[from] Disk),
    #[error(transparent)]
    Renamed(Box<FullDisk>),
    #[error(transparent)]
    Glob(Arc<storage::GlobError>),
    #[error(transparent)]
    Imported(GlobError),
    #[error(transparent)]
    Path(self::inner::Error),
    #[error(transparent)]
    Generic(GenericError<Disk>),
    #[error(transparent)]
    Itself(Box<ServiceError>),
    #[error(transparent)]
    Foreign(#[from] FormatError),
    #[error(transparent)]
    Left(Box<LeftError>),
    #[error(transparent)]
    Alias(Alias),
    #[error(transparent)]
    Any(Box<dyn std::error::Error + Send + Sync>),
}

/// No type, although a module has one of this name.
#[derive(Debug, Error)]
pub enum GenericError<LaterError: std::error::Error + 'static> {
    #[error(transparent)]
    Parameter(LaterError),
    #[error(transparent)]
    Own(Box<ServiceError>),
    #[error("empty")]
    Empty,
}

pub type Alias = Box<LaterError>;

mod inner {
    #[derive(Debug, thiserror::Error)]
    #[error(transparent)]
    pub struct Error(#[from] pub super::LaterError);
}

#[derive(Debug, Error)]
#[error("later")]
pub struct LaterError;

#[derive(Debug, Error)]
pub enum LeftError {
    #[error("{0:>1$}", 7, 8)]
    Padded,
}
