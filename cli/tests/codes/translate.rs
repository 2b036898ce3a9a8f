//! `codes translate`

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::{TABLES, codes, compare, copies, expect};

const FORMATS: [&str; 4] = ["po", "xliff", "xliff-1.2", "csv"];

/// A folder of this name with the table whose texts are difficult to carry.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let samples = Path::new(TABLES).with_file_name("translate");
    for file in ["choices.toml", "ar.toml"] {
        fs::copy(samples.join(file), folder.join(file)).unwrap();
    }
    for file in fs::read_dir(samples.join("bad")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
    folder
}

/// The command, run in this folder.
pub(crate) fn at(folder: &Path, words: &str) -> Command {
    let mut command = codes(words);
    command.current_dir(folder);
    command
}

#[track_caller]
pub(crate) fn good(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

pub(crate) fn read(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap()
}

pub(crate) fn replace(folder: &Path, file: &str, old: &str, new: &str) {
    let text = read(folder, file);
    assert!(text.contains(old), "{file} has no {old}");
    fs::write(folder.join(file), text.replace(old, new)).unwrap();
}

pub(crate) fn export(folder: &Path, table: &str, tag: &str, format: &str) -> String {
    let file = format!("{tag}.{}", format.replace("-1.2", ""));
    good(at(folder, &format!("translate export {table} --language {tag} --format {format} --output {file}")));
    file
}

pub(crate) fn import(folder: &Path, table: &str, file: &str) -> Command {
    at(folder, &format!("translate import {file} {table}"))
}

/// The content of a table, without the order of its languages and their policies.
fn texts(folder: &Path, table: &str) -> Value {
    let listed = good(at(folder, &format!("list --format json {table}")));
    let mut listed: Value = serde_json::from_str(&listed).unwrap();
    listed.as_object_mut().unwrap().remove("language");
    listed["registry"].as_object_mut().unwrap().remove("languages");
    listed
}

/// Removes a language from a table with one text per line.
fn strip(folder: &Path, table: &str, tag: &str) {
    if table == "choices.toml" && tag == "ar" {
        fs::write(folder.join("ar.toml"), "# Empty.\n").unwrap();
        return replace(folder, table, "[language.ar]", "[language.ar]\npolicy = \"draft\"");
    }
    let text = read(folder, table).replace(&format!(", \"{tag}\""), "");
    let text = text.replace(&format!("[language.{tag}]\npolicy = \"partial\"\n"), "");
    let is_other = |line: &&str| {
        let key = line.split('=').next().unwrap_or_default().trim_end();
        key != tag && !key.ends_with(&format!(".{tag}"))
    };
    // A text over several lines is removed with its first one.
    let text = text.replace(&multi_line(&text, tag), "");
    fs::write(
        folder.join(table),
        text.lines().filter(is_other).map(|line| format!("{line}\n")).collect::<String>(),
    )
    .unwrap();
}

fn multi_line(text: &str, tag: &str) -> String {
    let Some(start) = text.find(&format!(".{tag} = \"\"\"")) else { return "\0".to_owned() };
    let start = text[..start].rfind('\n').unwrap() + 1;
    let opened = start + text[start..].find("\"\"\"").unwrap() + 3;
    let end = opened + text[opened..].find("\"\"\"\n").unwrap() + 4;
    text[start..end].to_owned()
}

/// The texts of one table in a language are imported into a table without it, and are the same there.
fn round_trip(name: &str, table: &str, prepare: impl Fn(&Path), tags: &[&str]) {
    for tag in tags {
        for format in FORMATS {
            let folder = folder(&format!("{name}-{tag}-{format}"));
            prepare(&folder);
            let (before, whole) = (texts(&folder, table), read(&folder, table));
            let file = export(&folder, table, tag, format);
            good(import(&folder, table, &file));
            assert_eq!(read(&folder, table), whole, "{tag} {format}: nothing has changed");
            strip(&folder, table, tag);
            assert_ne!(texts(&folder, table), before);
            good(import(&folder, table, &file));
            assert_eq!(texts(&folder, table), before, "{tag} {format}");
        }
    }
}

#[test]
fn nothing_is_lost() {
    round_trip("choices", "choices.toml", |_| {}, &["it", "ru", "ar"]);
}

#[test]
fn nothing_of_the_close_codes_is_lost() {
    let close_codes = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codes.toml");
    let copy = |folder: &Path| {
        fs::copy(&close_codes, folder.join("codes.toml")).unwrap();
        for tag in ["en", "it"] {
            let explanations = Path::new("explanations").join(tag);
            fs::create_dir_all(folder.join(&explanations)).unwrap();
            for file in fs::read_dir(close_codes.with_file_name(&explanations)).unwrap() {
                let file = file.unwrap();
                fs::copy(file.path(), folder.join(&explanations).join(file.file_name())).unwrap();
            }
        }
    };
    round_trip("close-codes", "codes.toml", copy, &["it"]);
}

#[test]
fn status() {
    let folder = folder("status");
    expect("translate-status", at(&folder, "translate status choices.toml"));
    expect("translate-status-it", at(&folder, "--language it translate status choices.toml"));
    expect("translate-status-json", at(&folder, "translate status choices.toml --format json"));
}

#[test]
fn exports() {
    for format in FORMATS {
        let exported = good(codes(&format!(
            "translate export ../translate/choices.toml --language it --format {format}"
        )));
        compare(&format!("translate-it-{format}"), &exported);
    }
    expect("translate-pl", codes("translate export ../translate/choices.toml --language pl_PL --format po"));
    expect("translate-default", codes("translate export loader.toml --language en --format po"));
    expect("translate-no-tag", codes("translate export loader.toml --language klingon! --format po"));
    expect("translate-no-language", codes("translate export loader.toml --format po"));
}

#[test]
fn what_breaks_a_rule_is_refused() {
    let files = [
        "contract.po",
        "filled.po",
        "plural.po",
        "syntax.po",
        "broken.xlf",
        "early.xlf",
        "old.xlf",
        "wrong.csv",
        "head.csv",
        "quote.csv",
        "mark.csv",
        "mark.xlf",
    ];
    for file in files {
        let folder = folder(&format!("refused-{file}"));
        let before = (read(&folder, "choices.toml"), read(&folder, "ar.toml"));
        expect(
            &format!("translate-refused-{}", file.replace('.', "-")),
            import(&folder, "choices.toml", file),
        );
        assert_eq!((read(&folder, "choices.toml"), read(&folder, "ar.toml")), before, "{file}");
        assert!(!folder.join("choices.lock").exists(), "{file}");
    }
}

#[test]
fn the_language_is_said_by_the_file_or_by_who_imports_it() {
    let folder = folder("language");
    let file = export(&folder, "choices.toml", "it", "po");
    replace(&folder, &file, "\"Language: it\\n\"", "\"Language: \\n\"");
    expect("translate-unsaid", import(&folder, "choices.toml", &file));
    good(at(&folder, &format!("translate import {file} choices.toml --language it_IT")));
}

/// A missing text neither prevents people from seeing the other texts, nor from sending it to a translator.
#[test]
fn missing_texts_can_be_translated() {
    let folder = copies("missing", &["one-missing.toml"]);
    let table = read(&folder, "one-missing.toml").replace("[language.it]\npolicy = \"partial\"\n", "");
    let table = table + "\n[code.2]\nsymbol = \"TWO\"\nname.en = \"Two\"\ndescription.en = \"A pair.\"\n";
    fs::write(folder.join("one-missing.toml"), table).unwrap();
    for (name, words) in [
        ("missing-check", "check one-missing.toml"),
        ("missing-status", "translate status one-missing.toml"),
        ("missing-list", "list one-missing.toml --language it"),
        ("missing-explain", "explain 2 one-missing.toml --language it"),
        ("missing-export", "translate export one-missing.toml --language it --format csv"),
    ] {
        crate::expect_changed(name, &folder, words, &[]);
    }
    let file = export(&folder, "one-missing.toml", "it", "csv");
    replace(&folder, &file, "code.2.name,Two,", "code.2.name,Two,Due");
    crate::expect_changed(
        "missing-import",
        &folder,
        "translate import it.csv one-missing.toml",
        &["one-missing.toml"],
    );
}

#[test]
fn the_language_asked_for_wins() {
    let folder = folder("language-wins");
    let file = export(&folder, "choices.toml", "it", "po");
    replace(&folder, &file, "Language: it", "Language: fr");
    replace(&folder, &file, "Un posto in fila.", "Un posto in coda.");
    good(at(&folder, &format!("translate import {file} choices.toml --language it")));
    assert!(read(&folder, "choices.toml").contains("description.it = \"Un posto in coda.\""));
}

/// Translates every text of an exported language that `translates` accepts.
fn fill(folder: &Path, file: &str, translates: impl Fn(&str) -> bool) {
    let text = read(folder, file);
    let mut records = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut out = csv::Writer::from_writer(Vec::new());
    for record in records.records() {
        let mut fields: Vec<_> = record.unwrap().iter().map(str::to_owned).collect();
        if fields[2].is_empty() && translates(&fields[0]) {
            fields[2] = format!("{} (de)", fields[1]);
        }
        out.write_record(fields).unwrap();
    }
    fs::write(folder.join(file), out.into_inner().unwrap()).unwrap();
}

#[test]
fn a_language_is_added_by_importing_it() {
    let folder = folder("added");
    let file = export(&folder, "choices.toml", "de", "csv");
    fill(&folder, &file, |key| key != "code.2003.help");
    good(import(&folder, "choices.toml", &file));
    compare("translate-added", &read(&folder, "choices.toml"));
    expect("translate-added-status", at(&folder, "translate status choices.toml"));
    good(at(&folder, "check choices.toml"));
}

#[test]
fn a_language_that_is_complete_needs_no_policy() {
    let folder = folder("complete");
    let file = export(&folder, "choices.toml", "de", "csv");
    fill(&folder, &file, |_| true);
    good(import(&folder, "choices.toml", &file));
    let table = read(&folder, "choices.toml");
    assert!(table.contains("languages = [\"en\", \"it\", \"ru\", \"ar\", \"de\"]"));
    assert!(!table.contains("[language.de]"));
}

/// In countries with a decimal comma, spreadsheets are saved with semicolons.
#[test]
fn other_countries_have_other_delimiters() {
    for delimiter in [b';', b'\t'] {
        let folder = folder("delimiters");
        let file = export(&folder, "choices.toml", "de", "csv");
        fill(&folder, &file, |_| true);
        let text = read(&folder, &file);
        let mut records = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut out = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        records.records().for_each(|record| out.write_record(&record.unwrap()).unwrap());
        fs::write(folder.join(&file), out.into_inner().unwrap()).unwrap();
        good(import(&folder, "choices.toml", &file));
        assert!(read(&folder, "choices.toml").contains("A place in a row. (de)"));
    }
}

/// The list of notes in the file of a language has no gaps.
#[test]
fn notes_of_a_file_come_in_order() {
    let folder = folder("notes");
    replace(&folder, "choices.toml", "[language.ar]", "[language.ar]\npolicy = \"draft\"");
    replace(&folder, "ar.toml", "note = [\"ملاحظة.\", \"أخرى.\"]\n", "");
    let file = export(&folder, "choices.toml", "ar", "csv");
    fill(&folder, &file, |key| key == "code.2003.note.2");
    expect("translate-note-gap", import(&folder, "choices.toml", &file));
    fill(&folder, &file, |key| key == "code.2003.note.1");
    good(import(&folder, "choices.toml", &file));
    assert!(read(&folder, "ar.toml").contains("note = [\"One note. (de)\", \"Another note. (de)\"]"));
}

#[test]
fn files_that_are_no_such_files() {
    let folder = folder("none");
    fs::create_dir(folder.join("folder.po")).unwrap();
    expect("translate-folder", import(&folder, "choices.toml", "folder.po"));
    expect("translate-unknown-format", import(&folder, "choices.toml", "choices.toml"));
    fs::write(folder.join("it.xlsx"), b"PK\x03\x04\xff").unwrap();
    expect("translate-other-kind", import(&folder, "choices.toml", "it.xlsx"));
    expect("translate-missing-file", import(&folder, "choices.toml", "missing.xlf"));
    for (name, bytes) in
        [("empty", &b""[..]), ("binary", b"\0\x01\x7f<&\"\\\n\"\\"), ("latin", b"msgid \"\xe8\"")]
    {
        for format in FORMATS {
            let file = format!("{name}.{format}");
            fs::write(folder.join(&file), bytes).unwrap();
            let output = import(&folder, "choices.toml", &file).output().unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(matches!(output.status.code(), Some(1 | 2)), "{file}: {said}");
        }
    }
}

#[test]
fn explanations_in_files_are_translated_there() {
    let folder = folder("explanations");
    fs::create_dir(folder.join("explanations")).unwrap();
    let table = "[registry]\ntitle.en = \"Errors\"\ntitle.it = \"Errori\"\nrepr = \"u8\"\nlanguages = [\"en\", \"it\"]\n\n\
        [code.1]\nsymbol = \"NO_ROOM\"\nname.en = \"No room\"\nname.it = \"Spazio esaurito\"\n\
        explanation.en = { file = \"explanations/en.md\" }\nexplanation.it = { file = \"explanations/it.md\" }\n";
    fs::write(folder.join("codes.toml"), table).unwrap();
    fs::write(folder.join("explanations/en.md"), "## Cause\n\nThe disk is full.\n").unwrap();
    fs::write(folder.join("explanations/it.md"), "## Causa\n\nIl disco è pieno.\n").unwrap();
    good(at(&folder, "check --deny warnings"));
    good(at(&folder, "fmt"));
    let table = read(&folder, "codes.toml");
    let file = export(&folder, "codes.toml", "it", "po");
    replace(&folder, &file, "Il disco è pieno.", "Il disco non ha più spazio.");
    good(import(&folder, "codes.toml", &file));
    assert_eq!(read(&folder, "explanations/it.md"), "## Causa\n\nIl disco non ha più spazio.\n");
    assert_eq!(read(&folder, "codes.toml"), table);

    // It becomes stale like every text.
    fs::write(folder.join("explanations/en.md"), "## Cause\n\nThe disk is full, or read-only.\n").unwrap();
    let output = at(&folder, "check --deny warnings").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("[stale]"), "{output:?}");
    good(at(&folder, "fmt --check"));
    fs::remove_file(folder.join("explanations/it.md")).unwrap();
    let output = at(&folder, "check").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("error[explanation-file]"), "{output:?}");
    good(at(&folder, "fmt --check"));
}

/// A library's registry: the application has a translator's file, or a language file, but not the table.
#[test]
fn files_are_converted_without_the_table() {
    let folder = folder("convert");
    let po = export(&folder, "choices.toml", "ar", "po");
    good(at(&folder, &format!("translate convert {po} new.toml --language ar")));
    fs::rename(folder.join("ar.toml"), folder.join("old.toml")).unwrap();
    fs::rename(folder.join("new.toml"), folder.join("ar.toml")).unwrap();
    let file = export(&folder, "choices.toml", "ar", "csv");
    let converted = read(&folder, &file);
    fs::rename(folder.join("old.toml"), folder.join("ar.toml")).unwrap();
    assert_eq!(read(&folder, &export(&folder, "choices.toml", "ar", "csv")), converted);

    // The other direction, from a source in a file of its own.
    fs::write(
        folder.join("en.toml"),
        "[registry]\ntitle = \"Delays\"\n\n[code.1]\nname = \"Late\"\nmessage = \"{name} is late\"\n",
    )
    .unwrap();
    fs::write(folder.join("it.toml"), "[code.1]\nname = \"In ritardo\"\n").unwrap();
    good(at(&folder, "translate convert it.toml it.po --language it --source en.toml"));
    let po = read(&folder, "it.po");
    assert!(po.contains("msgid \"Late\"\nmsgstr \"In ritardo\""), "{po}");
    replace(
        &folder,
        "it.po",
        "msgid \"{name} is late\"\nmsgstr \"\"",
        "msgid \"{name} is late\"\nmsgstr \"{name} è in ritardo\"",
    );
    good(at(&folder, "translate convert it.po it.toml --language it"));
    assert!(
        read(&folder, "it.toml").contains("message = \"{name} è in ritardo\""),
        "{}",
        read(&folder, "it.toml")
    );
    expect("translate-convert-no-source", at(&folder, "translate convert it.toml it.po --language it"));
}

/// Errors in the table that represents the registry point at the user's files.
#[test]
fn errors_of_conversion_name_the_files() {
    let folder = folder("convert-errors");
    let header =
        "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Language: it\\n\"\n";
    let entry =
        |key: &str, source: &str| format!("\nmsgctxt \"{key}\"\nmsgid \"{source}\"\nmsgstr \"Ciao\"\n");
    let entries = [entry("code.1.name", "Hello"), entry("code.2.message", "Hello {a b}")].concat();
    fs::write(folder.join("it.po"), format!("{header}{entries}")).unwrap();
    expect("translate-convert-bad-po", at(&folder, "translate convert it.po it.toml --language it"));
    let entries =
        [entry("code.plain.name", "Hello"), entry(r#"code.\"a[b]/c\".message[plural n=other]"#, "{n} {a b}")];
    fs::write(folder.join("it.po"), format!("{header}{}", entries.concat())).unwrap();
    expect("translate-convert-bad-word", at(&folder, "translate convert it.po it.toml --language it"));
    let english = "[code.1]\nname = \"Late\"\n\n[code.9999999999999999999999]\nname = \"Far\"\n";
    fs::write(folder.join("english.toml"), english).unwrap();
    fs::write(folder.join("italian.toml"), "[code.1]\nname = \"In ritardo\"\n").unwrap();
    let words = "translate convert italian.toml out.po --language it --source english.toml";
    expect("translate-convert-bad-source", at(&folder, words));
}

/// A registry whose default language is not English: translators' files name it, or an option does.
#[test]
fn files_are_converted_from_any_language() {
    let folder = folder("convert-from");
    let source = "[registry]\ntitle = \"Pliki\"\n\n[code.1]\nname = \"Spóźnienie\"\nmessage = { plural = \"n\", one = \"{n} plik\", few = \"{n} pliki\", many = \"{n} plików\", other = \"{n} plików\" }\n";
    let own = "[registry]\ntitle = \"ファイル\"\n\n[code.1]\nname = \"遅延\"\nmessage = { plural = \"n\", other = \"{n} 個\" }\n";
    for (default, tag, source, own) in [("pl", "ja", source, own), ("ja", "pl", own, source)] {
        fs::write(folder.join("source.toml"), source).unwrap();
        fs::write(folder.join("own.toml"), own).unwrap();
        for file in ["own.po", "own.xlf", "own.csv"] {
            let words = format!("translate convert own.toml {file} --language {tag} --source source.toml");
            good(at(&folder, &format!("{words} --source-language {default}")));
            // A spreadsheet names the language only in its heading.
            let option =
                if file == "own.csv" { format!(" --source-language {default}") } else { String::new() };
            let _ = fs::remove_file(folder.join("back.toml"));
            good(at(&folder, &format!("translate convert {file} back.toml --language {tag}{option}")));
            let read: toml::Table = read(&folder, "back.toml").parse().unwrap();
            assert_eq!(Ok(read), own.parse(), "{default} {file}");
        }
    }
    // Errors name the files, not the table that represents the registry.
    let words = "translate convert own.toml own.po --language en --source source.toml --source-language pl";
    expect("translate-convert-other-plurals", at(&folder, words));
    let words = "translate convert own.toml own.po --language en --source source.toml";
    expect("translate-convert-same-language", at(&folder, words));
}
