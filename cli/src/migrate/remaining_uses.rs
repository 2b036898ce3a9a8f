//! The sources of a package that use thiserror after a migration.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use code_registry_table::syntax;
use proc_macro2::{TokenStream, TokenTree};

use super::destination::{displayed, resolved};
use crate::error::Error;
use crate::rust_package::{self, source_text};

/// The first places, `src/error.rs:7`; `changed` holds the migrated sources.
pub(super) fn first_uses(
    package: &Path,
    changed: &[(PathBuf, String, String)],
) -> Result<Vec<String>, Error> {
    let changed: BTreeMap<PathBuf, &str> =
        changed.iter().map(|(path, _, new)| (resolved(path), new.as_str())).collect();
    let is_other_package = |folder: &Path| folder.join("Cargo.toml").exists();
    let mut places = Vec::new();
    for path in rust_package::below(vec![package.to_owned()], is_other_package).all()? {
        let read = || source_text(&path).unwrap_or_default();
        let text = changed.get(&path).map_or_else(read, |text| (*text).to_owned());
        places.extend(first_line(&text).map(|line| format!("{}:{line}", displayed(&path).display())));
    }
    Ok(places)
}

/// Whether thiserror is a dependency of the package under its own name.
pub(super) fn is_dependency(package: &Path) -> bool {
    let manifest = fs::read_to_string(package.join("Cargo.toml")).unwrap_or_default();
    let manifest = syntax::parse(&manifest).root;
    manifest.table("dependencies").is_some_and(|dependencies| dependencies.get("thiserror").is_some())
}

/// The first line that names thiserror outside comments and strings.
fn first_line(text: &str) -> Option<usize> {
    if !text.contains("thiserror") {
        return None;
    }
    match text.parse::<TokenStream>() {
        Ok(tokens) => line_of_name(tokens),
        Err(_) => Some(text[..text.find("thiserror")?].matches('\n').count() + 1),
    }
}

fn line_of_name(tokens: TokenStream) -> Option<usize> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(name) if name == "thiserror" => Some(name.span().start().line),
        TokenTree::Group(group) => line_of_name(group.stream()),
        _ => None,
    })
}
