//! A file is no folder: what the system says of it is said.

#[code_registry::codes("tests/tables/app.toml/codes.toml")]
enum Code {}

fn main() {}
