//! The differences between two tables: none between a table and itself, some if the tables are not equal.
#![no_main]

use codes_command::probe;
use fuzz::good;
use libfuzzer_sys::fuzz_target;

/// Separates the two tables in the input.
const BETWEEN: &str = "\n=====\n";

fuzz_target!(|text: &str| {
    let (old, new) = text.split_once(BETWEEN).unwrap_or((text, fuzz::TABLE));
    let (Some(old), Some(new)) = (good(old), good(new)) else { return };
    for table in [&old.table, &new.table] {
        assert_eq!(probe::diff(table, table).as_deref(), Ok(""));
    }
    let [there, back] = [(&old, &new), (&new, &old)].map(|(old, new)| probe::diff(&old.table, &new.table));
    let is_same = probe::rewritten(&old.table) == probe::rewritten(&new.table);
    assert_eq!(there.as_deref() == Ok(""), is_same, "{there:?}");
    assert_eq!(back.as_deref() == Ok(""), is_same, "{back:?}");
});
