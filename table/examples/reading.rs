//! The time to read tables as a macro reads them, and the rows that errors lose: `cargo run -p code-registry-table
//! --example reading [TABLE]`, unoptimized, as macros run.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "this is what it is for")]

#[path = "../tests/syntax/edits.rs"]
#[allow(dead_code, reason = "the rest is for tests")]
mod edits;

use std::time::{Duration, Instant};
use std::{env, fs};

use code_registry_table::{read, syntax};

/// The languages of the largest table.
const MANY: [&str; 14] =
    ["en", "cs", "de", "es", "fr", "it", "ja", "ko", "pl", "pt-BR", "ru", "tr", "zh-CN", "zh-TW"];

/// Random edits of a table of thirty rows.
const EDITS: usize = 25_000;

fn main() {
    let three = &["en", "it", "de"][..];
    let mut tables = vec![
        ("30 rows", edits::table(30, three)),
        ("300 rows", edits::table(300, three)),
        ("3,000 rows, 14 languages", edits::table(3_000, &MANY)),
    ];
    if let Some(path) = env::args().nth(1) {
        tables.push(("the table given", fs::read_to_string(path).unwrap()));
    }
    println!("{:<26} {:>9} {:>11} {:>11} {:>11}", "", "bytes", "tree, ms", "whole, ms", "with error");
    for (name, text) in &tables {
        let lines: Vec<usize> = text.match_indices("\nsymbol = ").map(|(line, _)| line).collect();
        let line = lines[lines.len() / 2];
        assert!(!read("codes.toml", text, &mut |_| Err(String::new())).has_errors(), "{name}");
        let broken = [&text[..line], "\nstray", &text[line..]].concat();
        let bytes = text.len();
        let times = [
            milliseconds(|| drop(syntax::parse(text))),
            milliseconds(|| drop(read("codes.toml", text, &mut |_| Err(String::new())))),
            milliseconds(|| drop(read("codes.toml", &broken, &mut |_| Err(String::new())))),
        ];
        println!("{name:<26} {bytes:>9} {:>11.2} {:>11.2} {:>11.2}", times[0], times[1], times[2]);
    }
    let losses = edits::Losses::of(&tables[0].1, EDITS);
    let of_each = |count: usize| count as f64 / losses.broken as f64;
    println!("{EDITS} edits of 30 rows: {} are not TOML; of each on average", losses.broken);
    println!("{:.3} rows and {:.2} values are lost,", losses.rows_per_table(), of_each(losses.values));
    println!("{:.2} errors are reported; {} lose more than two rows", of_each(losses.errors), losses.bad);
}

/// The shortest of several times.
fn milliseconds(mut action: impl FnMut()) -> f64 {
    let (mut best, start) = (Duration::MAX, Instant::now());
    let mut tries = 0;
    while tries < 5 || start.elapsed() < Duration::from_secs(1) && tries < 200 {
        let begun = Instant::now();
        action();
        best = best.min(begun.elapsed());
        tries += 1;
    }
    best.as_secs_f64() * 1000.0
}
