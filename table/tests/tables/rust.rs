//! What tables are in Rust, as the compiler is handed it: whether that is right, the tests of the library say.
//!
//! The least table is written whole; of every other, the items that differ from those of the least.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{fs, mem};

use code_registry_table::contract::{self, Contract};
use code_registry_table::expand::{self, Item, Selection};
use code_registry_table::{Reading, read, read_language};
use quote::quote;
use syn::{Expr, File, Item as RustItem, ItemImpl, ItemMacro, Stmt, StmtMacro};

use super::{compare, folder, read_case, rendered};

/// The good tables that differ in more than how they are read.
const TABLES: [&str; 21] = [
    "dense",
    "fallback",
    "format",
    "i64-ends",
    "label",
    "label-dashes",
    "label-hexadecimal",
    "languages",
    "long-messages",
    "messages",
    "nested-ranges",
    "plural-exact",
    "properties",
    "ranges-begin-alike",
    "retired",
    "statuses",
    "str",
    "texts",
    "total",
    "u64-ends",
    "variants",
];

#[test]
fn the_least_table_is_written() {
    compare(&folder("good").join("minimal.expansion"), &pretty(&least()));
}

#[test]
fn good_tables_are_written() {
    for name in TABLES {
        let case = folder("good").join(name).with_extension("toml");
        let reading = read_case(&case, read);
        compare(&case.with_extension("expansion"), &own(&reading, &Selection::new(&reading.table, None)));
    }
}

#[test]
fn some_languages_are_written() {
    let reading = read_case(&folder("good").join("languages.toml"), read);
    let selection = Selection::new(&reading.table, Some(vec![2, 1]));
    compare(&folder("good").join("languages-two.expansion"), &own(&reading, &selection));
}

/// What lies between two languages that say the same is written where it is needed.
#[test]
fn chains_that_cross_are_written() {
    let reading = read_case(&library("chains.toml"), read);
    for (name, languages) in [("chains", None), ("chains-three", Some(vec![4, 1, 2]))] {
        let selection = Selection::new(&reading.table, languages);
        compare(&folder("good").join(name).with_extension("expansion"), &own(&reading, &selection));
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
        let rust = pretty(&syn::parse2(quote!(const CATALOG: Catalog<Code> = { #catalog };)).unwrap());
        compare(
            &folder("catalogs").join(language).with_extension("expected"),
            &format!("{}{rust}", rendered(&reading)),
        );
    }
}

fn least() -> File {
    let reading = read_case(&folder("good").join("minimal.toml"), read);
    written(&reading, &Selection::new(&reading.table, None))
}

fn written(reading: &Reading, selection: &Selection<'_>) -> File {
    syn::parse2(expand::registry(&Item::alone("Code"), reading, selection).unwrap()).unwrap()
}

/// What the least table is not written as too.
fn own(reading: &Reading, selection: &Selection<'_>) -> String {
    static LEAST: LazyLock<HashSet<String>> = LazyLock::new(|| items(least()).map(alone).collect());
    let own = items(written(reading, selection)).map(alone).filter(|item| !LEAST.contains(item));
    own.collect::<Vec<_>>().join("\n")
}

/// The items of a file, with those of its constants without a name; of an `impl`, each member for itself.
fn items(file: File) -> impl Iterator<Item = RustItem> {
    file.items.into_iter().flat_map(inside).flat_map(members)
}

fn inside(item: RustItem) -> Vec<RustItem> {
    match &item {
        RustItem::Const(constant) => match &*constant.expr {
            Expr::Block(block) => block.block.stmts.iter().cloned().map(of_block).collect(),
            _ => vec![item],
        },
        _ => vec![item],
    }
}

fn of_block(statement: Stmt) -> RustItem {
    match statement {
        Stmt::Item(item) => item,
        Stmt::Macro(StmtMacro { attrs, mac, semi_token }) => {
            RustItem::Macro(ItemMacro { attrs, ident: None, mac, semi_token })
        }
        _ => panic!("constants that are blocks hold items"),
    }
}

fn members(item: RustItem) -> Vec<RustItem> {
    let RustItem::Impl(mut whole) = item else { return vec![item] };
    if whole.items.is_empty() {
        return vec![RustItem::Impl(whole)];
    }
    let members = mem::take(&mut whole.items);
    let with = |member| RustItem::Impl(ItemImpl { items: vec![member], ..whole.clone() });
    members.into_iter().map(with).collect()
}

fn alone(item: RustItem) -> String {
    pretty(&File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] })
}

fn pretty(rust: &File) -> String {
    prettyplease::unparse(rust)
}
