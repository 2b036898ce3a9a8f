use core::fmt;

use crate::Language;

/// A value with texts in more than one language.
///
/// ```
/// use code_registry::{Language, Localize, websocket::CloseCode};
///
/// let it = Language::new("it").unwrap();
/// let code = CloseCode::Abnormal;
/// assert_eq!(format!("{}", code.localized(it)), code.description(it));
/// assert_eq!(format!("{:#}", code.localized(it)), format!("1006 CLOSE_ABNORMAL: {}", code.description(it)));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no texts in other languages",
    label = "`{Self}` does not implement `Localize`; codes, derived errors and words of a table do",
    note = "`Argument::text` shows any value that implements `Display`"
)]
pub trait Localize {
    /// Writes the value in a language, or in the nearest one that it has.
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// The word of a table that this value is, for selects.
    #[doc(hidden)]
    fn __code_registry_word(&self) -> Option<&'static str> {
        None
    }

    /// The value, to be displayed in a language, whatever the current language is.
    fn localized(&self, language: Language) -> Localized<'_, Self>
    where
        Self: Sized,
    {
        Localized { value: self, language }
    }
}

macro_rules! pointers {
    ($($(#[$when:meta])? $pointer:ty;)*) => {$(
        $(#[$when])?
        impl<T: Localize + ?Sized> Localize for $pointer {
            fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                (**self).fmt_in(language, f)
            }

            fn __code_registry_word(&self) -> Option<&'static str> {
                (**self).__code_registry_word()
            }
        }
    )*};
}

pointers! {
    &T;
    #[cfg(feature = "std")] std::boxed::Box<T>;
    #[cfg(feature = "std")] std::rc::Rc<T>;
    #[cfg(feature = "std")] std::sync::Arc<T>;
}

/// A value and the language to display it in: the result of [`Localize::localized`].
#[must_use = "does nothing unless it is formatted"]
#[derive(Debug, Clone, Copy)]
pub struct Localized<'a, T> {
    value: &'a T,
    language: Language,
}

impl<'a, T> Localized<'a, T> {
    #[doc(hidden)]
    pub fn new(value: &'a T, language: Language) -> Self {
        Self { value, language }
    }
}

impl<T: Localize> fmt::Display for Localized<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt_in(self.language, f)
    }
}

/// As an argument of a message, it is shown in the language of the message.
impl<T: Localize> Localize for Localized<'_, T> {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt_in(language, f)
    }

    fn __code_registry_word(&self) -> Option<&'static str> {
        self.value.__code_registry_word()
    }
}

/// Makes the language the current one, in which values of other types are displayed too.
#[cfg(feature = "std")]
pub(crate) fn speaking<R>(language: Language, work: impl FnOnce() -> R) -> R {
    crate::language::scope(language, work)
}

/// Without threads there are no scopes.
#[cfg(not(feature = "std"))]
pub(crate) fn speaking<R>(_: Language, work: impl FnOnce() -> R) -> R {
    work()
}
