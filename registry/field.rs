//! How a derived error shows its fields, whatever smart pointer they are in.

use core::error::Error;
use core::fmt::Display;

use crate::message::Argument;
use crate::{Integer, Number};

/// A field as an argument of a message: the text or the path that it is, else what it shows of itself.
///
/// Method look-up takes the first that fits: a text or a path before a reference to something that shows itself, and
/// what a smart pointer leads to where the pointer does not fit.
pub trait AsArgument<'a> {
    /// What is shown.
    type Shown: Shown;

    /// What is shown.
    fn as_argument(&'a self) -> Self::Shown;
}

/// What a field shows, until it is written.
pub trait Shown {
    /// It, as an argument.
    fn argument(&self) -> Argument<'_>;
}

impl<'a, T: Display + ?Sized + 'a> AsArgument<'a> for &T {
    type Shown = Any<'a, T>;

    fn as_argument(&'a self) -> Any<'a, T> {
        Any(self)
    }
}

/// Something that shows itself.
#[derive(Debug)]
pub struct Any<'a, T: ?Sized>(&'a T);

impl<T: Display + ?Sized> Shown for Any<'_, T> {
    fn argument(&self) -> Argument<'_> {
        Argument::Any(&self.0)
    }
}

impl Shown for &str {
    fn argument(&self) -> Argument<'_> {
        Argument::Text(self)
    }
}

macro_rules! shown {
    ($($(#[$when:meta])? $field:ty => $shown:ty, $how:ident;)*) => {$(
        $(#[$when])?
        impl<'a> AsArgument<'a> for $field {
            type Shown = $shown;

            fn as_argument(&'a self) -> $shown {
                self.$how()
            }
        }
    )*};
}

shown! {
    str => &'a str, as_ref;
    #[cfg(feature = "std")] std::string::String => &'a str, as_str;
    #[cfg(feature = "std")] std::path::Path => std::path::Display<'a>, display;
    #[cfg(feature = "std")] std::path::PathBuf => std::path::Display<'a>, display;
}

#[cfg(feature = "std")]
impl Shown for std::path::Display<'_> {
    fn argument(&self) -> Argument<'_> {
        Argument::Any(self)
    }
}

/// A field that a message chooses a plural by.
pub fn integer<T: Integer>(field: &T) -> Argument<'_> {
    Argument::Number(field)
}

/// A field that a message shows as a number.
pub fn number<T: Number>(field: &T) -> Argument<'_> {
    Argument::Number(field)
}

/// A field as the source of an error: the error itself, or what a box of any error holds.
pub trait AsSource {
    /// The source.
    fn as_source(&self) -> &(dyn Error + 'static);
}

impl<T: Error + 'static> AsSource for T {
    fn as_source(&self) -> &(dyn Error + 'static) {
        self
    }
}

macro_rules! sources {
    ($($source:ty)*) => {$(
        impl AsSource for $source {
            fn as_source(&self) -> &(dyn Error + 'static) {
                self
            }
        }
    )*};
}

sources! {
    dyn Error
    dyn Error + Send
    dyn Error + Send + Sync
}
