//! Removes parts of a file. Their comments stay with their row.

use super::edit::Edit;
use super::outline::{Kind, Section, comments, keep_comments, trailing};
use super::sections::head;
use super::tree::At;

impl Edit<'_> {
    pub(super) fn take_away(&mut self, path: &[&str]) {
        let (node, depth) = self.tree.find(path);
        if depth < path.len() {
            return;
        }
        let (items, sections) = self.tree.parts(node);
        self.tree.detach(node);
        self.take_sections_away(&sections, path);
        for at in items {
            // Those of a section are removed with it.
            if sections.binary_search(&self.tree.holders[at.0].1).is_err() {
                self.take_item_away(at);
            }
        }
    }

    pub(super) fn take_item_away(&mut self, at: At) {
        let item = self.outline.item_mut(at);
        item.is_removed = true;
        self.touched.push(item.span.clone());
    }

    fn take_sections_away(&mut self, sections: &[usize], path: &[&str]) {
        let Some(&first) = sections.first() else { return };
        let mut kept = String::new();
        let of_row = self.sections_of_row(path);
        for &at in sections {
            // Between two sections of a row, all comments belong to the row.
            let is_of_row = |at: usize| sections.contains(&at) || of_row.contains(&at);
            let is_inside = at.checked_sub(1).is_some_and(is_of_row);
            self.take_section_away(at, is_inside, &mut kept);
        }
        let home = self.remaining_section(path, first);
        match (home, self.remaining_line(path)) {
            (None, Some(line)) => self.keep_above(line, &kept),
            (home, _) => {
                // Without another part of the row, they stay at their place.
                let around = || (0..first).rev().find(|&at| !self.outline.sections[at].is_removed);
                let home = home.or_else(around).unwrap_or_default();
                self.outline.sections[home].kept += &kept;
            }
        }
    }

    /// Removes a section with its items, but not the comments above it that belong to other sections.
    fn take_section_away(&mut self, at: usize, is_inside: bool, kept: &mut String) {
        let is_head = at <= 1 && self.outline.scopes[self.outline.sections[0].scope].items.is_empty();
        let begin = |section: &Section<'_>| section.start.saturating_sub(section.above.len());
        let after = self.outline.sections.get(at + 1).map(begin);
        let end = after.unwrap_or(self.outline.text.len() - self.outline.tail.len());
        let below = self.take_comments_below(at);
        let section = &mut self.outline.sections[at];
        section.is_removed = true;
        // Its comments may move, and its blank lines are removed.
        self.touched.push(begin(section)..end + below.len());
        let above = section.above.clone();
        let own = match is_inside {
            true => 0,
            false if is_head => head(&above),
            false => trailing(&above, false),
        };
        section.above = above[..own].to_owned().into();
        keep_comments(&above[own..], kept);
        keep_comments(section.header.as_ref().map_or("", |header| &header.close), kept);
        let (scope, kept_before) = (section.scope, core::mem::take(&mut section.kept));
        for item in 0..self.outline.scopes[scope].items.len() {
            self.take_item_away((scope, item));
            let item = self.outline.item((scope, item));
            keep_comments(&item.above, kept);
            self.outline.keep_comments_of(&item.value, kept);
            keep_comments(&item.after, kept);
        }
        *kept += &kept_before;
        keep_comments(&below, kept);
        let is_apart = above[own..].starts_with(['\n', '\r']);
        let newline = self.outline.newline;
        if let Some(next) = self.outline.sections.get_mut(at + 1)
            && is_apart
            && !next.above.starts_with(['\n', '\r'])
        {
            next.above = format!("{newline}{}", next.above).into();
        }
    }

    /// Takes the comments below a section that belong to it out of the lines that precede the next one.
    fn take_comments_below(&mut self, at: usize) -> String {
        let is_tail = at + 1 == self.outline.sections.len();
        let lines = self.outline.sections.get_mut(at + 1).map(|next| &mut next.above);
        let lines = lines.unwrap_or(&mut self.outline.tail);
        let (below, rest) = lines.split_at(trailing(lines, is_tail));
        let (below, rest) = (below.to_owned(), rest.to_owned());
        *lines = rest.into();
        below
    }

    /// A remaining section of the same row: the last one before this one, otherwise the last.
    fn remaining_section(&self, path: &[&str], before: usize) -> Option<usize> {
        let sections = self.sections_of_row(path);
        let left = || sections.iter().copied().filter(|&at| !self.outline.sections[at].is_removed);
        left().rfind(|&at| at < before).or_else(|| left().next_back())
    }

    /// The sections of the row that a path leads into.
    fn sections_of_row(&self, path: &[&str]) -> Vec<usize> {
        let own = &path[..super::depth(path[0]).min(path.len())];
        let (node, depth) = self.tree.find(own);
        if depth == own.len() { self.tree.parts(node).1 } else { Vec::new() }
    }

    /// A remaining line of the same row: the last one.
    fn remaining_line(&self, path: &[&str]) -> Option<At> {
        let own = &path[..super::depth(path[0]).min(path.len())];
        let (node, depth) = self.tree.find(own);
        let items = if depth == own.len() { self.tree.parts(node).0 } else { Vec::new() };
        let is_line =
            |at: &At| self.outline.scopes[at.0].kind == Kind::Lines && !self.outline.item(*at).is_removed;
        items.into_iter().rfind(is_line)
    }

    /// Adds comments in front of a line or a value.
    pub(super) fn keep_above(&mut self, line: At, kept: &str) {
        let newline = self.outline.newline;
        let item = self.outline.item_mut(line);
        let start = item.above.rfind('\n').map_or(0, |newline| newline + 1);
        let (lines, indent) = item.above.split_at(start);
        let mut above = lines.to_owned();
        comments(kept).for_each(|comment| above += &format!("{indent}{comment}{newline}"));
        item.above = (above + indent).into();
    }
}
