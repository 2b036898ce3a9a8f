//! A reference as a web site: an overview and a page for each row in every language, with the table as `codes.json`.
//!
//! Pages are written one after the other, so that the memory does not grow with their number. All links are relative; a
//! site with a `url` also has absolute addresses for search engines.

mod address;
mod explanation;
mod highlight;
mod overview;
mod page;

use std::fs;
use std::path::{Path, PathBuf};

use code_registry_table::{Language, Table};
use serde_json::json;

use self::address::Addresses;
use self::page::Site;
use super::Reference;
use crate::error::{Error, Exit, ToolMessage, io_reason};
use crate::{document, terminal};

const STYLE: &str = concat!(include_str!("page/base.css"), include_str!("page/site.css"));
const SCRIPT: &str = include_str!("page/site.js");

/// The file by which a folder is recognized as a site that may be replaced.
const DATA: &str = "codes.json";
const SCHEMA: &str = "codes.schema.json";

/// Writes the site into a folder, which must be new, empty or an earlier site. The old site is only removed once the new
/// one is complete.
pub(super) fn write(table: &Table, folder: &Path) -> Result<Exit, Error> {
    if !may_replace(folder) {
        return Err(Error::new(ToolMessage::NotASite { folder: folder.display().to_string() }));
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let new = tempfile::Builder::new()
        .prefix(".codes-site-")
        .tempdir_in(parent)
        .map_err(|error| Error::new(cannot_write(folder, &error)))?;
    let root = new.path().join("site");
    pages(table, &Writer { root: root.clone() })?;
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Error::new(cannot_write(folder, &error)))?;
    }
    fs::rename(&root, folder).map_err(|error| Error::new(cannot_write(folder, &error)))?;
    Ok(Exit::Success)
}

fn may_replace(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => folder.join(DATA).is_file() || entries.next().is_none(),
        Err(_) => !folder.exists(),
    }
}

/// All files of a site.
fn pages(table: &Table, writer: &Writer) -> Result<(), Error> {
    let reference = Reference::new(table);
    let addresses = Addresses::new(table)?;
    let site = Site { reference: &reference, addresses: &addresses };
    writer.put("style.css", STYLE)?;
    writer.put("site.js", SCRIPT)?;
    writer.put(DATA, &terminal::json_text(&data(table, &addresses))?)?;
    writer.put(SCHEMA, &terminal::json_text(&address::schema())?)?;
    writer.put("search.json", &address::index(&reference, &addresses)?)?;
    for (column, language) in table.languages.iter().enumerate() {
        writer.put(&file(&addresses.overview(column)), &site.overview(language))?;
        for row in 0..table.rows.len() {
            writer.put(&file(&addresses.row(row, column)), &site.row(row, language))?;
        }
    }
    writer.put("404.html", &site.not_found(&table.languages[0]))?;
    if let Some(sitemap) = addresses.sitemap() {
        writer.put("sitemap.xml", &sitemap)?;
    }
    if addresses.has_root() {
        writer.put("index.html", &site.root(&table.languages[0]))?;
    }
    Ok(())
}

/// `codes.json`: every row with its texts in all languages and the addresses of its pages.
fn data(table: &Table, addresses: &Addresses<'_>) -> serde_json::Value {
    let page = |row: usize| {
        let pages = table.languages.iter().enumerate().map(|(column, language)| {
            (language.tag.clone(), json!(format!("/{}", addresses.row(row, column))))
        });
        let extent = table.rows[row].extent;
        json!({
            "symbol": table.rows[row].symbol,
            "label": table.extent_label(extent),
            "pages": pages.collect::<serde_json::Map<_, _>>(),
        })
    };
    json!({
        "$schema": format!("./{SCHEMA}"),
        "table": document::of(table, None),
        "pages": (0..table.rows.len()).map(page).collect::<Vec<_>>(),
    })
}

/// The file of an address: that of a folder is its index.
fn file(address: &str) -> String {
    let name = address.rsplit('/').next().unwrap_or(address);
    match name {
        "" => format!("{address}index.html"),
        name if name.contains('.') => address.to_owned(),
        _ => format!("{address}.html"),
    }
}

/// Writes files below a folder.
struct Writer {
    root: PathBuf,
}

impl Writer {
    fn put(&self, name: &str, text: &str) -> Result<(), Error> {
        let path = self.root.join(address::decoded(name));
        let failed = |error| Error::new(cannot_write(&path, &error));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        fs::write(&path, text).map_err(failed)
    }
}

fn cannot_write(path: &Path, error: &std::io::Error) -> ToolMessage {
    ToolMessage::CannotWrite { file: path.display().to_string(), reason: io_reason(path, error) }
}

/// The direction and the tag of a language, as attributes.
fn spoken(language: &Language) -> String {
    let direction = super::elements::direction(language);
    format!("lang=\"{}\" dir=\"{direction}\"", language.tag)
}
