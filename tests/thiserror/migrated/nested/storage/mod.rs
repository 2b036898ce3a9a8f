//! Errors of a module.
pub mod disk;

#[derive(Debug, code_registry::Coded)]
#[coded(crate::LoadStoreCode)]
#[code(DISK)]
pub struct Disk(pub u8);

#[derive(Debug, code_registry::Coded)]
#[coded(crate::LoadStoreCode)]
#[code(GLOB_ERROR)]
pub struct GlobError;
