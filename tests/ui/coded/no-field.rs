//! Every argument of a message needs a field, in whatever language it stands.

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
