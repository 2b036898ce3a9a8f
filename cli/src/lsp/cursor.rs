//! The position of the cursor in a table or a language file, even if the file is invalid there.

use core::ops::Range;

use code_registry_table::schema::{self, Key, Shape, ValueType};
use code_registry_table::{ArgumentKind, Property, PropertyKind, Table, TextKind};
use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

/// What the cursor is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Header,
    Key,
    Value,
    /// Outside of keys and values.
    Nothing,
}

/// The keys from the root of the file to the cursor.
#[derive(Debug)]
pub(super) struct Cursor {
    pub(super) path: Vec<String>,
    pub(super) slot: Slot,
    /// The bytes of the word around or before the cursor: a key, or a value.
    pub(super) word: Range<usize>,
    /// The other keys of the innermost braces around the cursor.
    pub(super) siblings: Vec<String>,
}

/// A header, braces, or a list that the cursor is in.
#[derive(Debug, Default)]
struct Frame {
    is_list: bool,
    keys: Vec<String>,
    has_value: bool,
    siblings: Vec<String>,
}

impl Cursor {
    pub(super) fn at(text: &str, offset: usize) -> Self {
        let section = section_start(text, offset);
        let end = word_end(text, offset);
        let tokens = Source::new(&text[section..end]).lex().into_vec();
        let mut reader = Reader {
            text: &text[section..end],
            section,
            header: Vec::new(),
            frames: vec![Frame::default()],
            word: end..end,
        };
        let mut tokens = tokens.into_iter().peekable();
        if tokens.peek().is_some_and(|token| token.kind() == TokenKind::LeftSquareBracket)
            && !reader.header(&mut tokens)
        {
            let (path, word) = (reader.header, reader.word);
            return Self { path, slot: Slot::Header, word, siblings: Vec::new() };
        }
        tokens.for_each(|token| reader.token(&token));
        reader.finish(offset)
    }

    pub(super) fn names(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }
}

struct Reader<'t> {
    text: &'t str,
    section: usize,
    header: Vec<String>,
    frames: Vec<Frame>,
    word: Range<usize>,
}

impl Reader<'_> {
    /// The name that a token is, if it is a key.
    fn name(&mut self, token: &Token) -> String {
        let (start, end) = (token.span().start(), token.span().end());
        self.word = self.section + start..self.section + end;
        self.text[start..end].trim_matches(['"', '\'']).to_owned()
    }

    /// Reads a header; returns whether the cursor is behind it.
    fn header(&mut self, tokens: &mut dyn Iterator<Item = Token>) -> bool {
        for token in tokens {
            match token.kind() {
                TokenKind::RightSquareBracket | TokenKind::Newline => return true,
                TokenKind::Dot => {
                    let end = self.section + token.span().end();
                    self.word = end..end;
                }
                TokenKind::LeftSquareBracket | TokenKind::Whitespace | TokenKind::Eof => {}
                _ => {
                    let name = self.name(&token);
                    self.header.push(name);
                }
            }
        }
        false
    }

    fn token(&mut self, token: &Token) {
        let end = self.section + token.span().end();
        let is_outer = self.frames.len() == 1;
        let name = match token.kind() {
            TokenKind::Whitespace
            | TokenKind::Eof
            | TokenKind::Dot
            | TokenKind::Equals
            | TokenKind::Comma => None,
            _ => Some(self.name(token)),
        };
        let Some(frame) = self.frames.last_mut() else { return };
        match token.kind() {
            TokenKind::Newline | TokenKind::Comma if is_outer || token.kind() == TokenKind::Comma => {
                if !frame.is_list {
                    frame.siblings.extend(frame.keys.first().cloned());
                    frame.keys.clear();
                    frame.has_value = false;
                }
                self.word = end..end;
            }
            TokenKind::Equals => {
                frame.has_value = true;
                self.word = end..end;
            }
            TokenKind::Dot if !frame.has_value => self.word = end..end,
            TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket => {
                let is_list = token.kind() == TokenKind::LeftSquareBracket;
                self.frames.push(Frame { is_list, has_value: is_list, ..Frame::default() });
                self.word = end..end;
            }
            TokenKind::RightCurlyBracket | TokenKind::RightSquareBracket if !is_outer => {
                self.frames.pop();
            }
            TokenKind::LiteralString | TokenKind::BasicString | TokenKind::Atom if !frame.has_value => {
                frame.keys.extend(name);
            }
            _ => {}
        }
    }

    fn finish(self, offset: usize) -> Cursor {
        let Self { header, frames, word, text, .. } = self;
        let last = frames.last();
        let slot = match last {
            Some(frame) if frame.has_value => Slot::Value,
            Some(_) => Slot::Key,
            None => Slot::Nothing,
        };
        let line = &text[text.rfind('\n').map_or(0, |at| at + 1)..];
        let is_comment = line.trim_start().starts_with('#');
        let slot = if is_comment { Slot::Nothing } else { slot };
        let siblings = frames.last().map(|frame| frame.siblings.clone()).unwrap_or_default();
        let path = header.into_iter().chain(frames.into_iter().flat_map(|frame| frame.keys)).collect();
        let is_in = word.start <= offset && offset <= word.end;
        let word = if is_in { word } else { offset..offset };
        Cursor { path, slot, word, siblings }
    }
}

/// The start of the last line that begins with `[` at or before a byte.
fn section_start(text: &str, offset: usize) -> usize {
    let mut line_end = offset;
    loop {
        let start = text[..line_end].rfind('\n').map_or(0, |at| at + 1);
        if start == 0 || text[start..].trim_start_matches([' ', '\t']).starts_with('[') {
            return start;
        }
        line_end = start - 1;
    }
}

/// The end of the key or of the text in quotes around a byte.
fn word_end(text: &str, offset: usize) -> usize {
    let rest = &text[offset..];
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    offset + line.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).unwrap_or(line.len())
}

/// What the keys at a place may be, or what a value may be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Meaning<'t> {
    ValueType(ValueType),
    Property(&'t Property),
    /// A language with its text.
    Text,
}

/// The meaning of what keys lead to, and the documentation of the last of them.
pub(super) fn meaning<'t>(
    root: &'static Shape,
    path: &[&str],
    table: &'t Table,
) -> Option<(Meaning<'t>, Option<&'static Key>)> {
    let mut at = Meaning::ValueType(ValueType::Keys(root));
    let mut documented = None;
    for name in path {
        documented = None;
        at = match at {
            Meaning::ValueType(ValueType::Keys(shape)) => match shape.key(name) {
                Some(key) => {
                    documented = Some(key);
                    Meaning::ValueType(key.kind)
                }
                None if is_row(shape) => {
                    Meaning::Property(table.properties.iter().find(|property| property.name == **name)?)
                }
                None => return None,
            },
            Meaning::ValueType(ValueType::Each(shape)) => Meaning::ValueType(ValueType::Keys(shape)),
            Meaning::ValueType(ValueType::ArgumentKinds) => {
                Meaning::ValueType(ValueType::WordOrEnum(&ArgumentKind::NAMES))
            }
            Meaning::ValueType(ValueType::Parts) => Meaning::ValueType(ValueType::Part),
            Meaning::ValueType(ValueType::Part) => {
                documented = schema::PART.key(name);
                Meaning::ValueType(documented?.kind)
            }
            Meaning::ValueType(ValueType::Lints) => Meaning::ValueType(match schema::LINT.key(name) {
                Some(key) => {
                    documented = Some(key);
                    key.kind
                }
                None => ValueType::Word(&schema::LINT_LEVELS),
            }),
            Meaning::Property(Property { kind: PropertyKind::Text, .. })
            | Meaning::ValueType(ValueType::Localized | ValueType::LocalizedNotes | ValueType::Words) => {
                Meaning::Text
            }
            Meaning::ValueType(ValueType::LocalizedWords) => Meaning::ValueType(ValueType::Words),
            Meaning::ValueType(ValueType::LocalizedMessage | ValueType::Message) => {
                Meaning::ValueType(ValueType::Message)
            }
            _ => return None,
        };
    }
    Some((at, documented))
}

/// Whether columns of the table are keys of these tables too.
pub(super) fn is_row(shape: &Shape) -> bool {
    [schema::ROW.name(), schema::FILE_ROW.name()].contains(&shape.name())
}

/// The kind of text that keys lead to, with the language if the path has it, and the keys of a choice after these.
pub(super) fn text_of<'p>(
    path: &'p [&'p str],
    is_language_file: bool,
) -> Option<(TextKind, Option<&'p str>, &'p [&'p str])> {
    let (kind, rest) = path.get(2..)?.split_first()?;
    let kind = TextKind::of_key(kind)?;
    if is_language_file {
        return Some((kind, None, rest));
    }
    let (language, rest) = rest.split_first()?;
    Some((kind, Some(language), rest))
}
