//! A spreadsheet of translations: what it changes in a table is good, and the same when it is exported and imported again.
//! What is exported is no formula, whatever parts the cells.
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

/// The cells as a spreadsheet reads them, without their quotes: those where a cell begins are around it.
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
