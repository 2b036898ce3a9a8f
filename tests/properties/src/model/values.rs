//! Rules 1, 2 and 7: the row that a value belongs to.

use std::cmp::Reverse;

use crate::table::{Extent, Label, Repr, Row, Table, Value};

impl Extent {
    pub fn holds(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Code(code), _) => code == value,
            (Self::Numbers(first, last), Value::Number(number)) => (first..=last).contains(&number),
            (Self::Prefix(prefix), Value::Text(text)) => text.starts_with(prefix.as_str()),
            _ => false,
        }
    }

    pub fn is_range(&self) -> bool {
        !matches!(self, Self::Code(_))
    }

    pub fn first(&self) -> Value {
        match self {
            Self::Code(value) => value.clone(),
            Self::Numbers(first, _) => Value::Number(*first),
            Self::Prefix(prefix) => Value::Text(prefix.clone()),
        }
    }

    pub fn last(&self, repr: &Repr) -> Value {
        match (self, repr) {
            (Self::Numbers(_, last), _) => Value::Number(*last),
            (Self::Prefix(prefix), Repr::Text { length }) => Value::Text(format!("{prefix:~<length$}")),
            _ => self.first(),
        }
    }
}

impl Repr {
    /// Rule 1: "each fits `repr`".
    pub fn has(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Number { min, max, .. }, Value::Number(number)) => (min..=max).contains(&number),
            (Self::Text { length }, Value::Text(text)) => {
                (1..=*length).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
            }
            _ => false,
        }
    }

    /// The value with this text.
    pub fn read(&self, text: &str) -> Option<Value> {
        let value = match self {
            Self::Number { .. } if text.starts_with('+') => return None,
            Self::Number { .. } => Value::Number(text.parse().ok()?),
            Self::Text { .. } => Value::Text(text.to_owned()),
        };
        self.has(&value).then_some(value)
    }
}

impl Row {
    /// "assigned (default for a code), unassigned (the default for a range)".
    pub fn status(&self) -> &'static str {
        self.status.unwrap_or(if self.extent.is_range() { "unassigned" } else { "assigned" })
    }

    pub fn is_retired(&self) -> bool {
        self.status() == "retired"
    }
}

impl Table {
    /// The innermost row around a value: "a code inside a range takes its value out of it; a range may lie wholly
    /// inside another and takes its values out of it". A retired row has no values.
    pub fn owner(&self, value: &Value) -> Option<&Row> {
        let rows = self.rows.iter().filter(|row| !row.is_retired() && row.extent.holds(value));
        rows.min_by_key(|row| match &row.extent {
            Extent::Code(_) => -1,
            Extent::Numbers(first, last) => last - first,
            Extent::Prefix(prefix) => i128::MAX - prefix.len() as i128,
        })
    }

    /// "Every row of the table in numeric order, an outer range before what lies in it."
    pub fn in_order(&self) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        rows.sort_by_key(|row| {
            (row.extent.first(), Reverse(row.extent.last(&self.repr)), !row.extent.is_range())
        });
        rows
    }

    /// The first value that only this row has; a row without one has no variant.
    pub fn first_own_value(&self, row: &Row) -> Option<Value> {
        // Another row's values begin or end where this row's own values do.
        let behind =
            self.rows.iter().filter_map(|other| match (&other.extent, other.extent.last(&self.repr)) {
                (_, Value::Number(last)) => Some(Value::Number(last + 1)),
                // Some values with this beginning are longer, so no table takes all of them.
                (_, Value::Text(_)) => match &row.extent {
                    Extent::Prefix(prefix) => Some(Value::Text(format!("{prefix}!"))),
                    _ => None,
                },
            });
        let mut values: Vec<Value> = behind.chain([row.extent.first()]).collect();
        values.sort();
        let is_own = |value: &Value| {
            row.extent.holds(value)
                && self.repr.has(value)
                && self.owner(value).is_some_and(|owner| owner == row)
        };
        values.into_iter().find(is_own)
    }

    pub fn has_variant(&self, row: &Row) -> bool {
        self.first_own_value(row).is_some()
    }

    /// What the type of a range's payload names: "the range that begins at START. Where two ranges begin at one value, the
    /// outer one goes by the first value that is its own."
    pub fn start(&self, row: &Row) -> Option<Value> {
        let first = row.extent.first();
        let begins_inside = |other: &Row| {
            other.extent.is_range()
                && other.extent.first() == first
                && other != row
                && self.has_variant(other)
        };
        let is_outer = |other: &Row| row.extent.last(&self.repr) > other.extent.last(&self.repr);
        let is_shared = self.rows.iter().any(|other| begins_inside(other) && is_outer(other));
        self.first_own_value(row).map(|own| if is_shared { own } else { first })
    }

    /// Whether rows or `unlisted` cover every value of the type.
    pub fn is_total(&self) -> bool {
        self.unlisted.is_some() || self.rows_cover_every_value()
    }

    pub fn rows_cover_every_value(&self) -> bool {
        let Repr::Number { min, max, .. } = self.repr else { return false };
        // Values that are not covered begin at the lowest value of the type, or after a row.
        let behind = self.rows.iter().filter_map(|row| match row.extent.last(&self.repr) {
            Value::Number(last) => Some(last + 1),
            Value::Text(_) => None,
        });
        let inside = self.rows.iter().filter_map(|row| match row.extent.first() {
            Value::Number(first) => Some(first),
            Value::Text(_) => None,
        });
        let mut starts = behind.chain(inside).chain([min]).filter(|start| (min..=max).contains(start));
        starts.all(|start| self.owner(&Value::Number(start)).is_some())
    }

    /// The label of a value.
    pub fn label(&self, value: &Value) -> String {
        let Some(Label { before, after, width, digits }) = &self.label else { return value.to_string() };
        let shown = match (value, &self.repr, *digits) {
            (Value::Number(number), Repr::Number { .. }, "") => format!("{number:0width$}"),
            (Value::Number(number), Repr::Number { min, max, .. }, digits) => {
                // "In hexadecimal ones it is its two's complement."
                let complement = if *number < 0 { number + (max - min + 1) } else { *number };
                let hexadecimal = format!("{complement:0width$x}");
                if digits == "X" { hexadecimal.to_uppercase() } else { hexadecimal }
            }
            _ => value.to_string(),
        };
        format!("{before}{shown}{after}")
    }
}
