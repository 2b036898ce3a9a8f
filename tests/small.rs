//! `examples/small`: programs without the standard library, the cost of a registry, and the texts that they contain.

#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

mod cargo;

use cargo::{ROOT, stdout, temporary};

/// The lines of `examples/small/size` by their names: the loaded bytes of each program, and their differences.
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

/// Written by hand, with one language, and with all languages; each shows Italian.
const PROGRAMS: [&str; 3] = ["by_hand", "one_language", "every_language"];

#[test]
fn all_programs_show_the_same() {
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

/// The program with one language contains no text of another; the program with all languages contains all.
#[test]
fn a_program_contains_the_languages_that_it_selects() {
    for (language, in_one) in [("it", true), ("en", false), ("de", false), ("fr", false)] {
        for text in texts(&["message", "description"], language) {
            assert_eq!(holds("one_language", &text), in_one, "{language}: {text}");
            assert!(holds("every_language", &text), "{language}: {text}");
        }
    }
}

#[test]
fn a_program_contains_no_kind_of_text_that_it_never_uses() {
    for language in ["en", "it", "de", "fr"] {
        for text in texts(&["help"], language) {
            assert!(!holds("every_language", &text), "{language}: {text}");
        }
    }
}

/// The texts of these keys in the table, cut at their arguments.
fn texts(kinds: &[&str], language: &str) -> Vec<String> {
    let table = include_str!("../examples/small/codes.toml");
    // Each sentence of a choice has a line.
    let is_wanted = |key: &str| {
        let (kind, rest) = key.trim().split_once('.').unwrap_or_default();
        kinds.contains(&kind) && rest.split('.').next() == Some(language)
    };
    let lines = table.lines().filter_map(|line| line.split_once(" = "));
    let values = lines.filter(|(key, _)| is_wanted(key)).map(|(_, value)| value);
    let quoted = values.flat_map(|value| value.split('"').skip(1).step_by(2));
    let pieces = quoted.flat_map(|text| text.split(['{', '}']).step_by(2));
    // Languages share short texts, such as units.
    let texts: Vec<_> = pieces.filter(|piece| piece.len() > 8).map(str::to_owned).collect();
    assert!(texts.len() > 3, "{kinds:?} {language}");
    texts
}

fn holds(name: &str, text: &str) -> bool {
    let bytes = fs::read(program(name)).expect("the program can be read");
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Compared with `write!`: messages with plurals, choices and directions. A further language costs its texts.
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
