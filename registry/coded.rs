use core::error::Error;
use core::fmt;

use crate::error_arguments::{ErrorArguments, HasArguments, VisitArguments};
use crate::error_field::{Inner, visit_inner};
use crate::languages::Speech;
use crate::report::AnyCoded;
use crate::{Code, Help, Language, Localize, Table as _};

/// An error with a code of a registry, and a message in every language.
///
/// [`#[derive(Coded)]`](macro@crate::Coded) implements it:
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
///
/// # By hand
///
/// A type that no derive can describe, such as a wrapper around any error with a code, implements the trait itself. Only the
/// code is required; [`write_prefix`](Code::write_prefix) begins the message.
///
/// ```
/// use std::error::Error;
/// use std::fmt;
///
/// use code_registry::{AnyCoded, Code, Coded, Language, Localize};
///
/// #[derive(Debug)]
/// struct Retried<E> {
///     tries: u32,
///     last: E,
/// }
///
/// impl<E: Coded> fmt::Display for Retried<E> {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         self.code().write_prefix(f)?;
///         write!(f, "{} (×{})", self.last, self.tries)
///     }
/// }
///
/// impl<E: Coded> Localize for Retried<E> {
///     fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         self.code().write_prefix(f)?;
///         write!(f, "{} (×{})", self.last.localized(language), self.tries)
///     }
/// }
///
/// impl<E: Coded> Error for Retried<E> {
///     fn source(&self) -> Option<&(dyn Error + 'static)> {
///         self.last.source()
///     }
/// }
///
/// impl<E: Coded> Coded for Retried<E> {
///     type Code = E::Code;
///
///     fn code(&self) -> E::Code {
///         self.last.code()
///     }
///
///     fn coded_source(&self) -> Option<&dyn AnyCoded> {
///         self.last.coded_source()
///     }
/// }
/// # #[derive(Debug, Coded)]
/// # #[coded(code_registry::websocket::CloseCode::GoingAway)]
/// # struct GoingAway;
/// # let en = Language::new("en").unwrap();
/// # let error = Retried { tries: 3, last: GoingAway };
/// # assert!(code_registry::report(&error, en).to_string().starts_with("1001 CLOSE_GOING_AWAY: "));
/// # assert!(error.to_string().ends_with(" (×3)"));
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

    /// The source, if its type is known to have a code too, of any registry. Without it, a
    /// [report](crate::report()) finds the code of a source as it finds that of a boxed error.
    ///
    /// It is separate from [`source`](Error::source), so that a program without reports does not contain what they show: help
    /// and notes.
    fn coded_source(&self) -> Option<&dyn AnyCoded> {
        None
    }

    /// The arguments of the message: names, kinds and values as data, such as for log fields.
    fn arguments(&self) -> ErrorArguments<'_>
    where
        Self: Sized,
    {
        ErrorArguments::new(Some(self))
    }

    /// What the reader can do, with the arguments of the message.
    fn help(&self, language: Language) -> Option<Help<'_, Self>>
    where
        Self: Sized,
    {
        self.code().help(language).map(|_| Help::new(self, language))
    }

    /// Hands the arguments of the message to `visit`.
    #[doc(hidden)]
    fn visit_arguments(&self, visit: VisitArguments<'_>) {
        visit_inner(self.transparent(), visit);
    }

    /// The error whose message, and code if it has one, are displayed in place of those of this one.
    #[doc(hidden)]
    fn transparent(&self) -> Option<Inner<'_>> {
        None
    }

    /// Writes the message in this language, otherwise in the current one.
    #[doc(hidden)]
    fn fmt_with(&self, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match language {
            Some(language) => self.fmt_in(language, f),
            None => fmt::Display::fmt(self, f),
        }
    }
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

            fn coded_source(&self) -> Option<&dyn AnyCoded> {
                (**self).coded_source()
            }

            fn transparent(&self) -> Option<Inner<'_>> {
                (**self).transparent()
            }

            fn visit_arguments(&self, visit: VisitArguments<'_>) {
                Coded::visit_arguments(&**self, visit);
            }
        }
    )*};
}

coded_pointers! {
    &T;
    #[cfg(feature = "std")] std::boxed::Box<T>;
    #[cfg(feature = "std")] std::sync::Arc<T>;
}

impl<T: Coded> HasArguments for T {
    fn visit_arguments(&self, visit: VisitArguments<'_>) {
        Coded::visit_arguments(self, visit);
    }

    fn speech(&self, language: Language) -> &'static Speech<'static> {
        let languages = <<T::Code as Code>::Table>::MESSAGES.languages;
        &languages.speech[languages.column(language)]
    }
}
