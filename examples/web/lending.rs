//! A lending library, as in a third-party crate: errors in English and Italian, and no knowledge of the web.

use std::io;

use code_registry::Coded;
use serde::{Deserialize, Serialize};

/// The errors of the lending library.
#[code_registry::codes("examples/web/codes.toml")]
pub(crate) enum LendingCode {}

/// The reason why the library cannot lend a book.
#[derive(Debug, Coded)]
#[coded(LendingCode)]
pub(crate) enum LendingError {
    BookNotFound { id: u32 },
    BookOnLoan { title: &'static str, days: u32 },
    CatalogueUnreadable(#[source] io::Error),
    NothingHere { place: String },
    WrongMethod { method: String, place: String },
    MalformedBody,
}

#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Book {
    id: u32,
    title: &'static str,
    /// The number of days until it is returned.
    #[serde(skip)]
    lent_for: Option<u32>,
}

/// For how long a reader wants a book.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Loan {
    days: u32,
}

pub(crate) const BOOKS: [Book; 3] = [
    Book { id: 1, title: "Il barone rampante", lent_for: None },
    Book { id: 2, title: "Momo", lent_for: Some(1) },
    Book { id: 3, title: "Der Zauberberg", lent_for: Some(12) },
];

pub(crate) fn book(id: u32) -> Result<Book, LendingError> {
    let book = BOOKS.into_iter().find(|book| book.id == id).ok_or(LendingError::BookNotFound { id })?;
    match book.lent_for {
        None => Ok(book),
        Some(days) => Err(LendingError::BookOnLoan { title: book.title, days }),
    }
}

pub(crate) async fn catalogue() -> Result<String, LendingError> {
    tokio::fs::read_to_string("/nowhere/catalogue.txt").await.map_err(LendingError::CatalogueUnreadable)
}
