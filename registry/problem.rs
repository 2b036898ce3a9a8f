//! Errors as problem details of RFC 9457.

use core::fmt::{self, Display, Write as _};

use code_registry_encoding::problem::prefix;
use serde_core::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

use crate::localize::speaking;
use crate::{Code, Coded, ErrorArgument, HttpStatus, Language, language};

/// The `type` of an error whose table has no `url` (RFC 9457 section 4.2.1).
const NO_TYPE: &str = "about:blank";

/// An error as problem details ([RFC 9457]): what a service answers, in the language of the reader.
///
/// It serializes as an object, straight from the error, without a copy of its texts. Texts for people are in the language;
/// everything for programs is the same in every language:
///
/// | member | RFC 9457 | |
/// |---|---|---|
/// | `type` | 3.1.1 | the [address](Code::url) of the code in the default language; `about:blank` if the table has no `url`, although the title is then not that of the status (section 4.2.1) |
/// | `title` | 3.1.3 | the [name](Code::name) of the code |
/// | `status` | 3.1.2 | the column with `type = "http-status"` |
/// | `detail` | 3.1.4 | the message |
/// | `code`, `symbol` | 3.2 | the value and the symbol |
/// | `help` | 3.2 | what the reader can do, if the row has such a text |
/// | each argument | 3.2 | its value: see below |
///
/// The order is that of the table. `instance` (section 3.1.5) and members of your own can be added with serde's
/// `#[serde(flatten)]`.
///
/// # Arguments
///
/// | kind | |
/// |---|---|
/// | `text` | a string: words of the table as the table writes them, other values in the default language |
/// | `integer`, `count`, `bytes` | a number with all of its digits; a string if it does not fit an `i128` |
/// | `number`, `quantity` | a number; a string if JSON has no such number (`NaN`, `inf`), or if the type is not one of Rust's |
/// | `duration` | a number: seconds |
/// | `and-list`, `or-list` | an array of strings |
///
/// An argument with the name of a member in the first table, or of `instance`, gets the prefix `argument_`: `argument_status`.
///
/// A client sees only the arguments of the message, not the source or other fields of the error (section 5).
///
/// # Example
///
/// ```
/// use code_registry::{Coded, Problem, language};
///
/// #[code_registry::codes("docs/shop.toml")]
/// pub enum ShopCode {}
///
/// #[derive(Debug, Coded)]
/// #[coded(ShopCode)]
/// enum ShopError {
///     OutOfStock { item: String, days: u32 },
/// }
///
/// let error = ShopError::OutOfStock { item: "tea".into(), days: 12 };
/// let problem = serde_json::to_string(&Problem::new(&error, language!("it"))).unwrap();
/// assert_eq!(problem, concat!(
///     r#"{"type":"https://errors.example.org/en/2/","title":"Esaurito","status":409,"#,
///     r#""detail":"tea sarà disponibile tra 12 giorni","code":2,"symbol":"OUT_OF_STOCK","item":"tea","days":12}"#,
/// ));
/// ```
///
/// [RFC 9457]: https://www.rfc-editor.org/rfc/rfc9457
pub struct Problem<'a, E> {
    error: &'a E,
    language: Language,
    status: u16,
}

impl<'a, E: Coded> Problem<'a, E> {
    /// The error in a language, with the HTTP status of its code.
    pub fn new(error: &'a E, language: Language) -> Self
    where
        E::Code: HttpStatus,
    {
        Self { error, language, status: error.code().http_status() }
    }

    /// The error with a status from 100 to 599, for registries without such a column. Any other status becomes 500.
    ///
    /// ```
    /// use code_registry::{Coded, Problem, language, websocket::CloseCode};
    ///
    /// #[derive(Debug, Coded)]
    /// #[coded(CloseCode::TryAgainLater)]
    /// struct Overloaded;
    ///
    /// let problem = Problem::with_status(&Overloaded, language!("en"), 503);
    /// let json = serde_json::to_value(problem).unwrap();
    /// assert_eq!((&json["status"], &json["code"]), (&503.into(), &1013.into()));
    /// ```
    pub fn with_status(error: &'a E, language: Language, status: u16) -> Self {
        let status = if (100..600).contains(&status) { status } else { 500 };
        Self { error, language, status }
    }

    /// The error in the current language, with the HTTP status of its code.
    pub fn in_current_language(error: &'a E) -> Self
    where
        E::Code: HttpStatus,
    {
        Self::new(error, language::current().unwrap_or(<E::Code as Code>::DEFAULT_LANGUAGE))
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The language of the texts: the one that the table or an installed catalogue has for the requested one.
    pub fn language(&self) -> Language {
        language::negotiate::look_up_language::<E::Code>(self.language)
            .unwrap_or(<E::Code as Code>::DEFAULT_LANGUAGE)
    }
}

impl<E: Coded> Serialize for Problem<'_, E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (code, help) = (self.error.code(), self.error.help(self.language));
        let length = 6 + usize::from(help.is_some()) + self.error.arguments().count();
        let mut map = serializer.serialize_map(Some(length))?;
        match code.url(<E::Code as Code>::DEFAULT_LANGUAGE) {
            Some(url) => map.serialize_entry("type", &Shown(url))?,
            None => map.serialize_entry("type", NO_TYPE)?,
        }
        map.serialize_entry("title", code.name(self.language))?;
        map.serialize_entry("status", &self.status)?;
        map.serialize_entry("detail", &Shown(self.error.localized(self.language)))?;
        map.serialize_entry("code", &code.value())?;
        map.serialize_entry("symbol", code.symbol())?;
        if let Some(help) = help {
            map.serialize_entry("help", &Shown(help))?;
        }
        // Values that only display themselves follow the current language.
        speaking(<E::Code as Code>::DEFAULT_LANGUAGE, || {
            self.error
                .arguments()
                .try_for_each(|argument| map.serialize_entry(&Name(argument.name()), &Value(argument)))
        })?;
        map.end()
    }
}

/// Serializes what a value displays.
struct Shown<T>(T);

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// The name of an argument as a member.
struct Name(&'static str);

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match prefix(self.0) {
            "" => serializer.serialize_str(self.0),
            prefix => serializer.collect_str(&format_args!("{prefix}{}", self.0)),
        }
    }
}

/// The value of an argument as a member.
struct Value<'a>(ErrorArgument<'a>);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let argument = self.0;
        match argument.kind() {
            "integer" | "count" | "bytes" => match integer(argument) {
                Some(number) => serialize_integer(number, serializer),
                None => serializer.collect_str(&argument),
            },
            "and-list" | "or-list" => serialize_list(argument, serializer),
            "text" => serialize_text(argument, serializer),
            // The value shows what it is: a number, a duration, or a word of an enum.
            _ => match (argument.integer(), float(argument), argument.duration()) {
                (Some(number), ..) => serialize_integer(number, serializer),
                (None, Some(number), _) => serializer.serialize_f64(number),
                (None, None, Some(duration)) => serializer.serialize_f64(duration.as_secs_f64()),
                (None, None, None) => serialize_text(argument, serializer),
            },
        }
    }
}

fn serialize_text<S: Serializer>(argument: ErrorArgument<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    match argument.word() {
        Some(word) => serializer.serialize_str(word),
        None => serializer.collect_str(&argument),
    }
}

/// The most common types have a method in every format.
fn serialize_integer<S: Serializer>(number: i128, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(number) = i64::try_from(number) {
        serializer.serialize_i64(number)
    } else if let Ok(number) = u64::try_from(number) {
        serializer.serialize_u64(number)
    } else {
        serializer.serialize_i128(number)
    }
}

fn serialize_list<S: Serializer>(list: ErrorArgument<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let (mut count, mut result) = (0, Ok(()));
    list.for_each_item(|_| count += 1);
    let mut sequence = serializer.serialize_seq(Some(count))?;
    list.for_each_item(|item| {
        if result.is_ok() {
            result = sequence.serialize_element(&Shown(item));
        }
    });
    result?;
    sequence.end()
}

/// The integer that an argument is or displays.
fn integer(argument: ErrorArgument<'_>) -> Option<i128> {
    argument.integer().or_else(|| {
        let mut digits = Digits { bytes: [0; 64], length: 0 };
        write!(digits, "{argument}").ok()?;
        digits.text()?.parse().ok()
    })
}

/// The finite number that an argument displays: an `f32` has the digits of an `f32`.
fn float(argument: ErrorArgument<'_>) -> Option<f64> {
    let exact = argument.float().filter(|number| number.is_finite())?;
    let mut digits = Digits { bytes: [0; 64], length: 0 };
    let shown = write!(digits, "{argument}").ok().and_then(|()| digits.text()?.parse().ok());
    Some(shown.unwrap_or(exact))
}

/// The digits of a number; every `f32` fits.
struct Digits {
    bytes: [u8; 64],
    length: usize,
}

impl Digits {
    fn text(&self) -> Option<&str> {
        core::str::from_utf8(self.bytes.get(..self.length)?).ok()
    }
}

impl fmt::Write for Digits {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        let place = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        place.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

impl<E> Clone for Problem<'_, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Problem<'_, E> {}

impl<E: fmt::Debug> fmt::Debug for Problem<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { error, language, status } = self;
        f.debug_struct("Problem")
            .field("error", error)
            .field("language", language)
            .field("status", status)
            .finish()
    }
}
