//! Diagnostics as people read them.

use code_registry_table::{Diagnostic, Reading, Severity};

use crate::output::{CYAN, RED, YELLOW};
use crate::said::Said;
use crate::show;

/// What introduces the help of a diagnostic.
const HELP: &str = "= help:";

/// Every diagnostic, an empty line after each.
pub(crate) fn diagnostics(reading: &Reading) -> String {
    reading.diagnostics.iter().map(|diagnostic| one(diagnostic, reading)).collect()
}

/// `codes.toml: 2 errors, 1 warning`; of a table that can be used also what is in it.
pub(crate) fn summary(reading: &Reading) -> String {
    let path = &reading.sources[0].path;
    let found = found(reading);
    if reading.has_errors() {
        format!("{path}: {found}\n")
    } else {
        format!("{path}: {}: {found}\n", size(reading))
    }
}

fn one(diagnostic: &Diagnostic, reading: &Reading) -> String {
    let severity = diagnostic.severity;
    let style = match severity {
        Severity::Error => RED,
        Severity::Warning => YELLOW,
    };
    let head = format!("{}[{}]", severity.name(), diagnostic.rule.id());
    let text = diagnostic.report(&reading.sources).to_string();
    let mut text = text.replacen(&head, &format!("{style}{head}{style:#}"), 1);
    // Help comes last: what looks like it further up is a line of the table.
    if let (Some(_), Some(at)) = (&diagnostic.help, text.rfind(HELP)) {
        text.replace_range(at..at + HELP.len(), &format!("{CYAN}{HELP}{CYAN:#}"));
    }
    text + "\n"
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
