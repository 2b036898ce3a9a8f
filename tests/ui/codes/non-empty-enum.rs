//! The variants come from the table.

#[code_registry::codes("tests/tables/app.toml")]
enum Code {
    NotFound,
}

fn main() {}
