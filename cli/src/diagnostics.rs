//! Reads tables, and words their diagnostics in the language of the tool.

use std::iter::successors;

use code_registry::{Argument, Language, language};
use code_registry_table::{Reading, Rereader, Rule, Source, Table};

use crate::translate::Staleness;

/// The sentences of diagnostics; the symbol of each is its id.
#[code_registry::codes("diagnostics.toml")]
enum Sentence {}

const ENGLISH: Language = Sentence::DEFAULT_LANGUAGE;

/// Returns the text of a language file, or the reason why it cannot be read.
pub(crate) type LanguageFile<'a> = &'a mut dyn FnMut(&str) -> Result<String, String>;

/// Reads a table with its explanations, as [`code_registry_table::read_explained`] does.
pub(crate) fn read(path: &str, text: &str, language_file: LanguageFile<'_>) -> Reading {
    translated(code_registry_table::read_explained(path, text, language_file))
}

/// Reads a table and runs the linter.
pub(crate) fn lint(path: &str, text: &str, language_file: LanguageFile<'_>) -> Reading {
    translated(code_registry_table::lint(path, text, language_file))
}

/// The same, with the translations that are known to be stale.
pub(crate) fn lint_translations(
    path: &str,
    text: &str,
    language_file: LanguageFile<'_>,
    staleness: &Staleness,
) -> Reading {
    let stale = |table: &Table, sources: &[Source]| staleness.places(table, sources);
    translated(code_registry_table::lint_translations(path, text, language_file, stale))
}

/// The same for a table that is read after each edit.
pub(crate) fn lint_again(
    reader: &mut Rereader,
    path: &str,
    text: &str,
    language_file: LanguageFile<'_>,
    staleness: &Staleness,
) -> Reading {
    let stale = |table: &Table, sources: &[Source]| staleness.places(table, sources);
    translated(reader.lint_translations(path, text, language_file, stale))
}

fn translated(mut reading: Reading) -> Reading {
    let language = spoken();
    if language != ENGLISH {
        for diagnostic in &mut reading.diagnostics {
            diagnostic.translate(&|id, arguments| sentence(language, id, arguments));
        }
    }
    reading
}

/// The language of all diagnostics.
pub(crate) fn spoken() -> Language {
    let mut languages = successors(language::current(), |language| language.parent());
    languages.find(|language| Sentence::LANGUAGES.contains(language)).unwrap_or(ENGLISH)
}

/// The rule in a sentence.
pub(crate) fn rule(rule: Rule) -> String {
    sentence(spoken(), &rule.sentence_id(), &[]).unwrap_or_else(|| rule.sentence().to_owned())
}

fn sentence(language: Language, id: &str, arguments: &[(&str, String)]) -> Option<String> {
    let sentence: Sentence = id.parse().ok()?;
    let arguments: Vec<(&str, Argument<'_>)> =
        arguments.iter().map(|(name, value)| (*name, Argument::from(value.as_str()))).collect();
    Some(sentence.format(language, &arguments).to_string())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use code_registry::Row;
    use code_registry_table::sentences;

    use super::*;

    /// Whether a pattern has words to translate: more than arguments and code.
    fn has_words(pattern: &str) -> bool {
        let outside = pattern.split('`').step_by(2).collect::<String>();
        let outside = outside.split(['{', '}']).step_by(2).collect::<String>();
        outside.contains(char::is_alphabetic)
    }

    /// An argument without a value is shown as `{name}`, so equal texts have equal arguments.
    #[test]
    fn every_sentence_has_a_row_with_its_english() {
        for wanted in sentences().filter(|wanted| has_words(wanted.english)) {
            let found = sentence(ENGLISH, &wanted.id, &[]);
            let english = wanted.english.replace("{{", "{").replace("}}", "}");
            assert_eq!(found, Some(english), "row {} of cli/diagnostics.toml", wanted.id);
        }
    }

    #[test]
    fn every_row_has_a_sentence() {
        let ids: BTreeSet<String> =
            sentences().filter(|sentence| has_words(sentence.english)).map(|sentence| sentence.id).collect();
        for row in Sentence::rows().filter_map(Row::code) {
            let symbol = row.symbol();
            assert!(
                ids.contains(symbol),
                "cli/diagnostics.toml: {symbol} is not the id of a sentence to translate"
            );
        }
    }
}
