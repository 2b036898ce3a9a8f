//! CSV files, as RFC 4180 has them: a line for each sentence.

mod fields;

use core::ops::Range;
use std::iter;

use ::csv::{ReaderBuilder, StringRecord};
use code_registry_table::Rule;

use super::catalog::Catalog;
use super::format::{Given, GivenEntry};
use super::problems::{Problems, place};
use crate::said::Said;
use crate::spreadsheet::{delimiter, guarded, line, open_quote, unguarded};

/// The word for what somebody has still to look at.
const FUZZY: &str = "fuzzy";

/// The key, the text in the default language, the translation, its state, and what a translator should know.
pub(super) fn write(catalog: &Catalog) -> String {
    let head = line(["key", &catalog.source, &catalog.target, "state", "notes"]);
    let rows = catalog.entries.iter().map(|entry| {
        let state = if entry.is_stale { FUZZY } else { "" };
        let texts =
            [&entry.key, &*entry.sources.concat(), &entry.targets.concat(), state, &entry.notes.join("\n")];
        line(texts.map(guarded))
    });
    iter::once(head).chain(rows).collect()
}

/// What [`write()`] gives, with more lines or fewer, and any columns behind.
pub(super) fn read(text: &str, problems: &mut Problems) -> Given {
    let mut given = Given::default();
    let delimiter = delimiter(text);
    if let Some(at) = open_quote(text, delimiter) {
        problems.add(Rule::Syntax, &place(at..at + 1), &Said::OpenQuote);
        return given;
    }
    let mut reader = ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter);
    let mut records = reader.from_reader(text.as_bytes());
    for (at, record) in records.records().enumerate() {
        // The text is UTF-8, and every record may have as many fields as it likes: nothing else can be wrong.
        let Ok(record) = record else { break };
        let start = record.position().map_or(0, csv_byte);
        if at == 0 {
            let [_, _, language] = fields::places(text, 0, delimiter);
            match record.get(2) {
                Some(tag) if &record[0] == "key" => given.language = Some((tag.to_owned(), place(language))),
                // Without its columns there is nothing to say of a line.
                _ => {
                    problems.add(Rule::Syntax, &place(0..0), &Said::NoCsvHead);
                    break;
                }
            }
        } else {
            let places = fields::places(text, start, delimiter);
            entry(places, &record, &mut given, problems);
        }
    }
    given
}

fn csv_byte(position: &::csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(0)
}

fn entry(
    [key_place, _, target_place]: [Range<usize>; 3],
    record: &StringRecord,
    given: &mut Given,
    problems: &mut Problems,
) {
    let (Some(source), Some(target)) = (record.get(1), record.get(2)) else {
        problems.add(Rule::Syntax, &place(key_place), &Said::ShortRecord);
        return;
    };
    // Spreadsheets end lines within a cell in their own way.
    let plain = |cell: &str| unguarded(cell).replace("\r\n", "\n");
    given.entries.push(GivenEntry {
        key: plain(&record[0]),
        key_place: place(key_place),
        sources: vec![plain(source)],
        targets: vec![(plain(target), place(target_place))],
        is_fuzzy: record.get(3) == Some(FUZZY),
    });
}
