//! The use of a deprecated code causes a warning where the code is named, unless it is allowed there.

#![deny(warnings)]

use code_registry::Coded;

#[code_registry::codes("tests/tables/states.toml")]
pub enum Code {}

#[derive(Debug, Coded)]
#[coded(Code)]
pub enum Enum {
    Telex,
    #[code(102, shared)]
    Value,
    #[code(200)]
    InRange,
    #[allow(deprecated)]
    #[code(SHOP_TELEX, shared)]
    Allowed,
    // Deprecated by the user, not by the table.
    #[deprecated]
    #[code(101)]
    Old {
        tray: u8,
    },
}

#[derive(Debug, Coded)]
#[coded(Code::Telex)]
pub struct Struct;

#[derive(Debug, Coded)]
#[coded(Code::Telex)]
#[allow(deprecated)]
pub struct AllowedStruct;

#[allow(deprecated)]
pub mod allowed {
    #[derive(Debug, code_registry::Coded)]
    #[coded(super::Code)]
    pub enum Enum {
        Telex,
    }
}

fn main() {}
