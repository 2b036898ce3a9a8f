//! Changes as people read them.

use std::io::Write;

use super::Change;
use super::level::Level;
use crate::failure::Failure;
use crate::output::{BOLD, RED, YELLOW};
use crate::said::Said;

/// The changes under their rows, and the verdict.
pub(crate) fn write(out: &mut dyn Write, list: &[Change], verdict: Option<Level>) -> Result<(), Failure> {
    changes(out, list)?;
    let verdict = match verdict {
        None => Said::NoChange,
        Some(Level::Patch) => Said::VerdictPatch,
        Some(Level::Minor) => Said::VerdictMinor,
        Some(Level::Major) => Said::VerdictMajor,
    };
    Ok(writeln!(out, "{BOLD}{verdict}{BOLD:#}")?)
}

/// The changes under their rows.
pub(crate) fn changes(out: &mut dyn Write, changes: &[Change]) -> Result<(), Failure> {
    for of_subject in changes.chunk_by(|one, next| one.subject == next.subject) {
        writeln!(out, "{}", of_subject[0].subject)?;
        for change in of_subject {
            let style = match change.level {
                Level::Patch => anstyle::Style::new(),
                Level::Minor => YELLOW,
                Level::Major => RED,
            };
            writeln!(out, "  {style}{}{style:#}  {}", change.level.name(), change.sentence(str::to_owned))?;
        }
    }
    Ok(())
}

impl Change {
    /// What happened, in the language that is spoken; `escape` is for values of the table.
    pub(crate) fn sentence(&self, escape: impl Fn(&str) -> String) -> Said {
        let [old, new] =
            [&self.old, &self.new].map(|value| value.as_deref().map(&escape).unwrap_or_default());
        let nowhere = |value: String| if value.is_empty() { Said::Nowhere.to_string() } else { value };
        match (self.key.as_deref(), &self.old, &self.new) {
            (None, None, _) => Said::Added { what: new },
            (None, ..) => Said::Removed { what: old },
            (Some("value"), ..) => Said::Renumbered { old, new },
            (Some("within"), ..) => Said::Moved { old: nowhere(old), new: nowhere(new) },
            (Some(key), None, _) => Said::KeyAdded { key: key.to_owned(), new },
            (Some(key), _, None) => Said::KeyRemoved { key: key.to_owned(), old },
            (Some(key), ..) => Said::KeyChanged { key: key.to_owned(), old, new },
        }
    }
}
