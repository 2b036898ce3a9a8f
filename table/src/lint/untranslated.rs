//! A translation that says what the default language says, letter by letter.

use crate::report::{Mistake, Sink};

use super::{Sentence, language};

/// Fewer words than these are likely names, numbers or terms, which are alike in many languages.
const WORDS: usize = 2;

/// Fewer letters than these, in a script that puts no spaces between words, are likely one word.
const UNSPACED: usize = 6;

/// Whether every sentence is the default language's, and has words to translate.
///
/// Arguments, numbers, code in backticks and words such as `HTTP`, `WebSocket` and `codes.toml` are none; nor is
/// anything where both are the same language (`pt`, `pt-BR`).
pub(super) fn check<'a>(
    mut pairs: impl Iterator<Item = (&'a Sentence<'a>, &'a Sentence<'a>)> + Clone,
    tag: &str,
    default_tag: &str,
    sink: &mut Sink,
) -> bool {
    let found = pairs.clone().find(|(own, _)| has_words(&own.text));
    let is_same =
        language(tag) != language(default_tag) && pairs.all(|(own, default)| own.text == default.text);
    let Some((own, default)) = found.filter(|_| is_same) else { return false };
    let mistake = Mistake::Untranslated { tag: tag.to_owned(), default: default_tag.to_owned() };
    sink.report_between(own.place.clone(), default.place, &mistake);
    true
}

fn has_words(text: &str) -> bool {
    let plain = without_terms(text);
    let unspaced = plain.chars().filter(|&character| is_unspaced(character)).count();
    unspaced >= UNSPACED || plain.split_whitespace().filter(|word| is_word(word)).nth(WORDS - 1).is_some()
}

/// The text without arguments and code.
fn without_terms(text: &str) -> String {
    let (mut plain, mut end) = (String::new(), None);
    for character in text.chars() {
        match (end, character) {
            (Some(closing), _) if closing == character => end = None,
            (Some(_), _) => {}
            (None, '{') => end = Some('}'),
            (None, '`') => end = Some('`'),
            (None, _) => plain.push(character),
        }
    }
    plain
}

/// Letters only, none but the first a capital one.
fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_alphanumeric());
    let is_inner = |letter: char| letter.is_alphabetic() && !letter.is_uppercase() || "'’-".contains(letter);
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic)
        && letters.next().is_some()
        && word.chars().skip(1).all(is_inner)
}

/// Thai to Myanmar, Khmer, and what is written in squares, Korean apart.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}
