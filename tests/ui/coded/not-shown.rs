//! A field that a message names must be displayable.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    NotFound { path: Vec<u8> },
    #[code(1, shared)]
    Missing(#[arg("path")] Option<String>),
}

fn main() {}
