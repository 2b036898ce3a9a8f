//! One field stands for an argument, and it is not the source.

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
