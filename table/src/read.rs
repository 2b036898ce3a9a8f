//! From keys and values to a draft of the table: everything that can be told from one place of the file alone.

mod document;
mod enums;
mod fields;
mod head;
mod language_file;
mod languages;
mod message;
mod properties;
mod row;
mod texts;

use crate::report::{Sink, Violation};
use crate::schema;
use crate::source::Source;
use crate::syntax::{Entry, Table};
use document::Document;
use fields::Fields;

pub use document::MOST_FILE_BYTES;
pub(crate) use enums::{DraftEnum, DraftWord};
pub(crate) use fields::{Placed, Slot};
pub(crate) use head::{Head, LintSettings};
pub(crate) use language_file::read_into;
pub(crate) use languages::{DraftLanguage, Languages};
pub(crate) use message::{DraftChoice, DraftMessage, DraftPiece};
pub(crate) use properties::DraftProperty;
pub(crate) use row::{DraftArgument, DraftRow};
pub(crate) use texts::{Column, Texts};

/// The table before its rows are held against each other.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) head: Head,
    pub(crate) languages: Languages,
    pub(crate) enums: Vec<DraftEnum>,
    pub(crate) properties: Vec<DraftProperty>,
    pub(crate) rows: Vec<DraftRow>,
    pub(crate) lints: LintSettings,
    /// Whether a syntax error may have swallowed rows.
    pub(crate) is_damaged: bool,
}

/// Reads the table and the files of its languages.
pub(crate) fn draft(
    path: &str,
    text: &str,
    language_file: &mut dyn FnMut(&str) -> Result<String, String>,
    explains: bool,
    sink: &mut Sink,
) -> (Draft, Vec<Source>) {
    let document = document::parse(0, text, sink);
    let mut draft = table(&document, sink);
    let mut sources = vec![Source::new(path, text)];
    language_file::read_all(&mut draft, &mut sources, language_file, sink);
    if explains {
        language_file::read_explanations(&mut draft, language_file, sink);
    }
    (draft, sources)
}

fn table(document: &Document<'_>, sink: &mut Sink) -> Draft {
    let is_language_file = language_file::is_language_file(document);
    let (mut root, nothing) = (&document.tree.root, Table::default());
    if is_language_file {
        sink.report(document.file.place(0..0), &Violation::LanguageFileAlone);
        root = &nothing;
    }
    let root = Fields::open(document.file, root, &schema::ROOT, sink);
    // Of what is no table, nothing more is said.
    let registry = if is_language_file { Slot::Broken } else { root.table("registry", sink) };
    let settings = root.table("language", sink).good();
    let lints = root.table("lint", sink).good();
    let lints = head::read_lints(document.file, lints, sink);
    let columns = root.table("property", sink).good();
    let (head, languages) = head::read(document, registry, settings, sink);
    let words = root.table("enum", sink).good();
    let mut enums = enums::read(document.file, words.map(|table| table.value), &languages, sink);
    enums.extend(misspelt(&root, "enum").map(|entry| enums::unknown(&entry.key.name)));
    let place = columns.as_ref().map(|table| table.place.clone());
    let mut properties =
        properties::read(document.file, columns.map(|table| table.value), &enums, &languages, sink);
    properties.extend(misspelt(&root, "property").map(properties::unknown));
    let has_room = properties::have_room(&properties, place, &root, sink);
    let notation = &head.notation;
    let context = row::Context {
        document,
        languages: &languages,
        enums: &enums,
        properties: &properties,
        has_room,
        notation,
    };
    let mut rows = self::rows(&context, &root, sink);
    let repeated = Fields::open(document.file, &document.tree.repeated, &schema::ROOT, sink);
    let mut again = self::rows(&context, &repeated, sink);
    for row in &mut again {
        (row.extent, row.is_duplicate) = (None, true);
    }
    rows.append(&mut again);
    if !has_room {
        properties.clear();
    }
    Draft { is_damaged: document.is_damaged(), head, languages, enums, properties, rows, lints }
}

/// The tables below an unknown key that is probably this one.
fn misspelt<'i>(root: &Fields<'i>, key: &str) -> impl Iterator<Item = &'i Entry<'i>> {
    root.slip(key).and_then(|entry| entry.value.as_table()).into_iter().flat_map(Table::entries)
}

fn rows(context: &row::Context<'_>, root: &Fields<'_>, sink: &mut Sink) -> Vec<DraftRow> {
    let mut rows = Vec::new();
    for key in ["code", "range"] {
        if let Slot::Good(table) = root.table(key, sink) {
            row::read_all(context, key, table.value, &mut rows, sink);
        }
    }
    rows
}
