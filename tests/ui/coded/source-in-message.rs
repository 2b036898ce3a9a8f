//! A report shows the source: the message does not repeat it.

use code_registry::Coded;

#[code_registry::codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode)]
enum AppError {
    Failed {
        #[source]
        cause: std::fmt::Error,
    },
    #[code(FROM)]
    From { source: String },
}

fn main() {}
