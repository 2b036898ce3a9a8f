use serde_core::ser::{Serialize, SerializeStruct, Serializer};

use super::{CODE, SYMBOL, SerdeForm};
use crate::{Code, CodeStr, Language, Table};

/// Writes a code.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<E: Code, S: Serializer>(code: E, form: SerdeForm, serializer: S) -> Result<S::Ok, S::Error> {
    match form {
        SerdeForm::Symbol if serializer.is_human_readable() && crate::code::is_code(code) => {
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
        serializer.serialize_str(self)
    }
}

/// The tag.
impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
