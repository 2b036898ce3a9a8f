//! Errors at compile time: each file of `tests/ui` contains an error, and the file next to it lists the errors that the
//! macros report for it, with their places.
//!
//! The expected files contain texts of this project only. An error that the compiler words itself is listed by its
//! place and its code.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

mod cargo;

use cargo::{ROOT, cargo, check_file, refusal, scratch, share_versions, temporary, write};

#[test]
fn every_case_reports_the_expected_errors() {
    let mut cases = files(&Path::new(ROOT).join("tests/ui"));
    cases.retain(|file| file.extension() == Some("rs".as_ref()));
    let mut found = check(&package_of(&cases));
    let mut wrong = Vec::new();
    for case in &cases {
        let errors = found.remove(&binary(case)).unwrap_or_default();
        assert!(!errors.is_empty(), "{} compiles", case.display());
        let path = case.with_extension("expected");
        let expected = fs::read_to_string(&path).unwrap_or_default();
        let report = report(&errors, &expected);
        if env::var_os("UPDATE_EXPECT").is_some() {
            check_file(path.to_str().expect("the name is UTF-8"), &report);
        } else if report != expected {
            wrong.push(format!("{}:\n{report}", path.display()));
        }
    }
    assert!(found.is_empty(), "errors outside the cases: {found:#?}");
    assert!(wrong.is_empty(), "UPDATE_EXPECT=1 rewrites the expected files\n\n{}", wrong.join("\n"));
}

#[test]
fn a_missing_table_is_reported_with_the_place_that_was_searched() {
    let folder = scratch("missing-table", &[("src/main.rs", EMPTY_ENUM)]);
    let [error] = &check(&folder)["missing-table"][..] else { panic!("one error is expected") };
    assert_eq!(error.place, "1:24-36");
    let text = "cannot read `codes.toml`: `codes.toml` does not exist; the path starts at the folder of `Cargo.toml`; \
                `codes init` creates a table";
    assert_eq!(error.message, text);
}

/// An error that follows from a misspelt attribute is a lint. Without lints, the placeholder of the type is an error.
#[test]
fn an_error_that_is_a_lint_stops_every_build() {
    let file = |path: &str| fs::read_to_string(Path::new(ROOT).join(path)).expect("it can be read");
    let (main, table) = (file("tests/ui/coded/other-attribute.rs"), file("tests/tables/states.toml"));
    let folder = scratch("without-lints", &[("src/main.rs", &main), ("tests/tables/states.toml", &table)]);
    for flags in ["--cap-lints=allow", "--force-warn=unused_must_use"] {
        let refusal = refusal(cargo(&folder).args(["rustc", "--quiet", "--", flags]));
        assert!(
            refusal.contains(
                "error[E0080]: evaluation panicked: `tests/tables/states.toml` has no code `Paper`"
            ),
            "{refusal}"
        );
        assert_eq!(
            refusal.matches("\nerror[").count() + usize::from(refusal.starts_with("error[")),
            1,
            "{refusal}"
        );
    }
}

/// The macro reads only enough of the file to see that it is too large.
#[test]
fn a_table_that_is_too_large_is_refused() {
    let folder = scratch("large-table", &[("src/main.rs", EMPTY_ENUM), ("codes.toml", "")]);
    for too_much in [1, 1000] {
        let file = fs::File::create(folder.join("codes.toml"));
        file.and_then(|file| file.set_len(33_554_432 + too_much)).expect("the file can be that large");
        let [error] = &check(&folder)["large-table"][..] else { panic!("one error is expected") };
        assert_eq!(error.message, "cannot read `codes.toml`: it has more than 33554432 bytes");
    }
}

/// A missing text of a partial language is a warning: the crate compiles unless it forbids warnings, as it does here.
#[test]
fn a_missing_text_is_a_warning() {
    let main = format!("{EMPTY_ENUM}pub fn rows() -> usize {{\n    Code::rows().count()\n}}\n")
        .replace("fn main() {}", "fn main() {\n    rows();\n}");
    let table = "[registry]\ntitle.en = \"Fruits\"\ntitle.it = \"Frutti\"\nrepr = \"u8\"\nlanguages = [\"en\", \"it\"]\n\
                 [language.it]\npolicy = \"partial\"\n[code.1]\nsymbol = \"PEAR\"\nname.en = \"Pear\"\n";
    let folder = scratch("missing-text", &[("src/main.rs", &main), ("codes.toml", table)]);
    let [error] = &check(&folder)["missing-text"][..] else { panic!("one error is expected") };
    assert_eq!((&*error.place, &*error.code), ("1:24-36", "deprecated"));
    let text = "codes.toml:6:11: warning[partial-language]: `it` is missing 1 text: `name` of `1` (line 10)";
    assert!(error.message.contains(text), "{error:?}");
}

const EMPTY_ENUM: &str = "#[code_registry::codes(\"codes.toml\")]\nenum Code {}\nfn main() {}\n";

/// A package with a program for each case, so that cargo checks them all in one run. The tables that the cases name
/// must be inside the package.
fn package_of(cases: &[PathBuf]) -> PathBuf {
    let folder = temporary("ui");
    let mut manifest = format!(
        "[package]\nname = \"ui\"\nedition = \"2024\"\n[workspace]\n[lints.rust]\nwarnings = \"deny\"\n\
         [dependencies]\ncode-registry.path = {ROOT:?}\n"
    );
    for case in cases {
        manifest += &format!("[[bin]]\nname = {:?}\npath = {case:?}\n", binary(case));
    }
    write(&folder, "Cargo.toml", &manifest);
    share_versions(&folder);
    for table in files(&Path::new(ROOT).join("tests/tables")) {
        let copy = Path::new("tests/tables").join(table.file_name().expect("a file has a name"));
        let bytes = fs::read(&table).expect("the table can be read");
        fs::create_dir_all(folder.join("tests/tables")).expect("the folder can be made");
        fs::write(folder.join(copy), bytes).expect("the table can be copied");
    }
    folder
}

/// The files in a folder and in the folders inside it, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be listed");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be listed").path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The name of the program of a case: `coded-no-field` for `tests/ui/coded/no-field.rs`.
fn binary(case: &Path) -> String {
    let name = |path: &Path| path.file_stem().expect("a case has a name").to_string_lossy().into_owned();
    format!("{}-{}", name(case.parent().expect("a case is in a folder")), name(case))
}

/// An error of the compiler, or of a macro.
#[derive(Debug)]
struct Error {
    /// The place of the error in the file of the case: the line, and the columns from the first one to the one after
    /// the last.
    place: String,
    /// The compiler's code (`E0277`, or the name of a lint); empty for an error that a macro reports.
    code: String,
    message: String,
    /// The label at the place.
    label: String,
    /// The notes and the help below.
    notes: Vec<String>,
    /// Errors at one place stay in the order in which they are reported.
    position: (u64, u64),
}

impl Error {
    /// The message of a macro, and of a trait of this project that is not implemented. The compiler words the others.
    fn own_texts(&self) -> Vec<&str> {
        match &*self.code {
            "" => self.message.trim_end().lines().map(str::trim_end).collect(),
            "E0277" => vec![&self.message, &self.label],
            _ => Vec::new(),
        }
    }

    /// Whether a line of an expected file is part of the error.
    fn says(&self, line: &str) -> bool {
        let texts = [&self.message, &self.label].into_iter().chain(&self.notes);
        texts.flat_map(|text| text.lines()).any(|text| text.contains(line))
    }
}

/// The errors of each program of a package.
fn check(folder: &Path) -> BTreeMap<String, Vec<Error>> {
    let arguments = ["check", "--quiet", "--bins", "--keep-going", "--message-format=json"];
    let output = cargo(folder).args(arguments).output().expect("cargo can be run");
    assert!(!output.status.success(), "{} compiles", folder.display());
    let mut errors: BTreeMap<_, Vec<Error>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: Value = serde_json::from_str(line).expect("cargo writes JSON");
        if message["reason"] == "compiler-message"
            && let Some(error) = error(&message["message"], &message["target"]["src_path"])
        {
            errors.entry(text(&message["target"]["name"])).or_default().push(error);
        }
    }
    for errors in errors.values_mut() {
        errors.sort_by_key(|error| error.position);
    }
    assert!(!errors.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    errors
}

/// The error in a message of the compiler; `None` for a warning, and for the number of errors at the end.
fn error(message: &Value, file: &Value) -> Option<Error> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let spans = list(&message["spans"]);
    let mut span = spans.iter().find(|span| span["is_primary"] == true)?;
    if message["level"] != "error" {
        return None;
    }
    let label = text(&span["label"]);
    // An error inside a macro is shown where the case calls it.
    while !Path::new(&text(file)).ends_with(text(&span["file_name"])) && !span["expansion"].is_null() {
        span = &span["expansion"]["span"];
    }
    let number = |key| span[key].as_u64().expect("a place has numbers");
    let [line, column, last, end] = ["line_start", "column_start", "line_end", "column_end"].map(number);
    let place =
        if line == last { format!("{line}:{column}-{end}") } else { format!("{line}:{column}-{last}:{end}") };
    Some(Error {
        place,
        code: text(&message["code"]["code"]),
        message: text(&message["message"]),
        label,
        notes: list(&message["children"]).iter().map(|child| text(&child["message"])).collect(),
        position: (line, column),
    })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// An error as an expected file lists it: the place, the code of the compiler if it has one, and indented texts.
struct Entry<'a> {
    head: String,
    texts: Vec<&'a str>,
}

/// The expected file of these errors. An expected entry that is true of its error stays as it is: it may list part of a
/// sentence, a note, or no text.
fn report(errors: &[Error], expected: &str) -> String {
    let expected = entries(expected);
    let mut report = format!("errors: {}\n", errors.len());
    for (at, error) in errors.iter().enumerate() {
        let head = format!("{} {}", error.place, error.code).trim_end().to_owned();
        let new = Entry { head, texts: error.own_texts() };
        let kept = expected.get(at).filter(|entry| {
            let is_part = !error.code.is_empty() && entry.texts.iter().all(|text| error.says(text));
            entry.head == new.head && (entry.texts.is_empty() || is_part)
        });
        let entry = kept.unwrap_or(&new);
        report += &format!("\n{}\n", entry.head);
        for text in &entry.texts {
            report += format!("    {text}").trim_end();
            report.push('\n');
        }
    }
    report
}

fn entries(file: &str) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for line in file.lines().skip(1) {
        match (line.strip_prefix("    "), entries.last_mut()) {
            (Some(text), Some(entry)) => entry.texts.push(text),
            (None, Some(entry)) if line.is_empty() => entry.texts.push(line),
            (None, _) if !line.is_empty() => entries.push(Entry { head: line.to_owned(), texts: Vec::new() }),
            _ => {}
        }
    }
    for entry in &mut entries {
        let end = entry.texts.iter().rposition(|text| !text.is_empty()).map_or(0, |last| last + 1);
        entry.texts.truncate(end);
    }
    entries
}
