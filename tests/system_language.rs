//! The language that the user of the system prefers: on Unix, that of the environment.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::env;
use std::process::Command;

use code_registry::websocket::CloseCode;

/// Runs in the child process, whose result the parent reads.
const ASKED: &str = "SYSTEM_LANGUAGE_ASKED";

#[track_caller]
fn expect(environment: &[(&str, &str)], expected: &str) {
    let mut child = Command::new(env::current_exe().unwrap());
    child.args(["--exact", "answer", "--nocapture"]).env_clear().env(ASKED, "");
    let output = child.envs(environment.iter().copied()).output().unwrap();
    let output = String::from_utf8(output.stdout).unwrap();
    let found = output.split("<").nth(1).and_then(|rest| rest.split(">").next());
    assert_eq!(found, Some(expected), "{environment:?}");
}

#[test]
#[allow(clippy::print_stdout, reason = "this is the child that answers")]
fn answer() {
    if env::var_os(ASKED).is_some() {
        println!("<{}>", CloseCode::of_system().map_or("none".to_owned(), |found| found.to_string()));
    }
}

#[test]
fn the_environment_chooses_it() {
    expect(&[("LANG", "it_IT.UTF-8")], "it");
    expect(&[("LANG", "en_US"), ("LC_MESSAGES", "it_CH.UTF-8@euro")], "it");
    expect(&[("LANG", "it_IT.UTF-8"), ("LANGUAGE", "de:fr_FR:en:it")], "en");
    expect(&[("LC_ALL", "de_DE.UTF-8")], "none");
    expect(&[("LANG", "it@unknown")], "it");
    expect(&[("LANG", "C")], "none");
    expect(&[], "none");
}
