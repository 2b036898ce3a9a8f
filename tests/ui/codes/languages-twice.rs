//! The languages are listed once.

#[code_registry::codes("tests/tables/app.toml", languages("en"), languages("it"))]
enum Code {}

fn main() {}
