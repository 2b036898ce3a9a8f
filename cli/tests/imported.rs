//! `codes import --rust` with enums of published crates: the enum of the imported table has the same variants and values.
//!
//! The crates are downloaded. Not part of `cargo test`: `.ci/import` runs it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use syn::{Fields, Item};

/// A crate, its version, the source of an enum, the enum, its path in Rust, and the number of its variants.
const ENUMS: [(&str, &str, &str, &str, &str, usize); 3] = [
    ("lsp-server", "0.10", "src/msg.rs", "ErrorCode", "lsp_server::ErrorCode", 13),
    ("tonic", "0.14", "src/status.rs", "Code", "tonic::Code", 17),
    ("miniz_oxide", "0.8", "src/lib.rs", "MZError", "miniz_oxide::MZError", 7),
];

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

#[test]
fn enums_of_published_crates() {
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("imported");
    let _ = fs::remove_dir_all(&package);
    fs::create_dir_all(package.join("src")).unwrap();
    let dependencies: String = ENUMS
        .map(|(name, version, ..)| {
            format!("{name} = {{ version = \"{version}\", default-features = false }}\n")
        })
        .concat();
    let manifest = format!(
        "[package]\nname = \"imported\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[profile.dev]\ndebug = 0\n\n\
         [dependencies]\ncode-registry = {{ path = \"{ROOT}\" }}\n{dependencies}"
    );
    fs::write(package.join("Cargo.toml"), manifest).unwrap();
    fs::write(package.join("src/main.rs"), "fn main() {}\n").unwrap();
    let sources = sources(&package);
    let (mut program, mut checks) = (String::new(), String::new());
    for ((name, _, file, chosen, path, count), source) in ENUMS.iter().zip(sources) {
        let table = format!("{name}.toml");
        let mut import = Command::new(env!("CARGO_BIN_EXE_codes"));
        import.args(["import", "--rust"]).arg(source.join(file)).args([
            "--registry",
            chosen,
            "--output",
            &table,
        ]);
        let output = import.current_dir(&package).output().unwrap();
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let variants = variants(&source.join(file), chosen);
        assert_eq!(variants.len(), *count, "{name}");
        let module = name.replace('-', "_");
        writeln!(
            program,
            "mod own_{module} {{\n    #[code_registry::codes(\"{table}\")]\n    pub enum {chosen} {{}}\n}}"
        )
        .unwrap();
        for variant in variants {
            let own = format!("own_{module}::{chosen}::{variant}");
            writeln!(
                checks,
                "    assert_eq!({own}.value() as i128, {path}::{variant} as i128, \"{path}::{variant}\");"
            )
            .unwrap();
        }
    }
    fs::write(package.join("src/main.rs"), format!("{program}\nfn main() {{\n{checks}}}\n")).unwrap();
    let output = Command::new(env!("CARGO")).args(["run", "-q"]).current_dir(&package).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The folders into which cargo unpacked the crates.
fn sources(package: &Path) -> Vec<PathBuf> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1"])
        .current_dir(package)
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let folder = |name: &str, version: &str| {
        let mut packages = metadata["packages"].as_array().unwrap().iter();
        let found = packages.find(|package| {
            package["name"] == name && package["version"].as_str().unwrap().starts_with(version)
        });
        let manifest = found.unwrap()["manifest_path"].as_str().unwrap().to_owned();
        Path::new(&manifest).parent().unwrap().to_owned()
    };
    ENUMS.iter().map(|(name, version, ..)| folder(name, version)).collect()
}

/// The variants without fields of an enum.
fn variants(file: &Path, chosen: &str) -> Vec<String> {
    let file = syn::parse_file(&fs::read_to_string(file).unwrap()).unwrap();
    let found = file.items.into_iter().find_map(|item| match item {
        Item::Enum(item) if item.ident == chosen => Some(item),
        _ => None,
    });
    let variants = found.unwrap().variants.into_iter();
    variants
        .filter(|variant| matches!(variant.fields, Fields::Unit))
        .map(|variant| variant.ident.to_string())
        .collect()
}
