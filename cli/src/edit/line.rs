//! A new line of a section, by the lines that it belongs with.

use core::ops::Range;

use toml_edit::{Item, Table};

use super::place::{Place, has_header, key_start, own_lines};
use super::{lines, sections};
use crate::document::{self, Node};

/// The order in which a row says things; what is not here is a property.
const ORDER: [&str; 13] = [
    "symbol",
    "status",
    "replaced_by",
    "name",
    "description",
    "message",
    "help",
    "args",
    "variant",
    "since",
    "reference",
    "aliases",
    "note",
];
const LAST_BEFORE_PROPERTIES: &str = "args";

/// The line above the new one: what it is, and whether it is a header.
pub(crate) struct Above {
    span: Range<usize>,
    is_header: bool,
}

/// The line after which a new key of this table stands; none where it takes a new section.
pub(crate) fn above(holder: &Place<'_>, path: &[&str], depth: usize) -> Option<Above> {
    let table = holder.item.as_table()?;
    if table.is_dotted() {
        let span = own_lines(0, holder.item).into_iter().max_by_key(|span| span.end)?;
        return Some(Above { span, is_header: false });
    }
    let of_section = |span| Above { span, is_header: false };
    let kin = last_kin(table, rank(path[depth])).map(of_section);
    // What holds sections holds nothing else, unless it does already.
    if depth < sections::depth(path) || !has_header(table) {
        return kin.filter(|_| depth > 0 && has_header(table));
    }
    kin.or_else(|| Some(Above { span: table.span()?, is_header: true }))
}

/// The last line of the keys that come before one of this rank.
fn last_kin(table: &Table, rank: usize) -> Option<Range<usize>> {
    let is_line = |item: &Item| item.is_value() || item.as_table().is_some_and(Table::is_dotted);
    let before = table.iter().filter(|(name, item)| is_line(item) && self::rank(name) <= rank);
    let last = before.flat_map(|(name, item)| {
        let rank = self::rank(name);
        own_lines(key_start(table, name), item).into_iter().map(move |span| (rank, span))
    });
    last.max_by_key(|(rank, span)| (*rank, span.end)).map(|(_, span)| span)
}

fn rank(key: &str) -> usize {
    let place = |key| ORDER.iter().position(|known| *known == key);
    place(key).or_else(|| place(LAST_BEFORE_PROPERTIES)).unwrap_or(0) * 2 + usize::from(place(key).is_none())
}

impl Above {
    /// Where the new line stands, and the line: indented as the one above, its `=` under that one's where these are
    /// aligned.
    pub(crate) fn add(&self, text: &str, keys: &[&str], value: &Node) -> (usize, String) {
        let at = lines::end(text, self.span.end);
        let above =
            if self.is_header { "" } else { &text[lines::start(text, self.span.start)..self.span.end] };
        let indent = &above[..above.len() - above.trim_start().len()];
        let key = above.split('=').next().unwrap_or_default().trim_start();
        let column = if key.ends_with("  ") { key.chars().count() - 1 } else { 0 };
        (at, format!("{indent}{:column$} = {}\n", document::keys(keys), document::value(value)))
    }
}
