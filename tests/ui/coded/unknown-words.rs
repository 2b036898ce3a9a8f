//! Unknown words in attributes are errors.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    #[code(BROKEN, shred)]
    Broken,
    #[code(1.5)]
    TooSlow { seconds: u8 },
    #[code(1)]
    #[code(2)]
    Twice,
    #[code(NOT_FOUND)]
    Absent {
        #[arg(path)]
        file: String,
    },
    #[code(FAILED)]
    Failed {
        #[arg("cause")]
        #[source("cause")]
        why: std::fmt::Error,
    },
}

fn main() {}
