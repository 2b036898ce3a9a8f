//! A registry has no generic parameters.

#[code_registry::codes("tests/tables/app.toml")]
enum Code<T> {}

fn main() {}
