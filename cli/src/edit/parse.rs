//! Where the keys and the values of a file stand.

use toml_edit::{Document, TomlError};

/// An integer may be this long and still fit the widest type of TOML.
const LONGEST: usize = 16;

/// The places of a text. A number beyond the widest type of TOML, which a table may have, is read as another of the same
/// length: the places are the same.
pub(crate) fn parse(text: &str) -> Result<Document<String>, TomlError> {
    Document::parse(text.to_owned())
        .or_else(|error| Document::parse(without_great_numbers(text)).map_err(|_| error))
}

/// The text with `0x000…` for each long number.
fn without_great_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for part in text.split_inclusive('=') {
        let number = part.trim_start_matches(' ');
        let blank = &part[..part.len() - number.len()];
        let is_part = |character: char| character.is_ascii_alphanumeric() || character == '_';
        let length = number.find(|character| !is_part(character)).unwrap_or(number.len());
        let is_great = length > LONGEST && number.starts_with(|first: char| first.is_ascii_digit());
        out.push_str(blank);
        out.push_str(&if is_great {
            format!("0x{:0>1$}", "", length - 2)
        } else {
            number[..length].to_owned()
        });
        out.push_str(&number[length..]);
    }
    out
}
