//! The files with the changes, held against the rules.

use core::ops::Range;
use std::collections::HashMap;
use std::path::Path;

use code_registry_table::{Diagnostic, Place, Reading, Rule, Severity};

use super::super::imported::{ImportedCatalog, Problems, place};
use super::super::texts::Field;
use super::super::wording::Leaf;
use super::plan::{Change, Plan};
use crate::document::Node;
use crate::error::{Error, ToolMessage};
use crate::revise::{Revised, Revision};
use crate::table_file;
use crate::toml_text::Places;

/// Makes the changes in the file that has the texts of the language; what is wrong with them goes to `problems`.
pub(super) fn apply<'t>(
    table: &'t Path,
    old: &'t Reading,
    plan: &Plan<'_>,
    given: &ImportedCatalog,
    problems: &mut Problems,
) -> Result<Revised<'t>, Error> {
    let by_text = plan.changes.iter().map(|change| (change.text, change)).collect();
    let mut changing = Changing { revision: Revision::new(table, old)?, plan, by_text, paths: Vec::new() };
    changing.make(problems);
    let Changing { revision, paths, .. } = changing;
    let revised = revision.finish();
    let file = plan.column.and_then(|column| old.table.languages[column].file.as_deref());
    let changed = revised.source(file);
    let in_changed = |diagnostic: &&Diagnostic| diagnostic.place.source == changed;
    let found = || revised.reading.diagnostics.iter();
    let text = &revised.reading.sources[changed].text;
    let origins = Origins::of(text, plan, &paths, given);
    origins.blame(found().filter(in_changed), problems);
    // What is wrong elsewhere is wrong because of the language as a whole.
    let elsewhere = Origins::of("", plan, &[], given);
    elsewhere.blame(found().filter(|diagnostic| !in_changed(diagnostic)), problems);
    Ok(revised)
}

struct Changing<'a, 't> {
    revision: Revision<'t>,
    plan: &'a Plan<'a>,
    /// The changes by their texts.
    by_text: HashMap<usize, &'a Change>,
    /// Where each change is made.
    paths: Vec<Vec<String>>,
}

impl Changing<'_, '_> {
    fn make(&mut self, problems: &mut Problems) {
        let plan = self.plan;
        for change in &plan.changes {
            let text = &plan.texts[change.text];
            let (edit, is_own_file) = self.revision.edit_of(&plan.tag);
            let owner = text.header(edit);
            let mut keys = vec![text.field.key().to_owned()];
            let value = match text.field {
                Field::Note(at) if is_own_file => self.notes(change, at, problems),
                _ => change.wording.to_node(),
            };
            if !is_own_file {
                if let Field::Note(at) = text.field {
                    keys.push(at.to_string());
                }
                keys.push(plan.tag.clone());
            }
            let path = [owner, keys].concat();
            let (edit, _) = self.revision.edit_of(&plan.tag);
            edit.set(&path.iter().map(String::as_str).collect::<Vec<_>>(), &value);
            self.paths.push(path);
        }
        if plan.column.is_none() && !plan.changes.is_empty() {
            self.add_language();
        }
    }

    /// Every note of the row in this language: a file of a language has them in a list, which has no gaps.
    fn notes(&self, change: &Change, last: usize, problems: &mut Problems) -> Node {
        let own = |at: usize| {
            let text = &self.plan.texts[change.text - last + at];
            let changed = self.by_text.get(&(change.text - last + at));
            changed.map(|change| &change.wording).or(text.own.as_ref())
        };
        let count = self.plan.texts[change.text - last..].iter().zip(0..);
        let count = count.take_while(|(text, at)| text.field == Field::Note(*at)).count();
        let notes: Vec<_> = (0..count).map(own).collect();
        if notes[..last].contains(&None) {
            problems.add(Rule::MissingText, &change.leaves[0].place, &ToolMessage::NoteBefore);
        }
        Node::List(notes.into_iter().map_while(|note| Some(note?.to_node())).collect())
    }

    /// Lists the language; while it lacks texts, that is no mistake.
    fn add_language(&mut self) {
        let table = self.plan.table;
        let tags = table.languages.iter().map(|language| &language.tag).chain([&self.plan.tag]);
        let edit = self.revision.table_edit();
        edit.set(&["registry", "languages"], &Node::texts(tags));
        if !self.plan.is_complete() {
            edit.set(&["language", &self.plan.tag, "policy"], &Node::text("partial"));
        }
    }
}

/// Where the changes of a file come from.
struct Origins<'a> {
    places: Option<Places<'a>>,
    /// The bytes of each change with its index, in the order of the file.
    spans: Vec<(Range<usize>, usize)>,
    plan: &'a Plan<'a>,
    /// Where each change is made.
    paths: &'a [Vec<String>],
    given: &'a ImportedCatalog,
}

impl<'a> Origins<'a> {
    fn of(text: &'a str, plan: &'a Plan<'a>, paths: &'a [Vec<String>], given: &'a ImportedCatalog) -> Self {
        let places = Places::read(text).ok();
        let span = |(at, path): (usize, &Vec<String>)| Some((span(places.as_ref()?, path)?, at));
        let mut spans: Vec<_> = paths.iter().enumerate().filter_map(span).collect();
        spans.sort_by_key(|(span, _)| span.start);
        Self { places, spans, plan, paths, given }
    }

    /// Reports in the translator's file what is wrong with the changes.
    fn blame<'d>(&self, diagnostics: impl Iterator<Item = &'d Diagnostic>, problems: &mut Problems) {
        let is_strict = |diagnostic: &Diagnostic| diagnostic.rule == Rule::PluralCategoryMissing;
        // Texts that are still missing were missing before.
        for diagnostic in diagnostics.filter(|found| table_file::is_mistake(found) || is_strict(found)) {
            let mut diagnostic = diagnostic.clone();
            let origin = self.origin(&diagnostic.place);
            if is_strict(&diagnostic) {
                // A table may lack a plural form; a translator translates all of them.
                if origin.is_none() {
                    continue;
                }
                (diagnostic.rule, diagnostic.severity) = (Rule::MissingText, Severity::Error);
            }
            let language = self.given.language.as_ref().map(|(_, place)| place);
            diagnostic.place = origin.or(language).cloned().unwrap_or(place(0..0));
            diagnostic.related = None;
            problems.found.push(diagnostic);
        }
    }

    /// The sentence that stands at a place of the changed file.
    fn origin(&self, at: &Place) -> Option<&Place> {
        let next = self.spans.partition_point(|(span, _)| span.start <= at.span.start);
        let (span, change) = self.spans[..next].last()?;
        if at.span.end > span.end {
            return None;
        }
        let (change, path) = (&self.plan.changes[*change], &self.paths[*change]);
        // The key of a case stands in front of its sentence, what chooses in front of all.
        let ends = |leaf: &&Leaf| {
            let cases = leaf.conditions.iter().map(|condition| condition.case.to_string());
            let span =
                self::span(self.places.as_ref()?, &path.iter().cloned().chain(cases).collect::<Vec<_>>());
            span.map(|span| span.end).filter(|end| *end >= at.span.end)
        };
        let leaf = change.leaves.iter().filter(|leaf| ends(leaf).is_some()).min_by_key(ends);
        Some(&leaf.unwrap_or(&change.leaves[0]).place)
    }
}

/// Where the value at a path is.
fn span(places: &Places<'_>, path: &[String]) -> Option<Range<usize>> {
    places.span(&path.iter().map(String::as_str).collect::<Vec<_>>())
}
