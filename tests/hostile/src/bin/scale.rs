//! The time to read large tables: `cargo run --release -p hostile --bin scale`.
//!
//! Fails unless 10,000 rows with 1,000 errors are read and reported in under two seconds, and every error is found.

#![allow(clippy::print_stdout, reason = "this is what it is for")]

use std::fmt::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use code_registry_table::read;

const HEAD: &str =
    "[registry]\ntitle = { en = \"T\", it = \"T\" }\nrepr = \"u32\"\nlanguages = [\"en\", \"it\"]\n";

/// Seconds for the first of the tables.
const LIMIT: f64 = 2.0;

fn main() -> ExitCode {
    let mut first = None;
    let mut is_complete = true;
    for (rows, errors) in [(10_000, 1_000), (10_000, 10_000), (100_000, 10_000)] {
        let text = table(rows, errors);
        let start = Instant::now();
        let reading = read("codes.toml", &text, &mut |_| Err("there is none".to_owned()));
        let reports = reading.diagnostics.iter().map(|diagnostic| diagnostic.report(&reading.sources));
        let bytes: usize = reports.map(|report| report.to_string().len()).sum();
        let (found, seconds) = (reading.diagnostics.len(), start.elapsed().as_secs_f64());
        println!("{rows} rows, {found} errors: {seconds:.3} s, {bytes} bytes of reports");
        first.get_or_insert(seconds);
        is_complete &= found == errors;
    }
    let is_good = is_complete && first.is_some_and(|seconds| seconds < LIMIT);
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
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
