//! Hover texts for keys, languages, plural categories, messages and rows; and the outline of a file.

use core::ops::Range;

use code_registry_table::{
    Argument, ArgumentKind, DataType, Language, LiteralKind, Localized, Message, Row, Selector, Status,
    Table, TextKind, plural, syntax,
};
use serde_json::{Value, json};

use super::completion::{View, numbers};
use super::cursor::{Cursor, Slot, meaning, text_of};
use super::documents::Document;
use super::protocol::Encoding;
use crate::display_text::{self, Words};
use crate::document::FAMILIES;
use crate::error::{Label, ToolMessage};
use crate::explain::{self, filled_message};
use crate::table_file::spoken_language;

/// The hover text at a byte.
pub(super) fn hover(view: View<'_>, offset: usize) -> Value {
    let cursor = Cursor::at(&view.document.text, offset);
    let text = match cursor.slot {
        Slot::Nothing => None,
        Slot::Header => header(view, &cursor),
        Slot::Key => key(view, &cursor),
        Slot::Value => message(view, &cursor),
    };
    let Some(text) = text else { return Value::Null };
    let mut shown = json!({ "contents": { "kind": "markdown", "value": text } });
    if cursor.slot != Slot::Value {
        shown["range"] = json!(view.document.range(cursor.word, view.encoding));
    }
    shown
}

fn header(view: View<'_>, cursor: &Cursor) -> Option<String> {
    let path = cursor.names();
    match path.as_slice() {
        ["code" | "range", _, ..] => Some(row(view.table, view.row(&path)?, &view.table.languages[0])),
        path => Some(meaning(view.root(), path, view.table)?.1?.doc.to_owned()),
    }
}

fn key(view: View<'_>, cursor: &Cursor) -> Option<String> {
    let path = cursor.names();
    let (found, key) = meaning(view.root(), &path, view.table)?;
    if let Some(key) = key {
        return Some(key.doc.to_owned());
    }
    if let super::cursor::Meaning::Property(property) = found {
        return property.doc.resolve(spoken_language(view.table)).cloned();
    }
    let (kind, tag, rest) = text_of(&path, view.language.is_some())?;
    match rest {
        // The language of a text.
        [] => {
            let column = view.table.language(tag?)?;
            (kind == TextKind::Message).then(|| filled(view.table, view.row(&path)?, column)).flatten()
        }
        [.., case] => {
            let selector = Selector::ALL
                .iter()
                .copied()
                .find(|known| cursor.siblings.iter().any(|key| key == known.name()));
            let tag = view.language.or(tag)?;
            let category =
                plural::every_category(tag, selector?)?.into_iter().find(|known| known.name() == *case)?;
            let numbers = numbers(tag, selector?, category);
            let numbers = if numbers.is_empty() { "—".to_owned() } else { numbers };
            Some(
                ToolMessage::CategoryNumbers { category: category.name(), tag: tag.to_owned(), numbers }
                    .to_string(),
            )
        }
    }
}

/// The message of a row in the language that the cursor is in.
fn message(view: View<'_>, cursor: &Cursor) -> Option<String> {
    let path = cursor.names();
    let (kind, tag, _) = text_of(&path, view.language.is_some())?;
    if kind != TextKind::Message {
        return None;
    }
    let column = view.table.language(view.language.or(tag)?)?;
    filled(view.table, view.row(&path)?, column)
}

/// A message with sample arguments: a line for each number that makes a difference.
fn filled(table: &Table, row: &Row, column: usize) -> Option<String> {
    let message = row.message.get(column)?;
    let lines = samples(table, &table.languages[column], row, message);
    Some(lines.into_iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n"))
}

/// More words than this are not shown.
const MOST_WORDS: usize = 8;

/// The sentences of a message with sample arguments.
pub(super) fn samples(table: &Table, language: &Language, row: &Row, message: &Message) -> Vec<String> {
    let sample = |chosen: Option<(usize, &str)>| {
        let given = row.arguments.iter().enumerate().map(|(index, argument)| {
            let value = match chosen {
                Some((known, value)) if known == index => value.to_owned(),
                _ => sample_value(table, argument),
            };
            (argument.name.clone(), value)
        });
        filled_message(table, language, row, message, &given.collect::<Vec<_>>()).ok()
    };
    let Message::Choice(choice) = message else { return sample(None).into_iter().collect() };
    let cases: Vec<String> = match choice.selector {
        Selector::Select => {
            let words = explain::words(table, &row.arguments[choice.argument]);
            let is_open = row.arguments[choice.argument].kind == ArgumentKind::Listed;
            let words = words.into_iter().take(MOST_WORDS).chain(is_open.then_some("…"));
            words.map(str::to_owned).collect()
        }
        Selector::Plural | Selector::Ordinal => {
            let range: Vec<u64> = (0..=100).chain([1_000_000]).collect();
            let categories =
                plural::categories_of(&language.tag, choice.selector, &range).unwrap_or_default();
            let mut seen = Vec::new();
            let first = range.iter().zip(&categories).filter(|(_, category)| {
                let is_new = !seen.contains(*category);
                seen.push(**category);
                is_new
            });
            first.map(|(number, _)| number.to_string()).collect()
        }
    };
    let name = &row.arguments[choice.argument].name;
    let lines = cases.iter().filter_map(|case| {
        let sentence = sample(Some((choice.argument, case)))?;
        Some(format!("`{name} = {case}`: {sentence}"))
    });
    lines.collect()
}

/// A value that `codes explain` accepts for an argument.
fn sample_value(table: &Table, argument: &Argument) -> String {
    match argument.kind.data_type() {
        DataType::Word | DataType::Listed => {
            explain::words(table, argument).first().copied().unwrap_or_default().to_owned()
        }
        DataType::Text | DataType::Integer | DataType::Number | DataType::Duration | DataType::List => {
            argument.kind.example().map_or_else(|| format!("‹{}›", argument.name), str::to_owned)
        }
    }
}

/// A row in Markdown, in this language.
pub(super) fn row(table: &Table, row: &Row, language: &Language) -> String {
    let words = Words::of(language);
    let text = |text: &Localized| text.resolve(language).map(|text| text.trim_end().to_owned());
    let name = text(row.text(LiteralKind::Name)).map(|name| format!(": {name}")).unwrap_or_default();
    let mut parts = vec![format!("**{}**{name}", display_text::row(table, row))];
    parts.extend(text(row.text(LiteralKind::Description)));
    let column = language.chain.iter().find(|&&column| row.message.get(column).is_some());
    parts.extend(column.and_then(|&column| filled(table, row, column)));
    if let Some(help) = text(row.text(LiteralKind::Help)) {
        parts.push(format!("{}: {help}", words.say(Label::Advice)));
    }
    for (at, property) in table.text_columns() {
        if let Some(text) = row.column_text(at).and_then(text) {
            parts.push(format!("{}: {text}", Words::column(language, property)));
        }
    }
    if !matches!(row.status, Status::Assigned) {
        parts.push(format!("{}: {}", words.say(Label::Status), words.status(row.status)));
    }
    parts.extend(
        row.references
            .iter()
            .map(|source| if display_text::is_link(source) { format!("<{source}>") } else { source.clone() }),
    );
    parts.join("\n\n")
}

/// A text that summarizes a row: its message, or else its name or its description.
pub(super) fn sentence(row: &Row, language: &Language) -> Option<String> {
    let message = language.chain.iter().find_map(|&column| Some((column, row.message.get(column)?)));
    if let Some((_, message)) = message {
        let pattern = display_text::Pattern { message, arguments: &row.arguments };
        return pattern.sentences().pop().map(|sentence| sentence.text);
    }
    let text = row.text(LiteralKind::Name).resolve(language);
    text.or_else(|| row.text(LiteralKind::Description).resolve(language))
        .map(|text| display_text::one_line(text))
}

/// A header and everything up to the next one.
struct Section {
    name: String,
    detail: String,
    kind: u8,
    header: Range<usize>,
    whole: Range<usize>,
}

/// `SymbolKind` of the protocol.
const MODULE: u8 = 2;
const PROPERTY: u8 = 7;
const ENUM_MEMBER: u8 = 22;

fn sections(text: &str) -> Vec<Section> {
    let tree = syntax::parse(text);
    let mut sections = Vec::new();
    for entry in tree.root.entries() {
        let group = &*entry.key.name;
        let inner = entry.value.as_table().filter(|_| FAMILIES.contains(&group));
        let Some(inner) = inner else {
            sections.push(Section {
                name: group.to_owned(),
                detail: String::new(),
                kind: MODULE,
                header: entry.key.span.clone(),
                whole: 0..0,
            });
            continue;
        };
        for row in inner.entries() {
            let symbol = row.value.get("symbol").and_then(syntax::Value::as_str);
            let name = row.value.get("name").and_then(|name| {
                name.as_str().or_else(|| name.as_table()?.entries().first()?.value.as_str())
            });
            let is_row = matches!(group, "code" | "range");
            sections.push(Section {
                name: if is_row {
                    format!("{} {}", row.key.name, symbol.unwrap_or_default()).trim_end().to_owned()
                } else {
                    format!("{group} {}", row.key.name)
                },
                detail: name.unwrap_or_default().to_owned(),
                kind: if is_row { ENUM_MEMBER } else { PROPERTY },
                header: row.key.span.clone(),
                whole: 0..0,
            });
        }
    }
    sections.sort_by_cached_key(|section| section.header.start);
    let line = |at: usize| text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let ends: Vec<usize> =
        sections.iter().skip(1).map(|next| line(next.header.start)).chain([text.len()]).collect();
    for (section, end) in sections.iter_mut().zip(ends) {
        let start = line(section.header.start);
        // Comments above the next header belong to it.
        let body = text[start..end.max(start)].trim_end();
        let body = body
            .lines()
            .rev()
            .skip_while(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
        let lines = body.count();
        let length: usize = text[start..].split_inclusive('\n').take(lines).map(str::len).sum();
        let whole = text[start..start + length].trim_end().len();
        section.whole = start..(start + whole).max(section.header.end);
    }
    sections
}

pub(super) fn symbols(document: &Document, encoding: Encoding) -> Value {
    let symbols = sections(&document.text).into_iter().map(|section| {
        json!({
            "name": section.name,
            "detail": section.detail,
            "kind": section.kind,
            "range": document.range(section.whole, encoding),
            "selectionRange": document.range(section.header, encoding),
        })
    });
    symbols.collect()
}

pub(super) fn folding(document: &Document, encoding: Encoding) -> Value {
    let ranges = sections(&document.text).into_iter().filter_map(|section| {
        let range = document.range(section.whole, encoding);
        let (start, end) = (range.start.line, range.end.line);
        (start < end).then(|| json!({ "startLine": start, "endLine": end }))
    });
    ranges.collect()
}
