//! Pipes that are closed early, and the tool's information about itself.

use std::process::{Command, Stdio};

use crate::{codes, expect};

/// The exit status and standard error of a run whose standard output is already closed.
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
            into_closed_pipe(codes(&format!("{words} loader.toml"))),
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
    let mut command = codes("list loader.toml");
    command.stdout(std::fs::File::options().write(true).open("/dev/full").unwrap());
    let output = command.stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stderr.starts_with(b"error: cannot write to standard output: the disk is full\n"));
}

/// File names may contain terminal escapes.
#[test]
fn names_of_files_are_no_escapes() {
    let folder = crate::copies("escapes", &["bad.toml"]);
    let name = "a\u{1b}]8;;mailto:x\u{7}\u{9b}31m\u{202e}b\n.toml";
    std::fs::rename(folder.join("bad.toml"), folder.join(name)).unwrap();
    for words in ["check", "check missing", "fmt --check", "list", "import", "diff bad"] {
        let output = codes(words).current_dir(&folder).arg(name).output().unwrap();
        assert_harmless(&String::from_utf8([output.stdout, output.stderr].concat()).unwrap());
    }
}

/// Usage errors contain no escapes except clap's own colours.
#[test]
fn wrong_words_are_no_escapes() {
    let name = "a\u{1b}]8;;mailto:x\u{7}\u{9b}31m\u{202e}b\n";
    let words = [
        vec![format!("--{name}")],
        vec![name.to_owned()],
        vec![format!("explai{name}n"), "1006".to_owned()],
        vec!["check".to_owned(), format!("--{name}.toml")],
        vec!["check".to_owned(), format!("--forma{name}")],
        vec!["check".to_owned(), "--format".to_owned(), name.to_owned()],
        vec!["check".to_owned(), format!("--format=jso{name}n")],
        vec!["list".to_owned(), format!("--language={name}")],
        vec!["translate".to_owned(), format!("statu{name}s")],
        vec!["import".to_owned(), name.to_owned(), "--column".to_owned(), name.to_owned()],
        vec!["explain".to_owned(), "1006".to_owned(), name.to_owned(), format!("-{name}")],
        vec!["list".to_owned(), "extra".to_owned(), name.to_owned()],
    ];
    for words in &words {
        let output = codes("").args(words).env("CLICOLOR_FORCE", "1").output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert_harmless(&without_colours(&String::from_utf8(output.stderr).unwrap()));
    }
}

/// Arguments that are not UTF-8 are refused as wrong usage.
#[cfg(unix)]
#[test]
fn words_of_no_text_are_no_escapes() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::process::CommandExt;
    let name = OsStr::from_bytes(b"--a\x1b]0;x\x07\xff");
    for words in ["", "check", "check --format", "list --language", "explain"] {
        let mut command = codes(words);
        let output = command.arg(name).arg0("a\u{1b}]0;x\u{7}").env("CLICOLOR_FORCE", "1").output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{words}");
        assert_harmless(&without_colours(&String::from_utf8(output.stderr).unwrap()));
    }
}

/// Names in translators' files are escaped too.
#[test]
fn names_in_translations_are_no_escapes() {
    let folder = crate::copies("translated-escapes", &["loader.toml"]);
    let escape = "\u{1b}]0;x\u{7}\u{9b}31m\u{202e}";
    for (format, language) in [("po", "Language: de"), ("xliff", "trgLang=\"de"), ("csv", ",de")] {
        let words = format!("translate export loader.toml --language de --format {format}");
        let output = codes(&words).current_dir(&folder).output().unwrap();
        let export = String::from_utf8(output.stdout).unwrap();
        // One unknown key is an obsolete entry; a file without any known one is refused.
        for names in [&["registry", "property", "range", "code"][..], &[language]] {
            let file = folder.join("de").with_extension(format);
            let text = names
                .iter()
                .fold(export.clone(), |text, name| text.replace(name, &format!("{name}{escape}")));
            assert_ne!(text, export);
            std::fs::write(&file, text).unwrap();
            let mut command = codes("translate import");
            command.arg(&file).arg("loader.toml").env("CLICOLOR_FORCE", "1");
            let output = command.current_dir(&folder).output().unwrap();
            assert_eq!(output.status.code(), Some(1), "{format}, {names:?}");
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(said.contains("\\u{1b}]0;x\\u{7}"), "{said}");
            assert_harmless(&without_colours(&said));
        }
    }
}

/// The errors of a file are printed as long as someone can read them.
#[test]
fn translators_files_of_mistakes() {
    let folder = crate::copies("translated-mistakes", &["loader.toml"]);
    std::fs::write(folder.join("de.po"), "x\n".repeat(20_002)).unwrap();
    let output =
        codes("translate import de.po loader.toml --language de").current_dir(&folder).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("de.po:20001:1: error[too-large]: the file has more than 20000 errors"), "{said}");
    assert!(said.ends_with("de.po: 20,001 errors\n"));
}

#[track_caller]
fn assert_harmless(shown: &str) {
    let is_harmless =
        |character: char| character == '\n' || !character.is_control() && character != '\u{202e}';
    assert!(shown.chars().all(is_harmless) && shown.lines().count() > 0, "{shown:?}");
}

/// Without `ESC [ … m`, of digits and semicolons alone.
fn without_colours(shown: &str) -> String {
    let mut parts = shown.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let text = part.trim_start_matches(|character: char| character.is_ascii_digit() || character == ';');
        plain += text.strip_prefix('m').unwrap_or("\u{1b}");
    }
    plain
}

#[cfg(target_os = "linux")]
#[test]
fn files_without_end_are_refused() {
    let too_large = "error: cannot read `/dev/zero`: it is larger than 33554432 bytes\n";
    // A command that writes refuses it before it reads.
    let no_file = "error: cannot write `/dev/zero`: it is not a regular file\n";
    for (words, expected) in [
        ("check /dev/zero", too_large),
        ("fmt --check /dev/zero", too_large),
        ("fmt /dev/zero", no_file),
        ("list /dev/zero", too_large),
        ("import /dev/zero", too_large),
    ] {
        let output = codes(words).output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), expected, "{words}");
    }
}

#[test]
fn help() {
    expect("help", codes("--help"));
    expect("help-check", codes("check --help"));
    expect("help-explain", codes("explain --help"));
    expect("help-list", codes("list --help"));
    expect("help-import", codes("import --help"));
    expect("help-migrate", codes("migrate --help"));
    expect("help-unused", codes("unused --help"));
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

/// Tables and links may come from untrusted sources.
#[cfg(unix)]
#[test]
fn language_files_lead_nowhere_else() {
    let folder = crate::copies("links", &["split/codes.toml"]);
    std::fs::create_dir(folder.join("translations")).unwrap();
    std::fs::write(folder.with_extension("secret"), "SECRET=abc123\n").unwrap();
    let file = folder.join("translations/it.toml");
    for target in ["../../links.secret", "/dev/stdin", "/dev/zero", "nowhere", "it.toml"] {
        let _ = std::fs::remove_file(&file);
        std::os::unix::fs::symlink(target, &file).unwrap();
        for words in ["check codes.toml", "list codes.toml", "fmt codes.toml"] {
            let output = codes(words).current_dir(&folder).output().unwrap();
            let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            assert_eq!(output.status.code(), Some(1), "{target}, {words}: {said}");
            assert!(!said.contains("abc123") && said.contains("translations/it.toml"), "{target}: {said}");
        }
    }
    assert_eq!(std::fs::read_to_string(folder.with_extension("secret")).unwrap(), "SECRET=abc123\n");
    std::fs::remove_file(&file).unwrap();
    assert!(Command::new("mkfifo").arg(&file).status().unwrap().success());
    let output = codes("check codes.toml").current_dir(&folder).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("it is not a regular file"), "{said}");
    // A link inside the folder is as good as a file.
    std::fs::rename(&file, folder.join("fifo")).unwrap();
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables/split/translations/it.toml");
    std::fs::copy(own, folder.join("own.toml")).unwrap();
    std::os::unix::fs::symlink("../own.toml", &file).unwrap();
    let output = codes("list codes.toml").current_dir(&folder).output().unwrap();
    assert!(output.status.success());
}
