//! A file as TOML: its tree, with every syntax error reported.

use crate::read::fields::File;
use crate::report::{Fill, Quoted, Sink, Violation, Word};
use crate::safety;
use crate::schema;
use crate::syntax::{
    self, DEEPEST, MOST_ERRORS, MOST_TOKENS, MOST_VALUE_BYTES, Problem, Stop, SyntaxError, Tree,
};

/// The most bytes of a file. A table of 10,000 rows in fourteen languages has half of this, and need not be one file.
pub const MOST_FILE_BYTES: usize = 32 << 20;

/// What could be read of a file.
#[derive(Debug)]
pub(crate) struct Document<'i> {
    pub(crate) file: File<'i>,
    pub(crate) tree: Tree<'i>,
}

impl Document<'_> {
    /// Whether what stands at this byte may lack something because of a syntax error.
    pub(crate) fn is_damaged_at(&self, offset: usize) -> bool {
        let damaged = &self.tree.damaged;
        let after = damaged.partition_point(|part| part.start <= offset);
        damaged[..after].last().is_some_and(|part| part.contains(&offset))
    }

    /// Whether anything of the file may be missing because of a syntax error.
    pub(crate) fn is_damaged(&self) -> bool {
        !self.tree.damaged.is_empty()
    }
}

/// Reads a file, and reports what is not TOML. Nothing more is reported of the statements that have such an error.
pub(crate) fn parse<'i>(source: usize, text: &'i str, sink: &mut Sink) -> Document<'i> {
    if text.len() > MOST_FILE_BYTES {
        let file = File { source, text, may_hide: false };
        let violation = Violation::FileTooLarge { bytes: text.len(), most: MOST_FILE_BYTES };
        sink.report(file.place(0..0), &violation);
        let mut tree = Tree::default();
        tree.damaged.push(0..text.len());
        return Document { file, tree };
    }
    let file = File { source, text, may_hide: safety::may_hide(text) };
    if file.may_hide {
        safety::check_source(source, text, sink);
    }
    let tree = syntax::parse(file.text);
    for error in &tree.errors {
        report(file, error, sink);
    }
    if let Some((at, stop)) = tree.stopped {
        let violation = match stop {
            Stop::Errors => Violation::NotReadOn { most: MOST_ERRORS },
            Stop::Value => Violation::ValueNotRead { bytes: MOST_VALUE_BYTES, tokens: MOST_TOKENS },
        };
        sink.report(file.place(at..at), &violation);
    }
    for error in &tree.errors {
        if !error.lost.is_empty() {
            sink.damage(file.place(error.lost.clone()));
        }
    }
    Document { file, tree }
}

fn report(file: File<'_>, error: &SyntaxError, sink: &mut Sink) {
    let place = file.place(error.span.clone());
    let written = &file.text[error.span.clone()];
    let quoted = || Quoted::new(written);
    let found = || if written.is_empty() { Word::LineEnd.fill() } else { quoted().fill() };
    let violation = match &error.problem {
        Problem::ExpectedKey => match range_with_dots(file.text, error.span.start) {
            Some(range) => Violation::RangeWithDots { range },
            None => Violation::ExpectedKey { found: found() },
        },
        Problem::ExpectedEquals => Violation::ExpectedEquals { found: found() },
        Problem::ExpectedValue => Violation::ExpectedValue { found: found() },
        Problem::ExpectedComma { in_list } => {
            Violation::ExpectedComma { closing: if *in_list { "]" } else { "}" }, found: found() }
        }
        Problem::ExpectedLineEnd => Violation::ExpectedLineEnd { found: found() },
        Problem::UnclosedHeader { in_list } => {
            Violation::UnclosedHeader { closing: if *in_list { "]]" } else { "]" } }
        }
        Problem::UnopenedHeader { in_list } => {
            Violation::UnopenedHeader { opening: if *in_list { "[[" } else { "[" } }
        }
        Problem::UnclosedBracket { is_list: true } => Violation::Unclosed { bracket: "[", closing: "]" },
        Problem::UnclosedBracket { is_list: false } => Violation::Unclosed { bracket: "{", closing: "}" },
        Problem::UnclosedString(quotes) => {
            Violation::Unclosed { bracket: quotes.as_str(), closing: quotes.as_str() }
        }
        Problem::Unquoted => Violation::UnquotedText { found: quoted() },
        Problem::InvalidKey => Violation::InvalidKey { found: quoted() },
        Problem::MultiLineKey => Violation::MultiLineKey,
        Problem::Number => Violation::InvalidNumber { found: quoted() },
        Problem::Datetime => Violation::InvalidDate { found: quoted() },
        Problem::Escape => Violation::InvalidEscape { found: quoted() },
        Problem::ControlCharacter => Violation::RawControlCharacter { found: quoted() },
        Problem::LoneCarriageReturn => Violation::LoneCarriageReturn,
        Problem::TooDeep => Violation::TooDeep { most: DEEPEST },
        Problem::DuplicateKey { first } => {
            let violation = duplicate_key(file.text, error.span.end, first.end, written);
            return sink.report_between(place, &file.place(first.clone()), &violation);
        }
        Problem::DuplicateHeader { first, path } => {
            return sink.report_between(place, &file.place(first.clone()), &duplicate_header(path));
        }
        Problem::ExtendsValue { first } => {
            let violation = Violation::ExtendsValue { key: quoted() };
            return sink.report_between(place, &file.place(first.clone()), &violation);
        }
    };
    sink.report(place, &violation);
}

/// A text in one language after a text in each was likely meant to be one of those.
fn duplicate_key(text: &str, end: usize, first_end: usize, name: &str) -> Violation {
    let is_dotted = |end: usize| text[end..].starts_with('.');
    match schema::is_localized(name) && is_dotted(first_end) && !is_dotted(end) {
        true => Violation::LanguageKey { key: name.to_owned() },
        false => Violation::DuplicateKey { key: Quoted::new(name) },
    }
}

fn duplicate_header(path: &[String]) -> Violation {
    match path {
        [kind, value @ ..] if kind == "code" && !value.is_empty() => {
            Violation::DuplicateValue { value: value.join(".") }
        }
        [kind, range @ ..] if kind == "range" && !range.is_empty() => {
            Violation::DuplicateRange { range: range.join(".") }
        }
        _ => Violation::DuplicateTable { header: Quoted::new(&path.join(".")) },
    }
}

/// The range of `[range.1000..1999]`, as quotes may hold it, if it is in the line around this byte.
fn range_with_dots(text: &str, at: usize) -> Option<String> {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let header = text[start..at].trim_start().strip_prefix("[range.")?;
    let (rest, _) = text[at..].split_once(']')?;
    let range = [header, rest].concat();
    let (first, last) = range.split_once("..")?;
    // In quotes already, or with what no quotes allow: something else is wrong there.
    let is_plain = range.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '='));
    is_plain.then(|| format!("{first}..={}", last.trim_start_matches(['=', '.'])))
}
