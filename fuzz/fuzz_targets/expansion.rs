//! The Rust code of a table: it parses and has a variant for each row with values. Rows with errors are left out.
#![no_main]

use code_registry_table::Reading;
use code_registry_table::contract::{self, Contract};
use code_registry_table::expand::{Item, Selection, registry};
use fuzz::{check_variants, read};
use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;

fuzz_target!(|text: &str| {
    let reading = read(text);
    let Some(expanded) = expanded(&reading) else { return };
    assert!(!expanded.to_string().contains("wrote what is no Rust"), "{expanded}");
    let file: syn::File =
        syn::parse2(expanded.clone()).unwrap_or_else(|error| panic!("{error} in {expanded}"));
    check_variants(&file, "Codes", &reading.table);

    let contract = contract::write(&reading, "", &|_| vec![0]);
    let contract = Contract::read(&contract).expect("a contract is read back");
    let usable = reading.table.rows.iter().filter(|row| row.variant.is_some() && !row.extent.is_range());
    for row in usable {
        assert!(contract.names().any(|name| name == row.symbol), "{} is in no contract", row.symbol);
    }
});

/// `None` if one of the texts is too long to be stored.
fn expanded(reading: &Reading) -> Option<TokenStream> {
    let selection = Selection::new(&reading.table, None);
    registry(&Item::alone("Codes"), reading, &selection).ok()
}
