//! A table whose languages, including the default language, have their texts in separate files.

use std::fs;

use tempfile::TempDir;

use crate::files::{folder, good, meaning, refused, text};

const HEAD: &str = "[registry]\nrepr = \"u16\"\nlanguages = [\"en\", \"it\"]\n";
const EN: &str = r#"[registry]
title = "Errors"
note  = ["A note on all."]

[range.10-19]
name = "Files"

[code.10]
message = { plural = "count", one = "one file in {folder}", other = "{count} files in {folder}" }
help    = "Remove some."
note    = ["Since 2.", "Not in 3."]

[code.20]
name = "Other"
"#;
const IT: &str = r#"[registry]
title = "Errori"

[code.10]
message = { plural = "count", one = "un file in {folder}", many = "{count} di file in {folder}", other = "{count} file in {folder}" }
note    = ["Dalla 2."]
"#;

/// The table with its files.
fn split() -> TempDir {
    let rows = "[range.10-19]\nsymbol = \"FILES\"\n\n[code.10]\nsymbol = \"TOO_MANY\"\nsince = \"1\"\n\n[code.20]\nsymbol = \"OTHER\"\n";
    let settings =
        "[language.en]\nfile = \"texts/en.toml\"\n\n[language.it]\npolicy = \"draft\"\nfile = \"it.toml\"\n";
    let folder = folder(&[("codes.toml", &format!("{HEAD}\n{settings}\n{rows}")), ("it.toml", IT)]);
    fs::create_dir(folder.path().join("texts")).unwrap();
    fs::write(folder.path().join("texts/en.toml"), EN).unwrap();
    folder
}

/// The same table in one file.
fn whole() -> TempDir {
    let head = HEAD.replacen(
        '\n',
        "\ntitle = { en = \"Errors\", it = \"Errori\" }\nnote = [{ en = \"A note on all.\" }]\n",
        1,
    );
    let settings = "[language.it]\npolicy = \"draft\"\n";
    let rows = r#"[range.10-19]
symbol = "FILES"
name.en = "Files"

[code.10]
symbol = "TOO_MANY"
since = "1"
message.en = { plural = "count", one = "one file in {folder}", other = "{count} files in {folder}" }
message.it = { plural = "count", one = "un file in {folder}", many = "{count} di file in {folder}", other = "{count} file in {folder}" }
help.en = "Remove some."
note = [{ en = "Since 2.", it = "Dalla 2." }, { en = "Not in 3." }]

[code.20]
symbol = "OTHER"
name.en = "Other"
"#;
    folder(&[("codes.toml", &format!("{head}\n{settings}\n{rows}"))])
}

#[test]
fn commands_show_the_same_as_for_one_file() {
    let (split, whole) = (split(), whole());
    for words in [
        "check",
        "list",
        "list --format json",
        "explain 10 --language it",
        "explain OTHER",
        "render --format markdown",
        "render --format html --language it",
        "render --format json",
        "render --format csv",
        "generate typescript",
        "generate rust",
        "translate export --language it --format po",
        "translate export --language de --format xliff",
        "translate export --language it --format csv",
        "translate status",
    ] {
        // The contract of the enum names the file of each message, and files for translators name lines.
        let shown = good(split.path(), words).replace("texts/en.toml", "codes.toml");
        let without_lines = |text: &str| {
            text.lines().filter(|line| !line.contains("codes.toml:")).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(without_lines(&shown), without_lines(&good(whole.path(), words)), "{words}");
        assert!(words == "check" || !shown.is_empty(), "{words}");
    }
    let other = whole.path().join("codes.toml");
    assert_eq!(good(split.path(), &format!("diff codes.toml {}", other.display())), "no changes\n");
}

#[test]
fn new_texts_go_into_the_file_of_their_language() {
    let folder = split();
    let folder = folder.path();
    let table = meaning(folder, "codes.toml");
    good(folder, "add NEW --range FILES --name Added --name it=Nuovo");
    let mut changed = meaning(folder, "codes.toml");
    let new = changed["code"].as_table_mut().unwrap().remove("11").unwrap();
    assert_eq!(new, toml::toml!(symbol = "NEW").into());
    assert_eq!(changed, table);
    assert_eq!(meaning(folder, "texts/en.toml")["code"]["11"], toml::toml!(name = "Added").into());
    assert_eq!(meaning(folder, "it.toml")["code"]["11"], toml::toml!(name = "Nuovo").into());

    let update = r#"{
        "registry": { "title": { "en": "T" }, "repr": "u16", "languages": ["en", "it"] },
        "language": { "it": { "policy": "draft" } },
        "code": {
            "10": {
                "symbol": "TOO_MANY", "since": "2",
                "message": { "en": { "plural": "count", "one": "one file there: {folder}", "other": "{count} files there: {folder}" } },
                "note": [{ "en": "Since 2.1." }, { "en": "Not in 3.", "it": "Non nella 3." }, { "en": "In 4." }]
            },
            "30": { "symbol": "LAST", "name": { "en": "Last", "it": "Ultimo" } }
        }
    }"#;
    fs::write(folder.join("update.json"), update).unwrap();
    good(folder, "import update.json codes.toml");
    let (en, it) = (meaning(folder, "texts/en.toml"), meaning(folder, "it.toml"));
    assert_eq!(en["code"]["10"]["message"]["one"].as_str(), Some("one file there: {folder}"));
    let notes = |file: &toml::Table| file["code"]["10"]["note"].as_array().unwrap().clone();
    assert_eq!(notes(&en), ["Since 2.1.", "Not in 3.", "In 4."].map(toml::Value::from));
    assert_eq!(notes(&it), ["Dalla 2.", "Non nella 3."].map(toml::Value::from), "translations stay");
    let row = &meaning(folder, "codes.toml")["code"]["10"];
    assert_eq!(*row, toml::toml!(symbol = "TOO_MANY" since = "2").into(), "texts are only in the files");
    assert_eq!(en["code"]["30"]["name"].as_str(), Some("Last"));
    assert_eq!(it["code"]["30"]["name"].as_str(), Some("Ultimo"));
    let before = text(folder, "texts/en.toml");
    assert_eq!(good(folder, "import update.json codes.toml"), "no changes\n");
    assert_eq!(text(folder, "texts/en.toml"), before);
    good(folder, "fmt");
    good(folder, "fmt --check");
    assert_eq!(meaning(folder, "texts/en.toml"), en);
}

#[test]
fn translations_are_made_from_the_file_and_become_stale_with_it() {
    let folder = split();
    let folder = folder.path();
    let export = "key,en,it\nregistry.note.1,A note on all.,Una nota.\ncode.20.name,Other,Altro\ncode.10.note.2,Not in 3.,Non nella 3.\n";
    fs::write(folder.join("it.csv"), export).unwrap();
    let english = text(folder, "texts/en.toml");
    good(folder, "translate import it.csv --language it");
    assert_eq!(text(folder, "texts/en.toml"), english);
    let it = meaning(folder, "it.toml");
    assert_eq!(it["registry"]["note"], toml::Value::Array(vec!["Una nota.".into()]));
    assert_eq!(it["code"]["20"]["name"].as_str(), Some("Altro"));
    assert_eq!(it["code"]["10"]["note"][1].as_str(), Some("Non nella 3."));

    fs::write(folder.join("texts/en.toml"), english.replace("\"Other\"", "\"Another\"")).unwrap();
    let found = crate::show(crate::codes("check").current_dir(folder));
    assert!(found.contains("it.toml:") && found.contains("stale"), "{found}");
    good(folder, "translate record --language it");
    assert!(!crate::show(crate::codes("check").current_dir(folder)).contains("stale"));
}

/// A language without a file has its notes in the table, even if the default language has a file.
#[test]
fn a_translation_in_the_table_needs_no_text_of_the_default_language_there() {
    let folder = split();
    let folder = folder.path();
    let table = text(folder, "codes.toml").replace("file = \"it.toml\"\n", "");
    fs::write(folder.join("codes.toml"), table).unwrap();
    let export = "key,en,it\ncode.10.note.2,Not in 3.,Non nella 3.\ncode.20.name,Other,Altro\n";
    fs::write(folder.join("it.csv"), export).unwrap();
    good(folder, "translate import it.csv --language it");
    let codes = meaning(folder, "codes.toml");
    assert_eq!(codes["code"]["20"]["name"]["it"].as_str(), Some("Altro"));
    assert_eq!(codes["code"]["10"]["note"][1]["it"].as_str(), Some("Non nella 3."));
    assert!(good(folder, "explain 10 --language it").contains("Non nella 3."));
    good(folder, "fmt");
    assert_eq!(meaning(folder, "codes.toml"), codes);
}

#[test]
fn a_file_that_is_missing_or_shared_is_an_error() {
    let folder = split();
    let folder = folder.path();
    let table = text(folder, "codes.toml");
    fs::write(folder.join("codes.toml"), table.replace("\"it.toml\"", "\"texts/../texts/en.toml\"")).unwrap();
    refused(folder, "check");
    fs::write(folder.join("codes.toml"), table.replace("\"it.toml\"", "\"texts/./en.toml\"")).unwrap();
    assert!(refused(folder, "add NEW").contains("codes.toml:"));
    fs::write(folder.join("codes.toml"), &table).unwrap();
    fs::remove_file(folder.join("texts/en.toml")).unwrap();
    let said = refused(folder, "add NEW");
    assert!(said.contains("codes.toml:6:8: error[language-file]") && !said.contains("no-text"), "{said}");
    assert_eq!(text(folder, "codes.toml"), table);
}
