//! Errors with the codes of another crate, through which alone this one reaches `code-registry`.

#![deny(missing_docs)]

use std::path::PathBuf;

use publisher::StoreCode as Code;
use publisher::code_registry::Coded;

/// The reason why a store failed.
#[derive(Debug, Coded)]
#[coded(Code)]
pub enum StoreError {
    /// It is full.
    Full {
        /// The item to store.
        name: String,
        /// The number of bytes left.
        left: u64,
    },
    /// Another user has it.
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
    /// Its path.
    pub path: PathBuf,
    /// The reason.
    pub source: std::io::Error,
}

mod parcels {
    use publisher::code_registry;

    /// A registry of this crate, which reaches code-registry through another one.
    #[code_registry::codes("parcels.toml", crate = publisher::code_registry)]
    pub(crate) enum ParcelCode {}

    /// An error with a code of this registry.
    #[derive(Debug, code_registry::Coded)]
    #[coded(ParcelCode, crate = publisher::code_registry)]
    pub(crate) enum ParcelError {
        /// Its location is unknown.
        Lost {
            /// The parcel.
            number: u32,
        },
    }
}

/// The message of a lost parcel in Italian.
pub fn lost_parcel() -> String {
    parcels::ParcelError::Lost { number: 7 }.localized(publisher::code_registry::language!("it")).to_string()
}

#[test]
fn a_registry_reaches_code_registry_through_another_crate() {
    assert_eq!(lost_parcel(), "il pacco 7 è andato perso");
}
