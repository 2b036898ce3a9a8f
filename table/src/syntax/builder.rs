//! Makes the tree from the events of the parser.

use core::cell::Cell;
use core::mem;
use core::ops::Range;
use std::borrow::Cow;

use toml_parser::decoder::Encoding;
use toml_parser::parser::EventReceiver;
use toml_parser::{ErrorSink, ParseError, Span};

use crate::syntax::scalars::{bare, control_character, is_bare_key, string};
use crate::syntax::tree::{Conflict, Key, Kind, Origin, Table, Value};
use crate::syntax::{DEEPEST, Problem, SyntaxError, Tree};

/// What a statement must go on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    Key,
    Equals,
    Value,
    Comma { in_list: bool },
    HeaderEnd { in_list: bool },
    LineEnd,
}

/// How far the parser is, for those who hear of its errors.
#[derive(Debug)]
pub(super) struct Progress {
    expected: Cell<Expected>,
    /// Whether an error was found in this line of the statement: further ones follow from it.
    has_error: Cell<bool>,
}

/// What the parser could not go on with: what it expected, and a byte of the statement.
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

/// Where the keys of the statements go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    /// The tables of the file.
    Root,
    /// Those that are there a second time.
    Repeated,
    /// Nowhere, since their header cannot be read.
    Nowhere,
}

/// A value that has begun.
enum Frame<'i> {
    Array {
        start: usize,
        items: Vec<Value<'i>>,
    },
    /// `keys` is where its own begin among those of the statement.
    Braces {
        start: usize,
        table: Table<'i>,
        keys: usize,
    },
}

/// A header that has begun.
#[derive(Clone, Copy)]
struct Header {
    start: usize,
    in_list: bool,
}

pub(super) struct Builder<'i, 'p> {
    text: &'i str,
    progress: &'p Progress,
    /// Where the text begins of which the parser has the places.
    pub(super) base: usize,
    pub(super) tree: Tree<'i>,
    /// The table under the last header.
    table: Table<'i>,
    target: Target,
    /// The way from the target to the table.
    route: Vec<usize>,
    /// The keys of the header that began the repeated part.
    repeated: Vec<Cow<'i, str>>,
    /// The keys whose values have not ended. One that cannot be read has no bytes.
    keys: Vec<Key<'i>>,
    frames: Vec<Frame<'i>>,
    arrays: usize,
    /// Brackets that the parser skips.
    skipped: usize,
    header: Option<Header>,
    has_value: bool,
    /// What follows here cannot be trusted, and has been reported.
    pub(super) unclosed: Option<usize>,
    section: usize,
    is_damaged: bool,
    /// The errors before this one are those of other statements.
    first_error: usize,
}

impl<'i, 'p> Builder<'i, 'p> {
    pub(super) fn new(text: &'i str, progress: &'p Progress) -> Self {
        Self {
            text,
            progress,
            base: 0,
            tree: Tree::default(),
            table: Table::default(),
            target: Target::Root,
            route: Vec::new(),
            repeated: Vec::new(),
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

    /// Records an error; but not a second one of a line, nor one that follows from an unclosed bracket.
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

    /// Ends a statement. Of a key without a value it is known that it is there; a header that lacks nothing but brackets,
    /// whose bytes are `header`, is one.
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
            self.open_table(span, in_list);
        } else if self.header.is_some() {
            self.end_table();
            self.target = Target::Nowhere;
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

    /// The header that has begun and not ended: where, and whether in double brackets.
    pub(super) fn open_header(&self) -> Option<(usize, bool)> {
        self.header.map(|header| (header.start, header.in_list))
    }

    /// Where the keys begin.
    pub(super) fn keys_start(&self) -> usize {
        self.keys.first().map_or(0, |key| key.span.start)
    }

    /// The end of the last key.
    pub(super) fn keys_end(&self) -> usize {
        self.keys.last().map_or(0, |key| key.span.end)
    }

    /// Ends the file at this byte.
    pub(super) fn finish(mut self, end: usize) -> Tree<'i> {
        self.end_table();
        self.begin_section(end);
        self.tree.errors.sort_by_key(|error| error.span.start);
        self.tree
    }

    fn begin_section(&mut self, start: usize) {
        if mem::take(&mut self.is_damaged) {
            self.tree.damaged.push(self.section..start);
        }
        self.section = start;
    }

    /// Puts the table under the last header into the tree.
    fn end_table(&mut self) {
        let table = mem::take(&mut self.table);
        match self.target {
            Target::Root if self.route.is_empty() => self.tree.root = table,
            Target::Root => self.tree.root.put(&self.route, table),
            Target::Repeated => self.tree.repeated.put(&self.route, table),
            Target::Nowhere => {}
        }
        // The keys before the first header are in the tree once.
        self.target = Target::Nowhere;
    }

    fn open_table(&mut self, span: Range<usize>, in_list: bool) {
        self.end_table();
        self.header = None;
        let is_good = self.has_good_keys();
        let Some(key) = self.keys.pop().filter(|_| is_good) else {
            self.keys.clear();
            return;
        };
        let is_inner = self.is_in_repeated(&key);
        if !is_inner {
            self.repeated.clear();
        }
        self.route.clear();
        let root = if is_inner { &mut self.tree.repeated } else { &mut self.tree.root };
        match root.open(&self.keys, key.clone(), span.clone(), in_list, &mut self.route) {
            Ok(table) => {
                self.table = table;
                self.target = if is_inner { Target::Repeated } else { Target::Root };
            }
            Err(conflict) if is_inner => self.reopen(&conflict),
            // It may be another header than it seems.
            Err(_) if self.is_damaged_statement() => {}
            Err(conflict) => self.repeat(key, conflict, span, in_list),
        }
        self.keys.clear();
    }

    /// Whether an error was found in the statement.
    fn is_damaged_statement(&self) -> bool {
        let errors = &self.tree.errors[self.first_error..];
        errors.iter().any(|error| !error.problem.is_contained())
    }

    /// Whether a header goes on with the one that began the repeated part.
    fn is_in_repeated(&self, key: &Key<'i>) -> bool {
        let (mut at, path) = (0, &self.keys);
        while at < self.repeated.len() {
            let part = path.get(at).or((at == path.len()).then_some(key));
            if part.is_none_or(|part| part.name != self.repeated[at]) {
                return false;
            }
            at += 1;
        }
        at > 0 && path.len() >= at
    }

    /// Reports a header that is there already, and reads what stands under it apart.
    fn repeat(&mut self, key: Key<'i>, conflict: Conflict, span: Range<usize>, in_list: bool) {
        let Conflict { key: place, first, extends_value } = conflict;
        if extends_value {
            return self.report(place, Problem::ExtendsValue { first });
        }
        self.repeated.extend(self.keys.iter().map(|key| key.name.clone()));
        self.repeated.push(key.name.clone());
        let path = self.repeated.iter().map(|name| name.clone().into_owned()).collect();
        self.report(place, Problem::DuplicateHeader { first, path });
        self.route.clear();
        match self.tree.repeated.open(&self.keys, key, span, in_list, &mut self.route) {
            Ok(table) => (self.table, self.target) = (table, Target::Repeated),
            Err(conflict) => self.reopen(&conflict),
        }
    }

    /// Goes on with a table of the repeated part: under a header that is there a third time there may be errors too.
    fn reopen(&mut self, conflict: &Conflict) {
        if let Some(table) = self.tree.repeated.take(&self.route).filter(|_| !conflict.extends_value) {
            (self.table, self.target) = (table, Target::Repeated);
        }
    }

    fn begin_header(&mut self, span: Span, in_list: bool) {
        let start = self.base + span.start();
        if !in_list {
            self.begin_section(start);
        }
        self.header = Some(Header { start, in_list });
    }

    fn end_header(&mut self, span: Span) {
        if let Some(Header { start, in_list }) = self.header {
            self.open_table(start..self.base + span.end(), in_list);
        }
        self.progress.expected.set(Expected::LineEnd);
    }

    /// Takes a value where it belongs.
    fn value(&mut self, kind: Kind<'i>, span: Range<usize>) {
        let value = Value { kind, span };
        let (table, from) = match self.frames.last_mut() {
            Some(Frame::Array { items, .. }) => {
                items.push(value);
                return self.progress.expected.set(Expected::Comma { in_list: true });
            }
            Some(Frame::Braces { table, keys, .. }) => {
                self.progress.expected.set(Expected::Comma { in_list: false });
                (table, *keys)
            }
            None => {
                self.has_value = true;
                self.progress.expected.set(Expected::LineEnd);
                (&mut self.table, 0)
            }
        };
        if self.keys.len() <= from {
            return;
        }
        let mut is_good = self.target != Target::Nowhere;
        for key in &self.keys[from..] {
            is_good &= !key.span.is_empty();
        }
        let Some(key) = self.keys.pop() else { return };
        let added = if is_good { table.insert(&self.keys[from..], key, value) } else { Ok(()) };
        self.keys.truncate(from);
        // In a part that is repeated, nothing is news.
        if let Err(Conflict { key, first, extends_value }) = added
            && self.target != Target::Repeated
        {
            self.report(
                key,
                match extends_value {
                    true => Problem::ExtendsValue { first },
                    false => Problem::DuplicateKey { first },
                },
            );
        }
    }

    /// How many keys and lists are around what comes next.
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

    /// Whether the parser closes what it skips, and not the innermost value.
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
        // The last key in braces holds nothing that lies deeper.
        if self.is_too_deep(self.depth() + usize::from(self.frames.is_empty()), span) {
            // The keys before it lead nowhere either.
            self.keys.iter_mut().for_each(|key| key.span.end = key.span.start);
        } else {
            self.keys.push(key);
        }
        self.progress.expected.set(match self.header {
            Some(Header { in_list, .. }) => Expected::HeaderEnd { in_list },
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
            // It is not closed, and ends nobody knows where.
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
