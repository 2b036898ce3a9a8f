//! Fields of a derived error that are errors: its source, and the error of a transparent variant. Method look-up finds out what
//! they are, as for other fields.

use core::error::Error;
use core::fmt;
use core::ops::Deref;

use crate::error_arguments::VisitArguments;
use crate::field::Field;
use crate::report::AnyCoded;
use crate::{Coded, Language};

/// A field as the source of an error: the error itself, or what a box of any error holds.
pub trait AsSource<'a> {
    /// The source.
    fn __code_registry_source(&self) -> &'a (dyn Error + 'static);
}

impl<'a, T: Error + 'static> AsSource<'a> for &&Field<'a, T> {
    fn __code_registry_source(&self) -> &'a (dyn Error + 'static) {
        self.0
    }
}

impl<'a, T: Deref<Target: AnyError>> AsSource<'a> for &Field<'a, T> {
    fn __code_registry_source(&self) -> &'a (dyn Error + 'static) {
        self.0.error()
    }
}

impl<'a, T: ?Sized> Field<'a, T> {
    /// For a field that is not an error.
    pub fn __code_registry_source(&self) -> &'a (dyn Error + 'static)
    where
        T: AsError,
    {
        &fmt::Error
    }
}

/// Implemented for no type, so that the compiler shows its message for a source that is not an error.
#[diagnostic::on_unimplemented(
    message = "the source of an error must implement `Error`; `{Self}` does not",
    label = "`{Self}` is not an error",
    note = "a field is the source if it has `#[source]` or `#[from]`, or if its name is `source`; rename it if it is not meant to be"
)]
pub trait AsError {}

/// What a box of any error holds.
pub trait AnyError {
    /// The error.
    fn error(&self) -> &(dyn Error + 'static);
}

macro_rules! any_errors {
    ($($error:ty)*) => {$(
        impl AnyError for $error {
            fn error(&self) -> &(dyn Error + 'static) {
                self
            }
        }
    )*};
}

any_errors! {
    dyn Error
    dyn Error + Send
    dyn Error + Send + Sync
    dyn Error + Send + Sync + core::panic::UnwindSafe
}

#[cfg(feature = "std")]
impl<T: AnyError + ?Sized> AnyError for std::boxed::Box<T> {
    fn error(&self) -> &(dyn Error + 'static) {
        (**self).error()
    }
}

/// A field as a level of a report, where its type has a code.
pub trait AsLevel<'a> {
    /// The error.
    fn __code_registry_level(&self) -> Option<&'a dyn AnyCoded>;
}

impl<'a, T: Coded> AsLevel<'a> for &Field<'a, T> {
    fn __code_registry_level(&self) -> Option<&'a dyn AnyCoded> {
        Some(self.0)
    }
}

impl<'a, T: ?Sized> Field<'a, T> {
    /// For a field without a code, or of a type that may have none.
    pub fn __code_registry_level(&self) -> Option<&'a dyn AnyCoded> {
        None
    }
}

/// An error that another one is displayed as.
#[derive(Debug, Clone, Copy)]
pub enum Inner<'a> {
    /// It has a code, which is displayed too.
    Coded(&'a dyn AnyCoded),
    /// Its type does not show whether it has one.
    Any(&'a dyn Error),
}

/// Hands the arguments of such an error to `visit`, if it has a code.
pub fn visit_inner(inner: Option<Inner<'_>>, visit: VisitArguments<'_>) {
    if let Some(Inner::Coded(error)) = inner {
        error.visit_arguments(visit);
    }
}

impl<'a> Inner<'a> {
    /// See [`Error::source`].
    pub fn source(self) -> Option<&'a (dyn Error + 'static)> {
        match self {
            Self::Coded(error) => error.source(),
            Self::Any(error) => error.source(),
        }
    }
}

/// The only field of a transparent variant with a code of its own: an error of any registry, any error, or what a box of any
/// error holds.
pub trait AsInner<'a> {
    /// The error.
    fn __code_registry_inner(&self) -> Inner<'a>;
}

impl<'a, T: Coded> AsInner<'a> for &&&Field<'a, T> {
    fn __code_registry_inner(&self) -> Inner<'a> {
        Inner::Coded(self.0)
    }
}

impl<'a, T: Error> AsInner<'a> for &&Field<'a, T> {
    fn __code_registry_inner(&self) -> Inner<'a> {
        Inner::Any(self.0)
    }
}

impl<'a, T: Deref<Target: AnyError>> AsInner<'a> for &Field<'a, T> {
    fn __code_registry_inner(&self) -> Inner<'a> {
        Inner::Any(self.0.error())
    }
}

impl<'a, T: ?Sized> Field<'a, T> {
    /// For a field that is not an error.
    pub fn __code_registry_inner(&self) -> Inner<'a>
    where
        T: AsAnyError,
    {
        Inner::Any(&fmt::Error)
    }
}

/// Implemented for no type, so that the compiler shows its message for a transparent field that is not an error.
#[diagnostic::on_unimplemented(
    message = "`transparent` needs an error; `{Self}` does not implement `Error`",
    label = "`{Self}` is not an error"
)]
pub trait AsAnyError {}

/// The only field of a transparent variant.
pub trait AsCoded<'a> {
    /// Its registry.
    type Code;

    /// It, as an error of the registry `R`.
    fn __code_registry_coded<R>(&self) -> &'a (dyn CodedIn<R> + 'a)
    where
        Self::Code: Is<R>;
}

impl<'a, T: Coded> AsCoded<'a> for &Field<'a, T> {
    type Code = T::Code;

    fn __code_registry_coded<R>(&self) -> &'a (dyn CodedIn<R> + 'a)
    where
        T::Code: Is<R>,
    {
        self.0
    }
}

impl<'a, T> Field<'a, T> {
    /// For a field without a code.
    pub fn __code_registry_coded<R>(&self) -> &'a (dyn CodedIn<R> + 'a)
    where
        T: HasCode<R>,
    {
        self.0
    }
}

/// Implemented for no type, so that the compiler shows its message for a transparent error without a code.
#[diagnostic::on_unimplemented(
    message = "`#[code(transparent)]` needs an error with a code of the same registry; `{Self}` has no code",
    label = "`{Self}` does not implement `Coded`",
    note = "derive `Coded` for it, or name a code of this registry too: `#[code(SYMBOL, transparent)]`"
)]
pub trait HasCode<R>: CodedIn<R> {}

/// A code of the registry `R`.
#[diagnostic::on_unimplemented(
    message = "`#[code(transparent)]` needs an error with a code of the same registry, `{R}`, not of `{Self}`",
    label = "its codes are from `{Self}`",
    note = "for an error of another registry, name a code of this one: `#[code(SYMBOL, transparent)]`"
)]
pub trait Is<R> {
    /// It.
    fn is(self) -> R;
}

impl<R> Is<R> for R {
    fn is(self) -> R {
        self
    }
}

/// An error with codes of the registry `R`.
pub trait CodedIn<R> {
    /// See [`Coded::code`].
    fn code(&self) -> R;
    /// See [`Coded::fmt_with`].
    fn fmt_with(&self, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    /// See [`Error::source`].
    fn source(&self) -> Option<&(dyn Error + 'static)>;
}

impl<R, T: Coded<Code: Is<R>>> CodedIn<R> for T {
    fn code(&self) -> R {
        Coded::code(self).is()
    }

    fn fmt_with(&self, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Coded::fmt_with(self, language, f)
    }

    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Error::source(self)
    }
}
