//! A reference as a web site: an overview and a page for each row in every language, with the table as `codes.json`.
//!
//! Pages are written one after the other, so that the memory does not grow with their number. All links are relative; a
//! site with a `url` also has absolute addresses for search engines.

mod address;
mod explanation;
mod page;

use std::fs;
use std::path::{Path, PathBuf};

use code_registry_table::{Language, Property, Table};
use serde_json::{Map, json};

use self::address::{Addresses, relative};
use self::page::{Content, Kind, Site, list, section, status};
use super::Reference;
use crate::display_text::{self, Words};
use crate::error::{Error, Exit, Label, ToolMessage, io_reason};
use crate::render::elements::{self, element, escape};
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
        let mut pages = Map::new();
        for (column, language) in table.languages.iter().enumerate() {
            pages.insert(language.tag.clone(), json!(format!("/{}", addresses.row(row, column))));
        }
        let extent = table.rows[row].extent;
        json!({
            "symbol": table.rows[row].symbol,
            "label": table.extent_label(extent),
            "pages": pages,
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
    let direction = elements::direction(language);
    format!("lang=\"{}\" dir=\"{direction}\"", language.tag)
}

impl Site<'_> {
    /// All rows, by the outermost ranges.
    fn overview(&self, language: &Language) -> String {
        self.framed(
            language,
            &Content {
                title: self.title(language),
                description: self.about_in_words(language),
                address: &|column| self.addresses.overview(column),
                main: self.overview_content(language, &self.addresses.overview(language.chain[0])),
                kind: Kind::Ordinary,
            },
        )
    }

    /// The overview of the default language at the root of the site.
    fn root(&self, language: &Language) -> String {
        let overview = |column| match column {
            0 => String::new(),
            column => self.addresses.overview(column),
        };
        self.framed(
            language,
            &Content {
                title: self.title(language),
                description: self.about_in_words(language),
                address: &overview,
                main: self.overview_content(language, ""),
                kind: Kind::Ordinary,
            },
        )
    }

    /// The script finds the codes that the missing address names.
    fn not_found(&self, language: &Language) -> String {
        let words = Words::of(language);
        let overview = relative("", &self.addresses.overview(0));
        let overview = if overview == "./" { "index.html".to_owned() } else { overview };
        let main = format!(
            "<h1>{}</h1>\n<p class=\"lead\">{}</p>\n<ul class=\"found\"></ul>\n<p><a href=\"{overview}\">{}</a></p>\n",
            words.say(Label::PageNotFound),
            words.say_more(Label::PageNotFound),
            words.say(Label::Overview),
        );
        let title = format!("{} · {}", words.say(Label::PageNotFound), self.title(language));
        let page = Content {
            title,
            description: words.say_more(Label::PageNotFound).to_owned(),
            address: &|column| {
                if column == 0 { "404.html".to_owned() } else { self.addresses.overview(column) }
            },
            main,
            kind: Kind::NotFound,
        };
        self.framed(language, &page)
    }

    /// The numbers of codes and ranges, for search engines.
    fn about_in_words(&self, language: &Language) -> String {
        let table = self.reference.table;
        let note = table.notes.first().and_then(|note| note.resolve(language));
        let counts = self.counts(language);
        note.map_or_else(|| format!("{}: {counts}", self.title(language)), |note| format!("{counts}. {note}"))
    }

    fn counts(&self, language: &Language) -> String {
        let words = Words::of(language);
        let [codes, ranges, _] = display_text::counts(self.reference.table);
        [codes, ranges].map(|count| count.localized(words.language()).to_string()).join(", ")
    }

    fn overview_content(&self, language: &Language, here: &str) -> String {
        let (table, words) = (self.reference.table, Words::of(language));
        let title = match table.title.is_empty() {
            true => escape(&self.title(language)),
            false => element(table, language, "span", "", &table.title),
        };
        let mut main = format!("<h1>{title}</h1>\n<p class=\"counts\">{}</p>\n", self.counts(language));
        main += &table.notes.iter().map(|note| element(table, language, "p", "", note)).collect::<String>();
        main += &self.ranges(language);
        let rows: Vec<usize> = (0..table.rows.len()).collect();
        main += &section(words.say(Label::CodesAndRanges), &self.rows_table(&rows, language, here));
        // A name alone explains nothing.
        let documented = table.properties.iter().filter(|property| !property.doc.is_empty());
        let column = |property: &Property| {
            let name = elements::column(table, language, property);
            format!("<div><dt>{name}</dt>{}</div>", element(table, language, "dd", "", &property.doc))
        };
        let columns: String = documented.map(column).collect();
        main += &section(words.say(Label::Properties), &list("dl", "facts columns", &columns));
        let sources: String = table
            .references
            .iter()
            .map(|source| format!("<li>{}</li>", elements::reference(source, words.say(Label::Section))))
            .collect();
        main + &section(words.say(Label::Sources), &list("ul", "sources", &sources))
    }

    /// Links to the outermost ranges in the table below.
    fn ranges(&self, language: &Language) -> String {
        let table = self.reference.table;
        let is_top = |row: &usize| table.rows[*row].extent.is_range() && self.reference.depth(*row) == 0;
        let link = |row: usize| {
            let name = table.rows[row].short(&language.chain).unwrap_or_default();
            format!(
                "<li><a href=\"{}\"><span class=\"value\">{}</span> {}</a></li>",
                self.reference.link(row),
                escape(&self.reference.label(row)),
                elements::inline(&display_text::one_line(&name)),
            )
        };
        let links: String = (0..table.rows.len()).filter(is_top).map(link).collect();
        let label = Words::of(language).say(Label::TopRanges);
        match links.as_str() {
            "" => String::new(),
            links => format!("<nav class=\"ranges\" aria-label=\"{label}\"><ul>{links}</ul></nav>\n"),
        }
    }

    /// Rows with their values, names, symbols and states; a row inside a range is indented.
    fn rows_table(&self, rows: &[usize], language: &Language, here: &str) -> String {
        let (table, words, column) = (self.reference.table, Words::of(language), language.chain[0]);
        let top = rows.iter().map(|row| self.reference.depth(*row)).min().unwrap_or_default();
        let line = |&index: &usize| {
            let row = &table.rows[index];
            let kind = if row.extent.is_range() { "range" } else { "code" };
            let name = display_text::one_line(&row.short(&language.chain).unwrap_or_default());
            format!(
                "<tr id=\"{}\" class=\"{kind} depth-{}\"><th scope=\"row\">{}</th><td>{}{}</td><td><code>{}</code></td></tr>\n",
                escape(&self.reference.anchor(index)),
                self.reference.depth(index) - top,
                self.link(index, here, column),
                elements::inline(&name),
                status(row.status, words),
                row.symbol,
            )
        };
        let heads = [Label::Code, Label::Name, Label::Symbol]
            .map(|head| format!("<th scope=\"col\">{}</th>", words.say(head)));
        let lines: String = rows.iter().map(line).collect();
        format!(
            "<table class=\"rows\"><thead><tr>{}</tr></thead>\n<tbody>\n{lines}</tbody></table>",
            heads.concat()
        )
    }
}
