//! A message with its arguments filled in, as a program would show it.

use std::fmt::{self, Display};

use code_registry::__private::{Speech, fmt_entry};
use code_registry::plural::Operands;
use code_registry_table::{
    Argument, ArgumentKind, Language, Message, Row, entry, is_right_to_left, nearest, plural,
};

use crate::failure::Failure;
use crate::find::Found;
use crate::said::Said;

/// Reads `NAME=VALUE`.
pub(super) fn argument(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("expected NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

/// Refuses an argument that the message does not have, one given twice, and one of the wrong kind.
pub(super) fn check(found: Found<'_>, given: &[(String, String)]) -> Result<(), Failure> {
    let known: &[Argument] = match found {
        Found::Row(row) | Found::InRange(_, row) => &row.arguments,
        Found::Unlisted(_) => &[],
    };
    given.iter().enumerate().try_for_each(|(index, (name, value))| {
        let Some(argument) = known.iter().find(|argument| argument.name == *name) else {
            return Err(unknown(name, &known.iter().map(|known| known.name.as_str()).collect::<Vec<_>>()));
        };
        if given[..index].iter().any(|(before, _)| before == name) {
            return Err(Failure::trouble(Said::ArgumentTwice { name: name.clone() }));
        }
        check_kind(argument, value)
    })
}

/// A number chooses a plural by its digits: what has none would take `other`, which no program does.
fn check_kind(argument: &Argument, value: &str) -> Result<(), Failure> {
    let (name, given) = (argument.name.clone(), value.to_owned());
    match argument.kind {
        ArgumentKind::Integer if value.parse::<i128>().is_err() => {
            Err(Failure::trouble(Said::ArgumentNotInteger { name, value: given }))
        }
        ArgumentKind::Number if Operands::of(&value).is_none() => {
            Err(Failure::trouble(Said::ArgumentNotNumber { name, value: given }))
        }
        _ => Ok(()),
    }
}

fn unknown(name: &str, known: &[&str]) -> Failure {
    let refused = Failure::trouble(Said::NoArgument { name: name.to_owned() });
    match nearest(name, known.iter().copied()) {
        Some(near) => refused.help(Said::DidYouMean { near: near.to_owned() }),
        None if known.is_empty() => refused.help(Said::NoArguments),
        None => refused.help(Said::ArgumentsAre { names: known.join(", ") }),
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
        entry: entry(message, &row.arguments, is_right_to_left(&language.tag)),
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
