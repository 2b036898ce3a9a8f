//! The time to read large tables: `cargo run --release -p hostile --bin scale`.
//!
//! The target is that 10,000 rows with 1,000 errors are read and reported in under two seconds.

#![allow(clippy::print_stdout, reason = "this is what it is for")]

use std::fmt::Write as _;
use std::time::Instant;

use code_registry_table::read;

const HEAD: &str =
    "[registry]\ntitle = { en = \"T\", it = \"T\" }\nrepr = \"u32\"\nlanguages = [\"en\", \"it\"]\n";

fn main() {
    for (rows, errors) in [(10_000, 1_000), (10_000, 10_000), (100_000, 10_000)] {
        let text = table(rows, errors);
        let start = Instant::now();
        let reading = read("codes.toml", &text, &mut |_| Err("there is none".to_owned()));
        let reports = reading.diagnostics.iter().map(|diagnostic| diagnostic.report(&reading.sources));
        let bytes: usize = reports.map(|report| report.to_string().len()).sum();
        let (found, seconds) = (reading.diagnostics.len(), start.elapsed().as_secs_f64());
        println!("{rows} rows, {found} errors: {seconds:.3} s, {bytes} bytes of reports");
    }
}

/// A table with this many errors, spread over its rows.
fn table(rows: usize, errors: usize) -> String {
    let mut text = HEAD.to_owned();
    for code in 0..rows {
        let message = if code % (rows / errors) == 0 { "lone { brace" } else { "cannot find {path}" };
        let _ = writeln!(text, "[code.{code}]\nsymbol = \"CODE_{code}\"");
        let _ = writeln!(text, "message.en = \"cannot open {{path}}\"\nmessage.it = \"{message}\"");
    }
    text
}
