//! Every table of `table/tests/good` as a registry, whose answers must match the table.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use code_registry_table::{
    Extent, LiteralKind, PropertyKind, PropertyValue, Reading, Row, Table, read, unlisted, variant_name,
};

mod cargo;

use cargo::{ROOT, cargo, scratch, stdout};

/// Prints all answers of the registry.
const PROGRAM: &str = r#"
#![allow(deprecated, unused, clippy::all)]

use code_registry::__private::Table;
use code_registry::{Code, Language};

fn show<E: Code>(
    table: usize,
    values: &[&str],
    parse: impl Fn(&str) -> Option<E::Value>,
    columns: impl Fn(E) -> Vec<String>,
) {
    for (index, row) in E::rows().enumerate() {
        println!("{table} row {index} {} {} {} {:?} {:?}", row.symbol(), row.first(), row.last(), row.status(), row.references());
        for &language in E::LANGUAGES {
            let say = |kind: &str, text: &str| println!("{table} {index} {kind} {language} {text:?}");
            say("name", row.name(language));
            say("description", row.description(language));
            say("message", E::Table::MESSAGES_OF.get(index, language));
            say("help", row.help(language).unwrap_or_default());
            row.notes(language).for_each(|note| say("note", note));
        }
    }
    for text in values {
        let Some(value) = parse(text) else {
            println!("{table} value {text} of another type");
            continue;
        };
        let Some(code) = E::from_value(value) else {
            println!("{table} value {text} unlisted");
            continue;
        };
        assert_eq!(code.value(), value);
        assert_eq!(code.label().to_string().parse::<E>().map_err(drop), Ok(code));
        println!("{table} value {text} {code:?} {} {} {}", code.symbol(), code.label(), columns(code).join(" "));
        for &language in E::LANGUAGES {
            println!("{table} value {text} {language} {:?} {:?}", code.name(language), code.description(language));
        }
    }
}
"#;

#[test]
fn registries_answer_what_their_tables_say() {
    let tables = tables();
    assert!(tables.len() > 20, "{} tables are too few", tables.len());
    let readings: Vec<Reading> = tables.iter().map(|table| reading(table)).collect();
    let values: Vec<Vec<String>> = readings.iter().map(|reading| values(&reading.table)).collect();

    let mut program = PROGRAM.replace("E::Table::MESSAGES_OF", "<E::Table as Table<E>>::MESSAGES");
    let mut calls = String::new();
    let mut files = Vec::new();
    for (at, table) in tables.iter().enumerate() {
        let name = format!("tables/{at}.toml");
        let columns = readings[at].table.properties.iter();
        let columns = columns.map(|column| {
            // Texts are shown in the default language.
            let is_text = column.kind == PropertyKind::Text;
            let language = if is_text { format!("Table{at}::DEFAULT_LANGUAGE") } else { String::new() };
            format!("format!(\"{{:?}}\", code.{}({language}))", column.name)
        });
        let columns: Vec<String> = columns.collect();
        let _ = writeln!(program, "#[code_registry::codes({name:?})]\nenum Table{at} {{}}");
        let parse = if readings[at].table.repr.is_name() {
            "Some(text.to_owned().leak())"
        } else {
            "text.parse().ok()"
        };
        let _ = writeln!(
            calls,
            "show::<Table{at}>({at}, &{:?}, |text| {parse}, |code| vec![{}]);",
            values[at],
            columns.join(", ")
        );
        files.push((name, fs::read_to_string(table).unwrap()));
    }
    let _ = writeln!(program, "fn main() {{\n{calls}}}");
    files.push(("src/main.rs".to_owned(), program));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let said = stdout(cargo(&scratch("good-tables", &files)).args(["run", "--quiet"]));

    let mut expected = String::new();
    for (at, reading) in readings.iter().enumerate() {
        expect(&mut expected, at, &reading.table, &values[at]);
    }
    for (said, expected) in said.lines().zip(expected.lines()) {
        let at: usize = expected.split(' ').next().unwrap().parse().unwrap();
        assert_eq!(said, expected, "{}", tables[at].display());
    }
    assert_eq!(said.lines().count(), expected.lines().count());
}

/// The tables without language files and without warnings.
fn tables() -> Vec<PathBuf> {
    let folder = Path::new(ROOT).join("table/tests/good");
    let mut tables: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    tables.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    tables.sort();
    tables
}

fn reading(table: &Path) -> Reading {
    read("codes.toml", &fs::read_to_string(table).unwrap(), &mut |_| Err(String::new()))
}

/// The first and the last value of each row, and their neighbours.
fn values(table: &Table) -> Vec<String> {
    let (least, greatest) = (table.repr.min(), table.repr.max());
    let is_heading = |row: &&Row| table.repr.is_name() && row.extent.is_range();
    let ends = table
        .rows
        .iter()
        .filter(|row| !is_heading(row))
        .flat_map(|row| [row.extent.first(), row.extent.last()]);
    let values: BTreeSet<i128> = match table.repr.is_text() {
        true => ends.collect(),
        false => ends.flat_map(|end| end - 1..=end + 1).chain([least, greatest]).collect(),
    };
    values
        .into_iter()
        .filter(|value| (least..=greatest).contains(value))
        .map(|value| table.repr.show(value))
        .collect()
}

fn expect(out: &mut String, at: usize, table: &Table, values: &[String]) {
    for (index, row) in table.rows.iter().enumerate() {
        let references = if row.references.is_empty() { &table.references } else { &row.references };
        let [first, last] = [row.extent.first(), row.extent.last()].map(|value| table.repr.show(value));
        let _ =
            writeln!(out, "{at} row {index} {} {first} {last} {:?} {references:?}", row.symbol, row.status);
        for language in &table.languages {
            let mut say = |kind: &str, text: &str| {
                let _ = writeln!(out, "{at} {index} {kind} {} {text:?}", language.tag);
            };
            let resolved =
                |text: &code_registry_table::Localized| text.resolve(language).cloned().unwrap_or_default();
            let message = row.message.resolve(language).map(|message| message.shown(&row.arguments));
            let meaning = row.meaning(&language.chain).unwrap_or_default();
            say("name", &row.short(&language.chain).unwrap_or_default());
            say("description", &meaning);
            say("message", &message.unwrap_or(meaning.clone()));
            say("help", &resolved(row.text(LiteralKind::Help)));
            row.notes.iter().for_each(|note| say("note", &resolved(note)));
        }
    }
    for text in values {
        let value = if table.repr.is_text() { table.repr.value_of(text) } else { text.parse().ok() };
        expect_value(out, at, table, text, value.unwrap());
    }
}

fn expect_value(out: &mut String, at: usize, table: &Table, text: &str, value: i128) {
    let row = table.row_of(value);
    let (variant, symbol) = match (row, &table.unlisted) {
        (Some(row), _) => (row.variant.clone().unwrap(), row.symbol.clone()),
        (None, Some(unlisted)) => (unlisted.clone(), unlisted.clone()),
        (None, None) => {
            let _ = writeln!(out, "{at} value {text} unlisted");
            return;
        }
    };
    let shown = if table.repr.is_text() { format!("{text:?}") } else { text.to_owned() };
    let variant = match row {
        Some(Row { extent: Extent::Code(_), .. }) => variant,
        _ => format!("{variant}({shown})"),
    };
    let columns = table.properties.iter().enumerate().map(|(index, column)| {
        let own = row.map_or(&column.default, |row| &row.properties[index]);
        let shown = own.as_ref().map(|value| match value {
            PropertyValue::Bool(value) => value.to_string(),
            PropertyValue::Integer(value) => value.to_string(),
            PropertyValue::Str(text) => format!("{text:?}"),
            PropertyValue::Word(at, word) => variant_name(&table.word(*at, *word).word),
            PropertyValue::Text(texts) => format!("{:?}", texts.get(0).cloned().unwrap_or_default()),
        });
        if column.default.is_some() {
            shown.unwrap()
        } else {
            shown.map_or("None".into(), |shown| format!("Some({shown})"))
        }
    });
    let columns: Vec<String> = columns.collect();
    let _ =
        writeln!(out, "{at} value {text} {variant} {symbol} {} {}", table.label(value), columns.join(" "));
    for language in &table.languages {
        let own = unlisted(&language.tag);
        let [name, description] = match row {
            Some(row) => {
                [row.short(&language.chain), row.meaning(&language.chain)].map(Option::unwrap_or_default)
            }
            None => [own.name, own.description].map(str::to_owned),
        };
        let _ = writeln!(out, "{at} value {text} {} {name:?} {description:?}", language.tag);
    }
}
