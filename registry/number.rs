//! Numbers as messages need them.

use core::fmt;

use code_registry_encoding::operands::Operands;

/// A number that displays itself without a fraction: what a message can count.
///
/// Implemented for Rust's integers; implement it for a type of your own that displays itself as one.
///
/// ```
/// # use std::fmt;
/// struct Pages(u32);
///
/// impl fmt::Display for Pages {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         self.0.fmt(f)
///     }
/// }
/// impl code_registry::Number for Pages {}
/// impl code_registry::Integer for Pages {}
/// ```
#[diagnostic::on_unimplemented(
    message = "the message needs an integer here; `{Self}` is not one",
    label = "this argument of the table is an `integer`, a `count` or `bytes`",
    note = "an argument that selects a plural is a `count`, unless `args` declares its kind"
)]
pub trait Integer: Number {}

/// A number that displays itself in decimal digits, with or without a fraction.
///
/// Implemented for Rust's numbers. A type of your own that displays itself as one needs a single line, even if it wraps a
/// type of another crate:
///
/// ```
/// use std::fmt;
///
/// use rust_decimal::Decimal;
///
/// struct Price(Decimal);
///
/// impl fmt::Display for Price {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         self.0.fmt(f)
///     }
/// }
///
/// impl code_registry::Number for Price {}
/// ```
#[diagnostic::on_unimplemented(
    message = "the message needs a number here; `{Self}` is not one",
    label = "the table declares this argument as `number` or `quantity`"
)]
pub trait Number: fmt::Display {
    /// The operands for plural rules; `None` if the value is not displayed as a number after all.
    #[doc(hidden)]
    fn operands(&self) -> Option<Operands> {
        Operands::of(&self)
    }

    /// Whether it is below zero, and its magnitude; `None` if only its digits are known.
    #[doc(hidden)]
    fn whole(&self) -> Option<(bool, u128)> {
        None
    }

    /// The nearest `f64`; `None` if only its digits are known.
    #[doc(hidden)]
    fn float(&self) -> Option<f64> {
        let (is_negative, magnitude) = self.whole()?;
        Some(if is_negative { -(magnitude as f64) } else { magnitude as f64 })
    }
}

/// Whether an integer is below zero, and its magnitude.
macro_rules! whole {
    ($integer:expr, unsigned) => {
        (false, $integer as u128)
    };
    ($integer:expr, signed) => {
        ($integer < 0, $integer.unsigned_abs() as u128)
    };
}

macro_rules! integers {
    ($sign:ident: $($integer:ident $nonzero:ident)*) => {$(
        impl Number for $integer {
            fn operands(&self) -> Option<Operands> {
                Some((*self).into())
            }

            #[inline]
            fn whole(&self) -> Option<(bool, u128)> {
                Some(whole!(*self, $sign))
            }
        }
        impl Integer for $integer {}
        impl Number for core::num::$nonzero {
            fn operands(&self) -> Option<Operands> {
                Some(self.get().into())
            }

            #[inline]
            fn whole(&self) -> Option<(bool, u128)> {
                Some(whole!(self.get(), $sign))
            }
        }
        impl Integer for core::num::$nonzero {}
    )*};
}

integers!(unsigned: u8 NonZeroU8 u16 NonZeroU16 u32 NonZeroU32 u64 NonZeroU64 u128 NonZeroU128 usize NonZeroUsize);
integers!(signed: i8 NonZeroI8 i16 NonZeroI16 i32 NonZeroI32 i64 NonZeroI64 i128 NonZeroI128 isize NonZeroIsize);

impl Number for f32 {
    fn float(&self) -> Option<f64> {
        Some((*self).into())
    }
}

impl Number for f64 {
    fn float(&self) -> Option<f64> {
        Some(*self)
    }
}

macro_rules! pointers {
    ($($(#[$when:meta])? $pointer:ty;)*) => {$(
        $(#[$when])?
        impl<T: Number + ?Sized> Number for $pointer {
            fn operands(&self) -> Option<Operands> {
                (**self).operands()
            }

            fn whole(&self) -> Option<(bool, u128)> {
                (**self).whole()
            }

            fn float(&self) -> Option<f64> {
                (**self).float()
            }
        }
        $(#[$when])?
        impl<T: Integer + ?Sized> Integer for $pointer {}
    )*};
}

pointers! {
    &T;
    #[cfg(feature = "std")] std::boxed::Box<T>;
    #[cfg(feature = "std")] std::rc::Rc<T>;
    #[cfg(feature = "std")] std::sync::Arc<T>;
}
