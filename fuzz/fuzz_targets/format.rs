//! A table and its formatted text, which has the same meaning.
#![no_main]

use codes_command::probe;
use fuzz::{check_written, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let before = read(text);
    match probe::format(text) {
        Ok(form) => {
            let after = read(&form);
            assert_eq!(probe::rewritten(&before.table), probe::rewritten(&after.table), "{form}");
            assert_eq!(probe::format(&form).as_ref(), Ok(&form), "a form of its form");
            assert_eq!(before.has_errors(), after.has_errors());
        }
        Err(refusal) => assert!(before.has_errors(), "a valid table cannot be formatted: {refusal}"),
    }
    if !before.has_errors() {
        let rewritten = probe::rewritten(&before.table);
        let after = check_written(&rewritten);
        assert_eq!(probe::rewritten(&after.table), rewritten);
    }
});
