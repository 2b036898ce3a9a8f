//! The `codes` command: checks, explains, lists and makes tables of code-registry.

mod add;
mod check;
mod diff;
mod document;
mod edit;
mod explain;
mod failure;
mod find;
mod fmt;
mod generate;
mod human;
mod import;
mod init;
mod language;
mod list;
mod options;
mod output;
mod pattern;
mod render;
mod revise;
mod said;
mod save;
mod show;
mod spreadsheet;
mod table_file;
mod target;
mod translate;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::failure::{Exit, Failure};

const EXAMPLES: &str = "\
Examples:
  codes check                               every mistake of codes.toml
  codes check --format github */codes.toml  mistakes shown beside a change on GitHub
  codes fmt                                 codes.toml in its usual form
  codes explain 1006 --language it          what 1006 means, in Italian
  codes explain CLOSE_ABNORMAL              the same code by its symbol
  codes list --format csv > codes.csv       every row, for a spreadsheet
  codes render --format html > codes.html   a page to look codes up, in every language
  codes init --languages en,it              a new table
  codes add CFG_LOCKED --range CFG_FILE     a new code, with the next free value of a range
  codes diff main:codes.toml codes.toml     what changed, and what that is to those who use the enum
  codes import codes.csv > codes.toml       a table from JSON, a spreadsheet or a registry of IANA
  codes translate export --language de --format po --output de.po    for translators

Exit status:
  0  all is well
  1  the table has mistakes, or no row answers
  2  wrong usage, or a file that cannot be read";

/// Checks, explains, lists and makes tables of codes
#[derive(Debug, Parser)]
#[command(name = "codes", version, after_help = EXAMPLES)]
struct Cli {
    /// The language of the answers, and of what the tool itself says where it speaks it
    #[arg(long, value_name = "TAG", global = true)]
    language: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Fmt(fmt::Fmt),
    Explain(explain::Explain),
    List(list::List),
    Render(render::Render),
    Import(import::Import),
    Generate(generate::Generate),
    Diff(diff::Diff),
    Init(init::Init),
    Add(add::Add),
    Translate(translate::Translate),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    said::speak(cli.language.as_deref());
    run(&cli.command).unwrap_or_else(|failure| failure.tell()).into()
}

fn run(command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Check(check) => check.run(),
        Command::Fmt(fmt) => fmt.run(),
        Command::Explain(explain) => explain.run(),
        Command::List(list) => list.run(),
        Command::Render(render) => render.run(),
        Command::Import(import) => import.run(),
        Command::Generate(generate) => generate.run(),
        Command::Diff(diff) => diff.run(),
        Command::Init(init) => init.run(),
        Command::Add(add) => add.run(),
        Command::Translate(translate) => translate.run(),
    }
}
