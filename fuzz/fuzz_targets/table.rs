//! The text of a table: its diagnostics in every language of the tool, and the rows that remain.
#![no_main]

use code_registry::{Language, language};
use code_registry_table::{Place, Reading, Rule, Severity};
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
    assert_eq!(findings(&linted), findings(&translated), "Italian reports other findings");
    assert!(english != italian, "{english}");
    assert_eq!(english, probe::check(text).1, "the same text, other words");
});

/// Everything about the diagnostics except their wording.
fn findings(reading: &Reading) -> Vec<(Severity, Rule, &Place, Option<&Place>)> {
    let findings = reading.diagnostics.iter().map(|found| {
        let related = found.related.as_ref().map(|(place, _)| place);
        (found.severity, found.rule, &found.place, related)
    });
    findings.collect()
}
