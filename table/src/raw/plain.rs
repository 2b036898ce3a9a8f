//! The short way to read a file that has no mistake as TOML. A macro runs unoptimised: there the parser, which goes on
//! after mistakes and knows what to say of them, takes ten times as long.
//!
//! Nothing is decided here: what is the least bit unusual gives nothing, and the parser reads the file. So this is a
//! part of TOML, and what it reads, the parser would read just so. Bytes and no iterators, and searches that the
//! standard library brings compiled.

use std::borrow::Cow;
use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};
use toml::map::Entry;

use crate::raw::numbers;
use crate::raw::visible::is_visible;

/// Choices, lists, dotted keys and headers are nested less deep than this.
const DEEPEST: usize = 32;

/// The file, if it is as plain as that.
pub(crate) fn read(text: &str) -> Option<DeTable<'_>> {
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0 };
    if text.starts_with('\u{feff}') {
        reader.at = '\u{feff}'.len_utf8();
    }
    let mut root = DeTable::new();
    reader.pairs(&mut root)?;
    let mut headers = BTreeSet::new();
    while reader.at < text.len() {
        reader.section(&mut root, &mut headers)?;
    }
    Some(root)
}

/// What numbers and words are made of: whatever of ASCII ends none. (Alone, the parser would skip a byte order mark.)
static IS_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = !matches!(byte as u8, b' ' | b'\t' | b'\r' | b'\n' | b',' | b']' | b'}' | b'#');
        byte += 1;
    }
    table
};

/// What a key without quotes is made of.
static IS_BARE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'_' | b'-');
        byte += 1;
    }
    table
};

struct Reader<'i> {
    text: &'i str,
    bytes: &'i [u8],
    at: usize,
}

type Key<'i> = Spanned<DeString<'i>>;
type Value<'i> = Spanned<DeValue<'i>>;

impl<'i> Reader<'i> {
    /// A header and the pairs under it. `headers` has the names of the tables that headers have made; those of lists
    /// begin with a bracket.
    fn section(&mut self, root: &mut DeTable<'i>, headers: &mut BTreeSet<&'i str>) -> Option<()> {
        let start = self.at;
        self.at += 1;
        let is_list = self.take(b'[');
        let name = start + 1 + usize::from(is_list);
        let (mut table, mut key, mut depth) = (root, self.key()?, DEEPEST);
        while self.take(b'.') {
            depth = depth.checked_sub(1)?;
            let is_new = headers.insert(&self.text[name..self.at - 1]);
            table = inner(table, key, is_new)?;
            key = self.key()?;
        }
        let is_new = headers.insert(&self.text[start + 1..self.at]);
        if !self.take(b']') || (is_list && !self.take(b']')) {
            return None;
        }
        let span = start..self.at;
        self.end_of_line()?;
        let mut pairs = DeTable::new();
        self.pairs(&mut pairs)?;
        let pairs = Spanned::new(span, DeValue::Table(pairs));
        match is_list {
            true => push(table, key, pairs, is_new),
            false => table.insert(key, pairs).is_none().then_some(()),
        }
    }

    /// The pairs before the next header.
    fn pairs(&mut self, table: &mut DeTable<'i>) -> Option<()> {
        loop {
            self.skip_lines();
            match self.peek() {
                None | Some(b'[') => return Some(()),
                Some(_) => self.pair(table, DEEPEST)?,
            }
            self.end_of_line()?;
        }
    }

    fn pair(&mut self, table: &mut DeTable<'i>, depth: usize) -> Option<()> {
        let key = self.key()?;
        if self.take(b'.') {
            return self.pair(dotted(table, key)?, depth.checked_sub(1)?);
        }
        self.skip_blanks();
        if !self.take(b'=') {
            return None;
        }
        self.skip_blanks();
        let value = self.value(depth)?;
        table.insert(key, value).is_none().then_some(())
    }

    fn key(&mut self) -> Option<Key<'i>> {
        let start = self.at;
        if let Some(b'"' | b'\'') = self.peek() {
            let key = self.quoted()?;
            let is_plain = !key.as_bytes().contains(&b'\\');
            return is_plain.then(|| Spanned::new(start..self.at, Cow::Borrowed(key)));
        }
        let key = self.word(&IS_BARE);
        (!key.is_empty()).then(|| Spanned::new(start..self.at, Cow::Borrowed(key)))
    }

    fn value(&mut self, depth: usize) -> Option<Value<'i>> {
        let start = self.at;
        let value = match self.peek()? {
            b'"' | b'\'' => self.string()?,
            b'{' => DeValue::Table(self.inline_table(depth.checked_sub(1)?)?),
            b'[' => DeValue::Array(self.list(depth.checked_sub(1)?)?),
            _ => match self.word(&IS_WORD) {
                "true" => DeValue::Boolean(true),
                "false" => DeValue::Boolean(false),
                number => parsed(number)?,
            },
        };
        Some(Spanned::new(start..self.at, value))
    }

    fn string(&mut self) -> Option<DeValue<'i>> {
        let start = self.at;
        let rest = &self.text[start..];
        for quotes in ["\"\"\"", "'''"] {
            if rest.starts_with(quotes) {
                return self.string_until(quotes);
            }
        }
        let text = self.quoted()?;
        if self.bytes[start] == b'\'' || !text.as_bytes().contains(&b'\\') {
            return Some(DeValue::String(Cow::Borrowed(text)));
        }
        self.at = start;
        self.string_until("\"")
    }

    /// A string with escapes, or over several lines: where it ends is found here, what it says by the parser.
    fn string_until(&mut self, quotes: &str) -> Option<DeValue<'i>> {
        let start = self.at;
        let mut end = start;
        loop {
            end += quotes.len();
            end += self.text[end..].find(quotes)?;
            let before = &self.text[start..end];
            let escapes = before.len() - before.trim_end_matches('\\').len();
            if escapes.is_multiple_of(2) || quotes == "'''" {
                break;
            }
        }
        self.at = end + quotes.len();
        // Of five quotes at the end of a string over several lines, two belong to it.
        let quote = self.bytes[start];
        if quotes.len() == 3 && self.take(quote) {
            self.take(quote);
        }
        parsed(&self.text[start..self.at])
    }

    /// What stands between quotes on one line, or on a part of it: behind a backslash they are taken for quotes.
    fn quoted(&mut self) -> Option<&'i str> {
        let (quote, start) = (char::from(self.bytes[self.at]), self.at + 1);
        let text = &self.text[start..];
        let text = &text[..text.find(quote)?];
        self.at = start + text.len() + 1;
        may_stand_in_a_line(text).then_some(text)
    }

    fn list(&mut self, depth: usize) -> Option<DeArray<'i>> {
        self.at += 1;
        let mut list = DeArray::new();
        loop {
            self.skip_lines();
            if self.take(b']') {
                return Some(list);
            }
            list.push(self.value(depth)?);
            self.skip_lines();
            if !self.take(b',') {
                return self.take(b']').then_some(list);
            }
        }
    }

    fn inline_table(&mut self, depth: usize) -> Option<DeTable<'i>> {
        self.at += 1;
        let mut table = DeTable::new();
        loop {
            self.skip_lines();
            if self.take(b'}') {
                return Some(table);
            }
            self.pair(&mut table, depth)?;
            self.skip_lines();
            if !self.take(b',') {
                return self.take(b'}').then_some(table);
            }
        }
    }

    /// The bytes of this kind that are next.
    fn word(&mut self, kind: &[bool; 256]) -> &'i str {
        let start = self.at;
        let mut end = start;
        while end < self.bytes.len() && kind[self.bytes[end] as usize] {
            end += 1;
        }
        self.at = end;
        &self.text[start..end]
    }

    fn end_of_line(&mut self) -> Option<()> {
        self.skip_blanks();
        if self.peek() == Some(b'#') && !self.skip_comment() {
            return None;
        }
        let is_last = self.at == self.bytes.len();
        self.take(b'\r');
        (is_last || self.take(b'\n')).then_some(())
    }

    /// Blanks, comments and ends of lines.
    fn skip_lines(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\t' | b'\n' => self.at += 1,
                b'\r' if self.bytes.get(self.at + 1) == Some(&b'\n') => self.at += 2,
                b'#' if self.skip_comment() => {}
                _ => return,
            }
        }
    }

    /// Whether it is one that TOML allows; else it is not skipped.
    fn skip_comment(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let comment = &rest[..rest.find('\n').unwrap_or(rest.len())];
        let comment = comment.strip_suffix('\r').unwrap_or(comment);
        let is_good = may_stand_in_a_line(comment);
        self.at += if is_good { comment.len() } else { 0 };
        is_good
    }

    fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn peek(&self) -> Option<u8> {
        if self.at < self.bytes.len() { Some(self.bytes[self.at]) } else { None }
    }
}

/// Whether there are no control characters but tabs.
fn may_stand_in_a_line(text: &str) -> bool {
    is_visible(text) || text.bytes().all(|byte| byte == b'\t' || !byte.is_ascii_control())
}

/// A value that is read rarely, or only by who knows all of TOML.
fn parsed(text: &str) -> Option<DeValue<'_>> {
    DeValue::parse(text).ok().map(Spanned::into_inner).filter(|value| !numbers::is_wrong(value))
}

/// The table that a header names on its way to its own.
fn inner<'t, 'i>(table: &'t mut DeTable<'i>, key: Key<'i>, is_new: bool) -> Option<&'t mut DeTable<'i>> {
    let span = key.span();
    match (table.entry(key), is_new) {
        (Entry::Vacant(entry), true) => {
            as_table(entry.insert(Spanned::new(span, DeValue::Table(DeTable::new()))))
        }
        (Entry::Occupied(entry), false) => as_table(entry.into_mut()),
        _ => None,
    }
}

/// The table that the first part of a dotted key names.
fn dotted<'t, 'i>(table: &'t mut DeTable<'i>, key: Key<'i>) -> Option<&'t mut DeTable<'i>> {
    let span = key.span();
    match table.entry(key) {
        Entry::Vacant(entry) => as_table(entry.insert(Spanned::new(span, DeValue::Table(DeTable::new())))),
        // What stands where its key does, such keys alone have made.
        Entry::Occupied(entry) if entry.get().span() == entry.key().span() => as_table(entry.into_mut()),
        Entry::Occupied(_) => None,
    }
}

/// Adds a table to a list of such headers.
fn push<'i>(table: &mut DeTable<'i>, key: Key<'i>, pairs: Value<'i>, is_new: bool) -> Option<()> {
    match (table.entry(key), is_new) {
        (Entry::Vacant(entry), true) => {
            let span = pairs.span();
            let list = DeArray::from_iter([pairs]);
            entry.insert(Spanned::new(span, DeValue::Array(list)));
        }
        (Entry::Occupied(mut entry), false) => match entry.get_mut().get_mut() {
            DeValue::Array(list) => list.push(pairs),
            _ => return None,
        },
        _ => return None,
    }
    Some(())
}

fn as_table<'t, 'i>(value: &'t mut Value<'i>) -> Option<&'t mut DeTable<'i>> {
    match value.get_mut() {
        DeValue::Table(table) => Some(table),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
