//! `codes generate`; what the compilers of other languages say of it, `.ci/generate` shows.

use std::fs;

use crate::{codes, expect};

const LANGUAGES: [&str; 6] = ["typescript", "python", "c", "go", "java", "json-schema"];

#[test]
fn numbers() {
    for language in LANGUAGES {
        let words = format!("generate {language} loader.toml --name LoaderError");
        expect(&format!("generate-{language}"), codes(&words));
    }
}

#[test]
fn texts() {
    for language in LANGUAGES {
        expect(&format!("generate-{language}-states"), codes(&format!("generate {language} states.toml")));
    }
}

#[test]
fn packages() {
    for language in ["java", "go"] {
        let output =
            codes(&format!("generate {language} signed.toml --name org.example.Outcome")).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let package = if language == "java" { "\npackage org.example;\n" } else { "\npackage example\n" };
        assert!(text.contains(package), "{text}");
    }
}

#[test]
fn names() {
    for (name, words) in [("small", "code"), ("capitals", "CODE"), ("used", "String"), ("package", "1.Code")]
    {
        expect(&format!("generate-name-{name}"), codes(&format!("generate c loader.toml --name {words}")));
    }
    expect("generate-name-it", codes("generate c loader.toml --name Optional --language it"));
}

#[test]
fn bad_table() {
    let output = codes("generate c bad.toml").output().unwrap();
    assert_eq!((output.status.code(), output.stdout), (Some(1), Vec::new()));
}

#[test]
fn stale_file() {
    let file = std::env::temp_dir().join(format!("generate-{}.py", std::process::id()));
    let run = |words: &str| {
        let mut command = codes(&format!("generate python loader.toml {words} --output"));
        command.arg(&file).output().unwrap().status.code()
    };
    assert_eq!(run("--check"), Some(2), "there is no file yet");
    assert_eq!(run(""), Some(0));
    assert_eq!(run("--check"), Some(0));
    fs::write(&file, "# edited\n").unwrap();
    assert_eq!(run("--check"), Some(1));
    fs::remove_file(&file).unwrap();
}
