//! The package that is being compiled: the places of its tables, and its name for `code-registry`.

use std::io::Read as _;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{env, fs, io};

use code_registry_table::syntax::{self, Entry, Kind, Table, Value};
use code_registry_table::{MOST_FILE_BYTES, Source, nearest, utf8};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::parse::ParseStream;
use syn::{Path as RustPath, Token};

/// The root of the package.
fn root() -> Option<PathBuf> {
    env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from)
}

/// The intended content of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    Table,
    /// The texts of a language.
    Texts,
}

/// Reads a file of the package by its path from the root, which may not lead outside; otherwise returns the reason.
pub(crate) fn read(path: &str, kind: FileKind) -> Result<String, String> {
    let root = root().ok_or("`CARGO_MANIFEST_DIR` is not set; build with cargo, which sets it")?;
    check_inside(&root, path)?;
    let file = root.join(path);
    let bytes = bytes(&file).map_err(|error| explain(&error, &root, path, kind))?;
    if bytes.len() > MOST_FILE_BYTES {
        return Err(format!("it has more than {MOST_FILE_BYTES} bytes"));
    }
    utf8(bytes).map_err(|(line, column)| format!("it is not UTF-8 at line {line}, column {column}"))
}

/// Reads at most one byte more than is allowed: the file may be endless.
fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(MOST_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn check_inside(root: &Path, path: &str) -> Result<(), String> {
    let outside = || {
        "it is outside the package, so the published package would lack it; move the table into the package, next to \
         `Cargo.toml` or below"
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
            return Err(format!("it belongs to another package, in `{}`", name.to_string_lossy()));
        }
    }
    Ok(())
}

fn explain(error: &io::Error, root: &Path, path: &str, kind: FileKind) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => {
            format!("`{}{path}` does not exist; {}", folder_in_workspace(), other_path(path, kind))
        }
        _ if path.is_empty() => format!("the path is empty; {}", other_path(path, kind)),
        _ if root.join(path).is_dir() => "it is a directory; give the path of the table file".to_owned(),
        _ => error.to_string(),
    }
}

/// What to write in place of a path that does not lead to such a file.
pub(crate) fn other_path(path: &str, kind: FileKind) -> String {
    match (similar_file(path, kind), kind) {
        (Some(file), _) => format!("did you mean `{file}`?"),
        (None, FileKind::Table) => {
            "the path starts at the folder of `Cargo.toml`; `codes init` creates a table".to_owned()
        }
        (None, FileKind::Texts) => "create the file, or correct its path".to_owned(),
    }
}

/// The folder of the package relative to the workspace, where cargo runs the compiler: `orders/`, or nothing.
pub(crate) fn folder_in_workspace() -> String {
    let inside = || Some(root()?.strip_prefix(env::current_dir().ok()?).ok()?.to_owned());
    let folder = inside().unwrap_or_default();
    folder.components().map(|part| format!("{}/", part.as_os_str().to_string_lossy())).collect()
}

/// The line and the column of a row's message in a file of the workspace. Only errors need it, and they omit it if it
/// is unknown.
pub(crate) fn position_of_message(path: &str, symbol: &str, language: &str) -> Option<(usize, usize)> {
    let text = String::from_utf8(bytes(Path::new(path)).ok()?).ok()?;
    let tree = syntax::parse(&text).root;
    let rows = ["code", "range"].into_iter().filter_map(|kind| tree.table(kind)).flat_map(Table::entries);
    let is_row = |row: &&Entry<'_>| row.value.get("symbol").and_then(Value::as_str) == Some(symbol);
    let row = rows.into_iter().find(is_row)?;
    let message = row.value.as_table()?.entry("message")?;
    let in_language = message.value.as_table().and_then(|texts| texts.entry(language));
    Some(Source::new(path, &text).position(in_language.unwrap_or(message).key.span.start))
}

/// Deeper folders and more entries than these are not searched for a table.
const MOST_FOLDERS_DEEP: usize = 4;
const MOST_ENTRIES: usize = 2_000;

/// The file of the package whose path is nearest to one that does not exist: one of the same name in another folder, or one
/// with a similar name, or the only table.
pub(crate) fn similar_file(path: &str, kind: FileKind) -> Option<String> {
    let files = files(kind);
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let same_name = files.iter().find(|file| name(file) == name(path));
    let similar = || nearest(path, files.iter().map(String::as_str));
    let only = || files.first().filter(|_| files.len() == 1 && kind == FileKind::Table);
    same_name.cloned().or_else(|| similar().map(str::to_owned)).or_else(|| only().cloned())
}

/// The files of the package that have this content, in the order of their paths.
pub(crate) fn files(kind: FileKind) -> Vec<String> {
    let mut files = Vec::new();
    if let Some(root) = root() {
        find_files(&root, "", kind, &mut MOST_ENTRIES.clone(), &mut files);
    }
    files.sort();
    files
}

fn find_files(root: &Path, folder: &str, kind: FileKind, entries_left: &mut usize, files: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return };
    for entry in entries.filter_map(Result::ok) {
        *entries_left = entries_left.saturating_sub(1);
        let (Ok(entry_kind), Ok(name)) = (entry.file_type(), entry.file_name().into_string()) else {
            continue;
        };
        if *entries_left == 0 || name.starts_with('.') || name == "target" {
            continue;
        }
        let path = format!("{folder}{name}");
        let is_package = || entry.path().join("Cargo.toml").exists();
        if entry_kind.is_dir() && folder.matches('/').count() < MOST_FOLDERS_DEEP && !is_package() {
            find_files(root, &format!("{path}/"), kind, entries_left, files);
        } else if entry_kind.is_file()
            && name.ends_with(".toml")
            && name != "Cargo.toml"
            && has_registry(&entry.path()) == (kind == FileKind::Table)
        {
            files.push(path);
        }
    }
}

fn has_registry(file: &Path) -> bool {
    let text = bytes(file).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    text.is_some_and(|text| names_registry(&text))
}

/// Whether a text has the header of a table, in its usual spelling.
pub(crate) fn names_registry(text: &str) -> bool {
    text.lines().any(|line| line.trim_end() == "[registry]")
}

/// The path of `code-registry` in the package: the key of the dependency, which may rename it.
pub(crate) fn runtime() -> TokenStream {
    let name = known_runtime().unwrap_or_else(|| Ident::new("code_registry", Span::call_site()));
    quote!(::#name)
}

/// `= path`, after `crate`.
pub(crate) fn runtime_path(name: Span, input: ParseStream<'_>) -> syn::Result<RustPath> {
    let expected = "expected the path of code-registry: `crate = ::other_crate::code_registry`";
    let path = input.parse::<Token![=]>().and_then(|_| RustPath::parse_mod_style(input));
    let path = path.map_err(|_| syn::Error::new(name, expected))?;
    // The expansion has modules of its own.
    match path.segments.first() {
        Some(first) if first.ident == "self" || first.ident == "super" => Err(syn::Error::new(
            first.ident.span(),
            "a relative path does not work here; begin it with `crate`",
        )),
        _ => Ok(path),
    }
}

/// The name in it, if the package depends on it.
pub(crate) fn known_runtime() -> Option<Ident> {
    let name = match env::var("CARGO_PKG_NAME").is_ok_and(|package| package == PACKAGE) {
        true => PACKAGE.to_owned(),
        false => cached_dependency_key()?,
    };
    syn::parse_str(&name.replace('-', "_")).ok()
}

const PACKAGE: &str = "code-registry";

/// Distinguishes an enum from others of its name in the crate: by the file it is in, the number of enums of that name
/// above it in the file, and its column. For an enum made by a macro, also by the expansion that made it, in the
/// compiler's order.
pub(crate) fn origin(name: &Ident) -> String {
    let span = name.span().unwrap();
    let file = span.local_file().and_then(|file| Some(env::current_dir().ok()?.join(file)));
    let text = file.as_ref().and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
    let declaration = format!("enum {name}");
    let above = text.lines().take(span.line() - 1).filter(|line| line.contains(&declaration)).count();
    // From the root of the package: an absolute path differs between machines.
    let path = file.map(|file| {
        let inside = root().and_then(|root| Some(file.strip_prefix(root).ok()?.to_owned()));
        inside.or_else(|| Some(file.file_name()?.into())).unwrap_or_default()
    });
    let path = path.map(|path| path.to_string_lossy().replace('\\', "/")).unwrap_or_default();
    // On stable Rust only this shows the expansion: `#12 bytes(340..345)`; `#0` is written by the user.
    let shown = format!("{span:?}");
    let expansion = shown.split(' ').next().filter(|word| word.starts_with('#') && *word != "#0");
    format!("{path} {above} {} {}", span.column(), expansion.unwrap_or_default())
}

/// Each derive needs it, and a compiler process compiles one package; an editor's may compile many.
fn cached_dependency_key() -> Option<String> {
    static CACHE: Mutex<Option<(PathBuf, Option<String>)>> = Mutex::new(None);
    let root = root()?;
    let mut cache = CACHE.lock().unwrap_or_else(PoisonError::into_inner);
    match &*cache {
        Some((folder, key)) if *folder == root => key.clone(),
        _ => {
            let key = dependency_key(&root);
            *cache = Some((root, key.clone()));
            key
        }
    }
}

fn dependency_key(root: &Path) -> Option<String> {
    let text = fs::read_to_string(root.join("Cargo.toml")).ok()?;
    let manifest = syntax::parse(&text).root;
    let tables = dependency_tables(&manifest);
    let entries = || tables.iter().flat_map(|table| table.entries());
    let is_named = |entry: &&Entry<'_>| {
        let package = entry.value.get("package").and_then(Value::as_str);
        package.unwrap_or(&entry.key.name) == PACKAGE
    };
    let is_inherited = |entry: &&Entry<'_>| {
        let inherits = entry.value.get("workspace").map(|value| &value.kind);
        matches!(inherits, Some(Kind::Boolean(true)))
            && workspace_names(root, &entry.key.name).as_deref() == Some(PACKAGE)
    };
    let entry = entries().find(is_named).or_else(|| entries().find(is_inherited))?;
    Some(entry.key.name.to_string())
}

/// Every table of dependencies: of the package, and for some targets only.
fn dependency_tables<'t>(manifest: &'t Table<'t>) -> Vec<&'t Table<'t>> {
    let targets = manifest.table("target").into_iter().flat_map(Table::entries);
    let targets = targets.filter_map(|target| target.value.as_table());
    std::iter::once(manifest)
        .chain(targets)
        .flat_map(|holder| ["dependencies", "dev-dependencies"].map(|key| holder.table(key)))
        .flatten()
        .collect()
}

/// The package behind a dependency that the workspace declares for its members.
fn workspace_names(root: &Path, key: &str) -> Option<String> {
    root.ancestors().find_map(|folder| {
        let text = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
        let manifest = syntax::parse(&text).root;
        let declared = manifest.table("workspace")?.table("dependencies")?.get(key)?;
        Some(declared.get("package")?.as_str()?.to_owned())
    })
}
