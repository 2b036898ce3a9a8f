//! Messages that are too long for one piece: the numbers of a program have fourteen bits.
//!
//! `UPDATE_EXPECT=1 cargo test --test long_messages` rewrites the table.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{env, fs};

use code_registry::{Argument, Language};

/// Long messages.
#[code_registry::codes("tests/tables/long.toml")]
enum LongCode {}

const TABLE: &str = "tests/tables/long.toml";
const EN: Language = Language::new("en").unwrap();

/// Neither the first 16,383 bytes nor the next ones end between characters.
fn long_text() -> String {
    "è".repeat(8_200) + "x" + &"€".repeat(5_600)
}

/// So many arguments that the program itself is too long: the place of each takes five bytes.
const PLACES: usize = 3_300;

#[test]
fn the_table_is_fresh() {
    let (text, places) = (long_text(), "{name} ".repeat(PLACES));
    let table = format!(
        r#"# Made by tests/long_messages.rs.

[registry]
title.en  = "Long messages"
repr      = "u8"
languages = ["en"]

[code.1]
symbol = "TEXT"
message.en = {{ plural = "count", one = "one {{name}}", other = "{text}{{name}}!" }}

[code.2]
symbol = "PLACES"
message.en = "{places}"
"#
    );
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(TABLE, &table).unwrap();
    }
    assert!(fs::read_to_string(TABLE).unwrap() == table, "run with UPDATE_EXPECT=1");
}

#[test]
fn a_text_is_split_between_characters() {
    let said = |count: u64| {
        LongCode::Text.format(EN, &[("name", "n".into()), ("count", Argument::count(&count))]).to_string()
    };
    assert!(said(2) == long_text() + "n!");
    assert_eq!(said(1), "one n");
    assert!(LongCode::Text.description(EN) == long_text() + "{name}!");
}

#[test]
fn a_program_is_as_long_as_its_message_needs() {
    let arguments = &[("name", Argument::from("n"))];
    assert!(LongCode::Places.format(EN, arguments).to_string() == "n ".repeat(PLACES));
    assert!(LongCode::Places.description(EN) == "{name} ".repeat(PLACES));
}
