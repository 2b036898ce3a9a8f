//! Errors with the codes of another crate, by which alone this one knows `code-registry`.

#![deny(missing_docs)]

use std::path::PathBuf;

use publisher::StoreCode as Code;
use publisher::code_registry::Coded;

/// Why a store could not do what it should.
#[derive(Debug, Coded)]
#[coded(Code)]
pub enum StoreError {
    /// It has no room.
    Full {
        /// What should be kept.
        name: String,
        /// How many bytes are left.
        left: u64,
    },
    /// Somebody else has it.
    #[code(200)]
    Locked(#[arg("name")] String, #[arg("owner")] String),
    /// The file itself.
    #[code(transparent)]
    File(#[from] FileError),
}

/// A file that cannot be read.
#[derive(Debug, Coded)]
#[coded(publisher::StoreCode::Unreadable)]
pub struct FileError {
    /// Where it is.
    pub path: PathBuf,
    /// Why it cannot.
    pub source: std::io::Error,
}
