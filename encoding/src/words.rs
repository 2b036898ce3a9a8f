//! Enums whose variants are written as words, among them the state of a value in its registry.

/// Defines an enum with the word of each variant, so that writer and reader share one list.
macro_rules! words {
    ($(#[$attribute:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $word:literal)* }) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$doc])* $variant,)*
        }

        impl $name {
            /// Every variant, in this order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word of each variant, in the same order.
            #[doc(hidden)]
            pub const NAMES: &'static [&'static str] = &[$($word),*];

            /// The word that a table writes.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The variant with this word.
            pub fn named(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.name() == word)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

pub(crate) use words;

words! {
    /// The state of a value in its registry: those of RFC 8126 section 6, and [`Retired`](Self::Retired).
    ///
    /// ```
    /// # use code_registry_encoding::words::Status;
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
