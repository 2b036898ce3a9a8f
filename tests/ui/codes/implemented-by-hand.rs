//! `Code` is only implemented by `#[codes]`.

use code_registry::{Code, Language, UnknownCode};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Own;

impl code_registry::Localize for Own {
    fn fmt_in(&self, _: Language, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("own")
    }
}
impl std::fmt::Display for Own {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("own")
    }
}
impl std::error::Error for Own {}
impl std::str::FromStr for Own {
    type Err = UnknownCode;
    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Err(text.parse::<code_registry::websocket::CloseCode>().unwrap_err())
    }
}
impl Code for Own {
    type Value = u8;
    type Table = ();
    const LANGUAGES: &'static [Language] = &[];
    fn from_value(_: u8) -> Option<Self> {
        None
    }
    fn value(self) -> u8 {
        0
    }
}

fn main() {}
