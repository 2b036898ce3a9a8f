//! Tables whose codes are words: `repr = "name"`.

use std::fs;

use crate::files::{folder, good, meaning};
use crate::{codes, copies, expect, expect_changed};

#[test]
fn rows_keep_the_order_of_the_file() {
    expect("words-list", codes("list declines.toml"));
    expect("words-explain", codes("explain card/out-of-date declines.toml"));
    expect("words-explain-retired", codes("explain lost declines.toml"));
    expect("words-markdown", codes("render declines.toml"));
}

#[test]
fn a_word_is_added_at_the_end() {
    let folder = copies("words-add", &["declines.toml"]);
    let add = "add card/stolen declines.toml --name=Stolen --name it=Rubata";
    expect_changed("words-add", &folder, add, &["declines.toml"]);
    expect_changed("words-add-taken", &folder, "add lost declines.toml", &[]);
    expect_changed("words-add-invalid", &folder, "add perché declines.toml", &[]);
    let symbol = "add CARD_BLOCKED declines.toml --value card/blocked --name it=Bloccata";
    expect_changed("words-add-symbol", &folder, symbol, &[]);
}

/// A table in another order has the same codes.
#[test]
fn words_are_compared_by_their_text() {
    let folder = copies("words-diff", &["declines.toml"]);
    let text = fs::read_to_string(folder.join("declines.toml")).unwrap();
    let (head, funds) = text.split_once("[code.insufficient_funds]").unwrap();
    let (funds, rest) = funds.split_once("[code.\"card/expired\"]").unwrap();
    let moved = format!("{head}[code.\"card/expired\"]{rest}\n[code.insufficient_funds]{}", funds.trim_end());
    fs::write(folder.join("moved.toml"), &moved).unwrap();
    expect_changed("words-diff-moved", &folder, "diff declines.toml moved.toml", &[]);
    let changed = moved.replace("insufficient_funds", "no_funds").replace("Lost card", "Gone");
    fs::write(folder.join("changed.toml"), changed).unwrap();
    expect_changed("words-diff", &folder, "diff declines.toml changed.toml --non-exhaustive", &[]);
}

/// Without a column of symbols, words name themselves.
#[test]
fn words_are_imported() {
    let folder = copies("words-import", &["declines.toml"]);
    let sheet = "code,text\nauth/email-already-in-use,The address is in use\ninsufficient_funds,No money\n";
    fs::write(folder.join("codes.csv"), sheet).unwrap();
    let columns = "--column value=code --column name.en=text";
    expect_changed("words-import", &folder, &format!("import codes.csv {columns}"), &[]);
    let into = format!("import codes.csv declines.toml {columns}");
    expect_changed("words-import-into", &folder, &into, &["declines.toml"]);
}

/// A new row is in the table even if its only text is in a file.
#[test]
fn words_are_added() {
    let head = "[registry]\nrepr = \"name\"\nlanguages = [\"en\"]\n[language.en]\nfile = \"en.toml\"\n";
    let rows = ["[code.\"a/b\"]\n", "[code]\n\"a/b\" = {}\n", "[code.\"a/b\"]\naliases = []\n"];
    for row in rows {
        let folder = copies("words-in-files", &[]);
        fs::write(folder.join("codes.toml"), format!("{head}{row}")).unwrap();
        fs::write(folder.join("en.toml"), "registry.title = \"T\"\ncode.\"a/b\".name = \"First\"\n").unwrap();
        fs::write(folder.join("short.csv"), "value,name.en\na/d,Third\n").unwrap();
        for words in ["add a/c --name Second", "import short.csv codes.toml", "check"] {
            let output = codes(words).current_dir(&folder).output().unwrap();
            assert!(output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stderr));
        }
        let read =
            |file: &str| fs::read_to_string(folder.join(file)).unwrap().parse::<toml::Table>().unwrap();
        let (table, texts) = (read("codes.toml"), read("en.toml"));
        for (word, name) in [("a/b", "First"), ("a/c", "Second"), ("a/d", "Third")] {
            assert!(table["code"][word].is_table(), "{word}");
            assert_eq!(texts["code"][word]["name"].as_str(), Some(name));
        }
    }
}

#[test]
fn words_are_generated() {
    for format in ["typescript", "json-schema"] {
        expect(&format!("words-{format}"), codes(&format!("generate {format} --name Decline declines.toml")));
    }
}

/// The keys of translators' files quote words as TOML does.
#[test]
fn words_are_translated() {
    let table = "[registry]\ntitle.en = \"Shop\"\nrepr = \"name\"\nlanguages = [\"en\", \"it\"]\n\n\
        [language.it]\npolicy = \"draft\"\n\n[code.plain]\nname.en = \"Plain\"\n\n\
        [code.\"auth/expired\"]\nname.en = \"Expired\"\nnote = [{ en = \"A note\" }]\n\n\
        [code.\"items[0].note.1\"]\nname.en = \"First\"\n\n[code.'say \"x\"'.name]\nen = \"Said\"\n"
        .replace("say ", "say-");
    let folder = folder(&[("codes.toml", &table)]);
    let path = folder.path();
    let csv = good(path, "translate export --language it --format csv");
    for key in
        ["code.plain.name", "\"code.\"\"auth/expired\"\".note.1\"", "items[0].note.1\"\".name", "'say-"]
    {
        assert!(csv.contains(key), "{key}: {csv}");
    }
    for format in ["csv", "po", "xliff", "xliff-1.2"] {
        let file = format!("it.{}", format.replace("xliff-1.2", "xlf").replace("xliff", "xlf"));
        fs::write(path.join("codes.toml"), &table).unwrap();
        let export = good(path, &format!("translate export --language it --format {format}"));
        let names = ["Plain", "Expired", "A note", "First", "Said"];
        let translated = names.iter().fold(export, |export, name| match format {
            "csv" => export.replace(&format!("{name},,"), &format!("{name},it {name},")),
            "po" => export.replace(
                &format!("msgid \"{name}\"\nmsgstr \"\""),
                &format!("msgid \"{name}\"\nmsgstr \"it {name}\""),
            ),
            _ => export.replace(
                &format!("<source>{name}</source>"),
                &format!("<source>{name}</source><target>it {name}</target>"),
            ),
        });
        fs::write(path.join(&file), translated).unwrap();
        good(path, &format!("translate import {file} --language it"));
        let read = meaning(path, "codes.toml");
        for (word, name) in [
            ("plain", "Plain"),
            ("auth/expired", "Expired"),
            ("items[0].note.1", "First"),
            ("say-\"x\"", "Said"),
        ] {
            assert_eq!(read["code"][word]["name"]["it"].as_str(), Some(&*format!("it {name}")), "{format}");
        }
        assert_eq!(read["code"]["auth/expired"]["note"][0]["it"].as_str(), Some("it A note"), "{format}");
        let _ = fs::remove_file(path.join("it.toml"));
        good(path, &format!("translate convert {file} it.toml --language it"));
        let read = meaning(path, "it.toml");
        assert_eq!(read["code"]["items[0].note.1"]["name"].as_str(), Some("it First"), "{format}");
        assert_eq!(read["code"]["auth/expired"]["note"][0].as_str(), Some("it A note"), "{format}");
        let _ = fs::remove_file(path.join("codes.lock"));
    }
}
