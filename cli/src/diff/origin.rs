//! Where a table comes from: a file, or a revision of a git repository.

use std::path::Path;
use std::process::Command;

use code_registry_table::{Table, beside};

use crate::failure::Failure;
use crate::mistakes;
use crate::said::Said;
use crate::table_file;

/// The table, which has no mistakes.
pub(crate) fn read(origin: &str) -> Result<Table, Failure> {
    match origin.split_once(':') {
        Some((revision, path)) if !Path::new(origin).exists() && !revision.starts_with('-') => {
            of_revision(origin, revision, path)
        }
        _ => table_file::good(Some(Path::new(origin))),
    }
}

fn of_revision(origin: &str, revision: &str, path: &str) -> Result<Table, Failure> {
    let unreadable = |reason| table_file::unreadable(Path::new(origin), reason);
    let text = show(origin).map_err(unreadable)?;
    let language_file = &mut |file: &str| show(&format!("{revision}:{}", beside(path, file)));
    let reading = mistakes::read(origin, &text, language_file);
    Ok(table_file::without_mistakes(reading)?.table)
}

/// The text of a file as git has it, or why there is none.
fn show(object: &str) -> Result<String, String> {
    let output = Command::new("git").args(["cat-file", "blob", object]).output();
    let output = output.map_err(|error| Said::NoGit { reason: error.to_string() }.to_string())?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.trim().lines().next().unwrap_or_default();
        return Err(said.strip_prefix("fatal: ").unwrap_or(said).to_owned());
    }
    table_file::utf8(output.stdout)
}
