//! `codes diff` between a table and a random edit of it.

use std::io;
use std::path::Path;
use std::process::Command;

use crate::generate::edit;
use crate::model::diff::{self, Level};
use crate::run::{Failure, Places, write_table};
use crate::table::Table;

/// How many edits are made of each table, each on its own.
pub const EDITS: u64 = 5;

/// The first edit for which the verdicts differ.
pub fn check(places: &Places, seed: u64, old: &Table) -> io::Result<Option<Failure>> {
    for number in 0..EDITS {
        if let Some(failure) = check_edit(places, seed * EDITS + number, old)? {
            return Ok(Some(failure));
        }
    }
    Ok(None)
}

fn check_edit(places: &Places, seed: u64, old: &Table) -> io::Result<Option<Failure>> {
    let (new, edits) = edit::edited(seed, old);
    let folder = places.target.join("diff");
    let [old_file, new_file] =
        [("old", old), ("new", &new)].map(|(name, table)| write_table(&folder, name, table));
    let found = verdict(places, &old_file?, &new_file?)?;
    let expected = match diff::verdict(old, &new) {
        None => "null",
        Some(Level::Patch) => "patch",
        Some(Level::Minor) => "minor",
        Some(Level::Major) => "major",
    };
    let is_same = found.as_ref().is_ok_and(|found| found == expected);
    let said = found.unwrap_or_else(|refused| refused);
    Ok((!is_same).then(|| Failure::Diff(format!("after {edits:?}: found {said}, expected {expected}"))))
}

/// The verdict, or the reason why there is none.
fn verdict(places: &Places, old: &Path, new: &Path) -> io::Result<Result<String, String>> {
    let output = Command::new(&places.codes).args(["diff", "--format", "json"]).args([old, new]).output()?;
    if !output.status.success() {
        return Ok(Err(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let said: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    Ok(Ok(said["verdict"].as_str().unwrap_or("null").to_owned()))
}
