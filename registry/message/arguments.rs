use core::fmt::{self, Display, Write};

use super::isolate::Isolate;
use crate::plural::Operands;

/// What fills the places of a message.
#[derive(Clone, Copy)]
pub(crate) enum Arguments<'a> {
    /// In the order of the contract: a derive knows it.
    Indexed(&'a [&'a dyn Display]),
    /// By name: a tool knows them at run time only.
    Named(&'a [(&'a str, &'a dyn Display)]),
}

impl<'a> Arguments<'a> {
    /// Writes an argument, or the place as it is `shown` (`{name}`) where there is none.
    pub(super) fn write(
        self,
        index: usize,
        shown: &str,
        right_to_left: bool,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        match self.get(index, shown.trim_start_matches('{').trim_end_matches('}')) {
            Some(argument) => Isolate::write(argument.0, right_to_left, f),
            None => f.write_str(shown),
        }
    }

    pub(super) fn get(self, index: usize, name: &str) -> Option<Argument<'a>> {
        let argument = match self {
            Self::Indexed(arguments) => arguments.get(index).copied(),
            Self::Named(arguments) => {
                arguments.iter().find(|(given, _)| *given == name).map(|&(_, argument)| argument)
            }
        };
        argument.map(Argument)
    }
}

#[derive(Clone, Copy)]
pub(super) struct Argument<'a>(&'a dyn Display);

impl Argument<'_> {
    /// What plural rules see of it; none where it is no number.
    pub(super) fn operands(self) -> Option<Operands> {
        Operands::of(self.0)
    }

    /// Whether its text is this word.
    pub(super) fn is(self, word: &str) -> bool {
        let mut rest = Rest(word);
        write!(rest, "{}", self.0).is_ok() && rest.0.is_empty()
    }
}

/// What is still to come of a word; another text ends the comparison.
struct Rest<'a>(&'a str);

impl Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
        Ok(())
    }
}
