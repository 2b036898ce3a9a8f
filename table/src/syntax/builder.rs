//! Builds the tree from the events of the parser.

use core::cell::Cell;
use core::mem;
use core::ops::Range;
use std::borrow::Cow;

use toml_parser::decoder::Encoding;
use toml_parser::parser::EventReceiver;
use toml_parser::{ErrorSink, ParseError, Span};

use crate::syntax::headers::{Header, Headers};
use crate::syntax::scalars::{bare, control_character, is_bare_key, string};
use crate::syntax::tree::{Conflict, Key, Kind, Origin, Table, Value};
use crate::syntax::{DEEPEST, Problem, SyntaxError, Tree};

/// What must follow in the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    Key,
    Equals,
    Value,
    Comma { in_list: bool },
    HeaderEnd { in_list: bool },
    LineEnd,
}

/// The progress of the parser, shared with the receiver of its errors.
#[derive(Debug)]
pub(super) struct Progress {
    expected: Cell<Expected>,
    /// Whether this line of the statement has an error: further ones are consequences of it.
    has_error: Cell<bool>,
}

/// Where the parser could not continue: what it expected, and a byte of the statement.
pub(super) struct Unexpected<'p> {
    progress: &'p Progress,
    pub(super) found: Vec<(Expected, usize)>,
}

impl Progress {
    pub(super) fn new() -> Self {
        Self { expected: Cell::new(Expected::Key), has_error: Cell::new(false) }
    }

    pub(super) fn restart(&self) {
        self.expected.set(Expected::Key);
        self.has_error.set(false);
    }
}

impl<'p> Unexpected<'p> {
    pub(super) fn new(progress: &'p Progress) -> Self {
        Self { progress, found: Vec::new() }
    }
}

impl ErrorSink for Unexpected<'_> {
    fn report_error(&mut self, error: ParseError) {
        if !self.progress.has_error.replace(true) {
            let at = error.unexpected().or(error.context()).unwrap_or_default();
            self.found.push((self.progress.expected.get(), at.start()));
        }
    }
}

/// A value that has begun.
enum Frame<'i> {
    Array {
        start: usize,
        items: Vec<Value<'i>>,
    },
    /// `keys` is the index of its first key among those of the statement.
    Braces {
        start: usize,
        table: Table<'i>,
        keys: usize,
    },
}

/// A header that has begun.
#[derive(Clone, Copy)]
struct OpenHeader {
    start: usize,
    in_list: bool,
}

pub(super) struct Builder<'i, 'p> {
    text: &'i str,
    progress: &'p Progress,
    /// The start of the text that the parser's places refer to.
    pub(super) base: usize,
    pub(super) tree: Tree<'i>,
    headers: Headers<'i>,
    /// The keys whose values have not ended. A key that cannot be read is empty.
    keys: Vec<Key<'i>>,
    frames: Vec<Frame<'i>>,
    arrays: usize,
    /// Brackets that the parser skips.
    skipped: usize,
    header: Option<OpenHeader>,
    has_value: bool,
    /// The rest is uncertain, and has been reported.
    pub(super) unclosed: Option<usize>,
    section: usize,
    is_damaged: bool,
    /// The index of the statement's first error.
    first_error: usize,
}

impl<'i, 'p> Builder<'i, 'p> {
    pub(super) fn new(text: &'i str, progress: &'p Progress) -> Self {
        Self {
            text,
            progress,
            base: 0,
            tree: Tree::default(),
            headers: Headers::new(),
            keys: Vec::new(),
            frames: Vec::new(),
            arrays: 0,
            skipped: 0,
            header: None,
            has_value: false,
            unclosed: None,
            section: 0,
            is_damaged: false,
            first_error: 0,
        }
    }

    /// Records an error, unless it is the second one of a line or a consequence of an unclosed bracket.
    pub(super) fn report(&mut self, span: Range<usize>, problem: Problem) {
        if self.unclosed.is_some_and(|at| span.start >= at) {
            return;
        }
        if problem.is_contained() || !self.progress.has_error.replace(true) {
            self.record(span, problem);
        }
    }

    /// Records an error in any case.
    pub(super) fn record(&mut self, span: Range<usize>, problem: Problem) {
        self.tree.errors.push(SyntaxError { span, problem, lost: 0..0 });
    }

    /// Ends a statement. A key without a value is kept as a key; a header that only lacks brackets, whose bytes are
    /// `header`, becomes a header.
    pub(super) fn end_statement(&mut self, bytes: Range<usize>, header: Option<(Range<usize>, bool)>) {
        let mut is_damaged = false;
        let mut at = self.first_error;
        while at < self.tree.errors.len() {
            let error = &mut self.tree.errors[at];
            if !error.problem.is_contained() {
                (error.lost, is_damaged) = (bytes.clone(), true);
            }
            at += 1;
        }
        if let Some((span, in_list)) = header {
            if !in_list {
                self.begin_section(bytes.start);
            }
            self.begin_table(span, in_list);
        } else if self.header.is_some() {
            self.headers.end_table();
        } else if is_damaged && !self.has_value && !self.keys.is_empty() {
            self.frames.clear();
            self.value(Kind::Lost, bytes.end..bytes.end);
        }
        self.is_damaged |= is_damaged;
        self.first_error = self.tree.errors.len();
        self.frames.clear();
        self.keys.clear();
        (self.arrays, self.skipped, self.header, self.has_value, self.unclosed) = (0, 0, None, false, None);
    }

    /// Whether the statement has keys, and all could be read.
    pub(super) fn has_good_keys(&self) -> bool {
        !self.keys.is_empty() && self.keys.iter().all(|key| !key.span.is_empty())
    }

    /// The header that has begun and not ended: its start, and whether it is in double brackets.
    pub(super) fn open_header(&self) -> Option<(usize, bool)> {
        self.header.map(|header| (header.start, header.in_list))
    }

    /// The start of the keys.
    pub(super) fn keys_start(&self) -> usize {
        self.keys.first().map_or(0, |key| key.span.start)
    }

    /// The end of the last key.
    pub(super) fn keys_end(&self) -> usize {
        self.keys.last().map_or(0, |key| key.span.end)
    }

    /// Ends the file at this byte.
    pub(super) fn finish(mut self, end: usize) -> Tree<'i> {
        self.begin_section(end);
        (self.tree.root, self.tree.repeated) = self.headers.finish();
        self.tree.errors.sort_by_cached_key(|error| error.span.start);
        self.tree
    }

    fn begin_section(&mut self, start: usize) {
        if mem::take(&mut self.is_damaged) {
            self.tree.damaged.push(self.section..start);
        }
        self.section = start;
    }

    /// Begins the table whose header has these bytes.
    fn begin_table(&mut self, span: Range<usize>, in_list: bool) {
        self.header = None;
        if !self.has_good_keys() {
            self.headers.end_table();
        } else if let Some(key) = self.keys.pop() {
            let is_certain = !self.is_damaged_statement();
            let header = Header { path: &self.keys, key, span, in_list };
            if let Some((place, problem)) = self.headers.begin_table(header, is_certain) {
                self.report(place, problem);
            }
        }
        self.keys.clear();
    }

    /// Whether an error was found in the statement.
    fn is_damaged_statement(&self) -> bool {
        let errors = &self.tree.errors[self.first_error..];
        errors.iter().any(|error| !error.problem.is_contained())
    }

    fn begin_header(&mut self, span: Span, in_list: bool) {
        let start = self.base + span.start();
        if !in_list {
            self.begin_section(start);
        }
        self.header = Some(OpenHeader { start, in_list });
    }

    fn end_header(&mut self, span: Span) {
        if let Some(OpenHeader { start, in_list }) = self.header {
            self.begin_table(start..self.base + span.end(), in_list);
        }
        self.progress.expected.set(Expected::LineEnd);
    }

    /// Adds a value at its place.
    fn value(&mut self, kind: Kind<'i>, span: Range<usize>) {
        let value = Value { kind, span };
        let (table, from) = match self.frames.last_mut() {
            Some(Frame::Array { items, .. }) => {
                items.push(value);
                return self.progress.expected.set(Expected::Comma { in_list: true });
            }
            Some(Frame::Braces { table, keys, .. }) => {
                self.progress.expected.set(Expected::Comma { in_list: false });
                (Some(table), *keys)
            }
            None => {
                self.has_value = true;
                self.progress.expected.set(Expected::LineEnd);
                (self.headers.table(), 0)
            }
        };
        if self.keys.len() <= from {
            return;
        }
        let mut is_good = true;
        for key in &self.keys[from..] {
            is_good &= !key.span.is_empty();
        }
        let Some(key) = self.keys.pop() else { return };
        let added = match table {
            Some(table) if is_good => table.insert(&self.keys[from..], key, value),
            _ => Ok(()),
        };
        self.keys.truncate(from);
        // The keys of a table that already exists may exist too.
        if let Err(Conflict { key, first, extends_value }) = added
            && !self.headers.is_repeated()
        {
            let problem = match extends_value {
                true => Problem::ExtendsValue { first },
                false => Problem::DuplicateKey { first },
            };
            self.report(key, problem);
        }
    }

    /// The number of keys and lists around the next value.
    fn depth(&self) -> usize {
        self.arrays + self.keys.len()
    }

    fn is_too_deep(&mut self, depth: usize, at: Span) -> bool {
        let is_too_deep = depth > DEEPEST;
        if is_too_deep {
            self.report(self.base + at.start()..self.base + at.end(), Problem::TooDeep);
        }
        is_too_deep
    }

    /// Whether the parser closes a bracket that it skips, not the innermost value.
    fn closes_skipped(&mut self, span: Span) -> bool {
        let is_skipped = self.skipped > 0 && !span.is_empty();
        if is_skipped {
            self.skipped -= 1;
        }
        is_skipped
    }
}

impl EventReceiver for Builder<'_, '_> {
    fn std_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.begin_header(span, false);
    }

    fn std_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.end_header(span);
    }

    fn array_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.begin_header(span, true);
    }

    fn array_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.end_header(span);
    }

    fn simple_key(&mut self, span: Span, encoding: Option<Encoding>, _: &mut dyn ErrorSink) {
        let (start, end) = (self.base + span.start(), self.base + span.end());
        let raw = &self.text[start..end];
        let (name, flaw) = match encoding {
            _ if raw.is_empty() => (Cow::Borrowed(raw), Some((0..0, Problem::ExpectedKey))),
            None if is_bare_key(raw) => (Cow::Borrowed(raw), None),
            None => (Cow::Borrowed(raw), Some((0..raw.len(), Problem::InvalidKey))),
            Some(Encoding::MlBasicString | Encoding::MlLiteralString) => {
                (Cow::Borrowed(raw), Some((0..3, Problem::MultiLineKey)))
            }
            Some(encoding) => string(raw, encoding),
        };
        let mut key = Key { name, span: start..end };
        if let Some((part, problem)) = flaw {
            self.report(start + part.start..start + part.end, problem);
            key.span.end = start;
        }
        // Nothing is nested below the last key in braces.
        if self.is_too_deep(self.depth() + usize::from(self.frames.is_empty()), span) {
            // The keys before it lead to nothing either.
            self.keys.iter_mut().for_each(|key| key.span.end = key.span.start);
        } else {
            self.keys.push(key);
        }
        self.progress.expected.set(match self.header {
            Some(OpenHeader { in_list, .. }) => Expected::HeaderEnd { in_list },
            None => Expected::Equals,
        });
    }

    fn key_sep(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.progress.expected.set(Expected::Key);
    }

    fn key_val_sep(&mut self, span: Span, _: &mut dyn ErrorSink) {
        if span.is_empty() {
            let at = self.base + span.start();
            self.report(at..at, Problem::ExpectedEquals);
        }
        self.progress.expected.set(Expected::Value);
    }

    fn array_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        if self.is_too_deep(self.depth(), span) {
            self.skipped += 1;
            return false;
        }
        self.arrays += 1;
        self.frames.push(Frame::Array { start: self.base + span.start(), items: Vec::new() });
        self.progress.expected.set(Expected::Value);
        true
    }

    fn array_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        if self.closes_skipped(span) {
            return;
        }
        if let Some(Frame::Array { start, items }) =
            self.frames.pop_if(|frame| matches!(frame, Frame::Array { .. }))
        {
            self.arrays -= 1;
            self.value(Kind::Array { items, has_headers: false }, start..self.base + span.end());
        }
    }

    fn inline_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        if self.is_too_deep(self.depth(), span) {
            self.skipped += 1;
            return false;
        }
        let (start, table) = (self.base + span.start(), Table::new(Origin::Braces));
        self.frames.push(Frame::Braces { start, table, keys: self.keys.len() });
        self.progress.expected.set(Expected::Key);
        true
    }

    fn inline_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        if self.closes_skipped(span) {
            return;
        }
        if let Some(Frame::Braces { start, table, keys }) =
            self.frames.pop_if(|frame| matches!(frame, Frame::Braces { .. }))
        {
            self.keys.truncate(keys);
            self.value(Kind::Table(table), start..self.base + span.end());
        }
    }

    fn scalar(&mut self, span: Span, encoding: Option<Encoding>, _: &mut dyn ErrorSink) {
        let (start, end) = (self.base + span.start(), self.base + span.end());
        let raw = &self.text[start..end];
        let kind = match encoding {
            // It is not closed, and its end is unknown.
            _ if self.unclosed == Some(start) => Kind::Lost,
            _ if raw.is_empty() => {
                self.report(start..end, Problem::ExpectedValue);
                Kind::Lost
            }
            Some(encoding) => {
                let (text, flaw) = string(raw, encoding);
                if let Some((part, problem)) = flaw {
                    self.report(start + part.start..start + part.end, problem);
                }
                Kind::String(text)
            }
            None => match bare(raw) {
                Ok(kind) => kind,
                Err(problem) => {
                    let is_text = problem == Problem::Unquoted;
                    self.report(start..end, problem);
                    if is_text { Kind::String(Cow::Borrowed(raw)) } else { Kind::Lost }
                }
            },
        };
        self.value(kind, start..end);
    }

    fn value_sep(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.progress.expected.set(match self.frames.last() {
            Some(Frame::Braces { keys, .. }) => {
                self.keys.truncate(*keys);
                Expected::Key
            }
            _ => Expected::Value,
        });
    }

    fn comment(&mut self, span: Span, _: &mut dyn ErrorSink) {
        let start = self.base + span.start();
        let comment = &self.text[start..self.base + span.end()];
        if let Some((at, problem)) = control_character(comment, false) {
            self.report(start + at..start + at + 1, problem);
        }
    }

    fn newline(&mut self, span: Span, _: &mut dyn ErrorSink) {
        let (start, end) = (self.base + span.start(), self.base + span.end());
        if &self.text[start..end] == "\r" {
            self.report(start..end, Problem::LoneCarriageReturn);
        }
        self.progress.has_error.set(false);
    }

    fn error(&mut self, span: Span, _: &mut dyn ErrorSink) {
        match &self.text[self.base + span.start()..self.base + span.end()] {
            "[" | "{" => self.skipped += 1,
            "]" | "}" => self.skipped = self.skipped.saturating_sub(1),
            _ => {}
        }
    }
}
