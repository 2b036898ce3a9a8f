//! The expansions of tables. Three are compared in full; the library's tests check the behaviour of the others.

use std::fs;
use std::path::{Path, PathBuf};

use code_registry_table::contract::{self, Contract};
use code_registry_table::expand::{self, Item, Selection};
use code_registry_table::{Reading, read, read_language};
use quote::quote;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprLit, File, Item as RustItem, Lit, PatIdent};

use super::{cases, compare, folder, read_case, rendered};

/// The smallest table, and one with typed columns.
#[test]
fn tables_are_written() {
    for name in ["minimal", "properties"] {
        let case = folder("good").join(name).with_extension("toml");
        compare(&case.with_extension("expansion"), &pretty(&file(&read_case(&case, read))));
    }
}

/// The language files of the library's tests, each with its diagnostics; one of them as Rust.
#[test]
fn catalogues_are_written() {
    let contract = contract::write(&read_case(&library("catalog.toml"), read), "", &|_| vec![0]);
    let contract = Contract::read(&contract).unwrap();
    for language in ["en", "en-short", "he", "it", "pl", "mistakes"] {
        let file = format!("catalog.{language}.toml");
        let text = fs::read_to_string(library(&file)).unwrap();
        let tag = if language == "mistakes" { "fr" } else { &language[..2] };
        let reading = read_language(&contract, tag, &file, &text);
        let mut written = rendered(&reading);
        let catalog =
            expand::catalog(&quote!(::code_registry), &quote!(Code), &reading.table, &file).unwrap();
        let rust: File = syn::parse2(quote!(const CATALOG: Catalog<Code> = { #catalog };)).unwrap();
        if language == "he" {
            written += &pretty(&rust);
        }
        compare(&folder("catalogs").join(language).with_extension("expected"), &written);
    }
}

#[test]
fn the_same_table_gives_the_same_expansion() {
    for case in single_files() {
        let reading = read_case(&case, read);
        assert_eq!(tokens(&reading), tokens(&reading), "{}", case.display());
        assert_eq!(tokens(&reading), tokens(&read_case(&case, read)), "{}", case.display());
    }
}

/// Crates that use the registry are not compiled again.
#[test]
fn a_line_above_a_row_changes_no_contract() {
    for case in single_files() {
        let text = fs::read_to_string(&case).unwrap();
        let mut spaced = String::from("# The errors of the shop.\n\n");
        for line in text.trim_start_matches('\u{feff}').split_inclusive('\n') {
            if line.starts_with("[code") || line.starts_with("[range") {
                spaced += "\n# A row.\n";
            }
            spaced += line;
        }
        let name = case.file_name().unwrap().to_str().unwrap();
        let moved = read(name, &spaced, &mut |_| Err(String::new()));
        assert_eq!(exported(&file(&read_case(&case, read))), exported(&file(&moved)), "{name}");
    }
}

/// A pattern `value` means the static, the constant or the unit struct of that name if the user has one.
#[test]
fn bindings_have_reserved_names() {
    struct Bindings(Vec<String>);
    impl Visit<'_> for Bindings {
        fn visit_pat_ident(&mut self, pattern: &PatIdent) {
            self.0.push(pattern.ident.to_string());
            visit::visit_pat_ident(self, pattern);
        }
    }
    let mut bindings = Bindings(Vec::new());
    for case in single_files() {
        bindings.visit_file(&file(&read_case(&case, read)));
    }
    assert!(bindings.0.len() > 500, "{} bindings are too few", bindings.0.len());
    bindings.0.retain(|name| !name.starts_with("__"));
    assert!(bindings.0.is_empty(), "{:?}", bindings.0);
}

/// The documentation contains no text in other languages.
#[test]
fn a_variant_is_documented_in_the_default_language() {
    let table = r#"
        [registry]
        title.en = "Errors"
        title.it = "Errori"
        repr = "u8"
        url = "https://errors.example/{language}/{value}"
        languages = ["en", "it", "de"]
        [language.de]
        policy = "draft"
        [property.severity]
        type = "severity"
        [property.exit]
        type = "u8"
        [property.cause]
        type = "text"
        [enum.severity]
        values = ["low", "high"]
        [code.1]
        symbol = "NOT_FOUND"
        since = "1.2"
        aliases = ["MISSING", "ABSENT"]
        reference = "https://example.com/1"
        severity = "high"
        exit = 3
        cause.en = "a lost disk"
        cause.it = "un disco perduto"
        name.en = "Not found"
        name.it = "Introvabile"
        description.en = """It is *not* there: see --all...; "lost" isn't 'found'"""
        description.it = "Non c'è."
        help.en = "look elsewhere"
        help.it = "cercare altrove"
        args = { count = "count", kind = ["folder", "link"], path = "text" }
        [code.1.message.en]
        plural = "count"
        one = { select = "kind", folder = "one folder in {path}", other = "one file in {path}" }
        other = "{count} files"
        [code.1.message.it]
        plural = "count"
        one = "un file"
        many = "{count} di file"
        other = "{count} file"
    "#;
    let reading = read("codes.toml", table, &mut |_| Err(String::new()));
    assert!(!reading.has_errors(), "{}", rendered(&reading));
    let expected = "1 `NOT_FOUND`: {count} files\n\n\
        Name: Not found\n\n\
        It is \\*not\\* there\\: see \\--all\\...; \\\"lost\\\" isn\\'t \\'found\\'\n\n\
        Message, by the plural form of `count`:\n\n\
        - one, by the value of `kind`:\n\
        \x20 - folder: one folder in {path}\n\
        \x20 - other: one file in {path}\n\
        - other: {count} files\n\n\
        Arguments: `count` (count), `kind` (\\\"folder\\\" \\| \\\"link\\\"), `path` (text).\n\n\
        Help: look elsewhere\n\n\
        `cause`: a lost disk\n\n\
        `severity`: high; `exit`: 3\n\n\
        Status: assigned, since 1.2.\n\n\
        Aliases: `MISSING`, `ABSENT`.\n\n\
        <https://example.com/1>\n\n\
        Other languages: it.\n\n\
        Table: `shop/codes.toml`.\n\n\
        Page: <https://errors.example/en/1>\n";
    let mut item = Item::alone("Code");
    (item.folder, item.files) = ("shop/".to_owned(), vec!["codes.toml".to_owned()]);
    let selection = Selection::new(&reading.table, None);
    let expansion = expand::registry(&item, &reading, &selection).unwrap();
    let documentation =
        syn::parse2::<File>(expansion).unwrap().items.into_iter().find_map(|item| match item {
            RustItem::Enum(registry) if registry.ident == "Code" => {
                documentation(&registry.variants[0].attrs[0])
            }
            _ => None,
        });
    assert_eq!(documentation.as_deref(), Some(expected));
}

fn documentation(attribute: &Attribute) -> Option<String> {
    match &attribute.meta.require_name_value().ok()?.value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// The valid tables without language files.
fn single_files() -> impl Iterator<Item = PathBuf> {
    cases("good").into_iter().filter(|case| case.is_file())
}

/// A table of the library's tests.
fn library(table: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/tables").join(table)
}

fn tokens(reading: &Reading) -> String {
    let selection = Selection::new(&reading.table, None);
    expand::registry(&Item::alone("Code"), reading, &selection).unwrap().to_string()
}

fn file(reading: &Reading) -> File {
    syn::parse_str(&tokens(reading)).unwrap()
}

/// The macro that other crates see.
fn exported(file: &File) -> String {
    let contract = file.items.iter().find_map(|item| match item {
        RustItem::Macro(item) => {
            item.mac.path.segments.last().filter(|name| name.ident == "__contract").map(|_| &item.mac.tokens)
        }
        _ => None,
    });
    contract.unwrap().to_string()
}

fn pretty(rust: &File) -> String {
    prettyplease::unparse(rust)
}
