//! What tables are in Rust, as the compiler is handed it: whether that is right, the tests of the library say.

use std::fs;
use std::path::{Path, PathBuf};

use code_registry_table::contract::{self, Contract};
use code_registry_table::expand::{self, Item, Selection};
use code_registry_table::{Reading, read, read_language};
use quote::quote;

use super::{compare, folder, read_case, rendered};

/// The good tables that differ in more than how they are read.
const TABLES: [&str; 19] = [
    "dense",
    "format",
    "i64-ends",
    "label",
    "label-hexadecimal",
    "languages",
    "long-messages",
    "messages",
    "nested-ranges",
    "plural-exact",
    "properties",
    "retired",
    "statuses",
    "str",
    "texts",
    "total",
    "u64-ends",
    "variants",
    "minimal",
];

#[test]
fn good_tables_are_written() {
    for name in TABLES {
        let case = folder("good").join(name).with_extension("toml");
        let reading = read_case(&case, read);
        compare(&case.with_extension("rs"), &written(&reading, &Selection::new(&reading.table, None)));
    }
}

#[test]
fn some_languages_are_written() {
    let reading = read_case(&folder("good").join("languages.toml"), read);
    let selection = Selection::new(&reading.table, Some(vec![2, 1]));
    compare(&folder("good").join("languages-two.rs"), &written(&reading, &selection));
}

/// What lies between two languages that say the same is written where it is needed.
#[test]
fn chains_that_cross_are_written() {
    let reading = read_case(&library("chains.toml"), read);
    for (name, languages) in [("chains", None), ("chains-three", Some(vec![4, 1, 2]))] {
        let selection = Selection::new(&reading.table, languages);
        compare(&folder("good").join(name).with_extension("rs"), &written(&reading, &selection));
    }
}

/// A table of the library's tests.
fn library(table: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/tables").join(table)
}

/// The language files of the library's tests, each with what is said of it.
#[test]
fn catalogues_are_written() {
    let contract = contract::write(&read_case(&library("catalog.toml"), read), &|_| vec![0]);
    let contract = Contract::read(&contract).unwrap();
    for language in ["en", "en-short", "he", "it", "pl", "mistakes"] {
        let file = format!("catalog.{language}.toml");
        let text = fs::read_to_string(library(&file)).unwrap();
        let tag = if language == "mistakes" { "fr" } else { &language[..2] };
        let reading = read_language(&contract, tag, &file, &text);
        let catalog =
            expand::catalog(&quote!(::code_registry), &quote!(Code), &reading.table, &file).unwrap();
        let rust = pretty(quote!(const CATALOG: Catalog<Code> = { #catalog };));
        compare(
            &folder("catalogs").join(language).with_extension("expected"),
            &format!("{}{rust}", rendered(&reading)),
        );
    }
}

fn written(reading: &Reading, selection: &Selection<'_>) -> String {
    pretty(expand::registry(&Item::alone("Code"), reading, selection).unwrap())
}

fn pretty(rust: proc_macro2::TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(rust).unwrap())
}
