//! Errors of a module.
pub mod disk;

#[derive(Debug, thiserror::Error)]
#[error("disk {0}")]
pub struct Disk(pub u8);

#[derive(Debug, thiserror::Error)]
#[error("glob")]
pub struct GlobError;
