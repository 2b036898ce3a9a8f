//! Batches of tables: compiled, questioned and compared with the model.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs, thread};

use crate::questions::{ANY, Asked, Question};
use crate::write::batch;

/// Paths.
pub struct Places {
    /// The root of this project.
    pub project: PathBuf,
    /// The folder for generated files and compiled programs.
    pub target: PathBuf,
    /// The program `codes`.
    pub codes: PathBuf,
}

/// A failure of a table.
#[derive(Debug)]
pub enum Failure {
    /// The compiler refuses it.
    Refused(String),
    Answer {
        question: Question,
        found: Vec<String>,
    },
    /// The output of `codes diff`, and the expected one.
    Diff(String),
}

impl Failure {
    /// What failures with the same cause have in common.
    pub fn kind(&self) -> &str {
        match self {
            Self::Refused(_) => "compiler",
            Self::Answer { question, .. } => &question.words[0],
            Self::Diff(_) => "diff",
        }
    }
}

/// The first failure of each table.
pub fn run(places: &Places, tables: &[Asked]) -> io::Result<Vec<Option<Failure>>> {
    let folder = places.target.join("batch");
    batch::write(&folder, &places.project, tables)?;
    match compile(places, &folder)? {
        Ok(program) => {
            let answers = ask(&program, tables)?;
            Ok(tables
                .iter()
                .scan(answers.into_iter(), |answers, asked| Some(first_failure(asked, answers)))
                .collect())
        }
        Err(said) if tables.len() == 1 => Ok(vec![Some(Failure::Refused(said))]),
        // The faulty table is found by bisection.
        Err(_) => {
            let (one, other) = tables.split_at(tables.len() / 2);
            let mut failures = run(places, one)?;
            failures.extend(run(places, other)?);
            Ok(failures)
        }
    }
}

/// The program, or the errors of the compiler.
fn compile(places: &Places, folder: &Path) -> io::Result<Result<PathBuf, String>> {
    let output = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(["build", "--quiet", "--color", "never"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", places.target.join("target"))
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env_remove("RUSTFLAGS")
        .output()?;
    if output.status.success() {
        return Ok(Ok(places.target.join("target/debug/batch")));
    }
    Ok(Err(String::from_utf8_lossy(&output.stderr).into_owned()))
}

/// The answers to all questions, in order.
fn ask(program: &Path, tables: &[Asked]) -> io::Result<Vec<Vec<String>>> {
    let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut input = io::BufWriter::new(child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?);
    let questions: Vec<String> = lines(tables);
    let writer = thread::spawn(move || questions.iter().try_for_each(|line| writeln!(input, "{line}")));
    let Output { status, stdout, .. } = child.wait_with_output()?;
    // A program that panics stops reading, and its answers end at the question that caused the panic.
    if !status.success() {
        eprintln!("the batch died: {status}");
    }
    let _ = writer.join();
    let text = String::from_utf8(stdout).map_err(io::Error::other)?;
    text.lines().map(|line| serde_json::from_str(line).map_err(io::Error::other)).collect()
}

fn lines(tables: &[Asked]) -> Vec<String> {
    let of_table = |(number, asked): (usize, &Asked)| {
        let line = move |question: &Question| {
            let mut words = vec![number.to_string()];
            words.extend(question.words.iter().cloned());
            serde_json::Value::from(words).to_string()
        };
        asked.questions.iter().map(line).collect::<Vec<_>>()
    };
    tables.iter().enumerate().flat_map(of_table).collect()
}

/// Takes as many answers as there are questions.
fn first_failure(asked: &Asked, answers: &mut impl Iterator<Item = Vec<String>>) -> Option<Failure> {
    let mut failure = None;
    for question in &asked.questions {
        let found = answers.next().unwrap_or_else(|| vec!["no answer".to_owned()]);
        if failure.is_none() && !agrees(&question.expected, &found) {
            failure = Some(Failure::Answer { question: question.clone(), found });
        }
    }
    failure
}

fn agrees(expected: &[String], found: &[String]) -> bool {
    let one = |(expected, found): (&String, &String)| match expected.strip_suffix(ANY) {
        Some(begin) => found.len() > begin.len() && found.starts_with(begin),
        None => expected == found,
    };
    expected.len() == found.len() && expected.iter().zip(found).all(one)
}

/// Writes a table into a folder, for people and for `codes`.
pub fn write_table(folder: &Path, name: &str, table: &crate::table::Table) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    for (file, text) in crate::write::toml::files(table, name) {
        fs::write(folder.join(file), text)?;
    }
    Ok(folder.join(format!("{name}.toml")))
}
