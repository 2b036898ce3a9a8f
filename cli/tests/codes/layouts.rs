//! Random tables in random layouts, and commands that change them: the meaning changes exactly as intended, every comment
//! stays next to its row, `fmt` changes no meaning, and repeating a command changes nothing.
//!
//! The expected meaning is computed here, on values of the `toml` crate; no code is shared with what edits the files.
//! `LAYOUTS=10000 SEED=1 cargo test -p code-registry-cli --test codes layouts` is the long run, and `LAYOUTS_DUMP=FOLDER`
//! writes each file with its expected meaning as JSON for a reader in another language.

mod random;
mod writer;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

use toml::{Table, Value};

use self::random::Random;
use self::writer::{Layout, write};
use crate::codes;

/// The files of a table, by their names.
type Files = BTreeMap<&'static str, Table>;

const TABLE: &str = "codes.toml";
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

/// A table, and what is done with it.
struct Case {
    seed: u64,
    random: Random,
    folder: tempfile::TempDir,
    /// What the files mean.
    files: Files,
    /// The comments of each file, and the row that each stands at.
    comments: BTreeMap<String, (&'static str, String)>,
}

impl Case {
    fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let files = tables(&mut random);
        let folder = tempfile::tempdir().unwrap();
        let mut comments = BTreeMap::new();
        for (name, table) in &files {
            let is_old = env::var_os("LAYOUTS_DUMP").is_some();
            let layout = Layout::new(&mut random, name, is_old);
            let (text, owners) = write(table, layout);
            assert_eq!(parsed(&text).as_ref(), Ok(table), "seed {seed}: the generator is wrong:\n{text}");
            fs::write(folder.path().join(name), text).unwrap();
            comments.extend(owners.into_iter().map(|(comment, owner)| (comment, (*name, owner))));
        }
        Self { seed, random, folder, files, comments }
    }

    fn run(mut self) {
        let commands = 1 + self.random.below(3);
        self.command("check", 0);
        for _ in 0..commands {
            match self.random.below(5) {
                0 | 1 => self.add(),
                2 => self.import(),
                3 => self.translate(),
                _ => self.format(),
            }
        }
        self.format();
    }

    /// Runs a command, and compares every file with what is expected of it.
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
        let texts: String = self.texts().iter().map(|(name, text)| format!("--- {name}\n{text}")).collect();
        assert_eq!(output.status.code(), Some(status), "seed {}: {words}\n{said}{texts}", self.seed);
    }

    fn texts(&self) -> BTreeMap<&'static str, String> {
        self.files
            .keys()
            .map(|name| (*name, fs::read_to_string(self.folder.path().join(name)).unwrap()))
            .collect()
    }

    fn compare(&self, words: &str) {
        let at = |name: &str, text: &str| format!("seed {}: {words}: {name}\n{text}", self.seed);
        for (name, text) in self.texts() {
            assert_eq!(parsed(&text).as_ref(), Ok(&self.files[name]), "{}", at(name, &text));
            dump(self.seed, name, &text, &self.files[name]);
            let places = writer::rows(&text);
            for (comment, (file, owner)) in &self.comments {
                let count = text.matches(&format!("# {comment}.")).count();
                assert_eq!(count, usize::from(*file == name), "{comment}: {}", at(name, &text));
                if *file == name && !owner.is_empty() {
                    let place = text.find(&format!("# {comment}.")).unwrap();
                    assert!(
                        writer::is_next_to(&places, place, owner),
                        "{comment} of {owner}: {}",
                        at(name, &text)
                    );
                }
            }
        }
        let names = fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<_> = names.filter(|name| name.to_string_lossy().starts_with('.')).collect();
        assert!(left.is_empty(), "{left:?}");
    }

    fn add(&mut self) {
        let value = self.free_value();
        let symbol = format!("NEW_{value}");
        let text = self.random.text();
        let mut words = format!("add {symbol} --value {value} --name {}", quoted(&text));
        let mut name = Table::from_iter([("en".to_owned(), Value::String(text))]);
        let header = self.header(value);
        if self.random.chance(2) {
            let text = self.random.text();
            words += &format!(" --name {}", quoted(&format!("it={text}")));
            match self.files.get_mut(IT) {
                Some(it) => {
                    let row = Table::from_iter([("name".to_owned(), Value::String(text))]);
                    table(it, "code").insert(header.clone(), Value::Table(row));
                }
                None => {
                    name.insert("it".to_owned(), Value::String(text));
                }
            }
        }
        let row = Table::from_iter([
            ("symbol".to_owned(), Value::String(symbol)),
            ("name".to_owned(), Value::Table(name)),
        ]);
        table(self.files.get_mut(TABLE).unwrap(), "code").insert(header, Value::Table(row));
        self.change(&words, false);
    }

    /// Imports texts, statuses and new rows into the table; translations that it does not have stay.
    fn import(&mut self) {
        let mut lines = String::from("value,symbol,name.en,help.en,since\n");
        for (header, symbol, name) in self.codes() {
            if self.random.chance(2) {
                continue;
            }
            let (new_name, help) = (self.random.text(), self.random.text());
            let new_name = if self.random.chance(2) { name } else { new_name };
            let since = if self.random.chance(2) { "1.0" } else { "" };
            lines += &format!("{header},{symbol},{},{},{since}\n", cell(&new_name), cell(&help));
            let row = table(table(self.files.get_mut(TABLE).unwrap(), "code"), &header);
            table(row, "name").insert("en".to_owned(), Value::String(new_name));
            table(row, "help").insert("en".to_owned(), Value::String(help));
            if !since.is_empty() {
                row.insert("since".to_owned(), Value::String(since.to_owned()));
            }
        }
        if self.random.chance(2) {
            let value = self.free_value();
            let (symbol, name) = (format!("IMPORTED_{value}"), self.random.text());
            lines += &format!("{value},{symbol},{},,\n", cell(&name));
            let name = Table::from_iter([("en".to_owned(), Value::String(name))]);
            let row = Table::from_iter([
                ("symbol".to_owned(), Value::String(symbol)),
                ("name".to_owned(), Value::Table(name)),
            ]);
            let header = self.header(value);
            table(self.files.get_mut(TABLE).unwrap(), "code").insert(header, Value::Table(row));
        }
        fs::write(self.folder.path().join("rows.csv"), lines).unwrap();
        self.change("import rows.csv codes.toml", true);
    }

    fn translate(&mut self) {
        let mut lines = String::from("key,en,it\n");
        let mut any = false;
        for (header, _, name) in self.codes() {
            if self.random.chance(2) {
                continue;
            }
            any = true;
            let text = self.random.text();
            lines += &format!("code.{header}.name,{},{}\n", cell(&name), cell(&text));
            self.translated(&header, "name", text);
            let notes = self.files[TABLE]["code"][&header].get("note").and_then(Value::as_array).cloned();
            let notes: Vec<Value> = notes.unwrap_or_default();
            let texts: Vec<String> = notes.iter().map(|_| self.random.text()).collect();
            for (at, (note, text)) in notes.iter().zip(&texts).enumerate() {
                let source = note["en"].as_str().unwrap();
                lines += &format!("code.{header}.note.{},{},{}\n", at + 1, cell(source), cell(text));
                self.noted(&header, at, text);
            }
        }
        if self.random.chance(2) || !any {
            let text = self.random.text();
            let title = self.files[TABLE]["registry"]["title"]["en"].as_str().unwrap().to_owned();
            lines += &format!("registry.title,{},{}\n", cell(&title), cell(&text));
            match self.files.get_mut(IT) {
                Some(it) => table(it, "registry").insert("title".to_owned(), Value::String(text)),
                None => {
                    let registry = table(self.files.get_mut(TABLE).unwrap(), "registry");
                    table(registry, "title").insert("it".to_owned(), Value::String(text))
                }
            };
        }
        fs::write(self.folder.path().join("it.csv"), lines).unwrap();
        self.change("translate import it.csv --language it", true);
    }

    fn translated(&mut self, header: &str, key: &str, text: String) {
        match self.files.get_mut(IT) {
            Some(it) => {
                table(table(it, "code"), header).insert(key.to_owned(), Value::String(text));
            }
            None => {
                let row = table(table(self.files.get_mut(TABLE).unwrap(), "code"), header);
                table(row, key).insert("it".to_owned(), Value::String(text));
            }
        }
    }

    fn noted(&mut self, header: &str, at: usize, text: &str) {
        let text = Value::String(text.to_owned());
        match self.files.get_mut(IT) {
            Some(it) => {
                let row = table(table(it, "code"), header);
                let notes = row.entry("note").or_insert(Value::Array(Vec::new())).as_array_mut().unwrap();
                notes.truncate(at.max(notes.len()));
                match notes.get_mut(at) {
                    Some(note) => *note = text,
                    None => notes.push(text),
                }
            }
            None => {
                let row = table(table(self.files.get_mut(TABLE).unwrap(), "code"), header);
                let note = &mut row["note"].as_array_mut().unwrap()[at];
                note.as_table_mut().unwrap().insert("it".to_owned(), text);
            }
        }
    }

    fn format(&mut self) {
        self.change("fmt", true);
        self.command("fmt --check", 0);
    }

    /// The header, the symbol and the name of each code.
    fn codes(&self) -> Vec<(String, String, String)> {
        let codes = self.files[TABLE]["code"].as_table().unwrap();
        let code = |(header, row): (&String, &Value)| {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            (header.clone(), text(&row["symbol"]), text(&row["name"]["en"]))
        };
        codes.iter().map(code).collect()
    }

    fn free_value(&mut self) -> u64 {
        loop {
            let value = self.random.below(1000);
            let is_free = |(header, ..): &(String, String, String)| number(header) != value;
            if self.codes().iter().all(is_free) {
                return value;
            }
        }
    }

    /// A new header: as the tables of this test write theirs.
    fn header(&self, value: u64) -> String {
        value.to_string()
    }
}

fn number(header: &str) -> u64 {
    header.parse().unwrap()
}

/// The table at a key, made if there is none.
fn table<'t>(holder: &'t mut Table, key: &str) -> &'t mut Table {
    holder.entry(key).or_insert(Value::Table(Table::new())).as_table_mut().unwrap()
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

/// Words as a shell splits them; quotes are single, and no word has one inside.
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

/// A table with its language file, if it has one.
fn tables(random: &mut Random) -> Files {
    let mut root = Table::new();
    let mut it = Table::new();
    let is_split = random.chance(2);
    let text = |text: String| Value::String(text);
    let localized = |random: &mut Random, it: &mut Table, key: &str| {
        let mut texts = Table::from_iter([("en".to_owned(), text(random.text()))]);
        if random.chance(2) {
            let translation = text(random.text());
            let holder = if is_split { it } else { &mut texts };
            holder.insert((if is_split { key } else { "it" }).to_owned(), translation);
        }
        Value::Table(texts)
    };
    let mut registry = Table::new();
    let mut it_registry = Table::new();
    registry.insert("title".to_owned(), localized(random, &mut it_registry, "title"));
    registry.insert("repr".to_owned(), text("u16".to_owned()));
    registry.insert("languages".to_owned(), Value::Array(["en", "it"].map(Value::from).into()));
    root.insert("registry".to_owned(), Value::Table(registry));
    let mut language = Table::from_iter([("policy".to_owned(), Value::from("draft"))]);
    if is_split {
        language.insert("file".to_owned(), Value::from(IT));
    }
    root.insert(
        "language".to_owned(),
        Value::Table(Table::from_iter([("it".to_owned(), Value::Table(language))])),
    );
    if !it_registry.is_empty() {
        it.insert("registry".to_owned(), Value::Table(it_registry));
    }
    let (mut codes, mut it_codes) = (Table::new(), Table::new());
    for at in 0..1 + random.below(5) {
        let mut row = Table::from_iter([("symbol".to_owned(), text(format!("CODE_{at}")))]);
        let mut it_row = Table::new();
        row.insert("name".to_owned(), localized(random, &mut it_row, "name"));
        if random.chance(2) {
            row.insert("description".to_owned(), localized(random, &mut it_row, "description"));
        }
        if random.chance(3) {
            row.insert(
                "aliases".to_owned(),
                Value::Array(vec![text(format!("OLD_{at}")), text(format!("ALIAS_{at}"))]),
            );
        }
        if random.chance(4) {
            row.insert("since".to_owned(), text("0.1".to_owned()));
        }
        if random.chance(3) {
            let note =
                |random: &mut Random| Table::from_iter([("en".to_owned(), Value::String(random.text()))]);
            let notes = (0..1 + random.below(2)).map(|_| Value::Table(note(random))).collect();
            row.insert("note".to_owned(), Value::Array(notes));
        }
        let header = (at * 7 + random.below(7)).to_string();
        if !it_row.is_empty() {
            it_codes.insert(header.clone(), Value::Table(it_row));
        }
        codes.insert(header, Value::Table(row));
    }
    if !it_codes.is_empty() {
        it.insert("code".to_owned(), Value::Table(it_codes));
    }
    root.insert("code".to_owned(), Value::Table(codes));
    if random.chance(3) {
        let mut it_row = Table::new();
        let row = Table::from_iter([
            ("symbol".to_owned(), Value::from("RANGE")),
            ("name".to_owned(), localized(random, &mut it_row, "name")),
        ]);
        root.insert(
            "range".to_owned(),
            Value::Table(Table::from_iter([("100-199".to_owned(), Value::Table(row))])),
        );
        if !it_row.is_empty() {
            it.insert(
                "range".to_owned(),
                Value::Table(Table::from_iter([("100-199".to_owned(), Value::Table(it_row))])),
            );
        }
    }
    let mut files = Files::from([(TABLE, root)]);
    if is_split {
        files.insert(IT, it);
    }
    files
}
