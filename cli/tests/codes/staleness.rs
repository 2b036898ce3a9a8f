//! Translations whose source has changed: `codes.lock`, `codes translate record` and `status`, the lint `stale`.

use std::fs;

use crate::translate::{at, export, folder, good, import, read, replace};
use crate::{compare, expect, expect_changed};

/// A text that changes is stale until its translation changes, or until it is recorded as reviewed.
#[test]
fn stale_texts() {
    let folder = folder("stale");
    let file = export(&folder, "choices.toml", "it", "po");
    good(import(&folder, "choices.toml", &file));
    compare("translate-lock", &read(&folder, "choices.lock"));
    replace(&folder, "choices.toml", "\"A place in a row.\"", "\"A place in a queue.\"");
    replace(&folder, "choices.toml", "one = \"one file in {folder}\"", "one = \"a file in {folder}\"");
    expect("translate-stale", at(&folder, "translate status choices.toml"));

    let file = export(&folder, "choices.toml", "it", "po");
    assert_eq!(read(&folder, &file).matches("#, fuzzy").count(), 3);
    let before = read(&folder, "choices.toml");
    expect("translate-fuzzy", import(&folder, "choices.toml", &file));
    assert_eq!(read(&folder, "choices.toml"), before);

    let xliff = export(&folder, "choices.toml", "it", "xliff");
    expect("translate-fuzzy-xliff", import(&folder, "choices.toml", &xliff));
    let csv = export(&folder, "choices.toml", "it", "csv");
    expect("translate-fuzzy-csv", import(&folder, "choices.toml", &csv));

    // One is recorded as correct, the other is corrected in the table.
    let previous = "#, fuzzy\n#| msgid \"A place in a row.\"\n";
    replace(&folder, &file, previous, "");
    good(import(&folder, "choices.toml", &file));
    expect("translate-less-stale", at(&folder, "translate status choices.toml"));
    replace(&folder, "choices.toml", "\"un file in {folder}\"", "\"1 file in {folder}\"");
    expect("translate-fresh", at(&folder, "translate status choices.toml"));
}

/// A translation of an older text is imported, and is stale at once.
#[test]
fn translated_from_an_older_text() {
    let folder = folder("older");
    let file = export(&folder, "choices.toml", "it", "xliff");
    replace(&folder, &file, "A place in a row.</source>", "A place.</source>");
    replace(&folder, &file, "Un posto in fila.", "Un posto.");
    expect("translate-older", import(&folder, "choices.toml", &file));
    assert!(read(&folder, "choices.toml").contains("description.it = \"Un posto.\""));
    expect("translate-older-status", at(&folder, "translate status choices.toml"));
}

#[test]
fn a_lock_that_is_none_is_refused() {
    let folder = folder("lock");
    fs::write(folder.join("choices.lock"), "[it]\ncode.1 = 3\n").unwrap();
    expect("translate-bad-lock", at(&folder, "translate status choices.toml"));
}

/// Translations that were written by hand are stale, too, if they have been recorded.
#[test]
fn translations_by_hand() {
    let folder = folder("stale-by-hand");
    expect_changed("record", &folder, "translate record choices.toml", &[]);
    replace(&folder, "choices.toml", "\"A place in a row.\"", "\"A place in a queue.\"");
    replace(&folder, "choices.toml", "en = \"Another note.\"", "en = \"Yet another note.\"");
    // One of them is translated again, with one in the file of a language.
    replace(&folder, "choices.toml", "it = \"Un'altra nota.\"", "it = \"Un'altra nota ancora.\"");
    expect("record-stale", at(&folder, "check choices.toml"));
    expect("record-stale-it", at(&folder, "--language it check choices.toml"));
    expect("record-stale-denied", at(&folder, "check --deny warnings --format json choices.toml"));
    let table = read(&folder, "choices.toml");
    fs::write(folder.join("choices.toml"), format!("{table}\n[lint]\nstale = \"allow\"\n")).unwrap();
    expect("record-allowed", at(&folder, "check choices.toml"));
    fs::write(folder.join("choices.toml"), table).unwrap();
    // The new translation is recorded; a stale one remains stale until it is reviewed.
    expect("record-keep", at(&folder, "translate record --keep-stale choices.toml"));
    expect("record-keep-status", at(&folder, "translate status choices.toml"));
    expect("record-language", at(&folder, "translate record --language it choices.toml"));
    expect("record-language-status", at(&folder, "translate status choices.toml"));
    expect("record-rest", at(&folder, "translate record choices.toml"));
    good(at(&folder, "translate status choices.toml"));
    good(at(&folder, "check choices.toml"));
}

#[test]
fn a_language_that_lags_behind() {
    let folder = folder("status-check");
    good(at(&folder, "translate record choices.toml"));
    expect("status-check", at(&folder, "translate status --check choices.toml"));
    expect("status-check-min", at(&folder, "translate status --check --min 60 choices.toml"));
    replace(&folder, "choices.toml", "\"A place in a row.\"", "\"A place in a queue.\"");
    expect("status-check-stale", at(&folder, "translate status --check --min 90 --format json choices.toml"));
    expect("status-min-alone", at(&folder, "translate status --min 90 choices.toml"));
}

/// `add` and imports record the translations that they write, and no others.
#[test]
fn commands_record_what_they_write() {
    let folder = folder("stale-commands");
    good(at(&folder, "add FIRST --name it=Primo --name ar=A choices.toml"));
    compare("record-add", &read(&folder, "choices.lock"));
    fs::write(folder.join("rows.csv"), "value,symbol,name.en,name.it,name.ar\n2950,MORE,More,Altro,B\n")
        .unwrap();
    good(at(&folder, "import rows.csv choices.toml"));
    compare("record-import", &read(&folder, "choices.lock"));
    good(at(&folder, "fmt choices.toml"));
    compare("record-import", &read(&folder, "choices.lock"));
}
