//! `codes import`, and the scripts of docs/import.md that lead to it.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use code_registry_table::schema::{Key, ROOT, ValueType};

use crate::{TABLES, codes, compare, copies, expect};

const PACKAGE: &str = env!("CARGO_MANIFEST_DIR");

/// A run with this standard input.
fn fed(mut command: Command, input: &[u8]) -> Output {
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[track_caller]
fn good(output: Output) -> Vec<u8> {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// An empty folder of this name.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// All good tables, except those with language files.
fn tables() -> Vec<PathBuf> {
    let folders = ["../table/tests/good", "../tests/tables", "tests/tables"];
    let files = folders.into_iter().flat_map(|folder| fs::read_dir(Path::new(PACKAGE).join(folder)).unwrap());
    let files = files.map(|file| file.unwrap().path()).chain([Path::new(PACKAGE).join("../codes.toml")]);
    let is_good = |file: &PathBuf| {
        let is_table = file.extension().is_some_and(|extension| extension == "toml");
        is_table && codes("check").arg(file).output().unwrap().status.success()
    };
    files.filter(is_good).collect()
}

#[test]
fn what_is_listed_makes_the_same_table() {
    let (tables, folder) = (tables(), folder("same"));
    assert!(tables.len() > 20);
    for (at, table) in tables.iter().enumerate() {
        let list = |table: &Path| good(codes("list --format json").arg(table).output().unwrap());
        let (listed, copy) = (list(table), folder.join(format!("{at}.toml")));
        let imported = good(fed(codes("import -"), &listed));
        fs::write(&copy, &imported).unwrap();
        assert!(list(&copy) == listed, "{} comes out otherwise", table.display());
        assert!(good(fed(codes("import -"), &list(&copy))) == imported, "{}", table.display());
    }
}

#[test]
fn one_language() {
    expect("list-json-it", codes("list --format json loader.toml --language it"));
}

#[test]
fn in_its_usual_order() {
    expect("import", codes("import ../import/disordered.json"));
}

#[test]
fn mistakes_are_shown_in_the_table() {
    expect("import-mistakes", codes("import ../import/mistakes.json"));
}

#[test]
fn no_json() {
    expect("import-no-json", codes("import loader.toml"));
    expect("import-no-tables", codes("import ../import/no-tables.json --language it"));
    expect("import-no-object", codes("import ../import/no-object.json"));
    expect("import-missing", codes("import missing.json"));
}

#[test]
fn several_tables_are_several_files() {
    expect("import-several", codes("import ../import/several.json"));
    let folder = folder("several");
    let import = || codes("import ../import/several.json --output").arg(&folder).output().unwrap();
    good(import());
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    files.sort();
    assert_eq!(files, ["one.toml", "two.toml"]);
    let again = String::from_utf8(import().stderr).unwrap();
    assert!(again.contains("two.toml` already exists"), "{again}");
    expect("import-several-outside", codes("import ../import/outside.json --output ."));
}

/// Enums with discriminants, documentation and attributes become tables.
#[test]
fn rust_enums() {
    expect("rust-several", codes("import --rust ../import/status.rs.txt"));
    expect(
        "rust-device",
        codes("import --rust ../import/status.rs.txt --registry DeviceStatus --title Devices"),
    );
    expect("rust-offset", codes("import --rust ../import/status.rs.txt --registry Offset"));
    expect("rust-flags", codes("import --rust ../import/status.rs.txt --registry Flags"));
    expect("rust-colour", codes("import --rust ../import/status.rs.txt --registry Colour"));
    expect("rust-attributes", codes("import --rust ../import/attributes.rs.txt"));
    expect("rust-documentation", codes("import --rust ../import/documentation.rs.txt"));
    expect("rust-unknown", codes("import --rust ../import/status.rs.txt --registry Unknown"));
    expect("rust-unknown-enum", codes("import --rust ../import/status.rs.txt --registry Color"));
    for (name, source) in [("none", "fn main() {}"), ("syntax", "enum A {\n    B = ,\n}\n")] {
        let output = fed(codes("import - --rust"), source.as_bytes());
        crate::compare(&format!("rust-{name}"), &String::from_utf8_lossy(&output.stderr));
    }
}

/// Variants with the same value under different conditions are merged or left out on request.
#[test]
fn variants_under_conditions() {
    let source = "\
#[repr(i8)]
enum System {
    Ok = 0,
    /// The handle is invalid.
    #[cfg(windows)]
    Handle = 6,
    /// There is no such device.
    #[cfg(not(windows))]
    #[cfg_attr(old, deprecated)]
    #[strum(to_string = \"device is absent\")]
    NoDevice = 0x06,
    #[cfg(windows)]
    Invalid = -7,
    #[cfg(not(windows))]
    #[strum(props(retry = true))]
    Invalid = -7,
    r#Type = 8,
}
";
    let folder = folder("rust-conditions");
    fs::write(folder.join("system.rs"), source).unwrap();
    for (name, options) in [
        ("refused", ""),
        ("merged", "--merge 6 --merge -7"),
        ("merged-by-name", "--merge NoDevice --merge Invalid"),
        ("merged-hexadecimal", "--merge 0x0_6 --skip Invalid --skip Type"),
        ("skipped", "--skip Handle --skip=-7"),
        ("unknown", "--skip Handles"),
    ] {
        let mut command = codes(&format!("import system.rs {options}"));
        expect(&format!("rust-conditions-{name}"), {
            command.current_dir(&folder);
            command
        });
    }
}

/// Endless nesting is refused quickly.
#[test]
fn hostile_sources() {
    let folder = folder("hostile-sources");
    let many = |part: &str| part.repeat(100_000);
    let doubled: String = ('b'..'z')
        .map(|name| format!("{name} = {}\n", format!("{{ {} }}", (name as u8 + 1) as char).repeat(10)))
        .collect();
    for (name, format, text) in [
        ("marks.rs", "rust", format!("enum A {{ B = {}1 }}", many("!"))),
        ("brackets.rs", "rust", format!("enum A {{ B = {}1{} }}", many("("), many(")"))),
        ("sum.rs", "rust", format!("enum A {{ B = {}1 }}", many("1+"))),
        ("casts.rs", "rust", format!("enum A {{ B = 1{} }}", many(" as u8"))),
        ("lists.yml", "rust-i18n", many("- ")),
        ("flow.yml", "rust-i18n", many("[")),
        ("choices.json", "icu", format!("{{\"a\": \"{}\"}}", many("{n, plural, other {"))),
        ("calls.ftl", "fluent", format!("a = {{ {}", many("A("))),
        ("lines.ftl", "fluent", format!("a = {{ {}", many("A(\nb,"))),
        ("references.ftl", "fluent", format!("a = {{ b }}\n{doubled}z = x\n")),
    ] {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        let start = std::time::Instant::now();
        let output = codes(&format!("import --from {format}")).arg(&path).output().unwrap();
        assert!(matches!(output.status.code(), Some(0..=2)), "{name}: {output:?}");
        assert!(start.elapsed().as_secs() < 30, "{name}");
    }
}

/// Messages of other systems become rows; what a table cannot express is reported with its place.
#[test]
fn messages_of_other_systems() {
    expect("messages-fluent", codes("import ../import/fluent --from fluent --title Shop"));
    expect("messages-fluent-one", codes("import ../import/fluent/it/main.ftl"));
    expect("messages-rust-i18n", codes("import ../import/rust-i18n --from rust-i18n"));
    expect("messages-rust-i18n-2", codes("import ../import/app.yml"));
    expect("messages-format", codes("import ../import/messages --from icu"));
    for (name, format, source) in [
        ("alias", "rust-i18n", "a: &x text\nb: *x\n"),
        ("none", "icu", "{}"),
        ("json", "icu", "{\"a\": }"),
        ("references", "fluent", "a = { b }{ b }\nb = { c }{ c }\nc = { a }\nd = text\n"),
        ("deep", "fluent", &format!("a = {}x", "{".repeat(10_000))),
    ] {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("messages-{name}.yml"));
        fs::write(&path, source).unwrap();
        let mut command = codes(&format!("import --from {format}"));
        command.current_dir(env!("CARGO_TARGET_TMPDIR")).arg(path.file_name().unwrap());
        expect(&format!("messages-{name}"), command);
    }
}

/// Messages find their rows by symbols: texts that changed are replaced, translations and kinds of arguments kept, and new
/// messages become rows after the last code. The same messages change nothing a second time.
#[test]
fn messages_update_a_table() {
    let files = ["shop.toml", "one.it.ftl", "shop.en.ftl", "shop.it.ftl", "shop.de.ftl"];
    let files = files.map(|file| format!("../import/into/{file}"));
    let folder = copies("messages-into", &files.each_ref().map(String::as_str));
    let import = |words: &str| {
        let mut command = codes(&format!("import {words}"));
        command.current_dir(&folder);
        command
    };
    expect("messages-into-one-language", import("one.it.ftl shop.toml"));
    fs::remove_file(folder.join("one.it.ftl")).unwrap();
    expect("messages-into", import(". shop.toml --from fluent"));
    expect("messages-into-again", import(". shop.toml --from fluent"));
    compare("messages-into-table.toml", &fs::read_to_string(folder.join("shop.toml")).unwrap());
}

/// The table tells which language a file without others next to it is in. Its default language is not overwritten with a
/// language that it does not have.
#[test]
fn languages_of_the_table_are_recognized() {
    let folder = copies("messages-suffix-of-the-table", &["../import/into/shop.toml"]);
    for (name, text) in
        [("app_it.json", "{\"welcome\": \"Ciao\"}"), ("user_id.en.json", "{\"welcome\": \"Hello\"}")]
    {
        fs::write(folder.join(name), text).unwrap();
        good(codes(&format!("import {name} shop.toml --from icu")).current_dir(&folder).output().unwrap());
    }
    let table = fs::read_to_string(folder.join("shop.toml")).unwrap();
    assert!(table.contains("message.en = \"Hello\"   # kept\nmessage.it = \"Ciao\"\n"), "{table}");
    fs::write(folder.join("main_de.ftl"), "welcome = Hallo").unwrap();
    let mut command = codes("import main_de.ftl shop.toml");
    command.current_dir(&folder);
    expect("messages-suffix-unknown", command);
    assert_eq!(fs::read_to_string(folder.join("shop.toml")).unwrap(), table);
}

/// Messages with the same symbol would take the row of each other, depending on their order; names without a symbol could
/// not be found again. Neither use up a value.
#[test]
fn names_that_cannot_be_rows() {
    let table = "[registry]\nrepr = \"i32\"\ntitle.en = \"Last\"\nlanguages = [\"en\"]\n\
                 [code.1]\nsymbol = \"UNREAD\"\nmessage.en = \"one\"\n\
                 [code.2147483647]\nsymbol = \"LAST\"\nmessage.en = \"last\"\n";
    let folder = copies("messages-same-symbol", &[]);
    fs::write(folder.join("codes.toml"), table).unwrap();
    for (name, file) in [
        ("one", r#"{"unread": "A1", "Unread": "B1", "日本": "x", "new": "N", "newer": "N"}"#),
        ("other", r#"{"newer": "N", "Unread": "B1", "unread": "A1", "new": "N"}"#),
        ("left", r#"{"un-read": "B1"}"#),
    ] {
        fs::write(folder.join("en.json"), file).unwrap();
        let mut command = codes("import en.json codes.toml --from icu");
        command.current_dir(&folder);
        expect(&format!("messages-same-symbol-{name}"), command);
    }
}

/// A renamed argument replaces the old one, unless another text uses it or its help does. A kind that people chose is kept,
/// and `text` becomes the kind that the messages need. A row with a name stays as it is.
#[test]
fn arguments_of_updated_rows() {
    let table = "[registry]\nrepr = \"u8\"\ntitle.en = \"Shop\"\nlanguages = [\"en\", \"it\"]\n\
                 [language.it]\npolicy = \"draft\"\n\
                 [code.1]\nsymbol = \"RENAMED\"\nmessage.en = \"{count} x\"\nargs = { count = \"integer\" }\n\
                 [code.2]\nsymbol = \"KEPT\"\nmessage.en = \"{a} x {b}\"\nmessage.it = \"{b}\"\nhelp.en = \"{a}\"\n\
                 args = { a = \"integer\", b = \"text\" }\n\
                 [code.3]\nsymbol = \"STRONGER\"\nmessage.en = \"{n}\"\nargs = { n = \"text\" }\n\
                 [code.4]\nsymbol = \"NONE\"\nmessage.en = \"{n}\"\nargs = { n = \"integer\" }\n\
                 [code.5]\nsymbol = \"NAMED\"\nname.en = \"Named\"\n";
    let folder = copies("messages-arguments", &[]);
    fs::write(folder.join("codes.toml"), table).unwrap();
    let english = "renamed = { $n } x\nkept = { $c }\nstronger = { $n ->\n    [one] one\n   *[other] { $n }\n}\nnone = none\n\
                   named = Message\n";
    fs::write(folder.join("en.ftl"), english).unwrap();
    fs::write(folder.join("it.ftl"), "named = Messaggio\n").unwrap();
    for file in ["en.ftl", "it.ftl"] {
        let mut command = codes(&format!("import {file} codes.toml"));
        command.current_dir(&folder);
        expect(&format!("messages-arguments-{}", &file[..2]), command);
    }
    compare("messages-arguments.toml", &fs::read_to_string(folder.join("codes.toml")).unwrap());
}

/// A folder has the name that it has in its own folder.
#[test]
fn messages_of_this_folder() {
    let folder = copies("messages-here", &["../import/into/one.it.ftl"]);
    let output = good(codes("import . --from fluent").current_dir(&folder).output().unwrap());
    assert!(String::from_utf8(output).unwrap().contains("title.it  = \"messages-here\""));
}

/// The row of a message in a table of words may have its name as the value. A new row of a full table has no value.
#[test]
fn messages_update_tables_of_words_and_full_ones() {
    let head = "title.en = \"Errors\"\nlanguages = [\"en\"]\n";
    let row = |header: &str, symbol: &str| {
        format!("[code.{header}]\nsymbol = \"{symbol}\"\nmessage.en = \"old\"\n")
    };
    let words =
        format!("[registry]\nrepr = \"name\"\n{head}") + &row("auth-expired", "OTHER") + &row("b", "SECOND");
    let full = format!("[registry]\nrepr = \"u8\"\n{head}") + &row("255", "LAST") + &row("0", "FIRST");
    let range = "[range.1-253]\nsymbol = \"KEPT\"\nstatus = \"reserved\"\nname.en = \"kept\"\n";
    let folder = copies("messages-into-words", &[]);
    fs::write(folder.join("words.toml"), words).unwrap();
    fs::write(folder.join("full.toml"), full + range).unwrap();
    fs::write(folder.join("en.ftl"), "auth-expired = new\nsecond = newer\nthird = newest\nfirst = again\n")
        .unwrap();
    // Names without letters; a table of texts gets no new rows.
    fs::write(folder.join("numbers.toml"), format!("[registry]\nrepr = \"u8\"\n{head}") + &row("1", "FIRST"))
        .unwrap();
    let texts = format!("[registry]\nrepr = \"str\"\nlength = 5\n{head}") + &row("42000", "SYNTAX");
    fs::write(folder.join("texts.toml"), texts).unwrap();
    let messages = "{\"first\": \"x\", \"404\": \"y\", \"42000\": \"z\", \"!!\": \"?\"}";
    fs::write(folder.join("en.json"), messages).unwrap();
    fs::write(folder.join("words-2.toml"), fs::read_to_string(folder.join("words.toml")).unwrap()).unwrap();
    for (name, table) in [
        ("numbers", "numbers"),
        ("numbers-again", "numbers"),
        ("texts", "texts"),
        ("marks", "words-2"),
        ("marks-again", "words-2"),
    ] {
        let mut command = codes(&format!("import en.json {table}.toml --from icu"));
        command.current_dir(&folder);
        expect(&format!("messages-into-{name}"), command);
    }
    for table in ["words", "full"] {
        let mut command = codes(&format!("import en.ftl {table}.toml"));
        command.current_dir(&folder);
        expect(&format!("messages-into-{table}"), command);
    }
}

/// What is not a text, a language or a possible case is reported with its place.
#[test]
fn values_that_are_not_messages() {
    expect("messages-values", codes("import ../import/values --from rust-i18n"));
    expect("messages-not-languages", codes("import ../import/not-languages.yml"));
    expect("messages-cases", codes("import ../import/cases.json --from icu"));
}

/// `errors_en.json`, `errors-it.yml`
#[test]
fn languages_as_suffixes() {
    expect("messages-suffixes", codes("import ../import/suffixes --from rust-i18n"));
    expect("messages-stems", codes("import ../import/stems --from icu"));
}

/// Only braces that nest are counted.
#[test]
fn braces_inside_texts() {
    expect("messages-braces", codes("import ../import/braces.ftl"));
}

/// A language, a pattern, its arguments, and the output of formatjs.
type Pattern = (String, String, serde_json::Map<String, serde_json::Value>, Option<String>);

/// Patterns of MessageFormat 1 with arguments and the output of formatjs: what can be imported is displayed the same.
#[test]
fn message_format_suite() {
    let path = Path::new(TABLES).with_file_name("import").join("message-format.json");
    let suite: Vec<Pattern> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let folder = folder("message-format");
    let mut languages: Vec<&str> = suite.iter().map(|case| case.0.as_str()).collect();
    languages.sort_unstable();
    languages.dedup();
    let (mut same, mut left_out) = (0, Vec::new());
    for language in languages {
        let cases: Vec<_> = suite.iter().filter(|case| case.0 == language).enumerate().collect();
        let patterns: serde_json::Map<_, _> =
            cases.iter().map(|(at, case)| (format!("case_{at}"), case.1.clone().into())).collect();
        let (file, table) =
            (folder.join(format!("{language}.json")), folder.join(format!("{language}.toml")));
        fs::write(&file, serde_json::to_string(&patterns).unwrap()).unwrap();
        let mut import = codes("import --from icu");
        good(import.arg(&file).arg("--output").arg(&table).output().unwrap());
        let rows = fs::read_to_string(&table).unwrap();
        for (at, (_, pattern, arguments, output)) in cases {
            let symbol = format!("CASE_{at}");
            if !rows.contains(&format!("\"{symbol}\"")) {
                left_out.push(pattern.as_str());
                continue;
            }
            let mut explain = codes("explain");
            explain.arg(&symbol).arg(&table);
            for (name, value) in arguments {
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                explain.args(["--arg", &format!("{name}={value}")]);
            }
            let page = String::from_utf8(good(explain.output().unwrap())).unwrap();
            let shown = page.trim_end().lines().next_back().unwrap().trim_start().to_owned();
            // Without arguments, the page has the message as the table writes it.
            let shown = match arguments.is_empty() {
                true => shown.replace("{{", "{").replace("}}", "}"),
                false => shown.replace(['\u{2068}', '\u{2069}'], ""),
            };
            assert_eq!(Some(&shown), output.as_ref(), "{pattern} {arguments:?}");
            same += 1;
        }
    }
    let refused = [
        "{n, plural, offset:1 one {# other} other {# others}}",
        "{d, date, short}",
        "{t, time}",
        "{n, number, percent}",
        "{n, number, ::currency/EUR}",
        "{n, plural, one {x}}",
        "{name",
        "{n, plural, =0 {zero} one {one} other {o}} {n, plural, one {uno} other {altri}}",
    ];
    assert_eq!(left_out, refused);
    assert_eq!(same, suite.len() - refused.len());
}

/// Runs the scripts as documented.
#[test]
fn scripts_of_the_document() {
    script("po.py", &["it.po"]);
    script("typescript.py", &["diagnosticMessages.json", "it=diagnosticMessages.generated.json"]);
    script("errcodes.py", &["errcodes.txt"]);
    script("errno.py", &["errno-base.h", "errno.h"]);
    script("mc.py", &["messages.mc"]);
    script("properties.py", &["errors.properties", "errors_it.properties"]);
    script("map.py", &["errors.en.json", "errors.it.json"]);
    script("yaml_map.py", &["errors.yaml"]);
}

fn script(name: &str, arguments: &[&str]) {
    let document = fs::read_to_string(Path::new(PACKAGE).join("../docs/import.md")).unwrap();
    let script = document.split("```python\n").find(|part| part.starts_with(&format!("# {name}:")));
    let script = script.unwrap().split("```").next().unwrap();
    let samples = Path::new(TABLES).with_file_name("import");
    let python = Command::new("python3").args(["-c", script]).args(arguments).current_dir(samples).output();
    match python {
        Ok(output) => {
            let table = String::from_utf8(good(fed(codes("import -"), &good(output)))).unwrap();
            crate::compare(&format!("import-{name}"), &table);
        }
        // The project builds without Python.
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => panic!("{error}"),
    }
}

/// As many errors as rows: each is reported.
#[test]
fn many_rows_of_one_value() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("alike.csv");
    std::fs::write(&path, "value,name.en\n".to_owned() + &"1,Same\n".repeat(20_000)).unwrap();
    let output = codes("import").arg(&path).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.matches("alike.csv:").count() >= 19_999,
        "{}",
        said.lines().take(20).collect::<Vec<_>>().join("\n")
    );
}

/// No key of the format is lost on the way from a table to JSON and back. The table has every key.
#[test]
fn every_key_is_kept() {
    let path = Path::new(TABLES).with_file_name("import").join("every-key.toml");
    let text = fs::read_to_string(&path).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let mut missing = Vec::new();
    for section in ROOT.keys {
        let known = table.get(section.name).and_then(toml::Value::as_table).unwrap();
        let (shape, users): (_, Vec<&toml::Table>) = match section.kind {
            ValueType::Keys(shape) => (shape, vec![known]),
            ValueType::Each(shape) => {
                (shape, known.values().map(|inner| inner.as_table().unwrap()).collect())
            }
            _ => continue,
        };
        let has = |key: &&Key| users.iter().any(|table| table.contains_key(key.name));
        missing.extend(
            shape.keys.iter().filter(|key| !has(key)).map(|key| format!("{}.{}", section.name, key.name)),
        );
    }
    // Only texts have a length; JSON contains the texts of files; ranges have the same keys as codes.
    missing.retain(|key| key != "registry.length" && key != "language.file" && !key.starts_with("range."));
    assert_eq!(missing, Vec::<String>::new());
    let json = good(codes("list --format json").arg(&path).output().unwrap());
    let again = String::from_utf8(good(fed(codes("import -"), &json))).unwrap();
    assert_eq!(again.parse::<toml::Table>().unwrap(), table);
}

/// Settings that are not part of the enum are kept as well.
#[test]
fn settings_of_the_linter_are_kept() {
    let table = "[registry]\ntitle.en  = \"Errors\"\nrepr      = \"u16\"\nlanguages = [\"en\"]\n\n\
                 [lint]\nuntranslated = \"deny\"\nname_length  = 40\n\n\
                 [code.1]\nsymbol = \"GONE\"\nname.en = \"Gone\"\n";
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lint-settings.toml");
    fs::write(&path, table).unwrap();
    let json = good(codes("list --format json").arg(&path).output().unwrap());
    assert_eq!(String::from_utf8(good(fed(codes("import -"), &json))).unwrap(), table);
}
