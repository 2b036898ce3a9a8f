//! The formats of translators' files.

use std::path::Path;

use clap::ValueEnum;
use code_registry_table::Place;

use super::catalog::{Catalog, Plurals};
use super::problems::Problems;
use super::{csv, po, xliff};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// gettext
    Po,
    /// XLIFF 2.0
    Xliff,
    /// A line for each sentence, for spreadsheets
    Csv,
}

/// What a translator's file says.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// Its language, and where it says so.
    pub(super) language: Option<(String, Place)>,
    pub(super) entries: Vec<GivenEntry>,
    /// How many entries it keeps of texts that are no more.
    pub(super) obsolete: usize,
}

/// An entry of a translator's file.
#[derive(Debug)]
pub(super) struct GivenEntry {
    pub(super) key: String,
    pub(super) key_place: Place,
    /// What it was translated from.
    pub(super) sources: Vec<String>,
    /// The translation, each plural form by its number.
    pub(super) targets: Vec<(String, Place)>,
    /// Whether somebody has still to look at it.
    pub(super) is_fuzzy: bool,
}

impl Format {
    /// The format of a file, by its name.
    pub(super) fn of(path: &Path) -> Option<Self> {
        match &*path.extension()?.to_str()?.to_ascii_lowercase() {
            "po" => Some(Self::Po),
            "xlf" | "xliff" => Some(Self::Xliff),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    pub(super) fn plurals(self) -> Plurals {
        match self {
            Self::Po => Plurals::Together,
            Self::Xliff | Self::Csv => Plurals::Apart,
        }
    }

    pub(super) fn write(self, catalog: &Catalog) -> String {
        match self {
            Self::Po => po::write(catalog),
            Self::Xliff => xliff::write(catalog),
            Self::Csv => csv::write(catalog),
        }
    }

    pub(super) fn read(self, text: &str, problems: &mut Problems) -> Given {
        match self {
            Self::Po => po::read(text, problems),
            Self::Xliff => xliff::read(text, problems),
            Self::Csv => csv::read(text, problems),
        }
    }
}
