//! Changes for programs.

use std::io::Write;

use serde::Serialize;

use super::Change;
use super::level::Level;
use crate::failure::Failure;
use crate::output;

#[derive(Serialize)]
struct Object<'a> {
    verdict: Option<&'static str>,
    changes: Vec<Entry<'a>>,
}

/// A key is none where a row, a language or a property is new or gone; a value, where there was or is none.
#[derive(Serialize)]
struct Entry<'a> {
    level: &'static str,
    subject: &'a str,
    key: Option<&'a str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

pub(crate) fn write(out: &mut dyn Write, changes: &[Change], verdict: Option<Level>) -> Result<(), Failure> {
    let changes = changes.iter().map(entry).collect();
    output::json(out, &Object { verdict: verdict.map(Level::name), changes })
}

fn entry(change: &Change) -> Entry<'_> {
    let Change { level, subject, key, old, new } = change;
    Entry { level: level.name(), subject, key: key.as_deref(), old: old.as_deref(), new: new.as_deref() }
}
