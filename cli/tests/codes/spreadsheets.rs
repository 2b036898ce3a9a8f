//! `codes import` of spreadsheets.

use crate::{codes, copies, expect, expect_changed};

const MAPPING: &str =
    "--column value=Code --column name.en=Meaning --column name.it=Significato --column status=State";

#[test]
fn mapped() {
    let more = "--column retryable=Retry --column weight=Weight --column team=Note --column reference=See --title Sheet";
    expect("csv-mapped", codes(&format!("import ../import/sheet.csv {MAPPING} {more}")));
}

#[test]
fn columns_called_as_keys() {
    expect("csv-keys", codes("import ../import/keys.tsv"));
}

#[test]
fn columns_that_are_not_there() {
    expect("csv-no-value", codes("import ../import/sheet.csv"));
    expect("csv-no-column", codes("import ../import/sheet.csv --column value=Cod"));
    expect("csv-no-mapping", codes("import ../import/sheet.csv --column value"));
    expect("csv-no-cell", codes("import ../import/sheet.csv --column value=Weight"));
}

/// A mistake names the line that it comes from.
#[test]
fn mistakes() {
    expect("csv-mistakes", codes("import ../import/bad.csv"));
}

#[test]
fn into_a_table() {
    let folder = copies("csv-into", &["../import/sheet.csv", "../import/sheet-later.csv"]);
    expect_changed("csv-new", &folder, &format!("import sheet.csv {MAPPING} --output codes.toml"), &[]);
    let later = format!("import sheet-later.csv {MAPPING} --into codes.toml");
    expect_changed("csv-into", &folder, &later, &["codes.toml"]);
}

/// A symbol says which row it is, even where its value is another.
#[test]
fn renumbered() {
    let folder = copies("csv-renumbered", &["signed.toml"]);
    std::fs::write(folder.join("new.csv"), "value,symbol,name.it\n-6,FAILED,Fallito del tutto\n").unwrap();
    expect_changed("csv-renumbered", &folder, "import new.csv --into signed.toml", &["signed.toml"]);
    std::fs::write(folder.join("texts.csv"), "value,symbol,name.it\nA1,A,a\n").unwrap();
    expect_changed("csv-other-values", &folder, "import texts.csv --into signed.toml", &[]);
}

/// Texts go where their language has its texts, and a row changes its values there too.
#[test]
fn into_language_files() {
    let folder = copies("csv-split", &["diff/old.toml", "diff/it.toml"]);
    let rows = "value,symbol,name.en,name.it\n2007,CFG_OLD,Old,Antico\n2008,CFG_NEW,New,Nuovo\n";
    std::fs::write(folder.join("new.csv"), rows).unwrap();
    expect_changed("csv-split", &folder, "import new.csv --into old.toml", &["old.toml", "it.toml"]);
}
