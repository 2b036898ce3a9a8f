//! Errors of a module in a module.

#[derive(Debug, code_registry::Coded)]
#[coded(crate::LoadStoreCode)]
pub enum Error {
    Full,
    #[code(transparent)]
    Around(#[from] super::Disk),
    #[code(transparent)]
    Other(super::super::GlobError),
}
