//! `codes import --all`: every registry of a page, or of all pages in a folder.

use std::fs;
use std::path::{Path, PathBuf};

use code_registry_table::{Diagnostic, Severity};

use super::iana::{Page, Registry, Requests};
use super::records;
use crate::error::{Error, Exit, ToolMessage, io_reason};
use crate::{diagnostics, document, files, fmt, table_file, terminal};

/// A registry that cannot be imported.
struct Refused {
    registry: String,
    reason: String,
}

/// Writes a table for each registry into the folder, if one is given, and reports the registries that are refused.
pub(super) fn run(path: &Path, folder: Option<&Path>) -> Result<Exit, Error> {
    let pages = if path.is_dir() { pages(path)? } else { vec![path.to_owned()] };
    let (mut count, mut refused) = (0, Vec::new());
    for file in &pages {
        let text = table_file::any_text(file).map_err(|reason| table_file::unreadable(file, reason))?;
        let page = Page::read(&text)?;
        for registry in page.registries() {
            count += 1;
            let table = match table(file, &registry) {
                Ok(table) => table,
                Err(reason) => {
                    let registry = format!("{}#{}", file.display(), registry.id);
                    refused.push(Refused { registry, reason });
                    continue;
                }
            };
            if let Some(folder) = folder {
                files::create(&folder.join(name(file, &registry, path.is_dir())), &table)?;
            }
        }
    }
    terminal::stdout(|out| {
        for Refused { registry, reason } in &refused {
            writeln!(out, "{registry}: {reason}")?;
        }
        let (imported, refused) = (count - refused.len(), refused.len());
        Ok(writeln!(out, "{}", ToolMessage::RegistriesImported { count, imported, refused })?)
    })?;
    Ok(if refused.is_empty() { Exit::Clean } else { Exit::Mistakes })
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
    pages.sort();
    Ok(pages)
}

/// The name of the table: the id of the registry, after the name of its page if there are several pages.
fn name(page: &Path, registry: &Registry<'_>, has_several: bool) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | '.');
    let id: String =
        registry.id.chars().map(|character| if is_plain(character) { character } else { '-' }).collect();
    let stem = page.file_stem().unwrap_or_default().to_string_lossy();
    if has_several { format!("{stem}.{id}.toml") } else { format!("{id}.toml") }
}

/// The table as a file, or why it cannot be made.
fn table(file: &Path, registry: &Registry<'_>) -> Result<String, String> {
    let none = Requests { columns: &[], skip: &[] };
    let message = |error: Error| match error {
        Error::Refused(refusal) => refusal.message.to_string(),
        Error::BadTable(reading) | Error::BadChange(reading) => first_error(&reading.diagnostics),
        Error::Output(error) => error.to_string(),
    };
    let (source, _) = registry.source(none).map_err(message)?;
    let document = records::table(source, &[]).map_err(message)?;
    let name = ToolMessage::AsTable { file: file.display().to_string() }.to_string();
    let reading = diagnostics::read(&name, &document.to_toml(), &mut |_: &str| Err(String::new()));
    if reading.has_errors() {
        let at = errors(&reading.diagnostics).map(|found| found.place.span.start);
        let line = document.origins(at).first().map(|(line, _)| *line);
        let message = first_error(&reading.diagnostics);
        return Err(line.map_or(message.clone(), |line| ToolMessage::AtLine { line, message }.to_string()));
    }
    fmt::in_form(&document::imported(&reading.table).to_toml()).map_err(message)
}

fn errors(found: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    found.iter().filter(|found| found.severity == Severity::Error)
}

fn first_error(found: &[Diagnostic]) -> String {
    errors(found).next().map(|found| found.message.clone()).unwrap_or_default()
}
