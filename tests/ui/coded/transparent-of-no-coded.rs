//! A transparent variant has a field with a code of the same registry, or with a code of its own, any error.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    #[code(transparent)]
    Inner(std::fmt::Error),
    #[code(transparent)]
    Foreign(Closed),
    #[code(BROKEN, transparent)]
    NoError(String),
}

#[derive(Debug, Coded)]
#[coded(AppCode)]
#[code(BROKEN, transparent)]
struct NoError(String);

#[derive(Debug, Coded)]
#[coded(code_registry::websocket::CloseCode::Normal)]
struct Closed;

fn main() {}
