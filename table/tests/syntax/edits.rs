//! Random edits of a table, the same in every run, and the rows that they lose.

use code_registry_table::syntax::{Kind, Table, Value, parse};
use fastrand::Rng;

/// Typing errors.
const TYPED: [&str; 24] = [
    "\"", "'", "\"\"\"", "'''", "[", "]", "{", "}", "=", ",", ".", ":", "\n", "\\", "#", " ", "x", "0", "-",
    "\r", "stray", "= ", "[[", "\u{e9}",
];

/// The text with one or two edits.
pub(crate) fn edited(text: &str, random: &mut Rng) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.usize(..2) {
        text = edit(&text, random);
    }
    text
}

/// Removes, inserts or replaces something at one place.
pub(crate) fn edit(text: &str, random: &mut Rng) -> String {
    let at = boundary(text, random.usize(..=text.len()));
    let end = boundary(text, (at + 1 + random.usize(..3)).min(text.len()));
    let typed = TYPED[random.usize(..TYPED.len())];
    let line = text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1);
    let next = text[line..].find('\n').map_or(text.len(), |newline| line + newline + 1);
    match random.usize(..5) {
        0 => [&text[..at], &text[end.max(at)..]].concat(),
        1 => [&text[..at], typed, &text[at..]].concat(),
        2 => [&text[..at], typed, &text[end.max(at)..]].concat(),
        // The rest of a line is removed, or a line is repeated.
        3 => [&text[..at], &text[line..]].concat(),
        _ => [&text[..next], &text[line..]].concat(),
    }
}

fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// A table with this many rows, in each of these languages, in the usual layout.
pub(crate) fn table(rows: usize, languages: &[&str]) -> String {
    let texts = |text: &str| -> String {
        let each = languages.iter().map(|tag| format!("{tag} = \"{text} ({tag})\"")).collect::<Vec<_>>();
        each.join(", ")
    };
    let mut out = format!(
        "[registry]\ntitle = {{ {} }}\nrepr = \"u32\"\nlanguages = {languages:?}\n\n[property.fatal]\ntype = \"bool\"\ndefault = false\n",
        texts("Errors")
    );
    for row in 0..rows {
        out += &format!("\n# The {row}th.\n[code.{}]\nsymbol = \"ERROR_{row}\"\n", 1000 + row);
        for tag in languages {
            out += &format!("name.{tag} = \"Name of {row} ({tag})\"\n");
        }
        out += &match row % 5 {
            0 => format!("description = {{ {} }}\nfatal = true\n", texts("What happened, and why.")),
            1 => format!("message = {{ {} }}\nargs = {{ path = \"text\" }}\n", texts("cannot find {path}")),
            2 => format!("aliases = [\n  \"OTHER_{row}\",\n  'LAST_{row}',\n]\nsince = \"1.0\"\n"),
            3 => format!("[[code.{}.note]]\n{}\n", 1000 + row, texts("A note.").replace(", ", "\n")),
            _ => {
                let help = |tag: &&str| format!("help.{tag} = \"\"\"\nDo this,\nthen that.\"\"\"\n");
                languages.iter().map(help).collect()
            }
        };
    }
    out
}

/// The losses caused by random edits of a table.
#[derive(Debug, Default)]
pub(crate) struct Losses {
    /// Edited tables that are not TOML.
    pub(crate) broken: usize,
    pub(crate) errors: usize,
    pub(crate) rows: usize,
    pub(crate) values: usize,
    /// Tables that lose more than two rows.
    pub(crate) bad: usize,
}

impl Losses {
    /// The losses of so many edits. A row or a value is lost if the tree does not contain it, with any content.
    pub(crate) fn of(text: &str, edits: usize) -> Self {
        let whole = parse(text);
        let (mut losses, mut random) = (Self::default(), Rng::with_seed(2));
        for _ in 0..edits {
            let edited = edit(text, &mut random);
            let tree = parse(&edited);
            if tree.errors.is_empty() {
                continue;
            }
            let [all, left] = [&whole, &tree].map(|tree| tree.root.table("code"));
            let (rows, values) = lost(all.unwrap(), left);
            losses.broken += 1;
            losses.errors += tree.errors.len();
            losses.rows += rows;
            losses.values += values;
            losses.bad += usize::from(rows > 2);
        }
        losses
    }

    pub(crate) fn rows_per_table(&self) -> f64 {
        self.rows as f64 / self.broken as f64
    }
}

/// The missing rows, and the missing values in rows.
fn lost(rows: &Table<'_>, left: Option<&Table<'_>>) -> (usize, usize) {
    let (mut lost, mut values) = (0, 0);
    for row in rows.entries() {
        let left = left.and_then(|rows| rows.table(&row.key.name));
        lost += usize::from(left.is_none());
        values += missing(row.value.as_table().unwrap(), left);
    }
    (lost, values)
}

fn missing(table: &Table<'_>, left: Option<&Table<'_>>) -> usize {
    let mut count = 0;
    for entry in table.entries() {
        let left = left.and_then(|left| left.get(&entry.key.name));
        count += match entry.value.as_table() {
            Some(table) => missing(table, left.and_then(Value::as_table)),
            None => usize::from(left.is_none_or(|left| matches!(left.kind, Kind::Lost))),
        };
    }
    count
}
