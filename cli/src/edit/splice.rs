//! Changes of a text, each at its place, made all at once.

use core::ops::Range;

/// The changes of one text; they do not overlap.
#[derive(Debug, Default)]
pub(crate) struct Splices(Vec<(Range<usize>, String)>);

impl Splices {
    /// Puts a text between two characters, after those put there before.
    pub(crate) fn insert(&mut self, at: usize, text: String) {
        self.replace(at..at, text);
    }

    /// Puts a text in the place of another.
    pub(crate) fn replace(&mut self, span: Range<usize>, text: String) {
        self.0.push((span, text));
    }

    /// The text with the changes, its lines ended as they were.
    pub(crate) fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(span, _)| span.start);
        let is_dos = text.contains("\r\n");
        let (mut out, mut from) = (String::with_capacity(text.len()), 0);
        for (span, new) in self.0 {
            out.push_str(&text[from..span.start.max(from)]);
            let is_whole_line = span.is_empty() && new.ends_with('\n');
            if is_whole_line && !out.is_empty() && !out.ends_with('\n') {
                out.push_str(if is_dos { "\r\n" } else { "\n" });
            }
            out.push_str(&if is_dos { new.replace('\n', "\r\n") } else { new });
            from = span.end.max(from);
        }
        out.push_str(&text[from..]);
        out
    }
}
