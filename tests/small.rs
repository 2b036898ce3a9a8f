//! `examples/small`: programs without the standard library. What a registry costs them, and which texts they hold.

#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

mod cargo;

use cargo::{ROOT, stdout, temporary};

/// The lines of `examples/small/size` by their names: what is loaded of each program, and how much more that is than
/// of another.
static BYTES: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let mut size = Command::new(Path::new(ROOT).join("examples/small/size"));
    size.env("CARGO_TARGET_DIR", temporary("small")).env("CARGO_NET_OFFLINE", "true");
    let printed = stdout(&mut size);
    printed.lines().filter_map(name_and_bytes).collect()
});

fn name_and_bytes(line: &str) -> Option<(String, usize)> {
    let (name, columns) = line.split_at_checked(22)?;
    let [_text, _rodata, all, ..] = columns.split_whitespace().collect::<Vec<_>>()[..] else {
        return None;
    };
    Some((name.trim().to_owned(), all.parse().ok()?))
}

fn program(name: &str) -> PathBuf {
    LazyLock::force(&BYTES);
    temporary("small").join("release").join(name)
}

/// By hand, with one language and with all of them, asked for Italian.
const PROGRAMS: [&str; 3] = ["by_hand", "one_language", "every_language"];

#[test]
fn all_of_them_say_the_same() {
    let said = [
        "T2 non risponde da 3 minuti\n",
        "T1 segnala 95 °C\n",
        "Nelle tubature c'è troppo poca acqua.\n",
        "Il bruciatore si è spento.\n",
    ];
    for name in PROGRAMS {
        for (arguments, said) in said.iter().enumerate() {
            assert_eq!(stdout(Command::new(program(name)).args(vec!["x"; arguments])), *said, "{name}");
        }
    }
}

/// The texts of the table: by language, in the program with one and in the program with all of them.
#[test]
fn a_program_holds_the_languages_that_it_asked_for() {
    for (language, in_one) in [("it", true), ("en", false), ("de", false), ("fr", false)] {
        for text in texts(&["message", "description"], language) {
            assert_eq!(holds("one_language", &text), in_one, "{language}: {text}");
            assert!(holds("every_language", &text), "{language}: {text}");
        }
    }
}

#[test]
fn a_program_holds_no_kind_of_text_that_it_never_asks_for() {
    for language in ["en", "it", "de", "fr"] {
        for text in texts(&["help"], language) {
            assert!(!holds("every_language", &text), "{language}: {text}");
        }
    }
}

/// What stands in quotes in the table after these keys, cut where an argument stands.
fn texts(kinds: &[&str], language: &str) -> Vec<String> {
    let table = include_str!("../examples/small/codes.toml");
    // A choice has a line for each of its sentences.
    let is_wanted = |key: &str| {
        let (kind, rest) = key.trim().split_once('.').unwrap_or_default();
        kinds.contains(&kind) && rest.split('.').next() == Some(language)
    };
    let lines = table.lines().filter_map(|line| line.split_once(" = "));
    let values = lines.filter(|(key, _)| is_wanted(key)).map(|(_, value)| value);
    let quoted = values.flat_map(|value| value.split('"').skip(1).step_by(2));
    let pieces = quoted.flat_map(|text| text.split(['{', '}']).step_by(2));
    // What is no longer than a unit, languages share.
    let texts: Vec<_> = pieces.filter(|piece| piece.len() > 8).map(str::to_owned).collect();
    assert!(texts.len() > 3, "{kinds:?} {language}");
    texts
}

fn holds(name: &str, text: &str) -> bool {
    let bytes = fs::read(program(name)).expect("the program can be read");
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Messages with plurals, choices and directions, beside `write!`; a language is its texts.
#[test]
fn a_registry_costs_a_few_kilobytes() {
    assert!(BYTES["the registry"] < 14 * 1024, "{BYTES:?}");
    let texts: usize = ["en", "de", "fr"]
        .iter()
        .flat_map(|language| texts(&["message", "description"], language))
        .map(|text| text.len())
        .sum();
    assert!(BYTES["three more languages"] < texts + 2048, "{texts} {BYTES:?}");
}
