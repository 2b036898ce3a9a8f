//! The attribute has one option.

#[code_registry::codes("tests/tables/app.toml", language("en"))]
enum Code {}

fn main() {}
