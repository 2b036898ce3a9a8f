//! Codes that are words: a word in quotes must be one of the table, and a symbol one of its symbols.

use code_registry::Coded;

#[code_registry::codes("tests/tables/decline-words.toml")]
pub enum DeclineCode {}

#[derive(Debug, Coded)]
#[coded(DeclineCode)]
enum Misspelt {
    #[code("insuficient_funds")]
    Funds,
    #[code("auth/email-already-used")]
    Email,
    #[code("INSUFFICIENT_FUNDS")]
    Symbol,
    #[code(4)]
    Number,
    #[code(NO_SUCH_WORD)]
    Other,
}

#[derive(Debug, Coded)]
#[coded(DeclineCode)]
#[code("auth/email-already-in-use")]
struct Good;

fn main() {
    println!("{}", Good);
}
