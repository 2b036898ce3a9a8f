//! The texts that `codes translate export` asks for, and how it updates an existing file.

use std::fs;

use crate::translate::{at, export, folder, good, import, read, replace};
use crate::{copies, expect, expect_changed};

/// A folder with a table of one text.
fn small(name: &str, table: &str) -> std::path::PathBuf {
    let folder = copies(name, &[]);
    fs::write(folder.join("codes.toml"), table).unwrap();
    folder
}

const TWO_PLURALS: &str = r#"[registry]
title.en = "T"
repr = "u16"
languages = ["en"]
[code.1]
symbol = "MOVED"
[code.1.message.en]
plural = "files"
one = { plural = "folders", one = "one file in one folder", other = "one file in {folders} folders" }
other = { plural = "folders", one = "{files} files in one folder", other = "{files} files in {folders} folders" }
[code.2]
symbol = "ALL"
message.en = { plural = "n", 0 = "none", 1 = "one", other = "{n} files" }
[code.3]
symbol = "SAME"
message.en = { plural = "n", one = { plural = "n", 1 = "just one", other = "one" }, other = "{n}" }
"#;

/// Only combinations that numbers reach are requested; other ones may stay empty.
#[test]
fn what_cannot_occur_is_not_asked_for() {
    let folder = small("only-what-occurs", TWO_PLURALS);
    for tag in ["pl", "de", "ar", "ja"] {
        let file = export(&folder, "codes.toml", tag, "csv");
        let keys: Vec<_> =
            read(&folder, &file).lines().filter(|line| line.contains("code.")).map(key).collect();
        expect_text(&format!("occurs-{tag}"), &keys.join("\n"));
    }
}

fn key(line: &str) -> String {
    line.split(if line.starts_with('"') { "\"," } else { "," }).next().unwrap().trim_matches('"').to_owned()
}

fn expect_text(name: &str, text: &str) {
    crate::compare(name, &format!("{text}\n"));
}

#[test]
fn templates() {
    let folder = folder("template");
    expect("template", at(&folder, "translate export choices.toml --format pot"));
    let file = export(&folder, "choices.toml", "it", "pot");
    assert!(!read(&folder, &file).contains("Un posto"), "a template has no translations");
    expect("template-import", at(&folder, "translate import it.pot choices.toml --language it"));
}

/// Everything that translators see of a file is kept: comments, flags and header, order, translations that are not
/// imported yet.
#[test]
fn an_existing_file_is_brought_up_to_date() {
    let table = "[registry]\ntitle.en = \"T\"\nrepr = \"u16\"\nlanguages = [\"en\", \"lv\"]\n[language.lv]\npolicy = \"draft\"\n\
        [code.1]\nsymbol = \"A\"\nname.en = \"First\"\nname.lv = \"Viens\"\n[code.2]\nsymbol = \"B\"\nname.en = \"Second\"\n\
        [code.3]\nsymbol = \"C\"\nmessage.en = { plural = \"n\", one = \"{n} file\", other = \"{n} files\" }\n\
        [code.4]\nsymbol = \"D\"\nname.en = \"Fourth\"\n";
    let file = r#"# Latvian translation.
msgid ""
msgstr ""
"Project-Id-Version: errors 1.0\n"
"Last-Translator: Anna <anna@example.org>\n"
"Language: lv\n"
"Content-Type: text/plain; charset=UTF-8\n"
"X-Generator: Poedit 3.4\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);\n"

# Still in doubt.
msgctxt "code.2.name"
msgid "Second"
msgstr "Otrais"

# The number of files.
#, no-wrap
msgctxt "code.3.message[plural n]"
msgid "{n} file"
msgid_plural "{n} files"
msgstr[0] "{n} fails"
msgstr[1] "{n} faili"
msgstr[2] "{n} failu"

#, fuzzy
msgctxt "code.1.name"
msgid "First"
msgstr "Pirmais"

msgctxt "code.9.name"
msgid "Ninth"
msgstr "Devitais"

# Long gone.
#~ msgctxt "code.8.name"
#~ msgid "Eighth"
#~ msgstr "Astotais"
"#;
    let folder = small("existing", table);
    fs::write(folder.join("lv.po"), file).unwrap();
    let words = "translate export codes.toml --language lv --format po --output lv.po";
    expect_changed("existing-po", &folder, words, &["lv.po"]);
    good(at(&folder, &format!("{words} --check")));
    expect_changed("existing-import", &folder, "translate import lv.po codes.toml", &["codes.toml"]);
    // A form for 0 is part of the entry, as the file has it.
    expect_changed("existing-again", &folder, words, &["lv.po"]);
    // Its formula cannot give 10 another text than 2.
    replace(&folder, "codes.toml", "zero = \"{n} faili\"", "zero = \"{n} failu\"");
    expect_changed("existing-own-formula", &folder, words, &["lv.po"]);
}

#[test]
fn an_existing_xliff_file_keeps_notes_and_states() {
    for (format, reviewed) in [("xliff", "reviewed"), ("xliff-1.2", "signed-off")] {
        let folder = folder(&format!("existing-{format}"));
        let file = export(&folder, "choices.toml", "it", format);
        let text = read(&folder, &file).replacen("translated", reviewed, 2);
        let note = if format == "xliff" {
            "    <note category=\"translator\">"
        } else {
            "    <note from=\"translator\">"
        };
        let at = text.find("    <note").unwrap();
        fs::write(folder.join(&file), format!("{}{note}short</note>\n{}", &text[..at], &text[at..])).unwrap();
        let file = export(&folder, "choices.toml", "it", format);
        let text = read(&folder, &file);
        assert_eq!(text.matches(reviewed).count(), 2, "{text}");
        assert_eq!(text.matches(&format!("{}short</note>", note.trim_start())).count(), 1, "{text}");
        assert_eq!(text.matches(">KINDS</note>").count(), text.matches("code.2003.").count() / 2, "{text}");
    }
}

#[test]
fn an_existing_file_of_another_kind_is_refused() {
    let folder = folder("existing-other");
    export(&folder, "choices.toml", "it", "po");
    expect(
        "existing-language",
        at(&folder, "translate export choices.toml --language de --format po --output it.po"),
    );
    fs::write(folder.join("it.po"), "no entry\n").unwrap();
    expect(
        "existing-broken",
        at(&folder, "translate export choices.toml --language it --format po --output it.po"),
    );
}

/// The modifier of a locale is a script or a variant, and a file in a language similar to one of the table's must be
/// named.
#[test]
fn locales_and_resembling_languages() {
    let table = "[registry]\ntitle.en = \"T\"\ntitle.sr = \"Т\"\nrepr = \"u16\"\nlanguages = [\"en\", \"sr\", \"de\"]\n\
        [language.de]\npolicy = \"draft\"\n";
    let folder = small("locales", table);
    let entry = "\nmsgctxt \"registry.title\"\nmsgid \"T\"\nmsgstr \"Te\"\n";
    for (name, tag, asked) in [
        ("latin", "sr@latin", ""),
        ("latin-asked", "sr@latin", " --language sr@latin"),
        ("region", "de_DE", ""),
        ("region-asked", "de_DE", " --language de"),
        ("valencia", "ca_ES@valencia", ""),
        ("cyrillic", "uz@cyrillic", ""),
        ("script", "uz_UZ@Arab", ""),
        ("unknown", "uz@quot", ""),
        ("currency", "it_IT.UTF-8@euro", ""),
    ] {
        fs::write(folder.join("codes.toml"), table).unwrap();
        fs::write(folder.join("file.po"), format!("msgid \"\"\nmsgstr \"Language: {tag}\\n\"\n{entry}"))
            .unwrap();
        let words = format!("translate import file.po codes.toml{asked}");
        expect_changed(&format!("locale-{name}"), &folder, &words, &["codes.toml"]);
    }
}

#[test]
fn byte_order_mark() {
    let folder = folder("bom");
    good(at(&folder, "translate export choices.toml --language it --format csv --bom --output it.csv"));
    assert!(read(&folder, "it.csv").starts_with("\u{feff}key,"));
    let before = read(&folder, "choices.toml");
    good(import(&folder, "choices.toml", "it.csv"));
    assert_eq!(read(&folder, "choices.toml"), before);
}

const COMMENTED: &str = r#"[registry]
title.en = "Copies"
repr = "u16"
languages = ["en", "de"]
comment = "A tool for backups."
[language.de]
policy = "draft"
[property.retry]
type = "bool"
comment = "Not a text."
[code.1]
symbol = "SKIPPED"
args = { n = "integer" }
comment = "Shown on the first start.\nDo not translate <init>."
message.en = { plural = "n", one = "{n} file skipped", other = "{n} files skipped" }
"#;

/// `comment` reaches translators in every format, and readers of pages in none.
#[test]
fn comments_go_along_in_every_format() {
    let folder = small("comments", COMMENTED);
    for (format, lines) in [
        ("po", ["#. A tool for backups.\n", "#. Shown on the first start.\n#. Do not translate <init>.\n"]),
        (
            "xliff",
            [
                "<note category=\"developer\">A tool for backups.</note>",
                "<note category=\"developer\">Shown on the first start.\nDo not translate &lt;init&gt;.</note>",
            ],
        ),
        (
            "xliff-1.2",
            [
                "<note from=\"developer\">A tool for backups.</note>",
                "<note from=\"developer\">Shown on the first start.\nDo not translate &lt;init&gt;.</note>",
            ],
        ),
        ("csv", ["A tool for backups.", "Shown on the first start.\nDo not translate <init>."]),
    ] {
        let text = read(&folder, &export(&folder, "codes.toml", "de", format));
        for line in lines {
            assert!(text.contains(line), "{format} lacks {line}:\n{text}");
        }
    }
    good(at(&folder, "fmt codes.toml"));
    let keys = ["message.en", "comment = ", "args"].map(|key| read(&folder, "codes.toml").rfind(key));
    assert!(keys.is_sorted(), "{keys:?}");
    let listed = good(at(&folder, "list --format json codes.toml"));
    assert_eq!(listed.matches("\"comment\"").count(), 3, "{listed}");
    let page = good(at(&folder, "render --format markdown codes.toml"));
    assert!(!page.contains("first start"), "{page}");
}

/// A comment is a patch for users of the enum.
#[test]
fn a_changed_comment_is_a_patch() {
    let folder = small("comment-diff", COMMENTED);
    let changed = COMMENTED.replace("comment = \"A tool", "comment = \"Our tool").replace("first", "second");
    fs::write(folder.join("new.toml"), changed.replace("comment = \"Not a text.\"\n", "")).unwrap();
    expect("comment-diff", at(&folder, "diff codes.toml new.toml"));
}
