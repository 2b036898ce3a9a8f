//! The table as rustdoc: what an editor shows beside a name.

use std::fmt::Write as _;

use super::select::Selection;
use crate::{Row, Status};

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
        let _ = writeln!(
            text,
            "| {label} | `{symbol}` | {status} | {} |",
            escape(&row.short(&[0]).unwrap_or_default())
        );
    }
    for note in table.notes.iter().filter_map(|note| note.get(0)) {
        let _ = write!(text, "\n{}\n", paragraph(note));
    }
    push_references(&mut text, &table.references);
    text
}

/// What a row means in every language compiled in, for its variant.
pub(super) fn row(selection: &Selection<'_>, row: &Row) -> String {
    let table = selection.table;
    let mut text = format!("{} `{}`", paragraph(&table.extent_label(row.extent)), row.symbol);
    if let Some(name) = row.name.get(0) {
        let _ = write!(text, ": {}", escape(name));
    }
    text.push_str("\n\n");
    for (column, language) in selection.spoken_columns() {
        if let Some(said) = row.meaning(&[column]) {
            text.push_str("- ");
            text.push_str(&language.tag);
            text.push_str(": ");
            push_escaped(&mut text, &said);
            text.push('\n');
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
            let _ = write!(text, "\n{}\n", paragraph(reference));
        }
    }
}

/// A text that begins a paragraph: neither code, for which spaces would do, nor a list, nor a line across the page.
pub(super) fn paragraph(text: &str) -> String {
    let escaped = escape(text.trim_start());
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    match escaped.as_bytes().get(digits) {
        Some(b'+' | b'-' | b'=') if digits == 0 => format!("\\{escaped}"),
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &escaped[..digits], &escaped[digits..]),
        _ => escaped,
    }
}

/// Appends a text so that it says in Markdown what it says: no markup, no link, no new line.
fn push_escaped(out: &mut String, text: &str) {
    // Bytes and no iterators: a macro runs unoptimised, over megabytes of these.
    let bytes = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        let byte = bytes[at];
        if IS_MARKUP[byte as usize] {
            out.push_str(&text[from..at]);
            let is_blank = byte == b'\n' || byte == b'\t';
            out.push(if is_blank { ' ' } else { '\\' });
            from = at + usize::from(is_blank);
        }
        at += 1;
    }
    out.push_str(&text[from..]);
}

static IS_MARKUP: [bool; 256] = {
    let mut table = [false; 256];
    let marks = b"\n\t\\`*_[]<>|&#~:$";
    let mut at = 0;
    while at < marks.len() {
        table[marks[at] as usize] = true;
        at += 1;
    }
    table
};

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    push_escaped(&mut escaped, text);
    escaped
}

#[cfg(test)]
mod tests {
    use super::{row, table};
    use crate::expand::Selection;
    use crate::read;

    const TABLE: &str = r#"
        [registry]
        title.en = "Errors"
        repr = "u8"
        languages = ["en", "it"]
        [language.it]
        policy = "draft"
        [code.1]
        symbol = "NOT_FOUND"
        message.en = { plural = "count", one = "one file", other = "{count} files" }
        message.it = "{count} file"
        [code.2]
        symbol = "BROKEN"
        name.en = "Broken"
        name.it = "Rotto"
        description.en = "It is broken."
    "#;

    #[test]
    fn texts_are_those_that_the_enum_answers_with() {
        let reading = read("codes.toml", TABLE, &mut |_| Err("there is none".to_owned()));
        let selection = Selection::new(&reading.table, None);
        let rows = table(&selection);
        assert!(rows.contains("| 1 | `NOT_FOUND` | assigned | {count} files |\n"), "{rows}");
        assert!(rows.contains("| 2 | `BROKEN` | assigned | Broken |\n"), "{rows}");
        let message = row(&selection, &reading.table.rows[0]);
        assert!(message.contains("\n- en: {count} files\n- it: {count} file\n"), "{message}");
        let described = row(&selection, &reading.table.rows[1]);
        assert!(
            described.contains("\n- en: It is broken.\n\nStatus"),
            "a name is no description: {described}"
        );
    }
}
