//! What is transparent has a field that has a code of the same registry.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    #[code(transparent)]
    Inner(std::fmt::Error),
}

fn main() {}
