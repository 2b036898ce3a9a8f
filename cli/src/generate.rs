//! `codes generate`

mod c;
mod go;
mod java;
mod json_schema;
mod messages;
mod model;
mod python;
mod rust;
mod typescript;

use clap::{Args, ValueEnum};
use code_registry_table::Reading;

use crate::error::{Error, Exit};
use crate::output_file::Target;
use crate::table_file::TableArgument;
use model::Model;
pub(crate) use model::TypeName;

/// Generate code in another programming language
///
/// The output is self-contained: a constant per code, documented in the table's default language, and functions that
/// return the symbol, label and texts of any value, with fallbacks resolved. A value without a row of its own has the
/// texts of the innermost range around it.
///
/// If the table has messages with arguments, there is also a function for each message. Its sentences are those of Rust,
/// including plurals, numbers and lists. In C, a row that has no other text shows its message with placeholders such as
/// `{name}`.
#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// The language to generate
    #[arg(value_enum, value_name = "LANGUAGE")]
    format: Format,
    #[command(flatten)]
    table: TableArgument,
    /// The name of the type; for Java and Go, the package may precede it: org.example.CloseCode
    #[arg(long, value_name = "NAME", default_value = "Code")]
    name: String,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// An object of constants and the union of their types
    #[value(name = "typescript")]
    TypeScript,
    /// A module with an enum
    Python,
    /// A header for C99 and C++, with the implementation behind a macro
    C,
    /// A package
    Go,
    /// A class
    Java,
    /// A schema of all values with a row, draft 2020-12
    JsonSchema,
    /// The expansion of `#[codes]`, for projects that commit generated code; needs the same version of code-registry
    Rust,
}

impl Generate {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let name = TypeName::new(&self.name)?;
        let reading = self.table.good()?;
        self.target.put_from(&self.table.path, &reading.table, &self.format.text(&reading, &name)?)
    }
}

impl Format {
    pub(crate) fn text(self, reading: &Reading, name: &TypeName) -> Result<String, Error> {
        let model = Model::new(&reading.table, name);
        match self {
            Self::TypeScript => Ok(typescript::write(&model)),
            Self::Python => Ok(python::write(&model)),
            Self::C => Ok(c::write(&model)),
            Self::Go => Ok(go::write(&model)),
            Self::Java => Ok(java::write(&model)),
            Self::JsonSchema => Ok(json_schema::write(&model)),
            Self::Rust => rust::write(reading, name),
        }
    }
}
