//! The state of a value in its registry.

use crate::words::words;

words! {
    /// The state of a value in its registry: those of RFC 8126 section 6, and [`Retired`](Self::Retired).
    ///
    /// ```
    /// # use code_registry_encoding::status::Status;
    /// assert_eq!(Status::PrivateUse.name(), "private-use");
    /// assert_eq!(Status::named("experimental-use"), Some(Status::ExperimentalUse));
    /// ```
    Status {
        /// In use.
        Assigned "assigned"
        /// Free, to be assigned by the registry's procedure.
        Unassigned "unassigned"
        /// Kept from being assigned.
        Reserved "reserved"
        /// Free for private use.
        PrivateUse "private-use"
        /// Free for experiments.
        ExperimentalUse "experimental-use"
        /// Still in use, but to be avoided.
        Deprecated "deprecated"
        /// Never to be used again.
        Retired "retired"
    }
}
