//! A whole table as a tree, the same in JSON and in TOML: what `list --format json` writes and `import` reads.

mod json;
mod message;
mod node;
mod table;

pub(crate) use json::read;
pub(crate) use message::node as message_node;
pub(crate) use node::Node;
pub(crate) use table::{enumeration, header, imported, language, of, property, registry, row, row_in};

use crate::toml_text::quoting;

/// Tables of tables: each of these has a header of its own.
pub(crate) const FAMILIES: [&str; 5] = ["language", "property", "enum", "range", "code"];

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
        quoting::section(self)
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

    /// The same without an order: of sections, and of keys wherever they are.
    pub(crate) fn sorted(mut self) -> Self {
        self.sections.iter_mut().for_each(|section| node::sort(&mut section.fields));
        self.sections.sort_by(|one, other| one.path.cmp(&other.path));
        self
    }

    /// Whether any section has this key.
    pub(crate) fn has_key(&self, key: &str) -> bool {
        self.sections.iter().any(|section| section.fields.iter().any(|(known, _)| known == key))
    }

    /// The lines that bytes of the [file](Self::to_toml) come from, and their sections.
    pub(crate) fn origins(&self, places: impl Iterator<Item = usize>) -> Vec<(usize, String)> {
        let end = |end: &mut usize, section: &Section| {
            *end += section.to_toml().len() + 1;
            Some(*end)
        };
        let ends: Vec<usize> = self.sections.iter().scan(0, end).collect();
        let origin = |at| {
            let section = self.sections.get(ends.partition_point(|&end| end <= at))?;
            let path = section.path.iter().map(String::as_str);
            Some((section.line?, format!("[{}]", quoting::keys(path))))
        };
        places.filter_map(origin).collect()
    }
}
