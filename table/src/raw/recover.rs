//! What the parser of TOML makes of a file that has mistakes. It keeps each of them, in some hundred bytes: where there are
//! more than anybody mends at once, what follows is not read.

use toml::Spanned;
use toml::de::{DeTable, Error};

/// A row that is there a second time counts once for each of its keys.
pub(crate) const MOST: usize = 400_000;

/// How much of a file is looked at for mistakes at once: as many as fit take little memory.
const PIECE: usize = 1 << 16;

/// The file, every mistake of the parser, and the byte where reading ended.
pub(crate) fn parse(text: &str) -> (Spanned<DeTable<'_>>, Vec<Error>, usize) {
    let end = end(text);
    let (root, errors) = DeTable::parse_recoverable(&text[..end]);
    // A piece that begins inside of a text only seems wrong.
    if end < text.len() && errors.len() <= MOST {
        let (root, errors) = DeTable::parse_recoverable(text);
        return (root, errors, text.len());
    }
    (root, errors, end)
}

/// Where the last piece ends that is worth reading. Each is looked at on its own.
fn end(text: &str) -> usize {
    let (mut end, mut mistakes) = (0, 0);
    while end < text.len() && mistakes <= MOST {
        let piece = piece(&text[end..]);
        end += piece.len();
        // Behind the last one nothing is left to leave out.
        if end < text.len() {
            mistakes += DeTable::parse_recoverable(piece).1.len();
        }
    }
    end
}

/// Whole lines.
fn piece(text: &str) -> &str {
    let behind = text.as_bytes().get(PIECE..).unwrap_or_default();
    let newline = behind.iter().position(|&byte| byte == b'\n');
    newline.map_or(text, |at| &text[..=PIECE + at])
}
