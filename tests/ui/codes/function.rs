//! A registry is an enum, and a type in the first place.

#[code_registry::codes("tests/tables/app.toml")]
fn code() {}

fn main() {}
