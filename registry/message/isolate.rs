use core::fmt::{self, Write};

use super::arguments::Argument;

/// FIRST STRONG ISOLATE: what follows has the direction of its own first letter and turns nothing around it.
const FIRST_STRONG_ISOLATE: &str = "\u{2068}";
/// POP DIRECTIONAL ISOLATE: ends it.
const POP_DIRECTIONAL_ISOLATE: &str = "\u{2069}";

/// Writes an argument into a sentence, isolated where one of the two is written from right to left.
///
/// It has a formatter of its own: the width asked for the message is not for each argument.
#[inline]
pub(super) fn write(argument: Argument<'_>, right_to_left: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match argument {
        _ if right_to_left => {
            f.write_str(FIRST_STRONG_ISOLATE)?;
            write_as_it_is(argument, f)?;
            f.write_str(POP_DIRECTIONAL_ISOLATE)
        }
        Argument::Text(text) if may_turn(text) => {
            f.write_str(FIRST_STRONG_ISOLATE)?;
            f.write_str(text)?;
            f.write_str(POP_DIRECTIONAL_ISOLATE)
        }
        Argument::Any(any) => {
            let mut out = Isolate { f, isolated: false };
            write!(out, "{any}")?;
            out.end()
        }
        Argument::Text(_) | Argument::Number(_) => write_as_it_is(argument, f),
    }
}

fn write_as_it_is(argument: Argument<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match argument {
        Argument::Text(text) => f.write_str(text),
        Argument::Any(any) => write!(f, "{any}"),
        Argument::Number(number) => write!(f, "{number}"),
    }
}

/// Isolates what is written from the first part on that may turn its surroundings.
struct Isolate<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    isolated: bool,
}

impl Isolate<'_, '_> {
    fn end(self) -> fmt::Result {
        if self.isolated { self.f.write_str(POP_DIRECTIONAL_ISOLATE) } else { Ok(()) }
    }
}

impl Write for Isolate<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if !self.isolated && may_turn(text) {
            self.isolated = true;
            self.f.write_str(FIRST_STRONG_ISOLATE)?;
        }
        self.f.write_str(text)
    }
}

/// Whether a text holds a letter written from right to left, or a mark that changes the direction.
fn may_turn(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(turns)
}

/// The blocks that Unicode keeps for such letters, and the marks.
fn turns(character: char) -> bool {
    matches!(character,
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'
        | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
