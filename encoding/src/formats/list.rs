//! Lists with the separators and the connective of a language.

use core::fmt::{self, Display, Write};

/// How a language joins the items of a list: the parts of CLDR's patterns after `{0}`, with `{1}` for the next item.
///
/// ```
/// # use code_registry_encoding::formats::{Elision, ListFormat};
/// let spanish = ListFormat { pair: " o {1}", end: " o {1}", elision: Elision::SpanishOr, ..ListFormat::PLAIN };
/// assert_eq!(spanish.before(1, 2, &"nueve"), " o ");
/// assert_eq!(spanish.before(1, 2, &"ocho"), " u ");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListFormat<'s> {
    /// Between the items of a list of two.
    pub pair: &'s str,
    /// Between the first two items of a longer list.
    pub start: &'s str,
    /// Between other items.
    pub middle: &'s str,
    /// Before the last item of a longer list.
    pub end: &'s str,
    /// How the connective changes with the last item.
    pub elision: Elision,
}

/// A connective that changes with the sound of the item after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elision {
    /// It never changes.
    None,
    /// Spanish `y` becomes `e` before the sound /i/.
    SpanishAnd,
    /// Spanish `o` becomes `u` before the sound /o/.
    SpanishOr,
    /// Italian `e` becomes `ed` before an e.
    ItalianAnd,
    /// The Hebrew prefix gets a hyphen before an item that does not begin with a Hebrew letter.
    HebrewAnd,
}

impl<'s> ListFormat<'s> {
    /// Items with commas between them, as CLDR's root locale has it.
    pub const PLAIN: Self =
        Self { pair: ", {1}", start: ", {1}", middle: ", {1}", end: ", {1}", elision: Elision::None };

    /// The text before the item with this index, from 1 on, in a list of `count` items.
    pub fn before(&self, index: usize, count: usize, item: &dyn Display) -> &'s str {
        let (text, _) = split(self.pattern(index, count));
        if index + 1 == count { self.elision.apply(text, item) } else { text }
    }

    /// Writes the text after the last of `count` items, which is empty in most languages.
    ///
    /// # Errors
    /// Returns the errors of `out`.
    pub fn write_end(&self, count: usize, out: &mut dyn Write) -> fmt::Result {
        (1..count).rev().try_for_each(|index| out.write_str(split(self.pattern(index, count)).1))
    }

    fn pattern(&self, index: usize, count: usize) -> &'s str {
        if count == 2 {
            self.pair
        } else if index + 1 == count {
            self.end
        } else if index == 1 {
            self.start
        } else {
            self.middle
        }
    }
}

/// The texts before and after `{1}`.
pub(super) fn split(pattern: &str) -> (&str, &str) {
    pattern.split_once("{1}").unwrap_or((pattern, ""))
}

impl Elision {
    fn apply<'t>(self, text: &'t str, item: &dyn Display) -> &'t str {
        let (from, to) = match self {
            Self::None => return text,
            Self::SpanishAnd => (" y ", " e "),
            Self::SpanishOr => (" o ", " u "),
            Self::ItalianAnd => (" e ", " ed "),
            Self::HebrewAnd => (" \u{5d5}", " \u{5d5}\u{2011}"),
        };
        if text == from && self.is_needed(item) { to } else { text }
    }

    /// The rules of ICU, and one for Italian.
    fn is_needed(self, item: &dyn Display) -> bool {
        let mut beginning = Beginning::default();
        // It fails when it is full.
        let _ = write!(beginning, "{item}");
        let text = beginning.text();
        let mut letters = text.chars().map(|letter| letter.to_ascii_lowercase());
        match (self, letters.next()) {
            (Self::SpanishAnd, Some('i')) | (Self::SpanishOr, Some('o' | '8')) => true,
            (Self::SpanishAnd, Some('h')) => {
                letters.next() == Some('i') && !matches!(letters.next(), Some('a' | 'e'))
            }
            (Self::SpanishOr, Some('h')) => letters.next() == Some('o'),
            (Self::SpanishOr, Some('1')) => is_once(text),
            (Self::ItalianAnd, Some(letter)) => matches!(letter, 'e' | 'è' | 'é' | 'È' | 'É'),
            (Self::HebrewAnd, Some(letter)) => !is_hebrew(letter),
            _ => false,
        }
    }
}

/// Whether a number is read as `once…`: 11, alone or followed by groups of three digits or by decimals.
fn is_once(text: &str) -> bool {
    let Some(mut rest) = text.strip_prefix("11") else { return false };
    loop {
        let group = rest.strip_prefix(['.', ' ', '\u{a0}']).unwrap_or(rest);
        let Some((digits, after)) = group.split_at_checked(3) else { break };
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        rest = after;
    }
    if let Some(decimals) = rest.strip_prefix(',') {
        rest = decimals.trim_start_matches(|letter: char| letter.is_ascii_digit());
    }
    !rest.starts_with(|letter: char| letter == '.' || letter == ',' || letter.is_ascii_digit())
}

/// Whether a character has the script `Hebr`.
fn is_hebrew(letter: char) -> bool {
    matches!(letter,
        '\u{591}'..='\u{5c7}' | '\u{5d0}'..='\u{5ea}' | '\u{5ef}'..='\u{5f4}' | '\u{fb1d}'..='\u{fb36}'
        | '\u{fb38}'..='\u{fb3c}' | '\u{fb3e}' | '\u{fb40}' | '\u{fb41}' | '\u{fb43}' | '\u{fb44}'
        | '\u{fb46}'..='\u{fb4f}')
}

/// The first characters of an item: enough for a number with its groups.
#[derive(Default)]
struct Beginning {
    bytes: [u8; 32],
    length: usize,
}

impl Beginning {
    fn text(&self) -> &str {
        str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

impl Write for Beginning {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for letter in text.chars() {
            let end = self.length + letter.len_utf8();
            letter.encode_utf8(self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?);
            self.length = end;
        }
        Ok(())
    }
}
