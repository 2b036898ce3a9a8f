//! Diagnostics for programs.

use std::io::Write;

use code_registry_table::{Diagnostic, MissingText, Reading, Source};
use serde::Serialize;

use crate::failure::Failure;
use crate::output;

#[derive(Serialize)]
struct Object<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    severity: &'static str,
    rule: &'static str,
    message: &'a str,
    related: Option<Related<'a>>,
    help: Option<&'a str>,
    missing: Vec<Missing<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
}

/// A text that a partial language lacks, and the line where the default language has it.
#[derive(Serialize)]
struct Missing<'a> {
    key: &'static str,
    owner: &'a str,
    line: usize,
}

/// One array, whatever the number of tables.
pub(super) fn write<'a>(
    out: &mut dyn Write,
    tables: impl Iterator<Item = &'a Reading>,
) -> Result<(), Failure> {
    let objects: Vec<_> = tables
        .flat_map(|table| table.diagnostics.iter().map(|diagnostic| object(diagnostic, &table.sources)))
        .collect();
    output::json(out, &objects)
}

fn object<'a>(diagnostic: &'a Diagnostic, sources: &'a [Source]) -> Object<'a> {
    let report = diagnostic.report(sources);
    Object {
        path: report.path,
        line: report.line,
        column: report.column,
        severity: diagnostic.severity.name(),
        rule: diagnostic.rule.id(),
        message: &diagnostic.message,
        related: report.related.map(|(path, line, column, message)| Related { path, line, column, message }),
        help: diagnostic.help.as_deref(),
        missing: diagnostic.missing.iter().map(|text| missing(text, sources)).collect(),
    }
}

fn missing<'a>(text: &'a MissingText, sources: &[Source]) -> Missing<'a> {
    let (line, _) = sources[text.place.source].position(text.place.span.start);
    Missing { key: text.key, owner: &text.owner, line }
}
