//! A registry of words.

#![deny(missing_docs)]

use code_registry::{Coded, codes};

/// The reason why a payment was declined.
#[codes("codes.toml")]
pub enum Decline {}

/// A failed payment.
#[derive(Debug, Coded)]
#[coded(Decline)]
pub enum PayError {
    /// By its word.
    #[code("insufficient_funds")]
    Funds {
        /// The missing amount.
        amount: String,
    },
    /// By its alias.
    #[code(EXPIRED)]
    Card,
    /// By the name of the variant.
    IssuerUnavailable,
}

/// Every case, without a wildcard.
pub const fn is_final(decline: Decline) -> bool {
    #[allow(deprecated)]
    match decline {
        Decline::InsufficientFunds | Decline::CardExpired | Decline::CardOutOfDate => true,
        Decline::IssuerUnavailable => false,
    }
}
