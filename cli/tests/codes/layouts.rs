//! Random tables in random layouts, and commands that change them: the meaning changes exactly as intended, every comment
//! stays next to its row, `fmt` changes no meaning, and repeating a command changes nothing.
//!
//! The expected meaning is computed here, on values of the `toml` crate; no code is shared with what edits the files.
//! `LAYOUTS=10000 SEED=1 cargo test -p code-registry-cli --test codes layouts` is the long run, and `LAYOUTS_DUMP=FOLDER`
//! writes each file with its expected meaning as JSON for a reader in another language.

mod meaning;
mod random;
mod tables;
mod writer;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

use toml::{Table, Value};

use self::meaning::Files;
use self::random::Random;
use self::tables::{message, tables};
use self::writer::{Layout, write};
use crate::codes;

const TABLE: &str = "codes.toml";
const EN: &str = "en.toml";
const IT: &str = "it.toml";

#[test]
fn random_layouts() {
    let number = |name: &str, otherwise: u64| {
        env::var(name).ok().map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name}={text}")))
    };
    let (seed, count) = (number("SEED", 1), number("LAYOUTS", 40));
    for seed in seed..seed + count {
        Case::new(seed).run();
    }
}

/// A table, and the commands to run on it.
struct Case {
    seed: u64,
    random: Random,
    folder: tempfile::TempDir,
    /// The meaning of the files.
    files: Files,
    /// The comments of each file, with the row of each.
    comments: BTreeMap<String, (&'static str, String)>,
    /// How many error types became rows.
    migrated: u64,
}

impl Case {
    fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let files = tables(&mut random);
        let folder = tempfile::tempdir().unwrap();
        let mut comments = BTreeMap::new();
        for (name, table) in &files.tables {
            let is_old = env::var_os("LAYOUTS_DUMP").is_some();
            let layout = Layout::new(&mut random, name, is_old);
            let (text, owners) = write(table, layout);
            assert_eq!(parsed(&text).as_ref(), Ok(table), "seed {seed}: the generator is wrong:\n{text}");
            fs::write(folder.path().join(name), text).unwrap();
            comments.extend(owners.into_iter().map(|(comment, owner)| (comment, (*name, owner))));
        }
        for (name, text) in &files.explanations {
            fs::write(folder.path().join(name), text).unwrap();
        }
        fs::write(folder.path().join("Cargo.toml"), "[package]\nname = \"shop\"\n").unwrap();
        Self { seed, random, folder, files, comments, migrated: 0 }
    }

    fn run(mut self) {
        let commands = 1 + self.random.below(3);
        self.command("check", 0);
        for _ in 0..commands {
            match self.random.below(8) {
                0 | 1 => self.add(),
                2 => self.import(),
                3 => self.translate(),
                4 => self.import_json(),
                // Codes that are words keep them, and have no next one.
                5 if !self.files.has_words => self.renumber(),
                6 => self.migrate(),
                _ => self.format(),
            }
        }
        self.format();
    }

    /// Runs a command, and compares each of its files with the expected one.
    fn change(&mut self, words: &str, again: bool) {
        self.command(words, 0);
        self.compare(words);
        if again {
            let before = self.texts();
            self.command(words, 0);
            assert_eq!(self.texts(), before, "seed {}: {words}, again", self.seed);
        }
    }

    fn command(&self, words: &str, status: i32) {
        let output = codes("").args(split(words)).current_dir(&self.folder).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let files = fs::read_dir(&self.folder).unwrap().map(|file| file.unwrap().path());
        let files =
            files.map(|file| format!("--- {}\n{}", file.display(), fs::read_to_string(&file).unwrap()));
        let texts: String = files.collect();
        assert_eq!(output.status.code(), Some(status), "seed {}: {words}\n{said}{texts}", self.seed);
    }

    fn texts(&self) -> BTreeMap<String, String> {
        let tables = self.files.tables.keys().map(|name| (*name).to_owned());
        let names = tables.chain(self.files.explanations.keys().cloned());
        names.map(|name| (name.clone(), fs::read_to_string(self.folder.path().join(name)).unwrap())).collect()
    }

    fn compare(&self, words: &str) {
        let at = |name: &str, text: &str| format!("seed {}: {words}: {name}\n{text}", self.seed);
        let texts = self.texts();
        for (name, text) in &self.files.explanations {
            assert_eq!(texts[name], *text, "{}", at(name, text));
        }
        for (name, table) in &self.files.tables {
            let text = &texts[*name];
            assert_eq!(parsed(text).as_ref(), Ok(table), "{}", at(name, text));
            dump(self.seed, name, text, table);
            let places = writer::rows(text);
            for (comment, (file, owner)) in &self.comments {
                let count = text.matches(&format!("# {comment}.")).count();
                assert_eq!(count, usize::from(file == name), "{comment}: {}", at(name, text));
                if file == name && !owner.is_empty() {
                    let place = text.find(&format!("# {comment}.")).unwrap();
                    assert!(
                        writer::is_next_to(&places, place, owner),
                        "{comment} of {owner}: {}",
                        at(name, text)
                    );
                }
            }
        }
        let names = fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<_> = names.filter(|name| name.to_string_lossy().starts_with('.')).collect();
        assert!(left.is_empty(), "{left:?}");
    }

    fn add(&mut self) {
        let header = self.free_header();
        let text = self.random.text();
        let mut words = if self.files.has_words && self.random.chance(2) {
            self.files.row(&header);
            format!("add {header} --name {}", quoted(&text))
        } else {
            let symbol = format!("NEW_{}", number(&header));
            let words = format!("add {symbol} --value {header} --name {}", quoted(&text));
            self.files.row(&header).insert("symbol".to_owned(), Value::String(symbol));
            words
        };
        self.files.put(&["code", &header], "name", "en", text);
        if self.random.chance(2) {
            let text = self.random.text();
            words += &format!(" --name {}", quoted(&format!("it={text}")));
            self.files.put(&["code", &header], "name", "it", text);
        }
        if self.random.chance(2) {
            words += " --set retry=true";
            self.files.row(&header).insert("retry".to_owned(), Value::Boolean(true));
        }
        if self.has_enum() && self.random.chance(2) {
            words += " --set item=folder";
            self.files.row(&header).insert("item".to_owned(), Value::from("folder"));
        }
        if self.has_texts() && self.random.chance(2) {
            let texts = [self.random.text(), self.random.text()];
            words += &format!(
                " --set {} --set {}",
                quoted(&format!("cause={}", texts[0])),
                quoted(&format!("cause=it={}", texts[1]))
            );
            for (tag, text) in ["en", "it"].into_iter().zip(texts) {
                self.files.put(&["code", &header], "cause", tag, text);
            }
        }
        self.change(&words, false);
    }

    /// Whether the table has a column with texts in each language.
    fn has_texts(&self) -> bool {
        self.files.tables[TABLE]["property"].get("cause").is_some()
    }

    /// Whether the table has a column with the words of an enum.
    fn has_enum(&self) -> bool {
        self.files.tables[TABLE].get("enum").is_some_and(|enums| enums.get("item").is_some())
    }

    /// Imports texts, statuses and new rows into the table; translations that it does not have stay.
    fn import(&mut self) {
        let has_texts = self.has_texts();
        let column = if has_texts { ",cause.en" } else { "" };
        let mut lines = format!("value,symbol,name.en,help.en,since,retry{column}\n");
        for (header, symbol, name) in self.codes() {
            if self.random.chance(2) {
                continue;
            }
            let new_name = self.random.text();
            // In a row with arguments, literal braces of help are doubled.
            let help = self.random.text().replace('{', "{{").replace('}', "}}");
            let new_name = if self.random.chance(2) && !name.is_empty() { name } else { new_name };
            let since = if self.random.chance(2) { "1.0" } else { "" };
            let retry = self.random.pick(&["", "true", "false"]);
            lines += &format!("{header},{symbol},{},{},{since},{retry}", cell(&new_name), cell(&help));
            if has_texts {
                let cause = if self.random.chance(2) { self.random.text() } else { String::new() };
                lines += &format!(",{}", cell(&cause));
                if !cause.is_empty() {
                    self.files.put(&["code", &header], "cause", "en", cause);
                }
            }
            lines.push('\n');
            if let Ok(retry) = retry.parse() {
                self.files.row(&header).insert("retry".to_owned(), Value::Boolean(retry));
            }
            self.files.put(&["code", &header], "name", "en", new_name);
            self.files.put(&["code", &header], "help", "en", help);
            if !since.is_empty() {
                self.files.row(&header).insert("since".to_owned(), Value::String(since.to_owned()));
            }
        }
        if self.random.chance(2) {
            let header = self.free_header();
            let (symbol, name) = (format!("IMPORTED_{}", number(&header)), self.random.text());
            lines +=
                &format!("{header},{symbol},{},,,true{}\n", cell(&name), if has_texts { "," } else { "" });
            let row = self.files.row(&header);
            row.insert("symbol".to_owned(), Value::String(symbol));
            row.insert("retry".to_owned(), Value::Boolean(true));
            self.files.put(&["code", &header], "name", "en", name);
        }
        fs::write(self.folder.path().join("rows.csv"), lines).unwrap();
        self.change("import rows.csv codes.toml", true);
    }

    /// Imports other notes of a row, and perhaps another message; translations of notes at the same index are kept.
    fn import_json(&mut self) {
        let codes = self.codes();
        let (header, symbol, name) = &codes[self.random.below(codes.len() as u64) as usize];
        // A migrated row has only a message.
        let name = if name.is_empty() { self.random.text() } else { name.clone() };
        self.files.put(&["code", header], "name", "en", name.as_str());
        let texts: Vec<String> = (0..1 + self.random.below(3)).map(|_| self.random.text()).collect();
        let notes: Vec<_> = texts.iter().map(|text| serde_json::json!({ "en": text })).collect();
        let mut json = serde_json::json!({
            "registry": { "title": { "en": "T" }, "repr": self.files.repr(), "languages": ["en"] },
            "code": { header: { "name": { "en": name }, "note": notes } },
        });
        if !symbol.is_empty() {
            json["code"][header]["symbol"] = symbol.as_str().into();
        }
        if self.random.chance(2) {
            let message = message(&mut self.random, "en");
            json["code"][header]["message"] = serde_json::json!({ "en": message });
            self.files.put(&["code", header], "message", "en", message);
        }
        self.files.put_notes(&["code", header], &texts);
        fs::write(self.folder.path().join("notes.json"), json.to_string()).unwrap();
        self.change("import notes.json codes.toml", true);
    }

    /// Gives a code another value: the row stays where it is.
    fn renumber(&mut self) {
        let codes = self.codes();
        let (old, symbol, name) = &codes[self.random.below(codes.len() as u64) as usize];
        // A migrated row has only a message.
        let name = if name.is_empty() { self.random.text() } else { name.clone() };
        let new = self.free_header();
        for file in self.files.tables.values_mut() {
            let codes = file.get_mut("code").and_then(Value::as_table_mut);
            if let Some((codes, row)) = codes.and_then(|codes| codes.remove(old).map(|row| (codes, row))) {
                codes.insert(new.clone(), row);
            }
        }
        let is_own = |(_, owner): &&mut (&str, String)| *owner == format!("code.{old}");
        self.comments.values_mut().filter(is_own).for_each(|(_, owner)| *owner = format!("code.{new}"));
        let lines = format!("value,symbol,name.en\n{new},{symbol},{}\n", cell(&name));
        self.files.put(&["code", &new], "name", "en", name);
        fs::write(self.folder.path().join("moved.csv"), lines).unwrap();
        self.change("import moved.csv codes.toml", true);
    }

    fn translate(&mut self) {
        let mut lines = String::from("key,en,it\n");
        let mut any = false;
        for (header, _, name) in self.codes() {
            if self.random.chance(2) || name.is_empty() {
                continue;
            }
            any = true;
            let text = self.random.text();
            let key = format!("code.{}", writer::bare_or_quoted(&header));
            lines += &format!("{},{},{}\n", cell(&format!("{key}.name")), cell(&name), cell(&text));
            self.files.put(&["code", &header], "name", "it", text);
            let english = self.files.file("en").unwrap_or(TABLE);
            if self.files.owner(english, &["code", &header]).contains_key("explanation") {
                let (text, source) =
                    (self.random.text(), self.files.text(&["code", &header], "explanation", "en"));
                let key = cell(&format!("{key}.explanation"));
                lines += &format!("{key},{},{}\n", cell(&source), cell(&text));
                self.files.put(&["code", &header], "explanation", "it", text);
            }
            let cause = self.files.text(&["code", &header], "cause", "en");
            if !cause.is_empty() {
                let text = self.random.text();
                lines += &format!("{},{},{}\n", cell(&format!("{key}.cause")), cell(&cause), cell(&text));
                self.files.put(&["code", &header], "cause", "it", text);
            }
            self.translate_notes(&["code", &header], &mut lines);
        }
        if self.random.chance(2) {
            any |= self.translate_notes(&["registry"], &mut lines);
        }
        if self.random.chance(3) {
            any = true;
            let (text, name) = (self.random.text(), self.files.text(&["property", "retry"], "name", "en"));
            lines += &format!("property.retry.name,{},{}\n", cell(&name), cell(&text));
            self.files.put(&["property", "retry"], "name", "it", text);
        }
        if self.has_enum() && self.random.chance(2) {
            any = true;
            let text = self.random.text();
            lines += &format!("enum.item.folder,folder,{}\n", cell(&text));
            self.files.names("it").insert("folder".to_owned(), Value::String(text));
        }
        if self.random.chance(2) || !any {
            let text = self.random.text();
            let title = self.files.text(&["registry"], "title", "en");
            lines += &format!("registry.title,{},{}\n", cell(&title), cell(&text));
            self.files.put(&["registry"], "title", "it", text);
        }
        fs::write(self.folder.path().join("it.csv"), lines).unwrap();
        self.change("translate import it.csv --language it", true);
    }

    /// Turns an error type into rows; what the table does not need of the source stays.
    fn migrate(&mut self) {
        self.migrated += 1;
        let count = self.migrated;
        let start = self.free_header();
        let mut header = start.clone();
        let texts = [0, 1].map(|_| self.random.text().replace('{', "{{").replace('}', "}}"));
        let newline = self.random.pick(&["\n", "\n", "\r\n"]);
        let source = |imports: &str, derives: &str, errors: [&str; 2]| {
            let [first, second] = errors;
            let text = format!(
                "{imports}\n// Above.\n{derives}\npub enum MyError {{\n    /// Of `first`.\n{first}    TheFirst{count}, // Behind.\n\n{second}    Second{count},\n}}\n"
            );
            text.replace('\n', newline)
        };
        let attributes = [0, 1].map(|at: usize| format!("    #[error({:?})]\n", texts[at]));
        let old = source(
            "use thiserror::Error;",
            "#[derive(Debug, Error)]",
            attributes.each_ref().map(String::as_str),
        );
        let path = self.folder.path().join("error.rs");
        fs::write(&path, old).unwrap();
        let separator = self.separator();
        for (name, text) in ["THE_FIRST", "SECOND"].into_iter().zip(texts) {
            let symbol = format!("{name}{count}");
            if self.files.has_words {
                header = symbol.to_lowercase().replace('_', separator);
                self.files.row(&header);
            } else {
                self.files.row(&header).insert("symbol".to_owned(), Value::String(symbol));
            }
            self.files.put(&["code", &header], "message", "en", text);
            header = if self.files.has_words { header } else { self.next_header(&start, &header) };
        }
        let start = if self.files.has_words { String::new() } else { format!(" --start {start}") };
        self.change(&format!("migrate error.rs --table codes.toml --registry crate::ShopCode{start}"), false);
        let new = source(
            "use code_registry::Coded;",
            "#[derive(Debug, Coded)]\n#[coded(crate::ShopCode)]",
            ["", ""],
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), new, "seed {}", self.seed);
    }

    /// What most words of the table have between their parts.
    fn separator(&self) -> &'static str {
        let codes = self.codes();
        let count = |separator: char| codes.iter().filter(|(header, ..)| header.contains(separator)).count();
        if count('_') > count('-') { "_" } else { "-" }
    }

    /// The free value after one; it is in the same ranges as the first.
    fn next_header(&self, start: &str, header: &str) -> String {
        let is_inside = |value: u64| (100..200).contains(&value);
        let has_range = self.files.tables[TABLE].contains_key("range");
        let is_taken = |value: u64| {
            self.codes().iter().any(|(known, ..)| number(known) == value)
                || has_range && is_inside(value) && !is_inside(number(start))
        };
        let next = (number(header) + 1..).find(|value| !is_taken(*value));
        next.unwrap().to_string()
    }

    /// Translates every note of a row or of the registry; returns whether there are any.
    fn translate_notes(&mut self, owner: &[&str], lines: &mut String) -> bool {
        let sources = self.files.notes(owner, "en");
        for (at, source) in sources.iter().enumerate() {
            let text = self.random.text();
            let keys: Vec<String> = owner.iter().map(|key| writer::bare_or_quoted(key)).collect();
            let key = cell(&format!("{}.note.{}", keys.join("."), at + 1));
            *lines += &format!("{key},{},{}\n", cell(source), cell(&text));
            self.files.put_note(owner, at, "it", text);
        }
        !sources.is_empty()
    }

    fn format(&mut self) {
        self.change("fmt", true);
        self.command("fmt --check", 0);
    }

    /// The header, the symbol and the name of each code; what a row does not have is empty.
    fn codes(&self) -> Vec<(String, String, String)> {
        let codes = self.files.tables[TABLE]["code"].as_table().unwrap();
        let code = |(header, row): (&String, &Value)| {
            let symbol = row.get("symbol").map_or("", |symbol| symbol.as_str().unwrap()).to_owned();
            (header.clone(), symbol, self.files.text(&["code", header], "name", "en"))
        };
        codes.iter().map(code).collect()
    }

    /// A header with a number that no other has.
    fn free_header(&mut self) -> String {
        loop {
            let header = self.files.header(&mut self.random, 1000);
            if self.codes().iter().all(|(known, ..)| number(known) != number(&header)) {
                return header;
            }
        }
    }
}

/// The digits of a header.
fn number(header: &str) -> u64 {
    header.trim_start_matches(|character: char| !character.is_ascii_digit()).parse().unwrap()
}

fn parsed(text: &str) -> Result<Table, String> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    text.parse().map_err(|error: toml::de::Error| error.to_string())
}

fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn quoted(text: &str) -> String {
    format!("'{text}'")
}

/// Splits words like a shell; quotes are single, and no word contains one.
fn split(words: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (at, part) in words.split('\'').enumerate() {
        if at % 2 == 1 {
            out.push(part.to_owned());
        } else {
            out.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    out
}

/// Writes a file and its expected meaning for readers in other languages.
fn dump(seed: u64, name: &str, text: &str, expected: &Table) {
    let Some(folder) = env::var_os("LAYOUTS_DUMP") else { return };
    let folder = Path::new(&folder);
    let count = fs::read_dir(folder).unwrap().count();
    let stem = format!("{seed}-{count}-{name}");
    fs::write(folder.join(&stem), text.replace("\r\n", "\n").trim_start_matches('\u{feff}')).unwrap();
    fs::write(folder.join(stem + ".json"), serde_json::to_string(expected).unwrap()).unwrap();
}
