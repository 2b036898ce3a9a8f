//! The formats of translators' files, with their readers and writers.

use std::path::Path;

use super::catalog::Catalog;
use super::imported::{Expected, ImportedCatalog, Problems};
use super::{csv, po, po_reader, xliff, xliff_reader};
use clap::ValueEnum;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// gettext
    Po,
    /// A gettext template: the texts without translations
    Pot,
    /// XLIFF 2.0
    Xliff,
    /// XLIFF 1.2
    #[value(name = "xliff-1.2")]
    Xliff12,
    /// A line for each sentence, for spreadsheets
    Csv,
}

impl Format {
    /// The format of a file, by its extension.
    pub(super) fn of(path: &Path) -> Option<Self> {
        match &*path.extension()?.to_str()?.to_ascii_lowercase() {
            "po" | "pot" => Some(Self::Po),
            "xlf" | "xliff" => Some(Self::Xliff),
            "csv" | "tsv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// Whether the plural forms of a sentence are one entry.
    pub(super) fn groups_plurals(self) -> bool {
        matches!(self, Self::Po | Self::Pot)
    }

    pub(super) fn write(self, catalog: &Catalog) -> String {
        match self {
            Self::Po | Self::Pot => po::write(catalog),
            Self::Xliff => xliff::write(catalog, xliff::Version::V20),
            Self::Xliff12 => xliff::write(catalog, xliff::Version::V12),
            Self::Csv => csv::write(catalog),
        }
    }

    pub(super) fn read(self, text: &str, expected: Expected<'_>, problems: &mut Problems) -> ImportedCatalog {
        match self {
            Self::Po | Self::Pot => po_reader::read(text, problems),
            Self::Xliff | Self::Xliff12 => xliff_reader::read(text, problems),
            Self::Csv => csv::read(text, expected, problems),
        }
    }
}
