//! Everything that expansions refer to. Not for other code: it changes without notice.

pub use code_registry_encoding::formats::{
    DurationFormat, Elision, Formats, ListFormat, NumberFormat, SizeFormat,
};
pub use code_registry_encoding::names::Names;
pub use code_registry_encoding::numbers::Numbers;
pub use code_registry_encoding::texts::{Strings, Texts as KindTexts};
pub use code_registry_encoding::value::{LabelForm, LabelPart, Radix};
pub use code_registry_macros::{catalog_of, coded};

#[cfg(feature = "schemars")]
pub use schemars;
#[cfg(feature = "serde")]
pub use serde_core;
#[cfg(feature = "schemars")]
pub use std::borrow::Cow;

pub use crate::argument::{Argument, FieldItems, Visit};
#[cfg(feature = "std")]
pub use crate::catalog::catalog;
pub use crate::catalog::{CatalogTexts, Catalogs};
pub use crate::code::parse;
pub use crate::display::{fmt_code, fmt_debug, fmt_word};
pub use crate::error_arguments::{HasArguments, VisitArguments, WriteHelp, write_help};
pub use crate::error_field::{AsCoded, AsInner, AsLevel, AsSource, Inner, visit_inner};
pub use crate::field::{AsArgument, AsDuration, AsItems, Field, Formatted, IsWord, Shown};
pub use crate::language::negotiate::{locale_matches, tags};
pub use crate::languages::{Languages, SlotArrays, Speech};
pub use crate::message::{
    Place, SentenceIndex, fmt_inner, fmt_message, fmt_text, fmt_with_value, languages, sentences,
};
pub use crate::number::{Integer, Number};
pub use crate::sentence::fmt_entry;
#[cfg(feature = "serde")]
pub use crate::serde::{SerdeForm, deserialize, deserialize_word, serialize};
#[cfg(feature = "schemars")]
pub use crate::serde::{schema, schema_name};
pub use crate::table::{Column, ColumnValue, Data, Extents, Property, Table};
pub use crate::texts::{EnumOf, Kind, NoteTexts, Texts, Word, word_index, word_name};
pub use crate::value::{from_key, unlisted_text};

/// Implements serde's traits for a registry.
#[cfg(feature = "serde")]
#[macro_export]
#[doc(hidden)]
macro_rules! __serde {
    ($registry:ident $form:ident $has_unlisted:literal) => {
        #[automatically_derived]
        impl $crate::__private::serde_core::Serialize for $registry {
            fn serialize<S: $crate::__private::serde_core::Serializer>(
                &self,
                __serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize(*self, $crate::__private::SerdeForm::$form, __serializer)
            }
        }
        #[automatically_derived]
        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $registry {
            fn deserialize<D: $crate::__private::serde_core::Deserializer<'de>>(
                __deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize($crate::__private::SerdeForm::$form, __deserializer)
            }
        }
        $crate::__schemars! { $registry $form $has_unlisted }
    };
}

/// Implements serde's traits for an enum of words.
#[cfg(feature = "serde")]
#[macro_export]
#[doc(hidden)]
macro_rules! __serde_word {
    ($name:ident) => {
        #[automatically_derived]
        impl $crate::__private::serde_core::Serialize for $name {
            fn serialize<S: $crate::__private::serde_core::Serializer>(
                &self,
                __serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serde_core::Serializer::serialize_str(__serializer, Self::as_str(*self))
            }
        }
        #[automatically_derived]
        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde_core::Deserializer<'de>>(
                __deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_word(__deserializer)
            }
        }
    };
}

/// Without the feature there is nothing to implement.
#[cfg(not(feature = "serde"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __serde_word {
    ($name:ident) => {};
}

/// Implements `JsonSchema` for a registry.
#[cfg(feature = "schemars")]
#[macro_export]
#[doc(hidden)]
macro_rules! __schemars {
    ($registry:ident $form:ident $has_unlisted:literal) => {
        #[automatically_derived]
        impl $crate::__private::schemars::JsonSchema for $registry {
            fn schema_name() -> $crate::__private::Cow<'static, ::core::primitive::str> {
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

/// Without the feature there is nothing to implement.
#[cfg(not(feature = "schemars"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __schemars {
    ($registry:ident $form:ident $has_unlisted:literal) => {};
}

/// Without the feature there is nothing to implement.
#[cfg(not(feature = "serde"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __serde {
    ($registry:ident $form:ident $has_unlisted:literal) => {};
}

/// The method `of_system` of a registry.
#[cfg(feature = "system-language")]
#[macro_export]
#[doc(hidden)]
macro_rules! __system_language {
    () => {
        /// The language that the user of the operating system prefers; `None` if the table does not have it.
        #[inline]
        pub fn of_system() -> ::core::option::Option<$crate::Language> {
            <Self as $crate::Code>::of_system()
        }
    };
}

/// Without the feature there is no such method.
#[cfg(not(feature = "system-language"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __system_language {
    () => {};
}

/// Keeps the contract for catalogues that are loaded at run time.
#[cfg(feature = "runtime")]
#[macro_export]
#[doc(hidden)]
macro_rules! __contract_at_run_time {
    ($contract:ident) => {
        fn contract() -> &'static ::core::primitive::str {
            $contract! { @contract }
        }
    };
}

/// Without the feature nothing needs the contract.
#[cfg(not(feature = "runtime"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __contract_at_run_time {
    ($contract:ident) => {};
}

/// Writes the macro of the same name as a registry, which hands the registry's contract to a derive or a catalogue.
///
/// `$crate` is this crate wherever it is called from: so a derive needs no dependency but the one that has the
/// registry.
#[macro_export]
#[doc(hidden)]
macro_rules! __contract {
    (($dollar:tt) [$($export:tt)*] [$($visibility:tt)*] $name:ident $hidden:ident $contract:literal) => {
        #[doc(hidden)]
        #[allow(unused_macros, non_local_definitions)]
        $($export)*
        macro_rules! $hidden {
            (@catalog $dollar($dollar input:tt)*) => {
                $crate::__private::catalog_of! { {$crate} $contract $dollar($dollar input)* }
            };
            (@contract) => { $contract };
            ($dollar($dollar item:tt)*) => {
                $crate::__private::coded! { {$crate} $contract $dollar($dollar item)* }
            };
        }
        #[doc(hidden)]
        #[allow(unused_imports, unreachable_pub)]
        $($visibility)* use $hidden as $name;
    };
}

/// What a derive calls if `#[coded]` does not lead to the macro of a registry.
#[macro_export]
#[doc(hidden)]
macro_rules! __not_a_registry {
    ($($item:tt)*) => {
        $crate::__private::coded! { {$crate} $($item)* }
    };
}

pub use __not_a_registry as not_a_registry;

/// In place of a module that does not exist.
pub mod no_module {}

/// Not implemented by any type: it has the error for a path that does not lead to a registry.
#[diagnostic::on_unimplemented(
    message = "`#[coded(…)]` does not name a registry; write the path of an enum that has `#[codes]`, not of an alias",
    label = "not a registry"
)]
pub trait IsRegistry {
    const VALUE: usize;
}
