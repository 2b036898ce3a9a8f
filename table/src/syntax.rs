//! A file as TOML: a tree of keys and values with their places, and all syntax errors.
//!
//! The lexer and the parser are those of the `toml` crate's own project. A statement is collected (`statement`) and
//! parsed; its events become a tree (`builder`, `headers`), whose strings and numbers are read in `scalars`. Nothing
//! here knows about tables of codes.

mod builder;
mod headers;
mod scalars;
mod statement;
mod tree;

use core::ops::Range;

use toml_parser::parser::parse_document;

use crate::syntax::builder::{Builder, Expected, Progress, Unexpected};
use crate::syntax::statement::{Open, Statements, Unclosed, begins_pair, is_header};
pub(crate) use scalars::{has_byte, is_bare_key, is_visible};
pub use statement::{MOST_TOKENS, MOST_VALUE_BYTES};
pub use tree::{Entry, Integer, Key, Kind, Table, Value};

/// After this many errors, reading stops: twenty for each problem of a rule that is kept.
pub const MOST_ERRORS: usize = 400_000;

/// The maximum depth of nested inline tables, lists and dotted keys.
pub const DEEPEST: usize = 80;

/// The part of a file that could be read.
#[derive(Debug, Default)]
pub struct Tree<'i> {
    /// The tables of the file.
    pub root: Table<'i>,
    /// Tables under headers that occur a second time.
    pub repeated: Table<'i>,
    /// All syntax errors, in the order of the file.
    pub errors: Vec<SyntaxError>,
    /// The parts with an error, each from one header to the next, in the order of the file: keys may be missing in
    /// them.
    pub damaged: Vec<Range<usize>>,
    /// Where reading stopped, if it was before the end.
    pub stopped: Option<(usize, Stop)>,
}

/// Why reading stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// It has more than [`MOST_ERRORS`] errors.
    Errors,
    /// The value that begins here has more than [`MOST_VALUE_BYTES`] or [`MOST_TOKENS`].
    Value,
}

/// A syntax error.
#[derive(Debug)]
pub struct SyntaxError {
    /// Its bytes; empty at the end of a line.
    pub span: Range<usize>,
    /// The kind of error.
    pub problem: Problem,
    /// The statement that contains it, whose content is uncertain. Empty if only the bytes of the error are affected.
    pub lost: Range<usize>,
}

/// The kind of a syntax error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A version control system left both sides of a conflict.
    ConflictMarker,
    /// A byte order mark is not at the start of the file.
    ByteOrderMark,
    /// A key is missing.
    ExpectedKey,
    /// `=` is missing after a key.
    ExpectedEquals,
    /// A value is missing.
    ExpectedValue,
    /// A comma or the closing bracket of a list or an inline table is missing.
    ExpectedComma {
        /// Whether it is a list.
        in_list: bool,
    },
    /// Something follows a value or a header.
    ExpectedLineEnd,
    /// A header lacks its closing bracket.
    UnclosedHeader {
        /// Whether it begins with double brackets.
        in_list: bool,
    },
    /// A header lacks its opening bracket.
    UnopenedHeader {
        /// Whether it ends with double brackets.
        in_list: bool,
    },
    /// A bracket is not closed.
    UnclosedBracket {
        /// Whether it begins a list.
        is_list: bool,
    },
    /// A string is not closed.
    UnclosedString(Quotes),
    /// A text is not in quotes.
    Unquoted,
    /// A key without quotes has characters other than letters, digits, `-` and `_`.
    InvalidKey,
    /// A key is a string over several lines.
    MultiLineKey,
    /// A number is malformed.
    Number,
    /// A date or a time is malformed or does not exist.
    Datetime,
    /// A backslash is not followed by a valid escape.
    Escape,
    /// A string, a key or a comment contains a control character.
    ControlCharacter,
    /// A carriage return is not followed by a newline.
    LoneCarriageReturn,
    /// Values are nested more than [`DEEPEST`] levels deep.
    TooDeep,
    /// The key occurs a second time in its table.
    DuplicateKey {
        /// The first one.
        first: Range<usize>,
    },
    /// The header, or its last key, occurs a second time.
    DuplicateHeader {
        /// The last key of the first header.
        first: Range<usize>,
        /// The keys of the header.
        path: Vec<String>,
    },
    /// A dotted key or a header adds to a value that is not a table, or to an inline table.
    ExtendsValue {
        /// The key of that value.
        first: Range<usize>,
    },
}

/// The delimiters of a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Quotes {
    Double,
    Single,
    TripleDouble,
    TripleSingle,
}

impl Quotes {
    /// As they are written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Double => "\"",
            Self::Single => "'",
            Self::TripleDouble => "\"\"\"",
            Self::TripleSingle => "'''",
        }
    }
}

impl Problem {
    /// Whether the rest of the statement is unaffected by the error.
    fn is_contained(&self) -> bool {
        matches!(
            self,
            Self::Number
                | Self::Datetime
                | Self::DuplicateKey { .. }
                | Self::DuplicateHeader { .. }
                | Self::ExtendsValue { .. }
        )
    }
}

/// The maximum number of statements that are read from one line: each attempt reads the rest of the line.
const MOST_ON_A_LINE: usize = 4;

/// Reads a file as far as possible.
pub fn parse(text: &str) -> Tree<'_> {
    let progress = Progress::new();
    let (statements, builder) = (Statements::new(text), Builder::new(text, &progress));
    let mut reader =
        Reader { text, progress: &progress, statements, builder, on_this_line: 0, in_conflict: false };
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
    statements: Statements<'i>,
    builder: Builder<'i, 'p>,
    /// The number of statements that have begun on this line, without the first.
    on_this_line: usize,
    /// The first side of a conflict is being read.
    in_conflict: bool,
}

impl Reader<'_, '_> {
    /// Reads every statement; returns where reading ends.
    fn read(&mut self) -> usize {
        while let Some(start) = self.statements.begin() {
            let stop = match self.builder.tree.errors.len() > MOST_ERRORS {
                true => Some(Stop::Errors),
                false => self.statements.collect(),
            };
            if let Some(stop) = stop {
                self.builder.tree.stopped = Some((start, stop));
                return start;
            }
            match self.intruder(start) {
                Some(end) => {
                    self.builder.end_statement(start..end, None);
                    self.statements.go_on_at(end);
                }
                None => self.parse(start),
            }
        }
        self.text.len()
    }

    /// What a tool has left in the file: a byte order mark or a conflict. Where to go on, if one begins here.
    fn intruder(&mut self, start: usize) -> Option<usize> {
        match self.text.as_bytes().get(start)? {
            0xef => self.byte_order_mark(start),
            b'<' | b'=' | b'|' | b'>' => self.conflict(start),
            _ => None,
        }
    }

    /// A mark before a statement, as a joined file has it.
    fn byte_order_mark(&mut self, start: usize) -> Option<usize> {
        let rest = self.text[start..].strip_prefix('\u{feff}').filter(|_| start > 0)?;
        let end = self.text.len() - rest.len();
        self.builder.record(start..end, Problem::ByteOrderMark);
        Some(end)
    }

    /// Reports a conflict once, at its first marker. Its first side is read and the others are not, as they mostly have the
    /// same keys. Where to go on, if a marker begins here.
    fn conflict(&mut self, start: usize) -> Option<usize> {
        let after_line = |at: usize| self.text[at..].find('\n').map_or(self.text.len(), |line| at + line + 1);
        let rest = &self.text[start..];
        if start > 0 && !self.text[..start].ends_with('\n') {
            return None;
        }
        if rest.starts_with("<<<<<<<") {
            self.in_conflict = true;
            self.builder.record(start..start + 7, Problem::ConflictMarker);
            return Some(after_line(start));
        }
        let ends_side = rest.starts_with("=======") || rest.starts_with("|||||||");
        if !self.in_conflict || !(ends_side || rest.starts_with(">>>>>>>")) {
            return None;
        }
        self.in_conflict = false;
        let end = if ends_side { rest.find("\n>>>>>>>").map_or(start, |end| start + end + 1) } else { start };
        Some(after_line(end))
    }

    /// Parses the statement that begins at this byte, and finds the next.
    fn parse(&mut self, start: usize) {
        self.progress.restart();
        self.builder.base = self.statements.base;
        let from = self.builder.tree.errors.len();
        self.report_unclosed();
        let mut unexpected = Unexpected::new(self.progress);
        parse_document(&self.statements.tokens, &mut self.builder, &mut unexpected);
        let found = unexpected.found;
        let is_good = found.is_empty() && self.builder.tree.errors.len() == from;
        let header = if is_good { None } else { self.report(from, &found) };
        let restart = self.statements.restart;
        let Some(restart) = restart else {
            self.builder.end_statement(start..self.statements.end(), header);
            self.on_this_line = 0;
            return;
        };
        self.builder.end_statement(start..restart, header);
        self.statements.go_on_at(restart);
        self.on_this_line = if self.text[..restart].ends_with('\n') { 0 } else { self.on_this_line + 1 };
    }

    /// Reports an unclosed bracket or string. Later errors of the parser are consequences of it.
    fn report_unclosed(&mut self) {
        match self.statements.unclosed() {
            Some(Unclosed::Bracket(Open { at, is_list })) => {
                self.builder.record(at..at + 1, Problem::UnclosedBracket { is_list });
                self.builder.unclosed = Some(at);
            }
            Some(Unclosed::Lines(at)) => {
                let is_double = self.text[at..].starts_with('"');
                let quotes = if is_double { Quotes::TripleDouble } else { Quotes::TripleSingle };
                self.builder.record(at..at + 3, Problem::UnclosedString(quotes));
                self.builder.unclosed = Some(at);
            }
            Some(Unclosed::String(at)) => self.builder.unclosed = Some(at + 1),
            None => {}
        }
    }

    /// Reports where the parser could not continue. Returns the header if only brackets are missing in the statement.
    fn report(&mut self, from: usize, found: &[(Expected, usize)]) -> Option<(Range<usize>, bool)> {
        for error in &mut self.builder.tree.errors[from..] {
            if error.span.is_empty() {
                error.span = self.statements.token_at(error.span.start);
            }
        }
        let unclosed = self.builder.unclosed;
        let mut header = None;
        for &(expected, at) in found {
            let at = self.statements.base + at;
            if unclosed.is_some_and(|unclosed| at >= unclosed) {
                continue;
            }
            let span = self.statements.token_at(at);
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

    /// Continues in the middle of a line if a key with its value begins there, or if the line ends with a header.
    fn find_statement(&mut self, expected: Expected, at: usize) {
        let line = self.text[at..].lines().next().unwrap_or_default();
        if expected == Expected::LineEnd && begins_pair(line) && self.on_this_line < MOST_ON_A_LINE {
            self.statements.restart = Some(at);
        } else if matches!(expected, Expected::Key | Expected::Equals | Expected::LineEnd)
            && let Some(header) = line.find('[').filter(|&header| is_header(&line[header..]))
        {
            self.statements.restart = Some(at + header);
        }
    }

    /// `[code.1` is a header if the line has nothing else.
    fn unclosed_header(&self) -> Option<(Range<usize>, bool)> {
        let (start, in_list) = self.builder.open_header().filter(|_| self.builder.has_good_keys())?;
        let end = self.builder.keys_end();
        self.statements.token_at(end).is_empty().then_some((start..end, in_list))
    }

    /// `code.1]` is a header too.
    fn unopened_header(&self, in_list: bool) -> Option<(Range<usize>, bool)> {
        let keys = self.builder.keys_start()..self.builder.keys_end();
        self.builder.has_good_keys().then_some((keys, in_list))
    }
}
