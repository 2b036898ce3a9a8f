//! The user's own words inside a message.

use crate::report::{Argument, Fill, Word};

/// More characters than this say nothing more.
const LONGEST: usize = 60;

/// Words of the table as a message shows them: in backticks, cut when long, with nothing in them that hides.
#[derive(Debug, Clone)]
pub(crate) struct Quoted(String);

impl Quoted {
    pub(crate) fn new(words: &str) -> Self {
        Self(cut(words, LONGEST))
    }
}

impl Fill for Quoted {
    fn fill(&self) -> Argument {
        if self.0.is_empty() { Word::EmptyName.fill() } else { format!("`{}`", self.0).fill() }
    }
}

/// A text as a terminal or a compiler may show it: whatever hides or reorders what is around it as its escape.
pub fn shown(text: &str) -> String {
    text.chars().flat_map(visible).collect()
}

/// The same, cut after this many characters.
pub(crate) fn cut(text: &str, longest: usize) -> String {
    let mut shown: String = text.chars().take(longest).flat_map(visible).collect();
    if text.chars().nth(longest).is_some() {
        shown.push('…');
    }
    shown
}

/// A character as it can be shown: itself, or the escape of one that controls or reorders what is around it.
pub(crate) fn visible(character: char) -> impl Iterator<Item = char> {
    let escaped = hides(character).then(|| character.escape_unicode());
    let itself = escaped.is_none().then_some(character);
    escaped.into_iter().flatten().chain(itself)
}

/// Whether a terminal that shows the character would show something else than what is written.
pub(crate) fn hides(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}
