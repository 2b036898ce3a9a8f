//! CSV files for spreadsheets, as RFC 4180 defines them and as spreadsheets save them: a line for each sentence.

use core::ops::Range;
use std::iter;

use ::csv::{ReaderBuilder, StringRecord};
use code_registry_table::Rule;

use super::catalog::{Catalog, Expected, ImportedCatalog, ImportedEntry, Marks, Problems, place};
use crate::error::ToolMessage;
use crate::spreadsheet::{dialect, guarded, line, open_quote, unguarded};
use crate::table_file::canonical_language;

/// The state of a translation that needs review.
const FUZZY: &str = "fuzzy";

/// The key, the text in the default language, the translation, its state, and information for translators.
pub(super) fn write(catalog: &Catalog) -> String {
    let target = catalog.target.as_deref().unwrap_or_default();
    let head = line(["key", &catalog.source, target, "state", "notes"]);
    let rows = catalog.entries.iter().map(|entry| {
        let state = if entry.marks.is_fuzzy { FUZZY } else { "" };
        let texts =
            [&entry.key, &*entry.sources.concat(), &entry.targets.concat(), state, &entry.notes.join("\n")];
        line(texts.map(guarded))
    });
    iter::once(head).chain(rows).collect()
}

/// Reads the output of [`write()`], also with other separators and more or fewer lines and columns.
pub(super) fn read(text: &str, expected: Expected<'_>, problems: &mut Problems) -> ImportedCatalog {
    let mut catalog = ImportedCatalog::default();
    let (start, delimiter) = dialect(text);
    if let Some(at) = open_quote(&text[start..], delimiter) {
        problems.add(Rule::Syntax, &place(start + at..start + at + 1), &ToolMessage::OpenQuote);
        return catalog;
    }
    let mut reader = ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter);
    let mut records = reader.from_reader(&text.as_bytes()[start..]);
    let mut columns: Option<Columns> = None;
    // The text is UTF-8, and records may have any number of fields: no other error is possible.
    for record in records.records().map_while(Result::ok) {
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let begin = record.position().and_then(|position| usize::try_from(position.byte()).ok());
        let places = places(text, start + begin.unwrap_or(0), delimiter, record.len());
        if let Some(columns) = &columns {
            catalog.entries.extend(columns.entry(&places, &record, problems));
            continue;
        }
        let Some(found) = Columns::find(&record, expected) else {
            problems.add(Rule::Syntax, &place(places[0].clone()), &ToolMessage::NoCsvHead);
            break;
        };
        let tag = record[found.target].trim();
        catalog.language = Some((tag.to_owned(), place(places[found.target].clone())));
        columns = Some(found);
    }
    if columns.is_none() && problems.found.is_empty() {
        problems.add(Rule::Syntax, &place(0..0), &ToolMessage::NoCsvHead);
    }
    catalog
}

/// The meaning of each column; others are ignored.
#[derive(Debug)]
struct Columns {
    key: usize,
    source: usize,
    target: usize,
    state: Option<usize>,
}

impl Columns {
    /// The columns by their heads: the texts are those named by a language, the table's own first.
    fn find(head: &StringRecord, expected: Expected<'_>) -> Option<Self> {
        let named = |name: &str| head.iter().position(|field| field.trim().eq_ignore_ascii_case(name));
        let (key, state) = (named("key")?, named("state"));
        let taken = [Some(key), state, named("notes")];
        let others = || (0..head.len()).filter(|at| !taken.contains(&Some(*at)));
        let source = named(expected.source).or_else(|| others().next())?;
        let is_asked =
            |tag: &str| canonical_language(tag.trim()) == expected.target.and_then(canonical_language);
        let is_language = |at: &usize| canonical_language(head[*at].trim()).is_some();
        let after = others().filter(|at| *at > source).chain(others().filter(|at| *at < source));
        let mut targets = after.clone().filter(is_language);
        let asked = expected.target.and_then(|_| targets.clone().find(|at| is_asked(&head[*at])));
        let target = asked.or_else(|| targets.next()).or_else(|| after.clone().next())?;
        Some(Self { key, source, target, state })
    }

    fn entry(
        &self,
        places: &[Range<usize>],
        record: &StringRecord,
        problems: &mut Problems,
    ) -> Option<ImportedEntry> {
        // Spreadsheets end lines within a cell in their own way.
        let cell = |at: usize| record.get(at).map(|cell| unguarded(cell).replace("\r\n", "\n"));
        let (Some(key), Some(source), Some(target)) = (cell(self.key), cell(self.source), cell(self.target))
        else {
            problems.add(Rule::Syntax, &place(places[0].clone()), &ToolMessage::ShortRecord);
            return None;
        };
        let state = self.state.and_then(|at| record.get(at)).unwrap_or_default();
        Some(ImportedEntry {
            key: key.trim().to_owned(),
            key_place: Some(place(places[self.key].clone())),
            sources: vec![source],
            targets: vec![(target, place(places[self.target].clone()))],
            marks: Marks { is_fuzzy: state.trim().eq_ignore_ascii_case(FUZZY), ..Marks::default() },
            is_refused: false,
        })
    }
}

/// The places of the fields of the record that begins at this byte or after empty lines there: the CSV reader does not
/// keep them.
fn places(text: &str, start: usize, delimiter: u8, count: usize) -> Vec<Range<usize>> {
    let rest = text.get(start..).unwrap_or_default();
    let mut at = start + rest.len() - rest.trim_start_matches(['\r', '\n', '\u{feff}']).len();
    let field = |_| {
        let end = at + length(&text[at..], delimiter);
        let field = at..end;
        at = (end + usize::from(text.as_bytes().get(end) == Some(&delimiter))).min(text.len());
        field
    };
    (0..count.max(1)).map(field).collect()
}

/// The bytes of a field with its quotes; a quote inside it counts only if the field begins with one.
fn length(text: &str, delimiter: u8) -> usize {
    let has_quotes = text.starts_with('"');
    let mut is_quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' if has_quotes => is_quoted = !is_quoted,
            b'\r' | b'\n' if !is_quoted => return at,
            _ if byte == delimiter && !is_quoted => return at,
            _ => {}
        }
    }
    text.len()
}
