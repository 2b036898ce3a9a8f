//! A crate with many tables that answers questions on its input.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use super::toml;
use crate::model::names;
use crate::questions::Asked;
use crate::table::{Extent, Repr, Row, Table, Value};

/// Writes the crate; `project` is the root of this project.
pub fn write(folder: &Path, project: &Path, tables: &[Asked]) -> io::Result<()> {
    fs::create_dir_all(folder.join("src"))?;
    let _ = fs::remove_dir_all(folder.join("tables"));
    fs::create_dir_all(folder.join("tables"))?;
    let harness = project.join("tests/properties/subject");
    let manifest = format!(
        "[workspace]\n[package]\nname = \"batch\"\nedition = \"2024\"\n[dependencies]\n\
         code-registry = {{ path = {project:?}, features = [\"serde\"] }}\nsubject.path = {harness:?}\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::copy(project.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    for (number, Asked { table, .. }) in tables.iter().enumerate() {
        for (name, text) in toml::files(table, &number.to_string()) {
            fs::write(folder.join("tables").join(name), text)?;
        }
    }
    fs::write(folder.join("src/main.rs"), main(tables))
}

fn main(tables: &[Asked]) -> String {
    let mut out = String::from("#![allow(warnings)]\n#![deny(unreachable_patterns)]\n\n");
    for (number, asked) in tables.iter().enumerate() {
        module(&mut out, number, asked);
    }
    out.push_str("fn main() -> std::io::Result<()> {\n    subject::answer_all(&[\n");
    (0..tables.len())
        .for_each(|number| writeln!(out, "        t{number}::subject(),").expect("a text grows"));
    out + "    ])\n}\n"
}

fn module(out: &mut String, number: usize, Asked { table, subset, .. }: &Asked) {
    let languages: Vec<String> = subset.iter().flatten().map(|tag| format!("{tag:?}")).collect();
    let option =
        if subset.is_some() { format!(", languages({})", languages.join(", ")) } else { String::new() };
    let columns =
        table.properties.iter().map(|property| format!("format!(\"{{:?}}\", code.{}())", property.name));
    let columns: Vec<String> = columns.collect();
    let convert = if table.is_total() {
        "|value| Some(E::from(value))"
    } else {
        "|value| { let found: Result<E, code_registry::UnlistedValue> = E::try_from(value); found.ok() }"
    };
    writeln!(
        out,
        "mod t{number} {{
    #[code_registry::codes(\"tables/{number}.toml\"{option})]
    pub enum Code{number} {{}}
    use Code{number} as E;

    pub fn subject() -> Box<dyn subject::Subject> {{
        Box::new(subject::Registry {{
            variant: |code| match code {{ {} }},
            convert: {convert},
            columns: |code| vec![{}],
            payloads: &[{}],
            constants: vec![{}],
        }})
    }}
}}
",
        arms(table),
        columns.join(", "),
        payloads(table),
        constants(table),
    )
    .expect("a text grows");
}

/// Every variant and no other, so that the compiler reports a missing one.
fn arms(table: &Table) -> String {
    let mut arms: Vec<String> = with_variants(table)
        .map(|row| {
            let (variant, payload) =
                (names::variant(table, row), if row.extent.is_range() { "(_)" } else { "" });
            format!("E::{variant}{payload} => {variant:?}")
        })
        .collect();
    arms.extend(table.unlisted.iter().map(|variant| format!("E::{variant}(_) => {variant:?}")));
    arms.join(", ")
}

/// The ranges in order.
fn payloads(table: &Table) -> String {
    let start = |row: &Row| {
        let start = table.start(row).map(|start| number(&start, &table.repr));
        format!(
            "|value| code_registry::InRange::<E, {{{}}}>::new(value).is_some()",
            start.unwrap_or_default()
        )
    };
    let ranges: Vec<String> = with_variants(table).filter(|row| row.extent.is_range()).map(start).collect();
    ranges.join(", ")
}

/// The number that the bytes of a value make, the first one most significant, with zeros after the last.
fn number(value: &Value, repr: &Repr) -> i128 {
    match (value, repr) {
        (Value::Number(number), _) => *number,
        (Value::Text(text), Repr::Text { length }) => {
            let byte = |at: usize| text.as_bytes().get(at).copied().unwrap_or_default();
            (0..*length).fold(0, |number, at| number << 8 | i128::from(byte(at)))
        }
        _ => 0,
    }
}

/// "An alias of a code is also a constant of the enum."
fn constants(table: &Table) -> String {
    let codes = with_variants(table).filter(|row| matches!(row.extent, Extent::Code(_)));
    let aliases: Vec<String> =
        codes.flat_map(|row| &row.aliases).map(|alias| format!("E::{alias}")).collect();
    aliases.join(", ")
}

fn with_variants(table: &Table) -> impl Iterator<Item = &Row> {
    table.in_order().into_iter().filter(|row| table.has_variant(row))
}
