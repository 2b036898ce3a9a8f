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
        Argument::Text(text) if !right_to_left && !may_turn(text) => f.write_str(text),
        _ => write_isolated(argument, right_to_left, f),
    }
}

fn write_isolated(argument: Argument<'_>, at_once: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = Isolate { f, is_open: false, own: 0 };
    if at_once {
        out.open()?;
    }
    match argument {
        Argument::Text(text) => out.write_str(text)?,
        Argument::Any(any) => write!(out, "{any}")?,
        Argument::Number(number) => write!(out, "{number}")?,
    }
    out.close()
}

/// Isolates what is written, from the first part on that may turn its surroundings.
struct Isolate<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    is_open: bool,
    /// How many isolates the argument itself has opened and not closed.
    own: usize,
}

impl Isolate<'_, '_> {
    fn open(&mut self) -> fmt::Result {
        self.is_open = true;
        self.f.write_str(FIRST_STRONG_ISOLATE)
    }

    /// Ends what the argument left open, then the isolate around it.
    fn close(self) -> fmt::Result {
        let open = self.own + usize::from(self.is_open);
        (0..open).try_for_each(|_| self.f.write_str(POP_DIRECTIONAL_ISOLATE))
    }

    /// Counts a mark; one that would end the isolate around the argument begins another.
    fn count(&mut self, mark: char) -> fmt::Result {
        match (mark, self.own) {
            ('\u{2069}', 0) => self.open(),
            ('\u{2069}', _) => {
                self.own -= 1;
                Ok(())
            }
            _ => {
                self.own += 1;
                Ok(())
            }
        }
    }
}

impl Write for Isolate<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if !self.is_open && may_turn(text) {
            self.open()?;
        }
        if !self.is_open {
            return self.f.write_str(text);
        }
        for part in text.split_inclusive(is_isolate_mark) {
            self.f.write_str(part)?;
            if let Some(mark) = part.chars().next_back().filter(|&last| is_isolate_mark(last)) {
                self.count(mark)?;
            }
        }
        Ok(())
    }
}

/// Whether a character begins or ends an isolate.
fn is_isolate_mark(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2069}')
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
