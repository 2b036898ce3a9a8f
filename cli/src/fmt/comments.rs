//! Comments and blank lines, as the parser leaves them around keys and values.

use toml_edit::{Decor, RawString};

/// The lines above something: comments, and blank lines, which are empty.
pub(super) type Lines<'s> = Vec<&'s str>;

/// What stands around a key or a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'s> {
    pub(super) before: &'s str,
    pub(super) behind: &'s str,
}

impl<'s> Around<'s> {
    pub(super) fn of(source: &'s str, decor: &Decor) -> Self {
        Self { before: raw(source, decor.prefix()), behind: raw(source, decor.suffix()) }
    }

    /// The lines before: what the last one has is only an indent.
    pub(super) fn above(self) -> Lines<'s> {
        let (lines, _indent) = self.before.rsplit_once('\n').unwrap_or_default();
        if self.before.contains('\n') { self::lines(lines) } else { Vec::new() }
    }

    /// The comment on the same line.
    pub(super) fn comment(self) -> Option<&'s str> {
        let comment = self.behind.trim();
        comment.starts_with('#').then_some(comment)
    }

    /// Every comment, wherever it is.
    pub(super) fn comments(self) -> impl Iterator<Item = &'s str> {
        self.before.lines().chain(self.behind.lines()).map(str::trim).filter(|line| line.starts_with('#'))
    }
}

/// What the parser left of the text here.
pub(super) fn raw<'s>(source: &'s str, raw: Option<&RawString>) -> &'s str {
    raw.and_then(RawString::span).and_then(|span| source.get(span)).unwrap_or_default()
}

/// Lines without what surrounds them, no two blank ones in a row.
pub(super) fn lines(text: &str) -> Lines<'_> {
    let mut lines: Lines<'_> = text.split('\n').map(str::trim).collect();
    lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
    lines
}

/// Takes blank lines away from the beginning.
pub(super) fn trim_start(lines: &mut Lines<'_>) {
    let blank = lines.iter().take_while(|line| line.is_empty()).count();
    lines.drain(..blank);
}
