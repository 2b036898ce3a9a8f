//! The path is a string literal.

#[code_registry::codes(codes.toml)]
enum Code {}

fn main() {}
