//! A table is UTF-8.

#[code_registry::codes("tests/tables/not-utf8.toml")]
enum Code {}

fn main() {}
