//! Errors and languages in web servers that are built with [axum].
//!
//! [`LanguageLayer`] makes the language that a request accepts the current one while the request is handled, and
//! [`Problem`] is a response. An error type of your own becomes a response in one function:
//!
//! ```
//! use axum::http::StatusCode;
//! use axum::response::{IntoResponse, Response};
//! use axum::routing::get;
//! use axum::{Json, Router};
//! use code_registry::web::LanguageLayer;
//! use code_registry::{Coded, Problem};
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
//! impl IntoResponse for ShopError {
//!     fn into_response(self) -> Response {
//!         Problem::in_current_language(&self).into_response()
//!     }
//! }
//!
//! async fn tea() -> Result<Json<u32>, ShopError> {
//!     Err(ShopError::OutOfStock { item: "tea".into(), days: 12 })
//! }
//!
//! let app = Router::<()>::new().route("/tea", get(tea)).layer(LanguageLayer::<ShopCode>::new());
//!
//! let response = ShopError::OutOfStock { item: "tea".into(), days: 12 }.into_response();
//! assert_eq!(response.status(), StatusCode::CONFLICT);
//! assert_eq!(response.headers()["content-type"], "application/problem+json");
//! assert_eq!(response.headers()["content-language"], "en");
//! ```
//!
//! [axum]: https://docs.rs/axum

use core::convert::Infallible;
use core::fmt;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::boxed::Box;
use std::vec::Vec;

use axum_core::body::Body;
use axum_core::extract::FromRequestParts;
use axum_core::response::{IntoResponse, Response};
use http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Request, StatusCode};
use tower_layer::Layer;
use tower_service::Service;

use crate::{Code, Coded, Language, Problem, language};

/// What depends on the language that a request accepts (RFC 9110 section 12.5.5).
const BY_LANGUAGE: HeaderValue = HeaderValue::from_static("accept-language");

/// The media type of problem details (RFC 9457 section 3).
const PROBLEM_JSON: HeaderValue = HeaderValue::from_static("application/problem+json");

/// A response with the status of the problem, its JSON, and the headers `Content-Type: application/problem+json`,
/// `Content-Language` (RFC 9110 section 8.5) and `Vary: accept-language`.
impl<E: Coded> IntoResponse for Problem<'_, E> {
    fn into_response(self) -> Response {
        // Serializing fails only if a value refuses to display itself.
        let Ok(body) = serde_json::to_vec(&self) else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let mut response = Response::new(Body::from(body));
        *response.status_mut() =
            StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, PROBLEM_JSON);
        if let Ok(tag) = HeaderValue::from_str(&self.language().as_str()) {
            headers.insert(CONTENT_LANGUAGE, tag);
        }
        headers.insert(VARY, BY_LANGUAGE);
        response
    }
}

/// The language of the registry `E` that a request accepts, as an extractor: it never rejects a request.
///
/// [`negotiate`](Code::negotiate) reads the header `Accept-Language`. A header that occurs more than once is one list (RFC
/// 9110 section 5.3), and a part with an invalid byte is skipped, not the whole header. If the request accepts no
/// language of the registry, it gets the default language.
///
/// ```
/// use code_registry::{Code, web::AcceptedLanguage, websocket::CloseCode};
///
/// async fn page(AcceptedLanguage { language, .. }: AcceptedLanguage<CloseCode>) -> &'static str {
///     CloseCode::GoingAway.name(language)
/// }
/// let app = axum::Router::<()>::new().route("/", axum::routing::get(page));
/// ```
pub struct AcceptedLanguage<E> {
    /// The language.
    pub language: Language,
    registry: PhantomData<fn() -> E>,
}

impl<E: Code> AcceptedLanguage<E> {
    /// The language that the headers of a request accept.
    pub fn of(headers: &HeaderMap) -> Self {
        let mut values = headers.get_all(ACCEPT_LANGUAGE).iter().map(HeaderValue::as_bytes);
        let first = values.next().unwrap_or_default();
        let rest: Vec<&[u8]> = values.collect();
        let accepted = match rest.as_slice() {
            [] => E::negotiate(first),
            rest => E::negotiate([&[first], rest].concat().join(&b","[..])),
        };
        Self { language: accepted.unwrap_or(E::DEFAULT_LANGUAGE), registry: PhantomData }
    }
}

impl<E: Code, S: Sync> FromRequestParts<S> for AcceptedLanguage<E> {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}

impl<E> fmt::Debug for AcceptedLanguage<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AcceptedLanguage").field("language", &self.language).finish()
    }
}

/// A [`tower`](https://docs.rs/tower) layer: the language of the registry `E` that a request accepts is the current one while
/// the request is handled ([`scope_async`](language::scope_async)), and each response varies by `Accept-Language`.
///
/// [The module](self) has an example.
pub struct LanguageLayer<E>(PhantomData<fn() -> E>);

impl<E> LanguageLayer<E> {
    /// The layer.
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<E> Default for LanguageLayer<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E> Clone for LanguageLayer<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for LanguageLayer<E> {}

impl<E> fmt::Debug for LanguageLayer<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LanguageLayer")
    }
}

impl<S, E> Layer<S> for LanguageLayer<E> {
    type Service = LanguageService<S, E>;

    fn layer(&self, inner: S) -> Self::Service {
        LanguageService { inner, registry: PhantomData }
    }
}

/// A service in a [`LanguageLayer`].
pub struct LanguageService<S, E> {
    inner: S,
    registry: PhantomData<fn() -> E>,
}

impl<S, E, B, R> Service<Request<B>> for LanguageService<S, E>
where
    S: Service<Request<B>, Response = http::Response<R>, Future: Send + 'static>,
    E: Code,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let AcceptedLanguage { language, .. } = AcceptedLanguage::<E>::of(request.headers());
        // The service may write texts before it returns its future.
        let response = language::scope(language, || self.inner.call(request));
        Box::pin(async move {
            let mut response = language::scope_async(language, response).await?;
            vary_by_language(response.headers_mut());
            Ok(response)
        })
    }
}

impl<S: Clone, E> Clone for LanguageService<S, E> {
    fn clone(&self) -> Self {
        Self { inner: self.inner.clone(), registry: PhantomData }
    }
}

impl<S: fmt::Debug, E> fmt::Debug for LanguageService<S, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LanguageService").field("inner", &self.inner).finish()
    }
}

/// Adds the header, unless a problem or a handler already has.
fn vary_by_language(headers: &mut HeaderMap) {
    let mut names =
        headers.get_all(VARY).iter().filter_map(|list| list.to_str().ok()).flat_map(|list| list.split(','));
    let is_covered =
        names.any(|name| matches!(name.trim(), "*") || name.trim().eq_ignore_ascii_case("accept-language"));
    if !is_covered {
        headers.append(VARY, BY_LANGUAGE);
    }
}
