//! The addresses of codes: a template such as `https://errors.example.org/{language}/{label}/`, and what replaces its
//! placeholders.
//!
//! ```
//! # use code_registry_encoding::url::{Placeholder, write};
//! # use core::fmt::Write as _;
//! let mut address = String::new();
//! write("https://example.org/{language}/{label}/", &mut address, |placeholder, out| match placeholder {
//!     Placeholder::Language => out.write_str("it"),
//!     _ => out.write_str("E/1"),
//! })
//! .unwrap();
//! assert_eq!(address, "https://example.org/it/E%2F1/");
//! ```

use core::fmt::{self, Display, Write};

/// A part of a template that differs from code to code, or from language to language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placeholder {
    /// The value in the form of the table's `label`.
    Label,
    /// The value.
    Value,
    /// The symbol.
    Symbol,
    /// The language of the page.
    Language,
}

impl Placeholder {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Label, Self::Value, Self::Symbol, Self::Language];

    /// The name between braces.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Value => "value",
            Self::Symbol => "symbol",
            Self::Language => "language",
        }
    }

    /// The placeholder with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// Writes an address. `fill` writes what replaces a placeholder; it is percent-encoded as one segment of a path.
pub fn write<W: Write>(
    template: &str,
    out: &mut W,
    mut fill: impl FnMut(Placeholder, &mut Segment<'_, W>) -> fmt::Result,
) -> fmt::Result {
    let mut parts = template.split('{');
    out.write_str(parts.next().unwrap_or_default())?;
    for part in parts {
        let (name, text) = part.split_once('}').unwrap_or((part, ""));
        if let Some(placeholder) = Placeholder::named(name) {
            fill(placeholder, &mut Segment(out))?;
        }
        out.write_str(text)?;
    }
    Ok(())
}

/// Writes the value of a code, or those of a range as its header has them: `3000-3999`.
pub fn write_values<V: Display>(first: &V, last: Option<&V>, out: &mut impl Write) -> fmt::Result {
    let Some(last) = last else { return write!(out, "{first}") };
    write!(out, "{first}-{last}")
}

/// Percent-encodes what is written to it, except the characters that RFC 3986 calls unreserved.
#[derive(Debug)]
pub struct Segment<'a, W>(&'a mut W);

impl<W: Write> Write for Segment<'_, W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.bytes().try_for_each(|byte| match byte {
            b'-' | b'.' | b'_' | b'~' => self.0.write_char(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => self.0.write_char(char::from(byte)),
            byte => write!(self.0, "%{byte:02X}"),
        })
    }
}
