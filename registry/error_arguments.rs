//! The arguments of an error's message as data.

use core::fmt;
use core::iter::FusedIterator;
use core::time::Duration;

use code_registry_encoding::message::shown;

use crate::argument::{Argument, fmt_argument, fmt_plain};
use crate::languages::Speech;
use crate::sentence::write_with_names;
use crate::{Language, Localize};

/// Receives the name and the kind of each argument, and the arguments.
pub type VisitArguments<'v> = &'v mut dyn FnMut(&'static [(&'static str, &'static str)], &[Argument<'_>]);

/// The arguments of any error that is [`Coded`](crate::Coded). It is separate from what reports show, so that a program
/// that asks for arguments does not contain help and notes.
pub trait HasArguments {
    /// See [`Coded::visit_arguments`](crate::Coded::visit_arguments).
    #[doc(hidden)]
    fn visit_arguments(&self, visit: VisitArguments<'_>);

    /// How sentences are written in `language`, or in the language of the table that `language` falls back to.
    #[doc(hidden)]
    fn speech(&self, language: Language) -> &'static Speech<'static>;
}

/// The arguments of an error's message, in the order of the table: what
/// [`Coded::arguments`](crate::Coded::arguments) returns.
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

/// Writes a stored help text with the arguments of an error.
///
/// Only tables and catalogues whose help has arguments refer to such a function, so that other programs do not contain it.
pub type WriteHelp = fn(&str, &Speech<'_>, &dyn HasArguments, &mut fmt::Formatter<'_>) -> fmt::Result;

/// The only [`WriteHelp`].
pub fn write_help(
    entry: &str,
    speech: &Speech<'_>,
    error: &dyn HasArguments,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut written = None;
    error.visit_arguments(&mut |names, arguments| {
        written = Some(write_with_names(entry, speech, names, arguments, f));
    });
    written.unwrap_or_else(|| f.write_str(shown(entry)))
}
