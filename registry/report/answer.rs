//! How a report finds the code of an error whose type it does not know: it displays the error with format options that
//! nothing else uses, and an error with a code answers with its registry and value instead of its message.
//!
//! A type that displays its content passes the options on: a box, an `Arc`, `io::Error`, the wrappers of anyhow and
//! eyre, and transparent types of other derives. So the code is found through all of them.
//!
//! The first answer counts. Readers ignore what follows it: the text of a wrapper, or the answer of an outer error.

use core::any::TypeId;
use core::error::Error;
use core::fmt::{self, Write as _};
use core::hash::{Hash as _, Hasher};

use crate::value::Sealed as _;
use crate::{Code, Table as _};

/// The fill character of the options; not a character of any text.
const QUESTION: char = '\u{FDD0}';
/// Enclose the number of the registry and the value.
const MARK: &str = "\u{FDD1}";

/// Whether the options ask for the code: `{:#}` with a fill character that means it.
pub(crate) fn is_asked(f: &fmt::Formatter<'_>) -> bool {
    f.fill() == QUESTION
}

/// Whether a select asks for the word of a table instead of its name. Other values ignore these options.
pub(crate) fn is_asked_for_word(f: &fmt::Formatter<'_>) -> bool {
    is_asked(f) && !f.alternate()
}

/// Writes the word of a table; of another value what it displays.
pub(crate) fn write_word<T: fmt::Display + ?Sized>(value: &T, out: &mut dyn fmt::Write) -> fmt::Result {
    write!(out, "{value:\u{FDD0}<}")
}

/// Whether they ask for the help instead: of an error whose registry has help with arguments.
pub(crate) fn is_asked_for_help(f: &fmt::Formatter<'_>) -> bool {
    cfg!(feature = "std") && is_asked(f) && f.precision() == Some(HELP)
}

/// The precision that asks for the help.
const HELP: usize = 2;

/// Writes the marks around an answer.
pub(crate) fn write_mark(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(MARK)
}

/// Answers with a code.
pub(crate) fn write<E: Code>(code: E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if is_asked_for_help(f) {
        // The error that contains this code knows the arguments and answers.
        return Ok(());
    }
    f.write_str(MARK)?;
    if cfg!(debug_assertions) && f.precision() == Some(1) {
        return f.write_str(<E::Table>::DATA.registry);
    }
    write!(f, "{}", number_of::<E>())?;
    f.write_str(MARK)?;
    write!(f, "{}", code.value())?;
    f.write_str(MARK)
}

/// The registry and the value of an error's code.
pub(super) struct Answer {
    registry: u64,
    value: Buffer,
}

impl Answer {
    /// The code of an error, if it has one.
    pub(super) fn of(error: &dyn Error) -> Option<Self> {
        let mut reader = Reader { part: Part::Nothing, registry: Buffer::EMPTY, value: Buffer::EMPTY };
        // An error that cannot be displayed has no code.
        write!(reader, "{error:\u{FDD0}<#}").ok()?;
        match reader.part {
            Part::End => Some(Self { registry: reader.registry.text()?.parse().ok()?, value: reader.value }),
            Part::Nothing | Part::Registry | Part::Value | Part::Message => None,
        }
    }

    /// The code, if it is of this registry.
    pub(super) fn code<E: Code>(&self) -> Option<E> {
        if self.registry != number_of::<E>() {
            return None;
        }
        let value = self.value.text()?;
        match E::Value::IS_NAME {
            true => value.parse().ok(),
            false => E::from_value(E::Value::from_plain(value)?),
        }
    }
}

/// The name of the registry of an error that has a code; only in programs with debug assertions.
pub(super) struct RegistryOf<'a>(pub(super) &'a dyn Error);

impl fmt::Display for RegistryOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(NameReader { f, part: Part::Nothing }, "{:\u{FDD0}<#.1}", self.0)
    }
}

/// Writes the help of an error whose registry has help with arguments, in the current language; `otherwise` if the
/// error does not answer.
pub(super) fn write_help(error: &dyn Error, otherwise: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut reader = HelpReader { f, part: Part::Nothing };
    write!(reader, "{error:\u{FDD0}<#.2}")?;
    match reader.part {
        Part::End => Ok(()),
        Part::Nothing | Part::Registry | Part::Value | Part::Message => f.write_str(otherwise),
    }
}

/// Writes the text between two marks, if the first one begins the text. What follows is ignored.
struct HelpReader<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    part: Part,
}

impl fmt::Write for HelpReader<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.part = match (self.part, text) {
            (Part::Nothing, MARK) => Part::Value,
            (Part::Nothing, "") => Part::Nothing,
            (Part::Value, MARK) | (Part::End, _) => Part::End,
            (Part::Value, _) => {
                self.f.write_str(text)?;
                Part::Value
            }
            (Part::Nothing | Part::Registry | Part::Message, _) => Part::Message,
        };
        Ok(())
    }
}

/// Writes the text after a mark, if the mark begins the text. What follows is ignored.
struct NameReader<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    part: Part,
}

impl fmt::Write for NameReader<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.part = match (self.part, text) {
            (Part::Nothing, "") => Part::Nothing,
            (Part::Nothing, MARK) => Part::Registry,
            (Part::Registry, _) => {
                self.f.write_str(text)?;
                Part::End
            }
            (Part::Nothing | Part::Value | Part::End | Part::Message, _) => Part::End,
        };
        Ok(())
    }
}

/// Whether an error has a code.
pub(crate) fn has_code(error: &dyn Error) -> bool {
    Answer::of(error).is_some()
}

/// Passes the question in the options on to an error, and its answer back.
pub(crate) fn pass_on(error: &dyn Error, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let precision = f.precision();
    let mut answer = OnlyAnswer { f, is_answer: None };
    match precision {
        Some(precision) => write!(answer, "{error:\u{FDD0}<#.precision$}"),
        None => write!(answer, "{error:\u{FDD0}<#}"),
    }
}

/// Discards the text of an error that does not answer. What follows an answer is passed on, and readers ignore it.
struct OnlyAnswer<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    /// Whether the text is an answer, once it is known.
    is_answer: Option<bool>,
}

impl fmt::Write for OnlyAnswer<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if text.is_empty() {
            return Ok(());
        }
        match *self.is_answer.get_or_insert(text == MARK) {
            true => self.f.write_str(text),
            false => Ok(()),
        }
    }
}

/// Reads an answer. All that is written instead of an answer, or after it, is ignored: an error would stop types that do
/// not expect one.
struct Reader {
    part: Part,
    registry: Buffer,
    value: Buffer,
}

/// The expected next part.
#[derive(Clone, Copy)]
enum Part {
    Nothing,
    Registry,
    Value,
    /// The answer is complete.
    End,
    /// The text is not an answer.
    Message,
}

impl fmt::Write for Reader {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.part = match (self.part, text) {
            (Part::Nothing, MARK) => Part::Registry,
            (Part::Nothing, "") => Part::Nothing,
            (Part::Registry, MARK) => Part::Value,
            (Part::Value, MARK) => Part::End,
            (Part::Nothing, _) => Part::Message,
            (part @ (Part::Registry | Part::Value), _) => {
                let buffer = if matches!(part, Part::Value) { &mut self.value } else { &mut self.registry };
                buffer.push(text);
                part
            }
            (part @ (Part::End | Part::Message), _) => part,
        };
        Ok(())
    }
}

/// A number or a value as text; no value is longer.
struct Buffer {
    bytes: [u8; 256],
    length: usize,
}

impl Buffer {
    const EMPTY: Self = Self { bytes: [0; 256], length: 0 };

    fn push(&mut self, text: &str) {
        if let Some(free) = self.bytes.get_mut(self.length..self.length + text.len()) {
            free.copy_from_slice(text.as_bytes());
            self.length += text.len();
        }
    }

    fn text(&self) -> Option<&str> {
        core::str::from_utf8(self.bytes.get(..self.length)?).ok()
    }
}

/// A number that no other registry of the program has.
fn number_of<E: Code>() -> u64 {
    let mut number = Number(0);
    TypeId::of::<E>().hash(&mut number);
    number.0
}

/// Keeps the bits of a type, which are a hash already.
struct Number(u64);

impl Hasher for Number {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }
}
