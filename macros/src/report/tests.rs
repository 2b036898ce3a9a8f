use std::fmt::Write as _;

use code_registry_table::expand::Selection;
use proc_macro2::Span;

use super::{ERRORS_SHOWN, WARNINGS_SHOWN, diagnostics};

/// What the compiler says of a table with so many rows, each with this.
fn said(rows: usize, row: &str) -> String {
    let mut table =
        "[registry]\ntitle.en = \"Codes\"\ntitle.it = \"Codici\"\nrepr = \"u16\"\nlanguages = [\"en\", \"it\"]\n".to_owned();
    for value in 1..=rows {
        write!(table, "[code.{value}]\nsymbol = \"ROW_{value}\"\n{row}\n").expect("a text takes all");
    }
    let reading = code_registry_table::read("codes.toml", &table, &mut |_| Err(String::new()));
    diagnostics(&reading, &Selection::new(&reading.table, None), Span::call_site()).to_string()
}

#[track_caller]
fn check(row: &str, shown: usize, sign: &str, rest: &str) {
    let said = |rows| said(rows, row);
    assert_eq!(said(shown).matches(sign).count(), shown);
    assert!(!said(shown).contains(rest), "all of them are there");
    let more = said(shown + 2);
    assert_eq!(more.matches(sign).count(), shown + 1);
    assert!(more.contains(&format!("\"2 {rest}: `codes check` shows them all\"")), "{more}");
}

#[test]
fn what_is_too_much_is_counted() {
    check("color = 1\nname.en = \"Row\"\nname.it = \"Riga\"", ERRORS_SHOWN, "compile_error", "more mistakes");
    let plural = "{ plural = \"n\", one = \"one\", other = \"{n}\" }";
    let italian_without_many = format!("message.en = {plural}\nmessage.it = {plural}");
    check(&italian_without_many, WARNINGS_SHOWN, "deprecated", "more warnings");
}
