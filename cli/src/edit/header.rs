//! How the values of a new row are written: as its neighbours' are.

use code_registry_table::{Extent, Table};

use super::rows::Rows;
use crate::document;

/// The header of a new row.
pub(crate) fn spell(table: &Table, rows: &Rows, extent: Extent) -> String {
    let neighbour = || rows.before(extent).or_else(|| rows.after(extent));
    let Some((known, header)) = neighbour().filter(|_| !table.repr.is_text()) else {
        return document::header(table, extent);
    };
    let form = Form::of(table, rows, *known, header);
    match extent {
        Extent::Code(value) => form.show(table, value),
        Extent::Range(first, last) => {
            let [first, last] = [first, last].map(|value| form.show(table, value));
            let is_dotted = first.starts_with('-') || header.contains("..=");
            [&first[..], if is_dotted { "..=" } else { "-" }, &last].concat()
        }
    }
}

/// How a number is written.
enum Form {
    Decimal,
    Labelled,
    Hexadecimal { width: usize, is_upper: bool },
}

impl Form {
    /// The form of the first number of a header.
    fn of(table: &Table, rows: &Rows, extent: Extent, header: &str) -> Self {
        let labelled = table.label(extent.first());
        let start = header.get(..labelled.len()).unwrap_or_default();
        if labelled != extent.first().to_string() && start.eq_ignore_ascii_case(&labelled) {
            return Self::Labelled;
        }
        let Some(digits) = header.strip_prefix("0x") else { return Self::Decimal };
        let width = digits.find(|digit: char| !digit.is_ascii_hexdigit()).unwrap_or(digits.len());
        Self::Hexadecimal { width, is_upper: !rows.have_small_digits() }
    }

    fn show(&self, table: &Table, value: i128) -> String {
        match *self {
            Self::Labelled => table.label(value),
            Self::Hexadecimal { width, is_upper: true } if value >= 0 => format!("0x{value:0width$X}"),
            Self::Hexadecimal { width, is_upper: false } if value >= 0 => format!("0x{value:0width$x}"),
            _ => value.to_string(),
        }
    }
}
