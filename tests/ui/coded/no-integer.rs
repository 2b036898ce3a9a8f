//! The argument of a plural is a whole number.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    TooMany { count: String, folder: String },
}

fn main() {}
