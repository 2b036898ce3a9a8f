//! Values that are texts, and labels.

use std::fs;

use crate::files::{good, meaning, refused, text};
use crate::{codes, expect};

#[test]
fn a_text() {
    expect("values-text", codes("explain 42501 states.toml"));
    expect("values-text-alias", codes("explain undefined_relation states.toml --arg table=users"));
    expect("values-text-in-range", codes("explain 42601 states.toml"));
    expect("values-text-unlisted", codes("explain 08000 states.toml"));
    expect("values-text-of-one-letter", codes("explain a states.toml"));
    expect("values-text-misspelt", codes("explain UNDEFINED_TABEL states.toml"));
}

#[test]
fn a_label() {
    let mut command = codes("explain");
    command.args(["SQLSTATE 42P01", "states.toml"]);
    expect("values-label", command);
    expect("values-label-hexadecimal", codes("explain 0x80004004 results.toml"));
    expect("values-label-small-letters", codes("explain 0x8004abcd results.toml"));
    expect("values-label-number", codes("explain -2147467259 results.toml"));
}

#[test]
fn lists() {
    for table in ["states", "results"] {
        for format in ["text", "json", "csv"] {
            let words = format!("list {table}.toml --format {format}");
            expect(&format!("values-{table}-{format}"), codes(&words));
        }
    }
}

/// A spreadsheet for a table with a label may have labels, numbers and ranges of both.
#[test]
fn labels_are_imported() {
    let head = |repr: &str, label: &str| {
        format!("[registry]\ntitle.en = \"E\"\n{repr}\nlabel = \"{label}\"\nlanguages = [\"en\"]\n")
    };
    let row = |kind: &str, header: &str, symbol: &str| {
        format!("\n[{kind}.{header}]\nsymbol = \"{symbol}\"\nname.en = \"{symbol}\"\n")
    };
    let cases = [
        ("repr = \"u16\"", "E{value:04}", ["1", "E0001", "E0007", "7"], "E0010-E0019", "10-19"),
        ("repr = \"u16\"", "Error {value}", ["1", "1", "Error 7", "7"], "Error 10-Error 19", "10-19"),
        ("repr = \"i16\"", "E{value}", ["-1", "E-1", "E-7", "-7"], "E-9..=E-8", "\"-9..=-8\""),
        (
            "repr = \"u16\"",
            "P{value:04X}",
            ["P0010", "P0010", "P0011", "P0011"],
            "P0020-P002F",
            "P0020-P002F",
        ),
        (
            "repr = \"str\"\nlength = 5",
            "SQLSTATE {value}",
            ["42P01", "SQLSTATE 42P01", "SQLSTATE 42P02", "42P02"],
            "",
            "",
        ),
    ];
    for (repr, label, [old, known, new, header], range, range_header) in cases {
        let folder = tempfile::tempdir().unwrap();
        let table = head(repr, label) + &row("code", old, "ONE");
        fs::write(folder.path().join("codes.toml"), &table).unwrap();
        let mut rows = format!("value,symbol,name.en\n{known},ONE,ONE\n{new},NEW,NEW\n");
        let mut expected = table + &row("code", header, "NEW");
        if !range.is_empty() {
            rows += &format!("{range},WIDE,WIDE\n");
            expected += &row("range", range_header, "WIDE");
        }
        fs::write(folder.path().join("rows.csv"), rows).unwrap();
        good(folder.path(), "import rows.csv codes.toml");
        let meaning = meaning(folder.path(), "codes.toml");
        assert_eq!(meaning, expected.parse().unwrap(), "{label}:\n{}", text(folder.path(), "codes.toml"));
        good(folder.path(), "check codes.toml");
    }
}

/// `2.05` is a value as the table writes it, even if another notation of this form exists.
#[test]
fn labels_of_parts_are_imported() {
    let folder = tempfile::tempdir().unwrap();
    let table = "[registry]\ntitle.en = \"E\"\nrepr = \"u16\"\nlabel = \"{class}.{detail:02}\"\nlanguages = [\"en\"]\n\n[part]\nclass = \"8-15\"\ndetail = \"0-7\"\n\n[code.\"2.04\"]\nsymbol = \"ONE\"\nname.en = \"One\"\n";
    fs::write(folder.path().join("codes.toml"), table).unwrap();
    fs::write(folder.path().join("rows.csv"), "value,symbol,name.en\n2.05,TWO,Two\n").unwrap();
    good(folder.path(), "import rows.csv codes.toml");
    let listed = good(folder.path(), "list codes.toml --format csv");
    assert!(listed.contains("\n517,517,TWO,"), "{listed}");
}

/// A text that is neither a number nor a label is not a value of the table.
#[test]
fn what_is_no_label_is_not_imported() {
    let folder = tempfile::tempdir().unwrap();
    let table = "[registry]\ntitle.en = \"E\"\nrepr = \"u16\"\nlabel = \"E{value}\"\nlanguages = [\"en\"]\n\n[code.1]\nsymbol = \"ONE\"\nname.en = \"One\"\n";
    for (rows, reason) in [
        (
            "E1,ONE,One\nX2,TWO,Two\n",
            "`X2` is not a valid value: the values of the table have the type `u16`",
        ),
        ("E1,ONE,One\nE70000,TWO,Two\n", "`70000` is out of range for `u16`"),
    ] {
        fs::write(folder.path().join("codes.toml"), table).unwrap();
        fs::write(folder.path().join("rows.csv"), format!("value,symbol,name.en\n{rows}")).unwrap();
        let said = refused(folder.path(), "import rows.csv codes.toml");
        assert!(said.contains(reason), "{said}");
        assert_eq!(text(folder.path(), "codes.toml"), table);
    }
}
