use core::fmt::{Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

/// The integer type of a registry's values: `u8` to `u64` and `i8` to `i64`.
///
/// ```
/// fn wide<V: code_registry::Value>(value: V) -> i128 {
///     value.into()
/// }
/// assert_eq!(wide(u64::MAX), 18_446_744_073_709_551_615);
/// ```
pub trait Value:
    Copy + Ord + Hash + Debug + Display + FromStr + Into<i128> + Send + Sync + 'static + Sealed
{
}

/// No other type is a value.
pub trait Sealed {}

macro_rules! values {
    ($($integer:ty)*) => {
        $(
            impl Sealed for $integer {}
            impl Value for $integer {}
        )*
    };
}

values!(u8 u16 u32 u64 i8 i16 i32 i64);
