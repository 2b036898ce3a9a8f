//! Random tables.

use toml::{Table, Value};

use super::meaning::Files;
use super::random::Random;
use super::{EN, IT, TABLE};

/// A message with plural forms.
pub(super) fn message(random: &mut Random, tag: &str) -> Table {
    let forms: &[&str] = if tag == "en" { &["one", "other"] } else { &["one", "many", "other"] };
    let form =
        |form: &&str| ((*form).to_owned(), Value::String(format!("{form} {{count}} {}", random.below(9))));
    let mut message: Table = forms.iter().map(form).collect();
    message.insert("plural".to_owned(), Value::from("count"));
    message
}

/// A table; each language may have a file.
pub(super) fn tables(random: &mut Random) -> Files {
    let text = |text: &str| Value::String(text.to_owned());
    let mut files = Files { has_words: random.chance(5), ..Files::default() };
    files.tables.insert(TABLE, Table::new());
    let registry = [("repr", text(files.repr())), ("languages", Value::Array(vec![text("en"), text("it")]))];
    let registry = registry.map(|(key, value)| (key.to_owned(), value));
    files.owner(TABLE, &["registry"]).extend(registry);
    files.owner(TABLE, &["language", "it"]).insert("policy".to_owned(), text("draft"));
    for (tag, name, one_of) in [("en", EN, 3), ("it", IT, 2)] {
        if random.chance(one_of) {
            files.owner(TABLE, &["language", tag]).insert("file".to_owned(), text(name));
            files.tables.insert(name, Table::new());
        }
    }
    files.put_random(random, &["registry"], "title");
    for at in 0..random.below(4).saturating_sub(1) as usize {
        files.put_note(&["registry"], at, "en", random.text());
    }
    files.owner(TABLE, &["property", "retry"]).insert("type".to_owned(), text("bool"));
    files.owner(TABLE, &["property", "retry"]).insert("default".to_owned(), Value::Boolean(false));
    files.put_random(random, &["property", "retry"], "name");
    let has_texts = random.chance(2);
    if has_texts {
        files.owner(TABLE, &["property", "cause"]).insert("type".to_owned(), text("text"));
        files.put_random(random, &["property", "cause"], "name");
    }
    let has_enum = random.chance(2);
    if has_enum {
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
    if !files.has_words && random.chance(3) {
        let values =
            [("null", 0), ("rpc", 1)].map(|(word, number)| (word.to_owned(), Value::Integer(number)));
        files.owner(TABLE, &["enum", "area"]).insert("values".to_owned(), Table::from_iter(values).into());
        files.owner(TABLE, &["part"]).insert("detail".to_owned(), text("0-7"));
        let area = [("bits", text("8-15")), ("names", text("area"))];
        files.owner(TABLE, &["part", "area"]).extend(area.map(|(key, value)| (key.to_owned(), value)));
    }
    for at in 0..1 + random.below(5) {
        let header = match files.has_words {
            true => files.header(random, 1),
            false => String::new(),
        };
        let header = format!("{}{}", header.trim_end_matches('0'), at * 7 + random.below(7));
        // The row may have nothing else in the table.
        files.row(&header);
        if !files.has_words || random.chance(2) {
            files.row(&header).insert("symbol".to_owned(), text(&format!("CODE_{at}")));
        }
        files.put_random(random, &["code", &header], "name");
        if random.chance(2) {
            files.put_random(random, &["code", &header], "description");
        }
        if has_texts && random.chance(2) {
            files.put_random(random, &["code", &header], "cause");
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
            files.move_explanations(random, &["code", &header]);
        }
        if has_enum && random.chance(2) {
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
    if !files.has_words && random.chance(3) {
        files.owner(TABLE, &["range", "100-199"]).insert("symbol".to_owned(), text("RANGE"));
        files.put_random(random, &["range", "100-199"], "name");
    }
    files
}
