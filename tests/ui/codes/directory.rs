//! A directory is no table.

#[code_registry::codes("tests/tables")]
enum Code {}

fn main() {}
