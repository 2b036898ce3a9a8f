//! A whole table as a tree, the same in JSON and in TOML: what `list --format json` writes and `import` reads.

mod json;
mod message;
mod node;
mod table;
mod toml;

pub(crate) use json::read;
pub(crate) use node::Node;
pub(crate) use table::{header, of};
pub(crate) use toml::{keys, value};

/// A table of the format: `[registry]`, `[property.retryable]`, `[code.2001]`, … in the order in which they are written.
#[derive(Debug, PartialEq)]
pub(crate) struct Document {
    sections: Vec<Section>,
}

/// A header and what stands under it.
#[derive(Debug, PartialEq)]
pub(crate) struct Section {
    pub(crate) path: Vec<String>,
    pub(crate) fields: Vec<(String, Node)>,
}

impl Section {
    pub(crate) fn to_toml(&self) -> String {
        toml::section(self)
    }
}

impl Document {
    /// The table as a file.
    pub(crate) fn to_toml(&self) -> String {
        self.sections.iter().map(Section::to_toml).collect::<Vec<_>>().join("\n")
    }
}
