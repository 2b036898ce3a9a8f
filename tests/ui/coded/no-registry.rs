//! A derive must know the registry.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
enum AppError {
    Broken,
}

fn main() {}
