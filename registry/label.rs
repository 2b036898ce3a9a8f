use core::fmt;

use crate::value::Sealed as _;
use crate::{Code, Table};

/// The value of a code as people see it: what the `label` of its table makes of it, `E2001`; without a label, the value.
///
/// ```
/// use code_registry::websocket::CloseCode;
///
/// assert_eq!(CloseCode::Normal.label().to_string(), "1000", "the close codes are known by their numbers");
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
        let Some(label) = <E::Table>::DATA.label else { return fmt::Display::fmt(&value, f) };
        f.write_str(label.before)?;
        value.fmt_digits(label, f)?;
        f.write_str(label.after)
    }
}

impl<E: Code> fmt::Debug for Label<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Label({self})")
    }
}

/// How a table writes labels.
#[derive(Debug)]
pub struct LabelForm {
    /// What stands before the value.
    pub before: &'static str,
    /// What stands after it.
    pub after: &'static str,
    /// The least number of digits.
    pub width: usize,
    /// `x` and `X` for hexadecimal digits, as `format!` has them; else decimal ones.
    pub digits: char,
}

impl LabelForm {
    /// The value that people see as this text.
    pub(crate) fn read<E: Code>(&self, text: &str) -> Option<E::Value> {
        let digits = text.strip_prefix(self.before)?.strip_suffix(self.after)?;
        E::Value::from_digits(digits, self)
    }

    pub(crate) fn is_hexadecimal(&self) -> bool {
        matches!(self.digits, 'x' | 'X')
    }
}
