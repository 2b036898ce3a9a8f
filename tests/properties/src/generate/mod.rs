//! Random valid tables.

mod columns;
pub mod edit;
pub mod extents;
pub mod messages;
pub mod names;
pub mod random;
mod rows;
mod texts;

pub use random::Random;

use crate::table::{Label, Language, Repr, Table};

pub const NUMBERS: [(&str, i128, i128); 8] = [
    ("u8", 0, u8::MAX as i128),
    ("u16", 0, u16::MAX as i128),
    ("u32", 0, u32::MAX as i128),
    ("u64", 0, u64::MAX as i128),
    ("i8", i8::MIN as i128, i8::MAX as i128),
    ("i16", i16::MIN as i128, i16::MAX as i128),
    ("i32", i32::MIN as i128, i32::MAX as i128),
    ("i64", i64::MIN as i128, i64::MAX as i128),
];

pub const LANGUAGES: [&str; 8] = ["en", "it", "de", "pl", "ar", "fr", "de-AT", "pt-BR"];

const LABELS: [(&str, &str, usize, &str); 8] = [
    ("E", "", 4, ""),
    ("#", "", 0, ""),
    ("0x", "", 8, "X"),
    ("0x", "", 0, "x"),
    ("code ", "!", 3, ""),
    ("«", "»", 2, "X"),
    ("{", "}", 0, ""),
    ("№\u{a0}", "", 20, ""),
];

const LABELS_OF_TEXTS: [(&str, &str); 3] = [("SQLSTATE ", ""), ("«", "»"), ("", " é")];

/// The table for a seed.
pub fn table(seed: u64) -> Table {
    let mut random = Random::new(seed);
    let random = &mut random;
    let repr = repr(random);
    let languages = languages(random);
    let title = texts::everywhere(random, &languages);
    let mut table = Table {
        notes: (0..random.up_to(1)).map(|_| texts::somewhere(random, &languages)).collect(),
        label: random.maybe(40, |random| label(random, &repr)),
        prefix: random.maybe(50, |random| (*random.pick(&["APP_", "X", "E_", "app"])).to_owned()),
        unlisted: random.maybe(50, |random| (*random.pick(&["Unlisted", "Elsewhere", "Default"])).to_owned()),
        serde: *random.pick(&[None, Some("number"), Some("symbol"), Some("object")]),
        references: random.some(&["https://example.org/a".to_owned(), "RFC 8126".to_owned()], 20),
        properties: columns::properties(random),
        rows: Vec::new(),
        title,
        repr,
        languages,
    };
    rows::add(random, &mut table);
    table
}

fn repr(random: &mut Random) -> Repr {
    if random.chance(20) {
        return Repr::Text { length: *random.pick(&[1, 2, 5, 9, 15]) };
    }
    let (name, min, max) = *random.pick(&NUMBERS);
    Repr::Number { name, min, max }
}

fn label(random: &mut Random, repr: &Repr) -> Label {
    if let Repr::Text { .. } = repr {
        let (before, after) = *random.pick(&LABELS_OF_TEXTS);
        return Label { before, after, width: 0, digits: "" };
    }
    let (before, after, width, digits) = *random.pick(&LABELS);
    Label { before, after, width, digits }
}

fn languages(random: &mut Random) -> Vec<Language> {
    let mut tags = random.some(&LANGUAGES, 35);
    random.shuffle(&mut tags);
    if tags.is_empty() {
        tags.push("en");
    }
    let language = |at: usize, tag: &&str| Language {
        tag: (*tag).to_owned(),
        policy: if at == 0 {
            None
        } else {
            *random.pick(&[None, Some("required"), Some("partial"), Some("draft")])
        },
        fallback: if at == 0 { Vec::new() } else { fallback(random, &tags, tag) },
        has_file: random.chance(25),
    };
    tags.iter()
        .enumerate()
        .map({
            let mut language = language;
            move |(at, tag)| language(at, tag)
        })
        .collect()
}

/// Other languages in any order, perhaps including the default one.
fn fallback(random: &mut Random, tags: &[&str], tag: &str) -> Vec<String> {
    let mut others: Vec<String> =
        random.some(tags, 40).into_iter().filter(|other| *other != tag).map(ToOwned::to_owned).collect();
    random.shuffle(&mut others);
    others
}

impl Language {
    pub fn is_required(&self) -> bool {
        matches!(self.policy, None | Some("required"))
    }
}
