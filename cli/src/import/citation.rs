//! Texts of IANA's pages, with their references as citations. Persons and their addresses are left out.

use super::xml::{Content, Element};
use crate::display_text;

/// The references of an element at any depth, without duplicates.
pub(super) fn within(element: &Element) -> Vec<String> {
    let mut found = Vec::new();
    collect(element, &mut found);
    found
}

/// The references that are children of an element.
pub(super) fn children(element: &Element) -> Vec<String> {
    let mut found = Vec::new();
    element.named("xref").filter_map(reference).for_each(|reference| add(reference, &mut found));
    found
}

fn collect(element: &Element, out: &mut Vec<String>) {
    for child in element.children() {
        if child.name != "xref" {
            collect(child, out);
        } else if let Some(reference) = reference(child) {
            add(reference, out);
        }
    }
}

fn add(reference: String, out: &mut Vec<String>) {
    if !out.contains(&reference) {
        out.push(reference);
    }
}

/// What a reference refers to: `RFC 9110, section 15.5.1`, or an address. Persons and notes have none.
fn reference(xref: &Element) -> Option<String> {
    let data = xref.attribute("data").unwrap_or_default().trim();
    let text = without_addresses(&display_text::one_line(&content(xref)));
    let reference = match xref.attribute("type")? {
        "rfc" => document("RFC", "rfc", data, &text, xref.attribute("section")),
        "bcp" => document("BCP", "bcp", data, &text, None),
        "std" => document("STD", "std", data, &text, None),
        "rfc-errata" => format!("RFC errata {data}"),
        "draft" if text.is_empty() => data.to_owned(),
        "registry" if text.is_empty() => format!("https://www.iana.org/assignments/{data}"),
        "uri" if data.starts_with("mailto:") || data.contains('@') || !data.contains(':') => text,
        "uri" if text.is_empty() || text == data => data.to_owned(),
        "uri" => format!("{text} <{data}>"),
        "registry" => format!("{text} <https://www.iana.org/assignments/{data}>"),
        "text" | "draft" => text,
        _ => return None,
    };
    Some(reference).filter(|reference| !reference.is_empty())
}

/// `RFC9110, Section 15.5.1.` is `RFC 9110, section 15.5.1`.
fn document(series: &str, prefix: &str, data: &str, text: &str, section: Option<&str>) -> String {
    let number = data.to_lowercase().trim_start_matches(prefix).trim_start_matches('0').to_owned();
    let name = format!("{series} {number}");
    let place = section.map(|section| format!("Section {section}"));
    let text = place.as_deref().unwrap_or(text).trim_end_matches('.');
    let named =
        [&name, &format!("{series}{number}")].into_iter().find_map(|name| text.strip_prefix(name.as_str()));
    let place = named.unwrap_or(text).trim_start_matches([' ', ',', ':', ';']);
    let place = place.replacen("Sections ", "sections ", 1).replacen("Section ", "section ", 1);
    let place = place.replacen("Sec. ", "section ", 1).replacen("Appendix ", "appendix ", 1);
    if place.is_empty() { name } else { format!("{name}, {place}") }
}

/// The text of an element on one line.
pub(super) fn line(element: &Element) -> String {
    without_addresses(&display_text::one_line(&content(element)))
}

/// The text of an element on one line; empty if it only has references.
pub(super) fn cell(element: &Element) -> String {
    let is_blank = |part: &Content| match part {
        Content::Text(text) => {
            text.chars().all(|character| character.is_whitespace() || matches!(character, ',' | ';'))
        }
        Content::Element(inner) => inner.name == "xref",
    };
    if element.content.iter().all(is_blank) { String::new() } else { line(element) }
}

/// The text of a note with its paragraphs; empty if it only has references.
pub(super) fn note(element: &Element) -> String {
    if cell(element).is_empty() { String::new() } else { paragraphs(element) }
}

/// The text of an element with an empty line between paragraphs.
pub(super) fn paragraphs(element: &Element) -> String {
    let text = content(element);
    let lines = text.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let paragraphs =
        lines.split("\n\n").map(|paragraph| without_addresses(&display_text::one_line(paragraph)));
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Elements inside a line; all others are paragraphs, lines or items.
const INLINE: [&str; 14] =
    ["a", "abbr", "b", "bcp14", "code", "em", "i", "s", "span", "strong", "sub", "sup", "tt", "u"];

fn content(element: &Element) -> String {
    let parts = element.content.iter().map(|part| match part {
        Content::Text(text) => text.clone(),
        Content::Element(inner) if inner.name == "xref" => cited(inner),
        Content::Element(inner) if INLINE.contains(&inner.name.as_str()) => content(inner),
        Content::Element(inner) => format!("\n\n{}\n\n", content(inner)),
    });
    parts.collect()
}

/// The citation of a reference inside a text.
fn cited(xref: &Element) -> String {
    let data = xref.attribute("data").unwrap_or_default();
    let text = content(xref);
    match xref.attribute("type") {
        Some("note") => format!(" [{data}]"),
        Some("person") => String::new(),
        _ if !text.trim().is_empty() => text,
        Some("uri") if data.starts_with("mailto:") => String::new(),
        Some("rfc") => format!("RFC {}", data.to_lowercase().trim_start_matches("rfc")),
        _ => data.to_owned(),
    }
}

/// The text without e-mail addresses.
fn without_addresses(text: &str) -> String {
    let is_address = |word: &str| {
        let word = word.trim_matches(|character: char| !character.is_ascii_alphanumeric());
        let (name, domain) = word.split_once('@').unwrap_or_default();
        !name.is_empty() && !name.contains("//") && domain.contains('.')
    };
    if !text.contains('@') {
        return text.to_owned();
    }
    let words = text.split(' ').map(|word| if is_address(word) { "[address]" } else { word });
    words.collect::<Vec<_>>().join(" ")
}
