//! Errors of gRPC services, as Google's [AIP-193] describes them, with [tonic].
//!
//! A server answers with [`status`], and a client gets the code back with [`code_of`]:
//!
//! | part of the status | |
//! |---|---|
//! | `code` | [from the HTTP status](grpc_code) of the code |
//! | `message` | the message in the default language, for developers |
//! | `ErrorInfo` | `reason`: the symbol; `domain`: the [domain](Code::domain) of the table; `metadata`: the arguments, and the value as `code` |
//! | `LocalizedMessage` | the message in the language of the reader |
//! | `Help` | the name of the code and the [address](Code::url) of its page in this language, if the table has a `url` |
//!
//! Metadata are texts, the same in every language. An argument has the same name there as in problem details:
//! `argument_code` if it is called `code`.
//!
//! ```
//! use code_registry::{Coded, grpc, language};
//! use tonic_types::StatusExt as _;
//!
//! #[code_registry::codes("docs/shop.toml")]
//! pub enum ShopCode {}
//!
//! #[derive(Debug, Coded)]
//! #[coded(ShopCode)]
//! enum ShopError {
//!     OutOfStock { item: String, days: u32 },
//! }
//!
//! // The server:
//! let error = ShopError::OutOfStock { item: "tea".into(), days: 12 };
//! let status = grpc::status(&error, language!("it"));
//! assert_eq!((status.code(), status.message()), (tonic::Code::Aborted, "tea will be available in 12 days"));
//!
//! // The client:
//! assert_eq!(grpc::code_of(&status), Some(ShopCode::OutOfStock));
//! let details = status.get_error_details();
//! assert_eq!(details.localized_message().unwrap().message, "tea sarà disponibile tra 12 giorni");
//! assert_eq!(details.error_info().unwrap().metadata["days"], "12");
//! ```
//!
//! [AIP-193]: https://google.aip.dev/193
//! [tonic]: https://docs.rs/tonic

use std::borrow::ToOwned as _;
use std::collections::HashMap;
use std::format;
use std::string::{String, ToString as _};

use code_registry_encoding::problem::prefix;
use tonic::metadata::{MetadataMap, MetadataValue};
use tonic::{Code as GrpcCode, Status};
use tonic_types::{ErrorDetails, StatusExt as _};

use crate::localize::speaking;
use crate::value::Sealed as _;
use crate::{Code, Coded, HttpStatus, Language, language};

/// The key of the value in the metadata.
const CODE: &str = "code";

/// An error as a status of gRPC, whose code follows [from the HTTP status](grpc_code).
///
/// The registry must have a `domain`: without one, this does not compile.
pub fn status<E: Coded<Code: HttpStatus>>(error: &E, language: Language) -> Status {
    status_with_code(grpc_code(error.code().http_status()), error, language)
}

/// An error as a status with this code of gRPC.
///
/// The registry must have a `domain`: without one, this does not compile.
///
/// ```
/// # #[code_registry::codes("docs/shop.toml")]
/// # pub enum ShopCode {}
/// use code_registry::{Coded, grpc, language};
///
/// #[derive(Debug, Coded)]
/// #[coded(ShopCode::OutOfStock)]
/// struct OutOfStock {
///     item: String,
///     days: u32,
/// }
///
/// let error = OutOfStock { item: "tea".into(), days: 12 };
/// let status = grpc::status_with_code(tonic::Code::ResourceExhausted, &error, language!("it"));
/// assert_eq!(status.code(), tonic::Code::ResourceExhausted);
/// ```
pub fn status_with_code<E: Coded>(grpc_code: GrpcCode, error: &E, language: Language) -> Status {
    let code = error.code();
    let default = <E::Code as Code>::DEFAULT_LANGUAGE;
    let spoken = language::negotiate::look_up_language::<E::Code>(language).unwrap_or(default);
    let mut details = ErrorDetails::new();
    details.set_error_info(code.symbol(), domain::<E::Code>(), metadata(error));
    details.set_localized_message(spoken.to_string(), error.localized(language).to_string());
    if let Some(url) = code.url(language) {
        details.add_help_link(code.name(language), url.to_string());
    }
    Status::with_error_details(grpc_code, error.localized(default).to_string(), details)
}

/// The domain, which tells the symbols of registries apart.
fn domain<E: Code>() -> &'static str {
    const {
        match <E::Table as crate::Table<E>>::DOMAIN {
            Some(domain) => domain,
            None => panic!("the table has no `domain`, which errors of gRPC need: add one to `[registry]`"),
        }
    }
}

fn metadata<E: Coded>(error: &E) -> HashMap<String, String> {
    // Values that only display themselves follow the current language.
    let mut metadata: HashMap<String, String> = speaking(<E::Code as Code>::DEFAULT_LANGUAGE, || {
        let arguments = error.arguments().map(|argument| {
            let value = argument.word().map_or_else(|| argument.to_string(), str::to_owned);
            (format!("{}{}", prefix(argument.name()), argument.name()), value)
        });
        arguments.collect()
    });
    metadata.insert(CODE.to_owned(), error.code().value().to_string());
    metadata
}

/// The code of a received status. `None` if its `ErrorInfo` is missing or has the domain of another registry, or if this
/// version of the table lacks the code.
///
/// The value in the metadata decides. If it is missing, because the server does not use this library, the symbol decides.
pub fn code_of<E: Code>(status: &Status) -> Option<E> {
    let info = status.get_details_error_info().filter(|info| info.domain == domain::<E>())?;
    match info.metadata.get(CODE) {
        Some(value) => E::Value::from_plain(value).map_or_else(|| value.parse().ok(), E::from_value),
        None => info.reason.parse().ok(),
    }
}

/// The language of the registry `E` that the metadata of a request accept: the entry `accept-language`, which
/// [`negotiate`](Code::negotiate) reads, or else the default language.
///
/// ```
/// use code_registry::{grpc, language, websocket::CloseCode};
///
/// let mut request = tonic::Request::new(());
/// request.metadata_mut().insert("accept-language", "it-CH, en;q=0.5".parse().unwrap());
/// assert_eq!(grpc::accepted_language::<CloseCode>(request.metadata()), language!("it"));
/// ```
pub fn accepted_language<E: Code>(metadata: &MetadataMap) -> Language {
    let values = metadata.get_all("accept-language").iter().map(MetadataValue::as_encoded_bytes);
    let list = values.collect::<std::vec::Vec<_>>().join(&b","[..]);
    E::negotiate(&list).unwrap_or(E::DEFAULT_LANGUAGE)
}

/// The code of gRPC for an HTTP status. A status that [`google.rpc.Code`] names has the code that is documented there, or the most
/// general of several; the others have the nearest code.
///
/// | HTTP status | code of gRPC |
/// |---|---|
/// | 400 | `INVALID_ARGUMENT` |
/// | 401 | `UNAUTHENTICATED` |
/// | 403 | `PERMISSION_DENIED` |
/// | 404 | `NOT_FOUND` |
/// | 409 | `ABORTED` |
/// | 416 | `OUT_OF_RANGE` |
/// | 413, 429 | `RESOURCE_EXHAUSTED` |
/// | 499 | `CANCELLED` |
/// | 501 | `UNIMPLEMENTED` |
/// | 502, 503 | `UNAVAILABLE` |
/// | 408, 504 | `DEADLINE_EXCEEDED` |
/// | other 4xx | `FAILED_PRECONDITION` |
/// | other 5xx | `INTERNAL` |
/// | any other | `UNKNOWN`: the status of an error is never `OK` |
///
/// Some statuses have several codes; [`status_with_code`] takes another one, such as `ALREADY_EXISTS` for 409.
///
/// [`google.rpc.Code`]: https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
pub fn grpc_code(http_status: u16) -> GrpcCode {
    match http_status {
        400 => GrpcCode::InvalidArgument,
        401 => GrpcCode::Unauthenticated,
        403 => GrpcCode::PermissionDenied,
        404 => GrpcCode::NotFound,
        409 => GrpcCode::Aborted,
        416 => GrpcCode::OutOfRange,
        413 | 429 => GrpcCode::ResourceExhausted,
        499 => GrpcCode::Cancelled,
        501 => GrpcCode::Unimplemented,
        502 | 503 => GrpcCode::Unavailable,
        408 | 504 => GrpcCode::DeadlineExceeded,
        other if (400..500).contains(&other) => GrpcCode::FailedPrecondition,
        other if (500..600).contains(&other) => GrpcCode::Internal,
        _ => GrpcCode::Unknown,
    }
}
