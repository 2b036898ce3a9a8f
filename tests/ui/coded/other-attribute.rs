//! An attribute that contains a code, and that the compiler accepts, is not a misspelt `#[code]`.
#![allow(dead_code, unknown_lints)]

use code_registry::Coded;

#[code_registry::codes("tests/tables/states.toml")]
pub enum Code {}

#[derive(Debug, Coded)]
#[coded(Code)]
enum Enum {
    #[allow(SHOP_TELEX)]
    Paper,
}

fn main() {}
