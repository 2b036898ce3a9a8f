//! The application: `lending` over HTTP.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::Uri;
use axum::routing::get;
use axum::{Json, Router, middleware};

use crate::lending::{self, Book, LendingError};
use crate::problem::{Failure, speak};

pub(crate) fn router() -> Router {
    Router::new()
        .route("/books", get(|| async { Json(lending::BOOKS) }))
        .route("/books/{id}", get(book))
        .route("/catalogue", get(catalogue))
        .fallback(nowhere)
        .layer(middleware::from_fn(speak))
}

/// Errors of axum are problems too.
async fn book(id: Result<Path<u32>, PathRejection>, uri: Uri) -> Result<Json<Book>, Failure> {
    let Ok(Path(id)) = id else { return Err(nowhere(uri).await) };
    Ok(Json(lending::book(id)?))
}

async fn catalogue() -> Result<String, Failure> {
    Ok(lending::catalogue().await?)
}

async fn nowhere(uri: Uri) -> Failure {
    LendingError::NothingHere { place: uri.path().to_owned() }.into()
}
