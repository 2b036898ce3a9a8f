//! Two variants with the same code are an error, unless the later one has `shared`.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    Broken,
    #[code(4)]
    Damaged,
    #[code(BROKEN, shared)]
    Torn,
}

fn main() {}
