//! A whole table as a tree, the same in JSON and in TOML: what `list --format json` writes and `import` reads.

mod json;
mod message;
mod node;
mod table;
mod toml;

pub(crate) use json::read;
use node::Node;
pub(crate) use table::of;

/// A table of the format: `[registry]`, `[property.retryable]`, `[code.2001]`, … in the order in which they are written.
#[derive(Debug, PartialEq)]
pub(crate) struct Document {
    sections: Vec<Section>,
}

/// A header and what stands under it.
#[derive(Debug, PartialEq)]
struct Section {
    path: Vec<String>,
    fields: Vec<(String, Node)>,
}

impl Document {
    /// The table as a file.
    pub(crate) fn to_toml(&self) -> String {
        self.sections.iter().map(toml::section).collect::<Vec<_>>().join("\n")
    }
}
