//! Arguments of a message from the command line: `--arg NAME=VALUE`.

use std::collections::BTreeSet;
use std::fmt::{self, Display, Formatter};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use code_registry::__private::{Speech, fmt_entry};
use code_registry::{Argument, Localize, Number};
use code_registry_table::plural::{self, Operands};
use code_registry_table::{
    ArgumentKind, EnumWord, Language, Message, PropertyValue, Row, Table, Words, entry, formats_for,
    is_right_to_left, nearest,
};

use super::Found;
use crate::error::{Error, ToolMessage};

/// Reads `NAME=VALUE`.
pub(crate) fn assignment(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| ToolMessage::NoAssignment.to_string())?;
    Ok((name.to_owned(), value.to_owned()))
}

/// The arguments that the user gave for a row.
pub(super) struct Given(Vec<(String, Value)>);

/// The value of an argument; of a number or a list also the constructor of its kind.
enum Value {
    Text(String),
    Integer(i128, fn(&i128) -> Argument<'_>),
    /// An integer that has no sign.
    Natural(u128, fn(&u128) -> Argument<'_>),
    Number(Digits, fn(&Digits) -> Argument<'_>),
    Duration(Duration),
    List(Vec<String>, fn(&Vec<String>) -> Argument<'_>),
    Word(EnumWord),
}

/// A word of an enum with its name in a language.
struct NamedWord<'a> {
    word: &'static str,
    name: &'a str,
}

impl Localize for NamedWord<'_> {
    fn fmt_in(&self, _: code_registry::Language, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }

    fn __code_registry_word(&self) -> Option<&'static str> {
        Some(self.word)
    }
}

/// The word as the library takes it. Each word of a table is stored once, however often the language server shows it.
fn interned(word: &str) -> &'static str {
    static WORDS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = words.get(word) {
        return known;
    }
    let kept: &'static str = word.to_owned().leak();
    words.insert(kept);
    kept
}

/// A number with the digits that the user wrote.
struct Digits(String);

impl Display for Digits {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Number for Digits {}

impl Given {
    pub(super) fn new(table: &Table, found: Found<'_>, given: &[(String, String)]) -> Result<Self, Error> {
        match found {
            Found::Row(row) => Self::of_kinds(table, &row.arguments, given),
            // The message of a range may show the value and its parts.
            Found::InRange(value, row) => {
                let mut given = given.to_vec();
                let is_shown = |name: &str, given: &[(String, String)]| {
                    row.arguments.iter().any(|argument| argument.name == name)
                        && !given.iter().any(|(known, _)| known == name)
                };
                let mut words = Vec::new();
                if is_shown("value", &given) {
                    given.push(("value".to_owned(), table.repr.show(value)));
                }
                for part in &table.parts {
                    if !is_shown(&part.name, &given) {
                        continue;
                    }
                    given.push((part.name.clone(), part.of(value).to_string()));
                    words.extend(table.part_word(part, value).map(|word| (part.name.as_str(), word)));
                }
                let mut given = Self::of_kinds(table, &row.arguments, &given)?;
                given.name_parts(table, &words);
                Ok(given)
            }
            Found::Unlisted(_) => Self::of_kinds(table, &[], given),
        }
    }

    /// Refuses an argument that is unknown, given more than once without being a list, or of the wrong kind.
    fn of_kinds(
        table: &Table,
        known: &[code_registry_table::Argument],
        given: &[(String, String)],
    ) -> Result<Self, Error> {
        let mut values: Vec<(String, Value)> = Vec::new();
        for (name, text) in given {
            let Some(argument) = known.iter().find(|argument| argument.name == *name) else {
                return Err(unknown(
                    name,
                    &known.iter().map(|known| known.name.as_str()).collect::<Vec<_>>(),
                ));
            };
            match values.iter_mut().find(|(before, _)| before == name) {
                Some((_, Value::List(items, _))) => items.push(text.clone()),
                Some(_) => return Err(Error::new(ToolMessage::ArgumentTwice { name: name.clone() })),
                None => values.push((name.clone(), Value::new(table, argument, text)?)),
            }
        }
        Ok(Self(values))
    }

    /// Shows parts that are texts by their names.
    fn name_parts(&mut self, table: &Table, words: &[(&str, PropertyValue)]) {
        for (name, value) in &mut self.0 {
            let word = words.iter().find(|(part, _)| part == name);
            if let (Value::Text(_), Some((_, PropertyValue::Word(at, word)))) = (&value, word) {
                *value = Value::Word(table.word(*at, *word).clone());
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The message with these arguments filled in.
    pub(super) fn fill(&self, language: &Language, row: &Row, message: &Message) -> String {
        let entry = entry(message, &row.arguments, is_right_to_left(&language.tag));
        FormattedEntry { entry, language, row, given: self }.to_string()
    }
}

impl Value {
    fn new(table: &Table, argument: &code_registry_table::Argument, text: &str) -> Result<Self, Error> {
        let (name, value) = (argument.name.clone(), text.to_owned());
        let integer = |signed, unsigned| match (text.parse(), text.parse()) {
            (Ok(natural), _) => Ok(Self::Natural(natural, unsigned)),
            (_, Ok(integer)) => Ok(Self::Integer(integer, signed)),
            _ => {
                let (name, value) = (name.clone(), value.clone());
                Err(Error::new(ToolMessage::ArgumentNotInteger { name, value }))
            }
        };
        // A number must have digits, because they choose the plural.
        let number = |kind: fn(&Digits) -> Argument<'_>| match Operands::of(&text) {
            Some(_) => Ok(Self::Number(Digits(value.clone()), kind)),
            None => {
                let (name, value) = (name.clone(), value.clone());
                Err(Error::new(ToolMessage::ArgumentNotNumber { name, value }))
            }
        };
        match argument.kind {
            // A word that the row does not list takes `other`.
            ArgumentKind::Text | ArgumentKind::Listed => Ok(Self::Text(value)),
            ArgumentKind::Integer => {
                integer(|value| Argument::integer(value), |value| Argument::integer(value))
            }
            ArgumentKind::Number => number(|value| Argument::number(value)),
            ArgumentKind::Count => integer(|value| Argument::count(value), |value| Argument::count(value)),
            ArgumentKind::Quantity => number(|value| Argument::quantity(value)),
            ArgumentKind::Bytes => integer(|value| Argument::bytes(value), |value| Argument::bytes(value)),
            ArgumentKind::Duration => match duration(text) {
                Some(duration) => Ok(Self::Duration(duration)),
                None => Err(Error::new(ToolMessage::ArgumentNotDuration { name, value })),
            },
            ArgumentKind::AndList => Ok(Self::List(vec![value], |items| Argument::and_list(items))),
            ArgumentKind::OrList => Ok(Self::List(vec![value], |items| Argument::or_list(items))),
            ArgumentKind::Word => word(table, argument, text),
        }
    }

    /// The value as an argument; a word is shown as `named`.
    fn argument<'a>(&'a self, named: &'a Option<NamedWord<'a>>) -> Argument<'a> {
        match self {
            Self::Word(word) => match named {
                Some(named) => Argument::localized(named),
                None => Argument::from(word.word.as_str()),
            },
            Self::Text(text) => Argument::from(text.as_str()),
            Self::Integer(number, kind) => kind(number),
            Self::Natural(number, kind) => kind(number),
            Self::Number(number, kind) => kind(number),
            Self::Duration(duration) => Argument::duration(duration),
            Self::List(items, kind) => kind(items),
        }
    }
}

/// A word of the argument's enum.
fn word(table: &Table, argument: &code_registry_table::Argument, text: &str) -> Result<Value, Error> {
    let found = match argument.words {
        Words::Enum { index, .. } => table.enums[index].words.iter().find(|known| known.word == text),
        Words::None | Words::List(_) => None,
    };
    if let Some(word) = found {
        return Ok(Value::Word(word.clone()));
    }
    let words = words(table, argument);
    let (name, value) = (argument.name.clone(), text.to_owned());
    let listed = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let error = Error::new(ToolMessage::ArgumentNotWord { name, value });
    Err(error.suggest(nearest(text, words), ToolMessage::WordsAre { words: listed }))
}

/// The possible words of the argument.
pub(crate) fn words<'a>(table: &'a Table, argument: &'a code_registry_table::Argument) -> Vec<&'a str> {
    match &argument.words {
        Words::None => Vec::new(),
        Words::Enum { index, .. } => {
            table.enums[*index].words.iter().map(|word| word.word.as_str()).collect()
        }
        Words::List(words) => words.iter().map(String::as_str).collect(),
    }
}

/// The message of a row with the given arguments filled in.
pub(crate) fn filled_message(
    table: &Table,
    language: &Language,
    row: &Row,
    message: &Message,
    given: &[(String, String)],
) -> Result<String, Error> {
    Ok(Given::of_kinds(table, &row.arguments, given)?.fill(language, row, message))
}

/// A duration such as `90s` or `1500ms`: a whole number and a unit.
fn duration(text: &str) -> Option<Duration> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let number: u64 = number.parse().ok()?;
    let seconds = |seconds: u64| number.checked_mul(seconds).map(Duration::from_secs);
    match unit {
        "d" => seconds(86_400),
        "h" => seconds(3600),
        "min" => seconds(60),
        "s" => seconds(1),
        "ms" => Some(Duration::from_millis(number)),
        "us" | "µs" | "μs" => Some(Duration::from_micros(number)),
        "ns" => Some(Duration::from_nanos(number)),
        _ => None,
    }
}

fn unknown(name: &str, known: &[&str]) -> Error {
    let otherwise = match known {
        [] => ToolMessage::NoArguments,
        _ => ToolMessage::ArgumentsAre { names: known.join(", ") },
    };
    let error = Error::new(ToolMessage::NoArgument { name: name.to_owned() });
    error.suggest(nearest(name, known.iter().copied()), otherwise)
}

struct FormattedEntry<'a> {
    entry: String,
    language: &'a Language,
    row: &'a Row,
    given: &'a Given,
}

impl Display for FormattedEntry<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let tag = &self.language.tag;
        let Some(language) = code_registry::Language::new(tag) else { return Err(fmt::Error) };
        let [cardinal, ordinal] =
            [false, true].map(|ordinal| plural::compile(tag, ordinal).unwrap_or_default());
        let formats = formats_for(self.row.arguments.iter().map(|argument| argument.kind), tag);
        let speech = Speech {
            language,
            right_to_left: is_right_to_left(tag),
            cardinal: &cardinal,
            ordinal: &ordinal,
            formats: formats.as_ref(),
        };
        let named = self.given.0.iter().map(|(_, value)| match value {
            Value::Word(word) => {
                Some(NamedWord { word: interned(&word.word), name: word.name(self.language) })
            }
            _ => None,
        });
        let named: Vec<_> = named.collect();
        let given = self.given.0.iter().zip(&named);
        let given: Vec<(&str, Argument<'_>)> =
            given.map(|((name, value), named)| (name.as_str(), value.argument(named))).collect();
        fmt_entry(&self.entry, &speech, &given, f)
    }
}
