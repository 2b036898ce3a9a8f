#![doc = include_str!("../README.md")]
#![no_std]
// docs.rs shows next to each item which feature it needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "std")]
extern crate std;

// The expansion of `codes` uses `::code_registry`, in this crate too.
extern crate self as code_registry;

mod argument;
mod catalog;
mod code;
mod coded;
mod display;
mod error_arguments;
mod error_field;
mod field;
#[cfg(feature = "tonic")]
pub mod grpc;
pub mod language;
mod languages;
#[cfg(feature = "std")]
mod listed;
mod localize;
mod message;
mod number;
#[cfg(feature = "problem")]
mod problem;
mod range;
mod report;
mod row;
mod sentence;
#[cfg(feature = "serde")]
mod serde;
mod sync;
mod table;
mod texts;
mod value;
#[cfg(feature = "axum")]
pub mod web;
#[cfg(feature = "websocket")]
pub mod websocket;

pub use argument::{Argument, Items};
#[cfg(feature = "std")]
pub use catalog::Catalog;
#[cfg(feature = "runtime")]
pub use catalog::CatalogError;
pub use code::{Code, HttpStatus, Url};
#[doc(inline)]
pub use code_registry_encoding::words::Status;
#[cfg(feature = "std")]
pub use code_registry_macros::catalog;
pub use code_registry_macros::{Coded, codes};
pub use coded::Coded;
pub use display::Label;
pub use error_arguments::{ErrorArgument, ErrorArguments};
pub use language::{InvalidLanguageTag, Language, LanguageStr};
#[cfg(feature = "std")]
pub use listed::Listed;
pub use localize::{Localize, Localized};
pub use message::{FormattedMessage, Help};
pub use number::{Integer, Number};
#[cfg(feature = "problem")]
pub use problem::Problem;
pub use range::{InRange, Unlisted};
#[cfg(feature = "miette")]
pub use report::Diagnostic;
pub use report::{AnyCoded, Registries, Report, ReportLevel, report, report_dyn};
pub use row::{CodeTexts, Row, Rows};
pub use table::ColumnValue;
pub use texts::{Notes, UnknownWord, Word};
pub use value::{CodeStr, InvalidCodeStr, UnknownCode, UnlistedValue, Value};

// A page of the documentation only.
#[cfg(all(doc, not(doctest)))]
#[doc = include_str!("../docs/format.md")]
pub mod _format {}

// The examples of the documentation are tests.
#[cfg(doctest)]
mod documentation {
    #[doc = include_str!("../docs/guide.md")]
    mod guide {}
    #[doc = include_str!("../docs/libraries.md")]
    mod libraries {}
    #[doc = include_str!("../docs/migration.md")]
    mod migration {}
    #[doc = include_str!("../docs/small.md")]
    mod small {}
    #[cfg(feature = "axum")]
    #[doc = include_str!("../docs/web.md")]
    mod web {}
}

use table::Table;

#[doc(hidden)]
pub mod __private;
