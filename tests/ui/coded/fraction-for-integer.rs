//! A number with a fraction is not an integer.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    TooMany { count: f64, folder: String },
}

fn main() {}
