//! The errors of a shop.

use renamed::Coded;

#[renamed::codes("codes.toml")]
pub enum ShopCode {}

#[derive(Debug, Coded)]
#[coded(ShopCode)]
pub enum ShopError {
    NotFound { path: String },
    #[code(TOO_MANY)]
    Overflow { count: u64, folder: String },
}

pub fn code() -> ShopCode {
    ShopCode::NotFound
}
