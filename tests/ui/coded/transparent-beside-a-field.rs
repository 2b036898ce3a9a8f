//! A transparent variant has one field.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    #[code(transparent)]
    Inner(Inner, u8),
    #[code(transparent)]
    Nothing,
}

#[derive(Debug, Coded)]
#[coded(AppCode::Broken)]
struct Inner;

#[derive(Debug, Coded)]
#[coded(AppCode)]
#[code(transparent)]
struct Outer {
    inner: Inner,
    number: u8,
}

fn main() {}
