//! The rows that are read from files with errors: `recovered.txt`, which `UPDATE_EXPECT=1` rewrites.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use code_registry_table::syntax::{Kind, Table, Tree, Value, parse};

/// Separates cases.
const CASE: &str = "════";
/// Separates a file from the tree that is read from it.
const READ: &str = "────";

#[test]
fn what_is_read_of_files_with_errors() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/syntax/recovered.txt");
    let expected = fs::read_to_string(&path).unwrap();
    let mut found = String::new();
    for case in expected.split(&format!("{CASE}\n")).filter(|case| !case.is_empty()) {
        let (text, _) = case.split_once(&format!("{READ}\n")).unwrap_or((case, ""));
        let text = text.strip_suffix('\n').unwrap_or(text);
        let read = shown(&meant(text));
        writeln!(found, "{CASE}\n{text}\n{READ}\n{read}").unwrap();
    }
    let found = found.trim_end().to_owned() + "\n";
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(path, found).unwrap();
    } else {
        for (found, expected) in found.split(CASE).zip(expected.split(CASE)) {
            assert!(
                found == expected,
                "expected:\n{expected}\nfound:\n{found}\nif that is right: UPDATE_EXPECT=1"
            );
        }
    }
}

/// The text of a case: `␍` is a carriage return, `␡` a deletion, and `⟨81×[⟩` 81 brackets.
fn meant(text: &str) -> String {
    let text = text.replace('␍', "\r").replace('␡', "\u{7f}");
    let mut parts = text.split('⟨');
    let mut meant = parts.next().unwrap().to_owned();
    for part in parts {
        let (many, rest) = part.split_once('⟩').unwrap();
        let (count, what) = many.split_once('×').unwrap();
        meant += &what.repeat(count.parse().unwrap());
        meant += rest;
    }
    meant
}

fn shown(text: &str) -> String {
    let Tree { root, repeated, errors, damaged, stopped } = parse(text);
    let mut out = String::new();
    for error in errors {
        let (start, end) = (place(text, error.span.start), place(text, error.span.end));
        let lost = if error.lost.is_empty() {
            String::new()
        } else {
            format!(", lost {} to {}", place(text, error.lost.start), place(text, error.lost.end))
        };
        writeln!(out, "{start} to {end}: {:?}{lost}", error.problem).unwrap();
    }
    for part in damaged {
        writeln!(out, "damaged {} to {}", place(text, part.start), place(text, part.end)).unwrap();
    }
    writeln!(out, "{}", table(&root)).unwrap();
    if !repeated.is_empty() {
        writeln!(out, "repeated {}", table(&repeated)).unwrap();
    }
    if let Some((at, stop)) = stopped {
        writeln!(out, "stopped at {}: {stop:?}", place(text, at)).unwrap();
    }
    out
}

fn place(text: &str, at: usize) -> String {
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    format!("{line}:{}", at - before.rfind('\n').map_or(0, |end| end + 1) + 1)
}

fn table(table: &Table<'_>) -> String {
    let entries: Vec<String> = table
        .entries()
        .iter()
        .map(|entry| format!("{} = {}", entry.key.name.escape_debug(), value(&entry.value)))
        .collect();
    format!("{{ {} }}", entries.join(", "))
}

fn value(value: &Value<'_>) -> String {
    match &value.kind {
        Kind::String(text) => format!("{text:?}"),
        Kind::Table(inner) => table(inner),
        Kind::Array { .. } => {
            let items: Vec<String> = value.items().iter().map(self::value).collect();
            format!("[{}]", items.join(", "))
        }
        Kind::Integer(integer) => format!("{:?}", integer.value()),
        other => format!("{other:?}"),
    }
}
