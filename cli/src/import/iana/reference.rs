//! `<xref>`: where something is defined.

use super::flat;
use crate::import::xml::{Content, Element};

/// The addresses of every reference in a record, however deep, each once.
pub(super) fn within(element: &Element) -> Vec<String> {
    let mut found = Vec::new();
    collect(element, &mut found);
    all(found.into_iter())
}

fn collect<'a>(element: &'a Element, out: &mut Vec<&'a Element>) {
    for child in element.children() {
        if child.name == "xref" { out.push(child) } else { collect(child, out) }
    }
}

/// The addresses, each once; people and notes have none.
pub(super) fn all<'a>(references: impl Iterator<Item = &'a Element>) -> Vec<String> {
    let mut addresses = Vec::new();
    for address in references.filter_map(address) {
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    addresses
}

fn address(reference: &Element) -> Option<String> {
    let data = reference.attribute("data").unwrap_or_default().trim();
    let text = inside(reference);
    let address = match reference.attribute("type")? {
        "rfc" => format!("https://www.rfc-editor.org/rfc/{}.html{}", data.to_lowercase(), anchor(&text)),
        "bcp" | "std" => format!("https://www.rfc-editor.org/info/{}", data.to_lowercase()),
        "rfc-errata" => format!("https://www.rfc-editor.org/errata/eid{data}"),
        "draft" => format!("https://datatracker.ietf.org/doc/{}/", data.trim_start_matches("RFC-ietf-")),
        "registry" => format!("https://www.iana.org/assignments/{data}"),
        "uri" => data.to_owned(),
        "text" => text,
        _ => return None,
    };
    Some(address).filter(|address| !address.is_empty())
}

/// `RFC9113, Section 6.1` leads to a place in the document.
fn anchor(text: &str) -> String {
    let section = text.split_once("Section ").map(|(_, rest)| rest);
    let section = section
        .and_then(|rest| rest.split([' ', ',', ';', ')']).next())
        .map(|number| number.trim_end_matches('.'));
    let is_number = |number: &&str| {
        !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit() || digit == '.')
    };
    section.filter(is_number).map(|number| format!("#section-{number}")).unwrap_or_default()
}

/// How a text cites it: `RFC 7936`.
pub(super) fn cited(reference: &Element) -> String {
    let data = reference.attribute("data").unwrap_or_default();
    match (inside(reference), reference.attribute("type")) {
        (_, Some("note")) => String::new(),
        (text, _) if !text.is_empty() => text,
        (_, Some("rfc")) => data.to_lowercase().replace("rfc", "RFC "),
        _ => data.to_owned(),
    }
}

fn inside(reference: &Element) -> String {
    let has_text = reference.content.iter().any(|content| matches!(content, Content::Text(_)));
    if has_text { flat(reference) } else { String::new() }
}
