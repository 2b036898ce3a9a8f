//! Files are never damaged: inputs that once broke a table, and the properties of files that writing keeps.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::codes;

const HEAD: &str =
    "[registry]\ntitle.en=\"E\"\nrepr=\"u8\"\nlanguages=[\"en\",\"it\"]\n[language.it]\npolicy=\"draft\"\n";
const ROW: &str = "[code.1]\nsymbol=\"A\"\nname.en=\"Alpha\"\n";

/// A table whose Italian texts are in `it.toml`.
fn split() -> String {
    [HEAD, "file=\"it.toml\"\n", ROW].concat()
}

pub(super) fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

pub(super) fn run(folder: &Path, words: &str) -> Output {
    codes(words).current_dir(folder).output().unwrap()
}

#[track_caller]
pub(super) fn good(folder: &Path, words: &str) -> String {
    let output = run(folder, words);
    assert!(output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The error of a run that must fail.
#[track_caller]
pub(super) fn refused(folder: &Path, words: &str) -> String {
    let output = run(folder, words);
    assert!(!output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

pub(super) fn text(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap()
}

/// A file as the `toml` crate reads it.
#[track_caller]
pub(super) fn meaning(folder: &Path, file: &str) -> toml::Table {
    let text = text(folder, file);
    text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Exports the Italian texts, translates each into itself with `it:` in front, and imports them.
#[track_caller]
fn translate(folder: &Path, format: &str) {
    let export = good(folder, &format!("translate export --language it --format {format}"));
    let filled: String = match format {
        "csv" => {
            let mut reader = csv::Reader::from_reader(export.as_bytes());
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(reader.headers().unwrap()).unwrap();
            for record in reader.records() {
                let mut cells: Vec<String> = record.unwrap().iter().map(str::to_owned).collect();
                cells[2] = format!("it:{}", cells[1]);
                writer.write_record(cells).unwrap();
            }
            String::from_utf8(writer.into_inner().unwrap()).unwrap()
        }
        "po" => {
            let mut out = String::new();
            let mut source = String::new();
            for line in export.lines() {
                match line.strip_prefix("msgid ") {
                    Some(text) => source = text.trim_matches('"').to_owned(),
                    None if line == "msgstr \"\"" && !source.is_empty() => {
                        out += &format!("msgstr \"it:{source}\"\n");
                        continue;
                    }
                    None => {}
                }
                out += line;
                out += "\n";
            }
            out
        }
        _ => {
            let mut out = String::new();
            let mut rest = &*export;
            while let Some((before, after)) = rest.split_once("<source>") {
                let (source, after) = after.split_once("</source>").unwrap();
                out += &format!("{before}<source>{source}</source><target>it:{source}</target>");
                rest = after.trim_start().strip_prefix("<target/>").unwrap_or(after);
            }
            out + rest
        }
    };
    let extension = if format == "xliff" { "xlf" } else { format };
    fs::write(folder.join("it").with_extension(extension), filled).unwrap();
    good(folder, &format!("translate import it.{extension} --language it"));
}

#[test]
fn notes_in_a_language_file_are_a_list_once() {
    let notes = "[[code.1.note]]\nen=\"First.\"\n[[code.1.note]]\nen=\"Second.\"\n";
    for format in ["csv", "po", "xliff"] {
        let registry_note = "[[registry.note]]\nen=\"Third.\"\n";
        let table = [
            &HEAD.replace("[language", &format!("{registry_note}[language")),
            "file=\"it.toml\"\n",
            ROW,
            notes,
        ]
        .concat();
        let folder = folder(&[("codes.toml", &table), ("it.toml", "[code.1]\nname=\"Alfa\"\n")]);
        translate(folder.path(), format);
        let it = meaning(folder.path(), "it.toml");
        let expected: toml::Table = "note = [\"it:First.\", \"it:Second.\"]".parse().unwrap();
        assert_eq!(it["code"]["1"]["note"], expected["note"], "{format}");
        assert_eq!(it["registry"]["note"][0].as_str(), Some("it:Third."), "{format}");
        good(folder.path(), "check");
    }
}

#[test]
fn texts_in_braces_go_beside_their_kin() {
    let row = "[code]\n1 = { symbol=\"A\", name.en = \"Alpha\", description.en = \"First\" }\n";
    let folder = folder(&[("codes.toml", &[HEAD, row].concat())]);
    translate(folder.path(), "csv");
    let expected = "1 = { symbol=\"A\", name.en = \"Alpha\", name.it = \"it:Alpha\", description.en = \"First\", description.it = \"it:First\" }";
    assert!(text(folder.path(), "codes.toml").contains(expected), "{}", text(folder.path(), "codes.toml"));
    // Also by `import` into a table.
    fs::write(folder.path().join("new.csv"), "value,symbol,name.en,name.it,help.en\n1,A,Alpha,Alfa,H\n")
        .unwrap();
    good(folder.path(), "import new.csv codes.toml");
    let row = &meaning(folder.path(), "codes.toml")["code"]["1"];
    assert_eq!((row["name"]["it"].as_str(), row["help"]["en"].as_str()), (Some("Alfa"), Some("H")));
}

#[test]
fn a_section_is_never_put_into_a_string() {
    for it in [
        "code.1.name = \"\"\"\nAlfa\"\"\"\n",
        "[code.1]\nname=\"Alfa\"\n",
        "# Testi.\n\n[code.1]\nname=\"Alfa\"\n",
        "registry = {}\ncode = { 1 = { name = \"Alfa\" } }\n",
    ] {
        let folder = folder(&[("codes.toml", &split()), ("it.toml", it)]);
        fs::write(folder.path().join("it.csv"), "key,en,it\nregistry.title,E,Titolo\n").unwrap();
        good(folder.path(), "translate import it.csv --language it");
        let read = meaning(folder.path(), "it.toml");
        assert_eq!(read["registry"]["title"].as_str(), Some("Titolo"), "{it}");
        assert_eq!(read["code"]["1"]["name"].as_str(), Some("Alfa"), "{it}");
        let comment = it.lines().next().filter(|line| line.starts_with('#'));
        let begin = text(folder.path(), "it.toml").lines().next().map(str::to_owned);
        assert!(comment.is_none() || comment == begin.as_deref());
    }
}

#[test]
fn twenty_writers_add_twenty_codes() {
    let folder = folder(&[("codes.toml", &split()), ("it.toml", "[code.1]\nname=\"Alfa\"\n")]);
    let add = |at: usize| {
        let mut command = codes(&format!("add C{at} --name Name --name it=Nome"));
        command.current_dir(&folder).stdout(Stdio::null()).spawn().unwrap()
    };
    let writers: Vec<_> = (0..20).map(add).collect();
    assert!(writers.into_iter().all(|mut writer| writer.wait().unwrap().success()));
    for file in ["codes.toml", "it.toml"] {
        assert_eq!(meaning(folder.path(), file)["code"].as_table().unwrap().len(), 21, "{file}");
    }
    assert_eq!(names(folder.path()), ["codes.lock", "codes.toml", "it.toml"]);
}

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// The command as an unprivileged user.
#[cfg(unix)]
fn as_nobody(command: &mut Command) -> &mut Command {
    use std::os::unix::process::CommandExt as _;
    if is_root() { command.uid(65534).gid(65534) } else { command }
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_keeps_every_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&[("codes.toml", &split().replace("it.toml", "texts/it.toml"))]);
    let texts = folder.path().join("texts");
    fs::create_dir(&texts).unwrap();
    fs::write(texts.join("it.toml"), "[code.1]\nname=\"Alfa\"\n").unwrap();
    for (path, mode) in [("texts/it.toml", 0o666), ("codes.toml", 0o666), ("texts", 0o777), ("", 0o555)] {
        fs::set_permissions(folder.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
    }
    let before = ["codes.toml", "texts/it.toml"].map(|file| text(folder.path(), file));
    let mut command = codes("add NEW --name New --name it=Nuovo");
    let output = as_nobody(command.current_dir(&folder)).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(["codes.toml", "texts/it.toml"].map(|file| text(folder.path(), file)), before);
    assert_eq!(names(&texts), ["it.toml"]);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn two_languages_share_no_file() {
    for (one, other) in [("it.toml", "it.toml"), ("it.toml", "./it.toml")] {
        let languages = format!(
            "[registry]\ntitle.en=\"E\"\nrepr=\"u8\"\nlanguages=[\"en\",\"it\",\"de\"]\n[language.it]\nfile=\"{one}\"\n[language.de]\nfile=\"{other}\"\n"
        );
        let folder = folder(&[
            ("codes.toml", &[&languages, ROW].concat()),
            ("it.toml", "[registry]\ntitle=\"E\"\n[code.1]\nname=\"A\"\n"),
        ]);
        let said = String::from_utf8(run(folder.path(), "check").stdout).unwrap();
        assert!(said.contains("codes.toml:8:"), "{said}");
        refused(folder.path(), "add NEW --name it=Nuovo --name de=Neu");
    }
}

#[cfg(unix)]
#[test]
fn two_languages_share_no_file_by_a_link() {
    let languages = "[registry]\ntitle.en=\"E\"\nrepr=\"u8\"\nlanguages=[\"en\",\"it\",\"de\"]\n[language.it]\nfile=\"it.toml\"\n[language.de]\nfile=\"de.toml\"\n";
    let folder = folder(&[
        ("codes.toml", &[languages, ROW].concat()),
        ("it.toml", "[registry]\ntitle=\"E\"\n[code.1]\nname=\"A\"\n"),
    ]);
    std::os::unix::fs::symlink("it.toml", folder.path().join("de.toml")).unwrap();
    let said = String::from_utf8(run(folder.path(), "check").stdout).unwrap();
    assert!(said.contains("codes.toml:8:"), "{said}");
}

/// No other file that the tool writes may be a language file, even under another name.
#[cfg(unix)]
#[test]
fn a_language_file_has_no_other_use() {
    let languages = "[registry]\ntitle.en=\"E\"\nrepr=\"u8\"\nlanguages=[\"en\",\"it\",\"de\"]\n[language.it]\nfile=\"it.toml\"\n[language.de]\nfile=\"de.toml\"\n";
    let it = "[registry]\ntitle=\"E\"\n[code.1]\nname=\"A\"\n";
    let folder = folder(&[("codes.toml", &[languages, ROW].concat()), ("it.toml", it)]);
    fs::hard_link(folder.path().join("it.toml"), folder.path().join("de.toml")).unwrap();
    assert!(refused(folder.path(), "add NEW --name it=x --name de=y").contains("another language"));
    assert_eq!(text(folder.path(), "it.toml"), it);
    fs::remove_file(folder.path().join("de.toml")).unwrap();
    fs::hard_link(folder.path().join("codes.toml"), folder.path().join("de.toml")).unwrap();
    assert!(refused(folder.path(), "add NEW --name it=x").contains("the table itself"));
    // The lock file, which the command would write too.
    let table = split().replace("it.toml", "codes.lock");
    fs::write(folder.path().join("codes.toml"), &table).unwrap();
    fs::write(folder.path().join("codes.lock"), "").unwrap();
    assert!(refused(folder.path(), "add NEW --name it=x").contains("its lock file"));
    assert_eq!(text(folder.path(), "codes.toml"), table);
    assert_eq!(text(folder.path(), "codes.lock"), "");
}

/// Outputs are written through links, even if nothing exists there yet, but never into a file of a table.
#[cfg(unix)]
#[test]
fn outputs_are_written_through_links() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[
        ("codes.toml", &[HEAD, ROW, "explanation.en={file=\"text.md\"}\n"].concat()),
        ("rows.csv", "value,symbol,name.en\n1,S,N\n"),
    ]);
    let path = |name: &str| folder.path().join(name);
    fs::write(path("text.md"), "Explained.\n").unwrap();
    symlink("page.html", path("link.html")).unwrap();
    good(folder.path(), "render --format html --output link.html");
    assert!(fs::symlink_metadata(path("link.html")).unwrap().is_symlink());
    assert!(text(folder.path(), "page.html").contains("Alpha"));

    symlink("codes.lock", path("lock.html")).unwrap();
    fs::hard_link(path("codes.toml"), path("table.html")).unwrap();
    let before = text(folder.path(), "codes.toml");
    for command in [
        "render --format html --output lock.html",
        "render --format html --output table.html",
        "render --format html --output text.md",
        "generate python --output text.md",
        "schema --output codes.lock",
        "import rows.csv --output codes.lock",
        "init codes.lock",
    ] {
        let said = refused(folder.path(), command);
        assert!(said.contains("would be overwritten"), "{command}: {said}");
    }
    assert_eq!(text(folder.path(), "codes.toml"), before);
    assert!(!path("codes.lock").exists());

    symlink("lock.txt", path("codes.lock")).unwrap();
    fs::write(path("it.csv"), "key,en,it\nregistry.title,E,Titolo\n").unwrap();
    good(folder.path(), "translate import it.csv --language it");
    assert!(fs::symlink_metadata(path("codes.lock")).unwrap().is_symlink());
    assert!(path("lock.txt").exists());
}

#[cfg(unix)]
#[test]
fn owner_mode_links_and_line_ends_stay() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink};
    let table = format!("\u{feff}{HEAD}{ROW}").replace('\n', "\r\n");
    let folder = folder(&[("codes.toml", &table)]);
    let path = folder.path().join("codes.toml");
    if is_root() {
        chown(&path, Some(1000), Some(1000)).unwrap();
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let facts = |path: &Path| {
        let file = fs::metadata(path).unwrap();
        (file.uid(), file.gid(), file.mode())
    };
    let before = facts(&path);
    good(folder.path(), "add NEW");
    assert_eq!(facts(&path), before);
    let new = text(folder.path(), "codes.toml");
    assert!(
        new.starts_with('\u{feff}') && new.matches('\n').count() == new.matches("\r\n").count(),
        "{new:?}"
    );

    // Another name of the same file, and a link to it.
    fs::hard_link(&path, folder.path().join("other.toml")).unwrap();
    symlink("codes.toml", folder.path().join("link.toml")).unwrap();
    let inode = fs::metadata(&path).unwrap().ino();
    good(folder.path(), "add LINKED link.toml");
    assert!(fs::symlink_metadata(folder.path().join("link.toml")).unwrap().is_symlink());
    assert_eq!(fs::metadata(&path).unwrap().ino(), inode);
    assert_eq!(text(folder.path(), "codes.toml"), text(folder.path(), "other.toml"));
    assert!(text(folder.path(), "codes.toml").contains("LINKED"));

    fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
    let before = text(folder.path(), "codes.toml");
    let said = refused(folder.path(), "add MORE");
    assert!(said.contains("read-only"), "{said}");
    assert_eq!(text(folder.path(), "codes.toml"), before);
    assert_eq!(names(folder.path()), ["codes.toml", "link.toml", "other.toml"]);
}

/// For each kind of file that a command changes: explanations, language files, the lock file, outputs, files of
/// translators.
#[test]
fn every_file_keeps_its_form() {
    let table = [&split(), "explanation.en=\"Why.\"\n"].concat();
    let it = "[code.1]\nname = \"Alfa\"\nexplanation = { file = \"it.md\" }\n";
    let dressed = |text: &str| format!("\u{feff}{text}").replace('\n', "\r\n");
    let rows = "key,en,it\ncode.1.name,Alpha,Altro\ncode.1.explanation,Why.,\"Uno.\n\nDue.\"\n";
    let folder = folder(&[
        ("codes.toml", &dressed(&table)),
        ("it.toml", &dressed(it)),
        ("it.md", &dressed("Perché.\n")),
        ("rows.csv", rows),
    ]);
    good(folder.path(), "translate record");
    good(folder.path(), "translate export --language it --format po --output it.po");
    good(folder.path(), "generate c --output codes.h");
    for name in ["codes.lock", "it.po", "codes.h"] {
        fs::write(folder.path().join(name), dressed(&text(folder.path(), name))).unwrap();
    }
    good(folder.path(), "generate c --output codes.h --check");
    good(folder.path(), "translate import rows.csv --language it");
    good(folder.path(), "add NEW --name it=Nuovo");
    good(folder.path(), "translate export --language it --format po --output it.po");
    good(folder.path(), "generate c --output codes.h");
    assert_eq!(text(folder.path(), "it.md"), dressed("Uno.\n\nDue.\n"));
    for (name, new) in [
        ("codes.toml", "NEW"),
        ("it.toml", "Altro"),
        ("codes.lock", "code.1.explanation"),
        ("it.po", "Altro"),
        ("codes.h", "NEW"),
    ] {
        let text = text(folder.path(), name);
        assert!(text.contains(new), "{name}: {text:?}");
        assert_eq!(text, dressed(&text.trim_start_matches('\u{feff}').replace("\r\n", "\n")), "{name}");
        assert_eq!(text.matches('\u{feff}').count(), 1, "{name}");
    }
    good(folder.path(), "translate export --language it --format po --output it.po --check");
    let before = text(folder.path(), "it.md");
    good(folder.path(), "translate import rows.csv --language it");
    assert_eq!(text(folder.path(), "it.md"), before);
}

#[test]
fn the_next_row_is_found_whatever_is_at_the_root() {
    let table = "range = { 10-19 = { symbol=\"R\", name.en=\"R\" } }\nregistry.title.en=\"E\"\nregistry.repr=\"u8\"\nregistry.languages=[\"en\"]\n[code.1]\nsymbol=\"A\"\nname.en=\"Alpha\"\n";
    let folder = folder(&[("codes.toml", table)]);
    good(folder.path(), "add NEW --value 77");
    assert_eq!(
        text(folder.path(), "codes.toml"),
        format!("{table}[code.77]\nsymbol = \"NEW\"\nname.en = \"New\"\n")
    );
}

/// A killed process leaves temporary files; the next run completes a change that it had begun to make.
#[test]
fn the_next_run_cleans_up() {
    let folder = folder(&[("codes.toml", &[HEAD, ROW].concat()), (".Ab3xYz.codes-new", "half a ta")]);
    fs::write(folder.path().join(".codes-commit"), "rename 00 00 00 00\n").unwrap();
    good(folder.path(), "add NEW");
    assert_eq!(names(folder.path()), ["codes.toml"]);
}

/// A journal may come from anyone: it names no file elsewhere, and replaces only files with the content that it names.
#[test]
fn a_journal_reaches_no_other_file() {
    let hex = |text: &str| text.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
    let outside = folder(&[("victim", "kept")]);
    let folder =
        folder(&[("codes.toml", &[HEAD, ROW].concat()), (".Ab3xYz.codes-new", "evil"), ("mine", "kept")]);
    let elsewhere = outside.path().join("victim");
    let up = format!("../{}/victim", outside.path().file_name().unwrap().to_str().unwrap());
    for target in ["mine", elsewhere.to_str().unwrap(), &up] {
        let line = format!(
            "rename {} {} {} {}",
            hex(".Ab3xYz.codes-new"),
            hex(target),
            "0".repeat(64),
            "0".repeat(64)
        );
        fs::write(folder.path().join(".codes-commit"), format!("{line}\nend\n")).unwrap();
        let line = format!("write {} {} {} {}", hex("mine"), hex(target), "0".repeat(64), "0".repeat(64));
        fs::write(folder.path().join(".codes-commit"), format!("{line}\nend\n")).unwrap();
        good(folder.path(), "fmt");
        assert_eq!(text(folder.path(), "mine"), "kept");
        assert_eq!(text(outside.path(), "victim"), "kept");
    }
}

/// In the table itself, the only key of a row in a table of words can be a text column.
#[test]
fn a_column_is_not_a_part_of_a_word() {
    let head =
        HEAD.replace("u8", "name").replace("[language.it]", "[property.cause]\ntype=\"text\"\n[language.it]");
    let table = [&head, "[language.en]\nfile=\"en.toml\"\n[code.a]\ncause.it=\"Causa\"\n"].concat();
    let english = "registry.title=\"E\"\ncode.a.name=\"A\"\ncode.a.cause=\"Cause\"\n";
    let folder = folder(&[("codes.toml", &table.replace("title.en=\"E\"\n", "")), ("en.toml", english)]);
    good(folder.path(), "check");
    good(folder.path(), "add b --set cause=Why --set cause=it=Perché");
}

/// A command that was killed in the middle of its renames: the others report what to do, and it repairs the files.
#[test]
fn an_interrupted_change_is_reported() {
    let table = [HEAD, ROW].concat();
    let folder = folder(&[("codes.toml", &table), ("other.toml", &table), (".codes-commit", "end\n")]);
    for words in [
        "check",
        "check other.toml codes.toml",
        "list",
        "fmt --check",
        "translate status",
        "diff codes.toml codes.toml",
    ] {
        let error = refused(folder.path(), words);
        assert!(
            error.contains("interrupted") && error.contains("run `codes fmt codes.toml`"),
            "{words}: {error}"
        );
    }
    good(folder.path(), "fmt codes.toml");
    good(folder.path(), "check codes.toml");
}

/// The journal of a process that is still writing is not an interrupted change: readers wait.
#[cfg(unix)]
#[test]
fn readers_wait_for_a_writer() {
    let folder = folder(&[("codes.toml", &[HEAD, ROW].concat()), (".codes-commit", "end\n")]);
    let lock = fs::File::open(&folder).unwrap();
    rustix::fs::flock(&lock, rustix::fs::FlockOperation::LockExclusive).unwrap();
    let reader = codes("list").current_dir(&folder).stdout(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(300));
    fs::remove_file(folder.path().join(".codes-commit")).unwrap();
    drop(lock);
    assert!(reader.wait_with_output().unwrap().status.success());
}

/// A journal that another user wrote is neither ignored nor removed.
#[cfg(unix)]
#[test]
fn an_unreadable_journal_stays() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&[
        ("codes.toml", &[HEAD, ROW].concat()),
        (".Ab3xYz.codes-new", "new"),
        (".codes-commit", "end\n"),
    ]);
    for (path, mode) in [(".codes-commit", 0), ("codes.toml", 0o666), ("", 0o777)] {
        fs::set_permissions(folder.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
    }
    for (words, reason) in [("fmt", "/.codes-commit: permission denied"), ("list", "interrupted")] {
        let output = as_nobody(codes(words).current_dir(&folder)).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && error.contains(reason), "{words}: {error}");
    }
    assert_eq!(names(folder.path()), [".Ab3xYz.codes-new", ".codes-commit", "codes.toml"]);
}

/// A command in a folder below leaves the files that the journal of a folder around it names.
#[test]
fn a_journal_reaches_files_in_a_folder_below() {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let hash = |text: &str| hex(&hmac_sha256::Hash::hash(text.as_bytes()));
    let folder = folder(&[("codes.toml", &split().replace("it.toml", "texts/it.toml"))]);
    let [old, new] = ["Uno", "Alfa"].map(|name| format!("[code.1]\nname = \"{name}\"\n"));
    let texts = folder.path().join("texts");
    fs::create_dir(&texts).unwrap();
    fs::write(texts.join("it.toml"), &old).unwrap();
    fs::write(texts.join(".Ab3xYz.codes-new"), &new).unwrap();
    let [content, target] = ["texts/.Ab3xYz.codes-new", "texts/it.toml"].map(|path| hex(path.as_bytes()));
    let journal = format!("rename {content} {target} {} {}\nend\n", hash(&old), hash(&new));
    fs::write(folder.path().join(".codes-commit"), journal).unwrap();
    good(folder.path(), "init texts/other.toml");
    good(folder.path(), "fmt");
    assert_eq!(text(&texts, "it.toml"), new);
    assert_eq!(names(&texts), ["it.toml", "other.toml"]);
}

#[test]
fn a_value_is_not_a_symbol() {
    let folder = folder(&[("codes.toml", &[HEAD, "[code.0x1]\nsymbol=\"A\"\nname.en=\"Alpha\"\n"].concat())]);
    let before = text(folder.path(), "codes.toml");
    let said = refused(folder.path(), "add 0x1");
    assert!(said.contains("`0x1`") && said.contains("--value"), "{said}");
    assert_eq!(text(folder.path(), "codes.toml"), before);
}

/// All rows, languages and columns of braces without any are put into these braces.
#[test]
fn empty_braces_get_the_first_row() {
    let table = "registry = { title.en = \"E\", repr = \"u8\", languages = [\"en\"] }\ncode = {} # none yet\nrange = {}\n\
                 language = { }\n";
    let folder = folder(&[("codes.toml", table), ("it.csv", "key,en,it\nregistry.title,E,Titolo\n")]);
    good(folder.path(), "add FIRST --name One");
    good(folder.path(), "add SECOND --name Two");
    good(folder.path(), "translate import it.csv --language it");
    let read = meaning(folder.path(), "codes.toml");
    assert_eq!(read["code"]["0"]["symbol"].as_str(), Some("FIRST"));
    assert_eq!(read["code"]["1"]["symbol"].as_str(), Some("SECOND"));
    assert_eq!(read["language"]["it"]["policy"].as_str(), Some("partial"));
    assert!(text(folder.path(), "codes.toml").contains("# none yet"));
}

#[test]
fn the_lock_file_is_no_output() {
    let folder = folder(&[("codes.toml", &[HEAD, ROW].concat())]);
    fs::write(folder.path().join("codes.lock"), "# kept\n").unwrap();
    refused(folder.path(), "render --format markdown --output codes.lock");
    assert_eq!(text(folder.path(), "codes.lock"), "# kept\n");
}

/// A command that would read or replace a pipe refuses it, and does not wait.
#[cfg(unix)]
#[test]
fn pipes_are_refused() {
    for name in ["it.toml", "codes.lock", "pipe.toml"] {
        let folder = folder(&[("codes.toml", &split()), ("it.toml", "")]);
        let pipe = folder.path().join(name);
        let _ = fs::remove_file(&pipe);
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let table = if name == "pipe.toml" { name } else { "codes.toml" };
        let said = refused(folder.path(), &format!("add N --name n --name it=i {table}"));
        assert!(said.contains("not a regular file"), "{name}: {said}");
        assert_eq!(text(folder.path(), "codes.toml"), split());
        let said = refused(folder.path(), &format!("migrate {name}"));
        assert!(said.contains("not a regular file"), "{name}: {said}");
    }
    let folder = folder(&[("codes.toml", &split()), ("it.toml", "")]);
    assert!(Command::new("mkfifo").arg(folder.path().join(".codes-commit")).status().unwrap().success());
    good(folder.path(), "add N --name n --name it=i");
    // A journal that is a link would be written through.
    fs::write(folder.path().join("other"), b"\xff").unwrap();
    std::os::unix::fs::symlink("other", folder.path().join(".codes-commit")).unwrap();
    good(folder.path(), "add M --name m --name it=i");
    assert_eq!(fs::read(folder.path().join("other")).unwrap(), b"\xff");
}

/// A command that creates a file does not create it through a link, wherever that leads.
#[cfg(target_os = "linux")]
#[test]
fn a_link_is_no_new_file() {
    let folder = folder(&[("new.csv", "value,symbol,name.en\n1,A,a\n")]);
    std::os::unix::fs::symlink("/proc/new.toml", folder.path().join("new.toml")).unwrap();
    for words in ["init new.toml", "import new.csv --output new.toml"] {
        let said = refused(folder.path(), words);
        assert!(said.contains("`new.toml` already exists"), "{words}: {said}");
    }
}

/// A path is bytes: one that is not UTF-8 is used unchanged.
#[cfg(target_os = "linux")]
#[test]
fn a_path_that_is_not_utf8_stays_itself() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder(&[("it.toml", "[code.1]\nname=\"Alfa\"\n")]);
    let path: PathBuf = folder.path().join(OsStr::from_bytes(b"co\xffdes.toml"));
    fs::write(&path, split()).unwrap();
    let run = |words: &str| codes(words).arg(&path).current_dir(&folder).output().unwrap();
    for words in ["add NEW", "fmt", "fmt --check"] {
        let output = run(words);
        assert!(output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(fs::read_to_string(&path).unwrap().contains("NEW"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}
