//! What threads share, in one place: `tests/concurrency` puts loom's in its stead.

#[cfg(target_has_atomic = "64")]
pub(crate) use core::sync::atomic::AtomicU64;
#[cfg(feature = "std")]
pub(crate) use core::sync::atomic::AtomicUsize;
#[cfg(any(feature = "std", target_has_atomic = "64"))]
pub(crate) use core::sync::atomic::Ordering;
#[cfg(feature = "std")]
pub(crate) use std::sync::{Mutex, OnceLock, PoisonError};
