//! A unit of an XLIFF file: its segments become one entry.

use std::collections::HashMap;

use code_registry_table::Place;

use super::imported::ImportedEntry;

/// A unit that is being read.
#[derive(Default)]
pub(super) struct Unit {
    pub(super) entry: ImportedEntry,
    pub(super) segments: Vec<Segment>,
    /// `originalData`, by id.
    pub(super) data: HashMap<String, String>,
    /// What the inline elements of the source stand for, by id.
    pub(super) codes: HashMap<String, String>,
    /// Whether the source has an element of which nobody knows what it stands for.
    pub(super) is_source_unknown: bool,
    /// Whether it is not to be translated.
    pub(super) is_locked: bool,
    pub(super) note: String,
}

#[derive(Default)]
pub(super) struct Segment {
    pub(super) is_ignorable: bool,
    pub(super) source: String,
    /// The translation, where it begins, and its place among the segments of the translation.
    pub(super) target: Option<(String, Place, usize)>,
}

impl Unit {
    /// The entry of the unit; a unit with a segment that is not translated is not translated.
    pub(super) fn finish(self) -> Option<ImportedEntry> {
        let Self { mut entry, mut segments, .. } = self;
        if self.is_locked {
            return None;
        }
        if !self.is_source_unknown {
            entry.sources = vec![segments.iter().map(|segment| &*segment.source).collect()];
        }
        let is_complete = segments.iter().all(|segment| {
            let is_translated = segment.target.as_ref().is_some_and(|(text, ..)| !text.is_empty());
            segment.is_ignorable || segment.source.is_empty() || is_translated
        });
        let first = segments.iter().find_map(|segment| segment.target.as_ref());
        let place = first.map_or_else(|| entry.key_place.clone(), |(_, place, _)| Some(place.clone()))?;
        let count = segments.len();
        let mut parts: Vec<(usize, String)> = Vec::with_capacity(count);
        for (at, segment) in segments.drain(..).enumerate() {
            parts.push(match segment.target {
                Some((text, _, order)) => (order, text),
                None if segment.is_ignorable => (at + 1, segment.source),
                None => (at + 1, String::new()),
            });
        }
        parts.sort_by_key(|(order, _)| *order);
        let target = parts.into_iter().filter(|_| is_complete).map(|(_, text)| text).collect();
        entry.targets = vec![(target, place)];
        Some(entry)
    }
}
