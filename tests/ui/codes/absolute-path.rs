//! The path of a table is relative.

#[code_registry::codes("/etc/codes.toml")]
enum Code {}

fn main() {}
