//! Each variant is a code of the table; all unknown ones are reported at once.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    NotFoud { path: String },
    #[code(BROKE)]
    Damaged,
    Unrelated,
    #[code(MISSING)]
    Absent { path: String },
    #[code(NOPE)]
    Nope,
}

fn main() {}
