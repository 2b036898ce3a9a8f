//! Brackets that are never closed, found without parsing: the parser says so of every line that follows, and of none where
//! it is so.

use core::ops::Range;

use crate::raw::headers::is_header;
use crate::raw::keys::length;
use crate::raw::repeated::blanks;
use crate::raw::shape;

/// A bracket that is open where the next table begins, or at the end of the file.
#[derive(Debug)]
pub(crate) struct Unclosed {
    pub(crate) at: usize,
    /// The bracket, and the one that closes it.
    pub(crate) pair: [&'static str; 2],
    /// What cannot be read for it: the rest of its line; where that shows that more was to come, all up to the next table.
    pub(crate) lost: Range<usize>,
}

/// Every bracket that is not closed, in order.
pub(crate) fn brackets(text: &str) -> Vec<Unclosed> {
    let mut scan = Scan { text, open: Vec::new(), unclosed: Vec::new() };
    let mut at = scan.line(0);
    while at < text.len() {
        at = scan.step(at);
    }
    scan.give_up(text.len());
    scan.unclosed
}

/// The text with blanks for what is lost.
pub(crate) fn without_lost(text: &str, unclosed: &[Unclosed]) -> String {
    let (mut rest, mut from) = (String::with_capacity(text.len()), 0);
    for Unclosed { lost, .. } in unclosed {
        rest.push_str(&text[from..lost.start]);
        rest.extend(blanks(&text[lost.clone()]));
        from = lost.end;
    }
    rest + &text[from..]
}

/// Goes through a text once.
struct Scan<'i> {
    text: &'i str,
    /// The brackets that are open here.
    open: Vec<usize>,
    unclosed: Vec<Unclosed>,
}

impl Scan<'_> {
    /// Takes what begins at this byte; where the next begins.
    fn step(&mut self, at: usize) -> usize {
        match self.text.as_bytes()[at] {
            b'\n' => return self.line(at + 1),
            b'#' => return self.line_end(at),
            b'{' | b'[' => self.open.push(at),
            b'}' | b']' => drop(self.open.pop()),
            b' ' | b'\t' | b'\r' | b'.' | b'=' | b',' => {}
            _ => return at + length(&self.text[at..]),
        }
        at + 1
    }

    /// Takes the header of a table, if this line is one.
    fn line(&mut self, at: usize) -> usize {
        let line = &self.text[at..self.line_end(at)];
        if !is_header(line, 0) || !self.open.is_empty() && !names_table(line) {
            return at;
        }
        self.give_up(at);
        at + line.len()
    }

    /// What is open is not closed before this byte, where another table begins.
    fn give_up(&mut self, end: usize) {
        for at in core::mem::take(&mut self.open) {
            if self.unclosed.last().is_some_and(|before| at < before.lost.end) {
                continue;
            }
            let line_start = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
            let line_end = self.line_end(at);
            let lost_end = if goes_on(&self.text[at..line_end]) { end } else { line_end };
            let pair = if self.text[at..].starts_with('[') { ["[", "]"] } else { ["{", "}"] };
            self.unclosed.push(Unclosed { at, pair, lost: line_start..lost_end });
        }
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline)
    }
}

/// Whether a line in brackets is no list in a list, but the header of a table that a file may have.
fn names_table(line: &str) -> bool {
    let name = line.trim_start_matches(['[', ' ', '\t']).split(['.', ']', ' ', '\t']).next();
    name.is_some_and(|name| shape::ROOT.key(name).is_some())
}

/// Whether the value goes on behind the end of the line.
fn goes_on(line: &str) -> bool {
    line.split(" #").next().is_some_and(|line| line.trim_end().ends_with([',', '{', '[']))
}
