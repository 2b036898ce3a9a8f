//! A registry is an enum.

#[code_registry::codes("tests/tables/app.toml")]
struct Code;

fn main() {}
