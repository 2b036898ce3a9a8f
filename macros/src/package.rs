//! The package that is being compiled: where its tables are, and what it calls `code-registry`.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{env, fs, io};

use code_registry_table::{MOST_FILE_BYTES, utf8};
use proc_macro2::{Ident, Span};
use toml::de::{DeTable, DeValue};

/// The root of the package.
fn root() -> Option<PathBuf> {
    env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from)
}

/// Reads a file of the package by its path from the root, which may not lead outside; else the reason why not.
pub(crate) fn read(path: &str) -> Result<String, String> {
    let root =
        root().ok_or("`CARGO_MANIFEST_DIR` is not set: build with cargo, which says where the package is")?;
    check_inside(&root, path)?;
    let file = root.join(path);
    let bytes = bytes(&file).map_err(|error| explain(&error, &file))?;
    if bytes.len() > MOST_FILE_BYTES {
        return Err(format!("it has more than {MOST_FILE_BYTES} bytes"));
    }
    utf8(bytes).map_err(|(line, column)| format!("line {line} is not UTF-8 from column {column} on"))
}

/// Of a file that never ends no more than can be told to be too much.
fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(MOST_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn check_inside(root: &Path, path: &str) -> Result<(), String> {
    let outside = || {
        "it lies outside the package: it builds here and is missing once the package is published; keep the table \
         inside the package, beside `Cargo.toml` or below"
            .to_owned()
    };
    let mut folders = Vec::new();
    for component in Path::new(path).components() {
        match component {
            Component::Normal(name) => folders.push(name),
            Component::CurDir => {}
            Component::ParentDir => folders.pop().map(drop).ok_or_else(outside)?,
            Component::RootDir | Component::Prefix(_) => return Err(outside()),
        }
    }
    let mut folder = root.to_owned();
    for name in folders.iter().rev().skip(1).rev() {
        folder.push(name);
        if folder.join("Cargo.toml").exists() {
            return Err(format!("it belongs to another package, the one in `{}`", name.to_string_lossy()));
        }
    }
    Ok(())
}

fn explain(error: &io::Error, file: &Path) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => format!("there is no such file: looked for `{}`", file.display()),
        _ if file.is_dir() => "it is a directory; name the file of the table".to_owned(),
        _ => error.to_string(),
    }
}

/// What the package calls `code-registry` in its code: the key of the dependency, which may rename it.
pub(crate) fn runtime() -> Ident {
    let name = if env::var("CARGO_PKG_NAME").is_ok_and(|package| package == PACKAGE) {
        None
    } else {
        root().and_then(|root| dependency_key(&root))
    };
    let name = name.unwrap_or_else(|| PACKAGE.to_owned()).replace('-', "_");
    syn::parse_str(&name).unwrap_or_else(|_| Ident::new("code_registry", Span::call_site()))
}

const PACKAGE: &str = "code-registry";

/// A name for the place where the macro is called, which no other call in the crate has: the same in every build.
pub(crate) fn place_of_call(registry: &str) -> String {
    /// The calls so far at each place: a macro of the user's, or files of one name, may bring several.
    static CALLS: Mutex<BTreeMap<String, u32>> = Mutex::new(BTreeMap::new());
    let call = proc_macro::Span::call_site();
    // Of the file the name alone: the folders around it are others on another machine.
    let file = PathBuf::from(call.file());
    let file = file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let file: String = file.chars().filter(char::is_ascii_alphanumeric).collect();
    let place = format!("{registry}_{file}_{}_{}", call.line(), call.column());
    let mut calls = CALLS.lock().unwrap_or_else(PoisonError::into_inner);
    let count = calls.entry(place.clone()).or_default();
    *count += 1;
    if *count == 1 { place } else { format!("{place}_{count}") }
}

fn dependency_key(root: &Path) -> Option<String> {
    let text = fs::read_to_string(root.join("Cargo.toml")).ok()?;
    let (manifest, _) = DeTable::parse_recoverable(&text);
    let manifest = manifest.get_ref();
    let tables = dependency_tables(manifest);
    let inherited = |key: &str| {
        tables.iter().any(|table| is_inherited(table, key))
            && workspace_names(root, key).as_deref() == Some(PACKAGE)
    };
    let keys = || tables.iter().flat_map(|table| table.iter());
    keys()
        .find(|(key, value)| {
            let package = value.get_ref().get("package").and_then(|package| package.get_ref().as_str());
            package.unwrap_or(key.get_ref()) == PACKAGE
        })
        .or_else(|| keys().find(|(key, _)| inherited(key.get_ref())))
        .map(|(key, _)| key.get_ref().to_string())
}

/// Every table of dependencies: of the package, and for some targets only.
fn dependency_tables<'a, 't>(manifest: &'a DeTable<'t>) -> Vec<&'a DeTable<'t>> {
    let targets = table(manifest, "target").into_iter().flat_map(|targets| targets.iter());
    let targets = targets.filter_map(|(_, target)| target.get_ref().as_table());
    std::iter::once(manifest)
        .chain(targets)
        .flat_map(|holder| ["dependencies", "dev-dependencies"].map(|key| table(holder, key)))
        .flatten()
        .collect()
}

fn table<'a, 't>(holder: &'a DeTable<'t>, key: &str) -> Option<&'a DeTable<'t>> {
    holder.get(key)?.get_ref().as_table()
}

fn is_inherited(dependencies: &DeTable<'_>, key: &str) -> bool {
    let inherits =
        dependencies.get(key).and_then(|value| value.get_ref().get("workspace").map(toml::Spanned::get_ref));
    matches!(inherits, Some(DeValue::Boolean(true)))
}

/// The package behind a dependency that the workspace declares for its members.
fn workspace_names(root: &Path, key: &str) -> Option<String> {
    root.ancestors().find_map(|folder| {
        let text = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
        let (manifest, _) = DeTable::parse_recoverable(&text);
        let workspace = table(manifest.get_ref(), "workspace")?;
        let declared = table(workspace, "dependencies")?.get(key)?;
        Some(declared.get_ref().get("package")?.get_ref().as_str()?.to_owned())
    })
}
