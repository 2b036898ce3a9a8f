//! Values are written as in the table: numbers without quotes, texts in quotes.

use code_registry::{Coded, codes};

#[codes("tests/tables/app.toml")]
pub enum AppCode {}

#[codes("tests/tables/smtp.toml")]
pub enum Smtp {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum Quoted {
    #[code("BROKEN")]
    Broken,
}

#[derive(Debug, Coded)]
#[coded(Smtp)]
enum Mail {
    #[code(7)]
    Number,
    #[code("X.8.1")]
    Uncovered,
    #[code(SECURITY)]
    Range,
}

#[derive(Debug, Coded)]
#[coded(Smtp)]
enum Twice {
    #[code("X.7.1")]
    First,
    #[code("X.7.1")]
    Second,
}

fn main() {}
