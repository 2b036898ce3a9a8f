//! A lending library: what its shelves hold, and who has it.

use axum::extract::Path;
use axum::routing::get;
use axum::{Json, Router, middleware};
use serde::Serialize;

use crate::error::{LibraryError, speak};

#[derive(Debug, Clone, Copy, Serialize)]
struct Book {
    id: u32,
    title: &'static str,
    /// How many days it stays lent.
    #[serde(skip)]
    lent_for: Option<u32>,
}

const BOOKS: [Book; 3] = [
    Book { id: 1, title: "Il barone rampante", lent_for: None },
    Book { id: 2, title: "Momo", lent_for: Some(1) },
    Book { id: 3, title: "Der Zauberberg", lent_for: Some(12) },
];

pub(crate) fn router() -> Router {
    Router::new()
        .route("/books", get(|| async { Json(BOOKS) }))
        .route("/books/{id}", get(book))
        .route("/catalogue", get(catalogue))
        .layer(middleware::from_fn(speak))
}

async fn book(Path(id): Path<u32>) -> Result<Json<Book>, LibraryError> {
    let book = BOOKS.into_iter().find(|book| book.id == id).ok_or(LibraryError::BookNotFound { id })?;
    match book.lent_for {
        None => Ok(Json(book)),
        Some(days) => Err(LibraryError::BookOnLoan { title: book.title, days }),
    }
}

async fn catalogue() -> Result<String, LibraryError> {
    tokio::fs::read_to_string("/nowhere/catalogue.txt").await.map_err(LibraryError::CatalogueUnreadable)
}
