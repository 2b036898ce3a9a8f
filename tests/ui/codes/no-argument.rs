//! The attribute says which table.

#[code_registry::codes]
enum Code {}

fn main() {}
