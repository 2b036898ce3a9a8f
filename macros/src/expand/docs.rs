//! The table as rustdoc: what an editor shows beside a name.

use std::fmt::Write as _;

use code_registry_table::{Choice, Message, Piece, Row, Status};

use crate::select::Selection;

/// The whole table, for the enum.
pub(super) fn table(selection: &Selection<'_>) -> String {
    let table = selection.table;
    let mut text = String::from("\n\n");
    if let Some(title) = table.title.get(0) {
        let _ = write!(text, "# {}\n\n", escape(title));
    }
    text.push_str("| value | symbol | status | name |\n|---|---|---|---|\n");
    for row in &table.rows {
        let (symbol, status) = (&row.symbol, status_word(row.status));
        let label = escape(&table.extent_label(row.extent));
        let _ = writeln!(text, "| {label} | `{symbol}` | {status} | {} |", escape(short(row)));
    }
    for note in table.notes.iter().filter_map(|note| note.get(0)) {
        let _ = write!(text, "\n{}\n", escape(note));
    }
    push_references(&mut text, &table.references);
    text
}

/// What a row means in every language compiled in, for its variant.
pub(super) fn row(selection: &Selection<'_>, row: &Row) -> String {
    let table = selection.table;
    let mut text = format!("{} `{}`", escape(&table.extent_label(row.extent)), row.symbol);
    if let Some(name) = row.name.get(0) {
        let _ = write!(text, ": {}", escape(name));
    }
    text.push_str("\n\n");
    for language in selection.spoken() {
        let own = table.language(&language.tag).unwrap_or_default();
        let said = row.description.get(own).or_else(|| row.name.get(own)).map(|said| escape(said));
        let said = said.or_else(|| row.message.get(own).map(|message| escape(&sentence(message, row))));
        if let Some(said) = said {
            let _ = writeln!(text, "- {}: {said}", language.tag);
        }
    }
    let _ = write!(text, "\nStatus: {}", status_word(row.status));
    if let Some(since) = &row.since {
        let _ = write!(text, ", since {}", escape(since));
    }
    text.push_str(".\n");
    push_references(&mut text, &row.references);
    text
}

/// A message as a reader sees it, arguments as `{name}`; of a choice every sentence.
fn sentence(message: &Message, row: &Row) -> String {
    match message {
        Message::Pattern(pieces) => pieces.iter().map(|piece| shown(piece, row)).collect(),
        Message::Choice(choice) => sentences(choice, row),
    }
}

fn shown(piece: &Piece, row: &Row) -> String {
    match piece {
        Piece::Text(text) => text.clone(),
        Piece::Argument(index) => format!("{{{}}}", row.arguments[*index].name),
    }
}

fn sentences(choice: &Choice, row: &Row) -> String {
    let named = choice.cases.iter().map(|(case, message)| format!("{case}: {}; ", sentence(message, row)));
    named.collect::<String>() + "other: " + &sentence(&choice.other, row)
}

/// The shortest that there is to say in the default language.
fn short(row: &Row) -> &str {
    row.name.get(0).or_else(|| row.description.get(0)).map_or("", String::as_str)
}

/// As prose has it: `private use`.
fn status_word(status: Status) -> String {
    status.name().replace('-', " ")
}

fn push_references(text: &mut String, references: &[String]) {
    for reference in references {
        let is_address = reference.starts_with("https://") || reference.starts_with("http://");
        if is_address && !reference.contains(['<', '>', ' ', '\n']) {
            let _ = write!(text, "\n<{reference}>\n");
        } else {
            let _ = write!(text, "\n{}\n", escape(reference));
        }
    }
}

/// A text that says in Markdown what it says: no markup, no link, no new line.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '#' | '~' | ':' | '$' => {
                escaped.extend(['\\', character]);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}
