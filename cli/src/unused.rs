//! `codes unused`

use std::collections::BTreeSet;
use std::fs;
use std::path::{self, Path};

use clap::Args;
use code_registry_table::{Row, Table};

use crate::error::{Error, Exit, ToolMessage};
use crate::rust_file::{self, Declared, RustFile, names_row, registries, source_text};
use crate::table_file::{self, TableArgument};
use crate::{display_text, terminal};

/// List codes that no source of the package names
///
/// A code is named by an error that derives `Coded`, by a path (`ShopCode::NotFound`), or by its symbol anywhere in a source.
/// Exits with 1 if there are unused codes.
///
/// Other packages, values that a program computes or receives, and names that a macro puts together are not seen. Ranges and
/// codes without a variant are not listed.
#[derive(Debug, Args)]
pub(crate) struct Unused {
    #[command(flatten)]
    table: TableArgument,
}

impl Unused {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let table = table_file::readable(&self.table.path)?;
        let file = || self.table.path.display().to_string();
        let absolute = path::absolute(&self.table.path).unwrap_or_else(|_| self.table.path.clone());
        let package = rust_file::package(&absolute)
            .ok_or_else(|| Error::new(ToolMessage::NoPackage { file: file() }))?;
        let sources = Sources::read(&package, &absolute);
        if sources.registries.is_empty() {
            return Err(Error::new(ToolMessage::NoEnum { file: file() }));
        }
        let names = sources.names(&table);
        let is_used = |row: &Row| names.iter().any(|name| names_row(&table, row, name));
        let codes = table.rows.iter().filter(|row| row.variant.is_some() && !row.extent.is_range());
        let unused: Vec<&Row> = codes.filter(|row| !is_used(row)).collect();
        terminal::stdout(|out| {
            for row in &unused {
                writeln!(out, "{}", display_text::row(&table, row))?;
            }
            Ok(())
        })?;
        terminal::notice(ToolMessage::Unused { count: unused.len(), sources: sources.files.len() });
        for source in &sources.unreadable {
            terminal::notice(ToolMessage::SourceSkipped { file: source.clone() });
        }
        terminal::notice(ToolMessage::UnusedUnseen);
        Ok(if unused.is_empty() { Exit::Success } else { Exit::Failure })
    }
}

/// The sources of a package, and the registries that they declare for a table.
#[derive(Debug, Default)]
struct Sources {
    files: Vec<(String, RustFile)>,
    registries: BTreeSet<String>,
    unreadable: Vec<String>,
}

impl Sources {
    fn read(package: &Path, table: &Path) -> Self {
        let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let table = real(table);
        let mut sources = Self::default();
        for path in rust_file::below(vec![package.to_owned()]) {
            let read = source_text(&path).and_then(|text| Some((RustFile::read(&text)?, text)));
            let Some((file, text)) = read else {
                sources.unreadable.push(path.strip_prefix(package).unwrap_or(&path).display().to_string());
                continue;
            };
            let own = |declared: &Declared| real(&declared.table) == table;
            sources.registries.extend(registries(&path, &file).into_iter().filter(own).map(|own| own.name));
            sources.files.push((text, file));
        }
        sources.add_public_aliases();
        sources
    }

    /// Adds the public names under which a source knows a registry, which other sources may use.
    fn add_public_aliases(&mut self) {
        loop {
            let new: Vec<String> =
                self.files.iter().flat_map(|(_, file)| self.public_aliases(file)).collect();
            if new.is_empty() {
                return;
            }
            self.registries.extend(new);
        }
    }

    /// The public names of registries in a source that are not known yet.
    fn public_aliases(&self, file: &RustFile) -> Vec<String> {
        let known = self.known_in(file);
        let public = file.aliases.iter().filter(|alias| alias.is_public).map(|alias| &alias.name);
        public
            .filter(|name| known.contains(name.as_str()) && !self.registries.contains(*name))
            .cloned()
            .collect()
    }

    /// The names of registries in a source, including those that only this source uses.
    fn known_in<'s>(&'s self, file: &'s RustFile) -> BTreeSet<&'s str> {
        let mut known: BTreeSet<&str> = self.registries.iter().map(String::as_str).collect();
        loop {
            let aliases = file.aliases.iter().filter(|alias| known.contains(alias.original.as_str()));
            let new: Vec<&str> =
                aliases.map(|alias| alias.name.as_str()).filter(|name| !known.contains(name)).collect();
            if new.is_empty() {
                return known;
            }
            known.extend(new);
        }
    }

    /// Every name or value that may be that of a row.
    fn names<'s>(&'s self, table: &'s Table) -> BTreeSet<&'s str> {
        let symbols = table.rows.iter().flat_map(|row| [&row.symbol].into_iter().chain(&row.aliases));
        let symbols: BTreeSet<&str> = symbols.map(String::as_str).collect();
        let mut names = BTreeSet::new();
        for (text, file) in &self.files {
            let registries = self.known_in(file);
            let is_registry = |name: &str| registries.contains(name);
            let members =
                file.paths.iter().filter(|path| is_registry(&path.owner.text) || path.owner.text == "Self");
            names.extend(members.map(|path| path.member.text.as_str()));
            for derive in file.derives.iter().filter(|derive| is_registry(&derive.registry.text)) {
                let codes = derive.variants.iter().filter(|variant| !variant.is_transparent);
                names.extend(
                    codes.map(|variant| variant.code.as_ref().unwrap_or(&variant.name).text.as_str()),
                );
            }
            let words = || text.split(|next: char| !next.is_alphanumeric() && next != '_');
            names.extend(words().filter(|word| symbols.contains(word)));
            // `use ShopCode::*`: any word may be a variant.
            if registries.iter().any(|registry| text.contains(&format!("{registry}::*"))) {
                names.extend(words());
            }
        }
        names
    }
}
