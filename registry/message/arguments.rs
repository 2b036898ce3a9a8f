use core::borrow::Borrow;
use core::fmt::{self, Display, Write};

use code_registry_encoding::message::MAX_ARGUMENTS;
use code_registry_encoding::operands::Operands;
use code_registry_encoding::plural::{Category, category, category_of_integer};

use crate::Number;

/// An argument of a message.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "its values need not implement it")]
pub enum Argument<'a> {
    /// A text.
    Text(&'a str),
    /// An unsigned integer.
    Unsigned(u64),
    /// A signed integer.
    Signed(i64),
    /// A value that displays a number.
    Number(&'a dyn Number),
    /// A value that displays some text, which may be a number.
    Any(&'a dyn Display),
}

/// The arguments of a message.
pub(crate) trait Arguments<'a>: Copy {
    /// One argument, borrowed if possible: a needless copy costs more than the rest.
    type Given: Borrow<Argument<'a>>;

    /// The argument with this index in the contract, whose placeholder is `{name}`.
    fn get(self, index: usize, placeholder: &[u8]) -> Option<Self::Given>;
}

/// In the order of the contract, which a derive knows.
impl<'a> Arguments<'a> for &'a [Argument<'a>] {
    type Given = &'a Argument<'a>;

    #[inline]
    fn get(self, index: usize, _: &[u8]) -> Option<&'a Argument<'a>> {
        <[_]>::get(self, index)
    }
}

/// By name, which is all that is known at run time.
impl<'a> Arguments<'a> for &'a [(&'a str, &'a dyn Display)] {
    type Given = Argument<'a>;

    fn get(self, index: usize, placeholder: &[u8]) -> Option<Argument<'a>> {
        if index == MAX_ARGUMENTS {
            return None;
        }
        let name = placeholder.strip_prefix(b"{")?.strip_suffix(b"}")?;
        let given = self.iter().find(|(given, _)| given.as_bytes() == name);
        given.map(|&(_, argument)| Argument::Any(argument))
    }
}

impl Argument<'_> {
    /// The plural category by these rules; `None` if the argument is not a number.
    #[inline]
    pub(super) fn category(&self, rules: &[u8]) -> Option<Category> {
        match *self {
            Self::Unsigned(number) => Some(category_of_integer(rules, number)),
            Self::Signed(number) => Some(category_of_integer(rules, number.unsigned_abs())),
            _ => self.category_as_shown(rules),
        }
    }

    #[inline(never)]
    fn category_as_shown(&self, rules: &[u8]) -> Option<Category> {
        let operands = match *self {
            Self::Text(text) => Operands::of(&text),
            Self::Unsigned(number) => Some(number.into()),
            Self::Signed(number) => Some(number.into()),
            Self::Number(number) => number.operands(),
            Self::Any(any) => Operands::of(any),
        };
        operands.map(|operands| category(rules, &operands))
    }

    /// Whether the argument is displayed as this word.
    pub(super) fn is(&self, word: &[u8]) -> bool {
        match *self {
            Self::Text(text) => text.as_bytes() == word,
            Self::Unsigned(number) => shows(number, word),
            Self::Signed(number) => {
                let digits = if number < 0 { word.strip_prefix(b"-") } else { Some(word) };
                digits.is_some_and(|digits| shows(number.unsigned_abs(), digits))
            }
            Self::Number(number) => is_shown_as(word, number),
            Self::Any(any) => is_shown_as(word, any),
        }
    }
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
    write!(rest, "{shown}").is_ok() && rest.0.is_empty()
}

/// The rest of a word that is compared with a text while the text is written; a difference is an error.
struct Rest<'a>(&'a [u8]);

impl Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text.as_bytes()).ok_or(fmt::Error)?;
        Ok(())
    }
}
