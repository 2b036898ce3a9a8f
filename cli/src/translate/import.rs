//! `codes translate import`

mod plan;

use core::ops::Range;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use clap::Args;
use code_registry_table::{Diagnostic, LiteralKind, Place, Reading, Rule, Severity, Source, Table, TextKind};

use self::plan::{Change, Plan};
use super::Format;
use super::catalog::{Expected, ImportedCatalog, Problems, place};
use super::staleness::Staleness;
use super::texts::{Field, Text};
use super::wording::{Leaf, Wording};
use crate::document::{self, Node};
use crate::error::{Error, Exit, ToolMessage};
use crate::revise::{self, Revised, Revision};
use crate::table_file::{self, TableArgument, canonical_language};
use crate::toml_text::Places;
use crate::{diagnostics, terminal};

/// Import a translator's file into the table
///
/// Everything else in the table stays as it is. Translations that are empty or still have to be reviewed (fuzzy) are left
/// out: the table keeps the text that it has. So are translations whose plural forms or placeholders cannot be resolved:
/// they are reported at their place, and the exit status is 1. If a text breaks a rule of the table, nothing is written.
///
/// A language that the table lacks is added, with `policy = "partial"` while texts are missing.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The file: .po, .xlf, .xliff, .csv or .tsv
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    table: TableArgument,
    /// The language [default: the one that the file names]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

impl Import {
    /// Imports a file in a language into the table of the current directory.
    pub(super) fn new(file: &str, language: &str) -> Self {
        let language = Some(language.to_owned());
        Self { file: file.into(), table: TableArgument::current(), language }
    }

    pub(super) fn run(&self) -> Result<Exit, Error> {
        // A file of another kind, for example of an office suite, is not a text at all.
        let format = self.format()?;
        let text =
            table_file::any_text(&self.file).map_err(|reason| table_file::unreadable(&self.file, reason))?;
        let (old, mut lock) = revise::open(&self.table.path)?;
        let mut staleness = Staleness::read(&self.table.path)?;
        let imported = self.apply(format, &text, &old, &mut staleness)?;
        let mut changes = imported.revised.verified()?;
        changes.extend(staleness.change(&self.table.path));
        lock.write(&changes)?;
        terminal::stderr(&terminal::diagnostics(&imported.report));
        terminal::notice(imported.summary);
        Ok(if imported.report.has_errors() { Exit::Failure } else { Exit::Success })
    }

    /// The table with the translator's texts, and what to report about them.
    pub(super) fn apply<'t>(
        &'t self,
        format: Format,
        text: &str,
        old: &'t Reading,
        staleness: &mut Staleness,
    ) -> Result<Imported<'t>, Error> {
        let file = self.file.display().to_string();
        let mut problems = Problems::default();
        let source = &old.table.languages[0].tag;
        let expected = Expected { source, target: self.language.as_deref() };
        let given = format.read(text, expected, &mut problems);
        let source = Source::new(&file, text);
        let Some(tag) = self.tag(&given, &old.table, &mut problems) else {
            return Err(match problems.found {
                found if found.is_empty() => Error::new(ToolMessage::NoTargetLanguage { file }),
                found => Error::BadTable(Box::new(report(source, found))),
            });
        };
        if old.table.language(&tag) == Some(0) {
            return Err(Error::new(ToolMessage::DefaultIsSource { tag }));
        }
        let plan = Plan::of(&old.table, &tag, &given, &mut problems);
        let revised = apply(&self.table.path, old, &plan, &given, &mut problems)?;
        let Problems { mut found, passed } = problems;
        if !found.is_empty() {
            found.extend(passed);
            return Err(Error::BadTable(Box::new(report(source, found))));
        }
        plan.learn(staleness);
        let summary = plan.summary();
        Ok(Imported { revised, summary, report: report(source, passed) })
    }

    /// The format by the name of the file.
    pub(super) fn format(&self) -> Result<Format, Error> {
        let file = || self.file.display().to_string();
        Format::of(&self.file).ok_or_else(|| Error::new(ToolMessage::NoFormat { file: file() }))
    }

    /// The requested language, otherwise the one that the file names. A new one that resembles a language of the table
    /// has to be requested.
    fn tag(&self, given: &ImportedCatalog, table: &Table, problems: &mut Problems) -> Option<String> {
        let nowhere = place(0..0);
        let (tag, place) = match (&self.language, &given.language) {
            (Some(tag), _) => (tag, &nowhere),
            (None, Some((tag, place))) => (tag, place),
            (None, None) => return None,
        };
        let Some(listed) = canonical_language(tag) else {
            problems.add(Rule::InvalidLanguage, place, &ToolMessage::NoTag { tag: tag.clone() });
            return None;
        };
        let common =
            |tag: &str| tag.split('-').zip(listed.split('-')).take_while(|(one, other)| one == other).count();
        let resembling = table.languages.iter().rev().filter(|known| common(&known.tag) > 0);
        let nearest = resembling.max_by_key(|known| common(&known.tag));
        if let Some(known) = nearest.filter(|_| table.language(&listed).is_none() && self.language.is_none())
        {
            let said = ToolMessage::Resembles { tag: listed, known: known.tag.clone() };
            problems.add(Rule::UnknownLanguage, place, &said);
            return None;
        }
        Some(listed)
    }
}

/// The result of an import.
pub(super) struct Imported<'t> {
    pub(super) revised: Revised<'t>,
    pub(super) summary: ToolMessage,
    /// Errors and warnings in the file that is imported.
    pub(super) report: Reading,
}

/// Reports an error at its place in the imported file.
pub(super) fn report(source: Source, mut found: Vec<Diagnostic>) -> Reading {
    found.sort_by_cached_key(|diagnostic| (diagnostic.place.span.start, diagnostic.place.span.end));
    // A sentence that fills two cases has its errors twice.
    found.dedup_by(|next, last| next.place.span == last.place.span && next.message == last.message);
    let mut reading = diagnostics::read("", "", &mut |_| Err(String::new()));
    (reading.sources, reading.diagnostics) = (vec![source], found);
    reading
}

/// Makes the changes in the file with the texts of the language. Adds their errors to `problems`.
fn apply<'t>(
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
    let revised = revision.finish()?;
    let file = plan.column.and_then(|column| old.table.languages[column].file.as_deref());
    let changed = revised.source(file);
    let in_changed = |diagnostic: &&Diagnostic| diagnostic.place.source == changed;
    let found = || revised.reading.diagnostics.iter();
    let text = &revised.reading.sources[changed].text;
    let origins = Origins::of(text, plan, &paths, given);
    origins.blame(found().filter(in_changed), problems);
    // Errors elsewhere are errors of the language as a whole.
    let elsewhere = Origins::of("", plan, &[], given);
    elsewhere.blame(found().filter(|diagnostic| !in_changed(diagnostic)), problems);
    Ok(revised)
}

struct Changing<'a, 't> {
    revision: Revision<'t>,
    plan: &'a Plan<'a>,
    /// The changes by their texts.
    by_text: HashMap<usize, &'a Change>,
    /// The place of each change.
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

    /// Adds the language to `languages`. Until it is complete, its policy allows missing texts.
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
    /// The place of each change.
    paths: &'a [Vec<String>],
    given: &'a ImportedCatalog,
}

impl<'a> Origins<'a> {
    fn of(text: &'a str, plan: &'a Plan<'a>, paths: &'a [Vec<String>], given: &'a ImportedCatalog) -> Self {
        let places = Places::read(text).ok();
        let span = |(at, path): (usize, &Vec<String>)| Some((span(places.as_ref()?, path)?, at));
        let mut spans: Vec<_> = paths.iter().enumerate().filter_map(span).collect();
        spans.sort_by_cached_key(|(span, _)| span.start);
        Self { places, spans, plan, paths, given }
    }

    /// Reports errors of the changes at their places in the translator's file.
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

    /// The place in the translator's file of the sentence at this place of the changed file.
    fn origin(&self, at: &Place) -> Option<&Place> {
        let next = self.spans.partition_point(|(span, _)| span.start <= at.span.start);
        let (span, change) = self.spans[..next].last()?;
        if at.span.end > span.end {
            return None;
        }
        let (change, path) = (&self.plan.changes[*change], &self.paths[*change]);
        // The key of a case precedes its sentence; the selector precedes all cases.
        let ends = |leaf: &&Leaf| {
            let cases = leaf.conditions.iter().map(|condition| condition.case.to_string());
            let span =
                self::span(self.places.as_ref()?, &path.iter().cloned().chain(cases).collect::<Vec<_>>());
            span.map(|span| span.end).filter(|end| *end >= at.span.end)
        };
        let leaf = change.leaves.iter().filter(|leaf| ends(leaf).is_some()).min_by_key(ends);
        // An `other` that was filled in after all sentences has the text of the last one.
        leaf.or(change.leaves.last()).map(|leaf| &leaf.place)
    }
}

/// The place of the value at a path.
fn span(places: &Places<'_>, path: &[String]) -> Option<Range<usize>> {
    places.span(&path.iter().map(String::as_str).collect::<Vec<_>>())
}
