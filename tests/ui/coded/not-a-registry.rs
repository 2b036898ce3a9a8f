//! An enum without `#[codes]` is not a registry.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

enum Ordinary {}

#[derive(Debug, Coded)]
#[coded(Ordinary)]
enum AppError {
    Broken,
}

#[derive(Debug, Coded)]
#[coded(missing::Registry)]
enum OtherError {
    Broken,
}

fn main() {}
