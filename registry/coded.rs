use core::error::Error;
use core::fmt;

use code_registry_encoding::operands::Operands;

use crate::message::Argument;
use crate::report::Level;
use crate::{Code, Language, Localize};

/// An error that takes its code and its message, in every language, from a registry: what `#[derive(Coded)]` makes.
///
/// ```
/// use code_registry::{Coded, websocket::CloseCode};
///
/// #[derive(Debug, Coded)]
/// #[coded(CloseCode)]
/// enum Closed {
///     GoingAway,
///     #[code(CLOSE_TOO_LARGE)]
///     Message { size: usize },
/// }
///
/// fn value(error: &impl Coded<Code = CloseCode>) -> u16 {
///     error.code().value()
/// }
/// assert_eq!(value(&Closed::GoingAway), 1001);
/// assert_eq!(value(&Closed::Message { size: 1 << 30 }), 1009);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement `Coded`",
    label = "has no code from a registry",
    note = "`#[derive(Coded)]` gives an error its code from a registry"
)]
pub trait Coded: Localize + Error {
    /// The registry.
    type Code: Code;

    /// The code of this error.
    fn code(&self) -> Self::Code;

    /// Writes the message in this language, otherwise in the current one.
    #[doc(hidden)]
    fn fmt_with(&self, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// The source, if it is known to have a code too. Separate from `source`, so that a program without reports does not
    /// contain what a [`Level`] refers to: help and notes.
    #[doc(hidden)]
    fn coded_source(&self) -> Option<&dyn Level>;
}

macro_rules! coded_pointers {
    ($($(#[$when:meta])? $pointer:ty;)*) => {$(
        $(#[$when])?
        impl<T: Coded> Coded for $pointer {
            type Code = T::Code;

            fn code(&self) -> T::Code {
                (**self).code()
            }

            fn fmt_with(&self, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                (**self).fmt_with(language, f)
            }

            fn coded_source(&self) -> Option<&dyn Level> {
                (**self).coded_source()
            }
        }
    )*};
}

coded_pointers! {
    &T;
    #[cfg(feature = "std")] std::boxed::Box<T>;
    #[cfg(feature = "std")] std::sync::Arc<T>;
}

/// A number that shows itself without a fraction: what a message can choose a plural by.
///
/// Implemented for Rust's integers; implement it for a type of your own that shows itself as one.
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
    label = "the table declares this argument as `integer`"
)]
pub trait Integer: Number {}

/// A number that shows itself in decimal digits, with or without a fraction.
///
/// Implemented for Rust's numbers; implement it for a type of your own that shows itself as one.
///
/// ```
/// fn shown(number: impl code_registry::Number) -> String {
///     number.to_string()
/// }
/// assert_eq!(shown(1.5), "1.5");
/// ```
#[diagnostic::on_unimplemented(
    message = "the message needs a number here; `{Self}` is not one",
    label = "the table declares this argument as `number`"
)]
pub trait Number: fmt::Display {
    /// What plural rules need to know about it; none if it is not shown as a number after all.
    #[doc(hidden)]
    fn operands(&self) -> Option<Operands> {
        Operands::of(&self)
    }

    /// What fills a place of a message with it.
    #[doc(hidden)]
    fn argument(&self) -> Argument<'_>
    where
        Self: Sized,
    {
        Argument::Number(self)
    }
}

macro_rules! integers {
    ($argument:ident($wide:ident): $($integer:ident $nonzero:ident)*) => {$(
        impl Number for $integer {
            fn operands(&self) -> Option<Operands> {
                Some((*self).into())
            }

            // `usize` has no `From`, and is nowhere wider.
            #[inline]
            fn argument(&self) -> Argument<'_> {
                Argument::$argument(*self as $wide)
            }
        }
        impl Integer for $integer {}
        impl Number for core::num::$nonzero {
            fn operands(&self) -> Option<Operands> {
                Some(self.get().into())
            }

            #[inline]
            fn argument(&self) -> Argument<'_> {
                Argument::$argument(self.get() as $wide)
            }
        }
        impl Integer for core::num::$nonzero {}
    )*};
}

integers!(Unsigned(u64): u8 NonZeroU8 u16 NonZeroU16 u32 NonZeroU32 u64 NonZeroU64 usize NonZeroUsize);
integers!(Signed(i64): i8 NonZeroI8 i16 NonZeroI16 i32 NonZeroI32 i64 NonZeroI64 isize NonZeroIsize);

macro_rules! wide_integers {
    ($($integer:ident $nonzero:ident)*) => {$(
        impl Number for $integer {
            fn operands(&self) -> Option<Operands> {
                Some((*self).into())
            }
        }
        impl Integer for $integer {}
        impl Number for core::num::$nonzero {
            fn operands(&self) -> Option<Operands> {
                Some(self.get().into())
            }
        }
        impl Integer for core::num::$nonzero {}
    )*};
}

wide_integers!(u128 NonZeroU128 i128 NonZeroI128);

impl Number for f32 {}
impl Number for f64 {}

macro_rules! pointers {
    ($($(#[$when:meta])? $pointer:ty;)*) => {$(
        $(#[$when])?
        impl<T: Number + ?Sized> Number for $pointer {
            fn operands(&self) -> Option<Operands> {
                (**self).operands()
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
