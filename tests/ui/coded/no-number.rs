//! What a message shows as a number is one.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    TooSlow { seconds: &'static str },
}

fn main() {}
