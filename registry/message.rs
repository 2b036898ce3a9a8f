//! Messages with arguments: compiled by the macro into small programs, run here.
//!
//! A stored text that begins with [`PROGRAM`], which no text of a table can, holds a program and the sentences it
//! works on:
//!
//! ```text
//! entry    PROGRAM length:3 program sentences      the sentences as a reader sees them, arguments as `{name}`
//! program  0 { text:2 argument:1 shown:2 }*         a sentence: `text` bytes, then an argument that takes the place
//!                                                   of `shown` bytes, and so on; what is left ends it
//!        | 1|2|3 argument:1 name:3+ other case*     a choice: cardinal, ordinal, select
//! other    branch                                   its sentence comes first
//! case     category:1 branch | 5 word:3+ branch     zero one two few many, or the argument's text
//! branch   program:3 sentences:3 program            how long each is
//! ```
//!
//! `:2` and `:3` are numbers in that many bytes of seven bits, the low ones first, `:3+` one such number and as many
//! bytes. So an entry is text throughout, and a slice of it is checked by the compiler's own library.

mod arguments;
mod isolate;
mod program;

use core::fmt::{self, Display};

pub use arguments::Argument;
use arguments::Arguments;
pub(crate) use program::{PROGRAM, shown};

use crate::languages::Speech;
use crate::{Code, Language, language};

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
        fmt_arguments(self.code, Some(self.language), Arguments::Named(self.arguments), f)
    }
}

impl<E: Code> fmt::Debug for Filled<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Filled({self})")
    }
}

/// Writes the message of a code, with its arguments in the order of the table's contract.
pub fn fmt_message<E: Code>(
    code: E,
    language: Option<Language>,
    arguments: &[Argument<'_>],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    fmt_arguments(code, language, Arguments::Indexed(arguments), f)
}

/// Writes a stored message of any table, with arguments named at run time.
pub fn fmt_entry(
    entry: &str,
    speech: &Speech<'_>,
    arguments: &[(&str, &dyn Display)],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    program::run(entry, speech, Arguments::Named(arguments), f)
}

fn fmt_arguments<E: Code>(
    code: E,
    language: Option<Language>,
    arguments: Arguments<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if f.alternate() {
        write!(f, "{} {}: ", code.label(), code.symbol())?;
    }
    let languages = E::MESSAGES.languages;
    let column = language.or_else(language::current).map_or(0, |language| languages.column(language));
    let found = E::MESSAGES.find(code.row(), column);
    program::run(found.entry, &languages.speech[found.column], arguments, f)
}
