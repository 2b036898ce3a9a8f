//! Width and precision of messages: `{:>40}`, `{:.3}`.

use core::fmt::{self, Alignment, Display, Write};

use super::isolate::{POP_DIRECTIONAL_ISOLATE, is_isolate_mark};
use crate::report::answer::is_asked;

/// Whether a message is not written as it is: it has its code in front, or a width or a precision. The compiler makes
/// one test of it.
#[inline(always)]
pub(crate) fn has_options(f: &fmt::Formatter<'_>) -> bool {
    f.alternate() || f.width().is_some() || f.precision().is_some()
}

/// Whether a formatter has a width or a precision, and does not ask for a code.
#[inline(always)]
pub(crate) fn is_adjusted(f: &fmt::Formatter<'_>) -> bool {
    (f.width().is_some() || f.precision().is_some()) && !is_asked(f)
}

/// Writes a message with the width and the precision of a formatter, as a text is written. `message` gets a formatter without
/// them. It is written twice, because its length is only known then. The marks of isolates do not count.
#[cold]
#[inline(never)]
pub(crate) fn write_adjusted(message: &dyn Display, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (width, most, align) = (f.width().unwrap_or(0), f.precision().unwrap_or(usize::MAX), f.align());
    let (fill, is_alternate) = (f.fill(), f.alternate());
    let mut cut = Cut { out: None, left: most, open: 0 };
    cut.write(message, is_alternate)?;
    let missing = width.saturating_sub(most - cut.left);
    let before = match align {
        Some(Alignment::Right) => missing,
        Some(Alignment::Center) => missing / 2,
        Some(Alignment::Left) | None => 0,
    };
    pad(before, fill, f)?;
    Cut { out: Some(f), left: most, open: 0 }.write(message, is_alternate)?;
    pad(missing - before, fill, f)
}

fn pad(count: usize, fill: char, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    (0..count).try_for_each(|_| f.write_char(fill))
}

/// Passes a number of characters on, or only counts them.
struct Cut<'a, 'f> {
    out: Option<&'a mut fmt::Formatter<'f>>,
    left: usize,
    /// The number of isolates that are open.
    open: usize,
}

impl Cut<'_, '_> {
    fn write(&mut self, message: &dyn Display, is_alternate: bool) -> fmt::Result {
        match is_alternate {
            true => write!(self, "{message:#}"),
            false => write!(self, "{message}"),
        }?;
        (0..self.open).try_for_each(|_| self.pass(POP_DIRECTIONAL_ISOLATE))
    }

    fn pass(&mut self, text: &str) -> fmt::Result {
        self.out.as_mut().map_or(Ok(()), |out| out.write_str(text))
    }
}

impl Write for Cut<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut end = 0;
        for character in text.chars() {
            match character {
                // Those that are open at the end are closed there.
                _ if self.left == 0 => break,
                '\u{2069}' => self.open = self.open.saturating_sub(1),
                mark if is_isolate_mark(mark) => self.open += 1,
                _ => self.left -= 1,
            }
            end += character.len_utf8();
        }
        self.pass(text.get(..end).unwrap_or_default())
    }
}
