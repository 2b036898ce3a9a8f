use core::fmt::{self, Display, Write};

/// FIRST STRONG ISOLATE: what follows has the direction of its own first letter and turns nothing around it.
const FIRST_STRONG_ISOLATE: &str = "\u{2068}";
/// POP DIRECTIONAL ISOLATE: ends it.
const POP_DIRECTIONAL_ISOLATE: &str = "\u{2069}";

/// Writes an argument into a sentence, isolated where one of the two is written from right to left.
pub(super) struct Isolate<'a, 'f> {
    out: &'a mut fmt::Formatter<'f>,
    isolated: bool,
}

impl<'a, 'f> Isolate<'a, 'f> {
    pub(super) fn write(
        argument: &dyn Display,
        right_to_left: bool,
        out: &'a mut fmt::Formatter<'f>,
    ) -> fmt::Result {
        let mut isolate = Self { out, isolated: false };
        if right_to_left {
            isolate.begin()?;
        }
        // A formatter of its own: the width asked for the message is not for each argument.
        write!(isolate, "{argument}")?;
        if isolate.isolated { isolate.out.write_str(POP_DIRECTIONAL_ISOLATE) } else { Ok(()) }
    }

    fn begin(&mut self) -> fmt::Result {
        self.isolated = true;
        self.out.write_str(FIRST_STRONG_ISOLATE)
    }
}

impl Write for Isolate<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if !self.isolated && may_turn(text) {
            self.begin()?;
        }
        self.out.write_str(text)
    }
}

/// Whether a text holds a letter written from right to left, or a mark that changes the direction.
fn may_turn(text: &str) -> bool {
    // Every such character begins with one of these bytes or a greater one.
    const LEAST_LEAD_BYTE: u8 = 0xD6;
    text.bytes().any(|byte| byte >= LEAST_LEAD_BYTE) && text.chars().any(turns)
}

/// The blocks that Unicode keeps for such letters, and the marks.
fn turns(character: char) -> bool {
    matches!(character,
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'
        | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
