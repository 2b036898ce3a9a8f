//! The registry that migrated errors get their codes from.

use std::fs;
use std::path::{self, Path, PathBuf};

use code_registry_table::{syntax, variant_name};

use crate::error::{Error, ToolMessage};
use crate::rust_file::RustFile;
use crate::rust_sources::{self, Declared, registries, source_text};

/// Where the rows go.
#[derive(Debug)]
pub(super) struct Destination {
    /// The registry as Rust names it.
    pub(super) registry: String,
    pub(super) table: PathBuf,
    pub(super) package_name: String,
    /// `Cargo.toml` mentions the library.
    pub(super) has_dependency: bool,
    /// The enum, if the package has none yet.
    pub(super) declaration: Option<Declaration>,
}

/// What is added to the crate root.
#[derive(Debug)]
pub(super) struct Declaration {
    pub(super) root: PathBuf,
    pub(super) text: String,
}

impl Destination {
    /// The registry of the package that a source belongs to, as far as the options leave a choice.
    pub(super) fn find(source: &Path, table: Option<&Path>, registry: Option<&str>) -> Result<Self, Error> {
        let absolute = path::absolute(source).unwrap_or_else(|_| source.to_owned());
        let no_package = || Error::trouble(ToolMessage::NoPackage { file: source.display().to_string() });
        let package = rust_sources::package(&absolute).ok_or_else(no_package)?;
        let manifest = fs::read_to_string(package.join("Cargo.toml")).unwrap_or_default();
        let has_dependency = manifest.contains("code-registry");
        let package_name = package_name(&package, &manifest);
        let declared = declared(&package);
        let is_wanted = |declared: &&Declared| {
            let is_table = table.is_none_or(|table| is_same_file(table, &declared.table));
            let name = registry.map(|path| path.rsplit("::").next().unwrap_or_default());
            is_table && name.is_none_or(|name| declared.name == name)
        };
        let mut wanted = declared.iter().filter(is_wanted);
        match (wanted.next(), wanted.next(), registry) {
            (Some(first), Some(second), _) => {
                let names = format!("`{}`, `{}`", first.name, second.name);
                Err(Error::trouble(ToolMessage::ChooseRegistry { names }))
            }
            (Some(only), None, _) => Ok(Self {
                registry: registry.map_or_else(|| path_of(&package, only), str::to_owned),
                table: table.map_or_else(|| displayed(&only.table), Path::to_owned),
                package_name,
                has_dependency,
                declaration: None,
            }),
            (None, _, Some(registry)) => Ok(Self {
                registry: registry.to_owned(),
                table: table.map_or_else(|| displayed(&package.join("codes.toml")), Path::to_owned),
                package_name,
                has_dependency,
                declaration: None,
            }),
            (None, _, None) => Self::new(&package, package_name, has_dependency, table),
        }
    }

    /// A registry in the crate root.
    fn new(
        package: &Path,
        package_name: String,
        has_dependency: bool,
        table: Option<&Path>,
    ) -> Result<Self, Error> {
        let roots = ["src/lib.rs", "src/main.rs"].map(|root| package.join(root));
        let root = roots.into_iter().find(|root| root.exists());
        let root = root.ok_or_else(|| Error::trouble(ToolMessage::NoCrateRoot))?;
        let table = table.map_or_else(|| displayed(&package.join("codes.toml")), Path::to_owned);
        let absolute = path::absolute(&table).unwrap_or_else(|_| table.clone());
        let inside = absolute.strip_prefix(package).map(|inside| inside.to_string_lossy().replace('\\', "/"));
        let outside = |_| Error::trouble(ToolMessage::LeadsOutside);
        let name = format!("{}Code", variant_name(&package_name));
        let text = format!(
            "\n/// The codes of the errors of this package.\n#[code_registry::codes(\"{}\")]\npub enum {name} {{}}\n",
            inside.map_err(outside)?
        );
        let declaration = Some(Declaration { root: displayed(&root), text });
        Ok(Self { registry: format!("crate::{name}"), table, package_name, has_dependency, declaration })
    }
}

/// The registries of a package.
fn declared(package: &Path) -> Vec<Declared> {
    let sources = rust_sources::below(vec![package.join("src")]).into_iter();
    sources
        .filter_map(|path| Some((source_text(&path).filter(|text| text.contains("codes("))?, path)))
        .filter_map(|(text, path)| Some(registries(&path, &RustFile::read(&text)?)))
        .flatten()
        .collect()
}

/// The path of a registry, of which its file is known: modules inside files are not.
fn path_of(package: &Path, declared: &Declared) -> String {
    let inside = declared.file.strip_prefix(package.join("src")).unwrap_or(Path::new("lib.rs"));
    let mut modules: Vec<String> =
        inside.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if modules.last().is_some_and(|last| last == "mod")
        || matches!(&modules[..], [root] if root == "lib" || root == "main")
    {
        modules.pop();
    }
    ["crate".to_owned()]
        .into_iter()
        .chain(modules)
        .chain([declared.name.clone()])
        .collect::<Vec<_>>()
        .join("::")
}

/// The name in `Cargo.toml`, else that of the folder.
fn package_name(package: &Path, manifest: &str) -> String {
    let manifest = syntax::parse(manifest).root;
    let name = manifest.table("package").and_then(|package| package.get("name")?.as_str());
    name.map_or_else(
        || package.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        str::to_owned,
    )
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    real(one) == real(other)
}

/// A path as seen from the current directory, if it is below it.
fn displayed(path: &Path) -> PathBuf {
    let current = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(current).unwrap_or(path).to_owned()
}
