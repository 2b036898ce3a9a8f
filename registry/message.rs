//! Messages with arguments: the macro compiles them into small programs ([`code_registry_encoding::message`]), which
//! run here.

mod adjusted;
mod amounts;
mod arguments;
mod index;
mod isolate;
mod lists;

use core::fmt::{self, Display};

use code_registry_encoding::message::{Branch, Choice, Selector, Sentence};

pub(crate) use adjusted::{has_options, is_adjusted, write_adjusted};
pub use arguments::Argument;
pub(crate) use arguments::fmt_plain;
use arguments::{Arguments, Named};
pub use index::{Place, SentenceIndex, sentences};
pub use lists::{FieldItems, Items, Visit};

use crate::code::fmt_head;
use crate::field::Inner;
use crate::languages::{Found, Speech};
use crate::localize::speaking;
use crate::report::answer;
use crate::table::row;
use crate::{Code, Language, Localize, Table, help, language};

/// The message of a code with arguments named at run time: what `format` returns.
///
/// ```
/// use code_registry::{Argument, Language, websocket::CloseCode};
///
/// let en = Language::new("en").unwrap();
/// let message = CloseCode::Normal.format(en, &[("surplus", Argument::integer(&1))]).to_string();
/// assert_eq!(message, CloseCode::Normal.description(en), "a code without a message displays its description");
/// ```
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
        if has_options(f) {
            if is_adjusted(f) {
                return write_adjusted(
                    &Written(move |f: &mut fmt::Formatter<'_>| self.fmt_in(language, f)),
                    f,
                );
            }
            fmt_head(self.code, f)?;
        }
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
    let (_, Found { entry, speech }) = help::find(code, language);
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

/// Writes the message of a derived error that is displayed as another error, in the language as far as possible.
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
    let write = |f: &mut fmt::Formatter<'_>| match f.alternate() {
        true => {
            fmt_head(*code, f)?;
            write!(f, "{error}")
        }
        false => Display::fmt(error, f),
    };
    match language {
        Some(language) => speaking(language, || write(f)),
        None => write(f),
    }
}

/// Displays what a function writes.
pub(crate) struct Written<F>(pub(crate) F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> Display for Written<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

/// Writes a stored message of any table, with arguments named at run time.
pub fn fmt_entry(
    entry: &str,
    speech: &Speech<'_>,
    arguments: &[(&str, Argument<'_>)],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    write_entry(entry, speech, arguments, f)
}

/// Writes a stored text of any table, with the arguments of an error and their names.
pub(crate) fn write_with_names(
    entry: &str,
    speech: &Speech<'_>,
    names: &[(&str, &str)],
    arguments: &[Argument<'_>],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    write_entry(entry, speech, Named { names, arguments }, f)
}

/// Writes an argument in a sentence.
pub(crate) fn fmt_argument(
    argument: &Argument<'_>,
    speech: &Speech<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    write!(f, "{}", arguments::Written { argument, speech })
}

/// The column of a language, or of the current one.
#[inline]
fn column<E: Code>(language: Option<Language>) -> usize {
    language.or_else(language::current).map_or(0, |language| <E::Table>::MESSAGES.languages.column(language))
}

// Not inlined: a message without choices needs few registers.
#[inline(never)]
fn fmt_found<E: Code, A: Arguments>(
    code: E,
    column: usize,
    arguments: A,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let Found { entry, speech } = <E::Table>::MESSAGES.find(row(code), column);
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

/// Writes a stored message in its language.
fn write_entry<A: Arguments>(
    entry: &str,
    speech: &Speech<'_>,
    arguments: A,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let sentence = Sentence::of_entry(entry).unwrap_or_else(|| chosen(entry, speech, arguments));
    write_sentence(sentence, arguments, |argument, f| isolate::write(argument, speech, f), f)
}

#[inline(always)]
fn write_sentence<A: Arguments>(
    sentence: Sentence<'_>,
    arguments: A,
    write: impl Fn(&Argument<'_>, &mut fmt::Formatter<'_>) -> fmt::Result,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    sentence.write(f, |index, placeholder, f| match arguments.get(index, placeholder.as_bytes()) {
        Some(argument) => write(argument, f),
        None => f.write_str(placeholder),
    })
}

/// The sentence that the arguments choose.
fn chosen<'e, A: Arguments>(entry: &'e str, speech: &Speech<'_>, arguments: A) -> Sentence<'e> {
    let (mut branch, sentences) = Branch::of_entry(entry);
    while let Some(choice) = branch.choice() {
        branch = choose(choice, speech, arguments);
    }
    branch.sentence(sentences)
}

/// The sentence, or the next choice, that an argument chooses.
fn choose<'e, A: Arguments>(choice: Choice<'e>, speech: &Speech<'_>, arguments: A) -> Branch<'e> {
    let Some(argument) = arguments.get(choice.argument, choice.placeholder) else { return choice.other() };
    let category = match choice.selector {
        Selector::Plural => argument.category(speech.cardinal),
        Selector::Ordinal => argument.category(speech.ordinal),
        Selector::Select => None,
    };
    choice.branch(category, |word| argument.is(word))
}
