use core::fmt;

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

impl<E: Code> fmt::Debug for Label<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Label({self})")
    }
}
