//! A variant with `#[from]` has no other field.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    NotFound {
        path: String,
        #[from]
        cause: std::fmt::Error,
    },
}

fn main() {}
