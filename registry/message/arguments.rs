use core::fmt::{self, Display, Write};

use super::isolate;
use crate::Number;
use crate::plural::Operands;

/// What fills a place of a message.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "what it holds need not implement it, and nobody sees it")]
pub enum Argument<'a> {
    /// A text.
    Text(&'a str),
    /// Something that shows itself; as a number, perhaps.
    Any(&'a dyn Display),
    /// Something that knows what plural rules see of it.
    Number(&'a dyn Number),
}

/// What fills all of them.
#[derive(Clone, Copy)]
pub(crate) enum Arguments<'a> {
    /// In the order of the contract: a derive knows it.
    Indexed(&'a [Argument<'a>]),
    /// By name: a tool knows them at run time only.
    Named(&'a [(&'a str, &'a dyn Display)]),
}

impl<'a> Arguments<'a> {
    /// Writes an argument, or the place as it is `shown` (`{name}`) where there is none.
    #[inline]
    pub(super) fn write(
        self,
        index: usize,
        shown: &str,
        right_to_left: bool,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let argument = match self {
            Self::Indexed(arguments) => arguments.get(index).copied(),
            // `{name}`, without its braces.
            Self::Named(_) => self.get(index, &shown.as_bytes()[1..shown.len() - 1]),
        };
        match argument {
            Some(argument) => isolate::write(argument, right_to_left, f),
            None => f.write_str(shown),
        }
    }

    pub(super) fn get(self, index: usize, name: &[u8]) -> Option<Argument<'a>> {
        match self {
            Self::Indexed(arguments) => arguments.get(index).copied(),
            Self::Named(arguments) => {
                let given = arguments.iter().find(|(given, _)| given.as_bytes() == name);
                given.map(|&(_, argument)| Argument::Any(argument))
            }
        }
    }
}

impl Argument<'_> {
    /// What plural rules see of it; none where it is no number.
    pub(super) fn operands(self) -> Option<Operands> {
        match self {
            Self::Text(text) => Operands::of(&text),
            Self::Any(argument) => Operands::of(argument),
            Self::Number(argument) => argument.operands(),
        }
    }

    /// Whether its text is this word.
    pub(super) fn is(self, word: &[u8]) -> bool {
        let mut rest = Rest(word);
        let same = match self {
            Self::Text(text) => return text.as_bytes() == word,
            Self::Any(argument) => write!(rest, "{argument}"),
            Self::Number(argument) => write!(rest, "{argument}"),
        };
        same.is_ok() && rest.0.is_empty()
    }
}

/// What is still to come of a word; another text ends the comparison.
struct Rest<'a>(&'a [u8]);

impl Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text.as_bytes()).ok_or(fmt::Error)?;
        Ok(())
    }
}
