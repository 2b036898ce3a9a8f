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
    /// The row that it belongs to; none: the registry, a property or an enum.
    pub(super) row: Option<&'a Row>,
    /// The note for translators of what it belongs to.
    pub(super) comment: Option<&'a str>,
    pub(super) field: Field<'a>,
    /// What the default language says.
    pub(super) source: Wording,
    /// What the other language says.
    pub(super) own: Option<Wording>,
}

/// Which text of its row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field<'a> {
    /// The title of the registry.
    Title,
    Literal(LiteralKind),
    Message,
    /// Counted from 0.
    Note(usize),
    /// The name of a typed column.
    ColumnName,
    ColumnDoc,
    /// The name of this word.
    Word(&'a str),
}

impl Field<'_> {
    /// Its key in tables.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Literal(kind) => kind.key(),
            Self::Message => TextKind::Message.key(),
            Self::Note(_) => TextKind::Note.key(),
            Self::ColumnName | Self::Word(_) => "name",
            Self::ColumnDoc => "doc",
        }
    }
}

/// Every text, and what the language in this column says; none for a language that the table lacks.
pub(super) fn of(table: &Table, column: Option<usize>) -> Vec<Text<'_>> {
    let (owner, comment) = (vec!["registry".to_owned()], table.comment.as_deref());
    let mut texts = Texts { column, owner, comment, row: None, out: Vec::new() };
    texts.add(Field::Title, &table.title);
    texts.add_notes(&table.notes);
    for property in &table.properties {
        texts.owner = vec!["property".to_owned(), property.name.clone()];
        texts.comment = property.comment.as_deref();
        texts.add(Field::ColumnName, &property.title);
        texts.add(Field::ColumnDoc, &property.doc);
    }
    for one in &table.enums {
        texts.owner = vec!["enum".to_owned(), one.name.clone()];
        texts.comment = one.comment.as_deref();
        one.words.iter().for_each(|word| texts.add(Field::Word(&word.word), &word.name));
    }
    for row in &table.rows {
        let kind = if row.extent.is_range() { "range" } else { "code" };
        texts.owner = vec![kind.to_owned(), document::header(table, row.extent)];
        (texts.row, texts.comment) = (Some(row), row.comment.as_deref());
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
    /// The header of the row, the property, the enum or the registry.
    owner: Vec<String>,
    comment: Option<&'a str>,
    row: Option<&'a Row>,
    out: Vec<Text<'a>>,
}

impl<'a> Text<'a> {
    /// The header of what it belongs to, as this file writes it.
    fn header(&self, edit: &Edit<'_>) -> Vec<String> {
        self.row.map_or_else(|| self.owner.clone(), |row| edit.row(row.extent).to_vec())
    }

    /// Where it is in a file, as paths of edits have it: in a table with the tag of its language.
    pub(super) fn path(&self, edit: &Edit<'_>, tag: Option<&str>) -> Vec<String> {
        let mut path = self.header(edit);
        path.push(self.field.key().to_owned());
        if let Field::Note(at) = self.field {
            path.push(at.to_string());
        }
        path.extend(tag.map(str::to_owned));
        if let Field::Word(word) = self.field {
            path.push(word.to_owned());
        }
        path
    }

    /// The arguments that its sentences may show.
    pub(super) fn arguments(&self) -> &'a [Argument] {
        let row = self.row.filter(|_| self.field == Field::Message);
        row.map_or(&[], |row| &row.arguments)
    }
}

impl<'a> Texts<'a> {
    fn add(&mut self, field: Field<'a>, texts: &'a Localized) {
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

    fn push<T>(&mut self, field: Field<'a>, texts: &'a Localized<T>, wording: impl Fn(&T) -> Wording) {
        let Some(source) = texts.get(0).map(&wording) else { return };
        let own = self.column.and_then(|column| texts.get(column)).map(wording);
        let owner = self.owner.join(".");
        let key = match field {
            Field::Note(at) => format!("{owner}.{}.{}", field.key(), at + 1),
            Field::Word(word) => format!("{owner}.{word}"),
            field => format!("{owner}.{}", field.key()),
        };
        let (owner, comment) = (self.owner.clone(), self.comment);
        self.out.push(Text { key, owner, comment, row: self.row, field, source, own });
    }
}
