//! The registry and the code are named once, each in its place.

use code_registry::Coded;

#[code_registry::codes("tests/tables/states.toml")]
pub enum Code {}

mod module {
    #[code_registry::codes("tests/tables/states.toml")]
    pub enum Code {}
}

#[derive(Debug, Coded)]
#[coded(module::Code::Jam)]
enum Enum {
    Jam(u8),
}

#[derive(Debug, Coded)]
#[coded(Code)]
enum Variant {
    #[code(Code::Jam)]
    Jam(u8),
    #[code(crate::module::Code::Jam)]
    Again(u8),
}

#[derive(Debug, Coded)]
#[coded(Code::Jam)]
#[code(Jam)]
struct Twice(u8);

#[derive(Debug, Coded)]
#[coded(module::Code)]
struct Without(u8);

#[derive(Debug, Coded)]
#[coded(module::Code::Jan)]
struct Unknown(u8);

#[derive(Debug, Coded)]
#[coded(Code::SHOP_OWN)]
struct Range(u8);

fn main() {}
