//! What is transparent has a field that has a code of the same registry.

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
}

#[derive(Debug, Coded)]
#[coded(code_registry::websocket::CloseCode::Normal)]
struct Closed;

fn main() {}
