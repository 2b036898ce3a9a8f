//! Runs the commands of some pages of docs/ in an empty folder, one after the other, and compares their output.
//!
//! A block with `file=NAME` is a file, one with `append=NAME` is appended to a file. `tests/tutorial.rs` tests the
//! output of cargo and the Rust code of the tutorial's last table.

use std::env;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

#[test]
fn the_tutorial_does_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    run_page("docs/tutorial.md", folder.path());
    let table = fs::read_to_string(folder.path().join("codes.toml")).unwrap();
    compare("tests/tutorial/codes.toml", &table);
}

#[test]
fn the_page_about_protocols_does_what_it_says() {
    run_page("docs/protocols.md", tempfile::tempdir().unwrap().path());
}

/// Runs the blocks of a page in a folder.
fn run_page(page: &str, folder: &Path) {
    let text = fs::read_to_string(Path::new(ROOT).join(page)).unwrap();
    // Every second part is a block, which begins with the words of its fence.
    let parts = text.split("```").enumerate();
    let done = parts.map(|(at, part)| if at % 2 == 0 { part.to_owned() } else { block(part, folder) });
    compare(page, &done.collect::<Vec<_>>().join("```"));
}

/// Compares a file of the project with a text.
fn compare(file: &str, text: &str) {
    let path = Path::new(ROOT).join(file);
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, text).unwrap();
    }
    let help = "UPDATE_EXPECT=1 cargo test -p code-registry-cli the_tutorial the_page";
    assert_eq!(text, fs::read_to_string(path).unwrap_or_default(), "{file} is out of date: {help}");
}

/// Executes a block; returns it with the actual output.
fn block(block: &str, folder: &Path) -> String {
    let (info, text) = block.split_once('\n').unwrap();
    if info == "console" {
        return console(text, folder);
    }
    if let Some((_, name)) = info.split_once(" file=") {
        fs::write(folder.join(name), text).unwrap();
    } else if let Some((_, name)) = info.split_once(" append=") {
        let mut file = File::options().append(true).open(folder.join(name)).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }
    block.to_owned()
}

/// Runs each command; returns the block with their output.
fn console(text: &str, folder: &Path) -> String {
    let mut shown = "console\n".to_owned();
    if text.starts_with("$ cargo ") {
        return shown + text;
    }
    for command in text.lines().filter_map(|line| line.strip_prefix("$ ")) {
        shown += &format!("$ {command}\n{}", run(command, folder));
    }
    shown
}

/// The output of a command, with both streams as on a terminal. If it is meant to fail, `echo $?` follows.
fn run(command: &str, folder: &Path) -> String {
    let tool = Path::new(env!("CARGO_BIN_EXE_codes")).parent().unwrap();
    let path = env::join_paths([tool, Path::new("/usr/bin"), Path::new("/bin")]).unwrap();
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("exec 2>&1\n{command}")]).current_dir(folder).env_clear().env("PATH", path);
    let output = shell.output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "$ {command}\n{shown}");
    shown
}
