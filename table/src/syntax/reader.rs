//! Reads a file statement by statement: has each parsed, and records what is not TOML.

use core::ops::Range;

use toml_parser::parser::parse_document;

use crate::syntax::builder::{Builder, Expected, Progress, Unexpected};
use crate::syntax::statement::{Open, Statements, Unclosed, begins_pair, is_header};
use crate::syntax::{MOST_ERRORS, Problem, Quotes, Stop, Tree};

/// Of several statements on one line, no more than this are read: each attempt reads the rest of the line.
const MOST_ON_A_LINE: usize = 4;

/// Reads a file as far as it can be read.
pub fn parse(text: &str) -> Tree<'_> {
    let progress = Progress::new();
    let (statements, builder) = (Statements::new(text), Builder::new(text, &progress));
    let mut reader = Reader { text, progress: &progress, statements, builder, on_this_line: 0 };
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
    /// How many statements have begun on this line, but for the first.
    on_this_line: usize,
}

impl Reader<'_, '_> {
    /// Reads every statement; where reading ends.
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
            self.parse(start);
        }
        self.text.len()
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
        self.builder.end_statement(start..restart.unwrap_or_else(|| self.statements.end()), header);
        self.on_this_line += 1;
        if let Some(at) = restart {
            self.statements.go_on_at(at);
        }
        if restart.is_none_or(|at| self.text[..at].ends_with('\n')) {
            self.on_this_line = 0;
        }
    }

    /// Reports the bracket or the string that is not closed: what the parser reports of what follows, follows from it.
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

    /// Reports what the parser could not go on with. The header that the statement is, if it lacks nothing but brackets.
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

    /// Goes on in the middle of a line if a key with its value begins there, or if the line ends with a header.
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

    /// `[code.1` is a header if that is all there is in the line.
    fn unclosed_header(&self) -> Option<(Range<usize>, bool)> {
        let (start, in_list) = self.builder.open_header().filter(|_| self.builder.has_good_keys())?;
        let end = self.builder.keys_end();
        self.statements.token_at(end).is_empty().then_some((start..end, in_list))
    }

    /// So is `code.1]`.
    fn unopened_header(&self, in_list: bool) -> Option<(Range<usize>, bool)> {
        let keys = self.builder.keys_start()..self.builder.keys_end();
        self.builder.has_good_keys().then_some((keys, in_list))
    }
}
