//! Keys and tables that a file has twice, with the place of the first.

use core::ops::Range;
use std::collections::BTreeMap;

use crate::raw::headers::{headers_after, headers_before};
use crate::raw::{File, shape};
use crate::report::{Mistake, Quoted, Sink};
use crate::source::Place;

/// Finds the first of what the parser says is there twice.
pub(crate) struct Repeated<'i> {
    file: File<'i>,
    /// The headers by their names; empty until one is asked for.
    headers: BTreeMap<String, usize>,
    /// Tables that are there a second time, with their headers, in the order of the file.
    tables: Vec<Range<usize>>,
}

impl<'i> Repeated<'i> {
    pub(crate) fn new(file: File<'i>) -> Self {
        Self { file, headers: BTreeMap::new(), tables: Vec::new() }
    }

    /// "No value has two rows", and no table has a key twice. The keys of a second table count for nothing.
    pub(crate) fn report(&mut self, key: Range<usize>, sink: &mut Sink) {
        if self.tables.last().is_some_and(|table| table.contains(&key.start)) {
            return;
        }
        match self.line(key.start).trim_start().starts_with('[') {
            true => self.report_table(key, sink),
            false => self.report_key(key, sink),
        }
    }

    /// The text without the tables that are there already, and those alone: blanks stand for the rest.
    pub(crate) fn split(&self) -> Option<(String, String)> {
        if self.tables.is_empty() {
            return None;
        }
        let (mut first, mut again) = (String::new(), String::new());
        let mut from = 0;
        for table in &self.tables {
            let (between, repeated) = (&self.file.text[from..table.start], &self.file.text[table.clone()]);
            first.extend(between.chars().chain(blanks(repeated)));
            again.extend(blanks(between).chain(repeated.chars()));
            from = table.end;
        }
        first.push_str(&self.file.text[from..]);
        Some((first, again))
    }

    fn report_table(&mut self, key: Range<usize>, sink: &mut Sink) {
        let start = self.line_start(key.start);
        let header = name(self.line(start));
        let first = self.first_header(&header).filter(|&first| first < start);
        let mistake = match header.split_once('.') {
            Some(("code", value)) => Mistake::DuplicateValue { value: value.to_owned() },
            Some(("range", range)) => Mistake::DuplicateRange { range: range.to_owned() },
            _ => Mistake::DuplicateTable { header: Quoted::new(&header) },
        };
        self.tables.push(start..self.end_of_table(start, &header));
        let first = first.map(|first| {
            let last_key = self.line(first).find(&self.file.text[key.clone()]).unwrap_or(0);
            first + last_key..first + last_key + key.len()
        });
        self.report_both(key, first, &mistake, sink);
    }

    fn report_key(&self, key: Range<usize>, sink: &mut Sink) {
        let start = self.line_start(key.start);
        let path = self.file.text[start..key.end].trim_start();
        let name = &self.file.text[key.clone()];
        let table = headers_before(self.file.text, start).next().unwrap_or(0);
        let first = if path.contains(['{', ',']) {
            find_key(&self.file.text[start..key.start], name).map(|at| start + at)
        } else {
            find_line(&self.file.text[table..start], path).map(|at| table + at + path.len() - name.len())
        };
        let first = first.map(|at| at..at + name.len());
        let is_dotted = |key: &Range<usize>| self.file.text[key.end..].starts_with('.');
        let mistake = match &first {
            Some(first) if shape::is_localized(name) && is_dotted(first) && !is_dotted(&key) => {
                Mistake::LanguageKey { key: Quoted::new(name) }
            }
            _ => Mistake::DuplicateKey { key: Quoted::new(name) },
        };
        self.report_both(key, first, &mistake, sink);
    }

    fn report_both(
        &self,
        key: Range<usize>,
        first: Option<Range<usize>>,
        mistake: &Mistake,
        sink: &mut Sink,
    ) {
        let place = |span| Place { source: self.file.source, span };
        match first {
            Some(first) => sink.report_between(place(key), &place(first), mistake),
            None => sink.report(place(key), mistake),
        }
    }

    fn first_header(&mut self, header: &str) -> Option<usize> {
        if self.headers.is_empty() {
            let first_line = 0;
            for start in [first_line].into_iter().chain(headers_after(self.file.text, 0)) {
                self.headers.entry(name(self.line(start))).or_insert(start);
            }
        }
        self.headers.get(header).copied()
    }

    /// Where the table and what is inside it ends: at the next header that does not go on with its name.
    fn end_of_table(&self, start: usize, header: &str) -> usize {
        let inner = format!("{header}.");
        headers_after(self.file.text, start)
            .find(|&at| !name(self.line(at)).starts_with(&inner))
            .unwrap_or(self.file.text.len())
    }

    fn line_start(&self, offset: usize) -> usize {
        self.file.text[..offset].rfind('\n').map_or(0, |newline| newline + 1)
    }

    fn line(&self, offset: usize) -> &'i str {
        let rest = &self.file.text[self.line_start(offset)..];
        &rest[..rest.find('\n').unwrap_or(rest.len())]
    }
}

/// As many bytes, in as many lines.
fn blanks(text: &str) -> impl Iterator<Item = char> {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' })
}

/// The name in a header, however it is spaced and quoted.
fn name(header: &str) -> String {
    let header = &header[..header.find(']').unwrap_or(header.len())];
    header.chars().filter(|character| !matches!(character, '[' | ' ' | '\t' | '"' | '\'')).collect()
}

/// The line that begins with this dotted key.
fn find_line(text: &str, path: &str) -> Option<usize> {
    let is_key = |line: &str| line.strip_prefix(path).is_some_and(ends_key);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        if is_key(&line[indent..]) {
            return Some(start + indent);
        }
        start += line.len();
    }
    None
}

/// The key in an inline table.
fn find_key(text: &str, name: &str) -> Option<usize> {
    let begins = |at: usize| text[..at].ends_with([' ', '{', ',', '\t']);
    text.match_indices(name).map(|(at, _)| at).find(|&at| begins(at) && ends_key(&text[at + name.len()..]))
}

fn ends_key(rest: &str) -> bool {
    rest.trim_start().starts_with(['=', '.'])
}
