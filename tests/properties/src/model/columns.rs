//! Typed columns: the result of each method, as `{:?}` shows it.

use crate::model::names;
use crate::table::{Cell, Property, Row, Table};

impl Property {
    /// The value in the row, otherwise the default.
    pub fn cell<'t>(&'t self, row: &'t Row) -> Option<&'t Cell> {
        row.cells.get(&self.name).or(self.default.as_ref())
    }
}

impl Table {
    /// The columns of a row or of an unlisted value: "with a default the method returns the type; without, an
    /// `Option`".
    pub fn columns(&self, row: Option<&Row>) -> Vec<String> {
        let said = |property: &Property| {
            let cell = row.map_or(property.default.as_ref(), |row| property.cell(row)).map(shown);
            match (&property.default, cell) {
                (Some(_), cell) => cell.unwrap_or_default(),
                (None, Some(cell)) => format!("Some({cell})"),
                (None, None) => "None".to_owned(),
            }
        };
        self.properties.iter().map(said).collect()
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Bool(value) => value.to_string(),
        Cell::Integer(value) => value.to_string(),
        Cell::Str(text) => format!("{text:?}"),
        Cell::Word(word) => names::upper_camel_case(word),
    }
}
