//! Runs cargo on other crates, as their authors would.

#![allow(dead_code, reason = "each test that has this module uses a part of it")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// The root of this project.
pub(crate) const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Cargo in a folder.
///
/// All runs have the same settings and the same target directory, so that shared dependencies are built once. The dependencies
/// of the tests themselves are not built again, because `build.build-dir` (since Cargo 1.91) is the directory of the tests;
/// with `RUSTFLAGS` they would be. With [`share_versions`], no run needs a network.
pub(crate) fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
    command
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", temporary("target"))
        .env(
            "CARGO_BUILD_BUILD_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is in the target directory"),
        )
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_TERM_COLOR", "never")
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
}

/// The output of a command, which must succeed without a warning.
#[track_caller]
pub(crate) fn stdout(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().expect("cargo can be run");
    let stderr = String::from_utf8_lossy(&stderr);
    assert!(status.success() && !stderr.contains("warning: "), "{command:?}\n{stderr}");
    String::from_utf8(stdout).expect("the output is UTF-8")
}

/// The error output of a command, which must fail.
#[track_caller]
pub(crate) fn refusal(command: &mut Command) -> String {
    let Output { status, stderr, .. } = command.output().expect("cargo can be run");
    assert!(!status.success(), "{command:?} succeeds");
    String::from_utf8(stderr).expect("the messages are UTF-8")
}

/// A place for the files of tests.
pub(crate) fn temporary(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// A new crate with these files, which depends on this project by its path. Warnings are errors, because a
/// user's crate may deny them.
pub(crate) fn scratch(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = temporary(name);
    let manifest = format!(
        "[package]\nname = {name:?}\nedition = \"2024\"\n[workspace]\n[lints.rust]\nwarnings = \"deny\"\n\
         [dependencies]\ncode-registry.path = {ROOT:?}\n"
    );
    write(&folder, "Cargo.toml", &manifest);
    for (path, text) in files {
        write(&folder, path, text);
    }
    share_versions(&folder);
    folder
}

/// Lets a workspace use the versions of this one, which are already downloaded.
pub(crate) fn share_versions(workspace: &Path) {
    fs::copy(Path::new(ROOT).join("Cargo.lock"), workspace.join("Cargo.lock"))
        .expect("the lock can be copied");
}

/// Writes a file and creates its folder.
pub(crate) fn write(folder: &Path, path: &str, text: &str) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().expect("a file is in a folder")).expect("the folder can be made");
    fs::write(file, text).expect("the file can be written");
}

/// Compares a text with a file, or writes the file if `UPDATE_EXPECT` is set.
#[track_caller]
pub(crate) fn check_file(path: &str, found: &str) {
    let file = Path::new(ROOT).join(path);
    if env::var_os("UPDATE_EXPECT").is_some() {
        // Not compared: another test may be writing the same file.
        return fs::write(&file, found).expect("the file can be written");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(found, expected, "{path}: UPDATE_EXPECT=1 rewrites it");
}
