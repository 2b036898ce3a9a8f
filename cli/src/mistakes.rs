//! What is said of tables, in the language that the tool speaks.

use std::collections::HashMap;
use std::fmt::Display;
use std::iter::successors;
use std::sync::LazyLock;

use code_registry::{Language, Row, language};
use code_registry_table::{Reading, Rule};

/// The sentences of which it is made, and their parts.
#[code_registry::codes("mistakes.toml")]
enum Sentence {}

const ENGLISH: Language = Sentence::LANGUAGES[0];

/// Sentences by their English patterns.
static SENTENCES: LazyLock<HashMap<String, Sentence>> = LazyLock::new(|| {
    let sentences = Sentence::rows().filter_map(Row::code);
    sentences.map(|sentence| (sentence.format(ENGLISH, &[]).to_string(), sentence)).collect()
});

/// Gives the text of a language's file, or the reason why there is none.
type LanguageFile<'a> = &'a mut dyn FnMut(&str) -> Result<String, String>;

/// Reads a table, as [`code_registry_table::read`] does.
pub(crate) fn read(path: &str, text: &str, language_file: LanguageFile<'_>) -> Reading {
    translated(code_registry_table::read(path, text, language_file))
}

/// The same, and what the linter says.
pub(crate) fn lint(path: &str, text: &str, language_file: LanguageFile<'_>) -> Reading {
    translated(code_registry_table::lint(path, text, language_file))
}

fn translated(mut reading: Reading) -> Reading {
    let language = spoken();
    if language != ENGLISH {
        for diagnostic in &mut reading.diagnostics {
            diagnostic.translate(&|pattern, arguments| say(language, pattern, arguments));
        }
    }
    reading
}

/// The language of all that is said here.
pub(crate) fn spoken() -> Language {
    let mut languages = successors(language::current(), |language| language.parent());
    languages.find(|language| Sentence::LANGUAGES.contains(language)).unwrap_or(ENGLISH)
}

/// The rule in a sentence.
pub(crate) fn rule(rule: Rule) -> String {
    say(spoken(), rule.sentence(), &[]).unwrap_or_else(|| rule.sentence().to_owned())
}

/// The sentence of a pattern, whose braces that stand for themselves are written twice.
fn say(language: Language, pattern: &str, arguments: &[(&str, String)]) -> Option<String> {
    let sentence = SENTENCES.get(&pattern.replace("{{", "{").replace("}}", "}"))?;
    let arguments: Vec<(&str, &dyn Display)> =
        arguments.iter().map(|(name, value)| (*name, value as &dyn Display)).collect();
    Some(sentence.format(language, &arguments).to_string())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::ops::Range;

    use super::*;

    /// What the parser of TOML says.
    const FOREIGN: Range<u16> = 3000..4000;

    /// Whether a pattern is more than arguments and what stands in a table.
    fn has_words(pattern: &str) -> bool {
        let outside = pattern.split('`').step_by(2).collect::<String>();
        let outside = outside.split(['{', '}']).step_by(2).collect::<String>();
        outside.contains(char::is_alphabetic)
    }

    fn patterns() -> impl Iterator<Item = &'static str> {
        code_registry_table::patterns().chain(Rule::ALL.iter().map(|rule| rule.sentence()))
    }

    #[test]
    fn every_sentence_is_here() {
        let missing: Vec<&str> =
            patterns().filter(|pattern| has_words(pattern) && say(ENGLISH, pattern, &[]).is_none()).collect();
        assert!(missing.is_empty(), "cli/mistakes.toml lacks {missing:#?}");
    }

    #[test]
    fn every_sentence_is_said() {
        let said = patterns().map(|pattern| say(ENGLISH, pattern, &[]));
        let said: BTreeSet<String> = said.flatten().collect();
        for (pattern, sentence) in &*SENTENCES {
            let is_foreign = FOREIGN.contains(&sentence.value());
            assert!(
                is_foreign || said.contains(pattern),
                "cli/mistakes.toml has `{pattern}`, which nobody says"
            );
        }
    }
}
