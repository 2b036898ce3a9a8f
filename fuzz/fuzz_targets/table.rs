//! The text of a table: its diagnostics, in every language of the tool, and what is left of it.
#![no_main]

use code_registry::{Language, language};
use codes_command::probe;
use fuzz::{check_diagnostics, check_table, read};
use libfuzzer_sys::fuzz_target;

const IT: Language = Language::new("it").unwrap();

fuzz_target!(|text: &str| {
    let reading = read(text);
    check_diagnostics(&reading);
    check_table(&reading.table);

    let (linted, english) = probe::check(text);
    check_diagnostics(&linted);
    let said: Vec<_> = linted.diagnostics.iter().map(|found| (found.rule, &found.message)).collect();
    for found in &reading.diagnostics {
        assert!(said.contains(&(found.rule, &found.message)), "the linter does not say {found:?}");
    }
    let (translated, italian) = language::scope(IT, || probe::check(text));
    check_diagnostics(&translated);
    assert_eq!(linted.diagnostics.len(), translated.diagnostics.len());
    assert!(english != italian, "{english}");
    assert_eq!(english, probe::check(text).1, "the same text, other words");
});
