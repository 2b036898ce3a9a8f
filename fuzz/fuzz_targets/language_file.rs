//! A language file, held against a table and against its contract alone: both refuse the same, and of TOML for the same; what is accepted
//! is shown.
#![no_main]

use std::sync::LazyLock;

use code_registry_table::contract::{self, Contract};
use code_registry_table::{Reading, Severity, read, read_language, texts_of_language};
use fuzz::{TABLE, check_diagnostics};
use libfuzzer_sys::fuzz_target;

static CONTRACT: LazyLock<String> = LazyLock::new(|| contract::write(&fuzz::read(TABLE), &|_| vec![0]));

fuzz_target!(|text: &str| {
    let contract = Contract::read(&CONTRACT).expect("a contract is read back");
    let alone = read_language(&contract, "pl", "pl.toml", text);
    check_diagnostics(&alone);
    let [names, descriptions, messages, help, _notes] =
        texts_of_language(&alone.table).map(|texts| texts.len());
    let rows = alone.table.rows.len();
    // All but messages have one for what no row covers.
    assert_eq!([names, descriptions, messages, help], [rows + 1, rows + 1, rows, rows + 1]);

    let table = TABLE.replace("\"it\"]", "\"it\", \"pl\"]")
        + "[language.pl]
file = \"pl.toml\"
";
    let together = read("codes.toml", &table, &mut |_| Ok(text.to_owned()));
    check_diagnostics(&together);
    let (alone, together) = (errors(&alone, 0), errors(&together, 1));
    assert_eq!(alone.is_empty(), together.is_empty(), "{alone:?}, {together:?}");
    // What follows from text that is no TOML, each leaves out as far as it sees.
    if alone.iter().all(|(_, rule)| *rule != "syntax") {
        assert_eq!(alone, together);
    }
});

/// The places and the rules of what is wrong with the file.
fn errors(reading: &Reading, source: usize) -> Vec<(std::ops::Range<usize>, &'static str)> {
    let errors = reading.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let here = errors.filter(|found| found.place.source == source);
    here.map(|found| (found.place.span.clone(), found.rule.id())).collect()
}
