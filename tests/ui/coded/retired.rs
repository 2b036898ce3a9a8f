//! What is retired is not used again, by no name.

use code_registry::Coded;

#[code_registry::codes("tests/tables/states.toml")]
pub enum Code {}

#[derive(Debug, Coded)]
#[coded(Code)]
enum Enum {
    #[code(106)]
    Value,
    #[code(SHOP_FAX)]
    Symbol,
    Fax,
    Tape,
    // Retired or not, a value is not said to be so where it is not.
    #[code(108)]
    InRange,
}

#[derive(Debug, Coded)]
#[coded(Code::SHOP_FAX)]
struct Struct;

fn main() {}
