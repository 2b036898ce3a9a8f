//! A word is a value of the enum in the table, and cannot be formatted.

use code_registry::{Coded, codes};

#[codes("tests/tables/words.toml")]
pub enum Missing {}

#[derive(Debug, Coded)]
#[coded(Missing)]
enum Error {
    Gone { item: MissingSeverity, count: u8 },
    Closed { item: &'static str, name: &'static str },
}

#[derive(Debug, Coded)]
#[coded(Missing::Closed)]
struct Formatted {
    #[arg(fmt = debug)]
    item: MissingItem,
    name: u8,
}

fn main() {}
