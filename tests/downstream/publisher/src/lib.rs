//! Publishes a registry for the crates that build on it, and all that they need for it.

#![deny(missing_docs)]

pub use code_registry;
pub use codes::StoreCode;

mod codes {
    /// What can go wrong in a store.
    #[code_registry::codes("codes.toml")]
    pub enum StoreCode {}
}
