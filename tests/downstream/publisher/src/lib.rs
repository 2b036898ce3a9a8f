//! Publishes a registry for the crates that build on it, with everything that they need for it.

#![deny(missing_docs)]

pub use code_registry;
pub use codes::StoreCode;

mod codes {
    /// Failures of a store.
    #[code_registry::codes("codes.toml")]
    pub enum StoreCode {}
}
