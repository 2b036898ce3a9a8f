//! `codes diff`

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use crate::render::texts_of_markdown;
use crate::{TABLES, codes, copies, expect, show};

#[test]
fn human() {
    expect("diff", codes("diff diff/old.toml diff/new.toml"));
    expect("diff-same", codes("diff diff/old.toml diff/old.toml"));
    expect("diff-texts", codes("diff loader.toml diff/loader.toml"));
}

#[test]
fn backwards() {
    expect("diff-backwards", codes("diff diff/new.toml diff/old.toml --format json"));
}

#[test]
fn markdown() {
    expect("diff-markdown-it", codes("diff diff/old.toml diff/new.toml --format markdown --language it"));
    expect("diff-markdown-same", codes("diff diff/old.toml diff/old.toml --format markdown"));
}

/// Texts before and after a change are plain text in Markdown too.
#[test]
fn texts_do_not_break_out_of_markdown() {
    let folder = copies("diff-markup", &["markup.toml"]);
    let table = fs::read_to_string(folder.join("markup.toml")).unwrap();
    fs::write(folder.join("new.toml"), table.replace("no ", "not ").replace("alert(", "alarm(")).unwrap();
    let output = codes("diff markup.toml new.toml --format markdown").current_dir(&folder).output().unwrap();
    let texts = texts_of_markdown(&String::from_utf8(output.stdout).unwrap());
    for text in [
        "no www.evil.example",
        "not www.evil.example",
        "$x^2$, #12, gh-12, rust-lang/rust#12",
        "</script><script>alarm('name')",
    ] {
        assert!(texts.contains(text), "`{text}` in\n{texts}");
    }
}

/// The bits of a part and the numbers of its words are what programs see; which words name it, only people see.
#[test]
fn parts() {
    let folder = copies("diff-parts", &["../../../tests/tables/result-parts.toml"]);
    let path = folder.join("result-parts.toml");
    let new = fs::read_to_string(&path).unwrap();
    let new = new.replace("itf = 4, win32", "itf = 5, win32").replace("\"31\"", "\"30\"");
    let new =
        new.replace("code     = \"0-15\"", "code = { bits = \"0-15\", names = \"facility\" }\nhigh = \"31\"");
    fs::write(folder.join("new.toml"), new).unwrap();
    let mut command = codes("diff result-parts.toml new.toml");
    command.current_dir(&folder);
    expect("diff-parts", command);
}

/// A new row alone: its level depends on the enum.
#[test]
fn levels() {
    expect("diff-row", codes("diff warned.toml diff/row.toml --allow minor"));
    expect("diff-row-allowed", codes("diff warned.toml diff/row.toml --allow minor --non-exhaustive"));
    expect("diff-row-json", codes("diff warned.toml diff/row.toml --format json --non-exhaustive"));
}

/// Changes that are not visible in the rows: how codes are written, the order of words, the type of a payload.
#[test]
fn hidden() {
    expect("diff-hidden", codes("diff diff/levels-old.toml diff/levels-new.toml --non-exhaustive"));
}

#[test]
fn bad_tables() {
    expect("diff-bad", codes("diff bad.toml loader.toml"));
    expect("diff-missing", codes("diff loader.toml missing.toml"));
}

/// A revision has its own language files, and a file of that name takes precedence.
#[test]
fn revisions() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("revisions");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    if let Err(error) = git(&folder, "init -q") {
        // The project builds without git.
        assert_eq!(error, ErrorKind::NotFound);
        return;
    }
    for name in ["old.toml", "it.toml", "new.toml"] {
        fs::copy(Path::new(TABLES).join("diff").join(name), folder.join(name)).unwrap();
    }
    git(&folder, "add .").unwrap();
    git(&folder, "-c user.name=N -c user.email=n@example.org commit -q -m tables").unwrap();
    let italian = fs::read_to_string(folder.join("it.toml")).unwrap();
    fs::write(folder.join("it.toml"), italian.replace("Vecchio", "Antico")).unwrap();
    let run = |words| {
        let mut command = codes(words);
        command.current_dir(&folder).envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        show(&mut command)
    };
    crate::compare("diff-revision", &run("diff HEAD:old.toml old.toml"));
    crate::compare("diff-revision-here", &run("diff HEAD:./old.toml old.toml"));
    crate::compare("diff-revision-missing", &run("diff HEAD:none.toml old.toml"));
    crate::compare("diff-revision-unknown", &run("diff none:old.toml old.toml"));
    fs::copy(folder.join("new.toml"), folder.join("HEAD:new.toml")).unwrap();
    fs::write(folder.join("new.toml"), "").unwrap();
    crate::compare("diff-revision-file", &run("diff HEAD:old.toml HEAD:new.toml --format markdown"));
}

fn git(folder: &Path, words: &str) -> Result<(), ErrorKind> {
    let status = Command::new("git").args(words.split_whitespace()).current_dir(folder).status();
    assert!(status.map_err(|error| error.kind())?.success());
    Ok(())
}

/// A registry assigns a value of an unassigned range: compatible if the enum is non-exhaustive. An assigned range must not
/// shrink.
#[test]
fn free_ranges_may_shrink() {
    expect(
        "diff-free",
        codes("diff ../import/close-before.toml ../import/close-after.toml --non-exhaustive"),
    );
    expect("diff-free-exhaustive", codes("diff ../import/close-before.toml ../import/close-after.toml"));
}
