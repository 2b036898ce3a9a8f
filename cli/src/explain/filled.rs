//! A message with its arguments filled in, as a program would show it.

use std::fmt::{self, Display};

use code_registry::__private::{Speech, fmt_entry};
use code_registry_table::{Argument, Language, Message, Row, entry, is_right_to_left, nearest, plural};

use crate::failure::{Exit, Failure};
use crate::find::Found;

/// Reads `NAME=VALUE`.
pub(super) fn argument(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("expected NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

/// Refuses an argument that the message does not have.
pub(super) fn check(found: Found<'_>, given: &[(String, String)]) -> Result<(), Failure> {
    let known: &[Argument] = match found {
        Found::Row(row) | Found::InRange(_, row) => &row.arguments,
        Found::Unlisted(_) => &[],
    };
    let names = || known.iter().map(|argument| argument.name.as_str());
    match given.iter().find(|(name, _)| names().all(|known| known != name)) {
        None => Ok(()),
        Some((name, _)) => Err(unknown(name, &names().collect::<Vec<_>>())),
    }
}

fn unknown(name: &str, known: &[&str]) -> Failure {
    let message = format!("the message has no argument `{name}`");
    let refused = Failure::Refused { exit: Exit::Trouble, message, help: None };
    match nearest(name, known.iter().copied()) {
        Some(near) => refused.help(format!("did you mean `{near}`?")),
        None if known.is_empty() => refused.help("it has none"),
        None => refused.help(format!("it has {}", known.join(", "))),
    }
}

/// The message in the language that it is written in.
pub(super) fn message(
    language: &Language,
    row: &Row,
    message: &Message,
    given: &[(String, String)],
) -> String {
    let rules = |ordinal| plural::compile(&language.tag, ordinal).unwrap_or_default();
    Filled {
        entry: entry(message, &row.arguments),
        language,
        cardinal: rules(false),
        ordinal: rules(true),
        given,
    }
    .to_string()
}

struct Filled<'a> {
    entry: String,
    language: &'a Language,
    cardinal: Vec<u8>,
    ordinal: Vec<u8>,
    given: &'a [(String, String)],
}

impl Display for Filled<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let speech = Speech {
            right_to_left: is_right_to_left(&self.language.tag),
            cardinal: &self.cardinal,
            ordinal: &self.ordinal,
        };
        let given: Vec<(&str, &dyn Display)> =
            self.given.iter().map(|(name, value)| (name.as_str(), value as &dyn Display)).collect();
        fmt_entry(&self.entry, &speech, &given, f)
    }
}
