//! A word is of the enum that the table names, and has no other form.

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
