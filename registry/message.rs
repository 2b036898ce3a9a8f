//! Displays messages of codes and errors, and help with the arguments of an error's message.

mod index;

use core::fmt::{self, Display};

use code_registry_encoding::message::{is_program, shown};

use crate::argument::Argument;
use crate::display::{Written, fmt_code, fmt_head, has_options, is_adjusted, write_adjusted};
use crate::error_arguments::WriteHelp;
use crate::error_field::Inner;
use crate::languages::Found;
use crate::localize::speaking;
use crate::report::answer;
use crate::sentence::{Arguments, write_entry};
use crate::table::row;
use crate::{Code, Coded, Language, Localize, Table, language};

pub use index::{Place, SentenceIndex, languages, sentences};

/// The message of a code with arguments named at run time: what `format` returns.
///
/// ```
/// use code_registry::{Argument, Language, websocket::CloseCode};
///
/// let en = Language::new("en").unwrap();
/// let message = CloseCode::Normal.format(en, &[("surplus", Argument::integer(&1))]).to_string();
/// assert_eq!(message, CloseCode::Normal.description(en), "a code without a message displays its description");
/// ```
#[must_use = "does nothing unless it is formatted"]
#[derive(Clone, Copy)]
pub struct FormattedMessage<'a, E> {
    code: E,
    language: Language,
    arguments: &'a [(&'a str, Argument<'a>)],
}

impl<'a, E> FormattedMessage<'a, E> {
    pub(crate) fn new(code: E, language: Language, arguments: &'a [(&'a str, Argument<'a>)]) -> Self {
        Self { code, language, arguments }
    }
}

impl<E: Code> Display for FormattedMessage<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_in(self.language, f)
    }
}

/// As an argument of another message, it is shown in the language of that message.
impl<E: Code> Localize for FormattedMessage<'_, E> {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if has_options(f) { self.fmt_with_options(language, f) } else { self.fmt_plain(language, f) }
    }
}

impl<E: Code> FormattedMessage<'_, E> {
    // Not inlined: it needs more registers, which the caller would save.
    #[cold]
    #[inline(never)]
    fn fmt_with_options(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if is_adjusted(f) {
            let message = Written(move |f: &mut fmt::Formatter<'_>| self.fmt_in(language, f));
            return write_adjusted(&message, f);
        }
        fmt_head(self.code, f)?;
        self.fmt_plain(language, f)
    }

    fn fmt_plain(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if <E::Table>::MESSAGES.has_catalogs() {
            return fmt_with_catalogs(self.code, Some(language), self.arguments, f);
        }
        fmt_found(self.code, column::<E>(Some(language)), self.arguments, f)
    }
}

impl<E: Code> fmt::Debug for FormattedMessage<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FormattedMessage({self})")
    }
}

/// `Display` for a table in which messages of ranges show the value of the code, or parts of it. A range that has a
/// description or a name shows that instead of its message, as codes do. `arguments` knows the kind of each value in each row.
pub fn fmt_with_value<E: Code, V, const N: usize>(
    code: E,
    language: Option<Language>,
    f: &mut fmt::Formatter<'_>,
    values: &V,
    arguments: for<'v> fn(usize, &'v V) -> [(&'static str, Argument<'v>); N],
) -> fmt::Result {
    let (row, extents) = (row(code), <E::Table>::DATA.extents);
    if row >= extents.firsts.len() || extents.last_of_range(row).is_none() {
        return fmt_code(code, language, f);
    }
    let language = language.or_else(language::current).unwrap_or(E::DEFAULT_LANGUAGE);
    if !is_program(<E::Table>::DESCRIPTIONS.find(row, language).entry) {
        return fmt_code(code, Some(language), f);
    }
    FormattedMessage::new(code, language, &arguments(row, values)).fmt_in(language, f)
}

/// Writes the message of a derived error, with its arguments in the order of the table's contract.
pub fn fmt_message<E: Code>(
    code: &E,
    sentences: &'static SentenceIndex,
    language: Option<Language>,
    arguments: &[Argument<'_>],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if has_options(f) {
        if is_adjusted(f) {
            return write_adjusted(
                &Written(move |f: &mut fmt::Formatter<'_>| {
                    fmt_message(code, sentences, language, arguments, f)
                }),
                f,
            );
        }
        fmt_head(*code, f)?;
        let has_help = <E::Table>::WRITE_HELP.is_some() || <E::Table>::HELP.has_catalogs();
        if has_help && answer::is_asked_for_help(f) {
            return answer_help(*code, language, arguments, f);
        }
    }
    if <E::Table>::MESSAGES.has_catalogs() {
        return fmt_with_catalogs(*code, language, arguments, f);
    }
    let column = column::<E>(language);
    match sentences.write(<E::Table>::MESSAGES.languages, column, arguments, f) {
        Some(written) => written,
        None => fmt_found(*code, column, arguments, f),
    }
}

/// Writes the help of a derived error, with its arguments, as the answer to a report.
#[cold]
#[inline(never)]
fn answer_help<E: Code>(
    code: E,
    language: Option<Language>,
    arguments: &[Argument<'_>],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let language = language.or_else(language::current).unwrap_or(E::DEFAULT_LANGUAGE);
    let (_, Found { entry, speech }) = find_help(code, language);
    answer::write_mark(f)?;
    write_entry(entry, speech, arguments, f)?;
    answer::write_mark(f)
}

/// Writes the message of a derived error without arguments: the text in the table.
pub fn fmt_text<E: Code>(code: &E, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if has_options(f) {
        if is_adjusted(f) {
            return write_adjusted(
                &Written(move |f: &mut fmt::Formatter<'_>| fmt_text(code, language, f)),
                f,
            );
        }
        fmt_head(*code, f)?;
    }
    let none: &[Argument<'_>] = &[];
    if <E::Table>::MESSAGES.has_catalogs() {
        return fmt_with_catalogs(*code, language, none, f);
    }
    fmt_found(*code, column::<E>(language), none, f)
}

/// Writes the message of a derived error that is displayed as another error, in the language as far as possible. The code in
/// front is that of the other error, if it has one.
pub fn fmt_inner<E: Code>(
    code: &E,
    inner: Inner<'_>,
    language: Option<Language>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let error = match inner {
        Inner::Coded(error) => return error.fmt_with(language, f),
        Inner::Any(error) => error,
    };
    if is_adjusted(f) {
        return write_adjusted(
            &Written(move |f: &mut fmt::Formatter<'_>| fmt_inner(code, Inner::Any(error), language, f)),
            f,
        );
    }
    let write = |f: &mut fmt::Formatter<'_>| {
        if !f.alternate() {
            return Display::fmt(error, f);
        }
        if answer::is_asked(f) {
            // The first answer counts.
            answer::pass_on(error, f)?;
            return fmt_head(*code, f);
        }
        if answer::has_code(error) {
            return write!(f, "{error:#}");
        }
        fmt_head(*code, f)?;
        write!(f, "{error}")
    };
    match language {
        Some(language) => speaking(language, || write(f)),
        None => write(f),
    }
}

/// The column of a language, or of the current one.
#[inline]
fn column<E: Code>(language: Option<Language>) -> usize {
    language.or_else(language::current).map_or(0, |language| <E::Table>::MESSAGES.column(language))
}

// Not inlined: a message without choices needs few registers.
#[inline(never)]
fn fmt_found<E: Code, A: Arguments>(
    code: E,
    column: usize,
    arguments: A,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let row = row(code);
    let entry = <E::Table>::message_in_column(row, column);
    let Found { entry, speech } = <E::Table>::MESSAGES.find_beside(entry, row, column);
    write_entry(entry, speech, arguments, f)
}

#[cold]
#[inline(never)]
fn fmt_with_catalogs<E: Code, A: Arguments>(
    code: E,
    language: Option<Language>,
    arguments: A,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let language = language.or_else(language::current).unwrap_or(E::DEFAULT_LANGUAGE);
    let Found { entry, speech } = <E::Table>::MESSAGES.find_with_catalogs(row(code), language);
    write_entry(entry, speech, arguments, f)
}

/// Writes the help of an error, if it has any.
pub(crate) fn fmt_help<T: Coded>(error: &T, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (write, Found { entry, speech }) = find_help(error.code(), language);
    match write {
        Some(write) if is_program(entry) => write(entry, speech, error, f),
        _ => f.write_str(shown(entry)),
    }
}

/// The help of a code as it is stored, and what writes it if it has arguments.
pub(crate) fn find_help<E: Code>(code: E, language: Language) -> (Option<WriteHelp>, Found) {
    let texts = <E::Table>::HELP;
    let write = <E::Table>::WRITE_HELP.or_else(|| (texts.catalogs)().write_help());
    (write, texts.find(row(code), language))
}

/// What the reader of an error can do, with the arguments of its message: what [`Coded::help`] returns.
#[derive(Debug)]
pub struct Help<'a, T> {
    error: &'a T,
    language: Language,
}

impl<T> Clone for Help<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Help<'_, T> {}

impl<'a, T: Coded> Help<'a, T> {
    pub(crate) fn new(error: &'a T, language: Language) -> Self {
        Self { error, language }
    }
}

impl<T: Coded> fmt::Display for Help<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_help(self.error, self.language, f)
    }
}
