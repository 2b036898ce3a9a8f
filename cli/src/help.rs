//! The command line in the language of the tool: help, manual pages, and errors in arguments.

use std::collections::HashMap;
use std::env;
use std::sync::LazyLock;

use clap::builder::{PossibleValue, StyledStr};
use clap::error::{ContextKind, ContextValue, Error, ErrorFormatter, ErrorKind};
use clap::{Arg, Command};
use code_registry::language;

/// The Italian paragraphs by their English ones. The file is part of the program.
static ITALIAN: LazyLock<HashMap<String, String>> =
    LazyLock::new(|| toml::from_str(include_str!("help/it.toml")).unwrap_or_default());

/// Whether the tool speaks Italian.
pub(crate) fn is_italian() -> bool {
    language::current().is_some_and(|language| language.as_str().split('-').next() == Some("it"))
}

/// The language that the command line asks for. Its errors are also shown in this language, so it is found before
/// anything is parsed.
pub(crate) fn requested_language() -> Option<String> {
    let words: Vec<_> = env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let requested =
        words.iter().enumerate().rev().find_map(|(at, word)| match word.strip_prefix("--language") {
            Some("") => words.get(at + 1).cloned(),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        });
    requested.filter(|tag| !tag.starts_with('-'))
}

/// A command in the language of the tool.
pub(crate) fn localized(mut command: Command) -> Command {
    if !is_italian() {
        return command;
    }
    command.build();
    italian(command)
}

/// The translation of a paragraph.
fn translation(english: &str) -> Option<&'static str> {
    ITALIAN.get(english).map(String::as_str)
}

/// A text by its paragraphs; what has no translation stays English.
fn text(english: &str) -> String {
    let paragraph = |english| translation(english).unwrap_or(english).to_owned();
    english.split("\n\n").map(paragraph).collect::<Vec<_>>().join("\n\n")
}

fn styled(english: &StyledStr) -> String {
    text(&english.to_string())
}

/// Lines such as `  codes fmt      format codes.toml`: only the part after the wide gap is a text.
fn lines(english: &StyledStr) -> String {
    let line = |line: &str| match line.trim_start().split_once("  ") {
        Some((_, after)) => {
            let after = after.trim_start();
            format!("{}{}", &line[..line.len() - after.len()], text(after))
        }
        None => {
            let own = line.trim_start();
            format!("{}{}", &line[..line.len() - own.len()], text(own))
        }
    };
    english.to_string().split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn italian(mut command: Command) -> Command {
    let about = command.get_about().map(styled);
    let long_about = command.get_long_about().map(styled);
    let after = command.get_after_help().map(lines);
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(about) = long_about {
        command = command.long_about(about);
    }
    if let Some(after) = after {
        command = command.after_help(after);
    }
    command = command
        .subcommand_help_heading("Comandi")
        .subcommand_value_name("COMANDO")
        .help_template("{about-with-newline}\nUso: {usage}\n\n{all-args}{after-help}")
        .mut_args(argument)
        .mut_subcommands(italian);
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim_start().replace("[OPTIONS]", "[OPZIONI]");
    command.override_usage(usage)
}

fn argument(argument: Arg) -> Arg {
    let heading = if argument.is_positional() { "Argomenti" } else { "Opzioni" };
    let names = argument.get_value_names().unwrap_or_default().iter();
    let names: Option<Vec<&'static str>> = names.map(|name| translation(name)).collect();
    let values: Vec<PossibleValue> =
        argument.get_possible_values().into_iter().filter(|value| !value.is_hide_set()).collect();
    let takes_values = argument.get_action().takes_values();
    let short = argument.get_help().map(styled).unwrap_or_default();
    let long = argument.get_long_help().map_or_else(|| short.clone(), styled);
    let (default, listed) = (default(&argument), listed(&values));
    let is_described = values.iter().any(|value| value.get_help().is_some());
    let mut argument = argument.help_heading(heading).hide_default_value(true).hide_possible_values(true);
    if let Some(names) = names.filter(|names| takes_values && !names.is_empty()) {
        argument = argument.value_names(names);
    }
    let values = if takes_values { listed } else { String::new() };
    let in_brief = |text: &str| [text, &default, &values].join(" ").trim_end().replace("  ", " ");
    let described = is_described.then(|| format!("\n\nValori possibili:\n{}", described(&argument)));
    let in_full = match described.filter(|_| takes_values) {
        Some(values) => format!(
            "{long}{values}{}",
            if default.is_empty() { String::new() } else { format!("\n\n{default}") }
        ),
        None => [long, default.clone(), values.clone()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n"),
    };
    argument.help(in_brief(&short)).long_help(in_full)
}

/// `[predefinito: codes.toml]`
fn default(argument: &Arg) -> String {
    let defaults: Vec<_> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if defaults.is_empty() || !argument.get_action().takes_values() || argument.is_hide_default_value_set() {
        return String::new();
    }
    format!("[predefinito: {}]", defaults.join(" "))
}

/// `[valori possibili: json, text]`
fn listed(values: &[PossibleValue]) -> String {
    let names: Vec<_> = values.iter().map(PossibleValue::get_name).collect();
    if names.is_empty() { String::new() } else { format!("[valori possibili: {}]", names.join(", ")) }
}

/// A line for each value.
fn described(argument: &Arg) -> String {
    let values = argument.get_possible_values();
    let values = values.iter().filter(|value| !value.is_hide_set());
    let width = values.clone().map(|value| value.get_name().len()).max().unwrap_or(0);
    let line = |value: &PossibleValue| {
        let (name, help) = (value.get_name(), value.get_help().map(styled).unwrap_or_default());
        format!("- {name}:{:1$}{help}", "", width - name.len() + 1)
    };
    values.map(line).collect::<Vec<_>>().join("\n")
}

/// Texts of a command line that the Italian file lacks, and texts of the file that the command line does not have.
#[cfg(test)]
fn differences(mut command: Command) -> Vec<String> {
    use std::collections::BTreeSet;

    fn collect(command: &Command, out: &mut BTreeSet<String>) {
        let mut add = |text: &str| out.extend(text.split("\n\n").map(str::to_owned));
        command
            .get_about()
            .into_iter()
            .chain(command.get_long_about())
            .for_each(|text| add(&text.to_string()));
        for line in command.get_after_help().map(ToString::to_string).unwrap_or_default().lines() {
            let line = line.trim_start();
            add(line.split_once("  ").map_or(line, |(_, text)| text.trim_start()));
        }
        for argument in command.get_arguments().filter(|argument| !argument.is_hide_set()) {
            let texts = argument.get_help().into_iter().chain(argument.get_long_help());
            texts.for_each(|text| add(&text.to_string()));
            if argument.get_action().takes_values() {
                argument.get_value_names().unwrap_or_default().iter().for_each(|name| add(name));
                let values = argument.get_possible_values();
                values.iter().filter_map(PossibleValue::get_help).for_each(|text| add(&text.to_string()));
            }
        }
        command.get_subcommands().for_each(|command| collect(command, out));
    }
    command.build();
    let mut texts = BTreeSet::new();
    collect(&command, &mut texts);
    // Commands of shells are alike in every language.
    texts.retain(|text| !text.is_empty() && !text.starts_with("codes completions "));
    let missing =
        texts.iter().filter(|text| !ITALIAN.contains_key(*text)).map(|text| format!("missing: {text}"));
    let unused = ITALIAN.keys().filter(|text| !texts.contains(*text)).map(|text| format!("unused: {text}"));
    missing.chain(unused).collect()
}

/// Writes an error of `clap` in Italian, from its kind and its data.
#[derive(Debug)]
pub(crate) enum Italian {}

impl ErrorFormatter for Italian {
    fn format_error(error: &Error<Italian>) -> StyledStr {
        let mut out = format!("errore: {}\n", sentence(error));
        if let Some(values) = context_values(error, ContextKind::ValidValue) {
            out += &format!("  [valori possibili: {}]\n", values.join(", "));
        }
        for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        {
            if let Some(near) = context_values(error, kind) {
                let near: Vec<_> = near.iter().map(|near| format!("'{near}'")).collect();
                out += &format!("\n  suggerimento: forse si intendeva {}\n", near.join(" o "));
            }
        }
        if let Some(usage) = value(error, ContextKind::Usage) {
            out += &format!("\nUso: {}\n", usage.trim_start_matches("Usage:").trim_start());
        }
        out += "\nPer altre informazioni, usare '--help'.\n";
        out.into()
    }
}

fn sentence(error: &Error<Italian>) -> String {
    let of = |kind| value(error, kind).unwrap_or_default();
    let argument = || of(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => {
            format!("manca il valore di '{}'", argument())
        }
        ErrorKind::InvalidValue => {
            format!("valore '{}' non valido per '{}'", of(ContextKind::InvalidValue), argument())
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(|reason| format!(": {reason}"));
            let (found, reason) = (of(ContextKind::InvalidValue), reason.unwrap_or_default());
            format!("valore '{found}' non valido per '{}'{reason}", argument())
        }
        ErrorKind::UnknownArgument => format!("argomento '{}' inatteso", argument()),
        ErrorKind::InvalidSubcommand => {
            format!("comando '{}' sconosciuto", of(ContextKind::InvalidSubcommand))
        }
        ErrorKind::NoEquals => format!("per assegnare un valore a '{}' serve il segno di uguale", argument()),
        ErrorKind::TooManyValues => {
            format!("valore '{}' di troppo per '{}'", of(ContextKind::InvalidValue), argument())
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("numero di valori errato per '{}'", argument())
        }
        ErrorKind::ArgumentConflict => match context_values(error, ContextKind::PriorArg) {
            Some(others) if others != [argument()] => {
                format!("l'argomento '{}' non si può usare insieme a '{}'", argument(), others.join("', '"))
            }
            _ => format!("l'argomento '{}' è ripetuto", argument()),
        },
        ErrorKind::MissingRequiredArgument => {
            let missing = context_values(error, ContextKind::InvalidArg).unwrap_or_default();
            format!("mancano argomenti obbligatori: {}", missing.join(", "))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "manca il comando".to_owned()
        }
        ErrorKind::InvalidUtf8 => "un argomento non è UTF-8 valido".to_owned(),
        _ => "argomenti non validi".to_owned(),
    }
}

fn value(error: &Error<Italian>, kind: ContextKind) -> Option<String> {
    Some(context_values(error, kind)?.join(" "))
}

fn context_values(error: &Error<Italian>, kind: ContextKind) -> Option<Vec<String>> {
    let values = match error.get(kind)? {
        ContextValue::String(value) => vec![value.clone()],
        ContextValue::Strings(values) => values.clone(),
        ContextValue::StyledStr(value) => vec![value.to_string()],
        ContextValue::StyledStrs(values) => values.iter().map(ToString::to_string).collect(),
        ContextValue::Number(value) => vec![value.to_string()],
        _ => return None,
    };
    Some(values).filter(|values| !values.is_empty())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_help_is_italian() {
        let differences = super::differences(crate::command());
        assert!(differences.is_empty(), "cli/src/help/it.toml:\n{}", differences.join("\n"));
    }
}
