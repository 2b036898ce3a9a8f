//! Diagnostics as SARIF 2.1.0, for code scanning services.

use std::fmt::Write as _;
use std::io::Write;

use code_registry_table::{Diagnostic, Place, Reading, Rule, Severity, Source};
use serde::Serialize;

use crate::error::Error;
use crate::error::ToolMessage;
use crate::{diagnostics, terminal};

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    language: String,
    column_kind: &'static str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    information_uri: &'static str,
    rules: Vec<Descriptor>,
}

/// A rule with at least one finding.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Text,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    related_locations: Option<[Location<'a>; 1]>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<PlainText<'a>>,
}

#[derive(Serialize)]
struct PlainText<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

/// Lines and columns start at 1; the end is exclusive.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// One run for all tables.
pub(super) fn write<'a>(out: &mut dyn Write, tables: impl Iterator<Item = &'a Reading>) -> Result<(), Error> {
    let found: Vec<(&Diagnostic, &[Source])> = tables
        .flat_map(|table| table.diagnostics.iter().map(|found| (found, table.sources.as_slice())))
        .collect();
    let mut broken: Vec<Rule> = found.iter().map(|(found, _)| found.rule).collect();
    broken.sort_unstable();
    broken.dedup();
    let driver = Driver {
        name: "codes",
        version: env!("CARGO_PKG_VERSION"),
        information_uri: env!("CARGO_PKG_REPOSITORY"),
        rules: broken.iter().copied().map(descriptor).collect(),
    };
    let number = |rule: Rule| broken.partition_point(|broken| *broken < rule);
    let results = found.iter().map(|(found, sources)| finding(found, number(found.rule), sources)).collect();
    let (tool, language) = (Tool { driver }, diagnostics::spoken().to_string());
    let run = Run { tool, language, column_kind: "unicodeCodePoints", results };
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    terminal::json(out, &Log { schema, version: "2.1.0", runs: [run] })
}

fn descriptor(rule: Rule) -> Descriptor {
    Descriptor {
        id: rule.id(),
        short_description: Text { text: diagnostics::rule(rule) },
        default_configuration: Configuration { level: level(rule.severity()) },
    }
}

fn finding<'a>(found: &'a Diagnostic, rule_index: usize, sources: &[Source]) -> Finding<'a> {
    let mut text = found.message.clone();
    if let Some(help) = &found.help {
        let _ = write!(text, "\n{}: {help}", ToolMessage::Help);
    }
    let related = found.related.as_ref();
    Finding {
        rule_id: found.rule.id(),
        rule_index,
        level: level(found.severity),
        message: Text { text },
        locations: [location(&found.place, None, sources)],
        related_locations: related.map(|(place, text)| [location(place, Some(text), sources)]),
    }
}

fn location<'a>(place: &Place, text: Option<&'a String>, sources: &[Source]) -> Location<'a> {
    let source = &sources[place.source];
    let (start_line, start_column) = source.position(place.span.start);
    let (end_line, end_column) = source.position(place.span.end);
    let region = Region { start_line, start_column, end_line, end_column };
    let physical_location = Physical { artifact_location: Artifact { uri: uri(&source.path) }, region };
    Location { physical_location, message: text.map(|text| PlainText { text }) }
}

/// SARIF uses the same words.
fn level(severity: Severity) -> &'static str {
    severity.name()
}

/// A path as an RFC 3986 reference. `:` is escaped too, because it would end a scheme.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                uri.push(byte.into());
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_references() {
        assert_eq!(uri("../a b/è:%.toml"), "../a%20b/%C3%A8%3A%25.toml");
    }
}
