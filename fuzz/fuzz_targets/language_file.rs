//! A language file, checked against a table and against the table's contract alone. Both refuse the same files, and
//! report the same TOML errors. Each accepted message is shown, without its arguments, as the table shows it.
#![no_main]

use std::sync::LazyLock;

use code_registry_table::contract::{self, Contract};
use code_registry_table::{Reading, Severity, read, read_language, texts_of_language};
use fuzz::message::{check_isolates, say, without_isolates};
use fuzz::{TABLE, check_diagnostics};
use libfuzzer_sys::fuzz_target;

static WRITTEN: LazyLock<String> = LazyLock::new(|| contract::write(&fuzz::read(TABLE), "", &|_| vec![0]));
static CONTRACT: LazyLock<Contract> =
    LazyLock::new(|| Contract::read(&WRITTEN).expect("a contract is read back"));
/// The table with the language of the file.
static WITH_FILE: LazyLock<String> =
    LazyLock::new(|| TABLE.replace("\"it\"]", "\"it\", \"pl\"]") + "[language.pl]\nfile = \"pl.toml\"\n");

fuzz_target!(|text: &str| {
    let alone = read_language(&CONTRACT, "pl", "pl.toml", text);
    check_diagnostics(&alone);
    check_texts(&alone);
    let together = read("codes.toml", &WITH_FILE, &mut |_| Ok(text.to_owned()));
    check_diagnostics(&together);
    let (alone, together) = (errors(&alone, 0), errors(&together, 1));
    assert_eq!(alone.is_empty(), together.is_empty(), "{alone:?}, {together:?}");
    // After a TOML error, each check skips a different part of the file.
    if alone.iter().all(|(_, rule)| *rule != "syntax") {
        assert_eq!(alone, together);
    }
});

fn check_texts(alone: &Reading) {
    let rows = &alone.table.rows;
    let texts = texts_of_language(&alone.table);
    let [names, descriptions, messages, help, ..] = &texts[..] else { panic!("a kind of text is missing") };
    // All kinds of text except messages have one for unlisted values.
    let counts = [names, descriptions, messages, help].map(Vec::len);
    assert_eq!(counts, [rows.len() + 1, rows.len() + 1, rows.len(), rows.len() + 1]);
    for (row, program) in rows.iter().zip(messages) {
        let Some(message) = row.message.get(0) else { continue };
        let said = say(program, "pl", &[]);
        check_isolates(&said);
        assert_eq!(without_isolates(&said), without_isolates(&message.shown(&row.arguments)), "{program:?}");
    }
}

/// The places and rules of the errors in the file.
fn errors(reading: &Reading, source: usize) -> Vec<(std::ops::Range<usize>, &'static str)> {
    let errors = reading.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let here = errors.filter(|found| found.place.source == source);
    // A contract does not know which rows have an explanation.
    let here = here.filter(|found| {
        found.rule.id() != "missing-default-text" || !found.message.starts_with("`explanation`")
    });
    let errors = here.map(|found| (found.place.span.clone(), found.rule.id()));
    // A contract does not contain the columns of the table.
    errors.filter(|(_, rule)| *rule != "unknown-property").collect()
}
