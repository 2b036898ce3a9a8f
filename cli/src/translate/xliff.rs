//! Writes XLIFF files, in the versions 2.0 and 1.2.

use std::fmt::Write as _;

use quick_xml::escape::{escape, partial_escape};

use super::catalog::{Catalog, Entry};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    V12,
    V20,
}

/// The states of XLIFF 2 and 1.2 of a translation that still has to be reviewed.
pub(super) const INITIAL: &str = "initial";
pub(super) const NEEDS_REVIEW: &str = "needs-review-translation";

/// The states of a finished translation, which both versions call alike.
const TRANSLATED: &str = "translated";
const FINISHED: [(Version, &[&str]); 2] = [
    (Version::V20, &[TRANSLATED, "reviewed", "final"]),
    (Version::V12, &[TRANSLATED, "signed-off", "final"]),
];

pub(super) fn write(catalog: &Catalog, version: Version) -> String {
    let source = escape(&*catalog.source);
    let target = escape(catalog.target.as_deref().unwrap_or_default());
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    match version {
        Version::V20 => {
            let _ = write!(
                out,
                "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"{source}\" \
                 trgLang=\"{target}\">\n <file id=\"codes\" xml:space=\"preserve\">\n"
            );
            catalog.entries.iter().for_each(|entry| unit(&mut out, entry));
            out + " </file>\n</xliff>\n"
        }
        Version::V12 => {
            let _ = write!(
                out,
                "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">\n <file original=\"codes\" \
                 source-language=\"{source}\" target-language=\"{target}\" datatype=\"plaintext\">\n  <body>\n"
            );
            catalog.entries.iter().for_each(|entry| trans_unit(&mut out, entry));
            out + "  </body>\n </file>\n</xliff>\n"
        }
    }
}

fn unit(out: &mut String, entry: &Entry) {
    let _ = writeln!(out, "  <unit id=\"{}\" name=\"{}\">", id(&entry.key), attribute(&entry.key));
    if !entry.notes.is_empty() || !entry.marks.comments.is_empty() {
        out.push_str("   <notes>\n");
        for note in &entry.notes {
            let _ = writeln!(out, "    <note category=\"developer\">{}</note>", text(note));
        }
        for comment in &entry.marks.comments {
            let _ = writeln!(out, "    <note category=\"translator\">{}</note>", text(comment));
        }
        out.push_str("   </notes>\n");
    }
    let state = state(entry, Version::V20, INITIAL);
    let _ = writeln!(
        out,
        "   <segment{state}>\n    <source>{}</source>",
        inline(entry, &entry.sources, Version::V20)
    );
    if entry.is_translated() {
        let _ = writeln!(out, "    <target>{}</target>", inline(entry, &entry.targets, Version::V20));
    }
    out.push_str("   </segment>\n  </unit>\n");
}

fn trans_unit(out: &mut String, entry: &Entry) {
    let (id, key) = (id(&entry.key), attribute(&entry.key));
    let _ = writeln!(out, "   <trans-unit id=\"{id}\" resname=\"{key}\" xml:space=\"preserve\">");
    let _ = writeln!(out, "    <source>{}</source>", inline(entry, &entry.sources, Version::V12));
    if entry.is_translated() {
        let state = state(entry, Version::V12, NEEDS_REVIEW);
        let _ = writeln!(out, "    <target{state}>{}</target>", inline(entry, &entry.targets, Version::V12));
    }
    for note in &entry.notes {
        let _ = writeln!(out, "    <note from=\"developer\">{}</note>", text(note));
    }
    for comment in &entry.marks.comments {
        let _ = writeln!(out, "    <note from=\"translator\">{}</note>", text(comment));
    }
    out.push_str("   </trans-unit>\n");
}

/// Without a target no state: a tool that adds the one and does not know the other has translated the text.
fn state(entry: &Entry, version: Version, fuzzy: &str) -> String {
    if !entry.is_translated() {
        return String::new();
    }
    let finished =
        FINISHED.iter().filter(|(known, _)| *known == version).flat_map(|(_, states)| states.iter());
    let kept = entry.marks.state.as_deref().filter(|state| finished.clone().any(|known| known == state));
    let state = if entry.marks.is_fuzzy { fuzzy } else { kept.unwrap_or(TRANSLATED) };
    format!(" state=\"{state}\"")
}

/// Sentences with their arguments as elements, which translators' tools protect. An argument has the same id in the
/// source and in the target.
fn inline(entry: &Entry, sentences: &[String], version: Version) -> String {
    let sentence = sentences.concat();
    let Some(arguments) = &entry.arguments else { return text(&sentence) };
    let (mut out, mut rest, mut used) = (String::new(), &*sentence, vec![0; arguments.len()]);
    while let Some(open) = rest.find('{') {
        let (before, after) = rest.split_at(open);
        out += &text(before);
        let name = after[1..].split_once('}').map(|(name, _)| name);
        let Some(at) = name.and_then(|name| arguments.iter().position(|known| known == name)) else {
            let length = if after.starts_with("{{") { 2 } else { 1 };
            out += &after[..length];
            rest = &after[length..];
            continue;
        };
        used[at] += 1;
        // The third place of the second argument is 2-3.
        let number = if used[at] == 1 { String::new() } else { format!("-{}", used[at]) };
        let (id, name) = (format!("{}{number}", at + 1), attribute(&arguments[at]));
        let _ = match version {
            Version::V20 => write!(out, "<ph id=\"{id}\" equiv=\"{{{name}}}\" disp=\"{{{name}}}\"/>"),
            Version::V12 => write!(out, "<ph id=\"{id}\">{{{name}}}</ph>"),
        };
        rest = &after[arguments[at].len() + 2..];
    }
    out + &text(rest)
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

/// The key that an id stands for.
pub(super) fn key_of(id: &str) -> Option<String> {
    let mut parts = id.split(':');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

fn attribute(text: &str) -> String {
    escape(text).into_owned()
}

/// A text; the characters that XML lacks are written as XLIFF 2 has them.
fn text(text: &str) -> String {
    let mut out = String::new();
    for part in text.split_inclusive(is_not_xml) {
        let last = part.chars().next_back().filter(|character| is_not_xml(*character));
        let rest = &part[..part.len() - last.map_or(0, char::len_utf8)];
        out += &partial_escape(rest);
        if let Some(character) = last {
            let _ = write!(out, "<cp hex=\"{:04X}\"/>", u32::from(character));
        }
    }
    out
}

fn is_not_xml(character: char) -> bool {
    matches!(character, '\u{fffe}' | '\u{ffff}')
}
