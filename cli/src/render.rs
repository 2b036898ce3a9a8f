//! `codes render`, and the structure that all formats show: which rows lie inside which, and their anchors.

mod elements;
mod html;
mod markdown;
mod site;

use std::iter::successors;

use clap::{Args, ValueEnum};
use code_registry_table::{Extent, Language, PropertyValue, Row, Table};

use crate::error::{Error, Exit, ToolMessage};
use crate::output_file::Target;
use crate::table_file::{self, TableArgument};
use crate::{document, list, terminal};

/// Render a table as a reference: Markdown, a web page, a web site, CSV or JSON
///
/// The page is one self-contained file with all languages of the table and a search. The site has a page for each row and
/// language, at the addresses of the table's `url`; its folder must be new, empty or an earlier site.
///
/// Output does not depend on your locale: without `--language`, texts are in the table's default language.
#[derive(Debug, Args)]
pub(crate) struct Render {
    #[command(flatten)]
    table: TableArgument,
    /// The output format
    #[arg(long, value_enum)]
    format: Format,
    /// The language of the texts; on a page, the one for readers who speak none of its languages [default: the
    /// table's first]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// A document in one language, with an anchor per row
    Markdown,
    /// A page in all languages, with a link per row
    Html,
    /// The output of `codes list --format csv`
    Csv,
    /// The output of `codes list --format json`
    Json,
    /// A web site with an overview and a page per row in every language; `--output` names its folder
    Site,
}

impl Render {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let table = self.table.good()?.table;
        if let Format::Site = self.format {
            let Some(folder) = self.target.folder() else {
                return Err(Error::new(ToolMessage::SiteNeedsFolder));
            };
            return site::write(&table, folder);
        }
        let asked =
            self.language.as_deref().map(|tag| table_file::choose_language(&table, Some(tag))).transpose()?;
        self.target.put_from(&self.table.path, &table, &self.format.text(&table, asked)?)
    }
}

impl Format {
    pub(crate) fn text(self, table: &Table, asked: Option<&Language>) -> Result<String, Error> {
        let language = asked.unwrap_or(&table.languages[0]);
        match self {
            Self::Markdown => Ok(markdown::document(table, language)),
            Self::Html => html::page(table, language),
            Self::Csv => Ok(list::csv(table, language)),
            // Written into a folder.
            Self::Site => Ok(String::new()),
            Self::Json => terminal::json_text(&document::of(table, asked)),
        }
    }
}

/// A table and the nesting of its rows.
#[derive(Debug)]
struct Reference<'a> {
    table: &'a Table,
    /// The innermost range around each row.
    parents: Vec<Option<usize>>,
    /// The number of ranges around each row.
    depths: Vec<usize>,
    /// The rows directly inside each row.
    children: Vec<Vec<usize>>,
    /// The value of each column that most rows have.
    usual: Vec<Option<&'a PropertyValue>>,
}

impl<'a> Reference<'a> {
    fn new(table: &'a Table) -> Self {
        let parents = parents(&table.rows);
        let mut depths = vec![0; parents.len()];
        let mut children = vec![Vec::new(); parents.len()];
        for (row, parent) in parents.iter().enumerate() {
            if let Some(parent) = *parent {
                depths[row] = depths[parent] + 1;
                children[parent].push(row);
            }
        }
        let usual = (0..table.properties.len()).map(|column| usual(&table.rows, column)).collect();
        Self { table, parents, depths, children, usual }
    }

    /// Whether most rows have this value in this column.
    fn is_usual(&self, column: usize, value: &PropertyValue) -> bool {
        self.usual[column] == Some(value)
    }

    fn row(&self, index: usize) -> &'a Row {
        &self.table.rows[index]
    }

    /// The innermost range around a row.
    fn parent(&self, index: usize) -> Option<usize> {
        self.parents[index]
    }

    /// The rows directly inside a range.
    fn inside(&self, index: usize) -> &[usize] {
        &self.children[index]
    }

    /// The nesting depth, limited to the available heading levels.
    fn depth(&self, index: usize) -> usize {
        self.depths[index].min(4)
    }

    /// The row of a value: the last one that begins at or before it, or a range around that.
    fn row_of(&self, value: i128) -> Option<usize> {
        let after = self.table.rows.partition_point(|row| row.extent.first() <= value);
        let mut rows = successors(after.checked_sub(1), |&row| self.parents[row]);
        rows.find(|&row| value <= self.row(row).extent.last())
    }

    /// The label of a row.
    fn label(&self, index: usize) -> String {
        self.table.extent_label(self.row(index).extent)
    }

    /// The anchor of a row. A range of texts gets a suffix that no text value can have.
    fn anchor(&self, index: usize) -> String {
        let extent = self.row(index).extent;
        let header = document::header(self.table, extent);
        if self.table.repr.is_text() && extent.is_range() { header + "…" } else { header }
    }

    /// A percent-encoded link to a row.
    fn link(&self, index: usize) -> String {
        fragment(&self.anchor(index))
    }
}

/// `#` and the anchor, percent-encoded (RFC 3986).
fn fragment(anchor: &str) -> String {
    let encode = |byte: u8| match byte {
        b'-' | b'.' | b'_' | b'=' => char::from(byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    "#".to_owned() + &anchor.bytes().map(encode).collect::<String>()
}

/// The value of a column that more than half of the rows have.
fn usual(rows: &[Row], column: usize) -> Option<&PropertyValue> {
    let values = || rows.iter().map(|row| row.properties[column].as_ref());
    // Such a value is the only one that can remain.
    let (mut usual, mut lead) = (None, 0_usize);
    for value in values() {
        match lead {
            0 => (usual, lead) = (value, 1),
            _ if value == usual => lead += 1,
            _ => lead -= 1,
        }
    }
    let count = values().filter(|value| *value == usual).count();
    usual.filter(|_| 2 * count > rows.len())
}

/// The innermost range around each row. Rows are ordered by their first value, outer ranges first.
fn parents(rows: &[Row]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let parent = |(index, row): (usize, &Row)| {
        while open.pop_if(|&mut range| rows[range].extent.last() < row.extent.first()).is_some() {}
        let parent = open.last().copied();
        if let Extent::Range(..) = row.extent {
            open.push(index);
        }
        parent
    };
    rows.iter().enumerate().map(parent).collect()
}
