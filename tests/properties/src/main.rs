//! Random tables, compiled into real crates and compared with a model of what they mean.

mod differ;
mod generate;
mod model;
mod questions;
mod run;
mod shrink;
mod table;
mod write;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use std::{env, io};

use questions::Asked;
use run::{Failure, Places};

/// Tables per crate: more would not be faster.
const BATCH: usize = 40;

/// How many failures are reduced: further ones probably have the same cause.
const SHRUNK: usize = 2;

fn main() -> io::Result<ExitCode> {
    let mut arguments = env::args().skip(1);
    let mut number =
        |usual: u64| arguments.next().map_or(Ok(usual), |text| text.parse().map_err(io::Error::other));
    let (count, seed) = (number(60)?, number(1)?);
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let built: PathBuf = env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.join("target"), Into::into);
    let places = Places { target: built.join("properties"), codes: built.join("debug/codes"), project };
    let started = Instant::now();
    let mut figures = Figures::default();
    let seeds: Vec<u64> = (seed..seed + count).collect();
    for seeds in seeds.chunks(BATCH) {
        let tables: Vec<Asked> = seeds.iter().map(|&seed| Asked::new(seed, generate::table(seed))).collect();
        for (asked, failure) in tables.iter().zip(run::run(&places, &tables)?) {
            figures.add(asked);
            let failure = match failure {
                None => differ::check(&places, asked.seed, &asked.table)?,
                failure => failure,
            };
            if let Some(failure) = failure {
                figures.failures += 1;
                report(&places, asked, failure, figures.failures)?;
            }
        }
    }
    println!("{} in {} s", figures.sentence(seed), started.elapsed().as_secs());
    Ok(if figures.failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The number of comparisons.
#[derive(Default)]
struct Figures {
    tables: usize,
    rows: usize,
    values: usize,
    texts: usize,
    messages: usize,
    parses: usize,
    failures: usize,
}

impl Figures {
    fn add(&mut self, asked: &Asked) {
        self.tables += 1;
        self.rows += asked.table.rows.len();
        for question in &asked.questions {
            match question.words[0].as_str() {
                "value" => self.values += 1,
                "texts" | "row" => self.texts += question.expected.len(),
                "say" => self.messages += question.expected.len(),
                "parse" => self.parses += 1,
                _ => {}
            }
        }
    }

    fn sentence(&self, seed: u64) -> String {
        let Self { tables, rows, values, texts, messages, parses, failures } = self;
        let verdicts = *tables as u64 * differ::EDITS;
        format!(
            "{tables} tables of {rows} rows from seed {seed}: {values} values, {texts} texts, {messages} messages and \
             {parses} parses compared, {verdicts} verdicts on edits; {failures} tables fail"
        )
    }
}

/// Shows a failure, and the smallest table that has it.
fn report(places: &Places, asked: &Asked, failure: Failure, number: usize) -> io::Result<()> {
    let (asked, failure) = match failure {
        Failure::Answer { .. } if number <= SHRUNK => shrink::shrink(places, asked.clone(), failure)?,
        // The output of the compiler names the place, and that of `codes diff` the edits.
        _ => (asked.clone(), failure),
    };
    println!("\n== {} fails: .ci/properties 1 {}", failure.kind(), asked.seed);
    match failure {
        Failure::Refused(said) => println!("{said}"),
        Failure::Answer { question, found } => {
            println!("asked    {:?}\nexpected {:?}\nfound    {found:?}", question.words, question.expected);
        }
        Failure::Diff(said) => println!("{said}"),
    }
    let file = run::write_table(&places.target.join("failed"), &asked.seed.to_string(), &asked.table)?;
    println!("languages {:?}, table {}", asked.subset, file.display());
    Ok(())
}
