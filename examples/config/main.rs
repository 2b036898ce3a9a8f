//! An application with errors in the language of the user: it reads a configuration file and reports what is wrong.
//!
//! ```console
//! $ cargo run --example config -- FILE [--language TAG]
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an application talks to its user")]

mod error;
mod load;
mod settings;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use code_registry::{Language, report_dyn};

use crate::error::{ConfigCode, ConfigError, NotStarted};
use crate::settings::Settings;

const USAGE: &str = "usage: config FILE [--language TAG]";
const WRONG_USAGE: u8 = 2;

fn main() -> ExitCode {
    let Some((file, language)) = arguments(env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(WRONG_USAGE);
    };
    let language = language.or_else(of_environment).unwrap_or(ConfigCode::DEFAULT_LANGUAGE);
    match start(&file) {
        Ok(settings) => {
            println!("{settings:#?}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}", report_dyn::<ConfigCode>(&*error, language));
            exit_code(&error)
        }
    }
}

fn start(file: &Path) -> anyhow::Result<Settings> {
    load::load(file).context(NotStarted)
}

/// The exit code of the process, a column of the table.
fn exit_code(error: &anyhow::Error) -> ExitCode {
    let code = error.downcast_ref::<ConfigError>().map_or(ConfigCode::NotStarted, ConfigError::code);
    ExitCode::from(code.exit_code())
}

fn arguments(mut words: impl Iterator<Item = String>) -> Option<(PathBuf, Option<Language>)> {
    let (mut file, mut language) = (None, None);
    while let Some(word) = words.next() {
        if word == "--language" {
            language = Some(Language::new(&words.next()?)?);
        } else if word.starts_with('-') || file.replace(PathBuf::from(word)).is_some() {
            return None;
        }
    }
    Some((file?, language))
}

/// `it_IT.UTF-8` is `it-IT`; `C` is not a language.
fn of_environment() -> Option<Language> {
    let locale = env::var("LANG").ok()?;
    Language::new(&locale.split(['.', '@']).next()?.replace('_', "-"))
}
