//! A table as Rust: it parses, and has a variant for each row that has values. Of a table with mistakes, what is good.
#![no_main]

use code_registry_table::contract::{self, Contract};
use code_registry_table::expand::{Item, Selection, registry};
use code_registry_table::{Reading, Table};
use fuzz::read;
use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;

fuzz_target!(|text: &str| {
    let reading = read(text);
    let Some(expanded) = expanded(&reading) else { return };
    assert!(!expanded.to_string().contains("wrote what is no Rust"), "{expanded}");
    let file: syn::File =
        syn::parse2(expanded.clone()).unwrap_or_else(|error| panic!("{error} in {expanded}"));
    let registry = file.items.iter().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == "Codes" => Some(item),
        _ => None,
    });
    let variants = registry.expect("an enum").variants.iter().map(|variant| variant.ident.to_string());
    let mut variants: Vec<String> = variants.map(|name| name.trim_start_matches("r#").to_owned()).collect();
    let mut expected = expected(&reading.table);
    variants.sort();
    expected.sort();
    assert_eq!(variants, expected);

    let contract = contract::write(&reading, &|_| vec![0]);
    let contract = Contract::read(&contract).expect("a contract is read back");
    let usable = reading.table.rows.iter().filter(|row| row.variant.is_some() && !row.extent.is_range());
    for row in usable {
        assert!(contract.names().any(|name| name == row.symbol), "{} is in no contract", row.symbol);
    }
});

/// None: a text of it is too long to be stored.
fn expanded(reading: &Reading) -> Option<TokenStream> {
    let selection = Selection::new(&reading.table, None);
    registry(&Item::alone("Codes"), reading, &selection).ok()
}

fn expected(table: &Table) -> Vec<String> {
    table.rows.iter().filter_map(|row| row.variant.clone()).chain(table.unlisted.clone()).collect()
}
