//! `codes migrate` with error types of well-known crates: afterwards they compile, and display the same texts.
//!
//! The crates are downloaded. Both versions of each get a function that displays every variant whose fields a program can
//! make up; one program calls the functions of all crates. Not part of `cargo test`: `.ci/migrate` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use syn::{Attribute, Fields, GenericArgument, Item, PathArguments, Type};

/// Each with the features that its errors need.
const CRATES: [(&str, &str, &str); 10] = [
    ("tungstenite", "0.30", r#""url", "handshake""#),
    ("x509-parser", "0.18", ""),
    ("russh", "0.60", ""),
    ("lopdf", "0.47", ""),
    ("tantivy", "0.27", ""),
    ("object_store", "0.14", r#""aws", "azure", "gcp", "http""#),
    ("hickory-proto", "0.26", ""),
    ("sqlx-core", "0.9", r#""migrate", "json""#),
    ("oauth2", "5", ""),
    ("async-graphql", "7.2", ""),
];

/// The maximum percentage of variants that are left as they are.
const MOST_LEFT: usize = 5;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

#[test]
fn displays_of_real_crates_stay_the_same() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("migrated");
    let sources = downloaded(&folder);
    let (mut migrated, mut left, mut made, mut skipped) = (0, 0, 0, 0);
    let mut outputs = Vec::new();
    for side in ["before", "after"] {
        let program = folder.join(side);
        for (name, path) in &sources {
            let package = program.join(name);
            let _ = fs::remove_dir_all(&package);
            copy(path, &package);
            let displays = Displays::of(&package);
            if side == "after" {
                let counts = migrate(&package);
                migrated += counts[1];
                left += counts[2];
                add_library(&package.join("Cargo.toml"));
                made += displays.made;
                skipped += displays.skipped;
            }
            displays.append(&package);
        }
        outputs.push(run(&program, &sources));
    }
    assert_eq!(outputs[0], outputs[1]);
    let shown = outputs[0].lines().count();
    println!("variants migrated: {migrated}; left as they are: {left}");
    println!("variants whose texts were compared: {shown} of {made} made up; not made up: {skipped}");
    assert!(left * 100 <= (migrated + left) * MOST_LEFT, "{left} of {} variants are left", migrated + left);
    assert!(shown * 2 > migrated, "too few texts were compared");
}

/// The sources of the crates as cargo unpacked them.
fn downloaded(folder: &Path) -> Vec<(&'static str, PathBuf)> {
    let package = folder.join("download");
    fs::create_dir_all(package.join("src")).unwrap();
    fs::write(package.join("src/lib.rs"), "").unwrap();
    let dependencies: String = CRATES.map(|krate| dependency(krate, "")).concat();
    fs::write(package.join("Cargo.toml"), manifest(&dependencies)).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1"])
        .current_dir(&package)
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let path = |name: &'static str| {
        let mut packages = metadata["packages"].as_array().unwrap().iter();
        let package = packages.find(|package| {
            let version = CRATES.iter().find(|krate| krate.0 == name).unwrap().1;
            package["name"] == name && package["version"].as_str().unwrap().starts_with(version)
        });
        let manifest = package.unwrap()["manifest_path"].as_str().unwrap().to_owned();
        (name, Path::new(&manifest).parent().unwrap().to_owned())
    };
    CRATES.map(|(name, ..)| path(name)).into()
}

fn manifest(dependencies: &str) -> String {
    format!(
        "[package]\nname = \"migrated\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [profile.dev]\ndebug = 0\n\n[dependencies]\n{dependencies}"
    )
}

fn dependency((name, version, features): (&str, &str, &str), path: &str) -> String {
    format!("{name} = {{ version = \"{version}\", features = [{features}]{path} }}\n")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &to.join(entry.file_name())),
            false => fs::write(to.join(entry.file_name()), fs::read(entry.path()).unwrap()).unwrap(),
        }
    }
}

/// The numbers of the summary: types, variants, remaining variants.
fn migrate(package: &Path) -> [usize; 3] {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
    let output = command.args(["migrate", "src"]).env_clear().current_dir(package).output().unwrap();
    let shown = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{}: {shown}", package.display());
    let summary = shown.lines().find(|line| line.starts_with("types migrated")).unwrap();
    shown.lines().filter(|line| line.contains("is left as it is")).for_each(|line| println!("{line}"));
    let numbers = summary.split(|next: char| !next.is_ascii_digit()).filter_map(|number| number.parse().ok());
    numbers.collect::<Vec<_>>().try_into().unwrap()
}

fn add_library(manifest: &Path) {
    let text = fs::read_to_string(manifest).unwrap();
    let library = format!(
        "\n[dependencies.code-registry]\npath = \"{ROOT}\"\ndefault-features = false\nfeatures = [\"std\"]\n"
    );
    fs::write(manifest, text.replacen("\n[dependencies.", &format!("{library}\n[dependencies."), 1)).unwrap();
}

/// Runs a program that displays the errors of every crate.
fn run(program: &Path, sources: &[(&str, PathBuf)]) -> String {
    let path = |name: &str| format!(", path = \"{name}\"");
    let dependencies: String = CRATES.map(|krate| dependency(krate, &path(krate.0))).concat();
    // Other crates that depend on one of them get the same version.
    let patches: String = CRATES.map(|(name, ..)| format!("{name} = {{ path = \"{name}\" }}\n")).concat();
    fs::create_dir_all(program.join("src")).unwrap();
    let manifest = manifest(&dependencies) + "\n[patch.crates-io]\n" + &patches;
    fs::write(program.join("Cargo.toml"), manifest).unwrap();
    let calls: String = sources
        .iter()
        .map(|(name, _)| format!("    {}::__displays(&mut shown);\n", name.replace('-', "_")))
        .collect();
    let main = format!(
        "fn main() {{\n    let mut shown = Vec::new();\n{calls}    for line in shown {{\n        println!(\"{{line:?}}\");\n    }}\n}}\n"
    );
    fs::write(program.join("src/main.rs"), main).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet"]).current_dir(program).env("RUSTFLAGS", "--cap-lints=allow");
    let output = cargo.env("CARGO_TARGET_DIR", program.with_file_name("target")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The functions that display errors, by module.
#[derive(Default)]
struct Displays {
    modules: BTreeMap<Vec<String>, Module>,
    made: usize,
    skipped: usize,
}

#[derive(Default)]
struct Module {
    lines: String,
    /// With the conditions under which they are compiled.
    children: BTreeSet<String>,
}

impl Displays {
    fn of(package: &Path) -> Self {
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
        let (name, attributes, variants): (_, _, Vec<(String, &[Attribute], &Fields)>) = match item {
            Item::Enum(item) if item.generics.params.is_empty() => {
                let variants = item.variants.iter();
                let named = variants.map(|variant| {
                    (format!("{}::{}", item.ident, variant.ident), &variant.attrs[..], &variant.fields)
                });
                (&item.ident, &item.attrs, named.collect())
            }
            Item::Struct(item) if item.generics.params.is_empty() => {
                let own = (item.ident.to_string(), &item.attrs[..], &item.fields);
                (&item.ident, &item.attrs, vec![own])
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
            self.made += 1;
            let conditions = conditions(attributes) + &conditions(variant_attributes);
            let _ = writeln!(lines, "{conditions}{{ out.push(std::format!(\"{name} {{}}\", {value})); }}");
        }
    }

    /// Adds the functions to the modules.
    fn append(&self, package: &Path) {
        for (path, Module { lines, children }) in &self.modules {
            let stem = path.iter().fold(package.join("src"), |folder, name| folder.join(name));
            let files = match path.is_empty() {
                true => [stem.join("lib.rs"), stem.join("lib.rs")],
                false => [stem.with_extension("rs"), stem.join("mod.rs")],
            };
            let file = files.into_iter().find(|file| file.exists()).unwrap();
            let children: String = children.iter().map(String::as_str).collect();
            let function = format!(
                "\n#[doc(hidden)]\n#[allow(clippy::all, warnings)]\n\
                 pub fn __displays(out: &mut std::vec::Vec<std::string::String>) {{\n{lines}{children}}}\n"
            );
            let text = fs::read_to_string(&file).unwrap();
            fs::write(file, text + &function).unwrap();
        }
    }
}

/// The conditions under which an item is compiled.
fn conditions(attributes: &[Attribute]) -> String {
    let conditions = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    conditions
        .map(|attribute| {
            let list = attribute.meta.require_list().unwrap();
            format!("#[cfg({})] ", list.tokens)
        })
        .collect()
}

/// A value of a struct or a variant; `None` if a field cannot be made up.
fn construct(path: &str, fields: &Fields, items: &[Item], depth: usize) -> Option<String> {
    let mut value = format!("{path} {{ ");
    for (field, member) in fields.iter().zip(fields.members()) {
        let name = match &member {
            syn::Member::Named(name) => name.to_string(),
            syn::Member::Unnamed(index) => index.index.to_string(),
        };
        let _ = write!(value, "{name}: {}, ", sample(&field.ty, items, depth)?);
    }
    Some(value + "}")
}

/// A value of a type.
fn sample(ty: &Type, items: &[Item], depth: usize) -> Option<String> {
    if depth > 4 {
        return None;
    }
    if let Type::Reference(_) = ty {
        let text = quote(ty);
        return (text == "&'static str" || text == "& 'static str").then(|| "\"words\"".to_owned());
    }
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let inner = || match &last.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            GenericArgument::Type(inner) => Some(inner),
            _ => None,
        },
        _ => None,
    };
    let name = last.ident.to_string();
    let whole =
        path.path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>().join("::");
    Some(match name.as_str() {
        "String" => "std::string::String::from(\"many words\")".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "usize" | "i16" | "i32" | "i64" | "u128" => format!("103 as {name}"),
        "bool" => "true".to_owned(),
        "char" => "'c'".to_owned(),
        "f32" | "f64" => "1.25".to_owned(),
        "PathBuf" => "std::path::PathBuf::from(\"a/b\")".to_owned(),
        "Error" if whole == "io::Error" || whole == "std::io::Error" => {
            "std::io::Error::other(\"disk\")".to_owned()
        }
        "Error" if whole == "fmt::Error" || whole == "std::fmt::Error" => "std::fmt::Error".to_owned(),
        "FromUtf8Error" => "std::string::String::from_utf8(std::vec![255]).unwrap_err()".to_owned(),
        "Utf8Error" => "std::str::from_utf8(&[255]).unwrap_err()".to_owned(),
        "ParseIntError" => "\"x\".parse::<u8>().unwrap_err()".to_owned(),
        "ParseFloatError" => "\"x\".parse::<f32>().unwrap_err()".to_owned(),
        "ParseBoolError" => "\"x\".parse::<bool>().unwrap_err()".to_owned(),
        "AddrParseError" => "\"x\".parse::<std::net::IpAddr>().unwrap_err()".to_owned(),
        "TryFromIntError" => "u8::try_from(300_u16).unwrap_err()".to_owned(),
        "Box" if is_any_error(&quote(inner()?)) => "std::boxed::Box::from(\"inner\")".to_owned(),
        "Box" | "Arc" | "Rc" => {
            let pointer = match name.as_str() {
                "Box" => "std::boxed::Box",
                "Arc" => "std::sync::Arc",
                _ => "std::rc::Rc",
            };
            format!("{pointer}::new({})", sample(inner()?, items, depth + 1)?)
        }
        "Option" => format!("core::option::Option::Some({})", sample(inner()?, items, depth + 1)?),
        "Vec" => format!("std::vec![{}]", sample(inner()?, items, depth + 1)?),
        _ if whole == name => of_this_file(&name, items, depth)?,
        _ => return None,
    })
}

/// Whether this is `dyn Error`, with more bounds.
fn is_any_error(ty: &str) -> bool {
    ty.starts_with("dyn ") && ty.split(|next: char| !next.is_alphanumeric()).any(|word| word == "Error")
}

/// A value of a type that is declared in the same file, with all fields.
fn of_this_file(name: &str, items: &[Item], depth: usize) -> Option<String> {
    items.iter().find_map(|item| match item {
        Item::Enum(item) if item.ident == name && item.generics.params.is_empty() => {
            let mut plain = item.variants.iter().filter(|variant| conditions(&variant.attrs).is_empty());
            plain.find_map(|variant| {
                construct(&format!("{name}::{}", variant.ident), &variant.fields, items, depth + 1)
            })
        }
        Item::Struct(item) if item.ident == name && item.generics.params.is_empty() => {
            construct(name, &item.fields, items, depth + 1)
        }
        _ => None,
    })
}

fn quote(ty: &Type) -> String {
    use quote::ToTokens as _;

    ty.to_token_stream().to_string()
}
