//! How a derived error shows its fields, whatever smart pointer they are in.

use core::error::Error;
use core::fmt::Display;

use crate::{Integer, Number};

/// A field as an argument of a message: what it shows of itself, or the path that it is.
///
/// Method look-up takes the first that fits: a path before a reference to something that shows itself, and what a
/// smart pointer leads to where the pointer does not fit.
pub trait AsArgument<'a> {
    /// What is shown.
    type Shown: Display;

    /// What is shown.
    fn as_argument(&'a self) -> Self::Shown;
}

impl<'a, T: Display + ?Sized + 'a> AsArgument<'a> for &T {
    type Shown = &'a T;

    fn as_argument(&'a self) -> &'a T {
        self
    }
}

#[cfg(feature = "std")]
impl<'a> AsArgument<'a> for std::path::Path {
    type Shown = std::path::Display<'a>;

    fn as_argument(&'a self) -> std::path::Display<'a> {
        self.display()
    }
}

#[cfg(feature = "std")]
impl<'a> AsArgument<'a> for std::path::PathBuf {
    type Shown = std::path::Display<'a>;

    fn as_argument(&'a self) -> std::path::Display<'a> {
        self.display()
    }
}

/// A field that a message chooses a plural by.
pub fn integer<T: Integer + ?Sized>(field: &T) -> &T {
    field
}

/// A field that a message shows as a number.
pub fn number<T: Number + ?Sized>(field: &T) -> &T {
    field
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
