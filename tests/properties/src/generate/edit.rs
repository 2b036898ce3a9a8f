//! Random edits, as people make them, after which a table is still valid.

use super::{Random, columns, extents, names, rows, texts};
use crate::table::{Cell, Extent, Label, Message, Repr, Row, Table, Value};

type Edit = fn(&mut Random, &mut Table);

/// Some edits do not apply to some tables, or would break a rule.
const TRIES: usize = 10;

/// The description of an edit, and the edit.
const EDITS: [(&str, Edit); 25] = [
    ("add a row", add_row),
    ("remove a row", |random, table| {
        drop(random_row(random, &mut table.rows).map(|at| table.rows.remove(at)))
    }),
    ("rename", |random, table| {
        let symbol = names::symbol(random, table);
        with_row(random, table, |_, row| row.symbol = symbol);
    }),
    ("rename, with an alias", |random, table| {
        let symbol = names::symbol(random, table);
        with_row(random, table, |_, row| {
            let old = std::mem::replace(&mut row.symbol, symbol);
            row.aliases.insert(old);
        });
    }),
    ("name a variant", |random, table| {
        with_row(random, table, |random, row| row.variant = Some(names::variant(random, &row.extent)));
    }),
    ("add an alias", |random, table| {
        with_row(random, table, |random, row| row.aliases.extend([names::alias(random)]));
    }),
    ("remove aliases", |_, table| {
        let row = table.rows.iter_mut().find(|row| !row.aliases.is_empty());
        row.into_iter().for_each(|row| row.aliases.clear());
    }),
    ("change a status", |random, table| {
        with_row(random, table, |random, row| {
            row.replaced_by = None;
            row.status =
                Some(*random.pick(&["assigned", "reserved", "deprecated", "retired", "private-use"]));
        });
    }),
    ("move a row", move_row),
    ("grow or shrink a range", resize),
    ("say it otherwise", |random, table| {
        let language = table.default_language().to_owned();
        with_row(random, table, |random, row| {
            if let Some(text) = row.name.get_mut(&language) {
                *text = texts::text(random);
            }
        });
    }),
    ("say when", |random, table| with_row(random, table, |_, row| row.since = Some("3".to_owned()))),
    ("refer", |random, table| with_row(random, table, |_, row| row.references.push("another".to_owned()))),
    ("add an argument", |random, table| with_row(random, table, |_, row| add_argument(row))),
    ("change an argument", |random, table| {
        with_row(random, table, |random, row| {
            if let Some(kind) = row.args.iter_mut().flat_map(|args| args.values_mut()).next()
                && row.message.values().all(|message| matches!(message, Message::Sentence(_)))
            {
                *kind = *random.pick(&["text", "integer", "number"]);
            }
        });
    }),
    ("change a cell", change_cell),
    ("add a property", |random, table| {
        let property = columns::property(random, "added");
        table.properties.push(property);
    }),
    ("remove a property", |_, table| {
        let removed = table.properties.pop();
        let is_gone = |name: &String| removed.as_ref().is_some_and(|removed| removed.name == *name);
        table.rows.iter_mut().for_each(|row| row.cells.retain(|name, _| !is_gone(name)));
    }),
    ("another default", |random, table| {
        if let Some(property) = table.properties.first_mut() {
            property.default = random.maybe(70, |random| columns::cell(random, &property.kind));
        }
    }),
    ("another label", |random, table| {
        let label = Label { before: "Label ", after: "", width: 0, digits: "" };
        table.label = random.maybe(60, |_| label);
    }),
    ("unlisted", |random, table| table.unlisted = random.maybe(60, |_| "Uncovered".to_owned())),
    ("serde", |random, table| {
        table.serde = *random.pick(&[None, Some("number"), Some("symbol"), Some("object")])
    }),
    ("add or remove a language", change_languages),
    ("another policy", |_, table| {
        if let Some(language) = table.languages.get_mut(1) {
            language.policy = Some("draft");
            language.fallback.clear();
        }
    }),
    ("another type", |_, table| {
        if let Repr::Number { name, min, max } = &mut table.repr
            && let "u8" | "u16" = *name
            && table.label.is_none()
        {
            (*name, *min, *max) = ("u32", 0, u32::MAX.into());
        }
    }),
];

/// The table after one or two edits, and their descriptions. The result is valid.
pub fn edited(seed: u64, table: &Table) -> (Table, Vec<&'static str>) {
    let mut random = Random::new(seed);
    let (mut edited, mut made) = (table.clone(), Vec::new());
    let wanted = *random.pick(&[1, 1, 2]);
    for _ in 0..TRIES {
        let (name, edit) = *random.pick(&EDITS);
        let mut next = edited.clone();
        edit(&mut random, &mut next);
        if made.len() < wanted && next != edited && is_valid(&next) {
            edited = next;
            made.push(name);
        }
    }
    (edited, made)
}

/// Whether edits broke a rule about names, values or replacements.
pub fn is_valid(table: &Table) -> bool {
    let rows = &table.rows;
    let is_code_in_use =
        |value: &Value| rows.iter().any(|row| row.extent == Extent::Code(value.clone()) && !row.is_retired());
    let are_apart = (0..rows.len())
        .all(|at| rows[..at].iter().all(|other| extents::lie_well(&other.extent, &rows[at].extent)));
    let fits =
        |row: &Row| table.repr.has(&row.extent.first()) && table.repr.has(&row.extent.last(&table.repr));
    let is_replaced_well = |row: &Row| row.replaced_by.as_ref().is_none_or(is_code_in_use);
    let is_one = |name: &String| table.properties.iter().filter(|other| other.name == *name).count() == 1;
    let language_is_one =
        |tag: &String| table.languages.iter().filter(|other| other.tag == *tag).count() == 1;
    !rows.is_empty()
        && table.properties.iter().all(|property| is_one(&property.name))
        && table.languages.iter().all(|language| language_is_one(&language.tag))
        && are_apart
        && names::are_free(table)
        && rows.iter().all(|row| fits(row) && is_replaced_well(row))
}

fn random_row(random: &mut Random, rows: &mut [Row]) -> Option<usize> {
    (!rows.is_empty()).then(|| random.up_to(rows.len() - 1))
}

fn with_row(random: &mut Random, table: &mut Table, edit: impl FnOnce(&mut Random, &mut Row)) {
    if let Some(at) = random_row(random, &mut table.rows) {
        edit(random, &mut table.rows[at]);
    }
}

fn add_row(random: &mut Random, table: &mut Table) {
    let known: Vec<Value> = table.rows.iter().map(|row| row.extent.first()).collect();
    let value = extents::value_near(random, &table.repr, &known);
    let extent = match (&value, random.chance(50)) {
        (Value::Number(first), true) => Extent::Numbers(*first, first + random.between(0, 20)),
        (Value::Text(text), true) => Extent::Prefix(text.clone()),
        _ => Extent::Code(value),
    };
    rows::add_row(random, table, &extent);
}

/// Moves a code to another value, or a range to another beginning.
fn move_row(random: &mut Random, table: &mut Table) {
    let known: Vec<Value> = table.rows.iter().map(|row| row.extent.first()).collect();
    let value = extents::value_near(random, &table.repr, &known);
    with_row(random, table, |_, row| match (&mut row.extent, value) {
        (Extent::Code(code), value) => *code = value,
        (Extent::Numbers(first, last), Value::Number(number)) => *first = number.min(*last),
        (Extent::Prefix(prefix), Value::Text(text)) => *prefix = text,
        _ => {}
    });
}

fn resize(random: &mut Random, table: &mut Table) {
    let is_range = |row: &&mut Row| row.extent.is_range();
    if let Some(row) = table.rows.iter_mut().find(is_range)
        && let Extent::Numbers(first, last) = &mut row.extent
    {
        *last = (*last + random.between(-3, 3)).max(*first);
    }
}

fn add_argument(row: &mut Row) {
    if let Some(args) = &mut row.args {
        args.insert("added".to_owned(), "text");
    }
}

fn change_cell(random: &mut Random, table: &mut Table) {
    if let Some(property) = table.properties.first().cloned() {
        with_row(random, table, |random, row| {
            let cell: Option<Cell> = random.maybe(70, |random| columns::cell(random, &property.kind));
            match cell {
                Some(cell) => drop(row.cells.insert(property.name, cell)),
                None => drop(row.cells.remove(&property.name)),
            }
        });
    }
}

/// Removes the last language with all its texts, or adds one without texts.
fn change_languages(random: &mut Random, table: &mut Table) {
    if table.languages.len() > 1 && random.chance(50) {
        let gone = table.languages.pop().map(|language| language.tag).unwrap_or_default();
        table.languages.iter_mut().for_each(|language| language.fallback.retain(|tag| *tag != gone));
        table.without_language(&gone);
    } else {
        let language = crate::table::Language {
            tag: "ja".to_owned(),
            policy: Some("draft"),
            fallback: Vec::new(),
            has_file: false,
        };
        table.languages.push(language);
    }
}

impl Table {
    fn without_language(&mut self, tag: &str) {
        self.title.remove(tag);
        self.notes.iter_mut().for_each(|note| drop(note.remove(tag)));
        for row in &mut self.rows {
            row.notes.iter_mut().for_each(|note| drop(note.remove(tag)));
            for texts in [&mut row.name, &mut row.description, &mut row.help] {
                texts.remove(tag);
            }
            row.message.remove(tag);
        }
    }
}
