//! A table outside the package would be missing once it is published.

#[code_registry::codes("../codes.toml")]
enum Code {}

fn main() {}
