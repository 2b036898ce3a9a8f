//! The attribute names the table.

#[code_registry::codes]
enum Code {}

fn main() {}
