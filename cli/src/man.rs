//! `codes man`

mod page;

use std::path::PathBuf;

use clap::{Args, Command};

use crate::failure::{Exit, Failure};
use crate::{output, save};

/// Print the manual page of the tool, or write those of every command
///
/// `codes man | man -l -` shows it. Packages install what `codes man --output share/man/man1` writes: codes.1, and
/// codes-check.1 and so on for the commands.
#[derive(Debug, Args)]
pub(crate) struct Manual {
    /// The folder for a page of each command [default: one page, to standard output]
    #[arg(long, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

impl Manual {
    pub(crate) fn run(&self, command: Command) -> Result<Exit, Failure> {
        // Every command has a page; none is about the help that all of them have.
        let mut command = command.disable_help_subcommand(true);
        command.build();
        match &self.output {
            None => {
                let (_, text) = page::of(command)?;
                output::answer(|out| Ok(out.write_all(text.as_bytes())?))?;
            }
            Some(folder) => {
                for command in with_those_below(command) {
                    let (name, text) = page::of(command)?;
                    save::replace(&folder.join(name), &text)?;
                }
            }
        }
        Ok(Exit::Clean)
    }
}

fn with_those_below(command: Command) -> Vec<Command> {
    let mut commands: Vec<_> = command.get_subcommands().cloned().flat_map(with_those_below).collect();
    commands.push(command);
    commands
}
