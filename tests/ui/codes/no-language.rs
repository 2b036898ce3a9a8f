//! At least one language is compiled in.

#[code_registry::codes("tests/tables/app.toml", languages())]
enum Code {}

fn main() {}
