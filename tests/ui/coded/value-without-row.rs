//! An unlisted value has no texts.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    #[code(99)]
    Far,
    #[code(-1)]
    Below,
}

fn main() {}
