//! Reads a file statement by statement, and finds where the next one begins after an error.
//!
//! Outside of brackets the parser goes on with the next line. In brackets it never does, so that one that is not closed
//! would take the rest of the file with it: here its statement ends before the first line that cannot be a part of it.

use core::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::{Lexer, Token, TokenKind};
use toml_parser::parser::parse_document;

use crate::syntax::builder::{Builder, Expected, Progress, Unexpected};
use crate::syntax::{Problem, Quotes, Stop, Tree};

/// A file with more errors is not read to its end: twenty for each breach that a rule is reported with.
pub const MOST_ERRORS: usize = 400_000;

/// The most bytes of a value, with all that is in it.
pub const MOST_VALUE_BYTES: usize = 4 << 20;

/// The most strings, numbers, keys, signs, spaces and line ends of a value. Each takes more memory than a byte of the file.
pub const MOST_TOKENS: usize = 1_000_000;

/// Of several statements on one line, no more than this are read: each attempt reads the rest of the line.
const MOST_ON_A_LINE: usize = 4;

/// With more open brackets, a line that may be a statement of its own is one.
const MOST_OPEN: usize = 8;

/// Reads a file as far as it can be read.
pub fn parse(text: &str) -> Tree<'_> {
    let progress = Progress::new();
    let mut reader = Reader::new(text, &progress);
    let end = reader.read();
    let mut tree = reader.builder.finish(end);
    if tree.stopped.is_some() {
        tree.damaged.push(end..text.len());
    }
    tree
}

struct Reader<'i, 'p> {
    text: &'i str,
    progress: &'p Progress,
    builder: Builder<'i, 'p>,
    lexer: Lexer<'i>,
    /// Where the text of the lexer begins.
    base: usize,
    /// Those of one statement.
    tokens: Vec<Token>,
    open: Vec<Open>,
    /// How many of the open brackets begin lists.
    lists: usize,
    /// The last token that is no blank, line end or comment.
    last: TokenKind,
    /// How far the statement is from the beginning of its line.
    column: usize,
    /// A string in brackets that is not closed.
    open_string: Option<usize>,
    /// A bracket that is closed by one of the other kind.
    crossed: Option<Open>,
    /// A line in brackets that may be a statement of its own, while it is read.
    doubtful: Option<usize>,
    /// The first such line that was one, if the brackets are not closed; or what follows a string that is not closed.
    restart: Option<usize>,
    /// How many statements have begun on this line, but for the first.
    on_this_line: usize,
}

/// A bracket that is not closed yet.
#[derive(Clone, Copy)]
struct Open {
    at: usize,
    is_list: bool,
}

impl<'i, 'p> Reader<'i, 'p> {
    fn new(text: &'i str, progress: &'p Progress) -> Self {
        Self {
            text,
            progress,
            builder: Builder::new(text, progress),
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
            on_this_line: 0,
        }
    }

    /// Reads every statement; where reading ends.
    fn read(&mut self) -> usize {
        while let Some(token) = self.lexer.next() {
            let start = self.base + token.span().start();
            let stop = match self.builder.tree.errors.len() > MOST_ERRORS {
                true => Some(Stop::Errors),
                false => self.collect(token),
            };
            if let Some(stop) = stop {
                self.builder.tree.stopped = Some((start, stop));
                return start;
            }
            self.parse(start);
        }
        self.text.len()
    }

    /// Collects the tokens of a statement that begins with this one; why not, if there are too many.
    fn collect(&mut self, first: Token) -> Option<Stop> {
        self.tokens.clear();
        self.open.clear();
        (self.lists, self.last, self.column) = (0, TokenKind::Newline, 0);
        (self.open_string, self.crossed, self.doubtful, self.restart) = (None, None, None, None);
        let (mut token, mut is_header) = (first, false);
        loop {
            self.tokens.push(token);
            match token.kind() {
                TokenKind::Whitespace | TokenKind::Comment => {}
                TokenKind::Newline => {
                    let is_whole = is_header || self.open.is_empty();
                    if is_whole || self.ends_before(self.base + token.span().end()) {
                        return None;
                    }
                }
                TokenKind::Eof => return None,
                kind => {
                    if self.last == TokenKind::Newline {
                        self.column = token.span().start() - first.span().start();
                        is_header = kind == TokenKind::LeftSquareBracket;
                    }
                    let may_swallow = matches!(kind, TokenKind::MlBasicString | TokenKind::MlLiteralString);
                    if (!is_header || may_swallow) && self.take(&token) {
                        return None;
                    }
                    self.last = kind;
                }
            }
            let is_too_long = token.span().end() - first.span().start() > MOST_VALUE_BYTES;
            if (is_too_long || self.tokens.len() > MOST_TOKENS) && self.last != TokenKind::Newline {
                return Some(Stop::Value);
            }
            token = self.lexer.next()?;
        }
    }

    /// Takes a token of a key or a value; whether the statement ends with it.
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

    /// Whether a string over several lines lacks its end: it goes on to the end of the file, or to the beginning of the next
    /// such string, or begins where no value can.
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
        // After the last quotes there is the rest of a value, or a new statement; after the first ones of a text, the text.
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
            // The one around it is closed, so that this one cannot be.
            if self.crossed.is_none_or(|before| open.at < before.at) {
                self.crossed = Some(open);
            }
        }
    }

    /// Whether the brackets that are open cannot go on with the line that begins at this byte.
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

    /// Parses the tokens of the statement that begins at this byte, and finds the next.
    fn parse(&mut self, start: usize) {
        if !self.open.is_empty() || self.open_string.is_some() {
            self.cut();
        } else {
            self.restart = None;
        }
        self.progress.restart();
        self.builder.base = self.base;
        let from = self.builder.tree.errors.len();
        self.report_unclosed();
        let mut unexpected = Unexpected::new(self.progress);
        parse_document(&self.tokens, &mut self.builder, &mut unexpected);
        let found = unexpected.found;
        let is_good = found.is_empty() && self.builder.tree.errors.len() == from;
        let end = self.tokens.last().map_or(start, |token| self.base + token.span().end());
        let header = if is_good { None } else { self.report(from, &found) };
        self.builder.end_statement(start..self.restart.unwrap_or(end), header);
        self.on_this_line += 1;
        if let Some(at) = self.restart {
            (self.base, self.lexer) = (at, Source::new(&self.text[at..]).lex());
        }
        if self.restart.is_none_or(|at| self.text[..at].ends_with('\n')) {
            self.on_this_line = 0;
        }
    }

    /// Leaves out the tokens of the line with which reading goes on.
    fn cut(&mut self) {
        let Some(line) = self.restart else { return };
        let is_behind = |token: &Token| token.span().start() >= line - self.base;
        while self.tokens.last().is_some_and(is_behind) {
            self.tokens.pop();
        }
    }

    /// Reports the bracket that is not closed: what the parser says of it and of what follows is no news.
    fn report_unclosed(&mut self) {
        if let Some(at) = self.open_string {
            let is_here = |quotes: &Quotes| self.text[at..].starts_with(quotes.as_str());
            match [Quotes::TripleDouble, Quotes::TripleSingle].into_iter().find(is_here) {
                // Where no value can be, the parser reports it.
                Some(quotes) if self.expects_value() => {
                    self.builder.record(at..at + 3, Problem::UnclosedString(quotes));
                    self.builder.unclosed = Some(at);
                    return;
                }
                // A string without its end, not the bracket that it hides, is the error.
                None if !self.open.is_empty() => {
                    self.builder.unclosed = Some(at + 1);
                    return;
                }
                _ => {}
            }
        }
        let first = self.open.first().copied();
        let crossed = self.crossed.filter(|crossed| first.is_none_or(|first| crossed.at < first.at));
        if let Some(Open { at, is_list }) = crossed.or(first) {
            self.builder.record(at..at + 1, Problem::UnclosedBracket { is_list });
            self.builder.unclosed = Some(at);
        }
    }

    /// Reports what the parser could not go on with. The header that the statement is, if it lacks nothing but brackets.
    fn report(&mut self, from: usize, found: &[(Expected, usize)]) -> Option<(Range<usize>, bool)> {
        for at in from..self.builder.tree.errors.len() {
            let span = self.builder.tree.errors[at].span.clone();
            if span.is_empty() {
                self.builder.tree.errors[at].span = self.token_at(span.start);
            }
        }
        let unclosed = self.builder.unclosed;
        let mut header = None;
        for &(expected, at) in found {
            let at = self.base + at;
            if unclosed.is_some_and(|unclosed| at >= unclosed) {
                continue;
            }
            let span = self.token_at(at);
            let mut problem = match expected {
                Expected::Key => Problem::ExpectedKey,
                Expected::Equals => Problem::ExpectedEquals,
                Expected::Value => Problem::ExpectedValue,
                Expected::Comma { in_list } => Problem::ExpectedComma { in_list },
                Expected::HeaderEnd { in_list } => Problem::UnclosedHeader { in_list },
                Expected::LineEnd => Problem::ExpectedLineEnd,
            };
            if expected == Expected::Equals && self.text[span.clone()].starts_with(']') {
                let in_list = self.text[span.start..].starts_with("]]");
                problem = Problem::UnopenedHeader { in_list };
                header = self.unopened_header(in_list);
            }
            if unclosed.is_none() {
                self.find_statement(expected, span.start);
            }
            self.builder.record(span, problem);
        }
        header.or_else(|| self.unclosed_header())
    }

    /// What stands at this byte, or behind the blanks at it; nothing at the end of a line.
    fn token_at(&self, at: usize) -> Range<usize> {
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

    /// Goes on in the middle of a line if a key with its value begins there, or if the line ends with a header.
    fn find_statement(&mut self, expected: Expected, at: usize) {
        let line = self.text[at..].lines().next().unwrap_or_default();
        if expected == Expected::LineEnd && begins_pair(line) && self.on_this_line < MOST_ON_A_LINE {
            self.restart = Some(at);
        } else if matches!(expected, Expected::Key | Expected::Equals | Expected::LineEnd)
            && let Some(header) = line.find('[').filter(|&header| is_header(&line[header..]))
        {
            self.restart = Some(at + header);
        }
    }

    /// `[code.1` is a header if that is all there is in the line.
    fn unclosed_header(&self) -> Option<(Range<usize>, bool)> {
        let (start, in_list) = self.builder.open_header().filter(|_| self.builder.has_good_keys())?;
        let end = self.builder.keys_end();
        self.token_at(end).is_empty().then_some((start..end, in_list))
    }

    /// So is `code.1]`.
    fn unopened_header(&self, in_list: bool) -> Option<(Range<usize>, bool)> {
        let keys = self.builder.keys_start()..self.builder.keys_end();
        self.builder.has_good_keys().then_some((keys, in_list))
    }

    fn raw(&self, token: &Token) -> &'i str {
        &self.text[self.base + token.span().start()..self.base + token.span().end()]
    }
}

/// Whether a string on one line has its end: a quote that no backslash makes a part of it.
fn is_closed(raw: &str) -> bool {
    let quote = &raw[..1];
    let Some(body) = raw[1..].strip_suffix(quote) else { return false };
    let backslashes = body.len() - body.trim_end_matches('\\').len();
    quote == "'" || backslashes.is_multiple_of(2)
}

/// Whether this is a header and no list in a list: a bare word is not a value.
fn begins_header(text: &str) -> bool {
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
fn is_header(line: &str) -> bool {
    let end = line.find(']').map_or(line.len(), |end| end + 1);
    begins_header(line) && line[end..].trim_start_matches([']', ' ', '\t']).is_empty()
}

/// Whether a line begins with a header, or with a key and `=`.
fn begins_statement(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t']);
    if line.starts_with('[') { begins_header(line) } else { begins_pair(line) }
}

/// Whether this is a key and `=`.
fn begins_pair(text: &str) -> bool {
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
