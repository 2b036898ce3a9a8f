//! Compares translations with the texts in the default language.

use core::ops::Range;
use std::collections::BTreeSet;

use super::EXPLANATION;
use super::sentences::{Sentence, Text};
use crate::report::{Quoted, Sink, Violation, Word};
use crate::source::{Place, Source};

/// Compares a translation with the text in the default language.
pub(super) fn compare(
    text: &Text<'_>,
    tag: &str,
    default_tag: &str,
    copies: &mut Copies,
    sources: &[Source],
    sink: &mut Sink,
) {
    let pairs = || text.sentences.iter().filter_map(|(own, default)| Some((own, default.as_ref()?)));
    copies.texts += 1;
    if let Some(places) = untranslated(pairs(), tag, default_tag) {
        copies.places.push(places);
        return;
    }
    // A document with examples is not translated sentence by sentence.
    if text.kind == Some(EXPLANATION) {
        return;
    }
    for (own, default) in pairs() {
        let pair = Pair { own, default, tag, default_tag };
        final_punctuation(&pair, sources, sink);
        leading_capital(&pair, sources, sink);
        fidelity(&pair, sources, sink);
    }
}

/// A sentence and its counterpart in the default language.
#[derive(Debug, Clone, Copy)]
struct Pair<'a> {
    own: &'a Sentence<'a>,
    default: &'a Sentence<'a>,
    tag: &'a str,
    default_tag: &'a str,
}

/// The language of a tag, without script and region.
fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// What a translation must keep of its source: arguments, numbers and code; and placeholders that mean nothing here.
fn fidelity(pair: &Pair<'_>, sources: &[Source], sink: &mut Sink) {
    missing_arguments(pair, sink);
    code(pair, sink);
    let has_placeholders = foreign_placeholders(pair, sources, sink);
    // A sentence for a single number may write it as a digit or as a word; `%1$s` has no number of its own.
    if pair.own.fixed.is_empty() && !has_placeholders {
        numbers(pair, sources, sink);
    }
}

/// An argument that the source shows; a sentence for a single value of an argument may leave it out.
fn missing_arguments(pair: &Pair<'_>, sink: &mut Sink) {
    let Pair { own, default, .. } = pair;
    let [shown, wanted]: [BTreeSet<&str>; 2] =
        [own, default].map(|one| one.arguments.iter().copied().collect());
    // As many others: a misspelt argument, which is reported as unknown.
    if shown.len() == wanted.len() && shown != wanted {
        return;
    }
    for name in wanted.into_iter().filter(|name| !own.arguments.contains(name) && !own.fixed.contains(name)) {
        let (tag, default_tag) = (pair.tag.to_owned(), pair.default_tag.to_owned());
        let violation = Violation::MissingArgument {
            tag,
            name: Quoted::new(&format!("{{{name}}}")),
            default: default_tag,
        };
        sink.report_between(own.place.clone(), default.place, &violation);
    }
}

/// Code in backticks: first what is missing, then what the source does not have.
fn code(pair: &Pair<'_>, sink: &mut Sink) {
    let (own, default) = (spans(&pair.own.text), spans(&pair.default.text));
    let (tag, default_tag) = (pair.tag.to_owned(), pair.default_tag.to_owned());
    let missing = default.iter().find(|code| !own.contains(*code));
    let added = own.iter().find(|code| !default.contains(*code));
    let violation = match (missing, added) {
        (Some(code), _) => Violation::MissingCode { tag, code: Quoted::new(code), default: default_tag },
        (None, Some(code)) => Violation::AddedCode { tag, code: Quoted::new(code), default: default_tag },
        (None, None) => return,
    };
    sink.report_between(pair.own.place.clone(), pair.default.place, &violation);
}

/// The texts between backticks. A backtick without a partner is punctuation.
fn spans(text: &str) -> BTreeSet<&str> {
    let parts: Vec<_> = text.split('`').collect();
    let count = if parts.len() % 2 == 1 { parts.len() } else { 0 };
    parts[..count].iter().skip(1).step_by(2).filter(|code| !code.is_empty()).copied().collect()
}

/// Numbers with different digits, however they are grouped and in whatever script. A short number may be a word.
fn numbers(pair: &Pair<'_>, sources: &[Source], sink: &mut Sink) {
    let (own, default) = (digits(&pair.own.text), digits(&pair.default.text));
    let has = |all: &[(String, Range<usize>)], wanted: &str| all.iter().any(|(number, _)| number == wanted);
    let (tag, default_tag) = (pair.tag.to_owned(), pair.default_tag.to_owned());
    if let Some((number, place)) = own.iter().find(|(number, _)| !has(&default, number)) {
        let violation = Violation::AddedNumber { tag, number: number.clone(), default: default_tag };
        sink.report_between(pair.own.part(place.clone(), sources), pair.default.place, &violation);
    } else if let Some((number, _)) =
        default.iter().find(|(number, _)| number.len() > 1 && !has(&own, number))
    {
        let violation = Violation::MissingNumber { tag, number: number.clone(), default: default_tag };
        sink.report_between(pair.own.place.clone(), pair.default.place, &violation);
    }
}

/// The zeros of the scripts in which numbers are written, apart from the one of ASCII.
const ZEROS: [char; 12] = ['٠', '۰', '०', '০', '੦', '૦', '௦', '౦', '๐', '໐', '၀', '០'];

fn digit(character: char) -> Option<u32> {
    let of = |zero: char| u32::from(character).checked_sub(u32::from(zero)).filter(|value| *value < 10);
    character.to_digit(10).or_else(|| ZEROS.into_iter().find_map(of))
}

/// Every number outside arguments and code, in digits of ASCII without separators.
fn digits(text: &str) -> Vec<(String, Range<usize>)> {
    let (mut numbers, mut end_of_term): (Vec<(String, Range<usize>)>, Option<char>) = (Vec::new(), None);
    let mut separator = false;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        match (end_of_term, character, digit(character)) {
            (Some(closing), _, _) if closing == character => end_of_term = None,
            (None, '{', _) => end_of_term = Some('}'),
            (None, '`', _) => end_of_term = Some('`'),
            (None, _, Some(value)) => match numbers.last_mut() {
                Some((number, place)) if place.end == at || separator => {
                    number.push(char::from_digit(value, 10).unwrap_or('0'));
                    place.end = end;
                }
                _ => numbers.push((value.to_string(), at..end)),
            },
            _ => {}
        }
        // A separator joins two digits around it.
        let is_inside = numbers.last().is_some_and(|(_, place)| place.end == at);
        separator = is_inside && ".,'’٫٬\u{a0}\u{202f}".contains(character);
    }
    numbers
}

/// Placeholders of printf, Python, Ruby and template languages that the source does not have; whether there are any.
fn foreign_placeholders(pair: &Pair<'_>, sources: &[Source], sink: &mut Sink) -> bool {
    let mut found_any = false;
    let text = pair.own.text.as_ref();
    for (at, _) in text.match_indices(['%', '{']) {
        let Some(length) = placeholder(&text[at..]) else { continue };
        let found = &text[at..at + length];
        let is_percentage =
            text[..at].ends_with(|before: char| digit(before).is_some() || before == '%' || before == '{');
        if !is_percentage && !pair.default.text.contains(found) {
            let violation = Violation::ForeignPlaceholder { found: Quoted::new(found) };
            sink.report(pair.own.part(at..at + length, sources), &violation);
            found_any = true;
        }
    }
    found_any
}

/// The length of `%s`, `%1$s`, `%ld`, `%(name)s`, `%{name}` or `{{name}}`, if the text starts with one.
fn placeholder(text: &str) -> Option<usize> {
    let named = |text: &str, close: &str| {
        let end = text.find(close)?;
        let is_name = |name: &str| {
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.')
        };
        is_name(text[..end].trim()).then_some(end + close.len())
    };
    if let Some(name) = text.strip_prefix("{{") {
        return Some(2 + named(name, "}}")?);
    }
    let rest = text.strip_prefix('%')?;
    if let Some(name) = rest.strip_prefix('{') {
        return Some(2 + named(name, "}")?);
    }
    let after = match rest.strip_prefix('(') {
        Some(name) => &name[named(name, ")")?..],
        None => {
            let position = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
            position.strip_prefix('$').filter(|after| after.len() + 1 < rest.len()).unwrap_or(rest)
        }
    };
    let after = after.trim_start_matches(['l', 'z', 'h']);
    let conversion = after.chars().next().filter(|character| "sdiufxXegcr@".contains(*character))?;
    let ends = !after[conversion.len_utf8()..].starts_with(char::is_alphanumeric);
    ends.then_some(text.len() - after.len() + conversion.len_utf8())
}

/// Fewer words are probably names, numbers or terms, which many languages share.
const WORDS: usize = 2;

/// Fewer letters in a script without spaces between words are probably a single word.
const UNSPACED: usize = 6;

/// The texts of a language that are the same in the default language.
#[derive(Debug, Default, Clone)]
pub(super) struct Copies {
    /// How many texts the language has.
    pub(super) texts: usize,
    /// The first sentence of each text that is the same, and its counterpart.
    pub(super) places: Vec<(Place, Place)>,
}

/// Fewer texts are reported one by one.
const MANY_COPIES: usize = 3;

impl Copies {
    /// A language most of whose texts are copies is one finding.
    pub(super) fn report(self, tag: &str, default_tag: &str, sink: &mut Sink) {
        let (tag, default, count) = (tag.to_owned(), default_tag.to_owned(), self.places.len());
        if count >= MANY_COPIES && count * 2 > self.texts {
            let violation = Violation::MostlyUntranslated { tag, default, count, all: self.texts };
            let first = self.places.iter().min_by_key(|(own, _)| (own.source, own.span.start));
            first.into_iter().for_each(|(own, other)| sink.report_between(own.clone(), other, &violation));
            return;
        }
        let violation = Violation::Untranslated { tag, default };
        self.places.into_iter().for_each(|(own, other)| sink.report_between(own, &other, &violation));
    }
}

/// `untranslated`: a translation whose sentences all equal those of the default language and have words to translate. The
/// places of the first such sentence and of its counterpart.
///
/// Arguments, numbers, code in backticks and words such as `HTTP`, `WebSocket` and `codes.toml` do not count. Tags of the
/// same language (`pt`, `pt-BR`) are not compared.
fn untranslated<'a>(
    mut pairs: impl Iterator<Item = (&'a Sentence<'a>, &'a Sentence<'a>)> + Clone,
    tag: &str,
    default_tag: &str,
) -> Option<(Place, Place)> {
    let found = pairs.clone().find(|(own, _)| has_words(&own.text));
    let is_same =
        language(tag) != language(default_tag) && pairs.all(|(own, default)| own.text == default.text);
    let (own, default) = found.filter(|_| is_same)?;
    Some((own.place.clone(), default.place.clone()))
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

/// Whether a word consists of letters of which at most the first is a capital.
fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_alphanumeric());
    let is_inner = |letter: char| letter.is_alphabetic() && !letter.is_uppercase() || "'’-".contains(letter);
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic)
        && letters.next().is_some()
        && word.chars().skip(1).all(is_inner)
}

/// Scripts without spaces between words: Thai to Myanmar, Khmer, Japanese and Chinese.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// The punctuation at the end of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Nothing,
    Stop,
    Question,
    Exclamation,
    Ellipsis,
    Colon,
}

/// `final-punctuation`: other punctuation than in the default language; the marks of different scripts are equal.
fn final_punctuation(pair: &Pair<'_>, sources: &[Source], sink: &mut Sink) {
    let (own, default) = (End::of(&pair.own.text, pair.tag), End::of(&pair.default.text, pair.default_tag));
    if own == default || is_usual(own, default, language(pair.tag)) {
        return;
    }
    let (tag, wanted) = (pair.tag.to_owned(), default.name());
    let violation =
        Violation::FinalPunctuation { tag, ends: own.name(), default: pair.default_tag.to_owned(), wanted };
    let text = pair.own.text.trim_end();
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    sink.report_between(pair.own.character(last, sources), pair.default.place, &violation);
}

/// Whether the difference is usual in a language: Thai and Lao have no final punctuation, and Armenian puts question and
/// exclamation marks inside the word.
fn is_usual(own: End, default: End, language: &str) -> bool {
    match language {
        "th" | "lo" => own == End::Nothing,
        "hy" | "hyw" => matches!(default, End::Question | End::Exclamation),
        _ => false,
    }
}

impl End {
    fn of(text: &str, tag: &str) -> Self {
        let text = text.trim_end_matches(closes);
        let has_greek_question = language(tag) == "el" && text.ends_with([';', '\u{37e}']);
        let Some(last) = text.chars().next_back() else { return Self::Nothing };
        if has_greek_question || matches!(last, '?' | '？' | '؟' | '⁇' | '⁈' | '፧' | '՞') {
            Self::Question
        } else if matches!(last, '!' | '！' | '՜') {
            if text.trim_end_matches(['!', '！']).ends_with(['?', '？', '؟']) {
                Self::Question
            } else {
                Self::Exclamation
            }
        } else if matches!(last, '…' | '⋯') || text.ends_with("...") || text.ends_with("。。") {
            Self::Ellipsis
        } else if matches!(last, ':' | '：') {
            Self::Colon
        } else if is_stop(last) {
            Self::Stop
        } else {
            Self::Nothing
        }
    }

    fn name(self) -> Word {
        match self {
            Self::Nothing => Word::NoMark,
            Self::Stop => Word::FullStop,
            Self::Question => Word::QuestionMark,
            Self::Exclamation => Word::ExclamationMark,
            Self::Ellipsis => Word::Ellipsis,
            Self::Colon => Word::Colon,
        }
    }
}

/// The full stops of all scripts, from Latin and Chinese to Devanagari, Urdu, Ethiopic, Khmer and Santali.
fn is_stop(character: char) -> bool {
    ".。．｡।॥۔։።။។៕᠃᠉།᱾꫰꯫܁܂꓿".contains(character)
}

/// Characters that may follow the punctuation: quotes, brackets, spaces and direction marks.
fn closes(character: char) -> bool {
    character.is_whitespace() || ")]\"'»«”“’‘›‹」』）】》〉*_`\u{200e}\u{200f}\u{2069}".contains(character)
}

/// Languages that capitalize nouns, so that a capital at the start has no meaning.
const NOUNS_HAVE_CAPITALS: [&str; 7] = ["bar", "de", "gsw", "ksh", "lb", "nds", "pdc"];

/// `leading-capital`: one text starts with a capital and the other does not, if both start with a word in a script that
/// has capitals.
fn leading_capital(pair: &Pair<'_>, sources: &[Source], sink: &mut Sink) {
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
    let violation = Violation::LeadingCapital { tag, begins, default, wanted };
    sink.report_between(pair.own.character(at, sources), pair.default.place, &violation);
}

/// The first word of a text and its position, if it is an ordinary word: not quoted, not an argument, without digits, dots
/// or inner capitals (`tsconfig.json`, `URL`, `iOS`), and in a script that has capitals.
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

/// Characters that may precede the first word: brackets, inverted question marks, spaces and direction marks.
fn opens(character: char) -> bool {
    character.is_whitespace() || "([¿¡\u{200e}\u{200f}\u{2066}\u{2067}\u{2068}".contains(character)
}

/// Georgian has capitals but does not start sentences with them. Modifier letters such as `ʻ` occur in words with case.
fn has_case(letter: char) -> bool {
    let has_case = letter.is_uppercase() || letter.is_lowercase() || matches!(letter, '\u{2b0}'..='\u{2ff}');
    has_case && !matches!(letter, '\u{10a0}'..='\u{10ff}')
}

fn begins_with_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
