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

mod parcels {
    use publisher::code_registry;

    /// A registry of this crate, which names code-registry through another one.
    #[code_registry::codes("parcels.toml", crate = publisher::code_registry)]
    pub(crate) enum ParcelCode {}

    /// An error with a code of it.
    #[derive(Debug, code_registry::Coded)]
    #[coded(ParcelCode, crate = publisher::code_registry)]
    pub(crate) enum ParcelError {
        /// No one knows where it is.
        Lost {
            /// Which one.
            number: u32,
        },
    }
}

/// What the error of a lost parcel says in Italian.
pub fn lost_parcel() -> String {
    parcels::ParcelError::Lost { number: 7 }.localized(publisher::code_registry::language!("it")).to_string()
}

#[test]
fn a_registry_reaches_code_registry_through_another_crate() {
    assert_eq!(lost_parcel(), "il pacco 7 è andato perso");
}
