//! A field for a `number` is a number.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    TooSlow { seconds: &'static str },
}

fn main() {}
