//! Lists: on one line where they fit and have no comments, else a line for each value.

use toml_edit::{Array, ArrayOfTables};

use super::comments::{Around, Lines, lines, raw};
use super::value::Inline;

/// The longest line that a list may make.
const WIDTH: usize = 100;

/// Several values as short as this share a line.
const SHORT: usize = 12;

/// A value and the comments that stand with it.
struct Element<'s> {
    above: Lines<'s>,
    text: String,
    comment: Option<&'s str>,
}

impl Element<'_> {
    fn is_bare(&self) -> bool {
        self.above.is_empty() && self.comment.is_none()
    }
}

/// The list at a key that takes so many columns; a comment inside a value goes up.
pub(super) fn write<'s>(array: &Array, indent: usize, inline: &mut Inline<'s>) -> String {
    let mut elements: Vec<Element<'s>> = Vec::new();
    let mut above = Vec::new();
    for value in array {
        let around = Around::of(inline.source, value.decor());
        take(around.before, &mut elements, &mut above);
        let text = inline.value(value);
        elements.push(Element { above: std::mem::take(&mut above), text, comment: None });
        take(around.behind, &mut elements, &mut above);
    }
    take(raw(inline.source, Some(array.trailing())), &mut elements, &mut above);
    let below: Lines<'s> = above.into_iter().filter(|line| !line.is_empty()).collect();
    laid_out(&elements, &below, indent)
}

/// Tables under one header, at a key that takes so many columns; comments inside go up.
pub(super) fn write_tables(tables: &ArrayOfTables, indent: usize, inline: &mut Inline<'_>) -> String {
    let element = |text| Element { above: Vec::new(), text, comment: None };
    let elements: Vec<_> = inline.tables(tables).into_iter().map(element).collect();
    laid_out(&elements, &Vec::new(), indent)
}

fn laid_out(elements: &[Element<'_>], below: &Lines<'_>, indent: usize) -> String {
    let is_bare = below.is_empty() && elements.iter().all(Element::is_bare);
    let line = one_line(elements).filter(|line| is_bare && indent + line.chars().count() <= WIDTH);
    line.unwrap_or_else(|| if is_bare { filled(elements) } else { several(elements, below) })
}

/// What stands between two values: on the first line it belongs to the value before, else to what follows.
fn take<'s>(between: &'s str, elements: &mut [Element<'s>], above: &mut Lines<'s>) {
    let (first, rest) = between.split_once('\n').unwrap_or((between, ""));
    let first = first.trim();
    match elements.last_mut() {
        Some(before) if first.starts_with('#') && above.is_empty() && before.comment.is_none() => {
            before.comment = Some(first);
        }
        _ if first.starts_with('#') => above.push(first),
        _ => {}
    }
    let found = lines(rest).into_iter();
    above.extend(found.filter(|line| line.starts_with('#')));
}

/// The values on one line, if none has several itself.
fn one_line(elements: &[Element<'_>]) -> Option<String> {
    let texts: Vec<&str> = elements.iter().map(|element| element.text.as_str()).collect();
    let line = format!("[{}]", texts.join(", "));
    (!line.contains('\n')).then_some(line)
}

/// As many short values on a line as there is room for; of others, one.
fn filled(elements: &[Element<'_>]) -> String {
    let is_short = elements.iter().all(|element| element.text.chars().count() <= SHORT);
    if !is_short {
        return several(elements, &Vec::new());
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

fn several(elements: &[Element<'_>], below: &Lines<'_>) -> String {
    let mut out = String::from("[\n");
    for Element { above, text, comment } in elements {
        for line in above {
            out += &format!("    {line}\n");
        }
        let comment = comment.map(|comment| format!(" {comment}")).unwrap_or_default();
        out += &format!("    {text},{comment}\n");
    }
    for line in below {
        out += &format!("    {line}\n");
    }
    out + "]"
}
