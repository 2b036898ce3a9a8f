//! Only languages of the table can be compiled in; the enum exists anyway.

#[code_registry::codes("tests/tables/app.toml", languages("en", "itt", "de"))]
enum Code {}

const CODE: Code = Code::NotFound;

fn main() {}
