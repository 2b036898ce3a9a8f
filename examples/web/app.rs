//! The application: `lending` over HTTP.

use axum::extract::Path;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::http::{Method, Uri};
use axum::routing::{get, post};
use axum::{Json, Router};
use code_registry::web::LanguageLayer;

use crate::lending::{self, Book, LendingCode, LendingError, Loan};
use crate::problem::Failure;

pub(crate) fn router() -> Router {
    Router::new()
        .route("/books", get(|| async { Json(lending::BOOKS) }))
        .route("/books/{id}", get(book))
        .route("/books/{id}/loans", post(lend))
        .route("/catalogue", get(catalogue))
        .fallback(nowhere)
        .method_not_allowed_fallback(wrong_method)
        .layer(LanguageLayer::<LendingCode>::new())
}

// Errors of axum are problems too: what an extractor rejects, unknown paths, and wrong methods.

async fn book(id: Result<Path<u32>, PathRejection>, uri: Uri) -> Result<Json<Book>, Failure> {
    let Ok(Path(id)) = id else { return Err(nowhere(uri).await) };
    Ok(Json(lending::book(id)?))
}

async fn lend(
    id: Result<Path<u32>, PathRejection>,
    uri: Uri,
    loan: Result<Json<Loan>, JsonRejection>,
) -> Result<Json<Loan>, Failure> {
    let Ok(Path(id)) = id else { return Err(nowhere(uri).await) };
    let Json(loan) = loan?;
    lending::book(id)?;
    Ok(Json(loan))
}

async fn catalogue() -> Result<String, Failure> {
    Ok(lending::catalogue().await?)
}

async fn nowhere(uri: Uri) -> Failure {
    LendingError::NothingHere { place: uri.path().to_owned() }.into()
}

async fn wrong_method(method: Method, uri: Uri) -> Failure {
    LendingError::WrongMethod { method: method.to_string(), place: uri.path().to_owned() }.into()
}
