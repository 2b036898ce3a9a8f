//! The end of a statement: the end of its line, unless brackets or a string over several lines continue.
//!
//! The parser continues with the next line after an error, but never inside brackets, so an unclosed one would take the
//! rest of the file with it. Here its statement ends before the first line that cannot be a part of it.

use core::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::{Lexer, Token, TokenKind};

use crate::syntax::Stop;

/// The maximum number of bytes of a value with everything in it.
pub const MOST_VALUE_BYTES: usize = 4 << 20;

/// The maximum number of strings, numbers, keys, signs, spaces and line ends in a value. Each takes more memory than a
/// byte of the file.
pub const MOST_TOKENS: usize = 1_000_000;

/// With more open brackets, a line that may be a separate statement is one.
const MOST_OPEN: usize = 8;

/// The tokens of one statement after the other.
pub(super) struct Statements<'i> {
    text: &'i str,
    lexer: Lexer<'i>,
    /// The start of the lexer's text.
    pub(super) base: usize,
    /// The tokens of the statement.
    pub(super) tokens: Vec<Token>,
    /// The open brackets.
    open: Vec<Open>,
    /// The number of them that begin lists.
    lists: usize,
    /// The last token other than blanks, line ends and comments.
    last: TokenKind,
    /// The number of bytes from the beginning of the line to the statement.
    column: usize,
    /// An unclosed string: in brackets, or over several lines.
    open_string: Option<usize>,
    /// A bracket that is closed by one of the other kind.
    crossed: Option<Open>,
    /// A line in brackets that may be a separate statement, while it is read.
    doubtful: Option<usize>,
    /// The first such line that was one, if the brackets are not closed; or the text after an unclosed string.
    pub(super) restart: Option<usize>,
}

/// An open bracket.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) at: usize,
    pub(super) is_list: bool,
}

/// What is not closed, and its start.
pub(super) enum Unclosed {
    Bracket(Open),
    /// A string on one line, in brackets; the builder reports it.
    String(usize),
    /// A string over several lines.
    Lines(usize),
}

impl<'i> Statements<'i> {
    pub(super) fn new(text: &'i str) -> Self {
        Self {
            text,
            lexer: Source::new(text).lex(),
            base: 0,
            tokens: Vec::new(),
            open: Vec::new(),
            lists: 0,
            last: TokenKind::Newline,
            column: 0,
            open_string: None,
            crossed: None,
            doubtful: None,
            restart: None,
        }
    }

    /// Begins the next statement; returns its start.
    pub(super) fn begin(&mut self) -> Option<usize> {
        let mut first = self.lexer.next()?;
        // Blank lines. A carriage return on its own is an error.
        while first.kind() == TokenKind::Newline && self.raw(&first) != "\r" {
            first = self.lexer.next()?;
        }
        self.tokens.clear();
        self.tokens.push(first);
        Some(self.base + first.span().start())
    }

    /// Continues at this byte.
    pub(super) fn go_on_at(&mut self, at: usize) {
        (self.base, self.lexer) = (at, Source::new(&self.text[at..]).lex());
    }

    /// Collects the tokens of the statement. Returns an error if there are too many.
    pub(super) fn collect(&mut self) -> Option<Stop> {
        self.open.clear();
        (self.lists, self.last, self.column) = (0, TokenKind::Newline, 0);
        (self.open_string, self.crossed, self.doubtful, self.restart) = (None, None, None, None);
        let first = self.tokens[0];
        let (mut token, mut is_header) = (first, false);
        loop {
            match token.kind() {
                TokenKind::Whitespace | TokenKind::Comment => {}
                TokenKind::Newline => {
                    let is_whole = is_header || self.open.is_empty();
                    if is_whole || self.ends_before(self.base + token.span().end()) {
                        break;
                    }
                }
                TokenKind::Eof => break,
                kind => {
                    if self.last == TokenKind::Newline {
                        self.column = token.span().start() - first.span().start();
                        is_header = kind == TokenKind::LeftSquareBracket;
                    }
                    let may_swallow = matches!(kind, TokenKind::MlBasicString | TokenKind::MlLiteralString);
                    if (!is_header || may_swallow) && self.take(&token) {
                        break;
                    }
                    self.last = kind;
                }
            }
            let is_too_long = token.span().end() - first.span().start() > MOST_VALUE_BYTES;
            if (is_too_long || self.tokens.len() > MOST_TOKENS) && self.last != TokenKind::Newline {
                return Some(Stop::Value);
            }
            let Some(next) = self.lexer.next() else { break };
            token = next;
            self.tokens.push(token);
        }
        self.cut();
        None
    }

    /// Takes a token of a key or a value. Returns whether the statement ends with it.
    fn take(&mut self, token: &Token) -> bool {
        let (kind, at) = (token.kind(), self.base + token.span().start());
        match kind {
            // Elsewhere a bracket is an error of its own, and the parser goes on with the next line.
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket if self.expects_value() => {
                let is_list = kind == TokenKind::LeftSquareBracket;
                self.lists += usize::from(is_list);
                self.open.push(Open { at, is_list });
            }
            TokenKind::RightSquareBracket => self.close(true),
            TokenKind::RightCurlyBracket => self.close(false),
            TokenKind::BasicString | TokenKind::LiteralString
                if !self.open.is_empty() && !is_closed(self.raw(token)) =>
            {
                self.open_string.get_or_insert(at);
            }
            TokenKind::MlBasicString | TokenKind::MlLiteralString => {
                let raw = self.raw(token);
                if self.swallows_statements(raw, at) {
                    let mut lines = raw.match_indices('\n').map(|(newline, _)| newline + 1);
                    let line = lines.find(|&line| begins_statement(&raw[line..])).unwrap_or(raw.len());
                    (self.open_string, self.restart) = (Some(at), Some(at + line));
                    return true;
                }
            }
            _ => {}
        }
        false
    }

    /// Whether a string over several lines lacks its end: it continues to the end of the file or to the beginning of
    /// the next such string, or begins where no value can.
    fn swallows_statements(&self, raw: &str, at: usize) -> bool {
        if raw.len() < 6 || !raw.ends_with(&raw[..3]) {
            return true;
        }
        if !self.expects_value() {
            return raw.match_indices('\n').any(|(line, _)| begins_statement(&raw[line + 1..]));
        }
        if !raw.match_indices("\n[").any(|(line, _)| begins_header(&raw[line + 1..])) {
            return false;
        }
        // After the last quotes there is the rest of a value, or a new statement; after the first ones of a text, the
        // text.
        let rest = &self.text[at + raw.len()..];
        let line = rest.trim_start_matches([' ', '\t']);
        if line.starts_with('#') {
            return false;
        }
        let next = rest.trim_start();
        if !self.open.is_empty() {
            return !next.starts_with([',', ']', '}', '#']);
        }
        let is_line_end = line.starts_with(['\r', '\n']) || line.is_empty();
        let is_statement = next.is_empty() || next.starts_with(['[', '#']) || begins_pair(next);
        !is_line_end || !is_statement
    }

    fn expects_value(&self) -> bool {
        self.last == TokenKind::Equals || !self.open.is_empty()
    }

    fn close(&mut self, is_list: bool) {
        let same_kind = if is_list { self.lists } else { self.open.len() - self.lists };
        if same_kind == 0 {
            return;
        }
        while let Some(open) = self.open.pop() {
            self.lists -= usize::from(open.is_list);
            if open.is_list == is_list {
                return;
            }
            // The bracket around it is closed, so this one cannot be closed later.
            if self.crossed.is_none_or(|before| open.at < before.at) {
                self.crossed = Some(open);
            }
        }
    }

    /// Whether the line that begins at this byte cannot be inside the open brackets.
    fn ends_before(&mut self, line: usize) -> bool {
        if let Some(line) = self.doubtful.take() {
            let goes_on = matches!(
                self.last,
                TokenKind::Comma
                    | TokenKind::Equals
                    | TokenKind::LeftSquareBracket
                    | TokenKind::LeftCurlyBracket
            );
            if !goes_on {
                self.restart.get_or_insert(line);
            }
        }
        // Each of these lines may open a bracket, and is read again.
        if self.restart.is_some() && self.open.len() > MOST_OPEN {
            return true;
        }
        let rest = &self.text[line..];
        let begun = rest.trim_start_matches([' ', '\t']);
        if begun.starts_with('[') {
            return begins_header(begun);
        }
        if rest.len() - begun.len() > self.column || !begins_pair(begun) {
            return false;
        }
        let in_list = self.open.last().is_some_and(|open| open.is_list);
        if in_list || !matches!(self.last, TokenKind::Comma | TokenKind::LeftCurlyBracket) {
            return true;
        }
        self.doubtful = Some(line);
        false
    }

    /// Removes the tokens of the line at which reading continues, if something is not closed.
    fn cut(&mut self) {
        if self.open.is_empty() && self.open_string.is_none() {
            self.restart = None;
        }
        let Some(line) = self.restart else { return };
        let is_behind = |token: &Token| token.span().start() >= line - self.base;
        while self.tokens.last().is_some_and(is_behind) {
            self.tokens.pop();
        }
    }

    /// The end of the statement.
    pub(super) fn end(&self) -> usize {
        self.base + self.tokens.last().map_or(0, |token| token.span().end())
    }

    /// What is not closed, so that the statement ends too early.
    pub(super) fn unclosed(&self) -> Option<Unclosed> {
        if self.open.is_empty() && self.crossed.is_none() && self.open_string.is_none() {
            return None;
        }
        if let Some(at) = self.open_string {
            let text = &self.text[at..];
            let is_over_lines = text.starts_with("\"\"\"") || text.starts_with("'''");
            if is_over_lines && self.expects_value() {
                return Some(Unclosed::Lines(at));
            }
            // The string, not the bracket that it hides, is the error.
            if !is_over_lines && !self.open.is_empty() {
                return Some(Unclosed::String(at));
            }
        }
        let first = self.open.first().copied();
        let crossed = self.crossed.filter(|crossed| first.is_none_or(|first| crossed.at < first.at));
        crossed.or(first).map(Unclosed::Bracket)
    }

    /// The token at this byte or after the blanks there; `None` at the end of a line.
    pub(super) fn token_at(&self, at: usize) -> Range<usize> {
        let offset = at - self.base;
        let from = self.tokens.partition_point(|token| token.span().start() < offset);
        let is_blank = |token: &&Token| token.kind() == TokenKind::Whitespace;
        match self.tokens[from..].iter().find(|token| !is_blank(token)) {
            Some(token)
                if !matches!(token.kind(), TokenKind::Newline | TokenKind::Eof | TokenKind::Comment) =>
            {
                let start = self.base + token.span().start();
                start..start + self.raw(token).lines().next().unwrap_or_default().len()
            }
            _ => at..at,
        }
    }

    fn raw(&self, token: &Token) -> &'i str {
        &self.text[self.base + token.span().start()..self.base + token.span().end()]
    }
}

/// Whether a string on one line is closed by a quote that is not escaped.
fn is_closed(raw: &str) -> bool {
    let quote = &raw[..1];
    let Some(body) = raw[1..].strip_suffix(quote) else { return false };
    let backslashes = body.len() - body.trim_end_matches('\\').len();
    quote == "'" || backslashes.is_multiple_of(2)
}

/// Whether this is a header and not a list in a list: a bare word is not a value.
pub(super) fn begins_header(text: &str) -> bool {
    let name = text.strip_prefix("[[").unwrap_or(&text[1..]).trim_start_matches([' ', '\t']);
    let Some(length) = key_length(name) else { return false };
    let (key, rest) = name.split_at(length);
    let is_word = key.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && !matches!(key, "true" | "false" | "inf" | "nan");
    let is_quoted = key.starts_with(['"', '\'']);
    match rest.trim_start_matches([' ', '\t']).as_bytes().first() {
        Some(b'.') => is_word || is_quoted,
        Some(b']') => is_word,
        _ => false,
    }
}

/// Whether a header begins here, and the line ends with it.
pub(super) fn is_header(line: &str) -> bool {
    let end = line.find(']').map_or(line.len(), |end| end + 1);
    begins_header(line) && line[end..].trim_start_matches([']', ' ', '\t']).is_empty()
}

/// Whether a line begins with a header, or with a key and `=`.
fn begins_statement(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t']);
    if line.starts_with('[') { begins_header(line) } else { begins_pair(line) }
}

/// Whether this is a key and `=`.
pub(super) fn begins_pair(text: &str) -> bool {
    let mut rest = text;
    while let Some(length) = key_length(rest) {
        rest = rest[length..].trim_start_matches([' ', '\t']);
        match rest.as_bytes().first() {
            Some(b'=') => return true,
            Some(b'.') => rest = rest[1..].trim_start_matches([' ', '\t']),
            _ => return false,
        }
    }
    false
}

/// The bytes of a key without a dot at the beginning.
fn key_length(text: &str) -> Option<usize> {
    if let Some(quote) = text.chars().next().filter(|first| matches!(first, '"' | '\'')) {
        let end = text[1..].find([quote, '\n'])? + 1;
        return text[end..].starts_with(quote).then_some(end + 1);
    }
    let end = text.find(|next: char| !next.is_ascii_alphanumeric() && !matches!(next, '_' | '-'));
    end.or(Some(text.len())).filter(|&end| end > 0)
}
