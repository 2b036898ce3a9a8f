//! Whatever is broken, nothing panics and the rest is read.

use code_registry_table::{Reading, read};

const TABLE: &str = include_str!("../good/format.toml");

#[test]
fn a_table_cut_anywhere_is_read() {
    for end in (0..TABLE.len()).filter(|&end| TABLE.is_char_boundary(end)) {
        read_text(&TABLE[..end]);
    }
}

#[test]
fn a_table_that_lacks_any_character_is_read() {
    for (at, character) in TABLE.char_indices() {
        read_text(&format!("{}{}", &TABLE[..at], &TABLE[at + character.len_utf8()..]));
    }
}

#[test]
fn a_table_that_lacks_any_line_is_read() {
    let lines: Vec<&str> = TABLE.lines().collect();
    for at in 0..lines.len() {
        let reading = read_text(&[&lines[..at], &lines[at + 1..]].concat().join("\n"));
        assert!(reading.table.rows.len() + 1 >= 3, "without line {}", at + 1);
    }
}

#[test]
fn a_value_of_any_type_is_read_anywhere() {
    for value in
        ["1", "-1", "1.5", "true", "\"\"", "\"x\"", "[]", "[1]", "[[]]", "{}", "{ en = 1 }", "1979-05-27"]
    {
        for line in TABLE.lines().filter(|line| line.contains(" = ")) {
            let key = line.split(" = ").next().unwrap();
            read_text(&TABLE.replace(line, &format!("{key} = {value}")));
        }
    }
}

/// Reads a table and renders its diagnostics.
fn read_text(text: &str) -> Reading {
    let reading = read("codes.toml", text, &mut |_| Ok("[code.2001]\nname = 1".to_owned()));
    crate::rendered(&reading);
    reading
}
