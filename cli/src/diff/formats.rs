//! Changes as text, JSON and Markdown.

use std::io::Write;

use serde::Serialize;

use super::changes::{Change, Level};
use crate::error::{Error, ToolMessage};
use crate::markdown::line;
use crate::terminal::{self, BOLD, RED, YELLOW};

/// The changes, grouped by row, and the verdict.
pub(crate) fn write_text(out: &mut dyn Write, list: &[Change], verdict: Option<Level>) -> Result<(), Error> {
    write_changes(out, list)?;
    let verdict = match verdict {
        None => ToolMessage::NoChange,
        Some(Level::Patch) => ToolMessage::VerdictPatch,
        Some(Level::Minor) => ToolMessage::VerdictMinor,
        Some(Level::Major) => ToolMessage::VerdictMajor,
    };
    Ok(writeln!(out, "{BOLD}{verdict}{BOLD:#}")?)
}

/// The changes, grouped by row.
pub(crate) fn write_changes(out: &mut dyn Write, changes: &[Change]) -> Result<(), Error> {
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
    /// The change as a sentence; `escape` is applied to values of the table.
    pub(crate) fn sentence(&self, escape: impl Fn(&str) -> String) -> ToolMessage {
        let [old, new] =
            [&self.old, &self.new].map(|value| value.as_deref().map(&escape).unwrap_or_default());
        let nowhere = |value: String| if value.is_empty() { ToolMessage::Nowhere.to_string() } else { value };
        match (self.key.as_deref(), &self.old, &self.new) {
            (None, None, _) => ToolMessage::Added { what: new },
            (None, ..) => ToolMessage::Removed { what: old },
            (Some("value"), ..) => ToolMessage::Renumbered { old, new },
            (Some("within"), ..) => ToolMessage::Moved { old: nowhere(old), new: nowhere(new) },
            (Some(key), None, _) => ToolMessage::KeyAdded { key: key.to_owned(), new },
            (Some(key), _, None) => ToolMessage::KeyRemoved { key: key.to_owned(), old },
            (Some(key), ..) => ToolMessage::KeyChanged { key: key.to_owned(), old, new },
        }
    }
}

#[derive(Serialize)]
struct Object<'a> {
    verdict: Option<&'static str>,
    changes: Vec<Entry<'a>>,
}

/// `key` is null if a whole row, language or property was added or removed; `old` and `new` if there is no such value.
#[derive(Serialize)]
struct Entry<'a> {
    level: &'static str,
    subject: &'a str,
    key: Option<&'a str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

pub(crate) fn write_json(
    out: &mut dyn Write,
    changes: &[Change],
    verdict: Option<Level>,
) -> Result<(), Error> {
    let changes = changes.iter().map(entry).collect();
    terminal::json(out, &Object { verdict: verdict.map(Level::name), changes })
}

fn entry(change: &Change) -> Entry<'_> {
    let Change { level, subject, key, old, new } = change;
    Entry { level: level.name(), subject, key: key.as_deref(), old: old.as_deref(), new: new.as_deref() }
}

/// A list for each level, the worst first.
pub(crate) fn write_markdown(out: &mut dyn Write, changes: &[Change]) -> Result<(), Error> {
    let parts = [
        (Level::Major, ToolMessage::Breaking),
        (Level::Minor, ToolMessage::Compatible),
        (Level::Patch, ToolMessage::TextsChanged),
    ];
    let mut is_first = true;
    for (level, heading) in parts {
        let mut list = changes.iter().filter(|change| change.level == level).peekable();
        if list.peek().is_some() {
            let gap = if is_first { "" } else { "\n" };
            writeln!(out, "{gap}### {heading}\n")?;
            is_first = false;
        }
        for change in list {
            writeln!(out, "- **{}**: {}", line(&change.subject), change.sentence(line))?;
        }
    }
    if is_first {
        writeln!(out, "{}", ToolMessage::NoChange)?;
    }
    Ok(())
}
