//! Languages: what a tag says, and which one is current.

mod current;
pub(crate) mod negotiate;
mod tag;

pub use current::current;
#[cfg(feature = "std")]
pub use current::scope;
#[cfg(target_has_atomic = "64")]
pub use current::set;
pub use tag::Language;
