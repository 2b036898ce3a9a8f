//! Two variants of one code are a slip, unless the later one says that they are not.

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
