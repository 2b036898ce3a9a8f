//! `codes check`

use crate::{codes, expect};

#[test]
fn good_table() {
    expect("check-good", codes("check loader.toml"));
}

#[test]
fn bad_table() {
    expect("check-bad", codes("check bad.toml"));
}

#[test]
fn warnings_are_no_mistakes() {
    expect("check-warned", codes("check warned.toml"));
}

#[test]
fn json() {
    expect("check-json", codes("check --format json bad.toml warned.toml"));
}

#[test]
fn json_of_nothing() {
    expect("check-json-good", codes("check --format json loader.toml"));
}

#[test]
fn github() {
    expect("check-github", codes("check --format github bad.toml warned.toml"));
}

#[test]
fn language_files_are_beside_the_table() {
    expect("check-split", codes("check split/codes.toml"));
}

#[test]
fn mistakes_of_language_files_name_the_file_from_here() {
    expect("check-split-bad", codes("check split/bad.toml"));
}

#[test]
fn table_of_the_current_directory() {
    let mut command = codes("check");
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables/split"));
    expect("check-here", command);
}

#[test]
fn no_table_here() {
    expect("check-nothing-here", codes("check"));
}

#[test]
fn unreadable_files_do_not_hide_the_others() {
    expect("check-unreadable", codes("check missing.toml split latin1.toml bad.toml loader.toml"));
    expect("check-json-no-text", codes("check --format json latin1.toml"));
}

#[test]
fn the_worst_table_decides() {
    expect("check-several", codes("check bad.toml loader.toml"));
}

#[test]
fn unknown_format() {
    expect("check-unknown-format", codes("check --format jsno bad.toml"));
}

#[cfg(unix)]
#[test]
fn forbidden_file() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;
    let path = concat!(env!("CARGO_TARGET_TMPDIR"), "/forbidden.toml");
    let _ = fs::remove_file(path);
    fs::write(path, "").unwrap();
    fs::set_permissions(path, Permissions::from_mode(0o000)).unwrap();
    if fs::read(path).is_ok() {
        // The superuser can read every file.
        return;
    }
    let mut command = codes("check forbidden.toml");
    command.current_dir(env!("CARGO_TARGET_TMPDIR"));
    expect("check-forbidden", command);
}

#[test]
fn lints_and_their_levels() {
    expect("check-linted", codes("check linted.toml"));
}

#[test]
fn warnings_are_denied() {
    expect("check-deny", codes("check --deny warnings warned.toml"));
}

#[test]
fn denying_nothing_finds_nothing() {
    expect("check-deny-good", codes("check --deny warnings loader.toml"));
}

#[test]
fn only_warnings_are_denied() {
    expect("check-deny-unknown", codes("check --deny lints loader.toml"));
}

#[test]
fn sarif() {
    expect("check-sarif", codes("check --format sarif bad.toml linted.toml"));
}

#[test]
fn sarif_of_nothing() {
    expect("check-sarif-good", codes("check --format sarif loader.toml"));
}

/// Someone who saves the first table of the document has a valid one.
#[test]
fn example_of_the_format() {
    let document = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/format.md");
    let document = std::fs::read_to_string(document).unwrap();
    let example = document.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let folder = crate::copies("check-format", &[]);
    std::fs::write(folder.join("codes.toml"), example).unwrap();
    crate::expect_changed("check-format", &folder, "check", &[]);
}
