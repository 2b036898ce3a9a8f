//! A source implements `Error`.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    Broken {
        #[source]
        cause: String,
    },
    #[code(100)]
    Called { source: Option<String> },
    #[code(101)]
    Unnamed(#[source] String),
}

#[derive(Debug, Coded)]
#[coded(AppCode::Broken)]
struct Named {
    source: String,
}

#[derive(Debug, Coded)]
#[coded(AppCode::Broken)]
struct Unnamed(#[source] String);

fn main() {}
