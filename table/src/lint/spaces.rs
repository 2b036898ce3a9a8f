//! Spaces that nobody meant.

use crate::report::{Mistake, Sink};
use crate::source::Source;

use super::Sentence;

/// "Doubled or trailing spaces"; those that indent a line, or a list in it, are meant.
pub(super) fn check(sentence: &Sentence<'_>, sources: &[Source], sink: &mut Sink) {
    let text = sentence.text.as_ref();
    let ends_with_break = text.ends_with('\n');
    if ends_with_break {
        sink.report(sentence.part(text.len() - 1..text.len(), sources), &Mistake::LineBreakAtEnd);
    }
    let found = if text.starts_with(char::is_whitespace) {
        Some((0, Mistake::SpaceAtStart))
    } else {
        doubled(text).or_else(|| before_break(text))
    };
    let at_end = (!ends_with_break && text.ends_with(char::is_whitespace))
        .then(|| (text.trim_end().len(), Mistake::SpaceAtEnd));
    for (at, mistake) in found.into_iter().chain(at_end) {
        sink.report(sentence.character(at, sources), &mistake);
    }
}

/// The second of two spaces inside a line.
fn doubled(text: &str) -> Option<(usize, Mistake)> {
    let mut before = None;
    let mut is_indented = true;
    for (at, character) in text.trim_end().char_indices() {
        let is_space = character.is_whitespace() && character != '\n';
        if is_space && before == Some(true) && !is_indented {
            // Spaces before a line break are said to be that.
            let line_goes_on = !text[at..].trim_start_matches([' ', '\t']).starts_with('\n');
            return line_goes_on.then_some((at, Mistake::DoubledSpace));
        }
        is_indented = character == '\n' || (is_indented && is_space);
        before = Some(is_space);
    }
    None
}

fn before_break(text: &str) -> Option<(usize, Mistake)> {
    let at = text.find(" \n").or_else(|| text.find("\t\n"))?;
    Some((at, Mistake::SpaceBeforeBreak))
}
