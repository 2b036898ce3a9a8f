use core::fmt::{self, Write as _};

use crate::value::Sealed as _;
use crate::{Code, Table};

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
        let value = self.code.value();
        match <E::Table>::DATA.label {
            Some(label) => value.fmt_label(label, f),
            None => fmt::Display::fmt(&value, f),
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
        if E::Value::IS_NAME || is_same { write!(f, "{label}") } else { write!(f, "{label} {symbol}") }
    }
}

/// The rest of a text after what has been written, which must be the same.
struct Rest<'a>(&'a str);

impl fmt::Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
        Ok(())
    }
}

impl<E: Code> fmt::Debug for Label<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Label({self})")
    }
}
