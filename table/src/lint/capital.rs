//! The letter that a translation begins with, and that of the default language.

use crate::report::{Mistake, Sink, Word};
use crate::source::Source;

use super::{Pair, language};

/// Languages whose nouns begin with a capital anywhere, so that a first one says nothing.
const NOUNS_HAVE_CAPITALS: [&str; 7] = ["bar", "de", "gsw", "ksh", "lb", "nds", "pdc"];

/// "Leading capital unlike the default", where both begin with a word whose script has capitals.
pub(super) fn check(pair: &Pair<'_>, sources: &[Source], sink: &mut Sink) {
    let words = first_word(&pair.own.text).zip(first_word(&pair.default.text));
    let Some(((at, own), (_, default))) = words else { return };
    let is_capital = begins_with_capital(own);
    let capital_tag = if is_capital { pair.tag } else { pair.default_tag };
    let is_name = pair.default.text.contains(own) && is_capital || pair.own.text.contains(default);
    if is_capital == begins_with_capital(default)
        || NOUNS_HAVE_CAPITALS.contains(&language(capital_tag))
        || is_name
    {
        return;
    }
    let [begins, wanted] =
        if is_capital { [Word::Capital, Word::Small] } else { [Word::Small, Word::Capital] };
    let (tag, default) = (pair.tag.to_owned(), pair.default_tag.to_owned());
    let mistake = Mistake::LeadingCapital { tag, begins, default, wanted };
    sink.report_between(pair.own.character(at, sources), pair.default.place, &mistake);
}

/// The word that a text begins with and where, if it is an ordinary one: none that is quoted or an argument, none
/// with digits, dots or capitals inside (`tsconfig.json`, `URL`, `iOS`), none in a text whose script has no capitals.
fn first_word(text: &str) -> Option<(usize, &str)> {
    if text.chars().any(|letter| letter.is_alphabetic() && !has_case(letter)) {
        return None;
    }
    let begun = text.trim_start_matches(opens);
    let word = begun.split_whitespace().next()?.trim_end_matches([',', '.', ':', ';', '!', '?', ')', '…']);
    let is_inner = |letter: char| letter.is_alphabetic() && !letter.is_uppercase() || "'’-".contains(letter);
    let is_ordinary = has_case(word.chars().next()?) && word.chars().skip(1).all(is_inner);
    is_ordinary.then_some((text.len() - begun.len(), word))
}

/// What may stand before the first word: brackets, marks of questions, spaces, and marks of direction.
fn opens(character: char) -> bool {
    character.is_whitespace() || "([¿¡\u{200e}\u{200f}\u{2066}\u{2067}\u{2068}".contains(character)
}

/// Georgian has capitals, and begins no sentence with one. `ʻ` and its like have none in words that have.
fn has_case(letter: char) -> bool {
    let has_case = letter.is_uppercase() || letter.is_lowercase() || matches!(letter, '\u{2b0}'..='\u{2ff}');
    has_case && !matches!(letter, '\u{10a0}'..='\u{10ff}')
}

fn begins_with_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
