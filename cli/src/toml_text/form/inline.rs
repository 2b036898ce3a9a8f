//! Values as they are written on a line, and the comments around them.

use super::Source;
use crate::toml_text::outline::{Kind, Scope, Value, comments, string};
use crate::toml_text::quoting;

/// The maximum length of a line with a list.
const WIDTH: usize = 100;

/// Several values up to this length share a line.
const SHORT: usize = 12;

/// The lines above an item: comments, and blank lines, which are empty.
pub(super) type Lines = Vec<String>;

/// Lines without what surrounds them, no two blank ones in a row.
pub(super) fn blank_lines(text: &str) -> Lines {
    let mut lines: Lines = text.split('\n').map(|line| line.trim().to_owned()).collect();
    lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
    lines
}

/// The lines above a key, a header or a value, and the comment after it.
#[derive(Debug, Default)]
pub(super) struct Around {
    pub(super) above: Lines,
    pub(super) comment: Option<String>,
}

impl Around {
    pub(super) fn of_node(source: Source<'_>, node: usize) -> Self {
        if let Some((scope, at)) = source.item(node) {
            let scope = &source.outline.scopes[scope];
            return if scope.kind == Kind::Lines {
                Self::of_line(scope, at)
            } else {
                Self::in_brackets(scope, at)
            };
        }
        let Some(&header) = source.tree.nodes[node].headers.first() else { return Self::default() };
        let section = &source.outline.sections[header];
        let comment = section.header.as_ref().and_then(|header| comments(behind(&header.close)).next());
        let above = lines_above(&section.above[source.trailing(header)..]);
        Self { above, comment: comment.map(str::to_owned) }
    }

    fn of_line(scope: &Scope<'_>, at: usize) -> Self {
        let item = &scope.items[at];
        let comment = comments(&item.after).next().map(str::to_owned);
        Self { above: lines_above(&item.above), comment }
    }

    /// A comment after a comma on the same line belongs to the value before it.
    fn in_brackets(scope: &Scope<'_>, at: usize) -> Self {
        let item = &scope.items[at];
        let (first, rest) = item.above.split_once('\n').unwrap_or((&item.above, ""));
        let mut above: Lines =
            if at == 0 { comments(first).map(str::to_owned).collect() } else { Lines::new() };
        above.extend(comments(rest).map(str::to_owned));
        let next = scope.items.get(at + 1).map_or(&scope.tail, |next| &next.above);
        let next = next.split('\n').next().unwrap_or_default();
        let mut behind = comments(&item.after).chain(comments(next)).map(str::to_owned);
        let comment = behind.next();
        above.extend(behind);
        Self { above, comment }
    }
}

/// The text after the closing bracket of a header.
fn behind(close: &str) -> &str {
    close.trim_start_matches([' ', '\t', ']'])
}

/// The lines before a key or a header; the last one is only an indent.
fn lines_above(above: &str) -> Lines {
    above.rsplit_once('\n').map_or_else(Lines::new, |(lines, _indent)| blank_lines(lines))
}

/// The comments before the closing bracket, except one after the last value.
pub(super) fn tail_comments(source: Source<'_>, node: usize) -> Lines {
    let Some(at) = source.item(node) else { return Lines::new() };
    let Value::Scope(scope) = source.outline.item(at).value else { return Lines::new() };
    let scope = &source.outline.scopes[scope];
    let text = match scope.tail.split_once('\n') {
        _ if scope.items.is_empty() => &scope.tail,
        Some((_, rest)) => rest,
        None => "",
    };
    comments(text).map(str::to_owned).collect()
}

/// Values on one line; comments that do not fit there are gathered.
#[derive(Debug)]
pub(super) struct Inline<'a> {
    source: Source<'a>,
    /// They go above the line.
    pub(super) comments: Lines,
}

/// A value of a list and its comments.
struct Element {
    around: Around,
    text: String,
}

impl Element {
    fn is_bare(&self) -> bool {
        self.around.above.is_empty() && self.around.comment.is_none()
    }
}

impl<'a> Inline<'a> {
    pub(super) fn new(source: Source<'a>) -> Self {
        Self { source, comments: Lines::new() }
    }

    /// The value of a line, after a key of so many columns.
    pub(super) fn line(&mut self, node: usize, indent: usize) -> String {
        let is_list = self.is_list(node);
        if let (Some(raw), false) = (self.scalar(node), is_list) {
            return string(raw).map_or_else(|| raw.to_owned(), |text| quoting::line(raw, &text));
        }
        if is_list { self.list(node, indent) } else { self.value(node) }
    }

    fn is_list(&self, node: usize) -> bool {
        self.source.tree.nodes[node].is_list || self.source.brackets(node) == Some(Kind::List)
    }

    fn scalar(&self, node: usize) -> Option<&'a str> {
        match &self.source.outline.item(self.source.item(node)?).value {
            Value::Scalar(raw) => Some(raw),
            Value::Scope(_) => None,
        }
    }

    /// A value among others.
    fn value(&mut self, node: usize) -> String {
        if let Some(raw) = self.scalar(node) {
            return string(raw).map_or_else(|| raw.to_owned(), |text| quoting::inline(raw, &text));
        }
        if self.source.item(node).is_none() {
            self.gather(node);
        }
        let children = self.source.children(node);
        let is_list = self.is_list(node);
        let mut values = Vec::with_capacity(children.len());
        for &child in children {
            if self.source.item(child).is_some() {
                self.gather(child);
            }
            let value = self.value(child);
            let key = quoting::key(self.source.name(child));
            values.push(if is_list { value } else { format!("{key} = {value}") });
        }
        self.comments.extend(tail_comments(self.source, node));
        match (is_list, values.is_empty()) {
            (true, _) => format!("[{}]", values.join(", ")),
            (false, true) => "{}".to_owned(),
            (false, false) => format!("{{ {} }}", values.join(", ")),
        }
    }

    fn gather(&mut self, node: usize) {
        let Around { above, comment } = Around::of_node(self.source, node);
        self.comments.extend(above.into_iter().filter(|line| !line.is_empty()));
        self.comments.extend(comment);
    }

    /// A list: on one line if it fits and has no comments, otherwise a line for each value. A comment inside a value
    /// moves above it.
    fn list(&mut self, node: usize, indent: usize) -> String {
        let is_bracketed = self.source.item(node).is_some();
        let mut elements = Vec::new();
        for &child in self.source.children(node) {
            let around = if is_bracketed { Around::of_node(self.source, child) } else { Around::default() };
            elements.push(Element { around, text: self.value(child) });
        }
        let below = tail_comments(self.source, node);
        let is_bare = below.is_empty() && elements.iter().all(Element::is_bare);
        let texts: Vec<&str> = elements.iter().map(|element| element.text.as_str()).collect();
        let line = format!("[{}]", texts.join(", "));
        if is_bare && !line.contains('\n') && indent + line.chars().count() <= WIDTH {
            return line;
        }
        if is_bare { filled(&elements) } else { several(&elements, &below) }
    }
}

/// As many short values per line as fit; one long value per line.
fn filled(elements: &[Element]) -> String {
    let is_short = elements.iter().all(|element| element.text.chars().count() <= SHORT);
    if !is_short {
        return several(elements, &Lines::new());
    }
    let (mut out, mut width) = (String::from("["), WIDTH);
    for Element { text, .. } in elements {
        let length = text.chars().count() + ", ".len();
        if width + length > WIDTH {
            out += "\n   ";
            width = "   ".len();
        }
        out += &format!(" {text},");
        width += length;
    }
    out + "\n]"
}

fn several(elements: &[Element], below: &Lines) -> String {
    let mut out = String::from("[\n");
    for Element { around, text } in elements {
        for line in &around.above {
            out += &format!("    {line}\n");
        }
        let comment = around.comment.as_ref().map(|comment| format!(" {comment}")).unwrap_or_default();
        out += &format!("    {text},{comment}\n");
    }
    for line in below {
        out += &format!("    {line}\n");
    }
    out + "]"
}
