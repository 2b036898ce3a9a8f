//! The `codes` command: creates, checks, explains, translates and renders tables of code-registry.
//!
//! This library is only for its own binary and for `fuzz/`; it has no stable interface.

mod add;
mod cargo_workspace;
mod check;
mod diagnostics;
mod diff;
mod display_text;
mod document;
mod error;
mod explain;
mod files;
mod fmt;
mod generate;
mod help;
mod import;
mod init;
mod list;
mod lsp;
mod man;
mod markdown;
mod migrate;
mod output_file;
#[doc(hidden)]
pub mod probe;
mod render;
mod revise;
mod rust_file;
mod rust_package;
mod schema;
mod spreadsheet;
mod table_file;
mod terminal;
mod toml_text;
mod translate;
mod unused;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::CompleteEnv;
use code_registry_table::shown;

use crate::error::{Error, Exit};

const EXAMPLES: &str = "\
Examples:
  codes init --languages en,it             create a table
  codes add NO_ROOM --name \"No room\"       add a code with the next free value
  codes check                              report all errors and warnings in codes.toml
  codes fmt                                format codes.toml
  codes explain 1006 --language it         explain 1006 in Italian
  codes list --format csv > rows.csv       export all rows to a spreadsheet
  codes render --format html > codes.html  create a searchable page in every language
  codes translate status                   show translation progress by language
  codes diff main:codes.toml               report how changes affect users of the enum
  codes import a.json --output new.toml    create a table from JSON, a spreadsheet or IANA
  codes migrate src/error.rs               turn errors of thiserror into a table

Tables:
  Each command takes its table as the last argument.
  The default is codes.toml in the current directory.

Exit status:
  0  success
  1  the table has errors, an output is out of date, or nothing matches
  2  wrong usage, or a file cannot be read or written";

/// Create, check, explain, translate and render tables of codes
#[derive(Debug, Parser)]
#[command(name = "codes", bin_name = "codes", version, after_help = EXAMPLES)]
struct Cli {
    /// The language of the output [default: the environment's, else English]
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
    Migrate(migrate::Migrate),
    Unused(unused::Unused),
    Schema(schema::Schema),
    Lsp(lsp::Lsp),
    Completions(man::Completions),
    Man(man::Manual),
}

/// Runs the command line.
pub fn main() -> ExitCode {
    error::set_language(help::requested_language().as_deref());
    // Shells ask for completions by a variable of the environment.
    CompleteEnv::with_factory(command).complete();
    let cli = parse(env::args_os()).unwrap_or_else(|error| refuse(error));
    error::set_language(cli.language.as_deref());
    run(&cli).unwrap_or_else(|error| terminal::report(&error)).into()
}

/// The command line in the language of the tool.
fn command() -> clap::Command {
    help::localized(Cli::command())
}

fn parse(words: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> Result<Cli, clap::Error> {
    let mut matches = command().try_get_matches_from(words)?;
    Cli::from_arg_matches_mut(&mut matches)
}

/// Exits with clap's error about the arguments in printable form, because clap quotes them in many places. Help quotes
/// none. Arguments that only parse in printable form were not UTF-8, and clap does not quote those.
fn refuse(error: clap::Error) -> ! {
    let words = env::args_os().map(|word| shown(&word.to_string_lossy()));
    let harmless = parse(words).err().filter(clap::Error::use_stderr);
    let error = harmless.unwrap_or(error);
    if help::is_italian() { error.apply::<help::Italian>().exit() } else { error.exit() }
}

fn run(cli: &Cli) -> Result<Exit, Error> {
    match &cli.command {
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
        Command::Migrate(migrate) => migrate.run(),
        Command::Unused(unused) => unused.run(),
        Command::Schema(schema) => schema.run(),
        Command::Lsp(lsp) => lsp.run(cli.language.as_deref()),
        Command::Completions(completions) => completions.run(),
        Command::Man(manual) => manual.run(command()),
    }
}
