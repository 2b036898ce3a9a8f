//! The application: what `lending` does, over HTTP.

use axum::extract::Path;
use axum::routing::get;
use axum::{Json, Router, middleware};

use crate::lending::{self, Book};
use crate::problem::{Failure, speak};

pub(crate) fn router() -> Router {
    Router::new()
        .route("/books", get(|| async { Json(lending::BOOKS) }))
        .route("/books/{id}", get(book))
        .route("/catalogue", get(catalogue))
        .layer(middleware::from_fn(speak))
}

async fn book(Path(id): Path<u32>) -> Result<Json<Book>, Failure> {
    Ok(Json(lending::book(id)?))
}

async fn catalogue() -> Result<String, Failure> {
    Ok(lending::catalogue().await?)
}
