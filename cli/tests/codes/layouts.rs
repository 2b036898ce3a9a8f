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
#[derive(Debug, Clone)]
struct Files(BTreeMap<&'static str, Table>);

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
}

impl Case {
    fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let files = tables(&mut random);
        let folder = tempfile::tempdir().unwrap();
        let mut comments = BTreeMap::new();
        for (name, table) in &files.0 {
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
            match self.random.below(7) {
                0 | 1 => self.add(),
                2 => self.import(),
                3 => self.translate(),
                4 => self.import_json(),
                5 => self.renumber(),
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

    fn texts(&self) -> BTreeMap<&'static str, String> {
        self.files
            .0
            .keys()
            .map(|name| (*name, fs::read_to_string(self.folder.path().join(name)).unwrap()))
            .collect()
    }

    fn compare(&self, words: &str) {
        let at = |name: &str, text: &str| format!("seed {}: {words}: {name}\n{text}", self.seed);
        for (name, text) in self.texts() {
            assert_eq!(parsed(&text).as_ref(), Ok(&self.files.0[name]), "{}", at(name, &text));
            dump(self.seed, name, &text, &self.files.0[name]);
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
        let header = self.header(value);
        let text = self.random.text();
        let mut words = format!("add {symbol} --value {value} --name {}", quoted(&text));
        self.files.row(&header).insert("symbol".to_owned(), Value::String(symbol));
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
        if self.has_words() && self.random.chance(2) {
            words += " --set item=folder";
            self.files.row(&header).insert("item".to_owned(), Value::from("folder"));
        }
        self.change(&words, false);
    }

    /// Whether the table has an enum, and a column with its words.
    fn has_words(&self) -> bool {
        self.files.0[TABLE].contains_key("enum")
    }

    /// Imports texts, statuses and new rows into the table; translations that it does not have stay.
    fn import(&mut self) {
        let mut lines = String::from("value,symbol,name.en,help.en,since,retry\n");
        for (header, symbol, name) in self.codes() {
            if self.random.chance(2) {
                continue;
            }
            let new_name = self.random.text();
            // In a row with arguments, literal braces of help are doubled.
            let help = self.random.text().replace('{', "{{").replace('}', "}}");
            let new_name = if self.random.chance(2) { name } else { new_name };
            let since = if self.random.chance(2) { "1.0" } else { "" };
            let retry = self.random.pick(&["", "true", "false"]);
            lines += &format!("{header},{symbol},{},{},{since},{retry}\n", cell(&new_name), cell(&help));
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
            let value = self.free_value();
            let (symbol, name) = (format!("IMPORTED_{value}"), self.random.text());
            lines += &format!("{value},{symbol},{},,,true\n", cell(&name));
            let header = self.header(value);
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
        let texts: Vec<String> = (0..1 + self.random.below(3)).map(|_| self.random.text()).collect();
        let notes: Vec<_> = texts.iter().map(|text| serde_json::json!({ "en": text })).collect();
        let mut json = serde_json::json!({
            "registry": { "title": { "en": "T" }, "repr": "u16", "languages": ["en"] },
            "code": { header: { "symbol": symbol, "name": { "en": name }, "note": notes } },
        });
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
        let value = self.free_value();
        let new = self.header(value);
        for file in self.files.0.values_mut() {
            let codes = file.get_mut("code").and_then(Value::as_table_mut);
            if let Some((codes, row)) = codes.and_then(|codes| codes.remove(old).map(|row| (codes, row))) {
                codes.insert(new.clone(), row);
            }
        }
        let is_own = |(_, owner): &&mut (&str, String)| *owner == format!("code.{old}");
        self.comments.values_mut().filter(is_own).for_each(|(_, owner)| *owner = format!("code.{new}"));
        let lines = format!("value,symbol,name.en\n{value},{symbol},{}\n", cell(name));
        fs::write(self.folder.path().join("moved.csv"), lines).unwrap();
        self.change("import moved.csv codes.toml", true);
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
            self.files.put(&["code", &header], "name", "it", text);
            let english = self.files.file("en").unwrap_or(TABLE);
            if self.files.owner(english, &["code", &header]).contains_key("explanation") {
                let (text, source) =
                    (self.random.text(), self.files.text(&["code", &header], "explanation", "en"));
                lines += &format!("code.{header}.explanation,{},{}\n", cell(&source), cell(&text));
                self.files.put(&["code", &header], "explanation", "it", text);
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
        if self.has_words() && self.random.chance(2) {
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

    /// Translates every note of a row or of the registry; returns whether there are any.
    fn translate_notes(&mut self, owner: &[&str], lines: &mut String) -> bool {
        let sources = self.files.notes(owner, "en");
        for (at, source) in sources.iter().enumerate() {
            let text = self.random.text();
            let key = owner.join(".");
            *lines += &format!("{key}.note.{},{},{}\n", at + 1, cell(source), cell(&text));
            self.files.put_note(owner, at, "it", text);
        }
        !sources.is_empty()
    }

    fn format(&mut self) {
        self.change("fmt", true);
        self.command("fmt --check", 0);
    }

    /// The header, the symbol and the name of each code.
    fn codes(&self) -> Vec<(String, String, String)> {
        let codes = self.files.0[TABLE]["code"].as_table().unwrap();
        let code = |(header, row): (&String, &Value)| {
            let name = self.files.text(&["code", header], "name", "en");
            (header.clone(), row["symbol"].as_str().unwrap().to_owned(), name)
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

    /// A new header in the notation of this test's tables.
    fn header(&self, value: u64) -> String {
        value.to_string()
    }
}

impl Files {
    /// The file of a language, if it has one.
    fn file(&self, tag: &str) -> Option<&'static str> {
        let file = if tag == "en" { EN } else { IT };
        self.0.contains_key(file).then_some(file)
    }

    /// The table of a registry, language or row, which is created if it does not exist.
    fn owner(&mut self, file: &str, path: &[&str]) -> &mut Table {
        path.iter().fold(self.0.get_mut(file).unwrap(), |at, key| table(at, key))
    }

    fn row(&mut self, header: &str) -> &mut Table {
        self.owner(TABLE, &["code", header])
    }

    fn put(&mut self, owner: &[&str], key: &str, tag: &str, text: impl Into<Value>) {
        let (holder, key) = match self.file(tag) {
            Some(file) => (self.owner(file, owner), key),
            None => (table(self.owner(TABLE, owner), key), tag),
        };
        holder.insert(key.to_owned(), text.into());
    }

    /// The names of words in a language.
    fn names(&mut self, tag: &str) -> &mut Table {
        match self.file(tag) {
            Some(file) => self.owner(file, &["enum", "item", "name"]),
            None => self.owner(TABLE, &["enum", "item", "name", tag]),
        }
    }

    /// A text in English, perhaps also in Italian.
    fn put_random(&mut self, random: &mut Random, owner: &[&str], key: &str) {
        self.put(owner, key, "en", random.text());
        if random.chance(2) {
            self.put(owner, key, "it", random.text());
        }
    }

    fn text(&self, owner: &[&str], key: &str, tag: &str) -> String {
        let file = self.file(tag);
        let owner = owner.iter().fold(&self.0[file.unwrap_or(TABLE)], |at, key| at[*key].as_table().unwrap());
        let text = if file.is_some() { &owner[key] } else { &owner[key][tag] };
        text.as_str().unwrap().to_owned()
    }

    /// The place of the notes of a row or of the registry in a language.
    fn note_list(&mut self, owner: &[&str], tag: &str) -> &mut Vec<Value> {
        let file = self.file(tag).unwrap_or(TABLE);
        let notes = self.owner(file, owner).entry("note").or_insert(Value::Array(Vec::new()));
        notes.as_array_mut().unwrap()
    }

    fn notes(&self, owner: &[&str], tag: &str) -> Vec<String> {
        let file = self.file(tag);
        let root = self.0.get(file.unwrap_or(TABLE));
        let owner = owner.iter().try_fold(root.unwrap(), |at, key| at.get(*key)?.as_table());
        let notes = owner.and_then(|row| row.get("note")).and_then(Value::as_array).cloned();
        let text = |note: &Value| {
            if file.is_some() { note.as_str() } else { note.get(tag)?.as_str() }.map(str::to_owned)
        };
        notes.unwrap_or_default().iter().filter_map(text).collect()
    }

    fn put_note(&mut self, owner: &[&str], at: usize, tag: &str, text: String) {
        let has_file = self.file(tag).is_some();
        let notes = self.note_list(owner, tag);
        if at == notes.len() {
            notes.push(if has_file { Value::from("") } else { Value::Table(Table::new()) });
        }
        match &mut notes[at] {
            Value::Table(note) => drop(note.insert(tag.to_owned(), Value::String(text))),
            note => *note = Value::String(text),
        }
    }

    /// Gives a row these notes in English, and removes further ones in Italian.
    fn put_notes(&mut self, owner: &[&str], texts: &[String]) {
        for tag in ["en", "it"] {
            if !self.notes(owner, tag).is_empty() {
                self.note_list(owner, tag).truncate(texts.len());
            }
        }
        for (at, text) in texts.iter().enumerate() {
            self.put_note(owner, at, "en", text.clone());
        }
    }
}

fn number(header: &str) -> u64 {
    header.parse().unwrap()
}

/// The table at a key, which is created if it does not exist.
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

/// A message with plural forms.
fn message(random: &mut Random, tag: &str) -> Table {
    let forms: &[&str] = if tag == "en" { &["one", "other"] } else { &["one", "many", "other"] };
    let form =
        |form: &&str| ((*form).to_owned(), Value::String(format!("{form} {{count}} {}", random.below(9))));
    let mut message: Table = forms.iter().map(form).collect();
    message.insert("plural".to_owned(), Value::from("count"));
    message
}

/// A table; each language may have a file.
fn tables(random: &mut Random) -> Files {
    let text = |text: &str| Value::String(text.to_owned());
    let mut files = Files(BTreeMap::from([(TABLE, Table::new())]));
    let registry = [("repr", text("u16")), ("languages", Value::Array(vec![text("en"), text("it")]))];
    let registry = registry.map(|(key, value)| (key.to_owned(), value));
    files.owner(TABLE, &["registry"]).extend(registry);
    files.owner(TABLE, &["language", "it"]).insert("policy".to_owned(), text("draft"));
    for (tag, name, one_of) in [("en", EN, 3), ("it", IT, 2)] {
        if random.chance(one_of) {
            files.owner(TABLE, &["language", tag]).insert("file".to_owned(), text(name));
            files.0.insert(name, Table::new());
        }
    }
    files.put_random(random, &["registry"], "title");
    for at in 0..random.below(4).saturating_sub(1) as usize {
        files.put_note(&["registry"], at, "en", random.text());
    }
    files.owner(TABLE, &["property", "retry"]).insert("type".to_owned(), text("bool"));
    files.owner(TABLE, &["property", "retry"]).insert("default".to_owned(), Value::Boolean(false));
    files.put_random(random, &["property", "retry"], "name");
    let has_words = random.chance(2);
    if has_words {
        let words = ["file", "folder"].map(Value::from);
        files.owner(TABLE, &["enum", "item"]).insert("values".to_owned(), Value::Array(words.into()));
        for tag in ["en", "it"] {
            for word in
                ["file", "folder"].into_iter().take(if tag == "en" { 2 } else { random.below(3) as usize })
            {
                let name = if tag == "en" { word.to_owned() } else { random.text() };
                files.names(tag).insert(word.to_owned(), Value::String(name));
            }
        }
        files.owner(TABLE, &["property", "item"]).insert("type".to_owned(), text("item"));
        files.put_random(random, &["property", "item"], "name");
    }
    for at in 0..1 + random.below(5) {
        let header = (at * 7 + random.below(7)).to_string();
        files.row(&header).insert("symbol".to_owned(), text(&format!("CODE_{at}")));
        files.put_random(random, &["code", &header], "name");
        if random.chance(2) {
            files.put_random(random, &["code", &header], "description");
        }
        if random.chance(3) {
            let aliases = ["OLD", "ALIAS"].map(|name| text(&format!("{name}_{at}")));
            files.row(&header).insert("aliases".to_owned(), Value::Array(aliases.into()));
        }
        if random.chance(4) {
            files.row(&header).insert("since".to_owned(), text("0.1"));
        }
        if random.chance(4) {
            files.row(&header).insert("comment".to_owned(), text("For translators"));
        }
        if random.chance(3) {
            files.put_random(random, &["code", &header], "explanation");
        }
        if has_words && random.chance(2) {
            files.row(&header).insert("item".to_owned(), text("file"));
        }
        if random.chance(3) {
            for at in 0..1 + random.below(2) as usize {
                files.put_note(&["code", &header], at, "en", random.text());
            }
        }
        if random.chance(4) {
            for tag in ["en", "it"] {
                let message = message(random, tag);
                files.put(&["code", &header], "message", tag, message);
            }
        }
    }
    if random.chance(3) {
        files.owner(TABLE, &["range", "100-199"]).insert("symbol".to_owned(), text("RANGE"));
        files.put_random(random, &["range", "100-199"], "name");
    }
    files
}
