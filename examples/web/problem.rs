//! Errors as responses: problem details of RFC 9457 in the language that the request accepts.

use axum::Json;
use axum::extract::Request;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use code_registry::{Language, language};
use serde::Serialize;

use crate::lending::{LendingCode, LendingError};

const DEFAULT: Language = LendingCode::DEFAULT_LANGUAGE;

/// An error of `lending`, which does not know HTTP.
pub(crate) struct Failure(LendingError);

impl From<LendingError> for Failure {
    fn from(error: LendingError) -> Self {
        Self(error)
    }
}

impl IntoResponse for Failure {
    /// In the language of the request, which [`speak`] makes the current one.
    fn into_response(self) -> Response {
        log(&self.0);
        problem(&self.0, language::current().unwrap_or(DEFAULT))
    }
}

/// Runs the handlers of a request in its language.
pub(crate) async fn speak(request: Request, next: Next) -> Response {
    let language = accepted(request.headers());
    let mut response = language::scope_async(language, next.run(request)).await;
    response.headers_mut().append(VARY, HeaderValue::from_static("accept-language"));
    response
}

/// A header may be repeated; all occurrences form one list.
fn accepted(headers: &HeaderMap) -> Language {
    let values = headers.get_all(ACCEPT_LANGUAGE).iter().map(HeaderValue::as_bytes);
    let list = values.collect::<Vec<_>>().join(&b","[..]);
    LendingCode::negotiate(&list).unwrap_or(DEFAULT)
}

/// Logs are in the default language, whatever the request accepts.
fn log(error: &LendingError) {
    let (code, cause) = (error.code(), std::error::Error::source(error));
    let cause = cause.map(ToString::to_string);
    tracing::warn!(code = %code.label(), symbol = code.symbol(), cause, "{}", error.localized(DEFAULT));
}

/// Problem details: the members for programs are the same in every language.
#[derive(Debug, Serialize)]
struct Problem {
    r#type: String,
    status: u16,
    title: &'static str,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'static str>,
    code: u16,
    symbol: &'static str,
}

fn problem(error: &LendingError, language: Language) -> Response {
    let code = error.code();
    let problem = Problem {
        r#type: format!("https://example.org/errors#{}", code.label()),
        status: status(code).as_u16(),
        title: code.name(language),
        detail: error.localized(language).to_string(),
        help: code.help(language),
        code: code.value(),
        symbol: code.symbol(),
    };
    let mut response = (status(code), Json(problem)).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if let Ok(tag) = HeaderValue::try_from(language.to_string()) {
        headers.insert(CONTENT_LANGUAGE, tag);
    }
    response
}

fn status(code: LendingCode) -> StatusCode {
    StatusCode::from_u16(code.http_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
