//! A registry has no parameters.

#[code_registry::codes("tests/tables/app.toml")]
enum Code<T> {}

fn main() {}
