//! Rule 5: a message with arguments.

use std::collections::BTreeMap;

use crate::model::plural;
use crate::table::{Message, Piece, Row, Table};

/// The value of an argument.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    Integer(i64),
    /// A value of any other type that displays this text.
    Text(String),
}

pub type Arguments = BTreeMap<String, Argument>;

impl Table {
    /// The message of a row, otherwise its meaning.
    pub fn say(&self, row: &Row, language: &str, arguments: &Arguments) -> String {
        match self.find(&row.message, language) {
            // Plurals and direction are those of the language that has the sentence.
            Some((language, message)) => say(message, language, arguments),
            None => self.said(row, language).description,
        }
    }

    /// Rule 6: the arguments of a row's messages and their kinds.
    pub fn contract(&self, row: &Row) -> BTreeMap<String, &'static str> {
        let mut contract = BTreeMap::new();
        if let Some(args) = &row.args {
            return args.clone();
        }
        if let Some(message) = row.message.get(self.default_language()) {
            collect(message, &mut contract);
        }
        contract
    }
}

fn collect(message: &Message, contract: &mut BTreeMap<String, &'static str>) {
    match message {
        Message::Sentence(pieces) => {
            for piece in pieces {
                if let Piece::Argument(name) = piece {
                    contract.entry(name.clone()).or_insert("text");
                }
            }
        }
        Message::Choice { by, argument, cases } => {
            if *by != "select" {
                contract.insert(argument.clone(), "integer");
            }
            cases.values().for_each(|case| collect(case, contract));
        }
    }
}

fn say(message: &Message, language: &str, arguments: &Arguments) -> String {
    match message {
        Message::Sentence(pieces) => {
            pieces.iter().map(|piece| say_piece(piece, language, arguments)).collect()
        }
        Message::Choice { by, argument, cases } => {
            let case = choose(by, language, arguments.get(argument), cases);
            say(case, language, arguments)
        }
    }
}

/// An exact number takes precedence over a category; `other` is for everything else and for a missing argument.
fn choose<'m>(
    by: &str,
    language: &str,
    argument: Option<&Argument>,
    cases: &'m BTreeMap<String, Message>,
) -> &'m Message {
    let keys = match (by, argument) {
        ("plural", Some(Argument::Integer(number))) => {
            vec![number.to_string(), plural::cardinal(language, *number).to_owned()]
        }
        ("ordinal", Some(Argument::Integer(number))) => {
            vec![number.to_string(), plural::ordinal(language, *number).to_owned()]
        }
        ("select", Some(Argument::Text(word))) => vec![word.clone()],
        ("select", Some(Argument::Integer(number))) => vec![number.to_string()],
        _ => Vec::new(),
    };
    keys.iter().find_map(|key| cases.get(key)).unwrap_or(&cases["other"])
}

fn say_piece(piece: &Piece, language: &str, arguments: &Arguments) -> String {
    match piece {
        Piece::Text(text) => text.clone(),
        Piece::Argument(name) => match arguments.get(name) {
            None => format!("{{{name}}}"),
            Some(Argument::Integer(number)) => isolated(&number.to_string(), language),
            Some(Argument::Text(text)) => isolated(text, language),
        },
    }
}

/// "An argument stands between U+2068 and U+2069 in a sentence written from right to left, and anywhere else if its own
/// text is."
fn isolated(text: &str, language: &str) -> String {
    let is_right_to_left = |letter: char| ('\u{590}'..'\u{900}').contains(&letter);
    if language == "ar" || text.chars().any(is_right_to_left) {
        format!("\u{2068}{text}\u{2069}")
    } else {
        text.to_owned()
    }
}

/// A message without values: arguments as `{name}`, and the `other` case of each choice.
pub fn shown(message: &Message) -> String {
    match message {
        Message::Sentence(pieces) => pieces.iter().map(shown_piece).collect(),
        Message::Choice { cases, .. } => shown(&cases["other"]),
    }
}

fn shown_piece(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => text.clone(),
        Piece::Argument(name) => format!("{{{name}}}"),
    }
}
