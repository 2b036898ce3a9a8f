//! The code that a text names.

use crate::model::names;
use crate::table::{Extent, Repr, Table, Value};

impl Table {
    /// "Symbol, alias, variant name, label or number" of a code. A range has no single value that could be its name.
    pub fn parse(&self, text: &str) -> Option<Value> {
        let named = self.rows.iter().find_map(|row| match &row.extent {
            Extent::Code(value) if !row.is_retired() && self.is_name(row, text) => Some(value.clone()),
            _ => None,
        });
        let value = named.or_else(|| self.read_label(text)).or_else(|| self.repr.read(text))?;
        (self.unlisted.is_some() || self.owner(&value).is_some()).then_some(value)
    }

    fn is_name(&self, row: &crate::table::Row, text: &str) -> bool {
        row.symbol == text || row.aliases.contains(text) || names::variant(self, row) == text
    }

    fn read_label(&self, text: &str) -> Option<Value> {
        let label = self.label.as_ref()?;
        let digits = text.strip_prefix(label.before)?.strip_suffix(label.after)?;
        match (&self.repr, label.digits) {
            (Repr::Number { max, min, .. }, "x" | "X") => {
                if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                    return None;
                }
                let number = i128::from_str_radix(digits, 16).ok()?;
                let value = Value::Number(if number > *max { number - (max - min + 1) } else { number });
                self.repr.has(&value).then_some(value)
            }
            _ => self.repr.read(digits),
        }
    }
}
