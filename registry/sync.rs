//! The types that threads share. `tests/concurrency` replaces them with loom's.

#[cfg(all(not(target_has_atomic = "64"), target_has_atomic = "32"))]
pub(crate) use core::sync::atomic::AtomicU32;
#[cfg(target_has_atomic = "64")]
pub(crate) use core::sync::atomic::AtomicU64;
#[cfg(feature = "std")]
pub(crate) use core::sync::atomic::AtomicUsize;
#[cfg(any(feature = "std", target_has_atomic = "64", target_has_atomic = "32"))]
pub(crate) use core::sync::atomic::Ordering;
#[cfg(feature = "std")]
pub(crate) use std::sync::{Mutex, OnceLock, PoisonError};
