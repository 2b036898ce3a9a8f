//! Columns with `type = "text"` in every command.

use std::fs;

use crate::files::{good, meaning, text};
use crate::{codes, copies, expect, expect_changed};

#[test]
fn texts_are_shown_under_the_names_of_their_columns() {
    expect("text-columns-explain", codes("explain A016 alarms.toml --language it"));
    expect("text-columns-markdown", codes("render alarms.toml --format markdown"));
    expect("text-columns-html", codes("render alarms.toml --format html"));
    expect("text-columns-search", codes("list alarms.toml --search clogged"));
    expect("text-columns-csv", codes("list alarms.toml --format csv --language it"));
    expect("text-columns-status", codes("translate status alarms.toml"));
}

#[test]
fn a_row_is_added_with_texts_of_columns() {
    let folder = copies("text-columns-add", &["alarms.toml"]);
    let add = "add PUMP alarms.toml --value 302 --description=Hot --set cause=Fan --set cause=it=Ventola";
    expect_changed("text-columns-add", &folder, add, &["alarms.toml"]);
    expect_changed("text-columns-add-twice", &folder, "add B alarms.toml --set cause=a --set cause=b", &[]);
}

/// A table from its JSON is the same table, and from its CSV file the same texts.
#[test]
fn texts_of_columns_are_imported() {
    let folder = copies("text-columns-import", &["alarms.toml"]);
    fs::write(folder.join("alarms.json"), good(&folder, "list alarms.toml --format json")).unwrap();
    fs::write(folder.join("again.toml"), good(&folder, "import alarms.json")).unwrap();
    assert_eq!(good(&folder, "diff alarms.toml again.toml"), "no changes\n");
    let csv = "value,description.en,description.it,cause.en,cause.it,latched\n1,Hot.,Caldo.,Fan.,Ventola.,true\n2,Cold.,Freddo.,,,false\n";
    fs::write(folder.join("alarms.csv"), csv).unwrap();
    expect_changed("text-columns-import-csv", &folder, "import alarms.csv --title Alarms", &[]);
}

/// Keys of a text stay together; tags are found however they are written.
#[test]
fn texts_of_columns_are_formatted() {
    let folder = copies("text-columns-fmt", &["alarms.toml"]);
    assert_eq!(good(&folder, "fmt --check alarms.toml"), "");
    let old = text(&folder, "alarms.toml");
    let mixed = old.replace(
        "cause.en = \"The pump is <worn>, or the filter is clogged.\"\ncause.it = \"Pompa usurata o filtro intasato.\"\nlatched = true\n",
        "latched = true\ncause = { it = \"Pompa usurata o filtro intasato.\", EN = \"The pump is <worn>, or the filter is clogged.\" }\n",
    );
    assert_ne!(mixed, old);
    fs::write(folder.join("alarms.toml"), &mixed).unwrap();
    good(&folder, "fmt alarms.toml");
    expect_changed("text-columns-fmt", &folder, "check alarms.toml", &["alarms.toml"]);
    let texts = meaning(&folder, "alarms.toml");
    assert_eq!(texts["code"]["16"]["cause"]["it"].as_str(), Some("Pompa usurata o filtro intasato."));
}

#[test]
fn texts_of_columns_are_translated() {
    for format in ["po", "xliff", "csv"] {
        let folder = copies(&format!("text-columns-{format}"), &["alarms.toml"]);
        let export = good(&folder, &format!("translate export alarms.toml --language it --format {format}"));
        assert!(export.contains("code.16.cause") && export.contains("code.16.solution"), "{export}");
        let mark = |export: String| export.replace("Pompa usurata", "Una pompa usurata");
        fs::write(folder.join(format!("it.{format}")), mark(export)).unwrap();
        good(&folder, &format!("translate import it.{format} alarms.toml --language it"));
        let texts = meaning(&folder, "alarms.toml");
        let cause = texts["code"]["16"]["cause"]["it"].as_str();
        assert_eq!(cause, Some("Una pompa usurata o filtro intasato."), "{format}");
    }
}

/// Texts are for people: a change is a patch. A new column is an addition.
#[test]
fn changed_texts_of_columns_are_a_patch() {
    let folder = copies("text-columns-diff", &["alarms.toml"]);
    let old = text(&folder, "alarms.toml");
    let new = old
        .replace("Pompa usurata", "Una pompa usurata")
        .replace("solution.en = \"Close the guard.\"\n", "")
        .replace("solution.it = \"Chiudere il riparo.\"\n", "");
    fs::write(folder.join("new.toml"), new).unwrap();
    expect_changed("text-columns-diff", &folder, "diff alarms.toml new.toml", &[]);
}

/// The texts of a language in a file of its own.
#[test]
fn a_language_file_has_texts_of_columns() {
    let folder = copies("text-columns-file", &["alarms.toml"]);
    let table = text(&folder, "alarms.toml")
        .replace("policy = \"partial\"", "policy = \"partial\"\nfile = \"it.toml\"");
    let lines = table
        .lines()
        .filter(|line| !line.contains(".it ") || line.starts_with("title") || line.starts_with("name"));
    let table: String =
        lines.filter(|line| !line.starts_with("title.it")).map(|line| format!("{line}\n")).collect();
    let table = table.replace("name.it = \"Causa\"\n", "");
    fs::write(folder.join("alarms.toml"), table).unwrap();
    let file =
        "[property.cause]\nname = \"Causa\"\n\n[code.16]\ndescription = \"Pressione.\"\ncause = \"Pompa.\"\n";
    fs::write(folder.join("it.toml"), file).unwrap();
    expect_changed("text-columns-file", &folder, "check alarms.toml", &[]);
    let explained = good(&folder, "explain A016 alarms.toml --language it");
    assert!(explained.contains("Causa\n  Pompa."), "{explained}");
    good(
        &folder,
        "add PUMP alarms.toml --value 302 --description Hot --set cause=Fan --set cause=it=Ventola",
    );
    assert_eq!(meaning(&folder, "it.toml")["code"]["302"]["cause"].as_str(), Some("Ventola"));
}

/// Without the table, any key of a row that the format does not define is a column with texts.
#[test]
fn texts_of_columns_are_converted() {
    let english = "[registry]\ntitle = \"Alarms of a press\"\n\n[property.cause]\nname = \"Cause\"\n\n\
        [code.16]\ndescription = \"Oil pressure too low.\"\n\
        cause = \"The pump is <worn>, or the filter is clogged.\"\n\
        solution = \"Replace the filter, then check the pump.\"\n\n\
        [code.301]\ndescription = \"The guard is open.\"\nsolution = \"Close the guard.\"\n";
    for format in ["po", "xliff", "csv"] {
        let folder = copies(&format!("text-columns-convert-{format}"), &["alarms.toml"]);
        fs::write(folder.join("en.toml"), english).unwrap();
        let export = good(&folder, &format!("translate export alarms.toml --language it --format {format}"));
        let file = format!("it.{}", format.replace("xliff", "xlf"));
        fs::write(folder.join(&file), export).unwrap();
        good(&folder, &format!("translate convert {file} it.toml --language it"));
        let texts = meaning(&folder, "it.toml");
        assert_eq!(texts["property"]["cause"]["name"].as_str(), Some("Causa"), "{format}");
        let cause = texts["code"]["16"]["cause"].as_str();
        assert_eq!(cause, Some("Pompa usurata o filtro intasato."), "{format}");
        assert_eq!(texts["code"]["301"]["solution"].as_str(), Some("Chiudere il riparo."), "{format}");

        good(&folder, &format!("translate convert it.toml {file} --language it --source en.toml"));
        good(&folder, &format!("translate convert {file} again.toml --language it"));
        assert_eq!(meaning(&folder, "again.toml"), texts, "{format}");
    }
}
