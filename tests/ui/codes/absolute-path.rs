//! A table has no fixed place on a machine.

#[code_registry::codes("/etc/codes.toml")]
enum Code {}

fn main() {}
