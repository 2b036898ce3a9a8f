//! Errors as responses: problem details of RFC 9457 in the language that the request accepts.

use std::error::Error;
use std::fmt;

use axum::extract::rejection::JsonRejection;
use axum::response::{IntoResponse, Response};
use code_registry::{Coded, Problem, language};

use crate::lending::{LendingCode, LendingError};

/// An error of `lending`, which does not know HTTP, and the status of the response.
pub(crate) struct Failure {
    error: LendingError,
    status: u16,
}

impl From<LendingError> for Failure {
    fn from(error: LendingError) -> Self {
        let status = error.code().http();
        Self { error, status }
    }
}

/// The status of axum tells more than that of the code: a body may be too large, or of the wrong type.
impl From<JsonRejection> for Failure {
    fn from(rejection: JsonRejection) -> Self {
        Self { error: LendingError::MalformedBody, status: rejection.status().as_u16() }
    }
}

impl IntoResponse for Failure {
    /// In the language of the request, which the layer of the router makes the current one.
    fn into_response(self) -> Response {
        log(&self.error);
        let language = language::current().unwrap_or(LendingCode::DEFAULT_LANGUAGE);
        Problem::with_status(&self.error, language, self.status).into_response()
    }
}

/// Logs are in the default language, whatever the request accepts.
fn log(error: &LendingError) {
    let cause = error.source().map(ToString::to_string);
    tracing::warn!(
        error.r#type = error.code().symbol(),
        code = %error.code().label(),
        arguments = ?Arguments(error),
        cause,
        "{}",
        error.localized(LendingCode::DEFAULT_LANGUAGE)
    );
}

/// The arguments of the message: `{"id": "7"}`.
struct Arguments<'a, E>(&'a E);

impl<E: Coded> fmt::Debug for Arguments<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let arguments = self.0.arguments().map(|argument| (argument.name(), argument.to_string()));
        f.debug_map().entries(arguments).finish()
    }
}
