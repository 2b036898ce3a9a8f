//! Messages with arguments: the macro compiles them into small programs
//! ([`code_registry_encoding::message`]), which are run here.

mod arguments;
mod isolate;

use core::borrow::Borrow as _;
use core::fmt::{self, Display};

use code_registry_encoding::message::{Branch, Choice, Part, Selector, Sentence, Step};
use code_registry_encoding::texts::Texts as KindTexts;

pub use arguments::Argument;
use arguments::Arguments;

use crate::languages::{Found, Speech};
use crate::table::row;
use crate::texts::Texts;
use crate::{Code, Language, Table, language};

/// The message of a code with arguments named at run time: what `format` returns.
///
/// ```
/// use code_registry::{Language, websocket::CloseCode};
///
/// let en = Language::new("en").unwrap();
/// let message = CloseCode::Normal.format(en, &[("surplus", &1)]).to_string();
/// assert_eq!(message, CloseCode::Normal.description(en), "a code without a message displays its description");
/// ```
#[derive(Clone, Copy)]
pub struct FormattedMessage<'a, E> {
    code: E,
    language: Language,
    arguments: &'a [(&'a str, &'a dyn Display)],
}

impl<'a, E> FormattedMessage<'a, E> {
    pub(crate) fn new(code: E, language: Language, arguments: &'a [(&'a str, &'a dyn Display)]) -> Self {
        Self { code, language, arguments }
    }
}

impl<E: Code> Display for FormattedMessage<'_, E> {
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

impl<E: Code> fmt::Debug for FormattedMessage<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FormattedMessage({self})")
    }
}

/// Writes the message of a derived error, with its arguments in the order of the table's contract.
pub fn fmt_message<E: Code, const LANGUAGES: usize>(
    code: &E,
    sentences: &'static SentenceIndex<LANGUAGES>,
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
    match sentences.get(column) {
        Some(sentence) => write_sentence(sentence, arguments, isolate::write, f),
        None => fmt_found(*code, column, arguments, f),
    }
}

/// Writes the message of a derived error that has no arguments: a text as the table has it.
pub fn fmt_text<E: Code>(code: &E, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if f.alternate() {
        fmt_head(*code, f)?;
    }
    let none: &[Argument<'_>] = &[];
    if <E::Table>::MESSAGES.has_catalogs() {
        return fmt_with_catalogs(*code, language, none, f);
    }
    fmt_found(*code, column::<E>(language), none, f)
}

/// Writes a stored message of any table, with arguments named at run time.
pub fn fmt_entry(
    entry: &str,
    speech: &Speech<'_>,
    arguments: &[(&str, &dyn Display)],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    write_entry(entry, speech, arguments, f)
}

/// Writes the label and the symbol before a message, for `{:#}`.
#[cold]
#[inline(never)]
fn fmt_head<E: Code>(code: E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{} {}: ", code.label(), code.symbol())
}

/// The column of a language, or of the current one.
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
    write_entry(entry, speech, arguments, f)
}

#[cold]
#[inline(never)]
fn fmt_with_catalogs<'a, E: Code, A: Arguments<'a>>(
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
fn write_entry<'a, A: Arguments<'a>>(
    entry: &str,
    speech: &Speech<'_>,
    arguments: A,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let sentence = Sentence::of_entry(entry).unwrap_or_else(|| chosen(entry, speech, arguments));
    match speech.right_to_left {
        true => write_sentence(sentence, arguments, isolate::write_at_once, f),
        false => write_sentence(sentence, arguments, isolate::write, f),
    }
}

#[inline(always)]
fn write_sentence<'a, A: Arguments<'a>>(
    sentence: Sentence<'_>,
    arguments: A,
    write: impl Fn(&Argument<'_>, &mut fmt::Formatter<'_>) -> fmt::Result,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    sentence.write(|part| match part {
        Part::Text(text) => f.write_str(text),
        Part::Argument { index, placeholder } => match arguments.get(index, placeholder.as_bytes()) {
            Some(argument) => write(argument.borrow(), f),
            None => f.write_str(placeholder),
        },
    })
}

/// The sentence that the arguments choose.
fn chosen<'a, 'e, A: Arguments<'a>>(entry: &'e str, speech: &Speech<'_>, arguments: A) -> Sentence<'e> {
    let (mut branch, sentences) = Branch::of_entry(entry);
    while let Some(choice) = branch.choice() {
        branch = choose(choice, speech, arguments);
    }
    branch.sentence(sentences)
}

/// The sentence, or the next choice, that an argument chooses.
fn choose<'a, 'e, A: Arguments<'a>>(choice: Choice<'e>, speech: &Speech<'_>, arguments: A) -> Branch<'e> {
    let Some(argument) = arguments.get(choice.argument, choice.placeholder) else { return choice.other() };
    let argument = argument.borrow();
    let category = match choice.selector {
        Selector::Plural => argument.category(speech.cardinal),
        Selector::Ordinal => argument.category(speech.ordinal),
        Selector::Select => None,
    };
    choice.branch(category, |word| argument.is(word))
}

/// Where the message of a row is in each language, eight bytes each: a derived error knows its row, so that its message
/// need not be found whenever it is displayed.
#[derive(Debug)]
pub struct SentenceIndex<const LANGUAGES: usize> {
    /// Not the string itself: the crate that derives would hold a copy of it.
    texts: &'static KindTexts<'static>,
    places: [Place; LANGUAGES],
}

/// A sentence, and the steps right before it.
#[derive(Debug, Clone, Copy)]
struct Place {
    sentence: u32,
    length: u16,
    steps: u8,
}

impl<const LANGUAGES: usize> SentenceIndex<LANGUAGES> {
    /// Finds the message of a row.
    pub const fn new(texts: &Texts, row: usize) -> Self {
        let kind = texts.kind(row);
        let mut places = [Place::ELSEWHERE; LANGUAGES];
        let mut column = 0;
        while column < LANGUAGES {
            let (start, end) = texts.place(row, column);
            places[column] = Place::new(kind.strings.texts, start, end);
            column += 1;
        }
        Self { texts: kind, places }
    }

    /// The sentence in a language. `None` if arguments choose it, or if it is written from right to left.
    #[inline]
    fn get(&self, column: usize) -> Option<Sentence<'static>> {
        let place = self.places.get(column)?;
        let (before, after) = self.texts.strings.texts.split_at(place.sentence as usize);
        let length = size_of::<Step>() * usize::from(place.steps);
        let steps =
            before.as_bytes().split_at_checked(before.len().checked_sub(length)?)?.1.split_at(length).0;
        Some(Sentence { steps: steps.as_chunks().0, text: after.split_at(place.length.into()).0 })
    }
}

impl Place {
    const ELSEWHERE: Self = Self { sentence: 0, length: 0, steps: 1 };

    const fn new(string: &str, start: usize, end: usize) -> Self {
        match Sentence::of_entry(string.split_at(end).0.split_at(start).1) {
            Some(Sentence { steps, text }) if end <= u32::MAX as usize && text.len() <= u16::MAX as usize => {
                Self {
                    sentence: (end - text.len()) as u32,
                    length: text.len() as u16,
                    steps: steps.len() as u8,
                }
            }
            _ => Self::ELSEWHERE,
        }
    }
}
