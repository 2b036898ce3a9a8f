//! How a language writes numbers, lists, sizes and durations, by CLDR's data. `code-registry-table` has the data of each
//! language; a program contains that of its languages and of the kinds of arguments in its tables.

mod list;
mod number;
mod unit;

pub use list::{Elision, ListFormat};
pub use number::NumberFormat;
pub use unit::{DurationFormat, SizeFormat, Tenths};

/// The formats of a language.
#[derive(Debug, Clone, Copy)]
pub struct Formats<'s> {
    /// How numbers are written.
    pub number: NumberFormat<'s>,
    /// Lists joined by "and"; `None` if no table of the program needs it.
    pub and_list: Option<ListFormat<'s>>,
    /// Lists joined by "or".
    pub or_list: Option<ListFormat<'s>>,
    /// Numbers of bytes.
    pub size: Option<SizeFormat<'s>>,
    /// Durations.
    pub duration: Option<DurationFormat<'s>>,
}
