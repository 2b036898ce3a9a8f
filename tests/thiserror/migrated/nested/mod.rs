//! Errors that hold other errors of the same package.
use std::sync::Arc;

use thiserror::Error;

pub use self::storage::{Disk, disk::Error as FullDisk};
use self::storage::*;
use std::fmt::Error as FormatError;

pub mod storage;

#[derive(Debug, code_registry::Coded)]
#[coded(crate::LoadStoreCode)]
pub enum ServiceError {
    #[code(transparent)]
    Later(#[from] LaterError),
    #[code(transparent)]
    Reexported(#[from] Disk),
    #[code(transparent)]
    Renamed(Box<FullDisk>),
    #[code(transparent)]
    Glob(Arc<storage::GlobError>),
    #[code(transparent)]
    Imported(GlobError),
    #[code(transparent)]
    Path(self::inner::Error),
    #[code(transparent)]
    Generic(GenericError<Disk>),
    #[code(transparent)]
    Itself(Box<ServiceError>),
    #[code(FOREIGN, transparent)]
    Foreign(#[from] FormatError),
    #[code(LEFT, transparent)]
    Left(Box<LeftError>),
    #[code(ALIAS, transparent)]
    Alias(Alias),
    #[code(ANY, transparent)]
    Any(Box<dyn std::error::Error + Send + Sync>),
}

/// No type, although a module has one of this name.
#[derive(Debug, code_registry::Coded)]
#[coded(crate::LoadStoreCode)]
pub enum GenericError<LaterError: std::error::Error + 'static> {
    #[code(PARAMETER, transparent)]
    Parameter(LaterError),
    #[code(transparent)]
    Own(Box<ServiceError>),
    Empty,
}

pub type Alias = Box<LaterError>;

mod inner {
    #[derive(Debug, code_registry::Coded)]
    #[coded(crate::LoadStoreCode)]
    #[code(transparent)]
    pub struct Error(#[from] pub super::LaterError);
}

#[derive(Debug, code_registry::Coded)]
#[coded(crate::LoadStoreCode)]
#[code(LATER_ERROR)]
pub struct LaterError;

#[derive(Debug, Error)]
pub enum LeftError {
    #[error("{0:>1$}", 7, 8)]
    Padded,
}
