//! Files as translators' tools write them. `tests/translators/` has each file with the output of its import and the
//! changed lines; `make.py` there runs the tools. `NAME--TAG.po` is imported with `--language TAG`.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use codes_command::probe;

use crate::{codes, copies, show};

const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/translators");

#[test]
fn each_file_makes_its_table() {
    // Files that the installed tools have just written must produce the same tables.
    let folder = env::var_os("TRANSLATORS_FILES").map_or(FILES.into(), PathBuf::from);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| {
        path.extension().is_some_and(|kind| ["po", "xlf", "csv", "tsv"].iter().any(|known| kind == *known))
    });
    files.sort();
    assert!(files.len() > 80, "{}", files.len());
    let update = env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for path in files {
        let name = path.file_name().unwrap().to_str().unwrap();
        let shown = import(&path, name);
        let expected = Path::new(FILES).join(format!("{name}.txt"));
        if update {
            fs::write(&expected, &shown).unwrap();
        }
        if fs::read_to_string(&expected).unwrap_or_default() != shown {
            wrong.push(format!("{name}:\n{shown}"));
        }
    }
    assert!(wrong.is_empty(), "if this is meant, UPDATE_EXPECT=1 cargo test:\n{}", wrong.join("\n"));
}

/// The output of an import, and the new lines of the table.
fn import(path: &Path, name: &str) -> String {
    let folder = copies(&format!("translators-{name}"), &["../translators/codes.toml"]);
    fs::copy(path, folder.join(name)).unwrap();
    let table = fs::read_to_string(folder.join("codes.toml")).unwrap();
    let language = name.split_once("--").and_then(|(_, rest)| rest.split('.').next());
    let language = language.map_or_else(String::new, |tag| format!(" --language {tag}"));
    let mut command = codes(&format!("translate import {name} codes.toml{language}"));
    let mut shown = show(command.current_dir(&folder));
    let changed = fs::read_to_string(folder.join("codes.toml")).unwrap();
    for line in changed.lines().filter(|line| table.lines().all(|old| old != *line)) {
        let _ = writeln!(shown, "{line}");
    }
    shown
}

/// Every plural formula of gettext, of translate-toolkit's languages, and of Weblate's with its additional ones from
/// CLDR and Qt: the imported message with the forms `{n} 0`, `{n} 1` and so on, or the reason why it is refused.
#[test]
fn plural_formulas_are_mapped_or_refused() {
    let path = Path::new(FILES).with_file_name("translate").join("plural-forms.tsv");
    let old = fs::read_to_string(&path).unwrap();
    let (mut new, mut wrong) = (String::new(), Vec::new());
    for line in old.lines() {
        let [locale, source, header] = line.split('\t').take(3).collect::<Vec<_>>().try_into().unwrap();
        let count = header["nplurals=".len()..].split(';').next().unwrap().parse().unwrap();
        let result = mapped(locale, count, &format!("Plural-Forms: {header}\\n"));
        // Without its header, a file is read in the same way or refused.
        let headerless = mapped(locale, count, "");
        if headerless.is_some() && headerless != result {
            wrong.push(format!("{locale}, {header}: {result:?}, without header {headerless:?}"));
        }
        let result = result.unwrap_or_else(|| reason(locale, count, header));
        let _ = writeln!(new, "{locale}\t{source}\t{header}\t{result}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &new).unwrap();
    }
    assert_eq!(new, fs::read_to_string(&path).unwrap());
}

fn file(locale: &str, count: usize, header: &str) -> String {
    let forms: String = (0..count).map(|form| format!("msgstr[{form}] \"{{n}} {form}\"\n")).collect();
    format!(
        "msgid \"\"\nmsgstr \"Language: {locale}\\n{header}\"\n\nmsgctxt \"code.1.message[plural n]\"\n\
         msgid \"{{n}} file skipped\"\nmsgid_plural \"{{n}} files skipped\"\n{forms}"
    )
}

/// The cases of the message; `None` if it is refused.
fn mapped(locale: &str, count: usize, header: &str) -> Option<String> {
    let table = include_str!("../translators/codes.toml");
    // The default language is not imported.
    let language = if locale == "en" { "en-GB" } else { locale };
    let table = probe::translate(table, language, "file.po", &file(locale, count, header)).unwrap();
    let is_new = |line: &&str| line.starts_with("message.") && !line.starts_with("message.en ");
    let (_, cases) = table.lines().find(is_new)?.split_once("\"n\", ").unwrap();
    Some(cases.trim_end_matches(" }").to_owned())
}

/// The reason why the message is refused.
fn reason(locale: &str, count: usize, header: &str) -> String {
    let folder = copies("plural-forms", &["../translators/codes.toml"]);
    let header = format!("Plural-Forms: {header}\\n");
    fs::write(folder.join("file.po"), file(locale, count, &header)).unwrap();
    let output = codes("translate import file.po").current_dir(&folder).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{locale}");
    String::from_utf8(output.stderr).unwrap().lines().next().unwrap().to_owned()
}
