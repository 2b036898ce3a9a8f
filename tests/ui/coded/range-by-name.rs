//! A range has many values: the code must name one of them.

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
