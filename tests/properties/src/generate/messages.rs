//! Messages: sentences with arguments, and choices between sentences.

use std::collections::BTreeMap;

use super::{Random, texts};
use crate::model::plural;
use crate::table::{Language, Message, Piece};

const NAMES: [&str; 6] = ["count", "path", "place", "type", "kind", "0"];
const KINDS: [&str; 4] = ["text", "integer", "number", WORDS];

/// A kind that stands for the list [`CHOSEN`].
pub const WORDS: &str = "words";

/// The words of a select.
pub const CHOSEN: [&str; 4] = ["file", "hard link", "é", "1"];

/// The messages of a row with arguments, and its `args` if it has them.
pub type Messages = (BTreeMap<String, Message>, Option<BTreeMap<String, &'static str>>);

pub fn messages(random: &mut Random, languages: &[Language]) -> Messages {
    let mut contract: BTreeMap<String, &'static str> =
        random.some(&NAMES, 40).into_iter().map(|name| (name.to_owned(), *random.pick(&KINDS))).collect();
    let default = &languages[0].tag;
    let is_declared = random.chance(50);
    if !is_declared {
        // Only `args` can declare words.
        contract.retain(|_, kind| *kind != WORDS);
    }
    let first = message(random, &contract, default, 2);
    if !is_declared {
        contract = used(&first);
    }
    let mut messages = BTreeMap::from([(default.clone(), first)]);
    for language in &languages[1..] {
        if language.is_required() || random.chance(50) {
            messages.insert(language.tag.clone(), message(random, &contract, &language.tag, 2));
        }
    }
    (messages, is_declared.then_some(contract))
}

/// The arguments that the message in the default language names, with their kinds, for a row without `args`.
fn used(message: &Message) -> BTreeMap<String, &'static str> {
    match message {
        Message::Sentence(pieces) => {
            let named = pieces.iter().filter_map(|piece| match piece {
                Piece::Argument(name) => Some((name.clone(), "text")),
                Piece::Text(_) => None,
            });
            named.collect()
        }
        Message::Choice { by, argument, cases } => {
            let mut all: BTreeMap<String, &'static str> = BTreeMap::new();
            for (name, kind) in cases.values().flat_map(used) {
                let known = all.entry(name).or_insert(kind);
                *known = if kind == "integer" { kind } else { *known };
            }
            all.insert(argument.clone(), if *by == "select" { WORDS } else { "integer" });
            all
        }
    }
}

pub fn message(
    random: &mut Random,
    contract: &BTreeMap<String, &'static str>,
    language: &str,
    depth: usize,
) -> Message {
    let names: Vec<&String> = contract.keys().collect();
    if depth == 0 || names.is_empty() || random.chance(50) {
        return Message::Sentence(sentence(random, &names));
    }
    let argument = (*random.pick(&names)).clone();
    let by = match contract[&argument] {
        "integer" => *random.pick(&["plural", "plural", "ordinal"]),
        WORDS => "select",
        _ => return Message::Sentence(sentence(random, &names)),
    };
    let mut keys = random.some(plural::categories(language, by), 70);
    match by {
        "select" => keys.extend(random.some(&CHOSEN, 50)),
        _ => keys.extend(random.some(&["0", "1", "12", "100"], 25)),
    }
    keys.push("other");
    let cases = keys.into_iter().map(|key| (key.to_owned(), message(random, contract, language, depth - 1)));
    Message::Choice { by, argument, cases: cases.collect() }
}

fn sentence(random: &mut Random, names: &[&String]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for _ in 0..=random.up_to(3) {
        let is_argument = !names.is_empty() && random.chance(50);
        match pieces.last_mut() {
            _ if is_argument => pieces.push(Piece::Argument((*random.pick(names)).clone())),
            Some(Piece::Text(before)) => before.push_str(&texts::text(random)),
            _ => pieces.push(Piece::Text(texts::text(random))),
        }
    }
    pieces
}
