//! From keys and values to a draft of the table: all checks that look at one place of the file.

mod enums;
mod fields;
mod head;
#[cfg(feature = "tool")]
mod known_rows;
mod label;
mod language_file;
mod languages;
mod message;
mod parts;
mod properties;
mod row;
mod texts;

use crate::read::fields::File;
use crate::report::{Fill, Quoted, Sink, Violation, Word, nearest};
use crate::source::Source;
use crate::syntax::{
    self, DEEPEST, Entry, MOST_ERRORS, MOST_TOKENS, MOST_VALUE_BYTES, Problem, Stop, SyntaxError, Table, Tree,
};
use crate::{safety, schema};
pub(crate) use enums::{DraftEnum, DraftWord};
use fields::Fields;
pub(crate) use fields::{Located, Slot};
pub(crate) use head::{Head, LintSettings};
#[cfg(feature = "tool")]
pub(crate) use known_rows::KnownRows;
pub(crate) use language_file::read_into;
pub(crate) use languages::{DraftLanguage, Languages};
pub(crate) use message::{DraftCase, DraftChoice, DraftMessage, DraftPattern, DraftPiece};
pub(crate) use parts::DraftPart;
pub(crate) use properties::DraftProperty;
#[cfg(feature = "tool")]
pub(crate) use row::KnownRow;
pub(crate) use row::{CheckedTexts, DraftArgument, DraftRow};
pub(crate) use texts::{Column, Texts};

/// The table before its rows are compared with each other.
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
    let draft = table(&parse(0, text, sink), sink);
    with_files(draft, path, text, language_file, explains, sink)
}

/// Reads the table and its explanations while it is edited: rows that are known are not read again.
#[cfg(feature = "tool")]
pub(crate) fn draft_again(
    path: &str,
    text: &str,
    language_file: &mut dyn FnMut(&str) -> Result<String, String>,
    known: &mut KnownRows,
    sink: &mut Sink,
) -> (Draft, Vec<Source>) {
    let mut of_rows = Sink::default();
    match known.read(text, &mut of_rows) {
        Some(draft) => {
            *sink = of_rows;
            with_files(draft, path, text, language_file, true, sink)
        }
        None => draft(path, text, language_file, true, sink),
    }
}

fn with_files(
    mut draft: Draft,
    path: &str,
    text: &str,
    language_file: &mut dyn FnMut(&str) -> Result<String, String>,
    explains: bool,
    sink: &mut Sink,
) -> (Draft, Vec<Source>) {
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
    if !root.entries().iter().any(is_section) {
        root = &nothing;
    }
    let root = Fields::open(document.file, root, &schema::ROOT, sink);
    // If this is not a table of codes, nothing else is reported.
    let registry = if is_language_file { Slot::Broken } else { root.table("registry", sink) };
    let settings = root.table("language", sink).good();
    let lints = root.table("lint", sink).good();
    let lints = head::read_lints(document.file, lints, sink);
    let columns = root.table("property", sink).good();
    let parts = root.table("part", sink).good();
    let (mut head, languages) = head::read(document, registry, settings, parts.as_ref(), sink);
    let words = root.table("enum", sink).good();
    let mut enums = enums::read(document.file, words.map(|table| table.value), &languages, sink);
    enums.extend(misspelt(&root, "enum").map(|entry| enums::unknown(&entry.key.name)));
    let place = columns.as_ref().map(|table| table.place.clone());
    let mut properties =
        properties::read(document.file, columns.map(|table| table.value), &enums, &languages, sink);
    properties.extend(misspelt(&root, "property").map(properties::unknown));
    head.parts.retain(|part| {
        let is_free = properties.iter().all(|property| property.name != part.value.name);
        if !is_free {
            parts::report_name(&part.value.name, &part.place, sink);
        }
        is_free
    });
    parts::find_names(&mut head.parts, &enums, sink);
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

/// Whether a key is that of a section, or was probably meant to be. A file without any is not a table of codes.
fn is_section(entry: &Entry<'_>) -> bool {
    let names = || schema::ROOT.keys.iter().map(|key| key.name);
    names().any(|name| name == entry.key.name) || nearest(&entry.key.name, names()).is_some()
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

/// The maximum number of bytes in a file. A table of 10,000 rows in fourteen languages has half of this, and can use
/// several files.
pub const MOST_FILE_BYTES: usize = 32 << 20;

/// The part of a file that could be read.
#[derive(Debug)]
pub(crate) struct Document<'i> {
    pub(crate) file: File<'i>,
    pub(crate) tree: Tree<'i>,
}

impl Document<'_> {
    /// Whether the text at this byte may be incomplete because of a syntax error.
    pub(crate) fn is_damaged_at(&self, offset: usize) -> bool {
        let damaged = &self.tree.damaged;
        let after = damaged.partition_point(|part| part.start <= offset);
        damaged[..after].last().is_some_and(|part| part.contains(&offset))
    }

    /// Whether any part of the file may be missing because of a syntax error.
    pub(crate) fn is_damaged(&self) -> bool {
        !self.tree.damaged.is_empty()
    }
}

/// Reads a file and reports its syntax errors. Nothing else is reported about a statement with such an error.
pub(crate) fn parse<'i>(source: usize, text: &'i str, sink: &mut Sink) -> Document<'i> {
    if text.len() > MOST_FILE_BYTES {
        let file = File { source, text, may_hide: false };
        let violation = Violation::FileTooLarge { bytes: text.len(), most: MOST_FILE_BYTES };
        sink.report(file.place(0..0), &violation);
        let mut tree = Tree::default();
        tree.damaged.push(0..text.len());
        return Document { file, tree };
    }
    let file = File { source, text, may_hide: safety::may_hide(text) };
    if file.may_hide {
        safety::check_source(source, text, sink);
    }
    let tree = syntax::parse(file.text);
    for error in &tree.errors {
        report(file, error, sink);
    }
    if let Some((at, stop)) = tree.stopped {
        let violation = match stop {
            Stop::Errors => Violation::NotReadOn { most: MOST_ERRORS },
            Stop::Value => Violation::ValueNotRead { bytes: MOST_VALUE_BYTES, tokens: MOST_TOKENS },
        };
        sink.report(file.place(at..at), &violation);
    }
    for error in &tree.errors {
        if !error.lost.is_empty() {
            sink.damage(file.place(error.lost.clone()));
        }
    }
    Document { file, tree }
}

fn report(file: File<'_>, error: &SyntaxError, sink: &mut Sink) {
    let place = file.place(error.span.clone());
    let written = &file.text[error.span.clone()];
    let quoted = || Quoted::new(written);
    let found = || if written.is_empty() { Word::LineEnd.fill() } else { quoted().fill() };
    let violation = match &error.problem {
        Problem::ConflictMarker => Violation::ConflictMarker,
        Problem::ByteOrderMark => Violation::ByteOrderMark,
        Problem::ExpectedKey => match range_with_dots(file.text, error.span.start) {
            Some(range) => Violation::RangeWithDots { range },
            None => Violation::ExpectedKey { found: found() },
        },
        Problem::ExpectedEquals => Violation::ExpectedEquals { found: found() },
        Problem::ExpectedValue => Violation::ExpectedValue { found: found() },
        Problem::ExpectedComma { in_list } => {
            Violation::ExpectedComma { closing: if *in_list { "]" } else { "}" }, found: found() }
        }
        Problem::ExpectedLineEnd => Violation::ExpectedLineEnd { found: found() },
        Problem::UnclosedHeader { in_list } => {
            Violation::UnclosedHeader { closing: if *in_list { "]]" } else { "]" } }
        }
        Problem::UnopenedHeader { in_list } => {
            Violation::UnopenedHeader { opening: if *in_list { "[[" } else { "[" } }
        }
        Problem::UnclosedBracket { is_list: true } => Violation::Unclosed { bracket: "[", closing: "]" },
        Problem::UnclosedBracket { is_list: false } => Violation::Unclosed { bracket: "{", closing: "}" },
        Problem::UnclosedString(quotes) => {
            Violation::Unclosed { bracket: quotes.as_str(), closing: quotes.as_str() }
        }
        Problem::Unquoted => Violation::UnquotedText { found: quoted() },
        Problem::InvalidKey => Violation::InvalidKey { found: quoted() },
        Problem::MultiLineKey => Violation::MultiLineKey,
        Problem::Number => Violation::InvalidNumber { found: quoted() },
        Problem::Datetime => Violation::InvalidDate { found: quoted() },
        Problem::Escape => Violation::InvalidEscape { found: quoted() },
        Problem::ControlCharacter => Violation::RawControlCharacter { found: quoted() },
        Problem::LoneCarriageReturn => Violation::LoneCarriageReturn,
        Problem::TooDeep => Violation::TooDeep { most: DEEPEST },
        Problem::DuplicateKey { first } => {
            let violation = duplicate_key(file.text, error.span.end, first.end, written);
            return sink.report_between(place, &file.place(first.clone()), &violation);
        }
        Problem::DuplicateHeader { first, path } => {
            return sink.report_between(place, &file.place(first.clone()), &duplicate_header(path));
        }
        Problem::ExtendsValue { first } => {
            let violation = Violation::ExtendsValue { key: quoted() };
            return sink.report_between(place, &file.place(first.clone()), &violation);
        }
    };
    sink.report(place, &violation);
}

/// A text in one language after a text in each was likely meant to be one of those.
fn duplicate_key(text: &str, end: usize, first_end: usize, name: &str) -> Violation {
    let is_dotted = |end: usize| text[end..].starts_with('.');
    match schema::is_localized(name) && is_dotted(first_end) && !is_dotted(end) {
        true => Violation::LanguageKey { key: name.to_owned() },
        false => Violation::DuplicateKey { key: Quoted::new(name) },
    }
}

fn duplicate_header(path: &[String]) -> Violation {
    match path {
        [kind, value @ ..] if kind == "code" && !value.is_empty() => {
            Violation::DuplicateValue { value: value.join(".") }
        }
        [kind, range @ ..] if kind == "range" && !range.is_empty() => {
            Violation::DuplicateRange { range: range.join(".") }
        }
        _ => Violation::DuplicateTable { header: Quoted::new(&path.join(".")) },
    }
}

/// The range of `[range.1000..1999]`, in the form for quotes, if it is in the line around this byte.
fn range_with_dots(text: &str, at: usize) -> Option<String> {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let header = text[start..at].trim_start().strip_prefix("[range.")?;
    let (rest, _) = text[at..].split_once(']')?;
    let range = [header, rest].concat();
    let (first, last) = range.split_once("..")?;
    // It is in quotes already, or has characters that quotes do not allow: the error is another one.
    let is_plain = range.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '='));
    is_plain.then(|| format!("{first}..={}", last.trim_start_matches(['=', '.'])))
}
