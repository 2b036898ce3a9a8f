//! A file as its statements, with every comment and blank: an unchanged outline is written byte for byte as it was
//! read.

use core::ops::Range;
use std::borrow::Cow;

use toml_parser::decoder::Encoding;
use toml_parser::parser::{EventReceiver, RecursionGuard, parse_document};
use toml_parser::{ErrorSink, ParseError, Raw, Source, Span};

/// A part of the file, or its replacement.
pub(super) type Text<'s> = Cow<'s, str>;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The maximum depth of nested brackets, which is that of the `toml` crate.
const MOST_BRACKETS: u32 = 80;

/// A file.
#[derive(Debug)]
pub(super) struct Outline<'s> {
    pub(super) text: &'s str,
    /// The line ending of the file.
    pub(super) newline: &'static str,
    /// The root, which has no header, then one section for each header.
    pub(super) sections: Vec<Section<'s>>,
    /// Everything that holds items: sections and brackets.
    pub(super) scopes: Vec<Scope<'s>>,
    /// The text after the last statement.
    pub(super) tail: Text<'s>,
}

/// A header and its scope.
#[derive(Debug)]
pub(super) struct Section<'s> {
    /// The lines between the previous statement and the header.
    pub(super) above: Text<'s>,
    pub(super) header: Option<Header<'s>>,
    pub(super) scope: usize,
    /// The byte where the header begins.
    pub(super) start: usize,
    pub(super) is_removed: bool,
    /// Comments of removed items, written below the last line.
    pub(super) kept: String,
}

/// `[code.1]  # comment`
#[derive(Debug)]
pub(super) struct Header<'s> {
    /// The opening bracket or brackets, and the blank after them.
    pub(super) open: Text<'s>,
    pub(super) keys: Vec<Key<'s>>,
    /// The closing brackets and the rest of the line.
    pub(super) close: Text<'s>,
    pub(super) is_list: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Key<'s> {
    /// The dot between the previous key and this one, with the blanks around it.
    pub(super) dot: Text<'s>,
    pub(super) raw: Text<'s>,
    pub(super) name: Text<'s>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The lines under a header.
    Lines,
    /// `{ … }`
    Braces,
    /// `[ … ]`
    List,
}

/// A part of the file with items.
#[derive(Debug)]
pub(super) struct Scope<'s> {
    pub(super) kind: Kind,
    pub(super) items: Vec<Item<'s>>,
    pub(super) has_trailing_comma: bool,
    /// The text between the last value or its comma and the closing bracket.
    pub(super) tail: Text<'s>,
}

/// A key with its value, or an element of a list.
#[derive(Debug)]
pub(super) struct Item<'s> {
    /// The text before it: for a line, the lines since the previous statement and the indent.
    pub(super) above: Text<'s>,
    /// The keys from its scope to it; empty for an element of a list.
    pub(super) keys: Vec<Key<'s>>,
    /// The `=` with the blanks around it.
    pub(super) equals: Text<'s>,
    pub(super) value: Value<'s>,
    /// The text after the value: the rest of the line, or what precedes the comma or the closing bracket.
    pub(super) after: Text<'s>,
    /// The bytes of the value in the file.
    pub(super) span: Range<usize>,
    pub(super) is_removed: bool,
    /// A new item comes after this one; items at one place are ordered by the rest.
    pub(super) order: (usize, usize, usize),
}

#[derive(Debug)]
pub(super) enum Value<'s> {
    Scalar(Text<'s>),
    /// The index of a scope with braces or brackets.
    Scope(usize),
}

impl<'s> Outline<'s> {
    /// The file, if it follows the grammar of TOML. Duplicate keys are not checked here.
    pub(super) fn read(text: &'s str) -> Result<Self, ParseError> {
        let start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let mut reader = Reader::new(text, start);
        let tokens = Source::new(text).lex().into_vec();
        let mut error: Option<ParseError> = None;
        parse_document(&tokens, &mut RecursionGuard::new(&mut reader, MOST_BRACKETS), &mut error);
        match error {
            Some(error) => Err(error),
            None => Ok(reader.finish()),
        }
    }

    pub(super) fn item(&self, (scope, item): (usize, usize)) -> &Item<'s> {
        &self.scopes[scope].items[item]
    }

    pub(super) fn item_mut(&mut self, (scope, item): (usize, usize)) -> &mut Item<'s> {
        &mut self.scopes[scope].items[item]
    }

    /// A byte order mark, with which files on some systems begin.
    pub(super) fn mark(&self) -> &'static str {
        if self.text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { "" }
    }

    pub(super) fn write_value(&self, value: &Value<'_>, out: &mut String) {
        match value {
            Value::Scalar(text) => out.push_str(text),
            Value::Scope(scope) => self.write_brackets(&self.scopes[*scope], out),
        }
    }

    fn write_brackets(&self, scope: &Scope<'_>, out: &mut String) {
        let (open, close) = if scope.kind == Kind::List { ('[', ']') } else { ('{', '}') };
        out.push(open);
        let mut kept = String::new();
        let mut count = 0;
        for item in scope.in_order() {
            if item.is_removed {
                [&item.above, &item.after].into_iter().for_each(|text| keep_comments(text, &mut kept));
                self.keep_comments_of(&item.value, &mut kept);
                continue;
            }
            out.push_str(if count > 0 { "," } else { "" });
            out.push_str(&core::mem::take(&mut kept));
            self.write_item(item, out);
            count += 1;
        }
        out.push_str(if scope.has_trailing_comma && count > 0 { "," } else { "" });
        out.push_str(&kept);
        out.push_str(&scope.tail);
        out.push(close);
    }

    pub(super) fn write_item(&self, item: &Item<'_>, out: &mut String) {
        out.push_str(&item.above);
        write_keys(&item.keys, out);
        out.push_str(&item.equals);
        self.write_value(&item.value, out);
        out.push_str(&item.after);
    }

    /// The comments inside a value, each on a line.
    pub(super) fn keep_comments_of(&self, value: &Value<'_>, out: &mut String) {
        let Value::Scope(scope) = value else { return };
        let scope = &self.scopes[*scope];
        for item in &scope.items {
            keep_comments(&item.above, out);
            keep_comments(&item.equals, out);
            self.keep_comments_of(&item.value, out);
            keep_comments(&item.after, out);
        }
        keep_comments(&scope.tail, out);
    }
}

impl<'s> Section<'s> {
    fn new(above: Text<'s>, header: Option<Header<'s>>, scope: usize, start: usize) -> Self {
        Self { above, header, scope, start, is_removed: false, kept: String::new() }
    }
}

impl<'s> Scope<'s> {
    /// The items in order, with new ones at their places.
    pub(super) fn in_order(&self) -> impl Iterator<Item = &Item<'s>> {
        let mut items: Vec<_> = self.items.iter().collect();
        items.sort_by_cached_key(|item| item.order);
        items.into_iter()
    }
}

/// The length of the comments with which the lines below a statement begin, if a blank line or the end of the file
/// follows them: they belong to the statement above. Other comments belong to what is below.
pub(super) fn trailing(lines: &str, is_tail: bool) -> usize {
    let mut end = 0;
    for line in lines.split_inclusive('\n') {
        if line.trim().is_empty() {
            return end;
        }
        end += line.len();
    }
    if is_tail { end } else { 0 }
}

/// Adds a line for each comment of a text that holds only comments and blanks.
pub(super) fn keep_comments(text: &str, out: &mut String) {
    for comment in comments(text) {
        if !out.ends_with('\n') {
            out.push('\n');
        }
        out.push_str(comment);
        out.push('\n');
    }
}

/// The comments of a text that holds only comments and blanks, and perhaps a comma.
pub(super) fn comments(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.find('#').map(|at| line[at..].trim_end()))
}

pub(super) fn write_keys(keys: &[Key<'_>], out: &mut String) {
    for key in keys {
        out.push_str(&key.dot);
        out.push_str(&key.raw);
    }
}

/// The text of a key, without quotes and escapes.
fn key_name<'s>(raw: &'s str, encoding: Option<Encoding>, span: Span) -> Text<'s> {
    let mut name = Cow::Borrowed("");
    Raw::new_unchecked(raw, encoding, span).decode_key(&mut name, &mut ());
    name
}

/// The text of a scalar, if it is a string.
pub(super) fn string(raw: &str) -> Option<Text<'_>> {
    let encoding = match raw.as_bytes() {
        [b'"', b'"', b'"', ..] => Encoding::MlBasicString,
        [b'\'', b'\'', b'\'', ..] => Encoding::MlLiteralString,
        [b'"', ..] => Encoding::BasicString,
        [b'\'', ..] => Encoding::LiteralString,
        _ => return None,
    };
    let mut text = Cow::Borrowed("");
    let span = Span::new_unchecked(0, raw.len());
    let _ = Raw::new_unchecked(raw, Some(encoding), span).decode_scalar(&mut text, &mut ());
    Some(text)
}

/// Builds the outline from the events of the parser.
struct Reader<'s> {
    outline: Outline<'s>,
    /// The end of the text that is already assigned to a part.
    mark: usize,
    above: &'s str,
    keys: Vec<Key<'s>>,
    /// The opening bracket of the current header.
    header: Option<(&'s str, bool)>,
    /// The byte where that header begins.
    start: usize,
    /// The scopes around the current place, the outermost first.
    scopes: Vec<usize>,
    /// Whether the text after the last item of the innermost scope, or after the last header, is still to be assigned.
    is_open: bool,
}

impl<'s> Reader<'s> {
    fn new(text: &'s str, start: usize) -> Self {
        let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let tail = Cow::Borrowed("");
        let outline = Outline { text, newline, sections: Vec::new(), scopes: Vec::new(), tail };
        let mut reader = Self {
            outline,
            mark: start,
            above: "",
            keys: Vec::new(),
            header: None,
            start,
            scopes: Vec::new(),
            is_open: false,
        };
        let scope = reader.new_scope(Kind::Lines);
        let above = Cow::Borrowed("");
        reader.outline.sections.push(Section::new(above, None, scope, start));
        reader.scopes.push(scope);
        reader
    }

    fn new_scope(&mut self, kind: Kind) -> usize {
        let scope = Scope { kind, items: Vec::new(), has_trailing_comma: false, tail: Cow::Borrowed("") };
        self.outline.scopes.push(scope);
        self.outline.scopes.len() - 1
    }

    /// The text since the last call, up to this byte.
    fn take(&mut self, to: usize) -> &'s str {
        let text = self.outline.text.get(self.mark..to).unwrap_or_default();
        self.mark = to.max(self.mark);
        text
    }

    fn scope(&mut self) -> &mut Scope<'s> {
        let scope = self.scopes.last().copied().unwrap_or_default();
        &mut self.outline.scopes[scope]
    }

    /// Begins an item whose value begins here.
    fn begin_item(&mut self, span: Span, value: Value<'s>) {
        let passed = self.take(span.start());
        let keys = core::mem::take(&mut self.keys);
        let (above, equals) = if keys.is_empty() { (passed, "") } else { (self.above, passed) };
        let scope = self.scope();
        let order = (scope.items.len() + 1, 0, 0);
        scope.has_trailing_comma = false;
        scope.items.push(Item {
            above: above.into(),
            keys,
            equals: equals.into(),
            value,
            after: Cow::Borrowed(""),
            span: span.start()..span.end(),
            is_removed: false,
            order,
        });
        self.is_open = true;
    }

    fn open_header(&mut self, span: Span, is_list: bool) {
        self.above = self.take(span.start());
        self.header = Some(("", is_list));
        self.start = span.start();
    }

    fn open_brackets(&mut self, span: Span, kind: Kind) -> bool {
        let scope = self.new_scope(kind);
        self.begin_item(span, Value::Scope(scope));
        self.mark = span.end();
        self.scopes.push(scope);
        self.is_open = false;
        true
    }

    fn close_brackets(&mut self, span: Span) {
        let rest = self.take(span.start());
        self.is_open = true;
        let scope = self.scope();
        // The text after a last value without a comma is treated like the text after its comma.
        scope.tail = rest.into();
        self.mark = span.end();
        self.scopes.pop();
        if let Some(holder) = self.scope().items.last_mut() {
            holder.span.end = span.end();
        }
    }

    /// Ends a header or a line.
    fn end_line(&mut self, end: usize) {
        if self.scopes.len() > 1 || !self.is_open {
            return;
        }
        let rest = self.take(end);
        self.is_open = false;
        match self.header.take() {
            Some((open, is_list)) => {
                let keys = core::mem::take(&mut self.keys);
                let header = Some(Header { open: open.into(), keys, close: rest.into(), is_list });
                let (above, scope, start) = (self.above.into(), self.new_scope(Kind::Lines), self.start);
                self.outline.sections.push(Section::new(above, header, scope, start));
                self.scopes = vec![scope];
            }
            None => {
                if let Some(last) = self.scope().items.last_mut() {
                    last.after = rest.into();
                }
            }
        }
    }

    fn finish(mut self) -> Outline<'s> {
        let end = self.outline.text.len();
        self.end_line(end);
        self.outline.tail = self.take(end).into();
        self.outline
    }
}

impl EventReceiver for Reader<'_> {
    fn std_table_open(&mut self, span: Span, _error: &mut dyn ErrorSink) {
        self.open_header(span, false);
    }

    fn array_table_open(&mut self, span: Span, _error: &mut dyn ErrorSink) {
        self.open_header(span, true);
    }

    fn std_table_close(&mut self, _span: Span, _error: &mut dyn ErrorSink) {
        self.is_open = true;
    }

    fn array_table_close(&mut self, _span: Span, _error: &mut dyn ErrorSink) {
        self.is_open = true;
    }

    fn inline_table_open(&mut self, span: Span, _error: &mut dyn ErrorSink) -> bool {
        self.open_brackets(span, Kind::Braces)
    }

    fn inline_table_close(&mut self, span: Span, _error: &mut dyn ErrorSink) {
        self.close_brackets(span);
    }

    fn array_open(&mut self, span: Span, _error: &mut dyn ErrorSink) -> bool {
        self.open_brackets(span, Kind::List)
    }

    fn array_close(&mut self, span: Span, _error: &mut dyn ErrorSink) {
        self.close_brackets(span);
    }

    fn simple_key(&mut self, span: Span, kind: Option<Encoding>, _error: &mut dyn ErrorSink) {
        let passed = self.take(span.start());
        let dot = match &mut self.header {
            _ if !self.keys.is_empty() => passed,
            Some((open, _)) => {
                *open = passed;
                ""
            }
            None => {
                self.above = passed;
                ""
            }
        };
        let raw = self.take(span.end());
        let name = key_name(raw, kind, span);
        self.keys.push(Key { dot: dot.into(), raw: raw.into(), name });
    }

    fn scalar(&mut self, span: Span, _kind: Option<Encoding>, _error: &mut dyn ErrorSink) {
        let raw = self.outline.text.get(span.start()..span.end()).unwrap_or_default();
        self.begin_item(span, Value::Scalar(raw.into()));
        self.mark = span.end();
    }

    fn value_sep(&mut self, span: Span, _error: &mut dyn ErrorSink) {
        let rest = self.take(span.start());
        self.mark = span.end();
        self.is_open = false;
        let scope = self.scope();
        scope.has_trailing_comma = true;
        if let Some(last) = scope.items.last_mut() {
            last.after = rest.into();
        }
    }

    fn newline(&mut self, span: Span, _error: &mut dyn ErrorSink) {
        self.end_line(span.end());
    }
}
