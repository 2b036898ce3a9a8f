//! Errors of a module in a module.

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("full")]
    Full,
    #[error(transparent)]
    Around(#[from] super::Disk),
    #[error(transparent)]
    Other(super::super::GlobError),
}
