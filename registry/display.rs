//! What displaying a code or an error adds to its message: label and symbol, a width and a precision.

use core::fmt::{self, Alignment, Display, Write};

use code_registry_encoding::value::LabelForm;

use crate::argument::isolate::{POP_DIRECTIONAL_ISOLATE, is_isolate_mark};
use crate::language;
use crate::report::answer;
use crate::table::row;
use crate::value::Sealed as _;
use crate::{Code, Language, Table as _, Value, Word};

/// `{}` is what the code means; `{:#}` puts label and symbol in front.
pub fn fmt_code<E: Code>(code: E, language: Option<Language>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let language = language.or_else(language::current).unwrap_or(E::DEFAULT_LANGUAGE);
    let text = code.description(language);
    if has_options(f) {
        if !f.alternate() {
            return f.pad(text);
        }
        if is_adjusted(f) {
            let message = Written(move |f: &mut fmt::Formatter<'_>| fmt_code(code, Some(language), f));
            return write_adjusted(&message, f);
        }
        fmt_head(code, f)?;
    }
    f.write_str(text)
}

/// Displays a word of a table in the current language, by its name; to a select the word itself.
pub fn fmt_word<W: Word>(word: &W, default: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if answer::is_asked_for_word(f) {
        return f.write_str(word.as_str());
    }
    word.fmt_in(language::current().unwrap_or(default), f)
}

/// Writes the label and the symbol before a message, for `{:#}`; or the answer to a report that asks for the code.
#[cold]
#[inline(never)]
pub(crate) fn fmt_head<E: Code>(code: E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match answer::is_asked(f) {
        true => answer::write(code, f),
        false => {
            fmt::Display::fmt(&Heading(code), f)?;
            f.write_str(": ")
        }
    }
}

/// `{:?}` is the variant, with the value if it holds one.
pub fn fmt_debug<E: Code>(code: E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let variant = <E::Table>::DATA.variants.get(row(code));
    if is_code(code) { f.write_str(variant) } else { f.debug_tuple(variant).field(&code.value()).finish() }
}

/// Whether this is a code of the table: neither a value of a range nor one that no row covers.
pub(crate) fn is_code<E: Code>(code: E) -> bool {
    let (row, extents) = (row(code), <E::Table>::DATA.extents);
    row < extents.firsts.len() && extents.last_of_range(row).is_none()
}

/// The value of a code in the form that the `label` of its table gives it: `E2001`. Without a `label` it is the value.
///
/// ```
/// use code_registry::websocket::CloseCode;
///
/// assert_eq!(CloseCode::Normal.label().to_string(), "1000", "the table of the close codes has no label");
/// ```
#[derive(Clone, Copy)]
pub struct Label<E> {
    code: E,
}

impl<E> Label<E> {
    pub(crate) const fn new(code: E) -> Self {
        Self { code }
    }
}

impl<E: Code> fmt::Display for Label<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        LabeledValue { value: self.code.value(), label: <E::Table>::DATA.label }.fmt(f)
    }
}

impl<E: Code> fmt::Debug for Label<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Label({self})")
    }
}

/// A value in the form of a label, or as it is.
pub(crate) struct LabeledValue<V> {
    pub(crate) value: V,
    pub(crate) label: Option<&'static LabelForm<'static>>,
}

impl<V: Value> Display for LabeledValue<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.label {
            Some(label) => self.value.fmt_label(label, f),
            None => Display::fmt(&self.value, f),
        }
    }
}

/// Label and symbol of a code, as `{:#}` and reports show them: one of them if both are the same, or if the value is a word.
pub(crate) struct Heading<E>(pub(crate) E);

impl<E: Code> fmt::Display for Heading<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (label, symbol) = (self.0.label(), self.0.symbol());
        let mut rest = Rest(symbol);
        let is_same = write!(rest, "{label}").is_ok() && rest.0.is_empty();
        write!(f, "{label}")?;
        if E::Value::IS_NAME || is_same {
            return Ok(());
        }
        f.write_str(" ")?;
        f.write_str(symbol)
    }
}

/// Compares the text that is written with an expected one; the rest of the expected text.
struct Rest<'a>(&'a str);

impl fmt::Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
        Ok(())
    }
}

/// Displays what a function writes.
pub(crate) struct Written<F>(pub(crate) F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> Display for Written<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

/// Whether a message is not written as it is: it has its code in front, or a width or a precision. The compiler makes
/// one test of it.
#[inline(always)]
pub(crate) fn has_options(f: &fmt::Formatter<'_>) -> bool {
    f.alternate() || f.width().is_some() || f.precision().is_some()
}

/// Whether a formatter has a width or a precision, and does not ask for a code.
#[inline(always)]
pub(crate) fn is_adjusted(f: &fmt::Formatter<'_>) -> bool {
    (f.width().is_some() || f.precision().is_some()) && !answer::is_asked(f)
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
