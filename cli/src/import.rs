//! `codes import`

mod citation;
mod columns;
mod csv;
mod iana;
mod messages;
mod records;
mod rust;
mod status;
mod update;
mod values;
mod xml;

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{Read as _, stdin};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};
use code_registry_table::{Diagnostic, Reading, Rule, Severity, Table};

use self::iana::{Page, Registry, Requests};
use self::messages::System;
use self::update::Overwrites;
use crate::document::{self, Document};
use crate::error::{Error, Exit, ToolMessage, io_reason};
use crate::{diagnostics, files, fmt, revise, table_file, terminal};

/// Create a table from another format, or bring a table up to date
///
/// JSON has the keys of codes.toml: {"registry": {…}, "code": {"2001": {…}}}, as written by `codes list --format json`.
/// Several tables are keyed by their file names: {"one.toml": {…}, "two.toml": {…}}.
///
/// Imports one registry from an IANA page, or with `--all` every registry. The columns of a registry are recognized by
/// their names and contents; `--column` names the key of a column that is recognized wrongly. From a spreadsheet, imports
/// the columns given with `--column`; without it, all columns, which are named after the keys: value, symbol, status,
/// name.en, description.it, …
///
/// From a Rust source, imports an enum with its discriminants and documentation. From Fluent, rust-i18n and ICU
/// MessageFormat 1, imports messages in all languages of a folder. New rows get consecutive values. If TABLE is given, a
/// message updates the row whose symbol matches its name.
///
/// If the imported table has errors, or the updated one has errors other than missing translations, nothing is written,
/// and the errors are shown in the table that would have been written.
///
/// If TABLE is given, it receives the new rows, values and statuses of the file, and the texts and other keys that JSON
/// or a spreadsheet has. Symbols, translations, comments and everything else that people wrote are kept. The changes
/// are shown; rows that are not in the file are listed, and kept. If translations are missing after the
/// update, the exit status is 1.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The file to import; `-` is standard input. With `--all`, a folder with pages; for messages, a folder with languages
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: PathBuf,
    /// The table to update [default: create a new table]
    #[arg(value_name = "TABLE", conflicts_with = "output", value_hint = ValueHint::FilePath)]
    table: Option<PathBuf>,
    /// The format of the file [default: by its extension, else json]
    #[arg(long, value_enum)]
    from: Option<Format>,
    /// Import an enum of a Rust source, .rs
    #[arg(long, conflicts_with_all = ["from", "all", "columns"])]
    rust: bool,
    /// The registry of an IANA page, by its id or title; the enum of a Rust source, by its name
    #[arg(long, value_name = "ID")]
    registry: Option<String>,
    /// Every registry of an IANA page: into the folder `--output`; without it, lists which ones can be imported
    #[arg(long, conflicts_with_all = ["registry", "table", "skip", "merge", "columns", "title"])]
    all: bool,
    /// A record to leave out, by its value or the text of another cell, or a variant, by its value or name; can be repeated
    #[arg(long, value_name = "TEXT")]
    skip: Vec<String>,
    /// A value that several records or variants have: the first becomes the row, and the others its aliases
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    merge: Vec<String>,
    /// The key of a column, once per column: description.en=Meaning
    #[arg(long = "column", value_name = "KEY=COLUMN", value_parser = csv::mapping)]
    columns: Vec<(String, String)>,
    /// The title of a table created from a spreadsheet, an enum or messages [default: the name of the file or the enum]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The file to create, or the folder for several tables [default: standard output]
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
}

/// The table that is to be brought up to date does not exist.
fn no_table_to_update(path: &Path) -> Error {
    let file = path.display().to_string();
    let reason = ToolMessage::NoSuchFile.to_string();
    Error::new(ToolMessage::CannotRead { file: file.clone(), reason }).help(ToolMessage::MakeNew { file })
}

/// The unchecked tables of a file.
pub(crate) fn documents(file: &Path, text: &str) -> Result<Vec<Document>, Error> {
    let import = Import {
        file: file.to_owned(),
        from: None,
        rust: false,
        registry: None,
        all: false,
        skip: Vec::new(),
        merge: Vec::new(),
        columns: Vec::new(),
        title: None,
        output: None,
        table: None,
    };
    Ok(import.tables(text, None)?.into_iter().map(|(_, document)| document).collect())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The keys of a table
    Json,
    /// A page of IANA registries, .xml
    Iana,
    /// A spreadsheet with a line of headings, .csv or .tsv
    Csv,
    /// An enum of a Rust source, .rs
    Rust,
    /// Messages of Fluent, .ftl
    Fluent,
    /// Texts of rust-i18n, .yml, .yaml, .toml or .json
    RustI18n,
    /// Messages of ICU MessageFormat 1, .json
    Icu,
}

impl Format {
    /// The options that apply only to some formats, and to this one.
    fn options(self) -> &'static [&'static str] {
        match self {
            Self::Json => &[],
            Self::Iana => &["--all", "--registry", "--column", "--skip", "--merge"],
            Self::Csv => &["--column", "--skip", "--merge", "--title"],
            Self::Rust => &["--registry", "--skip", "--merge", "--title"],
            Self::Fluent | Self::RustI18n | Self::Icu => &["--title"],
        }
    }

    fn system(self) -> Option<System> {
        match self {
            Self::Fluent => Some(System::Fluent),
            Self::RustI18n => Some(System::RustI18n),
            Self::Icu => Some(System::MessageFormat),
            Self::Json | Self::Iana | Self::Csv | Self::Rust => None,
        }
    }
}

impl Import {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        self.check_options()?;
        if self.all {
            return run(&self.file, self.output.as_deref());
        }
        let opened = self.table.as_deref().filter(|path| path.exists()).map(revise::open).transpose()?;
        let old = opened.as_ref().map(|(reading, _)| &reading.table);
        let tables = match self.format().system() {
            // The files of a folder are read one by one.
            Some(_) if self.file.is_dir() => self.tables("", old)?,
            _ => self.tables(&self.text()?, old)?,
        };
        let checked = |(name, document): (Option<String>, Document)| {
            let owns_all = self.format() != Format::Iana;
            let status = owns_all && document.has_key("status");
            let arguments = self.format().system().is_some();
            let overwrites = Overwrites { all: owns_all, status, arguments };
            Ok((name, self.checked(&document)?, overwrites))
        };
        let tables: Vec<(Option<String>, Reading, Overwrites)> =
            tables.into_iter().map(checked).collect::<Result<_, Error>>()?;
        match (&self.table, opened, &tables[..]) {
            (Some(path), Some(opened), [(None, reading, overwrites)]) => {
                update::run(path, opened, &reading.table, *overwrites, &self.file)
            }
            (Some(path), None, [(None, ..)]) => Err(no_table_to_update(path)),
            (Some(_), ..) => Err(Error::new(ToolMessage::OneInto)),
            (None, _, tables) => {
                for (name, reading, _) in tables {
                    let table = document::imported(&reading.table).to_toml();
                    self.write(name.as_deref(), &fmt::in_form(&table)?)?;
                }
                Ok(Exit::Success)
            }
        }
    }

    /// Refuses an option that the format of the file would ignore.
    fn check_options(&self) -> Result<(), Error> {
        // The extension of a folder with pages tells nothing.
        let format = if self.all { self.from.unwrap_or(Format::Iana) } else { self.format() };
        let given = [
            ("--all", self.all),
            ("--column", !self.columns.is_empty()),
            ("--skip", !self.skip.is_empty()),
            ("--merge", !self.merge.is_empty()),
            ("--registry", self.registry.is_some()),
            ("--title", self.title.is_some()),
        ];
        for (option, is_given) in given {
            if is_given && !format.options().contains(&option) {
                return Err(Error::new(ToolMessage::NoEffect { option }));
            }
        }
        Ok(())
    }

    /// The tables of the file; the messages of other systems become rows of the `old` table.
    fn tables(&self, text: &str, old: Option<&Table>) -> Result<Vec<(Option<String>, Document)>, Error> {
        let requests = Requests { columns: &self.columns, skip: &self.skip };
        match self.format() {
            Format::Json => document::read(text),
            Format::Iana => {
                let page = iana::Page::read(text)?;
                let (source, mut notices) = page.choose(self.registry.as_deref())?.source(requests)?;
                let (table, merged) = records::table(source, &self.merge, old)?;
                notices.extend(merged);
                notices.into_iter().for_each(terminal::notice);
                Ok(vec![(None, table)])
            }
            Format::Csv => {
                let title = self.title.clone().unwrap_or_else(|| self.stem());
                let file = self.file.display().to_string();
                let (table, notices) = csv::table(&file, text, &title, requests, &self.merge, old)?;
                notices.into_iter().for_each(terminal::notice);
                Ok(vec![(None, table)])
            }
            Format::Fluent => self.messages(System::Fluent, text, old),
            Format::RustI18n => self.messages(System::RustI18n, text, old),
            Format::Icu => self.messages(System::MessageFormat, text, old),
            Format::Rust => {
                let file = self.file.display().to_string();
                let (name, title) = (self.registry.as_deref(), self.title.as_deref());
                let (skip, merge) = (&self.skip, &self.merge);
                let request = rust::Request { file: &file, text, name, title, skip, merge };
                let (table, notices) = rust::table(request)?;
                notices.into_iter().for_each(terminal::notice);
                Ok(vec![(None, table)])
            }
        }
    }

    /// The messages of a folder, or of the file with this text.
    fn messages(
        &self,
        system: System,
        text: &str,
        table: Option<&Table>,
    ) -> Result<Vec<(Option<String>, Document)>, Error> {
        let mut files = vec![(self.file.clone(), text.to_owned())];
        if self.file.is_dir() {
            let read = |path: PathBuf| {
                let text = table_file::any_text(&path);
                text.map_err(|reason| table_file::unreadable(&path, reason)).map(|text| (path, text))
            };
            files = messages::files(&self.file, system)?.into_iter().map(read).collect::<Result<_, _>>()?;
        }
        let title = self.title.clone().unwrap_or_else(|| self.stem());
        let request = messages::Request { system, root: &self.file, files: &files, title: &title, table };
        let (table, notices) = messages::table(request)?;
        notices.into_iter().for_each(terminal::notice);
        Ok(vec![(None, table)])
    }

    fn format(&self) -> Format {
        let extension = self.file.extension().and_then(|extension| extension.to_str());
        if self.rust {
            return Format::Rust;
        }
        self.from.unwrap_or(match extension {
            Some("rs") => Format::Rust,
            Some("ftl") => Format::Fluent,
            Some("yml" | "yaml") => Format::RustI18n,
            Some("xml") => Format::Iana,
            Some("csv" | "tsv") => Format::Csv,
            _ => Format::Json,
        })
    }

    /// The name of the file without its extension, also for `.`.
    fn stem(&self) -> String {
        let full = || fs::canonicalize(&self.file).ok()?.file_stem().map(OsStr::to_owned);
        let stem = self.file.file_stem().map(OsStr::to_owned).or_else(full);
        stem.map_or_else(|| "codes".to_owned(), |stem| stem.to_string_lossy().into_owned())
    }

    fn text(&self) -> Result<String, Error> {
        if self.file != Path::new("-") {
            return table_file::any_text(&self.file)
                .map_err(|reason| table_file::unreadable(&self.file, reason));
        }
        let mut text = String::new();
        let read = stdin().read_to_string(&mut text);
        read.map_err(|error| Error::new(ToolMessage::CannotReadInput { reason: error.to_string() }))?;
        Ok(text)
    }

    /// The table, if it has no errors.
    fn checked(&self, document: &Document) -> Result<Reading, Error> {
        let name = ToolMessage::AsTable { file: self.file.display().to_string() }.to_string();
        let none = &mut |_: &str| Err(ToolMessage::TextsInside.to_string());
        let reading = diagnostics::read(&name, &document.to_toml(), none);
        if reading.has_errors() {
            self.point(document, &reading.diagnostics);
            let is_duplicate = |found: &Diagnostic| found.rule == Rule::DuplicateValue;
            if self.format() != Format::Json && reading.diagnostics.iter().any(is_duplicate) {
                terminal::notice(ToolMessage::MergeDuplicates);
            }
            return Err(Error::BadTable(Box::new(reading)));
        }
        if self.table.is_none() {
            terminal::stderr(&terminal::diagnostics(&reading));
        }
        Ok(reading)
    }

    /// Reports which lines of the file the errors come from.
    fn point(&self, document: &Document, found: &[Diagnostic]) {
        let mut origins = document.origins(found.iter().map(|found| found.place.span.start));
        origins.dedup();
        for (line, section) in origins {
            let file = self.file.display().to_string();
            terminal::notice(ToolMessage::ComesFrom { section, file, line });
        }
    }

    fn write(&self, name: Option<&str>, text: &str) -> Result<(), Error> {
        let path = match (&self.output, name) {
            (None, None) => return terminal::stdout_text(text),
            (None, Some(name)) => {
                return Err(Error::new(ToolMessage::WhereTo { name: name.to_owned() }));
            }
            (Some(path), None) => path.clone(),
            (Some(folder), Some(name)) => folder.join(name),
        };
        files::create(&path, text)
    }
}

/// A registry that cannot be imported.
struct Refused {
    registry: String,
    reason: String,
}

/// Writes a table for each registry into the folder, if one is given, and reports the registries that are refused.
fn run(path: &Path, folder: Option<&Path>) -> Result<Exit, Error> {
    let pages = if path.is_dir() { pages(path)? } else { vec![path.to_owned()] };
    let (mut count, mut refused, mut tables) = (0, Vec::new(), Vec::new());
    let mut taken = HashSet::new();
    for file in &pages {
        let text = table_file::any_text(file).map_err(|reason| table_file::unreadable(file, reason))?;
        let page = Page::read(&text)?;
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let table_name = |id: &str| if path.is_dir() { format!("{stem}.{id}") } else { id.to_owned() };
        for registry in page.registries() {
            count += 1;
            let (own, mut id) = (registry.name(), registry.name());
            let mut number = 2;
            // `A` and `a` are the same file on some systems.
            while !taken.insert(table_name(&id).to_lowercase()) {
                id = format!("{own}-{number}");
                number += 1;
            }
            let place = format!("{}#{id}", file.display());
            let (table, notices) = match table(file, &registry) {
                Ok(table) => table,
                Err(reason) => {
                    refused.push(Refused { registry: place, reason });
                    continue;
                }
            };
            if let Some(folder) = folder {
                let lines = notices.iter().map(|notice| format!("{place}: {notice}\n"));
                terminal::stderr(&lines.collect::<String>());
                tables.push((folder.join(table_name(&id) + ".toml"), table));
            }
        }
    }
    // An error in a later page, or a file that exists, leaves the folder as it was.
    let (existing, absent): (Vec<_>, Vec<_>) = tables.iter().partition(|(path, _)| path.exists());
    existing.iter().chain(&absent).try_for_each(|(path, table)| files::create(path, table))?;
    terminal::stdout(|out| {
        for Refused { registry, reason } in &refused {
            writeln!(out, "{registry}: {reason}")?;
        }
        let (imported, refused) = (count - refused.len(), refused.len());
        Ok(writeln!(out, "{}", ToolMessage::RegistriesImported { count, imported, refused })?)
    })?;
    Ok(if refused.is_empty() { Exit::Success } else { Exit::Failure })
}

/// The pages in a folder, in alphabetical order.
fn pages(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let unreadable = |error| table_file::unreadable(folder, io_reason(folder, &error));
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut pages = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(unreadable)?;
    pages.retain(|page| page.extension().is_some_and(|extension| extension == "xml"));
    pages.sort_unstable();
    Ok(pages)
}

/// The table as a file and what to report about it, or the reason why it cannot be created.
fn table(file: &Path, registry: &Registry<'_>) -> Result<(String, Vec<ToolMessage>), String> {
    let none = Requests { columns: &[], skip: &[] };
    let message = |error: Error| match error {
        Error::Refused(refusal) => refusal.message.to_string(),
        Error::BadTable(reading) | Error::BadChange(reading) => first_error(&reading.diagnostics),
        Error::Output(error) => error.to_string(),
    };
    let (source, notices) = registry.source(none).map_err(message)?;
    let (document, _) = records::table(source, &[], None).map_err(message)?;
    let name = ToolMessage::AsTable { file: file.display().to_string() }.to_string();
    let reading = diagnostics::read(&name, &document.to_toml(), &mut |_: &str| Err(String::new()));
    if reading.has_errors() {
        let at = errors(&reading.diagnostics).map(|found| found.place.span.start);
        let line = document.origins(at).first().map(|(line, _)| *line);
        let message = first_error(&reading.diagnostics);
        return Err(line.map_or(message.clone(), |line| ToolMessage::AtLine { line, message }.to_string()));
    }
    let table = fmt::in_form(&document::imported(&reading.table).to_toml()).map_err(message)?;
    Ok((table, notices))
}

fn errors(found: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    found.iter().filter(|found| found.severity == Severity::Error)
}

fn first_error(found: &[Diagnostic]) -> String {
    errors(found).next().map(|found| found.message.clone()).unwrap_or_default()
}
