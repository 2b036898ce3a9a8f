//! Unicode's normalization form C.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::report::{Mistake, Sink};
use crate::source::Source;

use super::Sentence;

/// "Text not in NFC": the first characters that are written otherwise there.
pub(super) fn check(sentence: &Sentence<'_>, sources: &[Source], sink: &mut Sink) {
    let text = sentence.text.as_ref();
    if text.is_ascii() || is_nfc(text) {
        return;
    }
    let differs = text.char_indices().zip(text.nfc()).find(|((_, written), canonical)| written != canonical);
    let at = differs.map_or(0, |((at, _), _)| at);
    let ends = text[at..].char_indices().map(|(end, last)| at + end + last.len_utf8());
    let changes = |end: &usize| !is_nfc(&text[at..*end]);
    let end = ends.into_iter().find(changes).unwrap_or(text.len());
    let canonical: String = text[at..end].nfc().collect();
    let mistake = Mistake::NotNfc {
        written: code_points(&text[at..end]),
        canonical: format!("`{canonical}` ({})", code_points(&canonical)),
    };
    sink.report(sentence.part(at..end, sources), &mistake);
}

fn code_points(text: &str) -> String {
    let code_points: Vec<_> =
        text.chars().map(|character| format!("U+{:04X}", u32::from(character))).collect();
    code_points.join(" ")
}
