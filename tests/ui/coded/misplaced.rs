//! An attribute in a place where it has no meaning is an error.

use code_registry::Coded;

#[code_registry::codes("tests/tables/states.toml")]
pub enum Code {}

#[derive(Debug, Coded)]
#[coded(Code)]
#[code(JAM)]
#[from]
enum Enum {
    #[coded(Jam)]
    Jam {
        #[code(JAM)]
        tray: u8,
    },
    #[arg("tray")]
    #[source]
    Telex(#[coded(Code)] u8),
}

#[derive(Debug, Coded)]
#[coded(Code::Jam)]
#[arg("tray")]
struct Struct(u8);

fn main() {}
