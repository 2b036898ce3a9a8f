//! What serde and schemars see of a code: the form that the table's `serde` chooses.

mod read;
#[cfg(feature = "schemars")]
mod schema;
mod write;

pub use read::deserialize;
#[cfg(feature = "schemars")]
pub use schema::{schema, schema_name};
pub use write::serialize;

/// How a code is written where people may read it; elsewhere it is its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SerdeForm {
    /// `1006`.
    Number,
    /// `"CLOSE_ABNORMAL"`; the value of a range, or one that no row covers, as its number.
    Symbol,
    /// `{"code": 1006, "symbol": "CLOSE_ABNORMAL"}`.
    Object,
}

/// The keys of an object.
const CODE: &str = "code";
const SYMBOL: &str = "symbol";

/// What a value is besides, where serde is there.
pub trait Wire: serde_core::Serialize + for<'de> serde_core::Deserialize<'de> {}

impl<V: serde_core::Serialize + for<'de> serde_core::Deserialize<'de>> Wire for V {}
