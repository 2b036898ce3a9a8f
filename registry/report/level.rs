use core::error::Error;
use core::fmt::{self, Display as _};

use crate::{Code as _, Coded, Language, Notes};

/// An error with a code, of whatever registry.
pub trait Level: Error {
    /// See [`Coded::fmt_with`].
    fn fmt_with(&self, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    /// See [`Coded::coded_source`].
    fn coded_source(&self) -> Option<&dyn Level>;
    /// The label and the symbol of its code.
    #[cfg(feature = "miette")]
    fn label_and_symbol(&self) -> std::string::String;
    /// What the reader can do.
    fn help(&self, language: Language) -> Option<&'static str>;
    /// The notes of its code.
    fn notes(&self, language: Language) -> Notes;
    /// The template of addresses and the symbol, by which a report recognizes equal pages; `None` if there is no page.
    fn page(&self, language: Language) -> Option<(&'static str, &'static str)>;
    /// Writes the address of its page.
    fn write_page(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    /// Where its code is defined.
    fn references(&self) -> &'static [&'static str];
}

impl<T: Coded> Level for T {
    fn fmt_with(&self, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Coded::fmt_with(self, language, f)
    }

    fn coded_source(&self) -> Option<&dyn Level> {
        Coded::coded_source(self)
    }

    #[cfg(feature = "miette")]
    fn label_and_symbol(&self) -> std::string::String {
        std::format!("{}", crate::label::Heading(self.code()))
    }

    fn help(&self, language: Language) -> Option<&'static str> {
        self.code().help(language)
    }

    fn notes(&self, language: Language) -> Notes {
        self.code().notes(language)
    }

    fn page(&self, language: Language) -> Option<(&'static str, &'static str)> {
        Some((self.code().url(language)?.template(), self.code().symbol()))
    }

    fn write_page(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.code().url(language).map_or(Ok(()), |page| page.fmt(f))
    }

    fn references(&self) -> &'static [&'static str] {
        self.code().references()
    }
}

/// The types whose errors [`report_dyn`](crate::report_dyn) knows: one that is [`Coded`], or a tuple of up to eight.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement `Coded`",
    label = "neither `Coded` nor a tuple of such types"
)]
pub trait CodedErrors {
    /// The error, if it is of one of these types.
    #[doc(hidden)]
    fn level<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a dyn Level>;
}

impl<E: Coded + 'static> CodedErrors for E {
    fn level<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a dyn Level> {
        of_type::<E>(error).or_else(|| behind_pointer::<E>(error))
    }
}

fn of_type<'a, E: Coded + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a dyn Level> {
    Some(error.downcast_ref::<E>()?)
}

/// Other derives return the pointer as the source, not what it points to.
#[cfg(feature = "std")]
fn behind_pointer<'a, E: Coded + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a dyn Level> {
    of_type::<std::boxed::Box<E>>(error).or_else(|| of_type::<std::sync::Arc<E>>(error))
}

/// The only pointer of `core` that is an error is a reference, and few references are `'static`.
#[cfg(not(feature = "std"))]
#[expect(clippy::extra_unused_type_parameters, reason = "its counterpart with `std` has the parameter")]
fn behind_pointer<'a, E>(_: &'a (dyn Error + 'static)) -> Option<&'a dyn Level> {
    None
}

macro_rules! tuples {
    ($($error:ident)*) => {
        impl<$($error: Coded + 'static),*> CodedErrors for ($($error,)*) {
            fn level<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a dyn Level> {
                None$(.or_else(|| $error::level(error)))*
            }
        }
    };
}

tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D E);
tuples!(A B C D E F);
tuples!(A B C D E F G);
tuples!(A B C D E F G H);

/// Finds the code of an error of any type.
pub(super) type Find = for<'a> fn(&'a (dyn Error + 'static)) -> Option<&'a dyn Level>;

/// A level of a report.
#[derive(Clone, Copy)]
pub(super) enum Cause<'a> {
    Coded(&'a dyn Level),
    Any(&'a (dyn Error + 'static)),
}

impl<'a> Cause<'a> {
    pub(super) fn of(error: &'a (dyn Error + 'static), find: Find) -> Self {
        let error = inside(error);
        find(error).map_or(Self::Any(error), Self::Coded)
    }

    /// The level below.
    pub(super) fn source(self, find: Find) -> Option<Self> {
        let (coded, source) = match self {
            Self::Coded(level) => (level.coded_source(), level.source()),
            Self::Any(error) => (None, error.source()),
        };
        coded.map(Self::Coded).or_else(|| Some(Self::of(source?, find)))
    }

    /// Where to read on: its page, otherwise the first of its references that is a web address.
    pub(super) fn address(self, language: Language) -> Option<Address<'a>> {
        let Self::Coded(level) = self else { return None };
        if level.page(language).is_some() {
            return Some(Address::Page(level, language));
        }
        let is_address = |text: &&str| text.starts_with("https://") || text.starts_with("http://");
        level.references().iter().copied().find(is_address).map(Address::Reference)
    }
}

/// Where to read on.
#[derive(Clone, Copy)]
pub(super) enum Address<'a> {
    /// The page of the code.
    Page(&'a dyn Level, Language),
    Reference(&'static str),
}

impl PartialEq for Address<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Page(one, language), Self::Page(other, _)) => one.page(*language) == other.page(*language),
            (Self::Reference(one), Self::Reference(other)) => one == other,
            (Self::Page(..), Self::Reference(_)) | (Self::Reference(_), Self::Page(..)) => false,
        }
    }
}

impl fmt::Display for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(level, language) => level.write_page(*language, f),
            Self::Reference(reference) => f.write_str(reference),
        }
    }
}

/// The content of `io::Error::other`: it has the same message and source, but only the content can have a code.
#[cfg(feature = "std")]
fn inside<'a>(error: &'a (dyn Error + 'static)) -> &'a (dyn Error + 'static) {
    let held = error.downcast_ref().and_then(std::io::Error::get_ref);
    held.map_or(error, |held| inside(held))
}

/// Without `std` nothing holds an error of any type.
#[cfg(not(feature = "std"))]
fn inside<'a>(error: &'a (dyn Error + 'static)) -> &'a (dyn Error + 'static) {
    error
}

/// A level's message, with its code in front for `{:#}`.
pub(super) struct InLanguage<'a>(pub(super) &'a dyn Level, pub(super) Language);

impl fmt::Display for InLanguage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_with(Some(self.1), f)
    }
}
