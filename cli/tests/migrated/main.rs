//! `codes migrate` with the error types of well-known crates: afterwards they compile, pass their own tests, and display the
//! same texts.
//!
//! The crates are downloaded and compiled one after the other, before and after the migration. Their tests include one that
//! displays every variant whose fields a program can make up. Not part of `cargo test`: `.ci/migrate` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

mod displays;
mod samples;

use displays::Displays;

/// Each with the features that its errors need.
const CRATES: [(&str, &str, &str); 10] = [
    ("tungstenite", "0.30", "url,handshake"),
    ("x509-parser", "0.18", ""),
    ("russh", "0.60", ""),
    ("lopdf", "0.47", ""),
    ("tantivy", "0.27", ""),
    ("object_store", "0.14", "aws,azure,gcp,http"),
    ("hickory-proto", "0.26", ""),
    ("sqlx-core", "0.9", "migrate,json"),
    ("oauth2", "5", ""),
    ("async-graphql", "7.2", ""),
];

/// The maximum percentage of variants that are left as they are.
const MOST_LEFT: usize = 5;

/// Seconds that the tests of one target may take.
const MOST_SECONDS: &str = "300";

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

#[test]
fn real_crates_stay_the_same() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("migrated");
    let only = env::var("MIGRATE_ONLY").unwrap_or_default();
    let chosen = downloaded(&folder).into_iter().filter(|(name, ..)| only.is_empty() || only == *name);
    let (mut all, mut differences) = (Counts::default(), Vec::new());
    for (name, features, source) in chosen {
        let counts = compare(&folder, name, features, &source, &mut differences);
        println!("{name}: {counts}");
        all.add(&counts);
    }
    println!("all: {all}");
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(all.left * 100 <= (all.migrated + all.left) * MOST_LEFT, "too many variants are left");
    // A single crate may have mostly generic types, which are not displayed.
    assert!(!only.is_empty() || all.displayed * 2 > all.migrated, "too few texts were compared");
}

/// What is counted in a crate.
#[derive(Default)]
struct Counts {
    migrated: usize,
    left: usize,
    /// Variants whose texts were compared.
    displayed: usize,
    /// Variants with a field that cannot be made up.
    not_displayed: usize,
    /// Tests of the crate that passed before and after.
    passed: usize,
    /// Tests of the crate that fail before the migration.
    failed_before: usize,
    /// Test targets that cannot be compiled before the migration.
    broken_before: usize,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.migrated += other.migrated;
        self.left += other.left;
        self.displayed += other.displayed;
        self.not_displayed += other.not_displayed;
        self.passed += other.passed;
        self.failed_before += other.failed_before;
        self.broken_before += other.broken_before;
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "variants: {} migrated, {} left as they are; texts: {} compared, {} not made up; \
             own tests: {} pass before and after, {} fail before, {} targets do not compile before",
            self.migrated,
            self.left,
            self.displayed,
            self.not_displayed,
            self.passed,
            self.failed_before,
            self.broken_before
        )
    }
}

/// Compares a crate before and after its migration.
fn compare(
    folder: &Path,
    name: &str,
    features: &str,
    source: &Path,
    differences: &mut Vec<String>,
) -> Counts {
    let [before, after] = ["before", "after"].map(|side| {
        let package = folder.join(side).join(name);
        let _ = fs::remove_dir_all(&package);
        copy(source, &package);
        package
    });
    let displays = Displays::of(&before);
    let [_, migrated, left] = migrate(&after);
    add_to_manifest(&before, "");
    add_to_manifest(
        &after,
        &format!(
            "[dependencies.code-registry]\npath = \"{ROOT}\"\ndefault-features = false\nfeatures = [\"std\"]\n"
        ),
    );
    let [before, after] = [before, after].map(|package| {
        displays.append(&package);
        Outcome::of(&package, features)
    });
    let mut complain = |reason: &str, what: &str| differences.push(format!("{name}: {reason}: {what}"));
    for target in before.targets.difference(&after.targets) {
        complain("does not compile after the migration", target);
    }
    for test in before.passed.difference(&after.passed) {
        complain("does not pass after the migration", test);
    }
    let [old, new] = [&before, &after].map(|outcome| outcome.displayed.lines().collect::<Vec<_>>());
    if old.len() != new.len() {
        complain("texts", &format!("{} before, {} after", old.len(), new.len()));
    }
    for (old, new) in old.iter().zip(&new).filter(|(old, new)| old != new) {
        complain("another text", &format!("{old} became {new}"));
    }
    let not_made = old.iter().filter(|line| line.ends_with(displays::NOT_MADE)).count();
    Counts {
        migrated,
        left,
        displayed: old.len() - not_made,
        not_displayed: displays.skipped + not_made,
        passed: before.passed.intersection(&after.passed).count(),
        failed_before: before.failed,
        broken_before: before.broken,
    }
}

/// The sources of the crates as cargo unpacked them.
fn downloaded(folder: &Path) -> Vec<(&'static str, &'static str, PathBuf)> {
    let package = folder.join("download");
    fs::create_dir_all(package.join("src")).unwrap();
    fs::write(package.join("src/lib.rs"), "").unwrap();
    let dependencies = CRATES.map(|(name, version, _)| format!("{name} = \"{version}\"\n")).concat();
    let manifest = format!(
        "[package]\nname = \"download\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{dependencies}"
    );
    fs::write(package.join("Cargo.toml"), manifest).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1"])
        .current_dir(&package)
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let path = |(name, version, features): (&'static str, &'static str, &'static str)| {
        let mut packages = metadata["packages"].as_array().unwrap().iter();
        let package = packages.find(|package| {
            package["name"] == name && package["version"].as_str().unwrap().starts_with(version)
        });
        let manifest = package.unwrap()["manifest_path"].as_str().unwrap().to_owned();
        (name, features, Path::new(&manifest).parent().unwrap().to_owned())
    };
    CRATES.map(path).into()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &to.join(entry.file_name())),
            false => fs::write(to.join(entry.file_name()), fs::read(entry.path()).unwrap()).unwrap(),
        }
    }
}

/// The numbers of the summary: types, variants, remaining variants.
fn migrate(package: &Path) -> [usize; 3] {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
    let output = command.args(["migrate", "src"]).env_clear().current_dir(package).output().unwrap();
    let shown = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{}: {shown}", package.display());
    let summary = shown.lines().find(|line| line.starts_with("types migrated")).unwrap();
    shown.lines().filter(|line| line.contains("is left as it is")).for_each(|line| println!("{line}"));
    let numbers = summary.split(|next: char| !next.is_ascii_digit()).filter_map(|number| number.parse().ok());
    numbers.collect::<Vec<_>>().try_into().unwrap()
}

/// Adds tables to a manifest; the package becomes a workspace of its own.
fn add_to_manifest(package: &Path, tables: &str) {
    let path = package.join("Cargo.toml");
    let text = fs::read_to_string(&path).unwrap();
    let workspace = if text.contains("\n[workspace]") { "" } else { "\n[workspace]\n" };
    fs::write(path, format!("{text}{workspace}\n{tables}")).unwrap();
}

/// What the tests of a package come to.
struct Outcome {
    /// Test targets that were compiled.
    targets: BTreeSet<String>,
    /// Test targets that cannot be compiled, because their files are not in the package.
    broken: usize,
    passed: BTreeSet<String>,
    failed: usize,
    /// A line for each variant.
    displayed: String,
}

impl Outcome {
    fn of(package: &Path, features: &str) -> Self {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(["build", "--tests", "--keep-going", "--message-format=json", "--features", features])
            .current_dir(package)
            .env("CARGO_TARGET_DIR", package.join("../../target"))
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0")
            .env("RUSTFLAGS", "--cap-lints=allow");
        let output = cargo.output().unwrap();
        let messages = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<Value> = messages.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let displayed = package.join("displayed");
        let (mut targets, mut passed, mut failed) = (BTreeSet::new(), BTreeSet::new(), 0);
        for line in lines.iter().filter(|line| line["profile"]["test"] == true) {
            let Some(executable) = line["executable"].as_str() else { continue };
            let target = format!("{} {}", line["target"]["kind"][0], line["target"]["name"]);
            let mut tests = Command::new("timeout");
            tests.args([MOST_SECONDS, executable]).current_dir(package).env("DISPLAYED", &displayed);
            let output = tests.output().unwrap();
            for result in String::from_utf8_lossy(&output.stdout).lines() {
                let Some(result) = result.strip_prefix("test ") else { continue };
                match result.split_once(" ... ") {
                    Some((test, "ok")) => drop(passed.insert(format!("{target} {test}"))),
                    Some((_, result)) if result.starts_with("FAILED") => failed += 1,
                    _ => {}
                }
            }
            targets.insert(target);
        }
        let errors: BTreeSet<String> = lines
            .iter()
            .filter(|line| line["message"]["level"] == "error")
            .map(|line| format!("{} {}", line["target"]["kind"][0], line["target"]["name"]))
            .collect();
        let displayed = fs::read_to_string(displayed).unwrap_or_else(|error| {
            let mut errors = lines.iter().filter_map(|line| line["message"]["rendered"].as_str());
            let first: String = errors.by_ref().take(5).collect();
            panic!("{}: {error}\n{first}\n{}", package.display(), String::from_utf8_lossy(&output.stderr))
        });
        Self { targets, broken: errors.len(), passed, failed, displayed }
    }
}
