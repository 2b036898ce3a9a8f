//! The files that `codes translate` writes, checked by translators' own tools: `.ci/translate` installs them and runs
//! this.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/translate");
const CLOSE_CODES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../codes.toml");
const LANGUAGES: [&str; 7] = ["it", "ru", "ar", "de", "ja", "pl", "pt-BR"];

/// A folder with only the tables.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for file in ["choices.toml", "ar.toml"] {
        fs::copy(Path::new(SAMPLES).join(file), folder.join(file)).unwrap();
    }
    fs::copy(CLOSE_CODES, folder.join("codes.toml")).unwrap();
    for tag in ["en", "it"] {
        let explanations = Path::new("explanations").join(tag);
        fs::create_dir_all(folder.join(&explanations)).unwrap();
        for file in fs::read_dir(Path::new(CLOSE_CODES).with_file_name(&explanations)).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), folder.join(&explanations).join(file.file_name())).unwrap();
        }
    }
    folder
}

/// Runs a program in a folder; returns its output if it fails.
#[track_caller]
fn run(folder: &Path, program: &str, words: &str) {
    let output = Command::new(program).args(words.split_whitespace()).current_dir(folder).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{program} {words}: {}", String::from_utf8_lossy(&said));
}

/// Exports every language of every table, and passes each file to `check` with its table.
fn each(name: &str, format: &str, check: impl Fn(&Path, &str, &str)) {
    let folder = folder(name);
    for table in ["choices", "codes"] {
        for tag in LANGUAGES {
            let file = format!("{table}.{tag}.{format}");
            let words =
                format!("translate export {table}.toml --language {tag} --format {format} --output {file}");
            run(&folder, env!("CARGO_BIN_EXE_codes"), &words);
            check(&folder, table, &file);
        }
    }
}

#[test]
fn gettext_accepts_what_is_exported() {
    each("msgfmt", "po", |folder, _, file| run(folder, "msgfmt", &format!("--check -o {file}.mo {file}")));
}

/// A file that gettext has rewritten in its own form is read without differences.
#[test]
fn what_gettext_writes_is_imported() {
    each("msgcat", "po", |folder, table, file| {
        run(folder, "msgcat", &format!("--width=60 --no-location -o {file} {file}"));
        is_unchanged(folder, table, file);
    });
}

/// polib reads the content of the CSV file of the same language and writes it in its own form, and that is imported.
#[test]
fn polib_reads_and_writes_what_is_exported() {
    let script = format!("{SAMPLES}/read_back.py");
    each("polib", "po", |folder, table, file| {
        let csv = file.replace(".po", ".csv");
        let tag = file.split('.').nth(1).unwrap();
        let words = format!("translate export {table}.toml --language {tag} --format csv --output {csv}");
        run(folder, env!("CARGO_BIN_EXE_codes"), &words);
        run(folder, "python3", &format!("{script} {file} {csv}"));
        is_unchanged(folder, table, file);
    });
}

#[test]
fn plural_forms_are_those_of_cldr() {
    let folder = folder("plural-forms");
    run(&folder, "python3", &format!("{SAMPLES}/plural_forms.py {}", env!("CARGO_BIN_EXE_codes")));
}

#[test]
fn xliff_is_valid_against_its_schemas() {
    let schemas = env::var("XLIFF_SCHEMAS").expect("`.ci/translate` says where the schemas are");
    for (format, schema) in [("xliff", "xliff-core-2.0"), ("xliff-1.2", "xliff-core-1.2-strict")] {
        each(format, format, |folder, _, file| {
            run(folder, "xmllint", &format!("--noout --nonet --schema {schemas}/{schema}.xsd {file}"));
        });
    }
}

/// translate-toolkit, as Weblate uses it: its checks of the formats find nothing.
#[test]
fn pofilter_finds_nothing() {
    let checks =
        ["nplurals", "pythonbraceformat", "printf", "xmltags", "compendiumconflicts", "escapes", "newlines"];
    let checks: String = checks.iter().map(|check| format!(" --test={check}")).collect();
    each("pofilter", "po", |folder, table, file| {
        // Translations of the other table differ from their sources intentionally.
        if table == "codes" || file.contains(".de.") || file.contains(".pl.") {
            run(folder, "pofilter", &format!("--progress=none{checks} {file} {file}.found"));
            let found = fs::read_to_string(folder.join(format!("{file}.found"))).unwrap_or_default();
            assert!(!found.contains("(pofilter)"), "{file}: {found}");
        }
    });
}

/// Weblate edits language files in place: all texts and only these, and the table can be read afterwards.
#[test]
fn weblate_translates_language_files() {
    let folder = folder("weblate");
    let documentation =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/translators.md")).unwrap();
    let line = documentation.lines().find(|line| line.starts_with("| Key filter")).unwrap();
    let filter = line.replace("\\|", "/").split('`').nth(1).unwrap().replace('/', "|");
    run(&folder, "python3", &format!("{SAMPLES}/weblate.py ar.toml {filter}"));
    run(&folder, env!("CARGO_BIN_EXE_codes"), "check choices.toml");
    let output = Command::new(env!("CARGO_BIN_EXE_codes"))
        .args(["translate", "export", "choices.toml", "--language", "ar", "--format", "csv"])
        .current_dir(&folder)
        .output()
        .unwrap();
    let table = String::from_utf8(output.stdout).unwrap();
    let texts = fs::read_to_string(folder.join("ar.toml")).unwrap().matches('§').count();
    assert!(texts > 10 && table.matches('§').count() >= texts, "{table}");
}

/// gettext creates a file from a template, and updates it.
#[test]
fn gettext_uses_templates() {
    let folder = folder("template");
    let codes = env!("CARGO_BIN_EXE_codes");
    for table in ["choices", "codes"] {
        run(&folder, codes, &format!("translate export {table}.toml --format pot --output {table}.pot"));
        for tag in ["de", "pl", "lv", "sr@latin"] {
            let file = format!("{table}.{tag}.po");
            run(
                &folder,
                "msginit",
                &format!("--no-translator --locale {tag} --input {table}.pot --output-file {file}"),
            );
            run(&folder, "msgmerge", &format!("--quiet --update --previous {file} {table}.pot"));
            run(&folder, "msgfmt", &format!("--check -o {file}.mo {file}"));
            run(&folder, codes, &format!("translate import {file} {table}.toml"));
        }
    }
}

fn is_unchanged(folder: &Path, table: &str, file: &str) {
    let path = folder.join(table).with_extension("toml");
    let files = || [fs::read_to_string(&path).unwrap(), fs::read_to_string(folder.join("ar.toml")).unwrap()];
    let before = files();
    run(folder, env!("CARGO_BIN_EXE_codes"), &format!("translate import {file} {table}.toml"));
    assert_eq!(files(), before, "{file}");
}
