//! A message from the table to the text that a reader sees, compared with a model of what messages mean.
#![no_main]

use std::collections::BTreeMap;

use arbitrary::Arbitrary;
use code_registry_table::{MAX_TEXT_BYTES, entry, is_right_to_left};
use fuzz::message::{check_isolates, say, without_isolates};
use libfuzzer_sys::fuzz_target;

use crate::model::{ARGS, Given, Message, NAMES, Tag};

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
         [code.1]\nsymbol = \"A\"\nmessage.{tag} = {}\nargs = {ARGS}\n",
        input.message
    );
    let Some(reading) = fuzz::good(&table) else { return };
    let row = &reading.table.rows[0];
    let Some(message) = row.message.get(0) else { panic!("no message in {table}") };
    let program = entry(message, &row.arguments, is_right_to_left(tag));
    if program.len() > MAX_TEXT_BYTES {
        return;
    }
    let named = NAMES.into_iter().zip(&input.given);
    let shown: Vec<_> = named.filter_map(|(name, given)| Some((name, given.argument()?))).collect();
    let said = say(&program, tag, &shown);
    assert_eq!(said, say(&program, tag, &shown), "said twice");
    check_isolates(&said);
    let given: BTreeMap<&str, &Given> = NAMES.into_iter().zip(&input.given).collect();
    if let Some(expected) = input.message.said(input.tag, &given) {
        assert_eq!(without_isolates(&said), without_isolates(&expected), "{table}");
    }
});
