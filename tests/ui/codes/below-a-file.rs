//! A file is not a folder: the error of the system is shown.

#[code_registry::codes("tests/tables/app.toml/codes.toml")]
enum Code {}

fn main() {}
