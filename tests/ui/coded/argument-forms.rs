//! What `#[arg]` can contain, and where.

use std::time::Duration;

use code_registry::Coded;

#[code_registry::codes("tests/tables/arguments.toml")]
pub enum Code {}

#[derive(Debug, Coded)]
#[coded(Code)]
enum Failure {
    #[code(TEXT, shared)]
    Nothing(#[arg] u8),
    #[code(TEXT, shared)]
    Empty(#[arg()] u8),
    #[code(TEXT, shared)]
    Expression {
        #[arg("found" = found + 1)]
        found: u8,
    },
    #[code(TEXT, shared)]
    Unknown {
        #[arg(format = debug)]
        found: u8,
    },
    #[code(TEXT, shared)]
    Twice {
        #[arg(fmt = debug, fmt = "{:x}")]
        found: u8,
    },
    #[code(TEXT, shared)]
    NoPlaceholder {
        #[arg(fmt = "08x")]
        found: u8,
    },
    #[code(TEXT, shared)]
    NoFunction {
        #[arg(with = 5)]
        found: u8,
    },
    #[code(TEXT, shared)]
    NoValue {
        #[arg(none)]
        found: Option<u8>,
    },
    #[code(TEXT, shared)]
    NoOption {
        #[arg(none = "–")]
        found: u8,
    },
    #[code(WAIT)]
    FormattedDuration {
        #[arg(fmt = debug)]
        time: Duration,
        size: u64,
    },
    #[arg("found")]
    #[code(TEXT, shared)]
    NameOnly(u8),
    #[arg("found" = )]
    #[code(TEXT, shared)]
    NoExpression(u8),
    #[arg(found = 5)]
    #[code(TEXT, shared)]
    NoName(u8),
    #[arg("found" = .1)]
    #[code(TEXT, shared)]
    NoField(u8),
    #[arg("fuond" = .0)]
    #[code(TEXT, shared)]
    Misspelt(#[arg("found")] u8),
    #[arg("found" = .0)]
    #[arg("found" = 1)]
    #[code(TEXT, shared)]
    TwoExpressions(u8),
    #[arg("found" = .0)]
    #[code(TEXT, shared)]
    FieldAndExpression(#[arg("found")] u8),
    #[arg("first" = .0, "second" = .0)]
    #[code(TWO)]
    TwoInOne(u8),
    #[arg("found" = .0, form = debug)]
    #[code(TEXT, shared)]
    UnknownOption(u8),
    #[arg("found" = .0)]
    #[code(transparent)]
    Transparent(Inner),
    Plain {
        #[arg(fmt = debug)]
        unused: u8,
    },
}

#[derive(Debug, Coded)]
#[coded(Code::PLAIN)]
struct Inner;

fn main() {}
