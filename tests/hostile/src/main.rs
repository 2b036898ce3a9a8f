//! The costs of hostile tables: `cargo run -p hostile --bin hostile`.
//!
//! Each table is read, reported and expanded like the macro does it, in a process of its own, at two sizes. With the path
//! of `codes` as an argument, the commands of the tool are measured instead: those that read, with each table, and those
//! that write, with files of their own. Names of tables or of such commands after it (or after `-`) select some of them.
//!
//! A case fails if it takes too long, uses too much memory, or needs more than six times as much of either for four times the
//! size; if the process ends by a signal; and if the diagnostic is not the expected one.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "this is what it is for")]

mod cases;
mod measure;
mod writing;

use std::env;
use std::process::ExitCode;

use code_registry_table::expand::{self, Item, Selection};
use code_registry_table::read;

use cases::{CASES, Case};
use measure::Subject;
use writing::{JOBS, Job};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["read", case, size] => read_alone(&text(case, size)),
        ["write", case, size] => print!("{}", text(case, size)),
        [] => return measure::all(&[Subject::Library], CASES, &[]),
        ["-", ref names @ ..] => {
            return measure::all(&[Subject::Library], &chosen(names), &[]);
        }
        [codes] => return measure::all(&Subject::commands(codes), CASES, &jobs(codes, |_| true)),
        [codes, ref names @ ..] => {
            let jobs = jobs(codes, |name| names.contains(&name));
            let others: Vec<&str> =
                names.iter().filter(|name| JOBS.iter().all(|job| job.name != **name)).copied().collect();
            return measure::all(&Subject::commands(codes), &chosen(&others), &jobs);
        }
    }
    ExitCode::SUCCESS
}

fn chosen(names: &[&str]) -> Vec<Case> {
    names.iter().map(|name| *find(name)).collect()
}

/// The commands that write, with the path of the program.
fn jobs(codes: &str, is_chosen: impl Fn(&str) -> bool) -> Vec<(&str, &'static Job)> {
    JOBS.iter().filter(|job| is_chosen(job.name)).map(|job| (codes, job)).collect()
}

fn find(name: &str) -> &'static Case {
    CASES.iter().find(|case| case.name == name).unwrap()
}

fn text(case: &str, size: &str) -> String {
    (find(case).text)(size.parse().unwrap())
}

/// Processes a table like the macro; returns the first diagnostic and the size of the output.
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
