//! A valid table in every language of `codes generate` and every format of `codes render`.
#![no_main]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use codes_command::probe;
use fuzz::{check_variants, check_written, good};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// The elements and attributes of a page that no text of the table has added to.
static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let plain = good(include_str!("generate/plain.toml")).expect("a good table");
    let [_, page, ..] = &probe::render(&plain.table).expect("a good table")[..] else { unreachable!() };
    names(page)
});

fuzz_target!(|text: &str| {
    let Some(reading) = good(text) else { return };
    // The only possible refusal is about texts of more than 65535 bytes, and no text here is that long.
    let written = probe::generate(&reading).expect("a good table");
    let [.., schema, rust] = &written[..] else { unreachable!() };
    serde_json::from_str::<Value>(schema).expect("a schema is JSON");
    let rust = syn::parse_file(rust).unwrap_or_else(|error| panic!("{error} in {rust}"));
    check_variants(&rust, "Code", &reading.table);
    assert_eq!(Ok(&written), probe::generate(&reading).as_ref(), "the same table, another text");

    let rendered = probe::render(&reading.table).expect("a good table");
    let [_markdown, page, _csv, json, ..] = &rendered[..] else { unreachable!() };
    let tables = probe::import("table.json", json).expect("JSON that was written is read");
    assert_eq!(probe::rewritten(&check_written(&tables[0]).table), probe::rewritten(&reading.table));
    check_page(page);
});

/// No text breaks out of its place: a page has only its own elements and attributes, its two scripts, and links to
/// itself and to the web.
fn check_page(page: &str) {
    assert!(names(page).is_subset(&NAMES), "{:?} in {page}", names(page).difference(&NAMES));
    assert_eq!(page.matches("<script").count(), 2, "{page}");
    assert_eq!(page.matches("</script").count(), 2, "{page}");
    for link in page.split("href=\"").skip(1) {
        let leads_well = ["#", "https://", "http://"].iter().any(|start| link.starts_with(start));
        assert!(leads_well, "a link to {}", link.split('"').next().unwrap_or_default());
    }
}

/// The start and end tags of a page, and `=` with the name of each attribute.
fn names(page: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let is_tag = |tag: &&str| tag.starts_with(|first: char| first == '/' || first.is_ascii_alphabetic());
    for tag in page.split('<').filter(is_tag) {
        let tag = tag.split('>').next().unwrap_or_default();
        let outside_of_quotes = tag.split('"').step_by(2);
        let mut words = outside_of_quotes.flat_map(|part| part.split([' ', '\n', '=']));
        names.extend(words.next().map(str::to_owned));
        names.extend(words.filter(|word| !word.is_empty()).map(|word| format!("={word}")));
    }
    names
}
