//! Two fields cannot be the same argument, and a source is not an argument.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    NotFound {
        path: String,
        #[arg("path")]
        file: String,
    },
    TooSlow(#[arg("seconds")] f64, #[arg("seconds")] f32),
    Failed {
        #[source]
        #[arg("cause")]
        why: std::fmt::Error,
    },
}

fn main() {}
