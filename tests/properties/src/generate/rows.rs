//! The rows of a table.

use std::collections::{BTreeMap, BTreeSet};

use super::{Random, columns, extents, messages, names, texts};
use crate::table::{Extent, Language, Row, Table, Texts};

const STATUSES: [&str; 8] = [
    "assigned",
    "unassigned",
    "reserved",
    "private-use",
    "experimental-use",
    "deprecated",
    "retired",
    "retired",
];

pub fn add(random: &mut Random, table: &mut Table) {
    for extent in extents::extents(random, &table.repr) {
        add_row(random, table, &extent);
    }
    if table.rows.is_empty() {
        add_row(random, table, &table.repr.some_code());
    }
    replace(random, table);
    list_notes(table);
    random.shuffle(&mut table.rows);
}

/// Generates names until they are free.
pub fn add_row(random: &mut Random, table: &mut Table, extent: &Extent) {
    for _ in 0..20 {
        let row = row(random, table, extent.clone());
        table.rows.push(row);
        if names::are_free(table) {
            return;
        }
        table.rows.pop();
    }
}

fn row(random: &mut Random, table: &Table, extent: Extent) -> Row {
    let mut row = Row {
        symbol: names::symbol(random, table),
        variant: random.maybe(15, |random| names::variant(random, &extent)),
        status: random.maybe(35, |random| *random.pick(&STATUSES)),
        replaced_by: None,
        aliases: if random.chance(20) { BTreeSet::from([names::alias(random)]) } else { BTreeSet::new() },
        since: random.maybe(20, |_| "1.2.0".to_owned()),
        references: random.some(&["https://example.org/1".to_owned(), "a \"text\"".to_owned()], 15),
        name: Texts::new(),
        description: Texts::new(),
        help: Texts::new(),
        notes: Vec::new(),
        message: BTreeMap::new(),
        args: None,
        cells: BTreeMap::new(),
        extent,
    };
    say_something(random, table, &mut row);
    for property in &table.properties {
        if random.chance(60) {
            row.cells.insert(property.name.clone(), columns::cell(random, &property.kind));
        }
    }
    row
}

/// "Every row has a `name`, a `description` or a `message` in the default language."
fn say_something(random: &mut Random, table: &Table, row: &mut Row) {
    let said = *random.pick(&["name", "description", "message", "all"]);
    let text = |random: &mut Random, key: &str, percent: u32| {
        let is_there = said == key || said == "all" || random.chance(percent);
        if is_there { texts::somewhere(random, &table.languages) } else { Texts::new() }
    };
    row.name = text(random, "name", 40);
    row.description = text(random, "description", 40);
    row.help = text(random, "help", 15);
    for _ in 0..random.up_to(6).saturating_sub(4) {
        row.notes.push(texts::somewhere(random, &table.languages));
    }
    if said == "message" || said == "all" || random.chance(30) {
        (row.message, row.args) = messages::messages(random, &table.languages);
    }
}

/// "What replaces a value is another code in use", for deprecated and retired rows.
fn replace(random: &mut Random, table: &mut Table) {
    let in_use = |row: &&Row| !row.extent.is_range() && !row.is_retired();
    let codes: Vec<_> = table.rows.iter().filter(in_use).map(|row| row.extent.first()).collect();
    for row in &mut table.rows {
        let may = matches!(row.status(), "deprecated" | "retired") && random.chance(50) && !codes.is_empty();
        let with = may.then(|| random.pick(&codes).clone());
        row.replaced_by = with.filter(|code| row.extent.is_range() || row.extent.first() != *code);
    }
}

/// A language file lists notes "in the table's order", so none can be missing before another.
fn list_notes(table: &mut Table) {
    let in_files = table.languages.iter().filter(|language| language.has_file);
    for Language { tag, .. } in in_files {
        for notes in table.rows.iter_mut().map(|row| &mut row.notes).chain([&mut table.notes]) {
            let listed = notes.iter().take_while(|note| note.contains_key(tag)).count();
            notes.iter_mut().skip(listed).for_each(|note| drop(note.remove(tag)));
        }
    }
}

impl crate::table::Repr {
    fn some_code(&self) -> Extent {
        use crate::table::{Repr, Value};
        Extent::Code(match self {
            Repr::Number { min, .. } => Value::Number(*min),
            Repr::Text { .. } => Value::Text("A".to_owned()),
        })
    }
}
