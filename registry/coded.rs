use core::error::Error;
use core::fmt;
use core::iter::FusedIterator;
use core::time::Duration;

use crate::languages::Speech;
use crate::message::{Argument, fmt_argument, fmt_plain};
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

    /// The source, if its type is known to have a code too, of whatever registry. Without it, a
    /// [report](crate::report()) finds the code of a source as it finds that of a boxed error.
    ///
    /// It is separate from [`source`](Error::source), so that a program without reports does not contain what they show: help
    /// and notes.
    fn coded_source(&self) -> Option<&dyn AnyCoded> {
        None
    }

    /// The source: a derive writes it here, where it knows what the fields are.
    #[doc(hidden)]
    fn error_source(&self) -> Option<&(dyn Error + 'static)> {
        self.source()
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
        if let Some(inner) = self.transparent() {
            inner.visit_arguments(visit);
        }
    }

    /// The error whose code and message are displayed in place of those of this one.
    #[doc(hidden)]
    fn transparent(&self) -> Option<&dyn AnyCoded> {
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

            fn transparent(&self) -> Option<&dyn AnyCoded> {
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

/// Receives the name and the kind of each argument, and the arguments.
pub type VisitArguments<'v> = &'v mut dyn FnMut(&'static [(&'static str, &'static str)], &[Argument<'_>]);

/// The arguments of any error that is [`Coded`]. It is separate from what reports show, so that a program that asks for
/// arguments does not contain help and notes.
pub trait HasArguments {
    /// See [`Coded::visit_arguments`].
    #[doc(hidden)]
    fn visit_arguments(&self, visit: VisitArguments<'_>);

    /// How sentences are written in the language of the table for a reader of this one.
    #[doc(hidden)]
    fn speech(&self, language: Language) -> &'static Speech<'static>;
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

/// The arguments of an error's message, in the order of the table: what [`Coded::arguments`] returns.
#[derive(Clone)]
pub struct ErrorArguments<'a> {
    error: Option<&'a dyn HasArguments>,
    next: usize,
}

impl<'a> ErrorArguments<'a> {
    pub(crate) fn new(error: Option<&'a dyn HasArguments>) -> Self {
        Self { error, next: 0 }
    }
}

impl<'a> Iterator for ErrorArguments<'a> {
    type Item = ErrorArgument<'a>;

    fn next(&mut self) -> Option<ErrorArgument<'a>> {
        let (error, index) = (self.error?, self.next);
        let mut found = None;
        error.visit_arguments(&mut |names, _| found = names.get(index).copied());
        let (name, kind) = found?;
        self.next += 1;
        Some(ErrorArgument { error, index, name, kind })
    }
}

impl FusedIterator for ErrorArguments<'_> {}

/// The remaining arguments.
impl fmt::Debug for ErrorArguments<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

/// An argument of an error's message: its name, its kind and its value.
///
/// `{}` shows the value without the formats of a language, for logs and other programs: `1234567`, `1.5s`, `a, b`.
/// [`localized`](Localize::localized) shows it as the message does.
///
/// ```
/// # mod library {
/// #     #[code_registry::codes("docs/guide.toml")]
/// #     pub enum BackupCode {}
/// # }
/// # use library::BackupCode;
/// use code_registry::{Coded, Language, Localize};
///
/// #[derive(Debug, Coded)]
/// #[coded(BackupCode)]
/// enum BackupError {
///     Skipped { count: u32 },
/// }
///
/// let error = BackupError::Skipped { count: 12_345 };
/// let argument = error.arguments().next().unwrap();
/// assert_eq!((argument.name(), argument.kind(), argument.integer()), ("count", "count", Some(12_345)));
/// assert_eq!(argument.to_string(), "12345");
/// assert_eq!(argument.localized(Language::new("it").unwrap()).to_string(), "12.345");
/// ```
#[derive(Clone, Copy)]
pub struct ErrorArgument<'a> {
    error: &'a dyn HasArguments,
    index: usize,
    name: &'static str,
    kind: &'static str,
}

#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the methods are for one lifetime, not for all"
)]
impl ErrorArgument<'_> {
    /// The name in the table.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The kind in the table, such as `count`.
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// The value, if it is one of Rust's integers.
    pub fn integer(&self) -> Option<i128> {
        self.read(|argument| argument.integer_value())?
    }

    /// The value, if it is one of Rust's numbers; integers of more than 53 bits are rounded.
    pub fn float(&self) -> Option<f64> {
        self.read(|argument| argument.float_value())?
    }

    /// The value, if it is a duration.
    pub fn duration(&self) -> Option<Duration> {
        self.read(|argument| argument.duration_value())?
    }

    /// The word of the table, if the value is one of an enum of a table.
    pub fn word(&self) -> Option<&'static str> {
        self.read(|argument| argument.word_value())?
    }

    /// Shows each item of a list, without the formats of a language, to `visit`. Returns whether the value is a list.
    pub fn for_each_item(&self, mut visit: impl FnMut(&dyn fmt::Display)) -> bool {
        self.read(|argument| argument.for_each_item(&mut visit)).unwrap_or(false)
    }

    fn read<R>(&self, read: impl FnOnce(&Argument<'_>) -> R) -> Option<R> {
        let (mut read, mut result) = (Some(read), None);
        self.error.visit_arguments(&mut |_, arguments| {
            if let Some(argument) = arguments.get(self.index) {
                result = read.take().map(|read| read(argument));
            }
        });
        result
    }
}

impl fmt::Display for ErrorArgument<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.read(|argument| fmt_plain(argument, f)).unwrap_or(Ok(()))
    }
}

/// As the message shows it.
impl Localize for ErrorArgument<'_> {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let speech = self.error.speech(language);
        self.read(|argument| fmt_argument(argument, speech, f)).unwrap_or(Ok(()))
    }
}

impl fmt::Debug for ErrorArgument<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} = {self}", self.name, self.kind)
    }
}
