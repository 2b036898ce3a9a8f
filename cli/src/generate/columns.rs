//! Typed columns, and parts of values, as all output languages receive them.

use code_registry_table::{Enumeration, Part, Property, PropertyKind, PropertyValue, Repr, Table};

use super::model::{Answer, Entry, Model, Texts, comment_line};

/// A typed column, or a part of every value.
pub(super) struct Column<'t> {
    /// The key in the table.
    pub(super) name: &'t str,
    pub(super) kind: ColumnKind<'t>,
    /// Whether a value may have none.
    pub(super) is_optional: bool,
    /// What the column means, on one line.
    pub(super) doc: String,
    index: usize,
}

/// The type of a column.
pub(super) enum ColumnKind<'t> {
    Bool,
    Integer(Repr),
    Text,
    /// The words of an enum, which are texts in all output languages.
    Words(&'t Enumeration),
}

/// A value of a column.
pub(super) enum Cell<'t> {
    Bool(bool),
    Integer(i128),
    Text(&'t str),
}

impl<'t> Column<'t> {
    /// The columns of a table, without those of localized texts.
    pub(super) fn of(model: &Model<'t>) -> Vec<Self> {
        let columns = model.table.properties.iter().enumerate();
        let columns = columns.filter(|(_, property)| property.kind != PropertyKind::Text);
        columns.map(|(index, property)| Self::new(model, index, property)).collect()
    }

    /// The columns of localized texts, in the order of [`Texts::columns`].
    pub(super) fn of_texts(model: &Model<'t>) -> Vec<Self> {
        let column = |(at, (index, property)): (usize, (usize, &'t Property))| {
            let is_missing = |texts: &Texts| texts.columns[at].is_none();
            let is_optional = answers(model).any(|answer| answer.texts.iter().any(is_missing));
            Self { is_optional, ..Self::new(model, index, property) }
        };
        model.table.text_columns().enumerate().map(column).collect()
    }

    /// The parts of every value, as integers.
    pub(super) fn of_parts(model: &Model<'t>) -> Vec<Self> {
        let column = |(index, part): (usize, &'t Part)| {
            let bits = if part.bits == 1 { "Bit" } else { "Bits" };
            let doc = format!("{bits} {} of the value.", part.range());
            Self { index, name: &part.name, kind: ColumnKind::Integer(part.repr()), is_optional: false, doc }
        };
        model.table.parts.iter().enumerate().map(column).collect()
    }

    fn new(model: &Model<'t>, index: usize, property: &'t Property) -> Self {
        let kind = match &property.kind {
            PropertyKind::Bool => ColumnKind::Bool,
            PropertyKind::Integer(repr) => ColumnKind::Integer(repr.clone()),
            PropertyKind::HttpStatus => ColumnKind::Integer(Repr::U16),
            PropertyKind::Str | PropertyKind::Text => ColumnKind::Text,
            PropertyKind::Enum(at) => ColumnKind::Words(&model.table.enums[*at]),
        };
        let is_optional = answers(model).any(|answer| answer.values[index].is_none());
        let doc = property.doc.get(0).or_else(|| property.title.get(0)).unwrap_or(&property.name);
        Self { index, name: &property.name, kind, is_optional, doc: comment_line(doc) }
    }

    /// The value in a row.
    pub(super) fn cell(&self, table: &'t Table, values: &'t [Option<PropertyValue>]) -> Option<Cell<'t>> {
        Some(match values.get(self.index)?.as_ref()? {
            PropertyValue::Bool(value) => Cell::Bool(*value),
            PropertyValue::Integer(value) => Cell::Integer(*value),
            PropertyValue::Str(text) => Cell::Text(text),
            PropertyValue::Text(_) => return None,
            PropertyValue::Word(enumeration, word) => Cell::Text(&table.word(*enumeration, *word).word),
        })
    }
}

fn answers<'m, 't>(model: &'m Model<'t>) -> impl Iterator<Item = &'m Answer<'t>> {
    let rows = model.codes.iter().chain(&model.ranges).map(|entry: &Entry<'_>| &entry.answer);
    rows.chain(&model.unlisted)
}
