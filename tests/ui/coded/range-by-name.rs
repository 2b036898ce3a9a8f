//! A range has no value of its own: which one is meant must be said.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    Plugin,
    #[code(PLUGIN)]
    Other,
}

fn main() {}
