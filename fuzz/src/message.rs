//! The text of a stored message.

use std::fmt::{self, Display, Formatter};

use code_registry::__private::{Speech, fmt_entry};
use code_registry::{Argument, Language};
use code_registry_table::{is_right_to_left, plural};

/// The sentence of a message in a language, with the given arguments.
pub fn say(program: &str, tag: &str, given: &[(&str, Argument<'_>)]) -> String {
    let [cardinal, ordinal] =
        [false, true].map(|ordinal| plural::compile(tag, ordinal).expect("CLDR knows it"));
    let speech = Speech {
        language: Language::new(tag).expect("a well-formed tag"),
        right_to_left: is_right_to_left(tag),
        cardinal: &cardinal,
        ordinal: &ordinal,
        formats: None,
    };
    Said { program, speech, given }.to_string()
}

struct Said<'a> {
    program: &'a str,
    speech: Speech<'a>,
    given: &'a [(&'a str, Argument<'a>)],
}

impl Display for Said<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        fmt_entry(self.program, &self.speech, self.given, f)
    }
}

/// Every isolate that is opened is closed. (A sentence may itself contain a mark that closes nothing.)
pub fn check_isolates(shown: &str) {
    let next = |open: usize, mark| if mark == '\u{2069}' { open.saturating_sub(1) } else { open + 1 };
    let open = shown.chars().filter(|&character| is_isolate(character)).fold(0, next);
    assert_eq!(open, 0, "left open: {shown:?}");
}

pub fn without_isolates(text: &str) -> String {
    text.replace(is_isolate, "")
}

fn is_isolate(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2069}')
}
