//! The name of a registry begins with a capital letter.
#![allow(non_camel_case_types)]

#[code_registry::codes("tests/tables/app.toml")]
pub enum errno {}

fn main() {}
