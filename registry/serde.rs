//! What serde and schemars see of a code: the form that the table's `serde` chooses.

mod read;
#[cfg(feature = "schemars")]
mod schema;
mod write;

pub use read::deserialize;
#[cfg(feature = "schemars")]
pub use schema::{schema, schema_name};
pub use write::serialize;

/// How a code is written where people may read it; elsewhere it is its value.
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

/// What a value is besides, where serde is there.
pub trait Wire: serde_core::Serialize + for<'de> serde_core::Deserialize<'de> {}

impl<V: serde_core::Serialize + for<'de> serde_core::Deserialize<'de>> Wire for V {}

/// Implements serde's traits for a registry.
#[macro_export]
#[doc(hidden)]
macro_rules! __serde {
    ($registry:ident $form:ident $has_unlisted:literal) => {
        #[automatically_derived]
        impl $crate::__private::serde_core::Serialize for $registry {
            fn serialize<S: $crate::__private::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize(*self, $crate::__private::SerdeForm::$form, serializer)
            }
        }
        #[automatically_derived]
        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $registry {
            fn deserialize<D: $crate::__private::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize($crate::__private::SerdeForm::$form, deserializer)
            }
        }
        $crate::__schemars! { $registry $form $has_unlisted }
    };
}

/// Implements `JsonSchema` for a registry.
#[cfg(feature = "schemars")]
#[macro_export]
#[doc(hidden)]
macro_rules! __schemars {
    ($registry:ident $form:ident $has_unlisted:literal) => {
        #[automatically_derived]
        impl $crate::__private::schemars::JsonSchema for $registry {
            fn schema_name() -> $crate::__private::Cow<'static, str> {
                $crate::__private::schema_name::<Self>()
            }
            fn json_schema(
                _: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::schema::<Self>($crate::__private::SerdeForm::$form, $has_unlisted)
            }
        }
    };
}

/// Without schemars there is nothing to implement.
#[cfg(not(feature = "schemars"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __schemars {
    ($registry:ident $form:ident $has_unlisted:literal) => {};
}
