//! The state of files when a write fails or is interrupted: the old one or the new one. `.ci/files` installs strace and
//! runs this; `LONG=1` is the long run.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const TABLE: &str = "\
[registry]
title.en  = \"E\"
repr      = \"u16\"
languages = [\"en\", \"it\"]

[language.it]
policy = \"draft\"
file   = \"texts/it.toml\"

[code.1]
symbol = \"ONE\"
name.en = \"One\"

[code.2]
symbol = \"TWO\"
name.en = \"Two\"
";
const IT: &str = "[code.1]\nname = \"Uno\"\n\n[code.2]\nname = \"Due\"\n";
const CSV: &str = "value,symbol,name.en,name.it\n5,TWO,Two!,Due!\n6,SIX,Six,Sei\n";
const TEXTS: &str = "key,en,it\ncode.1.name,One,Uno!\ncode.2.name,Two,Due!\n";

/// Commands that change several files.
const COMMANDS: [&str; 3] =
    ["add NEW --name it=Nuovo", "import rows.csv codes.toml", "translate import it.csv --language it"];

/// System calls that write, or that make or remove names.
const CALLS: [&str; 9] =
    ["openat", "write", "fsync", "fchmod", "rename", "renameat", "unlink", "unlinkat", "flock"];

type State = BTreeMap<String, Vec<u8>>;

fn is_long() -> bool {
    env::var_os("LONG").is_some()
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    reset(folder.path());
    folder
}

fn reset(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
    }
    fs::create_dir(folder.join("texts")).unwrap();
    for (name, text) in [("codes.toml", TABLE), ("texts/it.toml", IT), ("rows.csv", CSV), ("it.csv", TEXTS)] {
        fs::write(folder.join(name), text).unwrap();
    }
}

/// Every file of a folder, including hidden ones.
fn state(folder: &Path) -> State {
    let mut state = State::new();
    for folder in [folder, &folder.join("texts")] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                state.insert(
                    path.to_str().unwrap().rsplit("/").next().unwrap().to_owned(),
                    fs::read(&path).unwrap(),
                );
            }
        }
    }
    state
}

fn codes(words: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
    command.args(words.split_whitespace());
    command
}

/// The command under strace with some of its options.
fn traced(options: &[String], words: &str) -> Command {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null"]).args(options).arg(env!("CARGO_BIN_EXE_codes"));
    command.args(words.split_whitespace());
    command
}

fn run(folder: &Path, command: &mut Command) -> Output {
    command.current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

/// The state after an undisturbed command.
fn new_state(folder: &Path, words: &str) -> State {
    reset(folder);
    assert!(run(folder, &mut codes(words)).status.success(), "{words}");
    let new = state(folder);
    reset(folder);
    new
}

/// The next command completes a change or removes its remains.
#[track_caller]
fn assert_whole(folder: &Path, [old, new]: [&State; 2], what: &str) -> bool {
    let said = run(folder, &mut codes("fmt"));
    assert!(said.status.success(), "{what}: {}", String::from_utf8_lossy(&said.stderr));
    let now = state(folder);
    assert!(
        now == *old || now == *new,
        "{what}: {:?}",
        now.iter().map(|(name, text)| (name, String::from_utf8_lossy(text))).collect::<Vec<_>>()
    );
    now == *new
}

/// How often a command makes each of the calls.
fn calls(folder: &Path, words: &str) -> Vec<(&'static str, usize)> {
    let log = folder.join("calls");
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o"]).arg(&log).args(["-e", &format!("trace={}", CALLS.join(","))]);
    command.arg(env!("CARGO_BIN_EXE_codes")).args(words.split_whitespace());
    assert!(run(folder, &mut command).status.success(), "{words}");
    let log = fs::read_to_string(log).unwrap();
    CALLS.iter().map(|call| (*call, log.matches(&format!(" {call}(")).count())).collect()
}

/// Every writing call fails, or is the last one of the process.
#[test]
fn faults() {
    let folder = folder();
    let folder = folder.path();
    let mut tried = 0;
    for words in COMMANDS {
        let new = new_state(folder, words);
        let calls = calls(folder, words);
        for (call, count) in calls {
            // The first opened files are libraries.
            let first = if call == "openat" { count.saturating_sub(12) } else { 1 };
            for at in first.max(1)..=count {
                for fault in ["error=EIO", "error=ENOSPC", "error=EACCES", "signal=KILL"] {
                    if !is_long() && matches!(fault, "error=ENOSPC" | "error=EACCES") {
                        continue;
                    }
                    reset(folder);
                    let old = state(folder);
                    let inject = format!("inject={call}:{fault}:when={at}");
                    let output = run(folder, &mut traced(&["-e".to_owned(), inject.clone()], words));
                    let what = format!("{words}: {inject}");
                    if fault != "signal=KILL" && call != "unlink" && call != "unlinkat" {
                        let now = state(folder);
                        let is_new = now == new;
                        assert!(is_new || now == old, "{what}: {:?}", now.keys());
                        assert!(
                            output.status.success() || !is_new || call == "write" || call == "fsync",
                            "{what}"
                        );
                    }
                    let is_new = assert_whole(folder, [&old, &new], &what);
                    assert!(is_new || !output.status.success(), "{what}: success, but nothing changed");
                    tried += 1;
                }
            }
        }
    }
    println!("{tried} faults");
    assert!(tried > 60);
}

/// Processes that are killed at random times.
#[test]
fn kills() {
    let folder = folder();
    let folder = folder.path();
    let count = if is_long() { 1000 } else { 60 };
    let mut outcomes = [[0, 0]; COMMANDS.len()];
    for at in 0..count {
        let words = COMMANDS[at % COMMANDS.len()];
        let new = new_state(folder, words);
        let old = state(folder);
        let begin = Instant::now();
        run(folder, &mut codes(words));
        let whole = begin.elapsed();
        reset(folder);
        let mut child =
            codes(words).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        sleep(whole * u32::try_from(at * 7919 % 1000).unwrap() / 1000);
        let _ = child.kill();
        child.wait().unwrap();
        outcomes[at % COMMANDS.len()][usize::from(assert_whole(folder, [&old, &new], words))] += 1;
    }
    for (words, [old, new]) in COMMANDS.iter().zip(outcomes) {
        println!("{words}: {old} kills left the old state, {new} the new one");
    }
}

/// A disk without room for the second file.
#[test]
fn full_disk() {
    let folder = folder();
    for words in COMMANDS {
        let new = new_state(folder.path(), words);
        let old = state(folder.path());
        for blocks in 0..2 {
            reset(folder.path());
            let shell =
                format!("trap '' XFSZ; ulimit -f {blocks}; exec {} {words}", env!("CARGO_BIN_EXE_codes"));
            let output = run(folder.path(), Command::new("bash").args(["-c", &shell]));
            let now = state(folder.path());
            assert!(now == old || now == new && output.status.success(), "{words}: {:?}", now.keys());
        }
    }
}

/// A file that an editor changes while a command runs is not overwritten.
#[test]
fn editors_lose_nothing() {
    let folder = folder();
    for file in ["codes.toml", "texts/it.toml"] {
        reset(folder.path());
        let delay = "inject=fsync:delay_enter=700000:when=1".to_owned();
        let mut command = traced(&["-e".to_owned(), delay], "add NEW --name it=Nuovo");
        let child =
            command.current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        sleep(Duration::from_millis(350));
        let path = folder.path().join(file);
        let edited = fs::read_to_string(&path).unwrap() + "# edited\n";
        fs::write(&path, &edited).unwrap();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("it.toml") || said.contains("codes.toml"), "{said}");
        assert_eq!(fs::read_to_string(&path).unwrap(), edited);
        assert!(!fs::read_to_string(folder.path().join("codes.toml")).unwrap().contains("NEW"));
    }
}

/// Twenty writers of a table, of the file of its language and of what translations were made from.
#[test]
fn writers() {
    let folder = folder();
    let folder = folder.path();
    for _ in 0..if is_long() { 10 } else { 1 } {
        reset(folder);
        let start = |at: usize| {
            let words = match at % 4 {
                0 => "translate import it.csv --language it".to_owned(),
                _ => format!("add NEW_{at} --name it=Nuovo"),
            };
            (
                at,
                codes(&words)
                    .current_dir(folder)
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .spawn()
                    .unwrap(),
            )
        };
        let writers: Vec<_> = (0..20).map(start).collect();
        for (at, mut writer) in writers {
            assert!(writer.wait().unwrap().success(), "{at}");
        }
        for file in ["codes.toml", "texts/it.toml"] {
            let read: toml::Table = fs::read_to_string(folder.join(file)).unwrap().parse().unwrap();
            assert_eq!(read["code"].as_table().unwrap().len(), 2 + 15, "{file}");
        }
        let lock: toml::Table = fs::read_to_string(folder.join("codes.lock")).unwrap().parse().unwrap();
        assert!(lock["translation"]["it"].as_table().unwrap().contains_key("code.1.name"));
        assert_eq!(state(folder).len(), 5);
    }
}

/// A lock of another process is waited for, but not forever.
#[test]
fn a_lock_is_waited_for() {
    if !is_long() {
        return;
    }
    let folder = folder();
    let mut holder = Command::new("flock").arg(folder.path()).args(["sleep", "60"]).spawn().unwrap();
    sleep(Duration::from_millis(300));
    let begin = Instant::now();
    let output = run(folder.path(), &mut codes("add NEW"));
    let waited = begin.elapsed();
    let _ = holder.kill();
    holder.wait().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && waited > Duration::from_secs(20), "{waited:?}: {said}");
    assert!(said.contains("another process"), "{said}");
}

/// A file that is a mount point cannot be replaced by a rename; it is written in place.
#[test]
fn mounted_file() {
    let folder = folder();
    let other = tempfile::tempdir().unwrap();
    let mounted = other.path().join("mounted.toml");
    fs::write(&mounted, TABLE.replace("texts/", "")).unwrap();
    fs::write(folder.path().join("it.toml"), IT).unwrap();
    let script = format!(
        "mount --bind {} codes.toml && {} add NEW --name it=Nuovo; status=$?; umount codes.toml; exit $status",
        mounted.display(),
        env!("CARGO_BIN_EXE_codes")
    );
    let output = run(folder.path(), Command::new("unshare").args(["-rm", "bash", "-c", &script]));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if said.contains("unshare") || said.contains("permission denied") {
        println!("no mounts here: {said}");
        return;
    }
    assert!(output.status.success(), "{said}");
    assert!(fs::read_to_string(&mounted).unwrap().contains("NEW"));
    assert!(fs::read_to_string(folder.path().join("it.toml")).unwrap().contains("Nuovo"));
}
