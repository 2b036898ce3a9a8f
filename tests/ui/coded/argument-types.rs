//! The compiler shows wrong types at the field or the attribute.

use code_registry::Coded;

#[code_registry::codes("tests/tables/arguments.toml")]
pub enum Code {}

#[derive(Debug)]
struct Bare;

fn negative(number: &i8) -> bool {
    *number < 0
}

#[derive(Debug, Coded)]
#[coded(Code)]
enum Failure {
    #[code(TEXT, shared)]
    Option { found: Option<u8> },
    #[code(TEXT, shared)]
    Bare {
        #[arg(none = "–")]
        found: Option<Bare>,
    },
    #[arg("count" = rows)]
    Rows { rows: Vec<u8> },
    Number {
        #[arg(with = negative)]
        row: i8,
    },
    #[code(TEXT, shared)]
    #[arg("found" = Bare)]
    Expression,
}

fn main() {}
