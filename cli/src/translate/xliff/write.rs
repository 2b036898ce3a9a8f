//! A catalog as an XLIFF file.

use std::fmt::Write as _;

use quick_xml::escape::{escape, partial_escape};

use super::super::catalog::{Catalog, Entry};
use super::INITIAL;

pub(in super::super) fn write(catalog: &Catalog) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (source, target) = (escape(&*catalog.source), escape(&*catalog.target));
    let _ = writeln!(
        out,
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"{source}\" trgLang=\"{target}\">"
    );
    out.push_str(" <file id=\"codes\" xml:space=\"preserve\">\n");
    catalog.entries.iter().for_each(|entry| unit(&mut out, entry));
    out + " </file>\n</xliff>\n"
}

fn unit(out: &mut String, entry: &Entry) {
    let _ = writeln!(out, "  <unit id=\"{}\" name=\"{}\">", id(&entry.key), attribute(&entry.key));
    if !entry.notes.is_empty() {
        let note = |note: &String| format!("    <note>{}</note>\n", text(note));
        let notes: String = entry.notes.iter().map(note).collect();
        let _ = write!(out, "   <notes>\n{notes}   </notes>\n");
    }
    let (source, target) = (entry.sources.concat(), entry.targets.concat());
    // Without a target no state: a tool that adds the one and knows nothing of the other has translated it.
    let state = match (target.is_empty(), entry.is_stale) {
        (true, _) => String::new(),
        (false, true) => format!(" state=\"{INITIAL}\""),
        (false, false) => " state=\"translated\"".to_owned(),
    };
    let _ = writeln!(out, "   <segment{state}>\n    <source>{}</source>", text(&source));
    if !target.is_empty() {
        let _ = writeln!(out, "    <target>{}</target>", text(&target));
    }
    out.push_str("   </segment>\n  </unit>\n");
}

/// The key in the characters that an id may have: letters, digits, `.`, `-` and `_`; any other byte in hexadecimal digits
/// after a colon.
fn id(key: &str) -> String {
    let mut out = String::new();
    for byte in key.bytes() {
        match byte {
            b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => out.push(byte.into()),
            _ => drop(write!(out, ":{byte:02X}")),
        }
    }
    out
}

fn attribute(text: &str) -> String {
    escape(text).into_owned()
}

/// A text; the characters that XML has not are written as XLIFF has them.
fn text(text: &str) -> String {
    let mut out = String::new();
    for part in text.split_inclusive(is_no_xml) {
        let last = part.chars().next_back().filter(|character| is_no_xml(*character));
        let rest = &part[..part.len() - last.map_or(0, char::len_utf8)];
        out += &partial_escape(rest);
        if let Some(character) = last {
            let _ = write!(out, "<cp hex=\"{:04X}\"/>", u32::from(character));
        }
    }
    out
}

fn is_no_xml(character: char) -> bool {
    matches!(character, '\u{fffe}' | '\u{ffff}')
}
