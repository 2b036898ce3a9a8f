//! Columns, and their values in rows.

use super::{NUMBERS, Random};
use crate::table::{Cell, Property, PropertyKind};

const NAMES: [&str; 7] = ["retryable", "http_status", "level", "row", "key", "of_value", "owner_2"];
const WORDS: [&str; 6] = ["ok", "none", "self", "2nd", "very_bad", "retry-later"];

pub fn properties(random: &mut Random) -> Vec<Property> {
    random.some(&NAMES, 25).into_iter().map(|name| property(random, name)).collect()
}

pub fn property(random: &mut Random, name: &str) -> Property {
    let kind = kind(random);
    let doc = random.maybe(50, |_| format!("what `{name}` says: \"…\""));
    Property { name: name.to_owned(), default: random.maybe(50, |random| cell(random, &kind)), kind, doc }
}

fn kind(random: &mut Random) -> PropertyKind {
    match random.up_to(3) {
        0 => PropertyKind::Bool,
        1 => PropertyKind::Integer(random.pick(&NUMBERS).0),
        2 => PropertyKind::Str,
        _ => {
            let mut words: Vec<String> = WORDS.map(ToOwned::to_owned).to_vec();
            random.shuffle(&mut words);
            words.truncate(1 + random.up_to(WORDS.len() - 1));
            PropertyKind::Enum(words)
        }
    }
}

pub fn cell(random: &mut Random, kind: &PropertyKind) -> Cell {
    match kind {
        PropertyKind::Bool => Cell::Bool(random.chance(50)),
        PropertyKind::Integer(name) => {
            let (_, min, max) = NUMBERS.into_iter().find(|(other, ..)| other == name).unwrap();
            let any = random.between(min, max);
            Cell::Integer(*random.pick(&[min, max, 0, 1, any]))
        }
        PropertyKind::Str => Cell::Str((*random.pick(&["team", "\"quoted\" \\ {}", "é\n"])).to_owned()),
        PropertyKind::Enum(words) => Cell::Word(random.pick(words).clone()),
    }
}
