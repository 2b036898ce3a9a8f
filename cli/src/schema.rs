//! `codes schema`

mod definition;
mod message;

use clap::{Args, ValueEnum};
use code_registry_table::shape::{FILE_ROOT, ROOT};
use serde_json::{Value, json};

use crate::failure::{Exit, Failure};
use crate::output;
use crate::target::Target;

/// Print the JSON Schema of tables, for editors
///
/// With the first line `#:schema ./codes.schema.json`, editors that know Taplo complete keys and words, show what they
/// are for, and mark what has no place in a table. What a schema cannot say, `codes check` says.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Which files it describes
    #[arg(value_enum, default_value_t)]
    files: Files,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Files {
    /// codes.toml
    #[default]
    Table,
    /// The file of a language, which holds only texts
    Language,
}

impl Schema {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        self.target.put(&output::json_text(&self.files.schema())?)
    }
}

impl Files {
    fn schema(self) -> Value {
        let (root, title) = match self {
            Self::Table => (&ROOT, "codes.toml"),
            Self::Language => (&FILE_ROOT, "The texts of one language of a codes.toml"),
        };
        let mut schema = definition::keys(root);
        // The newest that Taplo knows.
        schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
        schema["title"] = json!(title);
        schema["definitions"] = definition::all(root);
        schema
    }
}
