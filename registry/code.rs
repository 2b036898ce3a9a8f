use core::error::Error;
use core::fmt::{self, Display, Write as _};
use core::hash::Hash;
use core::str::FromStr;

use code_registry_encoding::url::{self, Placeholder};

use crate::display::{LabeledValue, fmt_head};
use crate::language::negotiate;
use crate::message::FormattedMessage;
use crate::table::row;
use crate::value::Sealed as _;
use crate::{
    Argument, CodeTexts, ColumnValue, Label, Language, Localize, Notes, Rows, Status, Table, UnknownCode,
    Value,
};

/// What every registry enum can do, for code that works with any of them.
///
/// Only [`codes`](crate::codes) implements it, so later versions can add methods.
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

    /// The language of texts that no other language has: the first of [`LANGUAGES`](Self::LANGUAGES).
    const DEFAULT_LANGUAGE: Language = Self::LANGUAGES[0];

    /// The code or range that a value belongs to; `None` if no row covers it and the table has no `unlisted`.
    fn from_value(value: Self::Value) -> Option<Self>;

    /// The value.
    fn value(self) -> Self::Value;

    /// The value as it is displayed: in the form of the table's `label`.
    fn label(self) -> Label<Self> {
        Label::new(self)
    }

    /// The symbol, including the prefix; for an unlisted value, the name of its variant.
    fn symbol(self) -> &'static str {
        <Self::Table>::DATA.symbols.get(row(self))
    }

    /// A short label.
    fn name(self, language: Language) -> &'static str {
        <Self::Table>::NAMES.get(row(self), language)
    }

    /// What the code means.
    fn description(self, language: Language) -> &'static str {
        <Self::Table>::DESCRIPTIONS.get(row(self), language)
    }

    /// What the reader can do.
    fn help(self, language: Language) -> Option<&'static str> {
        <Self::Table>::HELP.get_optional(row(self), language)
    }

    /// The notes, in the order of the table.
    fn notes(self, language: Language) -> Notes {
        <Self::Table>::NOTES.get(row(self), language)
    }

    /// The state of the value in its registry.
    fn status(self) -> Status {
        <Self::Table>::DATA.statuses.get(row(self))
    }

    /// Where the code is defined: the references of its row, otherwise those of the registry.
    fn references(self) -> &'static [&'static str] {
        <Self::Table>::DATA.references.get(row(self))
    }

    /// The address of the page of the code in `language`, or in the language of the table that `language` falls back to; the
    /// page of a range for the values in it. `None` if the table has no `url`, and for values without a row.
    fn url(self, language: Language) -> Option<Url<Self>> {
        Url::new(self, language)
    }

    /// The value in a column of the table. `None` if the table has no column of this name, or the code has no value in
    /// it.
    fn column(self, name: &str) -> Option<ColumnValue> {
        self.columns().find(|(column, _)| *column == name).and_then(|(_, value)| value)
    }

    /// The text in a column with `type = "text"`. `None` if the table has no such column, or the code has no text in it.
    fn column_text(self, name: &str, language: Language) -> Option<&'static str> {
        let mut columns = <Self::Table>::TEXT_COLUMNS.iter();
        let (_, texts) = columns.find(|(column, _)| *column == name)?;
        texts.get_optional(row(self), language)
    }

    /// The columns with `type = "text"`, in the order of the table, each with the text of this code.
    fn column_texts(self, language: Language) -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
        let columns = <Self::Table>::TEXT_COLUMNS.iter();
        columns.map(move |(name, texts)| (*name, texts.get_optional(row(self), language)))
    }

    /// The columns of the table, in its order, each with the value of this code. Those with `type = "text"` are in
    /// [`column_texts`](Self::column_texts).
    fn columns(self) -> impl Iterator<Item = (&'static str, Option<ColumnValue>)> {
        let columns = <Self::Table>::COLUMNS.iter();
        columns.map(move |column| (column.name, column.values.get(row(self))))
    }

    /// Who defines the codes: the `domain` of the table.
    fn domain() -> Option<&'static str> {
        <Self::Table>::DOMAIN
    }

    /// The message with arguments named at run time. A missing argument is shown as `{name}`; a surplus one is ignored.
    fn format<'a>(
        self,
        language: Language,
        arguments: &'a [(&'a str, Argument<'a>)],
    ) -> FormattedMessage<'a, Self> {
        FormattedMessage::new(self, language, arguments)
    }

    /// Begins the message of an error with this code, in a hand-written implementation of `Display`: for `{:#}`, it writes the
    /// label and the symbol. It also lets a [report](crate::report()) find the code of an error whose type it does not know.
    ///
    /// ```
    /// use std::fmt;
    ///
    /// use code_registry::{Code, websocket::CloseCode};
    ///
    /// #[derive(Debug)]
    /// struct Closed(CloseCode, String);
    ///
    /// impl fmt::Display for Closed {
    ///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    ///         self.0.write_prefix(f)?;
    ///         write!(f, "closed by {}", self.1)
    ///     }
    /// }
    ///
    /// let closed = Closed(CloseCode::GoingAway, "the server".into());
    /// assert_eq!(format!("{closed} {closed:#}"), "closed by the server 1001 CLOSE_GOING_AWAY: closed by the server");
    /// ```
    fn write_prefix(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() { fmt_head(self, f) } else { Ok(()) }
    }

    /// The texts in a language, to look up many of them.
    fn texts(language: Language) -> CodeTexts<Self> {
        CodeTexts::new(language)
    }

    /// Every row of the table in numeric order, an outer range before the rows inside it.
    fn rows() -> Rows<Self> {
        Rows::all()
    }

    /// The language of the table that suits an `Accept-Language` header best. `None` if the header accepts none of them: then
    /// use [`DEFAULT_LANGUAGE`](Self::DEFAULT_LANGUAGE), which most readers know.
    ///
    /// The language range (RFC 9110 section 12.5.4) with the greatest quality wins, or the first of several. It is looked up
    /// by RFC 4647 section 3.4 and, if the table does not have the language itself, by the scripts and parent locales of
    /// CLDR: `zh-TW` finds `zh-Hant`, `pt-AO` finds `pt-PT`, `nn` finds `no`. `*` stands for the first language of the
    /// table that the header does not name; a quality of 0 refuses a language. For `ca-ES-valencia`, the variant is looked up
    /// first, then the region. Malformed parts are skipped, including those with invalid bytes (pass the bytes of the
    /// header). Only the first 4 KiB and the first 64 ranges of a header are read.
    ///
    /// ```
    /// use code_registry::{language, websocket::CloseCode};
    ///
    /// let (en, it) = (language!("en"), language!("it"));
    /// assert_eq!(CloseCode::negotiate("it-CH, it;q=0.9, en;q=0.8"), Some(it));
    /// assert_eq!(CloseCode::negotiate("de, en;q=0.3, it;q=0.7"), Some(it));
    /// assert_eq!(CloseCode::negotiate("en;q=0, *"), Some(it));
    /// assert_eq!(CloseCode::negotiate("de, fr"), None);
    /// assert_eq!(CloseCode::negotiate("de, fr").unwrap_or(CloseCode::DEFAULT_LANGUAGE), en);
    /// ```
    fn negotiate(accept_language: impl AsRef<[u8]>) -> Option<Language> {
        negotiate::negotiate::<Self>(accept_language.as_ref())
    }

    /// The language of the table that matches the first matching tag. `None` if no tag matches. Each is looked up like a
    /// range of [`negotiate`](Self::negotiate).
    ///
    /// ```
    /// use code_registry::{language, websocket::CloseCode};
    ///
    /// assert_eq!(CloseCode::first_of(["rm-CH", "it-CH", "en"]), Some(language!("it")));
    /// ```
    fn first_of<'a>(tags: impl IntoIterator<Item = &'a str>) -> Option<Language> {
        tags.into_iter().find_map(negotiate::look_up::<Self>)
    }

    /// The language of the table that the user of the operating system prefers: the first one of the system's list, or on
    /// Unix of `LANGUAGE`, `LC_ALL`, `LC_MESSAGES` and `LANG`, which [`Language::from_posix`] reads.
    ///
    /// ```
    /// use code_registry::{language, websocket::CloseCode};
    ///
    /// if let Some(preferred) = CloseCode::of_system() {
    ///     language::set(preferred);
    /// }
    /// ```
    #[cfg(feature = "system-language")]
    fn of_system() -> Option<Language> {
        crate::language::negotiate::preferred::<Self>()
    }

    /// Where the data of the table is. Only the expansion of `codes` has a type for it.
    #[doc(hidden)]
    type Table: Table<Self>;
}

/// A registry in which every code has the status of an HTTP response: a column with `type = "http-status"` that is `required`, or
/// has a `default` or `otherwise`.
///
/// ```
/// use code_registry::HttpStatus;
///
/// fn status<E: HttpStatus>(code: E) -> u16 {
///     code.http_status()
/// }
/// ```
pub trait HttpStatus: Code {
    /// The status, from 100 to 599.
    fn http_status(self) -> u16;
}

/// Reads a symbol, an alias, a variant's name, a label or a value.
pub fn parse<E: Code>(text: &str) -> Result<E, UnknownCode> {
    let data = <E::Table>::DATA;
    let value = match <E::Table>::row_of_name(text) {
        Some(row) => Some(data.extents.firsts[row]),
        None => data
            .label
            .and_then(|label| E::Value::from_label(text, label))
            .or_else(|| E::Value::from_plain(text)),
    };
    value.and_then(E::from_value).ok_or(UnknownCode::new(data.registry))
}

/// The address of the page of a code: what [`Code::url`] returns.
///
/// ```
/// use code_registry::{Language, websocket::CloseCode};
///
/// let it = Language::new("it").unwrap();
/// assert!(CloseCode::from(5000).url(it).is_none(), "an unlisted value has no page");
/// ```
#[derive(Clone, Copy)]
pub struct Url<E> {
    template: &'static str,
    row: usize,
    language: Language,
    code: core::marker::PhantomData<fn() -> E>,
}

impl<E: Code> Url<E> {
    /// The page of the code, or of the range that it belongs to.
    pub(crate) fn new(code: E, language: Language) -> Option<Self> {
        let (template, row) = (<E::Table>::DATA.url?, row(code));
        if row == <E::Table>::DATA.extents.firsts.len() {
            return None;
        }
        let languages = <E::Table>::DESCRIPTIONS.languages;
        let language = languages.tags[languages.column(language)];
        Some(Self { template, row, language, code: core::marker::PhantomData })
    }

    /// The template of the addresses of the registry.
    pub(crate) fn template(self) -> &'static str {
        self.template
    }
}

impl<E: Code> Display for Url<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let data = <E::Table>::DATA;
        let (first, last) = (data.extents.firsts[self.row], data.extents.last_of_range(self.row));
        url::write(self.template, f, |placeholder, out| {
            let label = match placeholder {
                Placeholder::Language => return write!(out, "{}", self.language),
                Placeholder::Symbol => return out.write_str(data.symbols.get(self.row)),
                Placeholder::Label => data.label,
                Placeholder::Value => None,
            };
            let last = last.map(|value| LabeledValue { value, label });
            url::write_values(&LabeledValue { value: first, label }, last.as_ref(), out)
        })
    }
}

impl<E: Code> fmt::Debug for Url<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Url({self})")
    }
}
