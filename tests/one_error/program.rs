use std::collections::HashMap;
use std::fmt;

use code_registry::{Argument, Code, Coded, report};

#[code_registry::codes("TABLE")]
pub enum ShopCode {}

#[derive(Debug, Coded)]
#[coded(ShopCode)]
pub enum ShopError {
    NotFound { id: u64 },
    #[code(STORAGE)]
    Disk(#[from] std::io::Error),
    TooMany { count: usize },
    #[code(105)]
    Plugin,
}

#[derive(Debug, Coded)]
#[coded(ShopCode)]
pub enum OrderError {
    Late { name: String, size: u64, weight: f64, priority: ShopCodeSeverity, delay: std::time::Duration, missing: Vec<String> },
}

fn late(error: &OrderError) -> String {
    error.localized(ShopCode::DEFAULT_LANGUAGE).to_string()
}

fn too_many(count: usize) -> String {
    let arguments = [("count", Argument::count(&count)), ("priority", Argument::word(&ShopCodeSeverity::Low))];
    ShopCode::TooMany.format(ShopCode::DEFAULT_LANGUAGE, &arguments).to_string()
}

impl ShopError {
    fn is_temporary(&self) -> bool {
        matches!(self, Self::Disk(..))
    }
}

impl From<fmt::Error> for ShopError {
    fn from(_: fmt::Error) -> Self {
        Self::Plugin
    }
}

struct Status(u16);

impl From<ShopCode> for Status {
    fn from(code: ShopCode) -> Self {
        Self(code.http().unwrap_or(500))
    }
}

fn read() -> Result<String, ShopError> {
    Ok(std::fs::read_to_string("orders")?)
}

fn boxed() -> Result<String, Box<dyn std::error::Error>> {
    Ok(read()?)
}

fn any<E: Coded>(error: &E) -> String
where
    E::Code: Code,
{
    error.code().symbol().to_owned()
}

fn counts(errors: &[ShopError]) -> HashMap<ShopCode, usize> {
    let mut counts = HashMap::new();
    for error in errors {
        *counts.entry(error.code()).or_default() += 1;
    }
    counts
}

fn advice(code: ShopCode) -> &'static str {
    match code {
        ShopCode::NotFound => "look for it",
        ShopCode::Storage | ShopCode::TooMany => "try again",
        _ if code.severity() == Some(ShopCodeSeverity::High) => "call us",
        _ => "",
    }
}

const DEFAULT: ShopCode = ShopCode::Storage;

fn main() {
    let error = ShopError::NotFound { id: 7 };
    println!("{error}, {}, {}", error.code(), error.localized(ShopCode::LANGUAGES[1]));
    println!("{}", report(&error, ShopCode::DEFAULT_LANGUAGE));
    println!("{}", error.localized(ShopCode::DEFAULT_LANGUAGE));
    println!("{} {}", any(&error), error.is_temporary());
    println!("{} {}", advice(error.code()), DEFAULT == error.code());
    println!("{:?} {}", counts(&[error]).len(), Status::from(ShopCode::from(2)).0);
    println!("{}", boxed().is_ok());
    println!("{} {:?}", too_many(2), late as fn(&OrderError) -> String);
}
