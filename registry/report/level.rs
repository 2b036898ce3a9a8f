use core::error::Error;
use core::fmt::{self, Display};

use super::answer::{self, Answer, RegistryOf};
use crate::display::{Heading, Written};
use crate::error_arguments::{ErrorArguments, HasArguments};
use crate::error_field::Inner;
use crate::localize::speaking;
use crate::message::{find_help, fmt_help};
use crate::{Code, Coded, Language, Notes};

/// An error with a code of any registry: every type that implements [`Coded`] is one.
pub trait AnyCoded: Error + HasArguments {
    /// See [`Coded::fmt_with`].
    #[doc(hidden)]
    fn fmt_with(&self, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Writes the help with the arguments of the message.
    #[doc(hidden)]
    fn write_help(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// See [`Coded::coded_source`].
    #[doc(hidden)]
    fn coded_source(&self) -> Option<&dyn AnyCoded>;

    /// See [`Coded::transparent`].
    #[doc(hidden)]
    fn transparent(&self) -> Option<Inner<'_>>;

    /// Visits its code.
    #[doc(hidden)]
    fn visit_code(&self, visit: Visit<'_>);
}

impl<T: Coded> AnyCoded for T {
    fn fmt_with(&self, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Coded::fmt_with(self, language, f)
    }

    fn write_help(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_help(self, language, f)
    }

    fn coded_source(&self) -> Option<&dyn AnyCoded> {
        Coded::coded_source(self)
    }

    fn transparent(&self) -> Option<Inner<'_>> {
        Coded::transparent(self)
    }

    fn visit_code(&self, visit: Visit<'_>) {
        visit(&self.code());
    }
}

/// A code of any registry.
pub trait AnyCode {
    /// Writes the label.
    fn write_label(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    /// Writes what `{:#}` has in front: the label and the symbol.
    fn write_heading(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    /// The symbol.
    fn symbol(&self) -> &'static str;
    /// What the reader can do.
    fn help(&self, language: Language) -> Option<&'static str>;
    /// Writes the help with the arguments of an error that has this code and whose type is not known.
    fn write_help_of(&self, error: &dyn Error, language: Language, f: &mut fmt::Formatter<'_>)
    -> fmt::Result;
    /// The notes.
    fn notes(&self, language: Language) -> Notes;
    /// The template of addresses and the symbol, by which a report recognizes equal pages; `None` if there is no page.
    fn page(&self, language: Language) -> Option<(&'static str, &'static str)>;
    /// Writes the address of its page.
    fn write_page(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    /// Where it is defined.
    fn references(&self) -> &'static [&'static str];
}

impl<E: Code> AnyCode for E {
    fn write_label(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.label().fmt(f)
    }

    fn write_heading(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Heading(*self).fmt(f)
    }

    fn symbol(&self) -> &'static str {
        Code::symbol(*self)
    }

    fn help(&self, language: Language) -> Option<&'static str> {
        Code::help(*self, language)
    }

    fn write_help_of(
        &self,
        error: &dyn Error,
        language: Language,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let help = Code::help(*self, language).unwrap_or_default();
        // Without the standard library the error would not know the language.
        match find_help(*self, language).0 {
            Some(_) if cfg!(feature = "std") => speaking(language, || answer::write_help(error, help, f)),
            _ => f.write_str(help),
        }
    }

    fn notes(&self, language: Language) -> Notes {
        Code::notes(*self, language)
    }

    fn page(&self, language: Language) -> Option<(&'static str, &'static str)> {
        Some((self.url(language)?.template(), Code::symbol(*self)))
    }

    fn write_page(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.url(language).map_or(Ok(()), |page| page.fmt(f))
    }

    fn references(&self) -> &'static [&'static str] {
        Code::references(*self)
    }
}

/// Receives a code.
pub(super) type Visit<'v> = &'v mut dyn FnMut(&dyn AnyCode);

/// The registries that a report knows: one, or a tuple of up to eight.
///
/// ```
/// use code_registry::{Language, report_dyn, websocket::CloseCode};
///
/// // An application names all its registries in one place.
/// type Known = (CloseCode,);
///
/// let error = std::io::Error::other(CloseCode::Abnormal);
/// let report = report_dyn::<Known>(&error, CloseCode::DEFAULT_LANGUAGE).to_string();
/// assert!(report.starts_with("1006 CLOSE_ABNORMAL: "));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a registry",
    label = "neither an enum with `#[codes]` nor a tuple of such enums"
)]
pub trait Registries {
    /// Visits the code of an answer, if it is of one of these registries.
    #[doc(hidden)]
    fn visit_code(answer: &AnyAnswer<'_>, visit: Visit<'_>) -> bool;
}

/// The answer of an error.
#[expect(missing_debug_implementations, reason = "nothing outside this crate can have one")]
pub struct AnyAnswer<'a>(&'a Answer);

impl<E: Code> Registries for E {
    #[doc(hidden)]
    fn visit_code(answer: &AnyAnswer<'_>, visit: Visit<'_>) -> bool {
        let code = answer.0.code::<E>();
        if let Some(code) = &code {
            visit(code);
        }
        code.is_some()
    }
}

macro_rules! tuples {
    ($($registry:ident)*) => {
        impl<$($registry: Code),*> Registries for ($($registry,)*) {
            #[doc(hidden)]
            fn visit_code(answer: &AnyAnswer<'_>, visit: Visit<'_>) -> bool {
                $(<$registry as Registries>::visit_code(answer, &mut *visit))||*
            }
        }
    };
}

tuples!(A);
tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D E);
tuples!(A B C D E F);
tuples!(A B C D E F G);
tuples!(A B C D E F G H);

/// Visits the code of an error of any type. Returns whether the error has one of a known registry.
pub(super) type Find = fn(&dyn Error, Visit<'_>) -> Found;

/// Whether the code of an error was found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// The error has no code.
    No,
    /// It has a code of a registry that the report does not know.
    Unknown,
    Yes,
}

pub(super) fn find<R: Registries>(error: &dyn Error, visit: Visit<'_>) -> Found {
    match Answer::of(error) {
        None => Found::No,
        Some(answer) if R::visit_code(&AnyAnswer(&answer), visit) => Found::Yes,
        Some(_) => Found::Unknown,
    }
}

/// An error in a [`Report`](crate::Report): the first one, or one of its sources.
///
/// How its code is found is explained at [`report`](crate::report()) and [`report_dyn`](crate::report_dyn). A variant with
/// `#[code(SYMBOL, transparent)]` has the code of the error inside, if the report knows its registry, otherwise its own.
#[derive(Clone, Copy)]
pub struct ReportLevel<'a> {
    error: LevelError<'a>,
    find: Find,
    language: Language,
}

#[derive(Clone, Copy)]
enum LevelError<'a> {
    Coded(&'a dyn AnyCoded),
    /// An error that is displayed as another one, whose type does not show that it has a code of a known registry.
    Opaque {
        outer: &'a dyn AnyCoded,
        inner: &'a dyn Error,
    },
    /// The same with a code of a registry that the report does not know: the level has the code of the outer error.
    Unknown {
        outer: &'a dyn AnyCoded,
        inner: &'a dyn Error,
    },
    Any(&'a (dyn Error + 'static)),
}

impl<'a> LevelError<'a> {
    /// The error that is asked for its code, if its type does not show it.
    fn asked(self) -> Option<&'a dyn Error> {
        match self {
            Self::Coded(_) => None,
            Self::Opaque { inner, .. } | Self::Unknown { inner, .. } => Some(inner),
            Self::Any(error) => Some(error),
        }
    }
}

impl<'a> ReportLevel<'a> {
    pub(super) fn coded(error: &'a dyn AnyCoded, find: Find, language: Language) -> Self {
        let mut outer = error;
        let error = loop {
            match outer.transparent() {
                Some(Inner::Coded(inner)) => outer = inner,
                Some(Inner::Any(inner)) => {
                    break match find(inner, &mut |_| ()) {
                        Found::Yes => LevelError::Opaque { outer, inner },
                        Found::Unknown => LevelError::Unknown { outer, inner },
                        Found::No => LevelError::Coded(outer),
                    };
                }
                None => break LevelError::Coded(outer),
            }
        };
        Self { error, find, language }
    }

    pub(super) fn any(error: &'a (dyn Error + 'static), find: Find, language: Language) -> Self {
        Self { error: LevelError::Any(error), find, language }
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// The level below.
    pub(super) fn source(self) -> Option<Self> {
        let (coded, source) = match self.error {
            LevelError::Coded(error)
            | LevelError::Opaque { outer: error, .. }
            | LevelError::Unknown { outer: error, .. } => (error.coded_source(), error.source()),
            LevelError::Any(error) => (None, error.source()),
        };
        match coded {
            Some(coded) => Some(Self::coded(coded, self.find, self.language)),
            None => Some(Self::any(source?, self.find, self.language)),
        }
    }

    /// The label and the symbol, as `{:#}` shows them.
    pub(super) fn heading(self) -> Option<impl Display + use<'a>> {
        self.code(|_| ())?;
        Some(Written(move |f: &mut fmt::Formatter<'_>| {
            self.code(|code| code.write_heading(f)).unwrap_or(Ok(()))
        }))
    }

    /// The value of the code, in the form of the table's `label`.
    pub fn label(&self) -> Option<impl Display + use<'a>> {
        self.code(|_| ())?;
        let level = *self;
        Some(Written(move |f: &mut fmt::Formatter<'_>| {
            level.code(|code| code.write_label(f)).unwrap_or(Ok(()))
        }))
    }

    /// The symbol of the code.
    pub fn symbol(&self) -> Option<&'static str> {
        self.code(|code| code.symbol())
    }

    /// The message, without the code.
    pub fn message(&self) -> impl Display + use<'a> {
        let level = *self;
        Written(move |f: &mut fmt::Formatter<'_>| {
            speaking(level.language, || match level.error {
                LevelError::Coded(error)
                | LevelError::Opaque { outer: error, .. }
                | LevelError::Unknown { outer: error, .. } => InLanguage(error, level.language).fmt(f),
                LevelError::Any(error) => write!(f, "{error}"),
            })
        })
    }

    /// The arguments of the message, if the error itself is known to have a code.
    pub fn arguments(&self) -> ErrorArguments<'a> {
        match self.error {
            LevelError::Coded(error) => ErrorArguments::new(Some(error)),
            LevelError::Opaque { .. } | LevelError::Unknown { .. } | LevelError::Any(_) => {
                ErrorArguments::new(None)
            }
        }
    }

    /// What the reader can do, with the arguments of the message. An argument whose value is not known stays `{name}`: without
    /// the feature `std`, those of errors whose type the report does not know.
    pub fn help(&self) -> Option<impl Display + use<'a>> {
        self.code(|code| code.help(self.language))??;
        let level = *self;
        Some(Written(move |f: &mut fmt::Formatter<'_>| level.write_help(f)))
    }

    fn write_help(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.error {
            LevelError::Coded(error) | LevelError::Unknown { outer: error, .. } => {
                error.write_help(self.language, f)
            }
            LevelError::Opaque { inner: error, .. } | LevelError::Any(error) => {
                self.code(|code| code.write_help_of(error, self.language, f)).unwrap_or(Ok(()))
            }
        }
    }

    /// The notes of the code.
    pub fn notes(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.code(|code| code.notes(self.language)).into_iter().flatten()
    }

    /// Where to read on: the page of the code, otherwise the first of its references that is a web address.
    pub fn url(&self) -> Option<impl Display + use<'a>> {
        self.address()
    }

    pub(super) fn address(self) -> Option<Address<'a>> {
        self.code(|code| {
            if let Some(page) = code.page(self.language) {
                return Some(Address::Page(self, page));
            }
            let is_address = |text: &&str| text.starts_with("https://") || text.starts_with("http://");
            code.references().iter().copied().find(is_address).map(Address::Reference)
        })?
    }

    /// Writes what `{:#}` shows of an error with a code, and what `{}` shows of another one.
    pub(super) fn write(self, f: &mut dyn fmt::Write) -> fmt::Result {
        match self.error {
            LevelError::Coded(error) | LevelError::Opaque { outer: error, .. } => {
                write!(f, "{:#}", InLanguage(error, self.language))
            }
            LevelError::Unknown { .. } => {
                if let Some(heading) = self.heading() {
                    write!(f, "{heading}: ")?;
                }
                write!(f, "{}", self.message())
            }
            LevelError::Any(error) if self.found() == Found::No => write!(f, "{error}"),
            LevelError::Any(error) => write!(f, "{error:#}"),
        }
    }

    /// The registry of its code, if the report does not know it: in programs with debug assertions.
    pub(super) fn unknown_registry(self) -> Option<impl Display + use<'a>> {
        let is_unknown = cfg!(debug_assertions) && self.found() == Found::Unknown;
        self.error.asked().filter(|_| is_unknown).map(RegistryOf)
    }

    fn found(self) -> Found {
        self.error.asked().map_or(Found::Yes, |error| (self.find)(error, &mut |_| ()))
    }

    /// Returns the result of a function of the code.
    fn code<R>(&self, visit: impl FnOnce(&dyn AnyCode) -> R) -> Option<R> {
        let (mut visit, mut result) = (Some(visit), None);
        let mut visit_once = |code: &dyn AnyCode| result = visit.take().map(|visit| visit(code));
        match self.error {
            LevelError::Coded(error) | LevelError::Unknown { outer: error, .. } => {
                error.visit_code(&mut visit_once);
            }
            LevelError::Opaque { inner: error, .. } | LevelError::Any(error) => {
                (self.find)(error, &mut visit_once);
            }
        }
        result
    }
}

impl fmt::Debug for ReportLevel<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReportLevel(")?;
        speaking(self.language, || self.write(f))?;
        f.write_str(")")
    }
}

/// Where to read on.
#[derive(Clone, Copy)]
pub(super) enum Address<'a> {
    /// The page of the code, with its template and symbol.
    Page(ReportLevel<'a>, (&'static str, &'static str)),
    Reference(&'static str),
}

impl PartialEq for Address<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Page(_, page), Self::Page(_, other)) => page == other,
            (Self::Reference(reference), Self::Reference(other)) => reference == other,
            (Self::Page(..), Self::Reference(_)) | (Self::Reference(_), Self::Page(..)) => false,
        }
    }
}

impl Display for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(level, _) => level.code(|code| code.write_page(level.language, f)).unwrap_or(Ok(())),
            Self::Reference(reference) => f.write_str(reference),
        }
    }
}

/// The message of an error, with its code in front for `{:#}`.
struct InLanguage<'a>(&'a dyn AnyCoded, Language);

impl Display for InLanguage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_with(Some(self.1), f)
    }
}
