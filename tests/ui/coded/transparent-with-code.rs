//! A transparent variant with a code of its own has one field, which is an error.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    #[code(FAILED, transparent)]
    Source(#[source] std::fmt::Error),
    #[code(FAILED, shared, transparent)]
    Named(#[arg("cause")] std::fmt::Error),
    #[code(FAILED, shared, transparent)]
    Two(std::fmt::Error, u8),
    #[code(transparent, BROKEN)]
    Order(std::fmt::Error),
    #[code(transparent, shared)]
    Shared(std::fmt::Error),
    #[code(FAILED, transparently)]
    Misspelt(std::fmt::Error),
    #[code(BROKEN, transparent)]
    Twice(std::fmt::Error),
}

fn main() {}
