//! A directory is not a table.

#[code_registry::codes("tests/tables")]
enum Code {}

fn main() {}
