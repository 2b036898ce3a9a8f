//! `[lint]`: which warnings the table allows, and which it takes for errors.

use crate::read::fields::{File, Placed, text, wrong_type};
use crate::report::{Guess, Mistake, Quoted, Rule, Severity, Sink};
use crate::schema::{Kind as Wanted, LINT_LEVELS};
use crate::syntax::{Entry, Kind, Table, Value};

/// The key that is no lint: a setting of one.
const NAME_LENGTH: &str = "name_length";

/// What each of [`LINT_LEVELS`] makes of a lint; none: nothing is said.
const SEVERITIES: [Option<Severity>; 3] = [None, Some(Severity::Warning), Some(Severity::Error)];

/// What the linter goes by.
#[derive(Debug, Default)]
#[cfg_attr(not(feature = "lint"), allow(dead_code, reason = "only the linter asks"))]
pub(crate) struct LintSettings {
    /// The most characters of a name.
    pub(crate) name_length: Option<usize>,
}

/// Reads the settings; the levels go to the sink, which knows what is said.
pub(crate) fn read(file: File<'_>, table: Option<Placed<&Table<'_>>>, sink: &mut Sink) -> LintSettings {
    let mut settings = LintSettings::default();
    for entry in table.into_iter().flat_map(|table| table.value.in_file_order()) {
        if entry.key.name == NAME_LENGTH {
            settings.name_length = name_length(file, &entry.value, sink);
        } else {
            read_level(file, entry, sink);
        }
    }
    settings
}

/// "`untranslated = "allow"`": a lint and what it is.
fn read_level(file: File<'_>, Entry { key, value }: &Entry<'_>, sink: &mut Sink) {
    let name: &str = &key.name;
    let known = Rule::ALL.iter().find(|rule| rule.id() == name);
    let mistake = match known {
        Some(rule) if rule.severity() == Severity::Warning => None,
        Some(rule) => Some(Mistake::FixedRule { rule: rule.id() }),
        None => {
            let guess = Guess::new(name, Rule::lints().map(Rule::id).chain([NAME_LENGTH]));
            Some(Mistake::UnknownLint { found: Quoted::new(name), guess })
        }
    };
    if let Some(mistake) = mistake {
        sink.report(file.place(key.span.clone()), &mistake);
    } else if let Some((rule, level)) = known.zip(level(file, name, value, sink)) {
        sink.set_level(*rule, level);
    }
}

fn level(file: File<'_>, name: &str, value: &Value<'_>, sink: &mut Sink) -> Option<Option<Severity>> {
    let word = text(file, name, value, sink)?;
    let known = LINT_LEVELS.iter().position(|known| *known == word.value);
    if known.is_none() {
        let guess = Guess::new(&word.value, LINT_LEVELS.into_iter());
        sink.report(word.place, &Mistake::UnknownLevel { found: Quoted::new(&word.value), guess });
    }
    known.map(|at| SEVERITIES[at])
}

fn name_length(file: File<'_>, value: &Value<'_>, sink: &mut Sink) -> Option<usize> {
    let Kind::Integer(number) = value.kind else {
        wrong_type(file, NAME_LENGTH, value, Wanted::Integer, sink);
        return None;
    };
    let length = number.value().and_then(|number| usize::try_from(number).ok()).filter(|length| *length > 0);
    if length.is_none() {
        sink.report(file.place(value.span.clone()), &Mistake::NameLength);
    }
    length
}
