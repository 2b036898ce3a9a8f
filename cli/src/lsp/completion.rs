//! Completion in tables and language files: keys, words, languages, arguments and plural categories.

use code_registry_table::schema::{self, Shape, ValueType};
use code_registry_table::{Category, Extent, Property, PropertyKind, Row, Rule, Selector, Table, plural};
use serde_json::{Value, json};

use super::cursor::{Cursor, Meaning, Slot, is_row, meaning, text_of};
use super::documents::Document;
use super::protocol::Encoding;
use crate::table_file::spoken_language;

/// A proposal: its text, what it is, and its meaning.
struct Offer {
    label: String,
    detail: String,
    doc: String,
}

fn offer(label: impl Into<String>, detail: impl Into<String>, doc: impl Into<String>) -> Offer {
    Offer { label: label.into(), detail: detail.into(), doc: doc.into() }
}

fn offers<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<Offer> {
    words.into_iter().map(|word| offer(word, "", "")).collect()
}

/// The file that is edited, and what is known about its table.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) document: &'a Document,
    pub(super) table: &'a Table,
    /// The tag of a language file.
    pub(super) language: Option<&'a str>,
    pub(super) encoding: Encoding,
}

impl View<'_> {
    pub(super) fn root(&self) -> &'static Shape {
        if self.language.is_some() { &schema::FILE_ROOT } else { &schema::ROOT }
    }

    /// The row that keys lead to.
    pub(super) fn row(&self, path: &[&str]) -> Option<&Row> {
        let [kind, header, ..] = path else { return None };
        let extent = self.table.extent(kind, header)?;
        self.table.rows.iter().find(|row| row.extent == extent)
    }
}

/// The proposals at a byte.
pub(super) fn complete(view: View<'_>, offset: usize) -> Value {
    let cursor = Cursor::at(&view.document.text, offset);
    let text = &view.document.text;
    let before = &text[cursor.word.start..offset.max(cursor.word.start)];
    let (found, start, quotes) = match cursor.slot {
        Slot::Nothing => return Value::Null,
        Slot::Header => (headers(view, &cursor), cursor.word.start, false),
        Slot::Key => (keys(view, &cursor), cursor.word.start, false),
        Slot::Value => match before.rfind('{').filter(|_| before.starts_with(['"', '\''])) {
            Some(brace) if !before[brace..].contains('}') => {
                (arguments(view, &cursor), cursor.word.start + brace + 1, false)
            }
            _ => (values(view, &cursor), cursor.word.start, true),
        },
    };
    let range = view.document.range(start..offset.max(start), view.encoding);
    let items = found.into_iter().map(|Offer { label, detail, doc }| {
        let is_bare = !quotes || label == "true" || label == "false" || label.parse::<i128>().is_ok();
        let text = if is_bare { label.clone() } else { format!("\"{label}\"") };
        let mut item = json!({
            "label": label,
            "filterText": text,
            "kind": if quotes { 12 } else { 10 },
            "textEdit": { "range": range, "newText": text },
        });
        if !detail.is_empty() {
            item["detail"] = detail.into();
        }
        if !doc.is_empty() {
            item["documentation"] = doc.into();
        }
        item
    });
    items.collect()
}

/// The keys of a header.
fn headers(view: View<'_>, cursor: &Cursor) -> Vec<Offer> {
    let mut path = cursor.names();
    if !cursor.word.is_empty() {
        path.pop();
    }
    match path.as_slice() {
        ["language"] => offers(other_languages(view)),
        [] => view.root().keys.iter().map(|key| offer(key.name, "", key.doc)).collect(),
        [_, _] => offers(["note"]),
        _ => Vec::new(),
    }
}

fn other_languages(view: View<'_>) -> impl Iterator<Item = &str> {
    view.table.languages.iter().skip(1).map(|language| language.tag.as_str())
}

/// The keys that are allowed at the cursor.
fn keys(view: View<'_>, cursor: &Cursor) -> Vec<Offer> {
    let mut path = cursor.names();
    if !cursor.word.is_empty() {
        path.pop();
    }
    let Some((meaning, _)) = meaning(view.root(), &path, view.table) else { return Vec::new() };
    let mut found = match meaning {
        Meaning::ValueType(ValueType::Keys(shape)) => {
            let mut found: Vec<Offer> = shape.keys.iter().map(|key| offer(key.name, "", key.doc)).collect();
            if is_row(shape) {
                let is_allowed =
                    |property: &&Property| view.language.is_none() || property.kind == PropertyKind::Text;
                let properties = view.table.properties.iter().filter(is_allowed);
                found.extend(properties.map(|property| {
                    offer(
                        &property.name,
                        "",
                        property.doc.resolve(spoken_language(view.table)).cloned().unwrap_or_default(),
                    )
                }));
            }
            found
        }
        Meaning::Property(Property { kind: PropertyKind::Text, .. })
        | Meaning::ValueType(
            ValueType::Localized | ValueType::LocalizedMessage | ValueType::LocalizedNotes,
        ) => offers(view.table.languages.iter().map(|language| language.tag.as_str())),
        Meaning::ValueType(ValueType::Message) => cases(view, &path, cursor),
        Meaning::ValueType(ValueType::ArgumentKinds) => {
            let row = view.row(&path);
            row.into_iter()
                .flat_map(|row| &row.arguments)
                .map(|argument| offer(&argument.name, "", ""))
                .collect()
        }
        Meaning::ValueType(ValueType::Part) => {
            schema::PART.keys.iter().map(|key| offer(key.name, "", key.doc)).collect()
        }
        Meaning::ValueType(ValueType::Each(shape)) if shape.name() == schema::LANGUAGE.name() => {
            offers(other_languages(view))
        }
        Meaning::ValueType(ValueType::Lints) => {
            Rule::lints().map(|rule| offer(rule.id(), "", crate::diagnostics::rule(rule))).collect()
        }
        _ => Vec::new(),
    };
    found.retain(|offer| !cursor.siblings.contains(&offer.label));
    found
}

/// The keys of a message with a choice: the selector, or the cases.
fn cases(view: View<'_>, path: &[&str], cursor: &Cursor) -> Vec<Offer> {
    let selector = Selector::ALL
        .iter()
        .copied()
        .find(|selector| cursor.siblings.iter().any(|key| key == selector.name()));
    let Some(selector) = selector else {
        return offers(Selector::ALL.iter().map(|selector| selector.name()));
    };
    let tag = view.language.or_else(|| text_of(path, false)?.1).unwrap_or(&view.table.languages[0].tag);
    let categories = plural::every_category(tag, selector);
    let found = categories.into_iter().flatten();
    found.map(|category| offer(category.name(), numbers(tag, selector, category), "")).collect()
}

/// The integers of a category: `0, 5–20, 25–30, …`; empty if no integer has it.
pub(super) fn numbers(tag: &str, selector: Selector, category: Category) -> String {
    let numbers: Vec<u64> = (0..=130).chain([1_000, 1_000_000]).collect();
    let categories = plural::categories_of(tag, selector, &numbers).unwrap_or_default();
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for (number, _) in numbers.iter().zip(&categories).filter(|(_, found)| **found == category) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let show = |(first, last): &(u64, u64)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    };
    let mut shown: Vec<String> = runs.iter().take(4).map(show).collect();
    if runs.len() > 4 {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

/// The arguments that a message may contain.
fn arguments(view: View<'_>, cursor: &Cursor) -> Vec<Offer> {
    let path = cursor.names();
    if text_of(&path, view.language.is_some()).is_none() {
        return Vec::new();
    }
    let row = view.row(&path);
    let arguments = row.into_iter().flat_map(|row| &row.arguments);
    arguments.map(|argument| offer(&argument.name, argument.declaration(), "")).collect()
}

/// The values that a key may have.
fn values(view: View<'_>, cursor: &Cursor) -> Vec<Offer> {
    let path = cursor.names();
    let Some((meaning, key)) = meaning(view.root(), &path, view.table) else { return Vec::new() };
    match (meaning, key.map(|key| key.name)) {
        (Meaning::ValueType(ValueType::Word(words)), _) => offers(words.iter().copied()),
        (Meaning::ValueType(ValueType::WordOrEnum(words)), _) => {
            offers(words.iter().copied().chain(view.table.enums.iter().map(|one| one.name.as_str())))
        }
        (Meaning::Property(property), _) => match &property.kind {
            PropertyKind::Bool => offers(["true", "false"]),
            PropertyKind::Enum(at) => {
                offers(view.table.enums[*at].words.iter().map(|word| word.word.as_str()))
            }
            PropertyKind::Integer(_) | PropertyKind::Str | PropertyKind::Text | PropertyKind::HttpStatus => {
                Vec::new()
            }
        },
        (Meaning::ValueType(ValueType::Value), Some("replaced_by")) => {
            let codes = view.table.rows.iter().filter_map(|row| match row.extent {
                Extent::Code(value) => Some(offer(view.table.repr.show(value), &row.symbol, "")),
                Extent::Range(..) => None,
            });
            codes.take(MOST_OFFERS).collect()
        }
        // The names of a part.
        (Meaning::ValueType(ValueType::Text), Some("names")) => {
            offers(view.table.enums.iter().map(|one| one.name.as_str()))
        }
        (Meaning::ValueType(ValueType::List), Some("fallback")) => offers(other_languages(view)),
        (Meaning::ValueType(ValueType::Message), _)
            if path
                .last()
                .is_some_and(|key| Selector::ALL.iter().any(|selector| selector.name() == *key)) =>
        {
            let row = view.row(&path);
            let arguments = row.into_iter().flat_map(|row| &row.arguments);
            arguments.map(|argument| offer(&argument.name, argument.declaration(), "")).collect()
        }
        _ => Vec::new(),
    }
}

/// More rows than this are not offered.
const MOST_OFFERS: usize = 1_000;
