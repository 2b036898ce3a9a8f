//! `codes unused`

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{self, Path, PathBuf};

use clap::{Args, ValueEnum};
use code_registry_table::{Row, Status, Table};

use crate::cargo_workspace::Workspace;
use crate::document::Node;
use crate::error::{Error, Exit, ToolMessage};
use crate::rust_file::{RustFile, names_row};
use crate::rust_package::{self, Declared, registries, source_text};
use crate::table_file::{self, TableArgument};
use crate::{display_text, terminal};

/// List codes that the sources of the workspace do not use
///
/// A code is used by an error that derives `Coded`, by a path (`ShopCode::NotFound`), by a literal value
/// (`ShopCode::from_value(2001)`), or by its symbol anywhere in a source, even in a comment. The sources are those
/// below the folder of the workspace, including tests and examples, and those of members elsewhere; folders in `exclude` and
/// other workspaces are left out. Exits with 1 if there are unused codes.
///
/// Uses in packages outside the workspace, values computed or received at run time, and names assembled by macros are not
/// found. Ranges, reserved codes and codes without a variant are not listed.
#[derive(Debug, Args)]
pub(crate) struct Unused {
    #[command(flatten)]
    table: TableArgument,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line per row
    #[default]
    Text,
    /// An object: `unused` codes with value, symbol and status; the number of `sources` read; the `skipped` files
    Json,
}

impl Unused {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let table = table_file::readable(&self.table.path)?;
        let file = || self.table.path.display().to_string();
        // The package is that of the folder, even if the table is a link.
        let absolute = path::absolute(&self.table.path).unwrap_or_else(|_| self.table.path.clone());
        let folder = absolute.parent().and_then(|folder| fs::canonicalize(folder).ok());
        let folder = folder.unwrap_or_else(|| absolute.clone());
        let package = rust_package::package(&folder.join("codes.toml"))
            .ok_or_else(|| Error::new(ToolMessage::NoPackage { file: file() }))?;
        let sources = Sources::read(&package, &absolute)?;
        if sources.registries.is_empty() {
            return Err(Error::new(ToolMessage::NoEnum { file: file() }));
        }
        let names = sources.names(&table);
        let is_used = |row: &Row| names.iter().any(|name| names_row(&table, row, name));
        let is_listed =
            |row: &Row| row.variant.is_some() && !row.extent.is_range() && row.status != Status::Reserved;
        let unused: Vec<&Row> = table.rows.iter().filter(|row| is_listed(row) && !is_used(row)).collect();
        terminal::stdout(|out| match self.format {
            Format::Json => terminal::json(out, &document(&table, &unused, &sources)),
            Format::Text => {
                for row in &unused {
                    writeln!(out, "{}", display_text::row(&table, row))?;
                }
                Ok(())
            }
        })?;
        if self.format == Format::Text {
            terminal::notice(ToolMessage::Unused { count: unused.len(), sources: sources.files.len() });
            for source in &sources.unreadable {
                terminal::notice(ToolMessage::SourceSkipped { file: source.clone() });
            }
            terminal::notice(ToolMessage::UnusedUnseen);
        }
        Ok(if unused.is_empty() { Exit::Success } else { Exit::Failure })
    }
}

fn document(table: &Table, unused: &[&Row], sources: &Sources) -> Node {
    let code = |row: &&Row| {
        let value = row.extent.first();
        let value = match table.repr.is_text() {
            true => Node::Text(table.repr.show(value)),
            false => Node::Integer(value),
        };
        let (symbol, status) = (Node::text(&row.symbol), Node::text(row.status.name()));
        Node::Table(vec![("value".into(), value), ("symbol".into(), symbol), ("status".into(), status)])
    };
    Node::Table(vec![
        ("unused".into(), Node::List(unused.iter().map(code).collect())),
        ("sources".into(), Node::Integer(sources.files.len() as i128)),
        ("skipped".into(), Node::texts(&sources.unreadable)),
    ])
}

/// The sources of a workspace, and the registries that they declare for a table.
#[derive(Debug, Default)]
struct Sources {
    files: Vec<Source>,
    registries: BTreeSet<String>,
    unreadable: Vec<String>,
}

#[derive(Debug)]
struct Source {
    text: String,
    file: RustFile,
    /// Registries of other tables, which this source, or another package, declares under these names.
    other_registries: BTreeSet<String>,
}

impl Sources {
    fn read(package: &Path, table: &Path) -> Result<Self, Error> {
        let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let table = real(table);
        let workspace = Workspace::of(package);
        let (mut sources, mut others) = (Self::default(), BTreeMap::<PathBuf, BTreeSet<String>>::new());
        let mut owners = Vec::new();
        for path in workspace.sources()? {
            let read = source_text(&path).and_then(|text| Some((RustFile::read(&text)?, text)));
            let Some((file, text)) = read else {
                let shown = path.strip_prefix(&workspace.root).unwrap_or(&path);
                sources.unreadable.push(shown.display().to_string());
                continue;
            };
            let is_own = |declared: &Declared| real(&declared.table) == table;
            let (own, other): (Vec<_>, Vec<_>) = registries(&path, &file).into_iter().partition(is_own);
            sources.registries.extend(own.into_iter().map(|own| own.name));
            let other_registries: BTreeSet<String> = other.into_iter().map(|other| other.name).collect();
            // In the package of the table, only this source; elsewhere, the whole package.
            let owner = rust_package::package(&path).filter(|owner| owner != package);
            if let Some(owner) = &owner {
                others.entry(owner.clone()).or_default().extend(other_registries.iter().cloned());
            }
            sources.files.push(Source { text, file, other_registries });
            owners.push(owner);
        }
        for (source, owner) in sources.files.iter_mut().zip(owners) {
            let others = owner.and_then(|owner| others.get(&owner));
            source.other_registries.extend(others.into_iter().flatten().cloned());
        }
        sources.add_public_aliases();
        Ok(sources)
    }

    /// Adds the public names under which a source knows a registry, which other sources may use.
    fn add_public_aliases(&mut self) {
        loop {
            let new: Vec<String> =
                self.files.iter().flat_map(|source| self.public_aliases(&source.file)).collect();
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
        for Source { text, file, other_registries } in &self.files {
            let mut registries = self.known_in(file);
            registries.retain(|name| !other_registries.contains(*name));
            let is_registry = |name: &str| registries.contains(name);
            let members = file.paths.iter().chain(&file.values).filter(|path| is_registry(path.type_name()));
            names.extend(members.map(|path| path.member.text.as_str()));
            for derive in file.derives.iter().filter(|derive| is_registry(&derive.registry.text)) {
                let codes = derive.variants.iter().filter(|variant| !variant.is_transparent);
                names.extend(
                    codes.map(|variant| variant.code.as_ref().unwrap_or(&variant.name).text.as_str()),
                );
            }
            let words = || text.split(|next: char| !next.is_alphanumeric() && next != '_');
            names.extend(words().filter(|word| symbols.contains(word)));
            if file.open.iter().any(|owner| is_registry(owner)) {
                names.extend(words());
            }
        }
        names
    }
}
