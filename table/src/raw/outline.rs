//! Where keys and tables begin, and which brackets are never closed, found without parsing: the parser says so of every line
//! that follows such a bracket, and of none where it stands.

use core::mem;
use core::ops::Range;

use crate::raw::headers::is_header;
use crate::raw::keys::word;
use crate::raw::recover::{MOST_VALUE_BYTES, PIECE};
use crate::raw::repeated::blanks;
use crate::raw::shape;

/// What a file begins with on some systems.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// How deep the parser goes.
const DEEPEST: usize = 80;

/// What can be told of a text without parsing it.
#[derive(Debug)]
pub(crate) struct Outline {
    /// Lines where something begins that is no part of what stands before, at least [`PIECE`] bytes from each other.
    pub(crate) cuts: Vec<usize>,
    /// Where the first value begins that has more bytes than anybody writes.
    pub(crate) too_long: Option<usize>,
    /// What is not closed, in order.
    pub(crate) unclosed: Vec<Unclosed>,
}

/// A bracket that is open where the next table begins, or at the end of the file; or the quote of a string in brackets that
/// its line does not end.
#[derive(Debug)]
pub(crate) struct Unclosed {
    pub(crate) at: usize,
    /// What is not closed, and what closes it.
    pub(crate) pair: [&'static str; 2],
    /// What cannot be read for it: up to the first line that does not show that more was to come.
    pub(crate) lost: Range<usize>,
}

/// The outline of a text.
pub(crate) fn of(text: &str) -> Outline {
    let outline = Outline { cuts: Vec::new(), too_long: None, unclosed: Vec::new() };
    let mut scan = Scan { text, open: Vec::new(), last: b'\n', begun: 0, outline };
    let mut at = scan.line(text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len());
    while at < text.len() {
        at = scan.step(at);
    }
    scan.end_line(text.len());
    scan.begin(text.len());
    scan.outline
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
    open: Vec<Open>,
    /// The last byte that is no blank; of a line without any before, its newline.
    last: u8,
    /// Where the line or the value begins that this is a part of.
    begun: usize,
    outline: Outline,
}

/// A bracket that is not closed yet.
#[derive(Clone, Copy)]
struct Open {
    at: usize,
    is_list: bool,
    /// The end of the line with which its value seems to end.
    end: Option<usize>,
}

impl Open {
    /// It, and what closes it.
    fn pair(self) -> [&'static str; 2] {
        if self.is_list { ["[", "]"] } else { ["{", "}"] }
    }
}

impl Scan<'_> {
    /// Takes what begins at this byte; where the next begins.
    fn step(&mut self, at: usize) -> usize {
        let byte = self.text.as_bytes()[at];
        match byte {
            b'\n' => {
                self.end_line(at);
                return self.line(at + 1);
            }
            b' ' | b'\t' | b'\r' => return at + 1,
            b'#' => return self.line_end(at),
            // The parser refuses what lies deeper.
            b'{' | b'[' if self.open.len() == DEEPEST => self.open.clear(),
            b'{' | b'[' if self.expects_value() => {
                self.open.push(Open { at, is_list: byte == b'[', end: None });
            }
            b'}' | b']' => self.close(at, byte == b']'),
            // The line before did not end its value.
            b',' if self.last == b'\n' => self.open.iter_mut().for_each(|bracket| bracket.end = None),
            b'{' | b'[' | b'.' | b'=' | b',' => {}
            _ => return self.word(at),
        }
        self.last = byte;
        at + 1
    }

    fn expects_value(&self) -> bool {
        self.last == b'=' || !self.open.is_empty() && matches!(self.last, b',' | b'[' | b'{' | b'\n')
    }

    /// Takes a closing bracket. One of the other kind closes the bracket around the one that is not closed.
    fn close(&mut self, at: usize, is_list: bool) {
        match *self.open {
            [.., last] if last.is_list == is_list => {
                self.open.pop();
            }
            [first, last] if first.is_list == is_list => {
                self.lose(last.at, last.pair(), self.line_start(first.at)..self.line_end(at));
                self.open.clear();
            }
            // The parser knows more.
            _ => self.open.clear(),
        }
    }

    /// Takes a string or a bare word.
    fn word(&mut self, at: usize) -> usize {
        let (length, is_whole) = word(&self.text[at..]);
        let end = at + length;
        if !is_whole {
            self.lose_end(at, end);
        }
        self.last = self.text.as_bytes()[end - 1];
        end
    }

    /// A string without its end, not the bracket that it hides, is the mistake.
    fn lose_end(&mut self, at: usize, end: usize) {
        let first = self.open.first().map(|bracket| bracket.at);
        if let Some(first) = first.filter(|&first| !self.text[first..end].contains('\n')) {
            let quote = if self.text[at..].starts_with('"') { "\"" } else { "'" };
            self.lose(at, [quote, quote], self.line_start(first)..end);
        }
        self.open.clear();
    }

    /// Takes the end of a line: the values in it are whole, unless it says that more follows.
    fn end_line(&mut self, at: usize) {
        if !matches!(self.last, b'\n' | b',' | b'[' | b'{' | b'=') {
            self.open.iter_mut().for_each(|bracket| bracket.end = bracket.end.or(Some(at)));
        }
        self.last = b'\n';
    }

    /// Takes the header of a table, if this line is one.
    fn line(&mut self, at: usize) -> usize {
        let line = &self.text[at..self.line_end(at)];
        let is_header = is_header(line, 0) && (self.open.is_empty() || names_table(line));
        if is_header || self.open.is_empty() {
            self.begin(at);
        }
        if is_header { at + line.len() } else { at }
    }

    /// Takes the beginning of a line or a table: what is open is not closed before.
    fn begin(&mut self, at: usize) {
        for bracket in mem::take(&mut self.open) {
            self.lose(bracket.at, bracket.pair(), self.line_start(bracket.at)..bracket.end.unwrap_or(at));
        }
        if at - self.begun > MOST_VALUE_BYTES {
            self.outline.too_long.get_or_insert(self.begun);
        }
        if at - self.outline.cuts.last().unwrap_or(&0) >= PIECE {
            self.outline.cuts.push(at);
        }
        self.begun = at;
    }

    /// Marks what is not closed, unless it is lost already.
    fn lose(&mut self, at: usize, pair: [&'static str; 2], lost: Range<usize>) {
        if self.outline.unclosed.last().is_none_or(|before| before.lost.end <= lost.start) {
            self.outline.unclosed.push(Unclosed { at, pair, lost });
        }
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline)
    }
}

/// Whether a line in brackets is no list in a list, but a header: of a table that a file may have, or one with a dot.
fn names_table(line: &str) -> bool {
    let name = line.trim_start_matches(['[', ' ', '\t']).split(['.', ']', ' ', '\t']).next().unwrap_or(line);
    let is_header = line.contains('.') && line.trim_end().ends_with(']');
    is_header || shape::ROOT.key(name.trim_matches(['"', '\''])).is_some()
}
