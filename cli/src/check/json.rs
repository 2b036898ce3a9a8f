//! Diagnostics for programs.

use std::io::Write;

use code_registry_table::{Diagnostic, Reading, Source};
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
}

#[derive(Serialize)]
struct Related<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
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
        severity: diagnostic.severity().name(),
        rule: diagnostic.rule.id(),
        message: &diagnostic.message,
        related: report.related.map(|(path, line, column, message)| Related { path, line, column, message }),
        help: diagnostic.help.as_deref(),
    }
}
