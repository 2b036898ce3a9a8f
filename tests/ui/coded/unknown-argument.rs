//! `#[arg]` names an argument of the message.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    TooMany {
        count: u8,
        folder: String,
        #[arg("fodler")]
        place: String,
        #[arg("surplus")]
        more: u8,
    },
    Broken {
        // A field without an attribute need not be an argument.
        path: String,
        #[arg("file")]
        file: String,
    },
    #[code(transparent)]
    Inner(#[arg("path")] Box<AppError>),
}

fn main() {}
