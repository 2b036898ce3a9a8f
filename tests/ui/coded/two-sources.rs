//! An error has one source.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    Broken {
        #[source]
        reason: std::fmt::Error,
        #[source]
        cause: std::fmt::Error,
    },
}

#[derive(Debug, Coded)]
#[coded(AppCode::Broken)]
struct Broken {
    #[source]
    reason: std::fmt::Error,
    #[from]
    cause: std::fmt::Error,
}

fn main() {}
