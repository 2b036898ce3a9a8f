//! The path is a text.

#[code_registry::codes(codes.toml)]
enum Code {}

fn main() {}
