//! The data of a table, as the expansion of `codes` provides it.

use core::fmt;

use code_registry_encoding::numbers::Numbers;
use code_registry_encoding::texts::Strings;
use code_registry_encoding::value::LabelForm;

use crate::error_arguments::WriteHelp;
use crate::texts::{NoteTexts, Texts};
use crate::{Code, Language, Localize, Status, Value};

/// The data of a table, which the expansion of [`codes`](crate::codes) provides.
///
/// A value of the type shows that a payload was made by the expansion. Each kind of text is a constant of its own, so
/// that the linker drops those that a program never asks for.
#[diagnostic::on_unimplemented(
    message = "only `#[codes]` implements `Code`",
    label = "not the data of a table",
    note = "describe the codes in a table, and put `#[code_registry::codes(\"codes.toml\")]` on an empty enum"
)]
pub trait Table<E: Code> {
    /// Everything but the texts.
    const DATA: &'static Data<E::Value>;
    /// Who defines the codes, as a host name. Separate, because only errors of gRPC use it.
    const DOMAIN: Option<&'static str>;
    /// Short labels.
    const NAMES: Texts;
    /// What codes mean.
    const DESCRIPTIONS: Texts;
    /// Messages with arguments.
    const MESSAGES: Texts;
    /// What the reader can do.
    const HELP: Texts;
    /// What writes help with arguments, if the table has any.
    const WRITE_HELP: Option<WriteHelp> = None;
    /// Notes.
    const NOTES: NoteTexts;
    /// The columns, in the order of the table.
    const COLUMNS: &'static [Column];
    /// The columns with texts, in the order of the table. Separate, so that other programs do not contain the texts.
    const TEXT_COLUMNS: &'static [(&'static str, Texts)] = &[];

    /// The index of a code's row; that of an unlisted value is one past the last row.
    fn row(code: E) -> usize;

    /// The name of a row in the language of a column, without catalogues. This function and the next three are compiled with
    /// the table, where everything that they read is constant.
    fn name_in_column(row: usize, column: usize) -> &'static str;

    /// The description of a row.
    fn description_in_column(row: usize, column: usize) -> &'static str;

    /// The help of a row; empty if there is none.
    fn help_in_column(row: usize, column: usize) -> &'static str;

    /// The stored message of a row, or the text that it has instead; empty if it is missing in this language.
    fn message_in_column(row: usize, column: usize) -> &'static str;

    /// The row of a symbol, an alias or a variant's name. A function, so that it is compiled where the table is known.
    fn row_of_name(name: &str) -> Option<usize>;

    /// The contract against which a language file is checked.
    #[cfg(feature = "runtime")]
    fn contract() -> &'static str;
}

/// The data of a table, except for the texts.
#[derive(Debug)]
pub struct Data<V: 'static> {
    /// The name of the enum.
    pub registry: &'static str,
    /// How values are shown, if not as plain values.
    pub label: Option<&'static LabelForm<'static>>,
    /// The values of every row.
    pub extents: &'static Extents<V>,
    /// The symbol of every row.
    pub symbols: &'static Strings<'static>,
    /// The variant of every row.
    pub variants: &'static Strings<'static>,
    /// The state of every row.
    pub statuses: &'static Property<Status>,
    /// Where every row is defined.
    pub references: &'static Property<&'static [&'static str]>,
    /// The template of the addresses of codes.
    pub url: Option<&'static str>,
}

/// The index of a code's row; that of an unlisted value is one past the last row.
#[inline]
pub(crate) fn row<E: Code>(code: E) -> usize {
    <E::Table>::row(code)
}

/// The values of every row.
#[derive(Debug)]
pub struct Extents<V: 'static> {
    /// The first value of each row.
    pub firsts: &'static [V],
    /// The rows that are ranges: the row, the last value, and the value that the payload's type names.
    pub ranges: &'static [(u32, V, i128)],
}

impl<V: Value> Extents<V> {
    /// The last value of a row that is a range.
    pub fn last_of_range(&self, row: usize) -> Option<V> {
        self.range(row).map(|(_, last, _)| last)
    }

    /// Whether a row is the range whose payload's type names `start`.
    pub fn is_range_from(&self, row: usize, start: i128) -> bool {
        self.range(row).is_some_and(|(_, _, named)| named == start)
    }

    fn range(&self, row: usize) -> Option<(u32, V, i128)> {
        let found = self.ranges.binary_search_by_key(&row, |&(range, ..)| range as usize).ok()?;
        Some(self.ranges[found])
    }
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its name in the table.
    pub name: &'static str,
    /// Its value in each row.
    pub values: Property<Option<ColumnValue>>,
}

/// A value of the same type for every row: each different one once, and which of them a row has.
#[derive(Debug)]
pub struct Property<T: 'static> {
    /// The different values.
    pub values: &'static [T],
    /// Which one each row has; empty if all have the first.
    pub ids: Numbers<'static>,
}

impl<T: Copy> Property<T> {
    /// The value of a row.
    #[inline]
    pub const fn get(&self, row: usize) -> T {
        self.values[if self.ids.is_empty() { 0 } else { self.ids.get(row) }]
    }
}

/// The value of a code in a column of its table, for code that works with any registry. If the registry is known, use the
/// method named after the column: it is typed.
///
/// [`localized`](Localize::localized) shows a word by its name in the language, and everything else as it is in the table.
///
/// ```
/// use code_registry::{Code, ColumnValue};
/// use code_registry::websocket::CloseCode;
///
/// fn may_retry<E: Code>(code: E) -> bool {
///     matches!(code.column("reconnect"), Some(ColumnValue::Word { word, .. }) if word != "no")
/// }
/// assert!(may_retry(CloseCode::Abnormal));
/// assert!(!may_retry(CloseCode::Normal));
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum ColumnValue {
    /// The value of a column with `type = "bool"`.
    Bool(bool),
    /// The value of a column of integers, or of HTTP statuses.
    Integer(i128),
    /// The value of a column with `type = "str"`.
    Str(&'static str),
    /// The value of a column of words.
    #[non_exhaustive]
    Word {
        /// The word as it is in the table.
        word: &'static str,
        /// The word as a value of the enum, to be displayed in a language.
        localized: &'static (dyn Localize + Send + Sync),
    },
}

impl ColumnValue {
    /// Creates the value of a word, for the expansion of `codes`.
    #[doc(hidden)]
    pub const fn __word(word: &'static str, localized: &'static (dyn Localize + Send + Sync)) -> Self {
        Self::Word { word, localized }
    }
}

impl Localize for ColumnValue {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => fmt::Display::fmt(value, f),
            Self::Integer(value) => fmt::Display::fmt(value, f),
            Self::Str(value) => f.pad(value),
            Self::Word { localized, .. } => localized.fmt_in(language, f),
        }
    }

    fn __code_registry_word(&self) -> Option<&'static str> {
        match self {
            Self::Word { word, .. } => Some(word),
            Self::Bool(_) | Self::Integer(_) | Self::Str(_) => None,
        }
    }
}

impl fmt::Debug for ColumnValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => f.debug_tuple("Bool").field(value).finish(),
            Self::Integer(value) => f.debug_tuple("Integer").field(value).finish(),
            Self::Str(value) => f.debug_tuple("Str").field(value).finish(),
            Self::Word { word, .. } => f.debug_struct("Word").field("word", word).finish_non_exhaustive(),
        }
    }
}

/// Words are equal if they are written the same.
impl PartialEq for ColumnValue {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bool(own), Self::Bool(other)) => own == other,
            (Self::Integer(own), Self::Integer(other)) => own == other,
            (Self::Str(own), Self::Str(other))
            | (Self::Word { word: own, .. }, Self::Word { word: other, .. }) => own == other,
            _ => false,
        }
    }
}

impl Eq for ColumnValue {}
