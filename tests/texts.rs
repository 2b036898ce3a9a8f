//! Texts are shown exactly as the table has them.
#![allow(clippy::unwrap_used, reason = "a test that meets what it does not expect stops")]

mod cargo;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use cargo::{ROOT, cargo, scratch, stdout};
use code_registry::{Coded, Language, codes};

#[codes("tests/tables/texts.toml")]
pub enum Text {}

#[derive(Debug, Coded)]
#[coded(Text)]
enum Said {
    Swapped(&'static str, u8),
    Twice(&'static str),
    Never(&'static str, u64),
    Braces(&'static str),
    Quotes(&'static str),
    Spaces(&'static str),
    Joiners(u32),
    Marks(&'static str, &'static str),
    Everything(&'static str),
}

fn said(error: &Said, language: &str) -> String {
    error.localized(Language::new(language).unwrap()).to_string()
}

#[test]
fn texts_of_a_language_are_those_of_each_code() {
    fn check<E: code_registry::Code>() {
        let unknown = Language::new("xx").unwrap();
        for &language in E::LANGUAGES.iter().chain([&unknown]) {
            let texts = E::texts(language);
            for code in E::rows().filter_map(code_registry::Row::code) {
                assert_eq!(texts.name(code), code.name(language));
                assert_eq!(texts.description(code), code.description(language));
                assert_eq!(texts.help(code), code.help(language));
                assert!(texts.notes(code).eq(code.notes(language)));
            }
        }
    }
    check::<Text>();
    check::<code_registry::websocket::CloseCode>();
}

#[test]
fn arguments_are_where_a_language_has_them() {
    let swapped = Said::Swapped("a", 1);
    assert_eq!(said(&swapped, "en"), "a before 1");
    assert_eq!(said(&swapped, "fr"), "1 après a");
    assert_eq!(said(&swapped, "he"), "\u{2068}1\u{2069} אחרי \u{2068}a\u{2069}");
    assert_eq!(said(&swapped, "hi"), "1 के बाद a");
    assert_eq!(said(&Said::Twice("x"), "en"), "x, only x");
    assert_eq!(said(&Said::Twice("x"), "fr"), "xxx");
    assert_eq!(said(&Said::Never("x", 7), "en"), "nothing of either");
    assert_eq!(said(&Said::Never("x", 7), "fr"), "seul 7");
}

#[test]
fn an_argument_is_not_read_again() {
    assert_eq!(said(&Said::Braces("{0}"), "en"), "{0} {{0}} }{ {}{{");
    assert_eq!(said(&Said::Braces("}}"), "fr"), "{ }} }");
    assert_eq!(said(&Said::Swapped("{1}", 0), "en"), "{1} before 0");
}

#[test]
fn every_way_to_write_a_text_is_read() {
    assert_eq!(
        said(&Said::Quotes("x"), "en"),
        "multi-line literal: \\ \" ' '' \\n x\nsecond line\tafter a tab"
    );
    assert_eq!(
        said(&Said::Quotes("x"), "fr"),
        "the first line break does not count, this one is no line break, \"this\" is \"\"one\"\":\n\tx \\ \""
    );
    assert_eq!(Text::Lines.notes(Language::new("en").unwrap()).next(), Some("a note,\nin two lines"));
}

#[test]
fn spaces_joiners_and_marks_survive() {
    assert_eq!(said(&Said::Spaces("x"), "fr"), "pas de x\u{a0}: «\u{a0}x\u{a0}»\u{202f}!");
    assert_eq!(said(&Said::Joiners(3), "fa"), "\u{2068}3\u{2069} پرونده\u{200c}ها نمی\u{200c}شوند");
    assert_eq!(said(&Said::Joiners(3), "hi"), "3 क\u{94d}\u{200d}ष क\u{94d}\u{200c}ष में नहीं");
    assert_eq!(
        said(&Said::Marks("א", "b"), "he"),
        "שלום \u{2068}א\u{2069}, \u{200f}(C++)\u{200e} \u{200f}\u{2068}b\u{2069}\u{200f} \
         \u{2068}isolated\u{2069} \u{2068}א\u{2069}"
    );
    assert_eq!(
        said(&Said::Everything("x"), "en"),
        "#$%&*+,-./:;<=>?@[]^_`|~ %s %d \\0 $0 $x <x> [x] (x) 'x' \"x\" {x} 日本語 e\u{301} 👩\u{200d}👩\u{200d}👧 \u{fffd}"
    );
}

/// The texts of a program with these tables, compared with a simple reader of TOML. `CODE_REGISTRY_TABLES` names a
/// folder with more tables.
#[test]
fn texts_are_those_of_the_table() {
    let tables = tables();
    let said = said_by_a_program(&tables);
    let mut compared = 0;
    for (at, table) in tables.iter().enumerate() {
        for (question, written) in written(table) {
            let said = said.get(&format!("{at} {question}"));
            assert_eq!(said, Some(&format!("{written:?}")), "{}: {question}", table.display());
            compared += 1;
        }
    }
    assert!(compared > 250, "{compared} texts are too few");
}

/// Tables without language files and without errors.
fn tables() -> Vec<PathBuf> {
    let own = ["app", "hresult", "long", "messages", "names", "smtp", "sqlstate", "texts", "thirty"];
    let own = own.map(|name| Path::new(ROOT).join("tests/tables").join(name).with_extension("toml"));
    let more = env::var_os("CODE_REGISTRY_TABLES").map(|folder| fs::read_dir(folder).unwrap());
    let more = more.into_iter().flatten().map(|file| file.unwrap().path());
    let is_table = |file: &PathBuf| file.extension().is_some_and(|extension| extension == "toml");
    own.into_iter().chain([Path::new(ROOT).join("codes.toml")]).chain(more.filter(is_table)).collect()
}

/// The texts of the tables by `SYMBOL kind language`.
fn written(table: &Path) -> BTreeMap<String, String> {
    let table: toml::Table = fs::read_to_string(table).unwrap().parse().unwrap();
    let mut texts = BTreeMap::new();
    let rows = ["code", "range"].into_iter().filter_map(|kind| table.get(kind)?.as_table());
    for row in rows.flat_map(|rows| rows.values()) {
        let symbol = row["symbol"].as_str().unwrap();
        for kind in ["name", "description", "help", "message"] {
            let kinds = row.get(kind).and_then(toml::Value::as_table).into_iter().flatten();
            for (language, text) in kinds.filter_map(|(language, text)| Some((language, text.as_str()?))) {
                let text =
                    if kind == "message" { text.replace("{{", "{").replace("}}", "}") } else { text.into() };
                texts.insert(format!("{symbol} {kind} {language}"), text);
            }
        }
        for (at, note) in row.get("note").and_then(toml::Value::as_array).into_iter().flatten().enumerate() {
            for (language, text) in note.as_table().unwrap() {
                texts.insert(format!("{symbol} note{at} {language}"), text.as_str().unwrap().to_owned());
            }
        }
    }
    texts
}

const PROGRAM: &str = r#"
#![allow(deprecated)] // Warnings of a table reach its author so, which is not tested here.

use code_registry::Code;

fn say<E: Code>(table: usize) {
    for (index, row) in E::rows().enumerate() {
        for &language in E::LANGUAGES {
            let say = |kind: &str, text: &str| println!("{table} {} {kind} {language}\t{text:?}", row.symbol());
            say("name", row.name(language));
            say("description", row.description(language));
            say("help", row.help(language).unwrap_or_default());
            let mut notes = row.notes(language);
            assert_eq!(notes.len(), notes.clone().count());
            notes.next();
            assert_eq!(notes.len(), notes.clone().count());
            for (at, note) in row.notes(language).enumerate() {
                say(&format!("note{at}"), note);
            }
            say("message", <E::Table as code_registry::__private::Table<E>>::MESSAGES.get(index, language));
        }
    }
}
"#;

/// All texts of a program with these tables.
fn said_by_a_program(tables: &[PathBuf]) -> BTreeMap<String, String> {
    let names: Vec<String> = (0..tables.len()).map(|at| format!("tables/{at}.toml")).collect();
    let texts: Vec<String> = tables.iter().map(|table| fs::read_to_string(table).unwrap()).collect();
    let mut program = PROGRAM.to_owned();
    for (at, name) in names.iter().enumerate() {
        program += &format!("#[code_registry::codes({name:?})]\npub enum Table{at} {{}}\n");
    }
    let calls: String = (0..tables.len()).map(|at| format!("say::<Table{at}>({at});\n")).collect();
    program += &format!("fn main() {{\n{calls}}}\n");
    let mut files = vec![("src/main.rs", program.as_str())];
    files.extend(names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)));
    let output = stdout(cargo(&scratch("texts", &files)).args(["run", "--quiet"]));
    output
        .lines()
        .map(|line| line.split_once('\t').unwrap())
        .map(|(question, text)| (question.into(), text.into()))
        .collect()
}
