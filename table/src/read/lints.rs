//! `[lint]`: which warnings the table allows, and which it takes for errors.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::raw::shape::{Kind, LINT_LEVELS};
use crate::raw::{Entry, File, Placed, in_file_order, text, wrong_type};
use crate::read::property_value::integer;
use crate::report::{Guess, Mistake, Quoted, Rule, Severity, Sink};

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
pub(crate) fn read<'i>(file: File<'i>, table: Option<Placed<DeTable<'i>>>, sink: &mut Sink) -> LintSettings {
    let mut settings = LintSettings::default();
    for (key, value) in table.into_iter().flat_map(|table| in_file_order(table.value)) {
        if key.get_ref() == NAME_LENGTH {
            settings.name_length = name_length(file, &value, sink);
        } else {
            read_level(file, (key, value), sink);
        }
    }
    settings
}

/// "`untranslated = "allow"`": a lint and what it is.
fn read_level<'i>(file: File<'i>, (key, value): Entry<'i>, sink: &mut Sink) {
    let name = key.get_ref().as_ref();
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
        sink.report(file.place(key.span()), &mistake);
    } else if let Some((rule, level)) = known.zip(level(file, name, value, sink)) {
        sink.set_level(*rule, level);
    }
}

fn level<'i>(
    file: File<'i>,
    name: &str,
    value: Spanned<DeValue<'i>>,
    sink: &mut Sink,
) -> Option<Option<Severity>> {
    let word = text(file, name, value, sink)?;
    let known = LINT_LEVELS.iter().position(|known| *known == word.value);
    if known.is_none() {
        let guess = Guess::new(&word.value, LINT_LEVELS.into_iter());
        sink.report(word.place, &Mistake::UnknownLevel { found: Quoted::new(&word.value), guess });
    }
    known.map(|at| SEVERITIES[at])
}

fn name_length(file: File<'_>, value: &Spanned<DeValue<'_>>, sink: &mut Sink) -> Option<usize> {
    let place = file.place(value.span());
    let DeValue::Integer(number) = value.get_ref() else {
        wrong_type(place, NAME_LENGTH, value.get_ref(), Kind::Integer, sink);
        return None;
    };
    let length = integer(number).and_then(|number| usize::try_from(number).ok()).filter(|length| *length > 0);
    if length.is_none() {
        sink.report(place, &Mistake::NameLength);
    }
    length
}
