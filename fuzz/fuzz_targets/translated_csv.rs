//! A spreadsheet of translations: the changed table is valid, and does not change when it is exported and imported
//! again. No exported cell is a formula, whatever the separator is.
#![no_main]

use codes_command::probe;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    fuzz::check_translation("it.csv", text);
    let Ok(translated) = probe::translate(fuzz::TABLE, "it", "it.csv", text) else { return };
    let exported = probe::export(&fuzz::read(&translated).table, "it", "it.csv").expect("a name of CSV");
    for separator in [',', ';', '\t'] {
        for cell in cells(&exported, separator) {
            let begun = cell.trim_start();
            let is_formula = begun.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
            assert!(!is_formula, "{cell:?} between {separator:?} of {exported}");
        }
    }
});

/// The cells as a spreadsheet reads them, without the quotes around them.
fn cells(file: &str, separator: char) -> Vec<String> {
    let (mut cells, mut is_quoted, mut before) = (vec![String::new()], false, separator);
    for character in file.chars() {
        let begins = before == separator || before == '\n';
        match character {
            '"' if is_quoted || begins || before == '"' => is_quoted = !is_quoted,
            '\n' | '\r' if !is_quoted => cells.push(String::new()),
            _ if character == separator && !is_quoted => cells.push(String::new()),
            _ => cells.last_mut().expect("the first is there").push(character),
        }
        before = character;
    }
    cells
}
