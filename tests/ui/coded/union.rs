//! An error is an enum or a struct.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Coded)]
#[coded(AppCode)]
union Broken {
    byte: u8,
}

fn main() {}
