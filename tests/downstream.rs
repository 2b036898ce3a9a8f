//! Crates that only depend on others: `tests/downstream/`, a workspace of its own.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

mod cargo;

use cargo::{ROOT, cargo, check_file, refusal, share_versions, stdout};

static WORKSPACE: LazyLock<PathBuf> = LazyLock::new(|| {
    let workspace = Path::new(ROOT).join("tests/downstream");
    share_versions(&workspace);
    workspace
});

/// Under another name, without a prelude, by way of another crate: all of them compile without a warning.
#[test]
fn crates_that_depend_on_others_do_what_they_should() {
    let arguments = ["test", "--workspace", "--exclude", "nostd", "--exclude", "crowded", "--all-targets"];
    stdout(cargo(&WORKSPACE).args(arguments));
}

/// By itself: beside others it would get the features that they ask for.
#[test]
fn the_standard_library_is_not_needed() {
    stdout(cargo(&WORKSPACE).args(["test", "--package", "nostd", "--all-targets"]));
}

/// Statics, types, traits and macros of every name that an expansion uses. By itself, because it asks for every feature.
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

/// A language and a sentence that it compiles for the registry of another crate, and a language that it reads from disk.
#[test]
fn an_application_says_it_in_its_own_words() {
    let said = stdout(cargo(&WORKSPACE).args(["run", "--package", "catalogs", "catalogs/i18n"]));
    check_file("tests/downstream/catalogs/expected.txt", &said);
    let mut refused = cargo(&WORKSPACE);
    refused.args(["run", "--package", "catalogs", "no/such/folder"]);
    assert!(
        refusal(&mut refused).contains("Error: cannot read `no/such/folder/store.fr.toml`\n\nCaused by:")
    );
}
