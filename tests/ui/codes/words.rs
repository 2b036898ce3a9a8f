//! Codes that are words: no word is left out of a match, and a word is not a number.

#[code_registry::codes("tests/tables/decline-words.toml")]
pub enum DeclineCode {}

fn is_final(code: DeclineCode) -> bool {
    match code {
        DeclineCode::InsufficientFunds => false,
    }
}

fn main() {
    let word: u16 = DeclineCode::InsufficientFunds.value();
    let code = DeclineCode::from("card_velocity_exceeded");
    println!("{word} {}", is_final(code));
}
