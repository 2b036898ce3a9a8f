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
}

fn main() {}
