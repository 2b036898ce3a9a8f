//! The mark at the end of a translation, and that of the default language.

use crate::report::{Mistake, Sink, Word};
use crate::source::Source;

use super::{Pair, language};

/// What a sentence ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Nothing,
    Stop,
    Question,
    Exclamation,
    Ellipsis,
    Colon,
}

/// "Final punctuation unlike the default": the same mark in any script is alike.
pub(super) fn check(pair: &Pair<'_>, sources: &[Source], sink: &mut Sink) {
    let (own, default) = (End::of(&pair.own.text, pair.tag), End::of(&pair.default.text, pair.default_tag));
    if own == default || is_usual(own, default, language(pair.tag)) {
        return;
    }
    let (tag, wanted) = (pair.tag.to_owned(), default.name());
    let mistake =
        Mistake::FinalPunctuation { tag, ends: own.name(), default: pair.default_tag.to_owned(), wanted };
    let text = pair.own.text.trim_end();
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    sink.report_between(pair.own.character(last, sources), pair.default.place, &mistake);
}

/// Whether a language has no such mark at the end of a sentence: Thai and Lao write none, Armenian puts those of
/// questions and exclamations into the word.
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

/// The full stops of Unicode's scripts, from Latin and Chinese to Devanagari, Urdu, Ethiopic, Khmer and Santali.
fn is_stop(character: char) -> bool {
    ".。．｡।॥۔։።။។៕᠃᠉།᱾꫰꯫܁܂꓿".contains(character)
}

/// What may stand after the mark: quotes, brackets, spaces, and marks of direction.
fn closes(character: char) -> bool {
    character.is_whitespace() || ")]\"'»«”“’‘›‹」』）】》〉*_`\u{200e}\u{200f}\u{2069}".contains(character)
}
