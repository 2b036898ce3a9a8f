//! Every argument of a message needs a field, whichever language uses it.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    NotFound { file: String },
    TooMany { count: usize },
    TooSlow(f64),
}

fn main() {}
