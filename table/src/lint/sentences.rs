//! The sentences of a table, each with the sentence that it translates, and invisible characters that their script does not
//! need.

use core::ops::Range;
use std::borrow::Cow;

use super::{Flaw, known_arguments};
use crate::model::{Case, Selector};
use crate::plural::integers_of;
use crate::read::{Column, Draft, DraftCase, DraftMessage, DraftPiece, DraftRow, Located, Slot};
use crate::report::Violation;
use crate::safety::inside;
use crate::schema::{LiteralKind, TextKind};
use crate::source::{Place, Source};

/// A sentence and its place: arguments are shown as `{name}`, and literal braces of a message are doubled.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) place: &'a Place,
    /// The arguments that it shows.
    pub(super) arguments: Vec<&'a str>,
    /// The arguments that have only one value here, so that the sentence need not show them.
    pub(super) fixed: Vec<&'a str>,
}

impl<'a> Sentence<'a> {
    pub(super) fn plain(text: &'a Located<String>) -> Self {
        let (arguments, fixed) = (Vec::new(), Vec::new());
        Self { text: Cow::Borrowed(&text.value), place: &text.place, arguments, fixed }
    }

    pub(super) fn pattern(pieces: &'a Located<Vec<DraftPiece>>) -> Self {
        let written = |piece: &DraftPiece| match piece {
            DraftPiece::Text(text) => text.replace('{', "{{").replace('}', "}}"),
            DraftPiece::Argument(name) => format!("{{{}}}", name.value),
        };
        let (text, arguments) =
            (pieces.value.iter().map(written).collect(), arguments(&pieces.value).collect());
        Self { text, place: &pieces.place, arguments, fixed: Vec::new() }
    }

    /// The place of a part of the sentence.
    pub(super) fn part(&self, part: Range<usize>, sources: &[Source]) -> Place {
        let source = self.place.source;
        inside(&sources[source].text, self.place, &self.text, part)
    }

    /// The place of the character that starts at this byte.
    pub(super) fn character(&self, at: usize, sources: &[Source]) -> Place {
        let width = self.text[at..].chars().next().map_or(0, char::len_utf8);
        self.part(at..at + width, sources)
    }
}

/// The arguments that a sentence shows.
pub(super) fn arguments(pieces: &[DraftPiece]) -> impl Iterator<Item = &str> {
    pieces.iter().filter_map(|piece| match piece {
        DraftPiece::Text(_) => None,
        DraftPiece::Argument(name) => Some(name.value.as_str()),
    })
}

/// A text in one language.
#[derive(Debug)]
pub(super) struct Text<'a> {
    /// The column of its language; 0 is the default language.
    pub(super) language: usize,
    /// What it is for; `None` if it is a text of the registry.
    pub(super) kind: Option<TextKind>,
    /// Its sentences, each with its counterpart in the default language.
    pub(super) sentences: Vec<(Sentence<'a>, Option<Sentence<'a>>)>,
}

/// Visits every valid text outside of rows.
pub(super) fn of_head(draft: &Draft, mut visit: impl FnMut(&Text<'_>)) {
    plain(&draft.head.title, None, &mut visit);
    draft.head.notes.iter().for_each(|note| plain(note, None, &mut visit));
    for property in &draft.properties {
        plain(&property.title, None, &mut visit);
        plain(&property.doc, None, &mut visit);
    }
    for word in draft.enums.iter().flat_map(|one| one.words.iter().flatten()) {
        plain(&word.name, None, &mut visit);
    }
}

/// Visits every valid text of a row.
pub(super) fn of_row(row: &DraftRow, draft: &Draft, mut visit: impl FnMut(&Text<'_>)) {
    let texts = &row.texts;
    for kind in TextKind::ALL {
        match kind {
            TextKind::Literal(LiteralKind::Help) => help(row, &mut visit),
            TextKind::Literal(literal) => plain(texts.literal(literal), Some(kind), &mut visit),
            TextKind::Message => messages(&texts.message, draft, &mut visit),
            TextKind::Note => texts.notes.iter().for_each(|note| plain(note, Some(kind), &mut visit)),
        }
    }
    texts.columns.iter().for_each(|(_, column)| plain(column, None, &mut visit));
}

fn plain(column: &Column, kind: Option<TextKind>, visit: &mut impl FnMut(&Text<'_>)) {
    let default = column.first().and_then(Slot::as_good);
    for (language, slot) in column.iter().enumerate() {
        let Some(own) = slot.as_good() else { continue };
        let sentences = vec![(Sentence::plain(own), default.map(Sentence::plain))];
        visit(&Text { language, kind, sentences });
    }
}

/// Help, whose arguments a translation shows too.
fn help(row: &DraftRow, visit: &mut impl FnMut(&Text<'_>)) {
    let (texts, column) = (&row.texts, row.texts.literal(LiteralKind::Help));
    if texts.help_patterns.is_empty() || known_arguments(row).is_empty() {
        return plain(column, Some(TextKind::Literal(LiteralKind::Help)), visit);
    }
    let sentence = |language| {
        let text = column.get(language).and_then(Slot::as_good)?;
        let pattern = texts.help_patterns.iter().find(|(at, _)| *at == language);
        let arguments = pattern.map(|(_, pattern)| arguments(&pattern.pieces).collect()).unwrap_or_default();
        Some(Sentence { arguments, ..Sentence::plain(text) })
    };
    for language in 0..column.len() {
        let Some(own) = sentence(language) else { continue };
        let (kind, sentences) = (Some(TextKind::Literal(LiteralKind::Help)), vec![(own, sentence(0))]);
        visit(&Text { language, kind, sentences });
    }
}

fn messages(column: &Column<DraftMessage>, draft: &Draft, visit: &mut impl FnMut(&Text<'_>)) {
    let default = column.first().and_then(Slot::as_good).map(|message| &message.value);
    for (language, slot) in column.iter().enumerate() {
        let Some(own) = slot.as_good() else { continue };
        let tag = &draft.languages.list[language].tag;
        let mut pairing = Pairing { tag, fixed: Vec::new(), sentences: Vec::new() };
        pairing.pair(&own.value, default);
        visit(&Text { language, kind: Some(TextKind::Message), sentences: pairing.sentences });
    }
}

struct Pairing<'a> {
    tag: &'a str,
    /// The arguments that have only one value where the choices have led.
    fixed: Vec<&'a str>,
    sentences: Vec<(Sentence<'a>, Option<Sentence<'a>>)>,
}

impl<'a> Pairing<'a> {
    /// Pairs each sentence with the one of the same case in the default language, else with its `other`.
    fn pair(&mut self, own: &'a DraftMessage, default: Option<&'a DraftMessage>) {
        match own {
            DraftMessage::Pattern(pieces) => {
                let sentence = Sentence { fixed: self.fixed.clone(), ..Sentence::pattern(pieces) };
                self.sentences.push((sentence, default.and_then(plainest)));
            }
            DraftMessage::Choice(choice) => {
                for DraftCase { case, message, .. } in &choice.cases {
                    let is_fixed = match case {
                        Case::Exact(_) | Case::Word(_) => true,
                        Case::Category(category) => {
                            let numbers = integers_of(self.tag, choice.selector, *category);
                            numbers.is_some_and(|numbers| numbers.len() == 1)
                        }
                    };
                    let depth = self.fixed.len();
                    self.fixed.extend(is_fixed.then_some(choice.argument.value.as_str()));
                    self.pair(message, default.map(|default| same_case(default, choice.selector, case)));
                    self.fixed.truncate(depth);
                }
            }
        }
    }
}

fn same_case<'a>(default: &'a DraftMessage, selector: Selector, wanted: &Case) -> &'a DraftMessage {
    match default {
        DraftMessage::Choice(choice) if choice.selector == selector => {
            choice.case(wanted).or_else(|| choice.case(&Case::OTHER)).unwrap_or(default)
        }
        _ => default,
    }
}

/// The sentence of a message if no case applies.
fn plainest(message: &DraftMessage) -> Option<Sentence<'_>> {
    match message {
        DraftMessage::Pattern(pieces) => Some(Sentence::pattern(pieces)),
        DraftMessage::Choice(choice) => {
            let last = choice.cases.last().map(|last| &last.message);
            plainest(choice.case(&Case::OTHER).or(last)?)
        }
    }
}

/// `zero-width`: the first invisible character that is not needed where it is.
pub(super) fn find(text: &str) -> Option<Flaw> {
    if text.is_ascii() {
        return None;
    }
    let (at, character) = text.char_indices().find(|&(at, character)| {
        let before = text[..at].chars().next_back();
        let after = text[at..].chars().nth(1);
        is_invisible(character) && !is_needed(character, before, after)
    })?;
    let violation = Violation::ZeroWidth { character: format!("U+{:04X}", u32::from(character)) };
    Some((at..at + character.len_utf8(), violation))
}

/// The zero-width space, joiners, the soft hyphen, the byte order mark, Hangul fillers, invisible operators, controls of
/// musical notation and annotations, line separators and variation selectors. Direction marks and isolates are ordinary.
fn is_invisible(character: char) -> bool {
    is_tag(character)
        || is_variation(character)
        || matches!(character, '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}'..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0001}')
}

/// Tag characters, which name a region after a black flag.
fn is_tag(character: char) -> bool {
    matches!(character, '\u{e0020}'..='\u{e007f}')
}

/// Variation selectors, which select a form of the preceding character.
fn is_variation(character: char) -> bool {
    matches!(character, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a character is needed: between letters that join, in an emoji, after a character with several forms, or
/// between words of a script without spaces.
fn is_needed(character: char, before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), after) = (before, after.unwrap_or(' ')) else { return false };
    let is_apart =
        |neighbour: char| neighbour.is_whitespace() || is_invisible(neighbour) && !is_variation(neighbour);
    match character {
        // Indic: after a letter, even at the end of a word. Arabic: only between characters.
        '\u{200c}' | '\u{200d}' if is_indic(before) => true,
        '\u{200c}' => (joins(before) || joins(after)) && !is_apart(before) && !is_apart(after),
        '\u{200d}' => joins(before) || joins(after) || (is_pictorial(before) && is_pictorial(after)),
        '\u{200b}' => is_unspaced(before) && !is_apart(after) || is_unspaced(after) && !is_apart(before),
        _ if is_tag(character) => is_tag(before) || before == '\u{1f3f4}',
        _ => is_variation(character) && has_forms(before),
    }
}

/// Characters with several forms: signs, digits in emoji, ideographs, and letters that join.
fn has_forms(character: char) -> bool {
    let is_ideograph =
        matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    let is_sign = !character.is_alphabetic() && !character.is_whitespace() && !is_invisible(character);
    is_sign || is_ideograph || joins(character)
}

/// Devanagari to Sinhala, Tibetan, and related scripts further east and in the supplementary planes.
fn is_indic(character: char) -> bool {
    matches!(character, '\u{900}'..='\u{dff}' | '\u{f00}'..='\u{fff}' | '\u{1b00}'..='\u{1bff}'
        | '\u{a8e0}'..='\u{a8ff}' | '\u{abc0}'..='\u{abff}' | '\u{11000}'..='\u{119ff}')
        || is_unspaced(character)
}

/// Thai, Lao, Myanmar, Khmer and Javanese.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{1980}'..='\u{1aaf}' | '\u{a980}'..='\u{a9df}' | '\u{aa60}'..='\u{aa7f}')
}

/// Arabic, Syriac, N'Ko, Mandaic, Mongolian, Phags-pa, Adlam and others whose letters join.
fn joins(character: char) -> bool {
    is_indic(character)
        || matches!(character, '\u{600}'..='\u{7ff}' | '\u{840}'..='\u{8ff}' | '\u{1800}'..='\u{18af}'
            | '\u{a840}'..='\u{a87f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
            | '\u{10ac0}'..='\u{10aff}' | '\u{1e900}'..='\u{1e95f}')
}

/// Symbols, skin tones and variation selectors.
fn is_pictorial(character: char) -> bool {
    matches!(character, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}
