//! Reading a table again after each edit gives what reading it for the first time gives.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};

use code_registry_table::{
    MOST_FILE_BYTES, Place, Reading, Rereader, Rule, Source, Table, beside, lint_translations,
};
use fastrand::Rng;

const FOLDERS: [&str; 5] = ["tests/errors", "tests/lints", "tests/good", "../cli/tests/tables", ".."];

/// Pieces of tables, many of which change what follows them.
const PIECES: [&str; 44] = [
    "\n",
    "\r\n",
    "\r",
    " ",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "[",
    "]",
    "{",
    "}",
    "=",
    ",",
    ".",
    "#",
    "é",
    "\u{202e}",
    "\u{85}",
    "[code.2001]\n",
    "[range.3000-3999]\n",
    "\n[code.7]\nsymbol = \"SEVEN\"\nmessage.en = \"seven\"\n",
    "\n[code]\n",
    "\n[registry]\n",
    "\n[lint]\nuntranslated = \"allow\"\n",
    "\n[enum.colour]\nvalues = [\"red\"]\n",
    "[[code.2001.note]]\n",
    "[code.2001.args]\n",
    "code.9.symbol = \"NINE\"\n",
    "symbol = \"A\"\n",
    "message.en = \"{count}\"\n",
    "message.xx = \"x\"\n",
    "message.en = { plural = \"count\", one = \"one\",\n",
    "status = \"retired\"\n",
    "replaced_by = 2001\n",
    "help.en = \"\"\"\n",
    "name = ",
    "\nname.en = \"two  spaces\"\n",
    "aliases = [\n",
    "[code.\"a.b\"]\n",
    "\n[property.cause]\ntype = \"text\"\n",
    "\n[property.cause]\ntype = \"str\"\n",
    "type = \"text\"\n",
    "cause.en = \"two  spaces\"\n",
];

fn tables() -> Vec<PathBuf> {
    let mut tables = Vec::new();
    for folder in FOLDERS {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        tables.extend(entries.filter(|path| path.extension().is_some_and(|kind| kind == "toml")));
    }
    tables.sort();
    // Larger ones only make the test long, and one is not UTF-8.
    tables.retain(|path| fs::read_to_string(path).is_ok_and(|text| text.len() < 20_000));
    tables
}

/// Replaces a few bytes, or a part that begins and ends at a line, by a piece or by another part.
fn edit(text: &mut String, random: &mut Rng) {
    let boundary = |text: &str, at: usize| (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap();
    let at = boundary(text, random.usize(..=text.len()));
    match random.usize(..6) {
        0 => {
            let end = boundary(text, (at + random.usize(..4)).min(text.len())).max(at);
            text.replace_range(at..end, "");
        }
        1 => {
            let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
            let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1);
            let line = text[start..end].to_owned();
            if random.usize(..2) == 0 {
                text.replace_range(start..end, "");
            } else {
                text.insert_str(boundary(text, random.usize(..=text.len())), &line);
            }
        }
        2 => {
            let start = text[..at].rfind("\n[").map_or(0, |newline| newline + 1);
            let end = text[at..].find("\n[").map_or(text.len(), |newline| at + newline + 1);
            let section = text[start..end].to_owned();
            text.replace_range(start..end, "");
            if random.usize(..2) == 0 {
                let at = text[..boundary(text, random.usize(..=text.len()))].rfind("\n[");
                text.insert_str(at.map_or(text.len(), |at| at + 1), &section);
            }
        }
        _ => text.insert_str(at, PIECES[random.usize(..PIECES.len())]),
    }
}

/// Every other translation is stale.
fn stale(table: &Table, _: &[Source]) -> Vec<(Place, String)> {
    let rows = table.rows.iter().filter(|row| row.place.span.start % 2 == 0);
    rows.map(|row| (row.place.clone(), "it".to_owned())).collect()
}

fn shown(reading: &Reading) -> String {
    let Reading { table, diagnostics, .. } = reading;
    format!("{table:#?}\n{diagnostics:#?}")
}

/// Reads the table after an edit, again and for the first time, and compares.
fn check_edit(before: &str, after: &str) -> Reading {
    let file = |_: &str| Err("there is no such file".to_owned());
    let mut reader = Rereader::default();
    reader.lint_translations("codes.toml", before, &mut { file }, stale);
    let again = reader.lint_translations("codes.toml", after, &mut { file }, stale);
    assert_eq!(shown(&again), shown(&lint_translations("codes.toml", after, &mut { file }, stale)));
    again
}

#[test]
fn rows_are_linted_again_after_the_type_of_a_column_changes() {
    let head = "[registry]\ntitle.en = \"Alarms\"\nrepr = \"u8\"\nlanguages = [\"en\"]\n";
    let row = "[code.1]\nsymbol = \"FAN\"\nname.en = \"Fan\"\ncause.en = \"two  spaces\"\n";
    let table = |kind: &str| format!("{head}[property.cause]\ntype = \"{kind}\"\n{row}");
    let reading = check_edit(&table("str"), &table("text"));
    assert!(reading.diagnostics.iter().any(|found| found.rule == Rule::StraySpace));
}

#[test]
fn texts_of_columns_count_in_rows_that_are_not_linted_again() {
    let mut table = "[registry]\ntitle.en = \"Alarms\"\ntitle.it = \"Allarmi\"\nrepr = \"u8\"\nlanguages = [\"en\", \"it\"]\n\
        [property.cause]\ntype = \"text\"\n\
        [code.9]\nsymbol = \"FAN\"\nname.en = \"Fan\"\nname.it = \"Ventola\"\n\
        cause.en = \"It does not turn.\"\ncause.it = \"Non gira.\"\n"
        .to_owned();
    for code in 10..20 {
        table += &format!(
            "[code.{code}]\nsymbol = \"A{code}\"\nname.en = \"Not found\"\nname.it = \"Not found\"\n"
        );
    }
    let reading = check_edit(&table, &format!("{table}\n"));
    let message = "10 of the 13 texts in `it` are the same as in `en`; this is the first";
    assert!(reading.diagnostics.iter().any(|found| found.message == message), "{:?}", reading.diagnostics);
}

#[test]
fn a_table_that_becomes_too_large_is_refused() {
    let table = "[registry]\ntitle.en = \"Alarms\"\nrepr = \"u8\"\nlanguages = [\"en\"]\n\
        [code.1]\nsymbol = \"FAN\"\nname.en = \"Fan\"\n";
    let reading = check_edit(table, &format!("{table}#{}", "-".repeat(MOST_FILE_BYTES)));
    assert!(reading.has_errors());
}

/// Random edits of each table. `ROUNDS` sets their number.
#[test]
fn edits_are_read_as_a_new_table_is() {
    let rounds: usize = std::env::var("ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(20);
    let mut random = Rng::with_seed(1);
    for path in tables() {
        let whole = fs::read_to_string(&path).unwrap();
        let name = path.to_str().unwrap();
        let file = |file: &str| fs::read_to_string(beside(name, file)).map_err(|error| error.to_string());
        let (mut text, mut reader) = (whole.clone(), Rereader::default());
        for round in 0..rounds {
            if round % 10 == 0 {
                text.clone_from(&whole);
            }
            let before = text.clone();
            edit(&mut text, &mut random);
            let again = reader.lint_translations(name, &text, &mut { file }, stale);
            let new = lint_translations(name, &text, &mut { file }, stale);
            if shown(&again) != shown(&new) {
                let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
                for (file, shown) in [
                    ("before.toml", before),
                    ("after.toml", text),
                    ("again", shown(&again)),
                    ("new", shown(&new)),
                ] {
                    fs::write(folder.join(file), shown).unwrap();
                }
                panic!(
                    "{name}, edit {round}: see before.toml, after.toml, again and new in {}",
                    folder.display()
                );
            }
        }
    }
}
