//! A diagnostic as people read it.

use core::fmt::{self, Display, Formatter, Write as _};

use crate::report::quoted::shown;
use crate::report::{Diagnostic, snippet};
use crate::source::{Place, Source};

/// A diagnostic with its places in the files: `{}` is the whole human form.
///
/// ```text
/// codes.toml:12:7: error[duplicate-value]: value `2001` has two rows
///    |
/// 12 | [code.2001]
///    |       ^^^^
///   ::: codes.toml:4:7: the first row of `2001`
///    |
///  4 | [code.2001]
///    |       ----
///    = help: …
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Report<'a> {
    /// The file.
    pub path: &'a str,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// Path, line and column of the other place, and what stands there.
    pub related: Option<(&'a str, usize, usize, &'a str)>,
    diagnostic: &'a Diagnostic,
    sources: &'a [Source],
}

impl Diagnostic {
    /// This diagnostic with its places in [`Reading::sources`](crate::Reading::sources).
    pub fn report<'a>(&'a self, sources: &'a [Source]) -> Report<'a> {
        let (path, line, column) = locate(&self.place, sources);
        let related = self.related.as_ref().map(|(place, text)| {
            let (path, line, column) = locate(place, sources);
            (path, line, column, text.as_str())
        });
        Report { path, line, column, related, diagnostic: self, sources }
    }
}

impl Report<'_> {
    /// The whole human form, with other words for `error[duplicate-value]` and `= help:`, or the same in colours.
    pub fn with(&self, head: &str, help: &str) -> String {
        let Self { path, line, column, .. } = self;
        let path = shown(path);
        let mut out = format!("{path}:{line}:{column}: {head}: {}\n", self.diagnostic.message);
        out += &self.snippet();
        if let Some(text) = &self.diagnostic.help {
            let _ = writeln!(out, "{:1$} {help} {text}", "", self.gutter());
        }
        out
    }

    /// The source line with its caret; with another place also that one's.
    pub fn snippet(&self) -> String {
        let gutter = self.gutter();
        let mut out = String::new();
        snippet::write(&mut out, self.source(&self.diagnostic.place), &self.diagnostic.place, gutter, '^');
        if let (Some((place, _)), Some((path, line, column, text))) = (&self.diagnostic.related, self.related)
        {
            let path = shown(path);
            let _ = writeln!(out, "{:gutter$}::: {path}:{line}:{column}: {text}", "");
            snippet::write(&mut out, self.source(place), place, gutter, '-');
        }
        out
    }

    /// The digits of the greatest line number.
    fn gutter(&self) -> usize {
        let other = self.related.map_or(0, |(_, line, _, _)| line);
        self.line.max(other).to_string().len()
    }

    fn source(&self, place: &Place) -> &Source {
        &self.sources[place.source]
    }
}

impl Display for Report<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Diagnostic { severity, rule, .. } = self.diagnostic;
        f.write_str(&self.with(&format!("{}[{}]", severity.name(), rule.id()), "= help:"))
    }
}

fn locate<'a>(place: &Place, sources: &'a [Source]) -> (&'a str, usize, usize) {
    let source = &sources[place.source];
    let (line, column) = source.position(place.span.start);
    (&source.path, line, column)
}
