//! Only one variant can be converted from a type.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    Broken(#[from] std::fmt::Error),
    #[code(100)]
    Plugin(#[from] Option<std::fmt::Error>),
}

fn main() {}
