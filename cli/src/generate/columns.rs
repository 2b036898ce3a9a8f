//! Typed columns, as all output languages receive them.

use code_registry_table::{Property, PropertyKind, PropertyValue, Repr, Table};

use super::model::{Entry, Model, comment_line};

/// A typed column.
pub(super) struct Column<'t> {
    index: usize,
    /// The key in the table.
    pub(super) name: &'t str,
    pub(super) kind: ColumnKind<'t>,
    /// Whether a value may have none.
    pub(super) is_optional: bool,
    /// What the column means, on one line.
    pub(super) doc: String,
}

/// The type of a column.
pub(super) enum ColumnKind<'t> {
    Bool,
    Integer(Repr),
    Text,
    /// The words of an enum, which are texts in all output languages.
    Words(Vec<&'t str>),
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

    fn new(model: &Model<'t>, index: usize, property: &'t Property) -> Self {
        let kind = match &property.kind {
            PropertyKind::Bool => ColumnKind::Bool,
            PropertyKind::Integer(repr) => ColumnKind::Integer(repr.clone()),
            PropertyKind::HttpStatus => ColumnKind::Integer(Repr::U16),
            PropertyKind::Str | PropertyKind::Text => ColumnKind::Text,
            PropertyKind::Enum(at) => {
                ColumnKind::Words(model.table.enums[*at].words.iter().map(|word| &*word.word).collect())
            }
        };
        let values = || model.codes.iter().chain(&model.ranges).map(|entry: &Entry<'_>| &entry.answer);
        let is_missing = |values: &[Option<PropertyValue>]| values[index].is_none();
        let is_optional = values().chain(&model.unlisted).any(|answer| is_missing(&answer.values));
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
