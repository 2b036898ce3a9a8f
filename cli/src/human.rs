//! Diagnostics as people read them.

use code_registry_table::{Diagnostic, Reading, Severity, shown};

use crate::output::{CYAN, RED, YELLOW};
use crate::said::Said;
use crate::show;

/// Every diagnostic, an empty line after each.
pub(crate) fn diagnostics(reading: &Reading) -> String {
    reading.diagnostics.iter().map(|diagnostic| one(diagnostic, reading)).collect()
}

/// `codes.toml: 2 errors, 1 warning`; of a table that can be used also what is in it.
pub(crate) fn summary(reading: &Reading) -> String {
    let path = shown(&reading.sources[0].path);
    let found = found(reading);
    if reading.has_errors() {
        format!("{path}: {found}\n")
    } else {
        format!("{path}: {}: {found}\n", size(reading))
    }
}

/// A diagnostic, and an empty line.
pub(crate) fn one(diagnostic: &Diagnostic, reading: &Reading) -> String {
    let (word, style) = match diagnostic.severity {
        Severity::Error => (Said::Error, RED),
        Severity::Warning => (Said::Warning, YELLOW),
    };
    let head = format!("{style}{word}[{}]{style:#}", diagnostic.rule.id());
    let help = format!("{CYAN}= {}:{CYAN:#}", Said::Help);
    diagnostic.report(&reading.sources).with(&head, &help) + "\n"
}

fn found(reading: &Reading) -> String {
    let count = |severity| reading.diagnostics.iter().filter(|found| found.severity == severity).count();
    match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => Said::NoMistakes.to_string(),
        (0, count) => Said::Warnings { count }.to_string(),
        (count, 0) => Said::Errors { count }.to_string(),
        (errors, warnings) => {
            format!("{}, {}", Said::Errors { count: errors }, Said::Warnings { count: warnings })
        }
    }
}

fn size(reading: &Reading) -> String {
    show::counts(&reading.table).map(|count| count.to_string()).join(", ")
}
