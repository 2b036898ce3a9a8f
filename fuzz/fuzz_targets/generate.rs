//! A good table in every language that `codes generate` writes, and every reference that `codes render` makes.
#![no_main]

use codes_command::probe;
use fuzz::good;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|text: &str| {
    let Some(reading) = good(text) else { return };
    let Ok(written) = probe::generate(&reading) else { return };
    let [.., schema, _rust] = &written[..] else { unreachable!() };
    serde_json::from_str::<Value>(schema).expect("a schema is JSON");
    assert_eq!(Ok(&written), probe::generate(&reading).as_ref(), "the same table, another text");

    let rendered = probe::render(&reading.table).expect("a good table");
    let [_markdown, page, _csv, json] = &rendered[..] else { unreachable!() };
    let tables = probe::import("table.json", json).expect("JSON that was written is read");
    assert_eq!(probe::rewritten(&fuzz::check_written(&tables[0]).table), probe::rewritten(&reading.table));
    // Of all texts, none begins or ends an element: the page has those of its template.
    assert_eq!(page.matches("<script").count(), 2, "{page}");
    assert_eq!(page.matches("</script").count(), 2, "{page}");
});
