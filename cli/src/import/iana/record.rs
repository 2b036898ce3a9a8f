//! A record: its values, what it is called, and its status.

use super::{LANGUAGE, flat, reference};
use crate::document::Node;
use crate::failure::Failure;
use crate::import::rows::{Record, text};
use crate::import::xml::Element;
use crate::said::Said;

/// A longer text says what a code means rather than what it is called.
const LONGEST_NAME: usize = 60;

/// What stands in a registry for the value of a record.
const VALUES: [&str; 2] = ["value", "code"];

pub(super) fn read(record: &Element) -> Result<Record, Failure> {
    let value = VALUES.iter().find_map(|name| record.named(name).next()).map(flat);
    let value = value.filter(|value| !value.is_empty());
    let value = value.ok_or_else(|| Failure::trouble(Said::NoValueHere { line: record.line }))?;
    let part = |name: &str| record.named(name).next().map(flat).filter(|text| !text.is_empty());
    let name = part("name").or_else(|| part("summary"));
    let description = part("description");
    let called = name.clone().or_else(|| description.clone()).unwrap_or_else(|| value.clone());
    let mut fields = Vec::new();
    if let Some(status) = status(&called) {
        fields.push(("status".to_owned(), Node::text(status)));
    }
    match (&name, &description) {
        (Some(name), None) => fields.push(text("name", LANGUAGE, name)),
        (Some(name), Some(description)) => {
            fields.push(text("name", LANGUAGE, name));
            fields.push(text("description", LANGUAGE, description));
        }
        (None, _) if called.chars().count() > LONGEST_NAME => {
            fields.push(text("description", LANGUAGE, &called));
        }
        (None, _) => fields.push(text("name", LANGUAGE, &called)),
    }
    fields.extend(record.attribute("date").map(|date| ("since".to_owned(), Node::text(date))));
    let references = reference::within(record);
    fields.extend((!references.is_empty()).then(|| ("reference".to_owned(), Node::texts(&references))));
    Ok(Record { line: record.line, value, symbol: None, called, fields })
}

/// What registries write where the format has a status; none where a value is assigned.
fn status(called: &str) -> Option<&'static str> {
    let text = called.to_lowercase();
    let begins = |start: &str| text.trim_start_matches('(').starts_with(start);
    match () {
        () if begins("unassigned") => Some("unassigned"),
        () if text.contains("private use") => Some("private-use"),
        () if text.contains("experimental use") || begins("rfc3692") => Some("experimental-use"),
        () if begins("reserved") || begins("unused") => Some("reserved"),
        () if text.contains("(deprecated") || text.contains("(obsolete") => Some("deprecated"),
        () => None,
    }
}
