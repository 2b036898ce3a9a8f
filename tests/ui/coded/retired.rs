//! A retired code cannot be used, whatever it is called.

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
    // A name that is unknown is not reported as retired.
    #[code(108)]
    InRange,
}

#[derive(Debug, Coded)]
#[coded(Code::SHOP_FAX)]
struct Struct;

fn main() {}
