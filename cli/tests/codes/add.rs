//! `codes add`

use crate::{copies, expect_changed};

#[test]
fn next_free_value() {
    let folder = copies("add", &["loader.toml"]);
    expect_changed("add", &folder, "add CFG_NEW loader.toml --name New --name it=Nuovo", &["loader.toml"]);
    expect_changed("add-range", &folder, "add CFG_NEXT loader.toml --range cfg_file", &[]);
    expect_changed("add-full", &folder, "add CFG_THIRD loader.toml --range 3000-3001", &[]);
    expect_changed("add-no-range", &folder, "add CFG_THIRD loader.toml --range CFG_FIEL", &[]);
}

#[test]
fn value_that_is_asked_for() {
    let folder = copies("add-value", &["loader.toml", "results.toml", "states.toml"]);
    expect_changed("add-taken", &folder, "add CFG_X loader.toml --value 2003", &[]);
    expect_changed("add-no-value", &folder, "add CFG_X loader.toml --value abc", &[]);
    expect_changed("add-too-great", &folder, "add CFG_X loader.toml --value 70000", &[]);
    expect_changed(
        "add-symbol-taken",
        &folder,
        "add CFG_OLD loader.toml --value 5 --name it=X",
        &["loader.toml"],
    );
    expect_changed("add-hexadecimal", &folder, "add E_NEW results.toml --range FACILITY", &["results.toml"]);
    expect_changed("add-text", &folder, "add NEW states.toml", &[]);
    expect_changed("add-text-value", &folder, "add NEW states.toml --value 42P02", &["states.toml"]);
}

/// No text is dropped or assigned to another language.
#[test]
fn texts_are_told_apart() {
    let folder = copies("add-texts", &["loader.toml"]);
    let add = "add CFG_NEW loader.toml --name";
    let old = std::fs::read_to_string(folder.join("loader.toml")).unwrap();
    expect_changed("add-text-twice", &folder, &format!("{add} one --name en=two"), &[]);
    expect_changed("add-text-language", &folder, &format!("{add} fr=Nouveau"), &[]);
    assert_eq!(std::fs::read_to_string(folder.join("loader.toml")).unwrap(), old);
    expect_changed("add-text-equals", &folder, &format!("{add} en=fr=1 --name it=N --message 1=1"), &[]);
}

/// If the last value of a range has a code, the first gap is used. Reserved values are not a gap.
#[test]
fn gaps() {
    let folder = copies("add-gaps", &["gaps.toml"]);
    for name in ["add-gap", "add-gap-next", "add-gap-none"] {
        let words = format!("add {} gaps.toml --range ALL", name.replace('-', "_").to_uppercase());
        expect_changed(name, &folder, &words, &[]);
    }
}

/// Texts are written to the file of their language.
#[test]
fn language_file() {
    let folder = copies("add-split", &["diff/old.toml", "diff/it.toml"]);
    let words = "add CFG_NEW old.toml --range CFG_FILE --name New --name it=Nuovo";
    expect_changed("add-split", &folder, words, &["old.toml", "it.toml"]);
}

#[test]
fn columns() {
    let folder = copies("add-columns", &["required.toml"]);
    expect_changed("add-set-missing", &folder, "add NEW required.toml", &[]);
    expect_changed(
        "add-set",
        &folder,
        "add NEW required.toml --set http=404 --set retry=true --set kind=a",
        &["required.toml"],
    );
    expect_changed("add-set-unknown", &folder, "add NEXT required.toml --set htp=404", &[]);
    expect_changed("add-set-twice", &folder, "add NEXT required.toml --set http=404 --set http=405", &[]);
    expect_changed("add-set-bounds", &folder, "add NEXT required.toml --set http=40", &[]);
    expect_changed("add-set-type", &folder, "add NEXT required.toml --set http=many", &[]);
    expect_changed("add-set-no-value", &folder, "add NEXT required.toml --set http", &[]);
}
