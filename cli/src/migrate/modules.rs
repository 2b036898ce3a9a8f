//! The modules of a package, and the types that paths in them refer to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use syn::{Item, UseTree};

use super::destination::module_of;
use crate::error::Error;
use crate::rust_package::{self, source_text};

/// The maximum number of imports between a path and the module that it refers to.
const MOST_IMPORTS: usize = 16;

/// A type: its module, by the names of the modules around it, and its name.
pub(super) type TypePath = (Vec<String>, String);

/// The modules of a package by their paths.
#[derive(Debug, Default)]
pub(super) struct Modules(BTreeMap<Vec<String>, Module>);

#[derive(Debug, Default)]
struct Module {
    types: BTreeSet<String>,
    /// Types with `#[coded(…)]`, and the path in it.
    coded: BTreeMap<String, Vec<String>>,
    /// Imported names, and the paths that they refer to.
    imports: Vec<(String, Vec<String>)>,
    globs: Vec<Vec<String>>,
}

impl Modules {
    /// Reads the sources of a package. Macros and `#[path]` are not considered.
    pub(super) fn of(package: &Path) -> Result<Self, Error> {
        let mut modules = Self::default();
        for path in rust_package::below(vec![package.join("src")], |_| false).all()? {
            let file = source_text(&path).and_then(|text| syn::parse_file(&text).ok());
            if let (Some(file), Some(module)) = (file, module_of(package, &path)) {
                modules.read(&file.items, &module);
            }
        }
        Ok(modules)
    }

    fn read(&mut self, items: &[Item], path: &[String]) {
        for item in items {
            let module = self.0.entry(path.to_vec()).or_default();
            let (name, attributes) = match item {
                Item::Enum(item) => (&item.ident, &item.attrs),
                Item::Struct(item) => (&item.ident, &item.attrs),
                Item::Type(item) => (&item.ident, &item.attrs),
                Item::Union(item) => (&item.ident, &item.attrs),
                Item::Use(import) => {
                    module.import(&import.tree, &mut Vec::new());
                    continue;
                }
                Item::Mod(inner) => {
                    if let Some((_, items)) = &inner.content {
                        self.read(items, &below(path, &inner.ident.to_string()));
                    }
                    continue;
                }
                _ => continue,
            };
            module.types.insert(name.to_string());
            let registry = attributes.iter().find(|attribute| attribute.path().is_ident("coded"));
            let registry = registry.and_then(|attribute| attribute.parse_args::<syn::Path>().ok());
            if let Some(registry) = registry {
                let path = registry.segments.iter().map(|segment| segment.ident.to_string()).collect();
                module.coded.insert(name.to_string(), path);
            }
        }
    }

    /// Whether the type already has codes of this registry, whose path begins in the crate root.
    pub(super) fn is_coded(&self, (module, name): &TypePath, registry: &str) -> bool {
        let Some(own) = self.0.get(module).and_then(|module| module.coded.get(name)) else { return false };
        let registry: Vec<String> = registry.split("::").map(str::to_owned).collect();
        let wanted = self.find(&[], &registry);
        let is_registry = |own: &[String]| match &wanted {
            Some(wanted) => self.find(module, own).as_ref() == Some(wanted),
            None => own == registry,
        };
        // The attribute of a struct may name a code of the registry.
        is_registry(own) || own.split_last().is_some_and(|(_, own)| is_registry(own))
    }

    /// The type of the package that a path in a module refers to.
    pub(super) fn find(&self, module: &[String], path: &[String]) -> Option<TypePath> {
        self.resolve(module, path, &mut BTreeSet::new())
    }

    /// The same, without names that were looked up before: imports may form a cycle.
    fn resolve(
        &self,
        module: &[String],
        path: &[String],
        visited: &mut BTreeSet<TypePath>,
    ) -> Option<TypePath> {
        let (name, qualifiers) = path.split_last()?;
        let module = self.enter(module, qualifiers, MOST_IMPORTS)?;
        self.look_up(&module, name, visited)
    }

    /// The module that a path refers to.
    fn enter(&self, module: &[String], path: &[String], imports: usize) -> Option<Vec<String>> {
        let mut current = module.to_vec();
        for name in path {
            current = match name.as_str() {
                "crate" => Vec::new(),
                "self" => current,
                "super" => current.split_last()?.1.to_vec(),
                name if self.0.contains_key(&below(&current, name)) => below(&current, name),
                name => {
                    let found = self.0.get(&current)?.imports.iter().find(|(known, _)| known == name)?;
                    self.enter(&current, &found.1, imports.checked_sub(1)?)?
                }
            };
        }
        Some(current)
    }

    /// The type that a name of a module refers to.
    fn look_up(&self, path: &[String], name: &str, visited: &mut BTreeSet<TypePath>) -> Option<TypePath> {
        let own = (path.to_vec(), name.to_owned());
        let module = self.0.get(path)?;
        if module.types.contains(name) {
            return Some(own);
        }
        if !visited.insert(own) {
            return None;
        }
        // An import precedes a glob, even if it is of another crate.
        if let Some((_, import)) = module.imports.iter().find(|(known, _)| known == name) {
            return self.resolve(path, import, visited);
        }
        for glob in &module.globs {
            let inside = self.enter(path, glob, MOST_IMPORTS);
            if let Some(found) = inside.and_then(|inside| self.look_up(&inside, name, visited)) {
                return Some(found);
            }
        }
        None
    }
}

impl Module {
    fn import(&mut self, tree: &UseTree, path: &mut Vec<String>) {
        match tree {
            UseTree::Path(inner) => {
                path.push(inner.ident.to_string());
                self.import(&inner.tree, path);
                path.pop();
            }
            UseTree::Name(name) if name.ident == "self" => {
                self.imports.extend(path.last().map(|last| (last.clone(), path.clone())));
            }
            UseTree::Name(name) => {
                let name = name.ident.to_string();
                self.imports.push((name.clone(), below(path, &name)));
            }
            UseTree::Rename(rename) => {
                self.imports.push((rename.rename.to_string(), below(path, &rename.ident.to_string())));
            }
            UseTree::Glob(_) => self.globs.push(path.clone()),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(tree, path)),
        }
    }
}

fn below(path: &[String], name: &str) -> Vec<String> {
    path.iter().cloned().chain([name.to_owned()]).collect()
}
