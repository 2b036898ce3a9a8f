//! How a derived error shows its fields in messages, whatever smart pointer they are in.
//!
//! Method look-up finds out what a field can do: `(&&&&&Field(&field)).method()` tries the implementations for `&&&&Field`,
//! then those for `&&&Field` and so on, and at last a method of `Field` itself, whose bound no type satisfies, so that the
//! compiler shows our message. No trait of a user has methods of these names.

use core::fmt::{self, Display};
use core::time::Duration;

use crate::argument::Argument;
use crate::{Integer, Localize, Number, Word};

/// A field.
#[derive(Debug)]
pub struct Field<'a, T: ?Sized>(pub &'a T);

/// A field as an argument of a message: as text or number if it is one, otherwise in the language of the message,
/// otherwise as it is displayed, otherwise as a path.
pub trait AsArgument {
    /// What is shown.
    type Shown: Shown;

    /// What is shown.
    fn __code_registry_argument(&self) -> Self::Shown;
}

/// What a field shows, until it is written.
pub trait Shown {
    /// It, as an argument.
    fn argument(&self) -> Argument<'_>;
}

impl<'a> AsArgument for &&&&Field<'a, str> {
    type Shown = &'a str;

    #[inline]
    fn __code_registry_argument(&self) -> &'a str {
        self.0
    }
}

/// An item of a list.
impl<'a> AsArgument for &&&&Field<'a, &str> {
    type Shown = &'a str;

    #[inline]
    fn __code_registry_argument(&self) -> &'a str {
        self.0
    }
}

#[cfg(feature = "std")]
macro_rules! texts {
    ($($text:ty)*) => {$(
        impl<'a> AsArgument for &&&&Field<'a, $text> {
            type Shown = &'a str;

            #[inline]
            fn __code_registry_argument(&self) -> &'a str {
                self.0
            }
        }
    )*};
}

#[cfg(feature = "std")]
texts! {
    std::string::String
    std::boxed::Box<str>
    std::rc::Rc<str>
    std::sync::Arc<str>
    std::borrow::Cow<'_, str>
}

impl Shown for &str {
    #[inline]
    fn argument(&self) -> Argument<'_> {
        Argument::plain(self)
    }
}

macro_rules! numbers {
    ($($number:ident)*) => {$(
        impl<'a> AsArgument for &&&&Field<'a, $number> {
            type Shown = &'a $number;

            #[inline]
            fn __code_registry_argument(&self) -> &'a $number {
                self.0
            }
        }

        impl Shown for &$number {
            #[inline]
            fn argument(&self) -> Argument<'_> {
                Argument::number(*self)
            }
        }
    )*};
}

numbers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64);

impl<'a, T: Localize + ?Sized> AsArgument for &&&Field<'a, T> {
    type Shown = InLanguage<'a, T>;

    #[inline]
    fn __code_registry_argument(&self) -> InLanguage<'a, T> {
        InLanguage(self.0)
    }
}

/// Something that speaks the language of the message.
#[derive(Debug)]
pub struct InLanguage<'a, T: ?Sized>(&'a T);

impl<T: Localize + ?Sized> Shown for InLanguage<'_, T> {
    #[inline]
    fn argument(&self) -> Argument<'_> {
        Argument::localized(&self.0)
    }
}

impl<'a, T: Display + ?Sized> AsArgument for &&Field<'a, T> {
    type Shown = Any<'a, T>;

    #[inline]
    fn __code_registry_argument(&self) -> Any<'a, T> {
        Any(self.0)
    }
}

/// Something that shows itself.
#[derive(Debug)]
pub struct Any<'a, T: ?Sized>(&'a T);

impl<T: Display + ?Sized> Shown for Any<'_, T> {
    #[inline]
    fn argument(&self) -> Argument<'_> {
        Argument::text(&self.0)
    }
}

#[cfg(feature = "std")]
impl<'a, T: AsRef<std::path::Path> + ?Sized> AsArgument for &Field<'a, T> {
    type Shown = Path<'a>;

    #[inline]
    fn __code_registry_argument(&self) -> Path<'a> {
        let path = self.0.as_ref();
        Path { text: path.to_str(), shown: path.display() }
    }
}

/// A path, and its text if it is valid UTF-8.
#[cfg(feature = "std")]
#[derive(Debug)]
pub struct Path<'a> {
    text: Option<&'a str>,
    shown: std::path::Display<'a>,
}

#[cfg(feature = "std")]
impl Shown for Path<'_> {
    #[inline]
    fn argument(&self) -> Argument<'_> {
        self.text.map_or(Argument::text(&self.shown), Argument::plain)
    }
}

impl<T: ?Sized> Field<'_, T> {
    /// For a field that cannot be shown.
    pub fn __code_registry_argument(&self) -> &'static str
    where
        T: InMessage,
    {
        ""
    }
}

/// Implemented for no type, so that the compiler shows its message for a field that cannot be shown.
#[diagnostic::on_unimplemented(
    message = "the message contains this field, but `{Self}` cannot be shown",
    label = "`{Self}` neither implements `Display` or `Localize` nor is a path",
    note = "`#[arg(fmt = debug)]` shows its `Debug` form, `#[arg(with = path::to::function)]` what a function makes of it, and \
            `#[arg(none = \"–\")]` the content of an `Option`"
)]
pub trait InMessage {}

/// A value that is written by a function, as `#[arg(fmt = …)]` wants it.
pub struct Formatted<'a, T: ?Sized, F> {
    value: &'a T,
    format: F,
}

impl<'a, T: ?Sized, F: Fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result> Formatted<'a, T, F> {
    /// A value and what writes it.
    pub fn new(value: &'a T, format: F) -> Self {
        Self { value, format }
    }
}

impl<T: ?Sized, F: Fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result> Display for Formatted<'_, T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.format)(self.value, f)
    }
}

impl<T: ?Sized, F: Fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result> Number for Formatted<'_, T, F> {}
impl<T: ?Sized, F: Fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result> Integer for Formatted<'_, T, F> {}

impl<T: ?Sized, F> fmt::Debug for Formatted<'_, T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Formatted").finish_non_exhaustive()
    }
}

impl<'a, T> Field<'a, T> {
    /// A field of the kind `integer`.
    pub fn __code_registry_integer(&self) -> Argument<'a>
    where
        T: Integer,
    {
        Argument::integer(self.0)
    }

    /// A field of the kind `number`.
    pub fn __code_registry_number(&self) -> Argument<'a>
    where
        T: Number,
    {
        Argument::number(self.0)
    }

    /// A field of the kind `count`.
    pub fn __code_registry_count(&self) -> Argument<'a>
    where
        T: Integer,
    {
        Argument::count(self.0)
    }

    /// A field of the kind `quantity`.
    pub fn __code_registry_quantity(&self) -> Argument<'a>
    where
        T: Number,
    {
        Argument::quantity(self.0)
    }

    /// A field of the kind `bytes`.
    pub fn __code_registry_bytes(&self) -> Argument<'a>
    where
        T: Integer,
    {
        Argument::bytes(self.0)
    }

    /// A field of the kind `duration`.
    pub fn __code_registry_duration(&self) -> Argument<'a>
    where
        T: AsDuration,
    {
        Argument::duration(self.0.duration())
    }
}

impl<'a, T: ?Sized> Field<'a, T> {
    /// A field that is a word of the enum `W`.
    #[inline]
    pub fn __code_registry_word<W: Word>(&self) -> Argument<'a>
    where
        T: IsWord<W>,
    {
        Argument::word(self.0.word())
    }
}

/// A field that is a word of the enum `W`.
#[diagnostic::on_unimplemented(
    message = "the message needs a word of `{W}` here; `{Self}` is not one",
    label = "the table declares this argument as a word of an `[enum]`; use `{W}`"
)]
pub trait IsWord<W> {
    /// The word.
    fn word(&self) -> &W;
}

impl<W: Word> IsWord<W> for W {
    #[inline]
    fn word(&self) -> &W {
        self
    }
}

impl<W: Word> IsWord<W> for &W {
    #[inline]
    fn word(&self) -> &W {
        self
    }
}

/// A field of the kind `duration`.
#[diagnostic::on_unimplemented(
    message = "the message needs a duration here; `{Self}` is not one",
    label = "the table declares this argument as `duration`; use `core::time::Duration`"
)]
pub trait AsDuration {
    /// The duration.
    fn duration(&self) -> &Duration;
}

impl AsDuration for Duration {
    fn duration(&self) -> &Duration {
        self
    }
}

impl<T: AsDuration> AsDuration for &T {
    fn duration(&self) -> &Duration {
        (**self).duration()
    }
}

/// A field of the kind `and-list` or `or-list`.
pub trait AsItems<'a> {
    /// The type of the items.
    type Item;

    /// The items.
    fn __code_registry_items(&self) -> &'a [Self::Item];
}

macro_rules! lists {
    ($($(#[$when:meta])? [$($parameter:tt)*] $list:ty;)*) => {$(
        $(#[$when])?
        impl<'a, T, $($parameter)*> AsItems<'a> for &Field<'a, $list> {
            type Item = T;

            fn __code_registry_items(&self) -> &'a [T] {
                self.0
            }
        }
    )*};
}

lists! {
    [] [T];
    [] &[T];
    [const N: usize] [T; N];
    #[cfg(feature = "std")] [] std::vec::Vec<T>;
    #[cfg(feature = "std")] [] std::boxed::Box<[T]>;
    #[cfg(feature = "std")] [] std::rc::Rc<[T]>;
    #[cfg(feature = "std")] [] std::sync::Arc<[T]>;
}

impl<'a, T: ?Sized> Field<'a, T> {
    /// For a field that is not a list.
    pub fn __code_registry_items(&self) -> &'a [&'a str]
    where
        T: InList,
    {
        &[]
    }
}

/// Implemented for no type, so that the compiler shows its message for a field that is not a list.
#[diagnostic::on_unimplemented(
    message = "the message needs a list here; `{Self}` is not one",
    label = "the table declares this argument as `and-list` or `or-list`; use a slice, an array or a `Vec`"
)]
pub trait InList {}
