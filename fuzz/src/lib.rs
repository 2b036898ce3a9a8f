//! Properties of tables that several targets check. Every function panics if a property does not hold.

pub mod message;

use code_registry_table::{Reading, Severity, Table};
use codes_command::probe;

/// A table with every kind of text, for files that belong to a table.
pub const TABLE: &str = include_str!("../../tests/tables/catalog.toml");

/// Reads a table without language files, for the reason given in `probe`.
pub fn read(text: &str) -> Reading {
    code_registry_table::read("codes.toml", text, &mut |_| Err("the file does not exist".to_owned()))
}

/// Reads a table that must have no errors.
pub fn good(text: &str) -> Option<Reading> {
    let reading = read(text);
    (!reading.has_errors()).then_some(reading)
}

/// Every place is inside its file, places are in order, and the text of a diagnostic can be shown anywhere.
pub fn check_diagnostics(reading: &Reading) {
    let places = reading.diagnostics.iter().map(|found| (found.place.source, found.place.span.start));
    assert!(places.is_sorted(), "diagnostics out of order");
    for found in &reading.diagnostics {
        for place in
            [Some(&found.place), found.related.as_ref().map(|(place, _)| place)].into_iter().flatten()
        {
            let text = &reading.sources[place.source].text;
            assert!(text.get(place.span.clone()).is_some(), "{place:?} is no place of the file: {found:?}");
        }
        let shown = found.report(&reading.sources).to_string();
        // A translation that is read from right to left isolates its quotations, with marks around the quotes.
        let [opened, closed] = ["\u{2068}`", "`\u{2069}"];
        assert_eq!(shown.matches(opened).count(), shown.matches(closed).count(), "left open: {shown:?}");
        let words = shown.replace(opened, "`").replace(closed, "`");
        assert!(!words.contains(hides), "a report shows what hides: {shown:?}");
        assert!(!found.message.is_empty());
    }
}

/// Characters that a terminal obeys, and those that reverse the direction of the rest of a line (UAX #9) or end it.
fn hides(character: char) -> bool {
    const EMBEDDINGS: [char; 5] = ['\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}'];
    const ISOLATES: [char; 4] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
    const SEPARATORS: [char; 2] = ['\u{2028}', '\u{2029}'];
    let marks = [&EMBEDDINGS[..], &ISOLATES, &SEPARATORS];
    character.is_control() && character != '\n' || marks.iter().any(|marks| marks.contains(&character))
}

/// Properties of every checked table, whatever errors it was read with.
pub fn check_table(table: &Table) {
    assert!(!table.languages.is_empty());
    let rows = || table.rows.iter().map(|row| row.extent.order());
    assert!(rows().is_sorted(), "rows out of order");
    let segments = &table.segments;
    assert!(segments.iter().all(|segment| segment.first <= segment.last));
    assert!(segments.windows(2).all(|pair| pair[0].last < pair[1].first), "segments overlap");
    for segment in segments {
        let row = &table.rows[segment.row];
        assert!(row.variant.is_some(), "a value of a row without a variant");
        assert!(row.extent.first() <= segment.first && segment.last <= row.extent.last());
        assert_eq!(table.row_of(segment.first).map(|row| &row.symbol), Some(&row.symbol));
    }
    // A label that shows only some of the bits does not tell the value.
    let labels_are_read = table.label.as_ref().is_none_or(|label| label.is_read());
    for row in table.rows.iter().filter(|row| labels_are_read && !row.extent.is_range()) {
        let value = row.extent.first();
        assert_eq!(table.value(&table.label(value)), Some(value), "a label that is not read back");
    }
}

/// The Rust code of a registry with this name: it has each variant once.
pub fn check_variants(file: &syn::File, name: &str, table: &Table) {
    let registry = file.items.iter().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == name => Some(item),
        _ => None,
    });
    let variants = registry.expect("an enum").variants.iter().map(|variant| variant.ident.to_string());
    let mut variants: Vec<String> = variants.map(|name| name.trim_start_matches("r#").to_owned()).collect();
    let rows = table.rows.iter().filter_map(|row| row.variant.clone());
    let mut expected: Vec<String> = rows.chain(table.unlisted.clone()).collect();
    variants.sort();
    expected.sort();
    assert_eq!(variants, expected);
}

/// A table that the tool wrote: it has no errors.
pub fn check_written(text: &str) -> Reading {
    let reading = read(text);
    let errors = reading.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let errors: Vec<_> = errors.map(|found| found.report(&reading.sources).to_string()).collect();
    assert!(errors.is_empty(), "{}\nin\n{text}", errors.concat());
    reading
}

/// A translator's file for [`TABLE`]: the changed table is valid, and importing the file again changes nothing.
pub fn check_translation(file: &str, text: &str) {
    let translated = match probe::translate(TABLE, "it", file, text) {
        Ok(translated) => translated,
        Err(refusal) => return assert!(!refusal.trim().is_empty()),
    };
    let reading = check_written(&translated);
    assert_eq!(probe::translate(&translated, "it", file, text).as_ref(), Ok(&translated), "a second import");
    let exported = probe::export(&reading.table, "it", file).expect("the name says the format");
    assert_eq!(probe::translate(&translated, "it", file, &exported), Ok(translated), "{exported}");
}

/// A file that becomes tables: each one is valid, formatted, and the same when it is read back from JSON.
pub fn check_import(file: &str, text: &str) {
    let tables = match probe::import(file, text) {
        Ok(tables) => tables,
        Err(refusal) => return assert!(!refusal.trim().is_empty()),
    };
    for table in tables {
        let reading = check_written(&table);
        assert_eq!(probe::format(&table).as_ref(), Ok(&table), "its usual form has another");
        let [_, _, _, json, ..] = &probe::render(&reading.table).expect("a good table")[..] else {
            unreachable!()
        };
        assert_eq!(probe::import("table.json", json), Ok(vec![table]), "{json}");
    }
}
