//! A whole table as a tree, the same in JSON and in TOML: what `list --format json` writes and `import` reads.

mod json;
mod message;
mod node;
mod table;
mod toml;

pub(crate) use json::read;
pub(crate) use node::Node;
pub(crate) use table::{header, language, of, property, registry, row};
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
    /// The line of the file that it comes from, where that is known.
    pub(crate) line: Option<usize>,
}

impl Section {
    pub(crate) fn to_toml(&self) -> String {
        toml::section(self)
    }
}

impl Document {
    pub(crate) fn new(sections: Vec<Section>) -> Self {
        Self { sections }
    }

    /// The table as a file.
    pub(crate) fn to_toml(&self) -> String {
        self.sections.iter().map(Section::to_toml).collect::<Vec<_>>().join("\n")
    }

    /// Whether any section has this key.
    pub(crate) fn has_key(&self, key: &str) -> bool {
        self.sections.iter().any(|section| section.fields.iter().any(|(known, _)| known == key))
    }

    /// The line that a byte of the [file](Self::to_toml) comes from, and its section.
    pub(crate) fn origin(&self, at: usize) -> Option<(usize, String)> {
        let mut start = 0;
        let section = self.sections.iter().find(|section| {
            start += section.to_toml().len() + 1;
            at < start
        })?;
        let path: Vec<_> = section.path.iter().map(String::as_str).collect();
        Some((section.line?, format!("[{}]", keys(&path))))
    }
}
