//! The form of a code in serde and schemars, which the table's `serde` chooses.

#[cfg(feature = "schemars")]
mod schema;

use core::fmt::{self, Formatter};
use core::marker::PhantomData;

#[cfg(feature = "schemars")]
pub use schema::{schema, schema_name};
use serde_core::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Unexpected, Visitor};
use serde_core::ser::{Serialize, SerializeStruct, Serializer};

#[cfg(feature = "std")]
use crate::Listed;
use crate::value::Sealed as _;
use crate::{Code, CodeStr, Language, Table, UnlistedValue};

/// How a code is written in formats that people read; in others it is its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SerdeForm {
    /// `1006`.
    Number,
    /// `"CLOSE_ABNORMAL"`; the value of a range, or one that no row covers, as its number.
    Symbol,
    /// `{"code": 1006, "symbol": "CLOSE_ABNORMAL"}`.
    Object,
}

/// The keys of an object.
const CODE: &str = "code";
const SYMBOL: &str = "symbol";

/// Writes a code.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<E: Code, S: Serializer>(code: E, form: SerdeForm, serializer: S) -> Result<S::Ok, S::Error> {
    match form {
        SerdeForm::Symbol if serializer.is_human_readable() && crate::display::is_code(code) => {
            serializer.serialize_str(code.symbol())
        }
        SerdeForm::Object if serializer.is_human_readable() => {
            let mut object = serializer.serialize_struct(<E::Table>::DATA.registry, 2)?;
            object.serialize_field(CODE, &Plain(code))?;
            object.serialize_field(SYMBOL, code.symbol())?;
            object.end()
        }
        _ => code.value().serialize(serializer),
    }
}

/// The value alone.
struct Plain<E>(E);

impl<E: Code> Serialize for Plain<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.value().serialize(serializer)
    }
}

impl<const N: usize> Serialize for CodeStr<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The tag.
impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The maximum number of characters of a wrong text in an error.
const SHOWN: usize = 60;

/// Reads what [`serialize`] writes; in formats that people write, symbols and numbers are both accepted.
///
/// # Errors
/// Those of the deserializer, and one with the name of the registry if there is no such code.
pub fn deserialize<'de, E: Code, D: Deserializer<'de>>(
    form: SerdeForm,
    deserializer: D,
) -> Result<E, D::Error> {
    if deserializer.is_human_readable() {
        return deserializer.deserialize_any(CodeVisitor { form, code: PhantomData });
    }
    E::Value::deserialize_code(deserializer, code_of_word)
}

/// Reads the word of a code.
///
/// # Errors
/// Those of the deserializer, and one with the name of the registry if there is no such code.
fn code_of_word<'de, E: Code, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    deserializer.deserialize_str(CodeVisitor { form: SerdeForm::Number, code: PhantomData })
}

#[cfg(feature = "std")]
impl<E: Code<Value = &'static str>> Serialize for Listed<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "std")]
impl<'de, E: Code<Value = &'static str>> Deserialize<'de> for Listed<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor { expected: "a word", read: |word| Some(Self::from(word)) })
    }
}

struct CodeVisitor<E> {
    form: SerdeForm,
    code: PhantomData<E>,
}

impl<E: Code> CodeVisitor<E> {
    fn number<R: Error>(number: i128) -> Result<E, R> {
        let code = E::Value::from_number(number).and_then(E::from_value);
        code.ok_or_else(|| R::custom(UnlistedValue::of_number(<E::Table>::DATA.registry, number)))
    }
}

impl<'de, E: Code> Visitor<'de> for CodeVisitor<E> {
    type Value = E;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let object = if self.form == SerdeForm::Object { ", or an object with its `code`" } else { "" };
        write!(f, "the value or the symbol of a {}{object}", <E::Table>::DATA.registry)
    }

    fn visit_i64<R: Error>(self, number: i64) -> Result<E, R> {
        Self::number(number.into())
    }

    fn visit_u64<R: Error>(self, number: u64) -> Result<E, R> {
        Self::number(number.into())
    }

    fn visit_i128<R: Error>(self, number: i128) -> Result<E, R> {
        Self::number(number)
    }

    fn visit_str<R: Error>(self, text: &str) -> Result<E, R> {
        // Text that is written as a value is one, even if it is also the name of a code.
        let value = E::Value::from_plain(text).filter(|_| self.form == SerdeForm::Number);
        if let Some(code) = value.and_then(E::from_value) {
            return Ok(code);
        }
        text.parse().map_err(|error| {
            let shown = text.char_indices().nth(SHOWN).map_or(text, |(end, _)| &text[..end]);
            R::custom(format_args!("{shown:?} is {error}"))
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<E, A::Error> {
        if self.form != SerdeForm::Object {
            return Err(A::Error::invalid_type(Unexpected::Map, &self));
        }
        let mut code = None;
        while let Some(key) = object.next_key::<Key>()? {
            match key {
                Key::Code if code.is_some() => return Err(A::Error::duplicate_field(CODE)),
                Key::Code => code = Some(object.next_value::<Inner<E>>()?.0),
                Key::Other => drop(object.next_value::<IgnoredAny>()?),
            }
        }
        code.ok_or_else(|| A::Error::missing_field(CODE))
    }
}

/// The code inside an object.
struct Inner<E>(E);

impl<'de, E: Code> Deserialize<'de> for Inner<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(SerdeForm::Number, deserializer).map(Self)
    }
}

/// A key of an object; all but the code are ignored.
enum Key {
    Code,
    Other,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl Visitor<'_> for KeyVisitor {
            type Value = Key;

            fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_str<R: Error>(self, key: &str) -> Result<Key, R> {
                Ok(if key == CODE { Key::Code } else { Key::Other })
            }
        }
        deserializer.deserialize_identifier(KeyVisitor)
    }
}

/// Reads a string.
struct TextVisitor<T> {
    expected: &'static str,
    read: fn(&str) -> Option<T>,
}

impl<T> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<R: Error>(self, text: &str) -> Result<T, R> {
        (self.read)(text).ok_or_else(|| R::invalid_value(Unexpected::Str(text), &self))
    }
}

/// Reads a word of an enum.
///
/// # Errors
/// Those of the deserializer, and one if the enum does not have the word.
pub fn deserialize_word<'de, W, D>(deserializer: D) -> Result<W, D::Error>
where
    W: core::str::FromStr<Err = crate::UnknownWord>,
    D: Deserializer<'de>,
{
    deserializer
        .deserialize_str(TextVisitor { expected: "a word of the table", read: |text| text.parse().ok() })
}

/// A tag.
impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor { expected: "a language tag of BCP 47", read: Self::new })
    }
}

impl<'de, const N: usize> Deserialize<'de> for CodeStr<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a value: some visible characters of ASCII";
        deserializer.deserialize_str(TextVisitor { expected, read: Self::new })
    }
}
