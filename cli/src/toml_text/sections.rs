//! New sections, their places, and the file with all its changes.

use std::collections::BTreeMap;

use super::changes::{Edited, NewSection};
use super::edit::{Edit, new_keys};
use super::outline::{Item, Outline, Section, comments, keep_comments, trailing, write_keys};
use super::rows;
use super::tree::At;
use crate::document::Node;

impl Edit<'_> {
    /// The file with the changes.
    pub(crate) fn finish(mut self) -> Edited {
        let new = core::mem::take(&mut self.new);
        let written = Written::place(new.list, &mut self);
        self.rename_rows();
        let text = written.write(&self.outline);
        Edited { text, intentions: self.intentions, touched: self.touched }
    }
}

/// The new sections at a gap between two sections of the file.
#[derive(Debug, Default)]
struct Gap {
    /// Those that follow the section above.
    after: Vec<String>,
    /// Those that precede the section below.
    before: Vec<String>,
}

/// A file with new sections, each at its gap.
#[derive(Debug, Default)]
struct Written {
    gaps: BTreeMap<usize, Gap>,
}

/// The place of a new section: the index of the gap below a section, or above one.
#[derive(Debug, Clone, Copy)]
enum Slot {
    After(usize),
    Before(usize),
}

impl Written {
    /// Puts each section to its place.
    fn place(mut list: Vec<NewSection>, edit: &mut Edit<'_>) -> Self {
        let table = edit.table();
        list.sort_by_cached_key(|new| (super::section(&new.path[0]), new.extent(table).map(rows::order)));
        let ranks = Ranks::of(&edit.outline);
        let mut written = Self::default();
        // The list of the last element, and its place: all new elements of a list are at one place.
        let mut last: Option<(Vec<String>, Slot)> = None;
        for mut new in list {
            if let Some((sibling, place)) = kin(&new, edit) {
                insert(&new, edit, sibling, place);
                continue;
            }
            if let Some(scope) = family_braces(&new, edit) {
                let name = new_keys(&[&new.path[1]]);
                edit.insert(scope, name, &Node::Table(new.fields), (0, super::LAST));
                continue;
            }
            let slot = match (last, new.list()) {
                (Some((list, slot)), Some(own)) if list == own => slot,
                _ => slot(&new, edit, &ranks),
            };
            last = new.list().map(|list| (list.to_vec(), slot));
            if let [kind, header, ..] = &mut new.path[..]
                && let Some(spelled) = edit.renamed.get(&[kind.clone(), header.clone()])
            {
                header.clone_from(spelled);
            }
            let text = new.to_toml();
            match slot {
                Slot::After(section) => written.gaps.entry(section + 1).or_default().after.push(text),
                Slot::Before(section) => written.gaps.entry(section).or_default().before.push(text),
            }
        }
        written
    }

    fn write(mut self, outline: &Outline<'_>) -> String {
        let newline = outline.newline;
        let has_blanks = outline.text.contains("\n\n") || outline.text.contains("\n\r\n");
        let blank = if has_blanks { newline } else { "" };
        let mut page =
            Page { out: outline.mark().to_owned(), newline, blank, is_tail: false, is_kept: false };
        for (at, section) in outline.sections.iter().enumerate() {
            if !section.is_removed || !section.above.is_empty() {
                page.separate(&section.above);
            }
            page.gap(self.gaps.remove(&at), &section.above, at);
            page.section(outline, section);
        }
        let at = outline.sections.len();
        page.is_tail = true;
        if !outline.tail.is_empty() {
            page.separate(&outline.tail);
        }
        page.gap(self.gaps.remove(&at), &outline.tail, at);
        page.out
    }
}

/// The last section of each rank.
struct Ranks(BTreeMap<usize, usize>);

impl Ranks {
    fn of(outline: &Outline<'_>) -> Self {
        let mut last = BTreeMap::new();
        for (at, section) in outline.sections.iter().enumerate() {
            let kind = section.header.as_ref().and_then(|header| header.keys.first());
            last.extend(kind.map(|kind| (super::section(&kind.name), at)));
        }
        Self(last)
    }

    /// The last section with a lower or equal rank.
    fn before(&self, rank: usize) -> usize {
        self.0.range(..=rank).map(|(_, at)| *at).max().unwrap_or(0)
    }
}

/// A section of the same family that is written without a header, and the items after or before which a new one is
/// inserted.
fn kin(new: &NewSection, edit: &Edit<'_>) -> Option<(usize, (At, bool))> {
    let [kind, _] = &new.path[..] else { return None };
    let table = edit.table();
    let (sibling, is_after) = match new.extent(table) {
        Some(extent) => edit.rows.alike(extent).map(|(row, is_after)| (row.node, is_after))?,
        None => {
            let family = edit.tree.child(super::tree::ROOT, kind)?;
            (*edit.tree.nodes[family].children.last()?, true)
        }
    };
    let (items, sections) = edit.tree.parts(sibling);
    if !sections.is_empty() {
        return None;
    }
    let at = if is_after { items.last() } else { items.first() };
    Some((sibling, (*at?, is_after)))
}

/// The braces that all sections of a family are in: `code = {}`.
fn family_braces(new: &NewSection, edit: &Edit<'_>) -> Option<usize> {
    let [kind, _] = &new.path[..] else { return None };
    let family = &edit.tree.nodes[edit.tree.child(super::tree::ROOT, kind)?];
    family.item.and(family.home).map(|home| home.scope)
}

/// Adds the keys of a section where its sibling has them.
fn insert(new: &NewSection, edit: &mut Edit<'_>, sibling: usize, ((scope, item), is_after): (At, bool)) {
    let known = edit.tree.path(edit.tree.holders[scope].0).len();
    let path: Vec<&str> = new.path[known.min(new.path.len())..].iter().map(String::as_str).collect();
    let place = edit.outline.item((scope, item)).order.0;
    let place = (if is_after { place } else { place - 1 }, super::LAST);
    if edit.tree.nodes[sibling].item.is_some() || new.fields.is_empty() {
        let value = Node::Table(new.fields.clone());
        return edit.insert(scope, new_keys(&path), &value, place);
    }
    for (name, value) in &new.fields {
        let keys = [&path[..], &[name]].concat();
        match value {
            Node::Table(texts) if name != "args" => {
                for (tag, text) in texts {
                    edit.insert(scope, new_keys(&[&keys[..], &[tag]].concat()), text, place);
                }
            }
            _ => edit.insert(scope, new_keys(&keys), value, place),
        }
    }
}

fn slot(new: &NewSection, edit: &Edit<'_>, ranks: &Ranks) -> Slot {
    let parts = |node: usize| edit.tree.parts(node).1;
    let path: Vec<&str> = new.path.iter().map(String::as_str).collect();
    let (node, depth) = edit.tree.find(&path);
    // A further element of a list, or the header of a table with others below it.
    if depth > 0 && depth + usize::from(new.is_element) == path.len() {
        let own = parts(node);
        match (own.first(), own.last()) {
            (Some(_), Some(&last)) if new.is_element => return Slot::After(last),
            (Some(&first), _) => return Slot::Before(first),
            _ => {}
        }
    }
    if let Some(extent) = new.extent(edit.table()) {
        let before = edit.rows.before(extent);
        if let Some(last) = before.and_then(|row| last_section(edit, row.node)) {
            return Slot::After(last);
        }
        let following = edit.rows.after(extent).map(|row| parts(row.node)).unwrap_or_default();
        if let Some(&first) = following.first().filter(|_| before.is_none()) {
            return Slot::Before(first);
        }
        if let Some((row, is_after)) = edit.rows.alike(extent) {
            let own = parts(row.node);
            match (own.first(), own.last()) {
                (_, Some(&last)) if is_after => return Slot::After(last),
                (Some(&first), _) => return Slot::Before(first),
                _ => {}
            }
        }
    }
    Slot::After(ranks.before(super::section(&new.path[0])))
}

/// The last section of a row, or the section of which the row is a line. A row of the root comes before all sections.
fn last_section(edit: &Edit<'_>, node: usize) -> Option<usize> {
    let (items, sections) = edit.tree.parts(node);
    let around = items.iter().map(|at| edit.tree.holders[at.0].1).max();
    sections.last().copied().or(around).filter(|section| *section > 0)
}

/// The text written so far.
struct Page {
    out: String,
    newline: &'static str,
    /// The gap between two sections.
    blank: &'static str,
    /// Whether all sections of the file are written.
    is_tail: bool,
    /// Whether the last line is a comment of a removed item.
    is_kept: bool,
}

impl Page {
    /// The lines between two sections, with the new ones. Comments directly below a section belong to it if a blank line
    /// follows; those directly above one belong to that.
    fn gap(&mut self, gap: Option<Gap>, lines: &str, at: usize) {
        let Some(Gap { after, before }) = gap else { return self.out.push_str(lines) };
        let is_head = at <= 1 && self.out.trim_start_matches('\u{feff}').is_empty();
        let first = if is_head { head(lines) } else { trailing(lines, self.is_tail) };
        let last = lines.len() - leading(&lines[first..]);
        self.out.push_str(&lines[..first]);
        for (at, section) in after.iter().enumerate() {
            self.end_line();
            if (!is_head || at > 0) && !self.ends_blank() {
                self.out.push_str(self.blank);
            }
            self.add(section);
        }
        let rest = &lines[first..last];
        let is_followed = !self.is_tail || last < lines.len();
        if is_head && !after.is_empty() && is_followed && !rest.starts_with(['\n', '\r']) {
            self.out.push_str(self.blank);
        }
        self.out.push_str(rest);
        for section in &before {
            self.end_line();
            self.add(section);
            self.out.push_str(self.blank);
        }
        self.out.push_str(&lines[last..]);
    }

    /// A blank line separates the comments of removed items from what is below: they belong to what is above.
    fn separate(&mut self, lines: &str) {
        if core::mem::take(&mut self.is_kept) && !lines.starts_with(['\n', '\r']) {
            self.out.push_str(self.newline);
        }
    }

    fn section(&mut self, outline: &Outline<'_>, section: &Section<'_>) {
        if section.is_removed {
            return;
        }
        if let Some(header) = &section.header {
            self.end_line();
            self.out.push_str(&header.open);
            write_keys(&header.keys, &mut self.out);
            self.out.push_str(&header.close);
        }
        let items: Vec<_> = outline.scopes[section.scope].in_order().collect();
        let count = items.iter().rposition(|item| !item.is_removed).map_or(0, |last| last + 1);
        for item in &items[..count] {
            if item.is_removed {
                let lines = item.above.rfind('\n').map_or(0, |newline| newline + 1);
                self.out.push_str(&item.above[..lines]);
                self.keep_rest(outline, item);
            } else {
                let is_new = item.order.1 > 0;
                if is_new {
                    self.end_line();
                }
                outline.write_item(item, &mut self.out);
            }
        }
        self.is_kept = false;
        for item in &items[count..] {
            self.keep(&item.above);
            self.keep_rest(outline, item);
        }
        self.keep(&section.kept);
    }

    /// The comments inside and after a line that is removed.
    fn keep_rest(&mut self, outline: &Outline<'_>, item: &Item<'_>) {
        let mut kept = String::new();
        outline.keep_comments_of(&item.value, &mut kept);
        keep_comments(&item.after, &mut kept);
        self.keep(&kept);
    }

    fn keep(&mut self, text: &str) {
        for comment in comments(text) {
            self.end_line();
            self.out.push_str(comment);
            self.out.push_str(self.newline);
            self.is_kept = true;
        }
    }

    /// Adds new text.
    fn add(&mut self, text: &str) {
        self.out.push_str(&text.replace('\n', self.newline));
    }

    fn end_line(&mut self) {
        if !self.out.trim_start_matches('\u{feff}').is_empty() && !self.out.ends_with('\n') {
            self.out.push_str(self.newline);
        }
    }

    fn ends_blank(&self) -> bool {
        self.out.ends_with("\n\n") || self.out.ends_with("\n\r\n")
    }
}

/// The comments that belong to the file: up to the last blank line, and directives (`#:schema`).
pub(super) fn head(lines: &str) -> usize {
    let mut at = 0;
    let mut end = 0;
    for line in lines.split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() || line.trim_start().starts_with("#:") {
            end = at;
        }
    }
    end
}

/// The length of the comments with which the lines end.
fn leading(lines: &str) -> usize {
    let mut length = 0;
    for line in lines.split_inclusive('\n').rev() {
        if !line.trim_start().starts_with('#') {
            break;
        }
        length += line.len();
    }
    length
}
