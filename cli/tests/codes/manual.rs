//! What shells complete, and the manual: each has every command, and every option of each.

use std::fs;
use std::process::Command;

use crate::{codes, expect};

#[test]
fn every_shell_completes_every_command_and_option() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = answer(&mut codes(&format!("completions {shell}")));
        for command in commands() {
            assert!(script.contains(&command), "{shell} does not know `{command}`");
            for option in options(&command) {
                // Fish has them without dashes.
                let name = option.trim_start_matches('-');
                assert!(script.contains(name), "{shell} does not know `{command} {option}`");
            }
        }
    }
}

#[test]
fn unknown_shell() {
    expect("completions-unknown", codes("completions csh"));
}

#[test]
fn every_command_has_a_page_with_every_option() {
    let folder = tempfile::tempdir().unwrap();
    answer(codes("man --output").arg(folder.path()));
    assert_eq!(fs::read_to_string(folder.path().join("codes.1")).unwrap(), answer(&mut codes("man")));
    for command in commands() {
        let page = fs::read_to_string(folder.path().join(format!("codes-{command}.1"))).unwrap();
        for option in options(&command) {
            let written = option.replace('-', "\\-");
            assert!(page.contains(&written), "codes-{command}(1) does not explain `{option}`");
        }
    }
}

#[test]
fn manual() {
    expect("man", codes("man"));
    expect("man-no-folder", codes("man --output no/such/folder"));
}

fn answer(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{command:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The names under `Commands:`.
fn commands() -> Vec<String> {
    let help = answer(&mut codes("--help"));
    let listed =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = listed.filter_map(|line| line.split_whitespace().next().map(str::to_owned));
    let names: Vec<_> = names.filter(|name| name != "help").collect();
    assert!(names.len() > 5, "{names:?}");
    names
}

/// The long options that the help of a command explains.
fn options(command: &str) -> Vec<String> {
    let help = answer(&mut codes(&format!("{command} --help")));
    let words = help.lines().map(str::trim_start).filter_map(|line| line.split_whitespace().next());
    words.filter(|word| word.starts_with("--")).map(str::to_owned).collect()
}
