use core::error::Error;
use core::fmt;

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
