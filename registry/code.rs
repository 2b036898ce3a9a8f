use core::error::Error;
use core::fmt::{self, Display};
use core::hash::Hash;
use core::str::FromStr;

use crate::label::LabelForm;
use crate::language;
use crate::message::Filled;
use crate::row::{Extents, Property};
use crate::strings::Strings;
use crate::texts::{NoteTexts, Texts};
use crate::value::Sealed as _;
use crate::{Label, Language, Localize, Notes, Rows, Status, UnknownCode, Value};

/// What every registry enum can do, for code that works with any of them.
///
/// Only [`codes`](crate::codes) implements it.
///
/// ```
/// use code_registry::{Code, Language, websocket::CloseCode};
///
/// fn line<E: Code>(code: E, language: Language) -> String {
///     format!("{} {}", code.symbol(), code.name(language))
/// }
/// let en = Language::new("en").unwrap();
/// assert!(line(CloseCode::Normal, en).starts_with("CLOSE_NORMAL "));
/// ```
pub trait Code:
    Localize + Error + FromStr<Err = UnknownCode> + Copy + Ord + Hash + Send + Sync + 'static
{
    /// The type of the values.
    type Value: Value;

    /// The languages of the table; the first is the default language.
    const LANGUAGES: &'static [Language];

    /// The code or range that a value belongs to; none where no row covers it and the table has no `unlisted`.
    fn from_value(value: Self::Value) -> Option<Self>;

    /// The value.
    fn value(self) -> Self::Value;

    /// The value as people see it: in the form that the table's `label` gives it.
    fn label(self) -> Label<Self> {
        Label::new(self)
    }

    /// The symbol, prefix and all; the variant's name for an unlisted value.
    fn symbol(self) -> &'static str {
        Self::SYMBOLS.get(self.row())
    }

    /// A short label.
    fn name(self, language: Language) -> &'static str {
        Self::NAMES.get(self.row(), language)
    }

    /// What the code means.
    fn description(self, language: Language) -> &'static str {
        Self::DESCRIPTIONS.get(self.row(), language)
    }

    /// What the reader can do.
    fn help(self, language: Language) -> Option<&'static str> {
        Self::HELP.get_optional(self.row(), language)
    }

    /// The notes, in the order of the table.
    fn notes(self, language: Language) -> Notes {
        Self::NOTES.get(self.row(), language)
    }

    /// The state of the value in its registry.
    fn status(self) -> Status {
        Self::STATUSES.get(self.row())
    }

    /// Where the code is defined: what its row says, else what the registry says.
    fn references(self) -> &'static [&'static str] {
        Self::REFERENCES.get(self.row())
    }

    /// The message with arguments named at run time; one that is missing shows as `{name}`, one too many does not.
    fn format<'a>(self, language: Language, arguments: &'a [(&'a str, &'a dyn Display)]) -> Filled<'a, Self> {
        Filled::new(self, language, arguments)
    }

    /// Every row of the table in numeric order, an outer range before what lies in it.
    fn rows() -> Rows<Self> {
        Rows::all()
    }

    // What follows is between this crate and the expansion of `codes`.

    /// Shows that a payload is made by the expansion.
    #[doc(hidden)]
    type Key;
    /// The name of the enum.
    #[doc(hidden)]
    const REGISTRY: &'static str;
    /// What CLDR says is asked for by other tags than those of the table, each with a language of the table.
    #[doc(hidden)]
    const NEAR: &'static [(Language, Language)];
    #[doc(hidden)]
    const LABEL: Option<&'static LabelForm>;
    #[doc(hidden)]
    const EXTENTS: &'static Extents<Self::Value>;
    #[doc(hidden)]
    const SYMBOLS: &'static Strings;
    #[doc(hidden)]
    const VARIANTS: &'static Strings;
    #[doc(hidden)]
    fn row_of_name(name: &str) -> Option<usize>;
    #[doc(hidden)]
    const STATUSES: &'static Property<Status>;
    #[doc(hidden)]
    const REFERENCES: &'static Property<&'static [&'static str]>;
    #[doc(hidden)]
    const NAMES: Texts;
    #[doc(hidden)]
    const DESCRIPTIONS: Texts;
    #[doc(hidden)]
    const MESSAGES: Texts;
    #[doc(hidden)]
    const HELP: Texts;
    #[doc(hidden)]
    const NOTES: NoteTexts;

    /// The index of its row; that of an unlisted value is one past the last row.
    #[doc(hidden)]
    fn row(self) -> usize;
    /// What a language file is held against.
    #[cfg(feature = "runtime")]
    #[doc(hidden)]
    fn contract() -> &'static str;
}

/// Reads a symbol, an alias, a variant's name, a label or a value.
pub fn parse<E: Code>(text: &str) -> Result<E, UnknownCode> {
    let value = match E::row_of_name(text) {
        Some(row) => Some(E::EXTENTS.firsts[row]),
        None => E::LABEL.and_then(|label| label.read::<E>(text)).or_else(|| E::Value::from_plain(text)),
    };
    value.and_then(E::from_value).ok_or(UnknownCode::new(E::REGISTRY))
}

/// `{}` is what the code means; `{:#}` puts label and symbol in front.
pub fn fmt_code<E: Code>(code: E, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let language = language.or_else(language::current).unwrap_or(E::LANGUAGES[0]);
    let text = code.description(language);
    if f.alternate() {
        write!(f, "{} {}: {text}", code.label(), code.symbol())
    } else if f.width().is_none() && f.precision().is_none() {
        f.write_str(text)
    } else {
        f.pad(text)
    }
}

/// `{:?}` is the variant, with the value where it holds one.
pub fn fmt_debug<E: Code>(code: E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let variant = E::VARIANTS.get(code.row());
    if is_code(code) { f.write_str(variant) } else { f.debug_tuple(variant).field(&code.value()).finish() }
}

/// Whether this is a code of the table: neither a value of a range nor one that no row covers.
pub(crate) fn is_code<E: Code>(code: E) -> bool {
    let row = code.row();
    row < E::EXTENTS.firsts.len() && E::EXTENTS.last_of_range(row).is_none()
}
