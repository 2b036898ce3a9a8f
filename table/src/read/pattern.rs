//! A sentence with arguments between braces.

use core::ops::Range;

use crate::identifier::is_word;
use crate::read::fields::{File, Placed};
use crate::read::message::DraftPiece;
use crate::report::{Mistake, Quoted, Sink};
use crate::safety::Inside;

/// "`{name}` is an argument; `{{` and `}}` are braces; every other character is itself."
pub(crate) fn parse(file: File<'_>, sentence: &Placed<String>, sink: &mut Sink) -> Option<Vec<DraftPiece>> {
    let text = sentence.value.as_str();
    let (mut braces, mut inside) = (Braces::new(text), Inside::new(file.text, &sentence.place, text));
    let (mut pieces, mut literal) = (Vec::new(), String::new());
    let (mut from, mut is_good) = (0, true);
    while let Some(at) = braces.next(from) {
        literal.push_str(&text[from..at]);
        let (token, end) = token(&mut braces, at);
        from = end;
        match token {
            Token::Brace(brace) => literal.push(brace),
            Token::Argument(name) => {
                push_text(&mut pieces, &mut literal);
                let place = inside.place(at + 1..end - 1);
                pieces.push(DraftPiece::Argument(Placed::new(name.to_owned(), place)));
            }
            Token::Mistake(mistake) => {
                sink.report(inside.place(at..end), &mistake);
                is_good = false;
            }
        }
    }
    literal.push_str(&text[from..]);
    push_text(&mut pieces, &mut literal);
    is_good.then_some(pieces)
}

/// Whether this can be the name of an argument; else it is reported.
pub(crate) fn check_name(name: &Placed<String>, sink: &mut Sink) -> bool {
    let is_good = is_argument(&name.value);
    if !is_good {
        sink.report(name.place.clone(), &Mistake::ArgumentName { name: Quoted::new(&name.value) });
    }
    is_good
}

/// What begins at a brace.
enum Token<'t> {
    Brace(char),
    Argument(&'t str),
    Mistake(Mistake),
}

/// The token at a brace, and where it ends.
fn token<'t>(braces: &mut Braces<'t>, at: usize) -> (Token<'t>, usize) {
    let text = braces.text;
    let brace = if text[at..].starts_with('{') { '{' } else { '}' };
    if text[at + 1..].starts_with(brace) {
        return (Token::Brace(brace), at + 2);
    }
    let Range { start, end } = at + 1..braces.next(at + 1).unwrap_or(text.len());
    let is_closed = text[end..].starts_with('}');
    if brace == '}' || !is_closed {
        return (Token::Mistake(Mistake::LoneBrace { brace }), start);
    }
    let name = &text[start..end];
    if is_argument(name) {
        return (Token::Argument(name), end + 1);
    }
    (Token::Mistake(Mistake::ArgumentName { name: Quoted::new(name) }), end + 1)
}

/// Letters, digits and `_`, not beginning with a digit; or a number, for tuple fields.
fn is_argument(name: &str) -> bool {
    let is_number = name.parse::<u16>().is_ok_and(|number| number.to_string() == name);
    // The program of a message counts it, with its braces, in seven bits; nobody's is longer than this.
    let is_short = name.len() <= 125;
    is_number || (is_short && is_word(name) && !name.starts_with(|first: char| first.is_ascii_digit()))
}

/// The braces of a text, to be asked from its beginning to its end.
struct Braces<'t> {
    text: &'t str,
    /// The next opening one, or the end.
    opening: usize,
}

impl<'t> Braces<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, opening: text.find('{').unwrap_or(text.len()) }
    }

    /// The first from this byte on.
    fn next(&mut self, from: usize) -> Option<usize> {
        // Two searches for one character each, and not one for either: a macro runs unoptimised, and these are compiled.
        if self.opening < from {
            self.opening = self.text[from..].find('{').map_or(self.text.len(), |at| from + at);
        }
        let closing = self.text[from..self.opening].find('}').map(|at| from + at);
        closing.or((self.opening < self.text.len()).then_some(self.opening))
    }
}

fn push_text(pieces: &mut Vec<DraftPiece>, literal: &mut String) {
    if !literal.is_empty() {
        pieces.push(DraftPiece::Text(core::mem::take(literal)));
    }
}
