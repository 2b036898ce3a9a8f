//! A message, from a table to what a reader sees: held against a model of what messages mean.
#![no_main]

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use arbitrary::Arbitrary;
use code_registry::__private::{Speech, fmt_entry};
use code_registry_table::{MOST_BYTES, entry, is_right_to_left, plural};
use libfuzzer_sys::fuzz_target;

use crate::model::{Given, Message, NAMES, Tag};

#[path = "message/model.rs"]
mod model;

#[derive(Debug, Arbitrary)]
struct Input {
    tag: Tag,
    message: Message,
    given: [Given; NAMES.len()],
}

fuzz_target!(|input: Input| {
    let tag = input.tag.name();
    let table = format!(
        "[registry]\ntitle.{tag} = \"T\"\nrepr = \"u8\"\nlanguages = [\"{tag}\"]\n\
         [code.1]\nsymbol = \"A\"\nmessage.{tag} = {}\n",
        input.message
    );
    let Some(reading) = fuzz::good(&table) else { return };
    let row = &reading.table.rows[0];
    let Some(message) = row.message.get(0) else { panic!("no message in {table}") };
    let program = entry(message, &row.arguments, is_right_to_left(tag));
    if program.len() > MOST_BYTES {
        return;
    }
    let [cardinal, ordinal] =
        [false, true].map(|ordinal| plural::compile(tag, ordinal).expect("CLDR knows it"));
    let said = Said { program: &program, given: &input.given, cardinal, ordinal, tag };
    let shown = said.to_string();
    assert_eq!(shown, said.to_string(), "said twice");
    check_isolates(&shown, &table);
    let given: BTreeMap<&str, &Given> = NAMES.into_iter().zip(&input.given).collect();
    if let Some(expected) = input.message.said(input.tag, &given) {
        assert_eq!(without_isolates(&shown), without_isolates(&expected), "{table}");
    }
});

/// What a program says in a language.
struct Said<'a> {
    program: &'a str,
    given: &'a [Given],
    cardinal: Vec<u8>,
    ordinal: Vec<u8>,
    tag: &'static str,
}

impl Display for Said<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let right_to_left = is_right_to_left(self.tag);
        let speech = Speech { right_to_left, cardinal: &self.cardinal, ordinal: &self.ordinal };
        let given = NAMES.into_iter().zip(self.given);
        let given: Vec<_> = given.filter_map(|(name, given)| Some((name, given.shown()?))).collect();
        fmt_entry(self.program, &speech, &given, f)
    }
}

fn is_isolate(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2069}')
}

fn without_isolates(text: &str) -> String {
    text.replace(is_isolate, "")
}

/// What is opened is closed. (What closes nothing, as a sentence may have it, says nothing.)
fn check_isolates(shown: &str, table: &str) {
    let next = |open: usize, mark| if mark == '\u{2069}' { open.saturating_sub(1) } else { open + 1 };
    let open = shown.chars().filter(|&character| is_isolate(character)).fold(0, next);
    assert_eq!(open, 0, "left open: {shown:?} of {table}");
}
