//! A file as TOML: keys and values with their places, and every syntax error.

use core::iter;
use core::ops::Range;
use std::cell::OnceCell;

use toml::Spanned;
use toml::de::{DeTable, Error};

use crate::raw::headers::{headers_after, headers_before};
use crate::raw::outline::Unclosed;
use crate::raw::recover::{self, Recovered};
use crate::raw::repeated::Repeated;
use crate::raw::{File, numbers, plain, safety};
use crate::report::{Argument, Mistake, Quoted, Sink, shown};

/// The most bytes of a file. A table of 10,000 rows in fourteen languages has half of this, and need not be one file.
pub const MOST_FILE_BYTES: usize = 32 << 20;

/// What could be read of a file.
#[derive(Debug)]
pub(crate) struct Document<'i> {
    pub(crate) file: File<'i>,
    pub(crate) root: DeTable<'i>,
    /// The tables that are there already.
    pub(crate) repeated: DeTable<'i>,
    /// The parts, from one header to the next, that have a syntax error, in order: keys may be missing in them.
    damaged: Vec<Range<usize>>,
}

impl Document<'_> {
    /// Whether what stands at this byte may lack something because of a syntax error.
    pub(crate) fn is_damaged_at(&self, offset: usize) -> bool {
        let after = self.damaged.partition_point(|part| part.start <= offset);
        self.damaged[..after].last().is_some_and(|part| part.contains(&offset))
    }

    /// Whether anything of the file may be missing because of a syntax error.
    pub(crate) fn is_damaged(&self) -> bool {
        !self.damaged.is_empty()
    }
}

/// Room for what is read in place of a file with mistakes.
#[derive(Default)]
pub(crate) struct Spare {
    /// Without what cannot be read for brackets that are not closed.
    closed: OnceCell<String>,
    /// Without the tables that it has twice, and those.
    split: OnceCell<(String, String)>,
}

/// Parses a file.
pub(crate) fn parse<'i>(file: File<'i>, spare: &'i Spare, sink: &mut Sink) -> Document<'i> {
    if file.text.len() > MOST_FILE_BYTES {
        return too_large(file, sink);
    }
    safety::check_source(file, sink);
    if let Some(root) = plain::read(file.text) {
        return Document { file, root, repeated: DeTable::new(), damaged: Vec::new() };
    }
    let Recovered { root, text, errors, unclosed, stop } = recover::parse(file.text, &spare.closed);
    let mut wrong = wrong(File { text, ..file }, &root, &errors, unclosed, sink);
    if let Some(mistake) = stop {
        sink.report(file.place(text.len()..text.len()), &mistake);
        wrong.damaged.push(text.len()..file.text.len());
    }
    let Some(texts) = wrong.repeated.split() else {
        return Document { file, root: root.into_inner(), repeated: DeTable::new(), damaged: wrong.damaged };
    };
    let (first, again) = spare.split.get_or_init(|| texts);
    let [root, repeated] = [first, again].map(|text| DeTable::parse_recoverable(text).0.into_inner());
    Document { file, root, repeated, damaged: wrong.damaged }
}

/// Reports the file, of which nothing is read.
fn too_large<'i>(file: File<'i>, sink: &mut Sink) -> Document<'i> {
    let mistake = Mistake::FileTooLarge { bytes: file.text.len(), most: MOST_FILE_BYTES };
    sink.report(file.place(0..0), &mistake);
    let damaged = iter::once(0..file.text.len()).collect();
    Document { file, root: DeTable::new(), repeated: DeTable::new(), damaged }
}

/// What is reported of a file that is not TOML.
struct Wrong<'i> {
    file: File<'i>,
    repeated: Repeated<'i>,
    damaged: Vec<Range<usize>>,
    /// The line of the last syntax error.
    line: Range<usize>,
}

/// What a file of TOML cannot have.
enum Finding<'e> {
    Error(&'e Error),
    Number(Range<usize>),
    Unclosed(Unclosed),
}

impl Finding<'_> {
    fn start(&self) -> usize {
        match self {
            Self::Error(error) => place_of(error).start,
            Self::Number(number) => number.start,
            Self::Unclosed(bracket) => bracket.at,
        }
    }
}

/// Reports every error of the parser, every number that is none, and every bracket that is not closed, in the order of the
/// file.
fn wrong<'i>(
    file: File<'i>,
    root: &Spanned<DeTable<'i>>,
    errors: &[Error],
    unclosed: Vec<Unclosed>,
    sink: &mut Sink,
) -> Wrong<'i> {
    let numbers = numbers::wrong(root.get_ref()).into_iter().map(Finding::Number);
    let unclosed = unclosed.into_iter().map(Finding::Unclosed);
    let mut found: Vec<Finding<'_>> =
        errors.iter().map(Finding::Error).chain(numbers).chain(unclosed).collect();
    found.sort_by_key(Finding::start);
    let mut wrong = Wrong { file, repeated: Repeated::new(file), damaged: Vec::new(), line: 0..0 };
    for finding in found {
        match finding {
            Finding::Error(error) => wrong.report(error, sink),
            Finding::Number(number) => wrong_number(file, number, sink),
            Finding::Unclosed(bracket) => wrong.report_unclosed(bracket, sink),
        }
    }
    wrong
}

impl Wrong<'_> {
    fn report(&mut self, error: &Error, sink: &mut Sink) {
        let span = place_of(error);
        if recover::is_duplicate(error) {
            return self.repeated.report(span, sink);
        }
        let part_end = self.damage(span.start);
        if !self.line.contains(&span.start) {
            self.line = line_around(self.file.text, span.start);
        }
        syntax_error(self.file, span, &self.line, error.message(), part_end, sink);
    }

    fn report_unclosed(&mut self, Unclosed { at, pair, lost }: Unclosed, sink: &mut Sink) {
        self.damage(at);
        let [bracket, closing] = pair;
        sink.report(self.file.place(at..at + 1), &Mistake::Unclosed { bracket, closing });
        sink.damage(self.file.place(lost));
    }

    /// Marks the part around a byte, in which keys may be missing; where it ends.
    fn damage(&mut self, at: usize) -> usize {
        // Of many mistakes in one part it is looked for once.
        let known = self.damaged.last().filter(|part| part.contains(&at)).cloned();
        let part = known.unwrap_or_else(|| section(self.file.text, at));
        let end = part.end;
        if self.damaged.last() != Some(&part) {
            self.damaged.push(part);
        }
        end
    }
}

fn place_of(error: &Error) -> Range<usize> {
    error.span().unwrap_or(0..0)
}

/// Reports the error, and lets nothing else be said of its line; of a header, nothing of what stands under it.
fn syntax_error(
    file: File<'_>,
    span: Range<usize>,
    place: &Range<usize>,
    reason: &str,
    end_of_part: usize,
    sink: &mut Sink,
) {
    let line = &file.text[place.clone()];
    let mistake = match (reason.split_once(", expected "), range_with_dots(line)) {
        (Some((reason, _)), Some(range)) => Mistake::RangeWithDots { reason: foreign(reason), range },
        (Some((reason, expected)), None) => {
            let expected = expected.split(", ").map(foreign).collect();
            Mistake::SyntaxExpected { reason: foreign(reason), expected: Argument::List(expected) }
        }
        (None, _) => Mistake::Syntax { reason: foreign(reason) },
    };
    let damaged = if line.trim_start().starts_with('[') { end_of_part } else { place.end + 1 };
    sink.report(file.place(span), &mistake);
    sink.damage(file.place(place.start..damaged.max(place.end + 1)));
}

/// The line that a byte is in, without its end.
fn line_around(text: &str, offset: usize) -> Range<usize> {
    let start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    start..text[offset..].find('\n').map_or(text.len(), |newline| offset + newline)
}

/// Reports the number, and lets nothing else be said of it.
fn wrong_number(file: File<'_>, number: Range<usize>, sink: &mut Sink) {
    let found = Quoted::new(&file.text[number.clone()]);
    let place = file.place(number);
    sink.report(place.clone(), &Mistake::NoNumber { found });
    sink.damage(place);
}

/// What the parser says.
fn foreign(words: &str) -> Argument {
    Argument::Foreign(shown(words))
}

/// The range of `[range.1000..1999]`, as quotes may hold it.
fn range_with_dots(line: &str) -> Option<String> {
    let (range, _) = line.trim_start().strip_prefix("[range.")?.split_once(']')?;
    let (first, last) = range.split_once("..")?;
    // In quotes already, or with what no quotes allow: something else is wrong there.
    let is_plain = range.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '='));
    if !is_plain {
        return None;
    }
    Some(format!("{first}..={}", last.trim_start_matches(['=', '.'])))
}

/// The part of the file around a byte that one header, and its arrays of tables, is responsible for.
fn section(text: &str, offset: usize) -> Range<usize> {
    let is_table = |&at: &usize| !text[at..].trim_start().starts_with("[[");
    let start = headers_before(text, offset).find(is_table).unwrap_or(0);
    start..headers_after(text, offset).find(is_table).unwrap_or(text.len())
}
