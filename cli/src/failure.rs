//! How a command ends.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use code_registry_table::Reading;

use crate::said::Said;
use crate::table_file::reason;
use crate::{human, output};

/// The exit status; the worse the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// All is well, warnings apart.
    Clean,
    /// The table has mistakes, or no row of it answers.
    Mistakes,
    /// Wrong usage, or a file that cannot be read or written.
    Trouble,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command stopped before its end.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What was asked cannot be done, and what to do instead.
    Refused { exit: Exit, message: String, help: Option<String> },
    /// The table has mistakes, so that its rows cannot be relied on.
    BadTable(Box<Reading>),
    /// A change would have made these mistakes, and is not made.
    BadChange(Box<Reading>),
    /// The answer could not be written.
    Output(io::Error),
}

#[allow(clippy::needless_pass_by_value, reason = "a sentence is made to be said once")]
impl Failure {
    /// The table or the environment cannot serve.
    pub(crate) fn trouble(said: Said) -> Self {
        Self::refused(Exit::Trouble, &said)
    }

    /// No row answers.
    pub(crate) fn no_answer(said: Said) -> Self {
        Self::refused(Exit::Mistakes, &said)
    }

    fn refused(exit: Exit, said: &Said) -> Self {
        Self::Refused { exit, message: said.to_string(), help: said.help().map(str::to_owned) }
    }

    /// The same, saying what to do.
    pub(crate) fn help(mut self, said: Said) -> Self {
        if let Self::Refused { help, .. } = &mut self {
            *help = Some(said.to_string());
        }
        self
    }

    /// Says it on standard error; returns the exit status.
    pub(crate) fn tell(&self) -> Exit {
        match self {
            Self::Refused { exit, message, help } => {
                output::error(message, help.as_deref());
                *exit
            }
            Self::BadTable(reading) => bad(reading),
            Self::BadChange(reading) => {
                let exit = bad(reading);
                output::say(&Said::NothingWritten.to_string());
                exit
            }
            Self::Output(error) => {
                let said = Said::CannotAnswer { reason: reason(Path::new(""), error) };
                output::error(&said.to_string(), None);
                Exit::Trouble
            }
        }
    }
}

fn bad(reading: &Reading) -> Exit {
    output::note(&human::diagnostics(reading));
    output::note(&human::summary(reading));
    Exit::Mistakes
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
