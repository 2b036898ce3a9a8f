//! Messages with arguments: compiled by the macro into small programs, run here.
//!
//! A stored text that begins with a byte up to 8, which no text of a table can, holds a program and the sentences it
//! works on:
//!
//! ```text
//! entry    program sentences                        the sentences as a reader sees them, arguments as `{name}`
//! program  0 to 4 step*                             a sentence with so many steps; as an entry, one written from left
//!                                                   to right
//!        | 5 length:3 step*                         a sentence with so many bytes of steps
//!        | 6|7|8 length:3 argument:1 shown:1+ other case*    a choice: cardinal, ordinal, select
//! step     text:1 shown:1 argument:1                `text` bytes, then an argument that takes the place of one more
//!                                                   than `shown`; what is left after the last step ends the sentence
//! other    branch                                   its sentence comes first
//! case     category:1 branch | 5 word:3+ branch     zero one two few many, or the argument's text
//! branch   sentences:3 program                      how long its sentences are
//! ```
//!
//! Numbers have as many bytes of seven bits as the figure says, the low ones first; `+` is a number and as many bytes.
//! A text that is too long for a step is the place of an argument that there is none of, 127, and so shown as it is.
//! So an entry is text throughout, and a slice of it is checked by the compiler's own library.

mod arguments;
mod isolate;
mod placed;
mod program;

use core::fmt::{self, Display};

pub use arguments::Argument;
use arguments::Arguments;
pub use placed::Placed;
pub(crate) use program::{PROGRAM, shown};

use crate::languages::Speech;
use crate::table::row;
use crate::texts::Found;
use crate::{Code, Language, Table, language};

/// The message of a code with arguments named at run time: what `format` gives.
///
/// ```
/// use code_registry::{Language, websocket::CloseCode};
///
/// let en = Language::new("en").unwrap();
/// let said = CloseCode::Normal.format(en, &[("surplus", &1)]).to_string();
/// assert_eq!(said, CloseCode::Normal.description(en), "a code without a message says what it means");
/// ```
#[derive(Clone, Copy)]
pub struct Filled<'a, E> {
    code: E,
    language: Language,
    arguments: &'a [(&'a str, &'a dyn Display)],
}

impl<'a, E> Filled<'a, E> {
    pub(crate) fn new(code: E, language: Language, arguments: &'a [(&'a str, &'a dyn Display)]) -> Self {
        Self { code, language, arguments }
    }
}

impl<E: Code> Display for Filled<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            fmt_head(self.code, f)?;
        }
        if <E::Table>::MESSAGES.has_catalogs() {
            return fmt_with_catalogs(self.code, Some(self.language), self.arguments, f);
        }
        fmt_found(self.code, column::<E>(Some(self.language)), self.arguments, f)
    }
}

impl<E: Code> fmt::Debug for Filled<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Filled({self})")
    }
}

/// Writes the message of a derived error, with its arguments in the order of the table's contract.
pub fn fmt_message<E: Code, const LANGUAGES: usize>(
    code: &E,
    placed: &'static Placed<LANGUAGES>,
    language: Option<Language>,
    arguments: &[Argument<'_>],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if f.alternate() {
        fmt_head(*code, f)?;
    }
    if <E::Table>::MESSAGES.has_catalogs() {
        return fmt_with_catalogs(*code, language, arguments, f);
    }
    let column = column::<E>(language);
    match placed.sentence(column) {
        Some((steps, sentence)) => program::write_sentence(steps, sentence, arguments, isolate::write, f),
        None => fmt_found(*code, column, arguments, f),
    }
}

/// Writes a stored message of any table, with arguments named at run time.
pub fn fmt_entry(
    entry: &str,
    speech: &Speech<'_>,
    arguments: &[(&str, &dyn Display)],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    program::run(entry, speech, arguments, f)
}

/// What `{:#}` puts in front.
#[cold]
#[inline(never)]
fn fmt_head<E: Code>(code: E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{} {}: ", code.label(), code.symbol())
}

/// The column of a language, else of the current one.
#[inline]
fn column<E: Code>(language: Option<Language>) -> usize {
    language.or_else(language::current).map_or(0, |language| <E::Table>::MESSAGES.languages.column(language))
}

// Not inlined: a message without choices needs few registers.
#[inline(never)]
fn fmt_found<'a, E: Code, A: Arguments<'a>>(
    code: E,
    column: usize,
    arguments: A,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let Found { entry, speech } = <E::Table>::MESSAGES.find(row(code), column);
    program::run(entry, speech, arguments, f)
}

#[cold]
#[inline(never)]
fn fmt_with_catalogs<'a, E: Code, A: Arguments<'a>>(
    code: E,
    language: Option<Language>,
    arguments: A,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let language = language.or_else(language::current).unwrap_or(E::LANGUAGES[0]);
    let Found { entry, speech } = <E::Table>::MESSAGES.find_with_catalogs(row(code), language);
    program::run(entry, speech, arguments, f)
}
