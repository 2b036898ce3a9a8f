//! Pipes closed early, and what `codes` says about itself.

use std::process::{Command, Stdio};

use crate::{codes, expect};

/// The exit status and standard error of a run whose reader is gone before it starts.
fn into_closed_pipe(mut command: Command) -> (Option<i32>, String) {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = command.stdout(writer).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn closed_pipe_is_no_error() {
    for words in ["list", "list --format json", "list --format csv", "explain 2001"] {
        assert_eq!(
            into_closed_pipe(codes(&format!("{words} --table loader.toml"))),
            (Some(0), String::new()),
            "{words}"
        );
    }
}

#[test]
fn closed_pipe_does_not_make_a_table_good() {
    for format in ["human", "json", "github", "sarif"] {
        let (status, stderr) = into_closed_pipe(codes(&format!("check bad.toml --format {format}")));
        assert_eq!(status, Some(1), "{format}: {stderr}");
        assert!(stderr.starts_with("bad.toml: "), "{format}: {stderr}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn full_disk_is_an_error() {
    let mut command = codes("list --table loader.toml");
    command.stdout(std::fs::File::options().write(true).open("/dev/full").unwrap());
    let output = command.stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        output.stderr.starts_with(b"error: cannot write the answer: there is no room left on the disk\n")
    );
}

#[test]
fn help() {
    expect("help", codes("--help"));
    expect("help-check", codes("check --help"));
    expect("help-explain", codes("explain --help"));
    expect("help-list", codes("list --help"));
    expect("help-import", codes("import --help"));
    expect("help-fmt", codes("fmt --help"));
    expect("help-generate", codes("generate --help"));
    expect("help-diff", codes("diff --help"));
    expect("help-init", codes("init --help"));
    expect("help-add", codes("add --help"));
    expect("help-translate", codes("translate --help"));
    expect("help-translate-status", codes("translate status --help"));
    expect("help-translate-export", codes("translate export --help"));
    expect("help-translate-import", codes("translate import --help"));
    expect("help-schema", codes("schema --help"));
    expect("help-completions", codes("completions --help"));
    expect("help-man", codes("man --help"));
}

#[test]
fn version() {
    let output = codes("--version").output().unwrap();
    assert_eq!(output.stdout, concat!("codes ", env!("CARGO_PKG_VERSION"), "\n").as_bytes());
}

#[test]
fn wrong_usage() {
    expect("usage-nothing", codes(""));
    expect("usage-command", codes("explian 1006"));
}
