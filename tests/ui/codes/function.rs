//! A registry is an enum, not a function.

#[code_registry::codes("tests/tables/app.toml")]
fn code() {}

fn main() {}
