//! Invisible characters that their script does not need.

use super::Flaw;
use crate::report::Violation;

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
