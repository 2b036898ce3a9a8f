//! Arguments of messages: values, and how a sentence shows them.

mod formatted;
pub(crate) mod isolate;

use core::fmt::{self, Display, Write};
use core::time::Duration;

use code_registry_encoding::operands::Operands;
use code_registry_encoding::plural::{Category, category, category_of_integer};

use crate::languages::Speech;
use crate::localize::speaking;
use crate::number::{Integer, Number};
use crate::report::answer;
use crate::{Language, Localize, Word};

pub use formatted::FieldItems;

/// An argument of a message: a value, and how it is shown. Each constructor is a kind of argument of the table format.
///
/// A program contains only the code of the kinds that it constructs. What a message shows of a kind depends on its
/// language if the table declares an argument of this kind; otherwise numbers are shown as Rust shows them.
///
/// ```
/// # mod library {
/// #     #[code_registry::codes("docs/guide.toml")]
/// #     pub enum BackupCode {}
/// # }
/// # use library::BackupCode;
/// use code_registry::{Argument, Language};
///
/// let it = Language::new("it").unwrap();
/// let arguments = [("count", Argument::count(&12_345))];
/// assert_eq!(BackupCode::Skipped.format(it, &arguments).to_string(), "12.345 file sono stati saltati");
/// ```
#[derive(Clone, Copy)]
pub struct Argument<'a>(pub(crate) Value<'a>);

/// The value of an argument.
#[derive(Clone, Copy)]
pub(crate) enum Value<'a> {
    /// A text without a language.
    Text(&'a str),
    /// An unsigned integer that is not an amount.
    Unsigned(u64),
    /// A value that is displayed while the language of the message is the current one.
    Any(&'a dyn Display, CategoryOfAny),
    /// A value that is displayed in the language of the message.
    Localized(&'a dyn Localize),
    /// A whole number of up to 64 bits.
    Whole(Whole, WholeWriter),
    /// Any other number.
    Number(&'a dyn Number, NumberWriter),
    Duration(&'a Duration, DurationWriter),
    List(&'a dyn Items, ListWriter),
    /// A text that may be a number.
    NumberOrText(&'a str, CategoryOfText),
}

/// A whole number of up to 64 bits.
#[derive(Clone, Copy)]
pub(crate) struct Whole {
    is_negative: bool,
    magnitude: u64,
}

impl Whole {
    #[inline]
    fn new((is_negative, magnitude): (bool, u128)) -> Option<Self> {
        Some(Self { is_negative, magnitude: magnitude.try_into().ok()? })
    }
}

impl Display for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_negative {
            f.write_str("-")?;
        }
        write!(f, "{}", self.magnitude)
    }
}

// Only the constructor of a kind of argument refers to the function that writes it, so that a program contains only the code
// of the kinds that it constructs. The function isolates what it writes.
type CategoryOfText = fn(&str, &[u8]) -> Option<Category>;
type CategoryOfAny = fn(&dyn Display, &[u8]) -> Option<Category>;
type WholeWriter = fn(Whole, &Speech<'_>, &mut fmt::Formatter<'_>) -> fmt::Result;
type NumberWriter = fn(&dyn Number, &Speech<'_>, &mut fmt::Formatter<'_>) -> fmt::Result;
type DurationWriter = fn(&Duration, &Speech<'_>, &mut fmt::Formatter<'_>) -> fmt::Result;
type ListWriter = fn(&dyn Items, &Speech<'_>, &mut fmt::Formatter<'_>) -> fmt::Result;

impl<'a> Argument<'a> {
    /// A text without a language, such as a field of an error type.
    #[doc(hidden)]
    #[inline]
    pub const fn plain(text: &'a str) -> Self {
        Self(Value::Text(text))
    }

    /// A value as it displays itself; with the feature `std`, while the language of the message is the current one. A select
    /// compares the text that it displays, or the word if it is one of an enum of a table.
    pub fn text(value: &'a dyn Display) -> Self {
        Self(Value::Any(value, category_of_any))
    }

    /// A value in the language of the message: a code, an error, or anything else that implements [`Localize`].
    pub fn localized(value: &'a dyn Localize) -> Self {
        Self(Value::Localized(value))
    }

    /// A word of an enum of the table: shown by its name in the language of the message, and compared as the word that it is.
    #[inline]
    pub fn word<W: Word>(value: &'a W) -> Self {
        Self(Value::Localized(value))
    }

    /// A whole number as it displays itself: a port, a line, an identifier.
    #[inline]
    pub fn integer<T: Integer>(value: &'a T) -> Self {
        Self::plain_number(value)
    }

    /// A number as it displays itself, with or without a fraction.
    #[inline]
    pub fn number<T: Number>(value: &'a T) -> Self {
        Self::plain_number(value)
    }

    /// The value, if it is a whole number whose type is known.
    pub(crate) fn integer_value(&self) -> Option<i128> {
        let (is_negative, magnitude) = match self.0 {
            Value::Unsigned(number) => (false, number.into()),
            Value::Whole(whole, _) => (whole.is_negative, whole.magnitude.into()),
            Value::Number(number, _) => number.whole()?,
            _ => return None,
        };
        if is_negative { 0_i128.checked_sub_unsigned(magnitude) } else { magnitude.try_into().ok() }
    }

    /// The value, if it is a number whose type is known.
    pub(crate) fn float_value(&self) -> Option<f64> {
        match self.0 {
            Value::Number(number, _) => number.float(),
            _ => self.integer_value().map(|number| number as f64),
        }
    }

    /// The value, if it is a duration.
    pub(crate) fn duration_value(&self) -> Option<Duration> {
        match self.0 {
            Value::Duration(duration, _) => Some(*duration),
            _ => None,
        }
    }

    /// The word of the table, if the argument is one.
    pub(crate) fn word_value(&self) -> Option<&'static str> {
        match self.0 {
            Value::Localized(value) => value.__code_registry_word(),
            _ => None,
        }
    }

    /// Shows each item of a list to `visit`. Returns whether the argument is a list.
    pub(crate) fn for_each_item(&self, visit: &mut dyn FnMut(&dyn Display)) -> bool {
        let Value::List(items, _) = self.0 else { return false };
        for index in 0..items.count() {
            // Only `visit` could fail, and it cannot.
            let _ = items.visit(index, &mut |item| {
                visit(&Plain(item));
                Ok(())
            });
        }
        true
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    #[inline]
    fn from(text: &'a str) -> Self {
        Self(Value::NumberOrText(text, |text, rules| category_of_any(&text, rules)))
    }
}

/// Displays the value without the formats of a language.
impl fmt::Debug for Argument<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Argument({})", Plain(self))
    }
}

/// An argument without the formats of a language.
struct Plain<'a>(&'a Argument<'a>);

impl Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_plain(self.0, f)
    }
}

/// Writes an argument without the formats of a language. A value with texts in several languages is shown in its default
/// language.
pub(crate) fn fmt_plain(argument: &Argument<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    const UNDETERMINED: Language = Language::new("und").unwrap();
    match argument.0 {
        Value::Text(text) | Value::NumberOrText(text, _) => f.write_str(text),
        Value::Unsigned(number) => write!(f, "{number}"),
        Value::Any(value, _) => write!(f, "{value}"),
        Value::Localized(value) => value.fmt_in(UNDETERMINED, f),
        Value::Whole(whole, _) => write!(f, "{whole}"),
        Value::Number(number, _) => write!(f, "{number}"),
        Value::Duration(duration, _) => write!(f, "{duration:?}"),
        Value::List(items, _) => (0..items.count()).try_for_each(|index| {
            f.write_str(if index > 0 { ", " } else { "" })?;
            items.visit(index, &mut |item| fmt_plain(item, f))
        }),
    }
}

impl Argument<'_> {
    /// The plural category by these rules; `None` if the argument is not a number.
    #[inline]
    pub(crate) fn category(&self, rules: &[u8]) -> Option<Category> {
        match self.0 {
            Value::Unsigned(number) => Some(category_of_integer(rules, number)),
            Value::Whole(whole, _) => Some(category_of_integer(rules, whole.magnitude)),
            _ => self.category_as_shown(rules),
        }
    }

    #[inline(never)]
    fn category_as_shown(&self, rules: &[u8]) -> Option<Category> {
        match self.0 {
            Value::NumberOrText(text, category) => category(text, rules),
            Value::Any(value, category) => category(value, rules),
            Value::Number(number, _) => Some(category(rules, &number.operands()?)),
            _ => None,
        }
    }

    /// Whether the argument is this word of a table, or is displayed as this word, whatever the language.
    pub(crate) fn is(&self, word: &[u8]) -> bool {
        match self.0 {
            Value::Text(text) | Value::NumberOrText(text, _) => text.as_bytes() == word,
            Value::Unsigned(number) => shows(number, word),
            Value::Any(value, _) => is_shown_as(word, value),
            Value::Whole(whole, _) => {
                let digits = if whole.is_negative { word.strip_prefix(b"-") } else { Some(word) };
                digits.is_some_and(|digits| shows(whole.magnitude, digits))
            }
            Value::Number(number, _) => is_shown_as(word, number),
            Value::Localized(value) => value.__code_registry_word().is_some_and(|own| own.as_bytes() == word),
            Value::Duration(..) | Value::List(..) => false,
        }
    }
}

/// An argument in the format of a language: isolated if it is of a kind that isolates itself.
pub(crate) struct Written<'a> {
    pub(crate) argument: &'a Argument<'a>,
    pub(crate) speech: &'a Speech<'a>,
}

impl Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.argument.0 {
            Value::Text(text) | Value::NumberOrText(text, _) => f.write_str(text),
            Value::Unsigned(number) => number.fmt(f),
            Value::Any(value, _) => speaking(self.speech.language, || value.fmt(f)),
            Value::Localized(value) => value.fmt_in(self.speech.language, f),
            Value::Whole(..) | Value::Number(..) | Value::Duration(..) | Value::List(..) => {
                isolate::write_other(self.argument, self.speech, f)
            }
        }
    }
}

/// The items of a list: an array, a slice or a vector of texts or [`Argument`]s.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    label = "use an array, a slice or a `Vec` of texts or of `Argument`s"
)]
pub trait Items {
    /// The number of items.
    #[doc(hidden)]
    fn count(&self) -> usize;

    /// Makes an argument of an item.
    #[doc(hidden)]
    fn visit(&self, index: usize, visit: Visit<'_>) -> fmt::Result;
}

/// Receives the argument for an item.
pub type Visit<'v> = &'v mut dyn FnMut(&Argument<'_>) -> fmt::Result;

/// Writes an argument in a sentence.
pub(crate) fn fmt_argument(
    argument: &Argument<'_>,
    speech: &Speech<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    write!(f, "{}", Written { argument, speech })
}

/// The plural category of a value that is displayed as a number.
fn category_of_any(value: &dyn Display, rules: &[u8]) -> Option<Category> {
    Some(category(rules, &Operands::of(value)?))
}

/// Whether a number has these digits.
fn shows(number: u64, digits: &[u8]) -> bool {
    let (Some((&last, before)), last_digit) = (digits.split_last(), b'0' + (number % 10) as u8) else {
        return false;
    };
    last == last_digit && if number < 10 { before.is_empty() } else { shows(number / 10, before) }
}

fn is_shown_as<T: Display + ?Sized>(word: &[u8], shown: &T) -> bool {
    let mut rest = Rest(word);
    answer::write_word(shown, &mut rest).is_ok() && rest.0.is_empty()
}

/// The rest of a word that is compared with a text while the text is written; a difference is an error.
struct Rest<'a>(&'a [u8]);

impl Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text.as_bytes()).ok_or(fmt::Error)?;
        Ok(())
    }
}
