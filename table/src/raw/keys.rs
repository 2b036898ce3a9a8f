//! The keys of a file, found without parsing: where the first of one stands that is there twice.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::raw::headers::is_header;

/// From each key that its table has twice to the first one: the places where they begin.
pub(crate) fn repeated(text: &str) -> HashMap<usize, usize> {
    let mut scan =
        Scan { text, tables: vec![0], path: None, first: HashMap::new(), repeated: HashMap::new() };
    let mut at = 0;
    while at < text.len() {
        at = scan.step(at);
    }
    scan.repeated
}

/// Goes through a text once.
struct Scan<'i> {
    text: &'i str,
    /// Where the tables around here begin: a header, and the braces that are open under it.
    tables: Vec<usize>,
    /// Where the dotted key begins that is being read.
    path: Option<usize>,
    /// The first place of each dotted key of a table, and of what it begins with.
    first: HashMap<(usize, &'i str), usize>,
    repeated: HashMap<usize, usize>,
}

impl Scan<'_> {
    /// Takes what begins at this byte; where the next begins.
    fn step(&mut self, at: usize) -> usize {
        match self.text.as_bytes()[at] {
            b' ' | b'\t' | b'\r' | b'.' => return at + 1,
            b'#' => return self.text[at..].find('\n').map_or(self.text.len(), |end| at + end),
            b'\n' if is_header(self.text, at + 1) => self.tables = vec![at + 1],
            b'{' => self.tables.push(at),
            b'}' if self.tables.len() > 1 => drop(self.tables.pop()),
            b'\n' | b'=' | b',' | b'[' | b']' | b'}' => {}
            _ => return self.word(at),
        }
        self.path = None;
        at + 1
    }

    /// A string or a bare word, which is a key if what follows says so.
    fn word(&mut self, at: usize) -> usize {
        let end = at + word(&self.text[at..]).0;
        if !self.text[end..].trim_start_matches([' ', '\t']).starts_with(['=', '.']) {
            return end;
        }
        let path = *self.path.get_or_insert(at);
        let table = self.tables.last().copied().unwrap_or(0);
        match self.first.entry((table, &self.text[path..end])) {
            Entry::Vacant(entry) => drop(entry.insert(at)),
            Entry::Occupied(first) => drop(self.repeated.insert(at, *first.get())),
        }
        end
    }
}

/// The bytes of the string or the bare word that a text begins with, and whether it has its end.
pub(crate) fn word(text: &str) -> (usize, bool) {
    let quotes = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quotes| text.starts_with(quotes));
    if let Some(quotes) = quotes {
        return string(text, quotes);
    }
    let end = text.find([' ', '\t', '\r', '\n', '.', '=', ',', '#', '[', ']', '{', '}']);
    (end.unwrap_or(text.len()), true)
}

/// A string on one line ends with its line, whatever it lacks; one of several may end with quotes of its own.
fn string(text: &str, quotes: &str) -> (usize, bool) {
    let (is_basic, is_one_line) = (quotes.starts_with('"'), quotes.len() == 1);
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(quotes.len()) {
        if is_one_line && character == '\n' {
            return (at, false);
        }
        if !escaped && text[at..].starts_with(quotes) {
            let end = at + quotes.len();
            let more = if is_one_line { 0 } else { 2 };
            let own = text[end..].bytes().take(more).take_while(|byte| quotes.as_bytes()[0] == *byte);
            return (end + own.count(), true);
        }
        escaped = is_basic && !escaped && character == '\\';
    }
    (text.len(), false)
}
