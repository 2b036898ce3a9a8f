//! Crates of users, each of which depends only on what its Cargo.toml names: `tests/downstream/`, a workspace of its
//! own.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

mod cargo;

use cargo::{ROOT, cargo, check_file, refusal, share_versions, stdout};

static WORKSPACE: LazyLock<PathBuf> = LazyLock::new(|| {
    let workspace = Path::new(ROOT).join("tests/downstream");
    share_versions(&workspace);
    workspace
});

/// With the library under another name, without a prelude, through another crate: all of them compile without a
/// warning.
#[test]
fn crates_of_users_pass_their_tests() {
    let arguments = ["test", "--workspace", "--exclude", "nostd", "--exclude", "crowded", "--all-targets"];
    stdout(cargo(&WORKSPACE).args(arguments));
}

/// Alone, since it would get the features of the other packages.
#[test]
fn the_standard_library_is_not_needed() {
    stdout(cargo(&WORKSPACE).args(["test", "--package", "nostd", "--all-targets"]));
}

/// Statics, types, traits and macros of every name that an expansion uses. Alone, because it enables every feature.
#[test]
fn names_around_a_registry_do_not_matter() {
    stdout(cargo(&WORKSPACE).args(["test", "--package", "crowded", "--all-targets"]));
}

#[test]
fn an_application_switches_the_language() {
    for language in ["en", "it"] {
        let said = stdout(cargo(&WORKSPACE).args(["run", "--package", "application", language]));
        check_file(&format!("tests/downstream/application/expected/{language}.txt"), &said);
    }
}

/// A language and a sentence that it compiles for the registry of another crate, and a language that it loads at run
/// time.
#[test]
fn an_application_uses_its_own_words() {
    let said = stdout(cargo(&WORKSPACE).args(["run", "--package", "catalogs", "catalogs/i18n"]));
    check_file("tests/downstream/catalogs/expected.txt", &said);
    let mut refused = cargo(&WORKSPACE);
    refused.args(["run", "--package", "catalogs", "no/such/folder"]);
    assert!(
        refusal(&mut refused).contains("Error: cannot read `no/such/folder/store.fr.toml`\n\nCaused by:")
    );
}
