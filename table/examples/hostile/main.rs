//! What hostile tables cost: `cargo run -p code-registry-table --features expand --example hostile`.
//!
//! Each is read, reported and expanded as the macro does it, in a process of its own, once as it is and once twice as
//! big. With the path of `codes` as an argument its commands are measured instead; names of tables after it (or after `-`)
//! choose these. What takes too long, too much memory, or more than three times as much of them for twice the size,
//! what ends by a signal, and what is not told what is wrong with it, fails.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "this is what it is for")]

mod cases;
mod measure;

use std::env;
use std::process::ExitCode;

use code_registry_table::expand::{self, Item, Selection};
use code_registry_table::read;

use cases::{CASES, Case};
use measure::Subject;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["read", case, size] => read_alone(&text(case, size)),
        ["write", case, size] => print!("{}", text(case, size)),
        [] => return measure::all(&[Subject::Library], CASES),
        [codes] => return measure::all(&Subject::commands(codes), CASES),
        [codes, ref names @ ..] => {
            let cases: Vec<Case> = names.iter().map(|name| *find(name)).collect();
            let subjects = if codes == "-" { vec![Subject::Library] } else { Subject::commands(codes) };
            return measure::all(&subjects, &cases);
        }
    }
    ExitCode::SUCCESS
}

fn find(name: &str) -> &'static Case {
    CASES.iter().find(|case| case.name == name).unwrap()
}

fn text(case: &str, size: &str) -> String {
    (find(case).text)(size.parse().unwrap())
}

/// What the macro does with a table; the first thing that is said of it, and how much.
fn read_alone(text: &str) {
    let reading = read("codes.toml", text, &mut |_| Err("there is none".to_owned()));
    let reports: Vec<String> = reading
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.report(&reading.sources).to_string())
        .collect();
    let selection = Selection::new(&reading.table, None);
    let expansion = expand::registry(&Item::alone("Code"), &reading, &selection);
    let expanded = expansion.map_or_else(|reason| reason, |_| "expanded".to_owned());
    let bytes: usize = reports.iter().map(String::len).sum();
    let first = reports.first().and_then(|report| report.lines().next()).unwrap_or("no mistakes");
    let short: String = first.chars().take(150).collect();
    println!("{short}: {} diagnostics ({bytes} bytes), {expanded}", reports.len());
}
