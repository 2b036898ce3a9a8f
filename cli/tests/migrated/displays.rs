//! Functions that display the errors of a crate, added to its modules.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use syn::{Attribute, Fields, Item};

use crate::samples::construct;

/// The text of a variant with a field that the program cannot make up.
pub(crate) const NOT_MADE: &str = " not made up";

/// The name of the test that calls the functions. A target of its own: some unit tests need files that are not in the package.
const TEST: &str = "displays_of_errors";

/// What makes up a value of a type that has a default.
const DEFAULTS: &str = r#"
#[allow(clippy::all, warnings)]
mod __displays_of_errors {
    pub struct Of<T>(pub std::marker::PhantomData<T>);

    pub trait ByDefault<T> {
        fn make(&self) -> Option<T>;
    }

    impl<T: Default> ByDefault<T> for &Of<T> {
        fn make(&self) -> Option<T> {
            Some(T::default())
        }
    }

    pub trait Never<T> {
        fn make(&self) -> Option<T>;
    }

    impl<T> Never<T> for Of<T> {
        fn make(&self) -> Option<T> {
            None
        }
    }
}
"#;

/// The functions that display errors, by module.
#[derive(Default)]
pub(crate) struct Displays {
    modules: BTreeMap<Vec<String>, Module>,
    /// Variants with a field that has no expression.
    pub(crate) skipped: usize,
}

#[derive(Default)]
struct Module {
    lines: String,
    /// With the conditions under which they are compiled.
    children: BTreeSet<String>,
}

impl Displays {
    pub(crate) fn of(package: &Path) -> Self {
        let mut displays = Self::default();
        displays.visit(&package.join("src/lib.rs"), &package.join("src"), &mut Vec::new());
        displays
    }

    /// Reads a module and its children; returns whether there is something to display.
    fn visit(&mut self, file: &Path, folder: &Path, path: &mut Vec<String>) -> bool {
        let Ok(text) = fs::read_to_string(file) else { return false };
        let Ok(syntax) = syn::parse_file(&text) else { return false };
        let mut module = Module::default();
        for item in &syntax.items {
            self.item(item, &syntax.items, &mut module.lines);
            let Item::Mod(child) = item else { continue };
            let name = child.ident.to_string();
            if child.content.is_some()
                || child.attrs.iter().any(|attribute| attribute.path().is_ident("path"))
            {
                continue;
            }
            path.push(name.clone());
            let inside = folder.join(&name);
            let files = [folder.join(format!("{name}.rs")), inside.join("mod.rs")];
            let file = files.into_iter().find(|file| file.exists());
            if file.is_some_and(|file| self.visit(&file, &inside, path)) {
                module.children.insert(format!("{}{name}::__displays(out);\n", conditions(&child.attrs)));
            }
            path.pop();
        }
        let has_lines = !module.lines.is_empty() || !module.children.is_empty() || path.is_empty();
        if has_lines {
            self.modules.insert(path.clone(), module);
        }
        has_lines
    }

    /// The lines of an error type.
    fn item(&mut self, item: &Item, items: &[Item], lines: &mut String) {
        let (attributes, variants): (_, Vec<(String, &[Attribute], &Fields)>) = match item {
            Item::Enum(item) if item.generics.params.is_empty() => {
                let variants = item.variants.iter();
                let named = variants.map(|variant| {
                    (format!("{}::{}", item.ident, variant.ident), &variant.attrs[..], &variant.fields)
                });
                (&item.attrs, named.collect())
            }
            Item::Struct(item) if item.generics.params.is_empty() => {
                let own = (item.ident.to_string(), &item.attrs[..], &item.fields);
                (&item.attrs, vec![own])
            }
            _ => return,
        };
        for (path, variant_attributes, fields) in variants {
            if !variant_attributes.iter().any(|attribute| attribute.path().is_ident("error")) {
                continue;
            }
            let Some(value) = construct(&path, fields, items, 0) else {
                self.skipped += 1;
                continue;
            };
            let conditions = conditions(attributes) + &conditions(variant_attributes);
            let _ = writeln!(
                lines,
                "{conditions}out.push((|| {{ Some(std::format!(\"{path} {{}}\", {value})) }})().unwrap_or_else(|| \"{path}{NOT_MADE}\".into()));"
            );
        }
    }

    /// Adds the functions to the modules, and the test that calls them.
    pub(crate) fn append(&self, package: &Path) {
        for (path, Module { lines, children }) in &self.modules {
            let stem = path.iter().fold(package.join("src"), |folder, name| folder.join(name));
            let files = match path.is_empty() {
                true => [stem.join("lib.rs"), stem.join("lib.rs")],
                false => [stem.with_extension("rs"), stem.join("mod.rs")],
            };
            let file = files.into_iter().find(|file| file.exists()).unwrap();
            let children: String = children.iter().map(String::as_str).collect();
            let function = format!(
                "\n#[allow(clippy::all, warnings)]\n\
                 pub fn __displays(out: &mut std::vec::Vec<std::string::String>) {{\n{lines}{children}}}\n"
            );
            let text = fs::read_to_string(&file).unwrap();
            let defaults = if path.is_empty() { DEFAULTS } else { "" };
            fs::write(file, text + &function + defaults).unwrap();
        }
        let library = package.file_name().unwrap().to_str().unwrap().replace('-', "_");
        let test = format!(
            r#"#[test]
fn displays() {{
    let mut out = Vec::new();
    {library}::__displays(&mut out);
    let lines: String = out.iter().map(|line| format!("{{line:?}}\n").replace('"', "")).collect();
    std::fs::write(std::env::var_os("DISPLAYED").unwrap(), lines).unwrap();
}}
"#
        );
        fs::create_dir_all(package.join("tests")).unwrap();
        fs::write(package.join(format!("tests/{TEST}.rs")), test).unwrap();
        let path = package.join("Cargo.toml");
        let manifest = fs::read_to_string(&path).unwrap();
        fs::write(path, format!("{manifest}\n[[test]]\nname = \"{TEST}\"\npath = \"tests/{TEST}.rs\"\n"))
            .unwrap();
    }
}

/// The conditions under which an item is compiled.
pub(crate) fn conditions(attributes: &[Attribute]) -> String {
    let conditions = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    conditions
        .map(|attribute| {
            let list = attribute.meta.require_list().unwrap();
            format!("#[cfg({})] ", list.tokens)
        })
        .collect()
}
