//! `codes man` and `codes completions`

use std::io;
use std::path::PathBuf;

use clap::builder::Resettable;
use clap::{Args, Command};
use clap_complete::Shell;
use clap_complete::env::Shells;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use crate::error::{Error, Exit};
use crate::{files, help, terminal};

/// Generate manual pages
///
/// `codes man | man -l -` shows the page of the tool. Packages install what `codes man --output share/man/man1` writes:
/// codes.1, and a page for each command, such as codes-check.1.
#[derive(Debug, Args)]
pub(crate) struct Manual {
    /// The folder for one page per command [default: the page of the tool, on standard output]
    #[arg(long, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

impl Manual {
    pub(crate) fn run(&self, command: Command) -> Result<Exit, Error> {
        // No page for the `help` subcommands.
        let mut command = command.disable_help_subcommand(true);
        command.build();
        match &self.output {
            None => {
                let (_, text) = page(command)?;
                terminal::stdout_text(&text)?;
            }
            Some(folder) => {
                for command in with_those_below(command) {
                    let (name, text) = page(command)?;
                    files::replace(&folder.join(name), &text)?;
                }
            }
        }
        Ok(Exit::Success)
    }
}

fn with_those_below(command: Command) -> Vec<Command> {
    let mut commands: Vec<_> = command.get_subcommands().cloned().flat_map(with_those_below).collect();
    commands.push(command);
    commands
}

/// The file name and the text of a page. The paragraphs after the options in `--help` become sections.
fn page(command: Command) -> io::Result<(String, String)> {
    let last = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let page = Man::new(command.after_help(Resettable::Reset));
    let mut text = Vec::new();
    page.render(&mut text)?;
    sections(&last).to_writer(&mut text)?;
    let text = String::from_utf8_lossy(&text).into_owned();
    Ok((page.get_filename(), if help::is_italian() { in_italian(&text) } else { text }))
}

/// The headings of `clap_mangen` in Italian. The others are those of the help.
fn in_italian(page: &str) -> String {
    let heading = |line| match line {
        ".SH NAME" => ".SH NOME",
        ".SH SYNOPSIS" => ".SH SINTASSI",
        ".SH DESCRIPTION" => ".SH DESCRIZIONE",
        ".SH Comandi" => ".SH COMANDI",
        ".SH VERSION" => ".SH VERSIONE",
        line => line,
    };
    page.lines().map(|line| format!("{}\n", heading(line))).collect()
}

fn sections(text: &str) -> Roff {
    let mut roff = Roff::new();
    for section in text.split("\n\n").filter(|section| !section.is_empty()) {
        let (heading, lines) = section.split_once(":\n").unwrap_or(("Notes", section));
        roff.control("SH", [heading.to_uppercase().as_str()]);
        roff.control("nf", []).text([roman(lines)]).control("fi", []);
    }
    roff
}

const EXAMPLES: &str = "\
Installation:
  bash        codes completions bash > ~/.local/share/bash-completion/completions/codes
  zsh         codes completions zsh > \"${fpath[1]}/_codes\"
  fish        codes completions fish > ~/.config/fish/completions/codes.fish
  PowerShell  codes completions powershell >> $PROFILE
  Elvish      codes completions elvish >> ~/.config/elvish/rc.elv";

/// Generate shell completions
///
/// They complete commands, options, and the symbols of `codes.toml` in the current directory.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let mut script = Vec::new();
        // The script asks the tool itself, which knows the symbols of the table.
        if let Some(shell) = Shells::builtins().completer(&self.shell.to_string()) {
            shell.write_registration("COMPLETE", "codes", "codes", "codes", &mut script)?;
        }
        terminal::stdout(|out| Ok(out.write_all(&script)?))?;
        Ok(Exit::Success)
    }
}
