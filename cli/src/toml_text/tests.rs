//! Each file in tests/edit has a table, its changes, and the result; `UPDATE_EXPECT=1` rewrites the result.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use code_registry_table::{Extent, OpaqueKey, Table};

use super::edit::Edit;
use super::verify;
use crate::document::Node;

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/edit");
const BETWEEN: &str = "\n======\n";

#[test]
fn cases() {
    let cases: Vec<_> = fs::read_dir(CASES).unwrap().map(|case| case.unwrap().path()).collect();
    assert!(cases.len() > 8);
    cases.iter().for_each(case);
}

fn case(path: &PathBuf) {
    let text = fs::read_to_string(path).unwrap();
    let [table, changes, expected] = text.splitn(3, BETWEEN).collect::<Vec<_>>().try_into().unwrap();
    let shown = changed(path, table, changes);
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(path, [table, changes, &shown].join(BETWEEN)).unwrap();
    } else {
        assert_eq!(shown, expected, "{}", path.display());
    }
}

fn changed(path: &Path, text: &str, changes: &str) -> String {
    let table = read(path, text);
    let mut edit = Edit::open(text, &table).unwrap();
    changes.lines().for_each(|change| make(&mut edit, &table, change));
    let changed = edit.finish();
    assert!(verify::edited(text, &changed).is_some(), "{}:\n{}", path.display(), changed.text);
    read(path, &changed.text);
    changed.text
}

/// A valid table; the file of a language is empty.
fn read(path: &Path, text: &str) -> Table {
    let reading = code_registry_table::read("codes.toml", text, &mut |_| Ok(String::new()));
    let mistakes: Vec<_> =
        reading.diagnostics.iter().map(|found| found.report(&reading.sources).to_string()).collect();
    assert!(!reading.has_errors(), "{}: {}\n{text}", path.display(), mistakes.join("\n"));
    reading.table
}

/// `set KEY.KEY JSON`, `remove KEY.KEY`, `renumber code OLD NEW`, or `code 2001 KEY JSON` for a row however the file
/// spells its values.
fn make(edit: &mut Edit<'_>, table: &Table, change: &str) {
    let words: Vec<_> = change.splitn(3, ' ').collect();
    match words[..] {
        ["set", path, value] => {
            edit.set(&path.split('.').collect::<Vec<_>>(), &serde_json::from_str(value).unwrap());
        }
        ["remove", path] => {
            edit.remove(&path.split('.').collect::<Vec<_>>());
        }
        ["renumber", kind, values] => {
            let extents: Vec<_> =
                values.split(' ').map(|header| table.extent(kind, header).unwrap()).collect();
            edit.renumber(extents[0], extents[1]);
        }
        [kind, values, rest] => {
            let [kind, header] = edit.row(table.extent(kind, values).unwrap());
            let (path, value) = rest.split_once(' ').unwrap();
            let path: Vec<_> = [&*kind, &*header].into_iter().chain(path.split('.')).collect();
            edit.set(&path, &serde_json::from_str::<Node>(value).unwrap());
        }
        _ => panic!("{change}"),
    }
}

/// Only what is named changes: not the line endings, not the byte order mark.
#[test]
fn line_ends_stay() {
    let text = "\u{feff}[registry]\r\ntitle.en = \"T\"\r\nrepr = \"u8\"\r\nlanguages = [\"en\"]\r\n[code.1]\r\nsymbol = \"ONE\"\r\nname.en = \"One\"";
    let table = read(Path::new("dos"), text);
    let mut edit = Edit::open(text, &table).unwrap();
    edit.set(&["code", "1", "since"], &Node::text("2"));
    edit.set(&["code", "2", "symbol"], &Node::text("TWO"));
    edit.set(&["code", "2", "name", "en"], &Node::text("Two"));
    let expected =
        [text, "\r\nsince = \"2\"\r\n[code.2]\r\nsymbol = \"TWO\"\r\nname.en = \"Two\"\r\n"].concat();
    assert_eq!(edit.finish().text, expected);
    assert_eq!(table.rows[0].extent, Extent::Code(1));
}

/// For every valid table: a key is added to each row, is found there, and removing it restores the file.
#[test]
fn any_layout() {
    let folders = ["../table/tests/good", "../tests/tables", "tests/tables"];
    let folders = folders.map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let files =
        folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|file| file.unwrap().path());
    let tables = files.filter(|file| file.extension().is_some_and(|extension| extension == "toml"));
    let changed: usize = tables.map(|file| usize::from(every_row(&file))).sum();
    assert!(changed > 20);
}

/// Whether it is a valid table.
fn every_row(path: &Path) -> bool {
    let Ok(text) = fs::read_to_string(path) else { return false };
    let folder = path.parent().unwrap();
    let read = |text: &str| {
        let file = &mut |file: &str| fs::read_to_string(folder.join(file)).map_err(|error| error.to_string());
        code_registry_table::read("codes.toml", text, file)
    };
    let old = read(&text);
    if old.has_errors() {
        return false;
    }
    let rows =
        || old.table.rows.iter().filter(|row| row.opaque(OpaqueKey::Since).is_none()).map(|row| row.extent);
    let mut edit = Edit::open(&text, &old.table).unwrap();
    for row in rows() {
        let [kind, header] = edit.row(row);
        edit.set(&[&kind, &header, "since"], &Node::text("now"));
    }
    let changed = edit.finish().text;
    let new = read(&changed);
    assert!(
        !new.has_errors() && new.table.rows.iter().all(|row| row.opaque(OpaqueKey::Since).is_some()),
        "{}:\n{changed}",
        path.display()
    );
    let mut back = Edit::open(&changed, &new.table).unwrap();
    for row in rows() {
        let [kind, header] = back.row(row);
        back.remove(&[&kind, &header, "since"]);
    }
    let back = back.finish().text;
    assert!(back == text || back.trim_end() == text.trim_end(), "{}:\n{back}", path.display());
    true
}
