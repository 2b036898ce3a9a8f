//! The files with the changes, held against the rules.

use core::ops::Range;
use std::collections::HashMap;
use std::path::Path;

use code_registry_table::{Diagnostic, LiteralKind, Place, Reading, Rule, Severity, TextKind};

use super::super::imported::{ImportedCatalog, Problems, place};
use super::super::texts::{Field, Text};
use super::super::wording::{Leaf, Wording};
use super::plan::{Change, Plan};
use crate::document::{self, Node};
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
    changing.make(problems)?;
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

impl<'a> Changing<'a, '_> {
    fn make(&mut self, problems: &mut Problems) -> Result<(), Error> {
        let plan = self.plan;
        let mut noted = None;
        for change in &plan.changes {
            let text = &plan.texts[change.text];
            if let (Some(path), Wording::Sentence(document)) = (self.explanation(text), &change.wording) {
                self.revision.set_explanation(path, document)?;
                self.paths.push(Vec::new());
                continue;
            }
            let (edit, is_own_file) = self.revision.edit_of(&plan.tag);
            let path = text.path(edit, (!is_own_file).then_some(plan.tag.as_str()));
            if let Field::Note(at) = text.field {
                // All notes of a row change together.
                if noted.replace(change.text - at) != Some(change.text - at) {
                    self.set_notes(change, at, is_own_file, problems);
                }
            } else {
                let keys: Vec<_> = path.iter().map(String::as_str).collect();
                edit.set(&keys, &change.wording.to_node());
            }
            self.paths.push(path);
        }
        if plan.column.is_none() && !plan.changes.is_empty() {
            self.add_language();
        }
        Ok(())
    }

    /// The file of an explanation that has one in this language.
    fn explanation(&self, text: &Text<'a>) -> Option<&'a str> {
        let is_explanation = text.field == Field::Literal(LiteralKind::Explanation);
        let (column, row) = self.plan.column.zip(text.row.filter(|_| is_explanation))?;
        row.explanation_files.get(column).map(String::as_str)
    }

    /// Changes the notes of the row in this language; `change` is that of the first note that changes. A file of a language
    /// has its notes in a list, which has no gaps.
    fn set_notes(&mut self, change: &Change, at: usize, is_own_file: bool, problems: &mut Problems) {
        let (plan, first) = (self.plan, change.text - at);
        let own = |(at, text): (usize, &'_ Text<'_>)| {
            let changed = self.by_text.get(&(first + at)).map(|change| &change.wording);
            (text.field == Field::Note(at)).then(|| changed.or(text.own.as_ref()).map(Wording::to_node))
        };
        let mut notes: Vec<Option<Node>> = plan.texts[first..].iter().enumerate().map_while(own).collect();
        if is_own_file {
            let end = notes.iter().position(Option::is_none).unwrap_or(notes.len());
            if let Some(change) = (end..notes.len()).find_map(|at| self.by_text.get(&(first + at))) {
                problems.add(Rule::MissingText, &change.leaves[0].place, &ToolMessage::NoteBefore);
            }
            notes[end..].fill(None);
        }
        let in_language = |note: Option<Node>| note.map(|note| (plan.tag.clone(), note));
        let notes: Vec<Node> =
            notes.into_iter().map(|note| Node::Table(in_language(note).into_iter().collect())).collect();
        let row = plan.texts[first].row;
        let fields = row.map_or_else(|| document::registry(plan.table), |row| document::row(plan.table, row));
        let old = fields.iter().find(|(key, _)| key == TextKind::Note.key());
        let old = old.map_or(&[][..], |(_, notes)| notes.values());
        self.revision.set_notes(row.map(|row| row.extent), old, &notes);
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
