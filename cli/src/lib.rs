//! The `codes` command: makes, checks, explains, translates and renders tables of code-registry.
//!
//! A library for its own binary and for fuzz/ alone: nothing of it is promised to anybody else.

mod add;
mod check;
mod diff;
mod display_text;
mod document;
mod edit;
mod error;
mod explain;
mod fmt;
mod generate;
mod import;
mod init;
mod list;
mod man;
mod markdown;
mod mistakes;
mod output_file;
#[doc(hidden)]
pub mod probe;
mod render;
mod revise;
mod save;
mod schema;
mod spreadsheet;
mod table_file;
mod terminal;
mod translate;

// Former names, still used by `document`, `edit`, `fmt`, `revise`, `save` and `translate`.
mod failure {
    pub(crate) use crate::error::{Error as Failure, Exit};

    impl Failure {
        pub(crate) fn tell(&self) -> Exit {
            crate::terminal::report(self)
        }
    }
}
mod human {
    pub(crate) use crate::terminal::diagnostic as one;
}
mod output {
    pub(crate) use crate::terminal::{stderr as note, stdout as answer};
}
mod pattern {
    pub(crate) use crate::display_text::Pattern;
}
mod said {
    pub(crate) use crate::error::ToolMessage as Said;
}

use std::env;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use code_registry_table::shown;

use crate::error::{Error, Exit};

const EXAMPLES: &str = "\
Examples:
  codes init --languages en,it             a new table
  codes add NO_ROOM --name \"No room\"       a new code, with the next free value
  codes check                              every mistake of codes.toml
  codes fmt                                codes.toml in its usual form
  codes explain 1006 --language it         what 1006 means, in Italian
  codes list --format csv > rows.csv       every row, for a spreadsheet
  codes render --format html > codes.html  a page to look codes up, in every language
  codes translate status                   how far each language is
  codes diff main:codes.toml codes.toml    what changed, and what that is to users
  codes import a.json --output new.toml    a table from JSON, a spreadsheet or IANA

Exit status:
  0  all is well
  1  the table has mistakes, what was made from it is stale, or no row answers
  2  wrong usage, or a file that cannot be read or written";

/// Makes, checks, explains, translates and renders tables of codes
#[derive(Debug, Parser)]
#[command(name = "codes", bin_name = "codes", version, after_help = EXAMPLES)]
struct Cli {
    /// The language to answer in [default: the environment's, else English]
    #[arg(long, value_name = "TAG", global = true, display_order = 900)]
    language: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Init),
    Add(add::Add),
    Check(check::Check),
    Fmt(fmt::Fmt),
    Explain(explain::Explain),
    List(list::List),
    Render(render::Render),
    Generate(generate::Generate),
    Translate(translate::Translate),
    Diff(diff::Diff),
    Import(import::Import),
    Schema(schema::Schema),
    Completions(man::Completions),
    Man(man::Manual),
}

/// Does what the command line says.
pub fn main() -> ExitCode {
    let cli = Cli::try_parse().unwrap_or_else(|error| refuse(error));
    error::set_language(cli.language.as_deref());
    run(&cli.command).unwrap_or_else(|error| terminal::report(&error)).into()
}

/// Ends with clap's words on the arguments as they can be shown: it quotes them in many places. Help has none; and what is
/// good when it is shown was no UTF-8, of which clap quotes nothing.
fn refuse(error: clap::Error) -> ! {
    let words = env::args_os().map(|word| shown(&word.to_string_lossy()));
    let harmless = Cli::try_parse_from(words).err().filter(clap::Error::use_stderr);
    harmless.unwrap_or(error).exit()
}

fn run(command: &Command) -> Result<Exit, Error> {
    match command {
        Command::Init(init) => init.run(),
        Command::Add(add) => add.run(),
        Command::Check(check) => check.run(),
        Command::Fmt(fmt) => fmt.run(),
        Command::Explain(explain) => explain.run(),
        Command::List(list) => list.run(),
        Command::Render(render) => render.run(),
        Command::Generate(generate) => generate.run(),
        Command::Translate(translate) => translate.run(),
        Command::Diff(diff) => diff.run(),
        Command::Import(import) => import.run(),
        Command::Schema(schema) => schema.run(),
        Command::Completions(completions) => completions.run(Cli::command()),
        Command::Man(manual) => manual.run(Cli::command()),
    }
}
