//! The answers of a registry, through its public interface alone.

use std::fmt::Display;
use std::io::{self, BufRead, Write};
use std::str::FromStr;

use code_registry::{Argument, Code, Language, Notes, Row, Unlisted};
use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

/// A registry with everything that has to be written out for each: variants, columns, payloads and constants.
pub struct Registry<E: Code> {
    /// The variant that a `match` without a wildcard finds.
    pub variant: fn(E) -> &'static str,
    /// `From`, or `TryFrom` if the registry does not have it.
    pub convert: fn(E::Value) -> Option<E>,
    /// The values of the columns.
    pub columns: fn(E) -> Vec<String>,
    /// `InRange<E, START>::new(value).is_some()` for each range.
    pub payloads: &'static [fn(E::Value) -> bool],
    /// The aliases of codes.
    pub constants: Vec<E>,
}

/// Any registry.
pub trait Subject {
    /// The answer to a question: its kind, then its subject.
    fn answer(&self, question: &[&str]) -> Vec<String>;
}

/// Answers the questions on the input, each a JSON array: the index of a registry, then the question.
pub fn answer_all(subjects: &[Box<dyn Subject>]) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let question: Vec<String> = serde_json::from_str(&line)?;
        let question: Vec<&str> = question.iter().map(String::as_str).collect();
        let number: usize = question[0].parse().map_err(io::Error::other)?;
        serde_json::to_writer(&mut out, &subjects[number].answer(&question[1..]))?;
        writeln!(out)?;
    }
    out.flush()
}

impl<E: Code<Value: FromStr> + Serialize + DeserializeOwned> Subject for Registry<E> {
    fn answer(&self, question: &[&str]) -> Vec<String> {
        match *question {
            ["value", value] => self.value(value),
            ["texts", value, language] => {
                code(value).map_or_else(none, |code| texts_of_code::<E>(code, language))
            }
            ["say", value, language, ref arguments @ ..] => {
                code(value).map_or_else(none, |code| say::<E>(code, language, arguments))
            }
            ["parse", text] => {
                vec![
                    text.parse::<E>().map_or_else(|error| error.to_string(), |code| code.value().to_string()),
                ]
            }
            ["order", one, other] => vec![format!("{:?}", code::<E>(one).cmp(&code::<E>(other)))],
            ["registry"] => self.registry(),
            ["row", number, language] => row_texts(E::rows().nth(number.parse().unwrap()).unwrap(), language),
            _ => panic!("{question:?}"),
        }
    }
}

impl<E: Code<Value: FromStr> + Serialize + DeserializeOwned> Registry<E> {
    /// Everything that is the same in every language.
    fn value(&self, value: &str) -> Vec<String> {
        let Ok(value) = value.parse::<E::Value>() else { return vec!["no value of the type".to_owned()] };
        let converted = (self.convert)(value);
        let Some(code) = E::from_value(value) else {
            return vec![if converted.is_none() { "none" } else { "converts" }.to_owned()];
        };
        let json = serde_json::to_string(&code).unwrap();
        let read: E = serde_json::from_str(&json).unwrap();
        let is_itself = converted == Some(code) && read == code && code.value() == value;
        let payloads = self.payloads.iter().position(|belongs| belongs(value)).map(|at| at.to_string());
        let mut answer = vec![
            is_itself.to_string(),
            format!("{code:?}"),
            (self.variant)(code).to_owned(),
            code.symbol().to_owned(),
            code.label().to_string(),
            code.status().to_string(),
            json,
            payloads.unwrap_or_else(|| Unlisted::<E>::new(value).map_or("", |_| "unlisted").to_owned()),
        ];
        answer.extend((self.columns)(code));
        answer
    }

    /// Languages, constants and rows.
    fn registry(&self) -> Vec<String> {
        let languages = E::LANGUAGES.iter().map(ToString::to_string);
        let constants = self.constants.iter().map(|code| code.value().to_string());
        let rows = E::rows().map(|row| {
            let (first, last, kind) =
                (row.first(), row.last(), if row.is_range() { "range" } else { "code" });
            let code = row.code().map_or_else(String::new, |code| code.value().to_string());
            format!("{kind} {first} {last} {} {} {code}", row.symbol(), row.status())
        });
        languages.chain(constants).chain(rows).collect()
    }
}

fn code<E: Code<Value: FromStr>>(value: &str) -> Option<E> {
    E::from_value(value.parse().ok()?)
}

fn none() -> Vec<String> {
    vec!["none".to_owned()]
}

fn texts_of_code<E: Code>(code: E, language: &str) -> Vec<String> {
    let language = Language::new(language).unwrap();
    let mut answer =
        texts(code.name(language), code.description(language), code.help(language), code.notes(language));
    answer.extend([code.localized(language).to_string(), format!("{:#}", code.localized(language))]);
    answer
}

fn row_texts<E: Code>(row: Row<E>, language: &str) -> Vec<String> {
    let language = Language::new(language).unwrap();
    texts(row.name(language), row.description(language), row.help(language), row.notes(language))
}

fn texts(
    name: &'static str,
    description: &'static str,
    help: Option<&'static str>,
    notes: Notes,
) -> Vec<String> {
    let all = [name, description, help.unwrap_or_default()].into_iter().chain(notes);
    all.map(ToOwned::to_owned).collect()
}

/// The message with arguments: for each one its name, `integer` or `text`, and its value.
fn say<E: Code>(code: E, language: &str, arguments: &[&str]) -> Vec<String> {
    let language = Language::new(language).unwrap();
    let (triples, []) = arguments.as_chunks::<3>() else { panic!("{arguments:?}") };
    let shown: Vec<Box<dyn Display>> = triples
        .iter()
        .map(|[_, kind, value]| match *kind {
            "integer" => Box::new(value.parse::<i64>().unwrap()) as Box<dyn Display>,
            _ => Box::new(value.to_string()),
        })
        .collect();
    let named: Vec<(&str, Argument<'_>)> =
        triples.iter().zip(&shown).map(|([name, ..], shown)| (*name, Argument::text(shown))).collect();
    vec![code.format(language, &named).to_string(), format!("{:#}", code.format(language, &named))]
}
