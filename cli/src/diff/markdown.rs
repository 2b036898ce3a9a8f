//! Changes for a changelog.

use std::io::Write;

use super::Change;
use super::level::Level;
use crate::failure::Failure;
use crate::markdown::line;
use crate::said::Said;

/// A list for each level, the worst first.
pub(crate) fn write(out: &mut dyn Write, changes: &[Change]) -> Result<(), Failure> {
    let parts = [
        (Level::Major, Said::Breaking),
        (Level::Minor, Said::Compatible),
        (Level::Patch, Said::TextsChanged),
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
        writeln!(out, "{}", Said::NoChange)?;
    }
    Ok(())
}
