//! Keys and tables that a file has twice, with the place of the first.

use core::ops::Range;
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};

use crate::raw::headers::{headers_after, is_header};
use crate::raw::{File, keys, shape};
use crate::report::{Mistake, Quoted, Sink};
use crate::source::Place;

/// Finds the first of what the parser says is there twice.
pub(crate) struct Repeated<'i> {
    file: File<'i>,
    /// Where each line begins; empty until one is asked for, as the next two.
    lines: OnceCell<Vec<usize>>,
    /// The keys that are there again and the first of each.
    keys: OnceCell<HashMap<usize, usize>>,
    /// The headers by their names.
    headers: BTreeMap<String, usize>,
    /// Tables that are there a second time, with their headers, in the order of the file.
    tables: Vec<Range<usize>>,
}

impl<'i> Repeated<'i> {
    pub(crate) fn new(file: File<'i>) -> Self {
        let (lines, keys, headers) = (OnceCell::new(), OnceCell::new(), BTreeMap::new());
        Self { file, lines, keys, headers, tables: Vec::new() }
    }

    /// "No value has two rows", and no table has a key twice. The keys of a second table count for nothing.
    pub(crate) fn report(&mut self, key: Range<usize>, sink: &mut Sink) {
        if self.tables.last().is_some_and(|table| table.contains(&key.start)) {
            return;
        }
        match is_header(self.file.text, self.line_start(key.start)) {
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
            Some(("code", value)) => Mistake::DuplicateValue { value: shown(value) },
            Some(("range", range)) => Mistake::DuplicateRange { range: shown(range) },
            _ => Mistake::DuplicateTable { header: Quoted::new(&shown(&header)) },
        };
        self.tables.push(start..self.end_of_table(start, &header));
        let first = first.map(|first| {
            let last_key = self.line(first).find(&self.file.text[key.clone()]).unwrap_or(0);
            first + last_key..first + last_key + key.len()
        });
        self.report_both(key, first, &mistake, sink);
    }

    fn report_key(&self, key: Range<usize>, sink: &mut Sink) {
        let name = &self.file.text[key.clone()];
        let keys = self.keys.get_or_init(|| keys::repeated(self.file.text));
        let first = keys.get(&key.start).map(|&at| at..at + name.len());
        let mistake = match &first {
            Some(first) if shape::is_localized(name) && self.is_dotted(first) && !self.is_dotted(&key) => {
                Mistake::LanguageKey { key: name.to_owned() }
            }
            _ => Mistake::DuplicateKey { key: Quoted::new(name) },
        };
        self.report_both(key, first, &mistake, sink);
    }

    fn is_dotted(&self, key: &Range<usize>) -> bool {
        self.file.text.get(key.end..).is_some_and(|rest| rest.starts_with('.'))
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
        let after = self.lines().partition_point(|&start| start <= offset);
        self.lines()[after - 1]
    }

    fn lines(&self) -> &[usize] {
        let starts = self.file.text.match_indices('\n').map(|(at, _)| at + 1);
        self.lines.get_or_init(|| core::iter::once(0).chain(starts).collect())
    }

    fn line(&self, offset: usize) -> &'i str {
        let rest = &self.file.text[self.line_start(offset)..];
        &rest[..rest.find('\n').unwrap_or(rest.len())]
    }
}

/// As many bytes, in as many lines.
pub(crate) fn blanks(text: &str) -> impl Iterator<Item = char> {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' })
}

/// Stands for a dot in quotes, which parts no keys.
const QUOTED_DOT: char = '\u{1}';

/// The name in a header, however it is spaced and quoted.
fn name(header: &str) -> String {
    let header = &header[..header.find(']').unwrap_or(header.len())];
    let (mut name, mut is_quoted) = (String::new(), false);
    for character in header.chars() {
        match character {
            '"' | '\'' => is_quoted = !is_quoted,
            '[' | ' ' | '\t' => {}
            '.' if is_quoted => name.push(QUOTED_DOT),
            _ => name.push(character),
        }
    }
    name
}

/// A key of a name as the user knows it.
fn shown(key: &str) -> String {
    key.replace(QUOTED_DOT, ".")
}
