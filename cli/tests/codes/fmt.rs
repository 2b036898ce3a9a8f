//! `codes fmt`

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use crate::{codes, compare, expect};

const FMT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fmt");
const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// A table formatted over standard input, as an editor does it.
fn formatted(table: &str) -> Output {
    let mut command = codes("fmt -");
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().unwrap();
    child.stdin.take().unwrap().write_all(table.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn form(table: &str) -> String {
    let output = formatted(table);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{table}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn tables_beside_their_form() {
    for name in ["comments", "order", "quotes", "lists", "mistakes", "nothing"] {
        let table = fs::read_to_string(Path::new(FMT).join(name).with_extension("toml")).unwrap();
        compare(&format!("fmt-{name}"), &form(&table));
    }
}

#[test]
fn every_table_keeps_its_form_and_its_comments() {
    let folders = [
        "table/tests/good",
        "table/tests/errors",
        "table/tests/lints",
        "tests/tables",
        "cli/tests/tables",
        "cli/tests/fmt",
    ];
    let folders = folders.into_iter().map(|folder| Path::new(PROJECT).join(folder));
    let tables: Vec<PathBuf> = folders.flat_map(|folder| tables(&folder)).collect();
    assert!(tables.len() > 150, "{}", tables.len());
    let mut count = 0;
    for path in tables {
        let Ok(table) = fs::read_to_string(&path) else { continue };
        let output = formatted(&table);
        if output.status.code() == Some(1) {
            continue;
        }
        let once = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", path.display());
        assert_eq!(form(&once), once, "{}", path.display());
        assert_eq!(hashes(&once), hashes(&table), "{}", path.display());
        count += 1;
    }
    assert!(count > 140, "{count}");
}

/// The tables of a folder, without those of its subfolders.
fn tables(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect()
}

/// Comments, and everything else that contains a hash.
fn hashes(table: &str) -> usize {
    table.matches('#').count()
}

#[test]
fn tables_say_the_same() {
    for path in tables(&Path::new(PROJECT).join("table/tests/good")) {
        let table = fs::read_to_string(&path).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let both = [&table, &form(&table)].map(|text| {
            let file = folder.path().join("codes.toml");
            fs::write(&file, text).unwrap();
            let mut command = codes("list --format json");
            String::from_utf8(command.arg(file).output().unwrap().stdout).unwrap()
        });
        assert_eq!(both[0], both[1], "{}", path.display());
        assert!(both[0].starts_with('{'), "{}", path.display());
    }
}

#[test]
fn language_files_go_with_their_table() {
    let folder = copy("language-files");
    let run = |words: &str| {
        let mut command = codes(words);
        command.current_dir(&folder);
        command
    };
    expect("fmt-check-stale", run("fmt --check"));
    expect("fmt-files", run("fmt"));
    expect("fmt-check", run("fmt --check"));
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).unwrap();
    compare("fmt-language-files", &[read("codes.toml"), read("translations/it.toml")].join("--- it\n"));
}

/// A copy of a folder of the fixtures.
fn copy(name: &str) -> tempfile::TempDir {
    let (from, to) = (Path::new(FMT).join(name), tempfile::tempdir().unwrap());
    fs::create_dir(to.path().join("translations")).unwrap();
    for file in ["codes.toml", "translations/it.toml"] {
        fs::copy(from.join(file), to.path().join(file)).unwrap();
    }
    to
}

#[test]
fn what_is_no_toml_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("codes.toml");
    let table = "[registry\ntitle.en = \"Errors\"\n";
    fs::write(&file, table).unwrap();
    let mut command = codes("fmt");
    command.current_dir(&folder);
    expect("fmt-syntax", command);
    assert_eq!(fs::read_to_string(&file).unwrap(), table);
}

#[test]
fn what_cannot_be_read_is_said() {
    expect("fmt-unreadable", codes("fmt missing.toml split latin1.toml"));
}

#[test]
fn language_files_that_cannot_be_read_are_said() {
    let folder = copy("language-files");
    fs::remove_file(folder.path().join("translations/it.toml")).unwrap();
    for (name, words) in [("fmt-unread", "fmt"), ("fmt-unread-check", "fmt --check")] {
        let mut command = codes(words);
        command.current_dir(&folder);
        expect(name, command);
    }
}

#[test]
fn tables_of_the_project_are_in_their_form() {
    for table in [
        "codes.toml",
        "cli/codes.toml",
        "cli/diagnostics.toml",
        "cli/labels.toml",
        "examples/config/codes.toml",
    ] {
        let path = Path::new(PROJECT).join(table);
        let output = codes("fmt --check").arg(&path).output().unwrap();
        assert!(output.status.success(), "{table}: cargo run -p code-registry-cli -- fmt {table}");
    }
}
