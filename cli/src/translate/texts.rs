//! Every text of a table, in the order in which people read it.

use code_registry_table::{Argument, LiteralKind, Localized, Message, Row, Table, TextKind};

use super::wording::Wording;
use crate::display_text::Pattern;
use crate::document;
use crate::toml_text::Edit;

/// A text that the default language has.
#[derive(Debug)]
pub(super) struct Text<'a> {
    /// What it is known by: `code.2001.description`.
    pub(super) key: String,
    /// The header of what it belongs to, as paths of edits begin: that of a row may be written differently.
    owner: Vec<String>,
    /// The row that it belongs to; none: the registry or a property.
    pub(super) row: Option<&'a Row>,
    pub(super) field: Field,
    /// What the default language says.
    pub(super) source: Wording,
    /// What the other language says.
    pub(super) own: Option<Wording>,
}

/// Which text of its row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// The title of the registry.
    Title,
    Literal(LiteralKind),
    Message,
    /// Counted from 0.
    Note(usize),
    /// The name of a typed column.
    ColumnName,
    ColumnDoc,
}

impl Field {
    /// Its key in tables.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Literal(kind) => kind.key(),
            Self::Message => TextKind::Message.key(),
            Self::Note(_) => TextKind::Note.key(),
            Self::ColumnName => "name",
            Self::ColumnDoc => "doc",
        }
    }
}

/// Every text, and what the language in this column says; none for a language that the table lacks.
pub(super) fn of(table: &Table, column: Option<usize>) -> Vec<Text<'_>> {
    let mut texts = Texts { column, owner: vec!["registry".to_owned()], row: None, out: Vec::new() };
    texts.add(Field::Title, &table.title);
    texts.add_notes(&table.notes);
    for property in &table.properties {
        texts.owner = vec!["property".to_owned(), property.name.clone()];
        texts.add(Field::ColumnName, &property.title);
        texts.add(Field::ColumnDoc, &property.doc);
    }
    for row in &table.rows {
        let kind = if row.extent.is_range() { "range" } else { "code" };
        texts.owner = vec![kind.to_owned(), document::header(table, row.extent)];
        texts.row = Some(row);
        for kind in TextKind::ALL {
            match kind {
                TextKind::Literal(kind) => texts.add(Field::Literal(kind), row.text(kind)),
                TextKind::Message => texts.add_message(&row.message, &row.arguments),
                TextKind::Note => texts.add_notes(&row.notes),
            }
        }
    }
    texts.out
}

struct Texts<'a> {
    column: Option<usize>,
    /// The header of the row, the property or the registry.
    owner: Vec<String>,
    row: Option<&'a Row>,
    out: Vec<Text<'a>>,
}

impl<'a> Text<'a> {
    /// The header of what it belongs to, as this file writes it.
    pub(super) fn header(&self, edit: &Edit<'_>) -> Vec<String> {
        self.row.map_or_else(|| self.owner.clone(), |row| edit.row(row.extent).to_vec())
    }

    /// The arguments that its sentences may show.
    pub(super) fn arguments(&self) -> &'a [Argument] {
        let row = self.row.filter(|_| self.field == Field::Message);
        row.map_or(&[], |row| &row.arguments)
    }
}

impl<'a> Texts<'a> {
    fn add(&mut self, field: Field, texts: &'a Localized) {
        self.push(field, texts, |text| Wording::Sentence(text.clone()));
    }

    fn add_notes(&mut self, notes: &'a [Localized]) {
        for (at, note) in notes.iter().enumerate() {
            self.add(Field::Note(at), note);
        }
    }

    fn add_message(&mut self, texts: &'a Localized<Message>, arguments: &'a [Argument]) {
        self.push(Field::Message, texts, |message| Wording::of(Pattern { message, arguments }));
    }

    fn push<T>(&mut self, field: Field, texts: &'a Localized<T>, wording: impl Fn(&T) -> Wording) {
        let Some(source) = texts.get(0).map(&wording) else { return };
        let own = self.column.and_then(|column| texts.get(column)).map(wording);
        let mut key = format!("{}.{}", self.owner.join("."), field.key());
        if let Field::Note(at) = field {
            key += &format!(".{}", at + 1);
        }
        self.out.push(Text { key, owner: self.owner.clone(), row: self.row, field, source, own });
    }
}
