//! The file with the changes, held against the rules.

use std::path::{Path, PathBuf};

use code_registry_table::{Diagnostic, Place, Reading, Rule, Severity, beside};
use toml_edit::Document;

use super::super::format::{ImportedCatalog, Problems, place};
use super::super::texts::{Field, Text};
use super::super::wording::Leaf;
use super::plan::{Change, Plan};
use crate::document::Node;
use crate::edit::Edit;
use crate::error::{Error, ToolMessage};
use crate::mistakes;
use crate::table_file;

/// A file as it will be.
#[derive(Debug)]
pub(in super::super) struct Applied {
    pub(super) path: PathBuf,
    pub(in super::super) text: String,
}

/// Makes the changes in the file that has the texts of the language; what is wrong with them goes to `problems`.
pub(super) fn apply(
    table: &Path,
    old: &Reading,
    plan: &Plan<'_>,
    given: &ImportedCatalog,
    problems: &mut Problems,
) -> Result<Applied, Error> {
    let folder = table.parent().unwrap_or(Path::new(""));
    let file = plan.column.and_then(|column| old.table.languages[column].file.as_deref());
    let path = file.map_or_else(|| table.to_owned(), |file| folder.join(file));
    let name = table.display().to_string();
    let changed = file.map_or(name.clone(), |file| beside(&name, file));
    let unreadable = |reason| table_file::unreadable(&path, reason);
    let text = text(old, &changed).map_err(unreadable)?;
    let edit = Edit::open(&text, &old.table).map_err(|error| unreadable(error.to_string()))?;
    let mut changing = Changing { edit, plan, is_own_file: file.is_some(), paths: Vec::new() };
    changing.make(problems);
    let Changing { edit, paths, .. } = changing;
    let text = edit.finish();

    let new_table = if file.is_some() { &old.sources[0].text } else { &text };
    let new = mistakes::read(&name, new_table, &mut |other| match file {
        Some(file) if file == other => Ok(text.clone()),
        _ => self::text(old, &beside(&name, other)),
    });
    let found = |diagnostic: &Diagnostic| new.sources[diagnostic.place.source].path == changed;
    let (here, elsewhere): (Vec<_>, Vec<_>) = new.diagnostics.into_iter().partition(found);
    Origins { text: &text, plan, paths: &paths, given }.blame(here, problems);
    // What is wrong elsewhere is wrong because of the language as a whole.
    Origins { text: "", plan, paths: &[], given }.blame(elsewhere, problems);
    Ok(Applied { path, text })
}

/// What was read of a file.
fn text(old: &Reading, path: &str) -> Result<String, String> {
    let source = old.sources.iter().find(|source| source.path == path);
    source.map(|source| source.text.clone()).ok_or_else(|| ToolMessage::NoSuchFile.to_string())
}

struct Changing<'a, 't> {
    edit: Edit<'t>,
    plan: &'a Plan<'t>,
    /// Whether the language has a file of its own.
    is_own_file: bool,
    /// Where each change is made.
    paths: Vec<Vec<String>>,
}

impl Changing<'_, '_> {
    fn make(&mut self, problems: &mut Problems) {
        let plan = self.plan;
        for change in &plan.changes {
            let text = &plan.texts[change.text];
            let (path, value) = match text.field {
                Field::Note(at) if self.is_own_file => {
                    (self.path(text, &["note"]), self.notes(change, at, problems))
                }
                Field::Note(at) => {
                    (self.path(text, &["note", &at.to_string(), &plan.tag]), change.wording.to_node())
                }
                Field::Named(name) if self.is_own_file => {
                    (self.path(text, &[name]), change.wording.to_node())
                }
                Field::Named(name) => (self.path(text, &[name, &plan.tag]), change.wording.to_node()),
            };
            self.set(&path, &value);
            self.paths.push(path);
        }
        if plan.column.is_none() && !plan.changes.is_empty() {
            self.add_language();
        }
    }

    fn path(&self, text: &Text<'_>, keys: &[&str]) -> Vec<String> {
        let owner = text.row.map_or(vec!["registry".to_owned()], |row| self.edit.row(row.extent).to_vec());
        owner.into_iter().chain(keys.iter().map(|&key| key.to_owned())).collect()
    }

    fn set(&mut self, path: &[String], value: &Node) {
        self.edit.set(&path.iter().map(String::as_str).collect::<Vec<_>>(), value);
    }

    /// Every note of the row in this language: a file of a language has them in a list, which has no gaps.
    fn notes(&self, change: &Change, last: usize, problems: &mut Problems) -> Node {
        let own = |at: usize| {
            let text = &self.plan.texts[change.text - last + at];
            let changed = self.plan.changes.iter().find(|other| other.text == change.text - last + at);
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
        self.edit.set(&["registry", "languages"], &Node::texts(tags));
        if !self.plan.is_complete() {
            self.edit.set(&["language", &self.plan.tag, "policy"], &Node::text("partial"));
        }
    }
}

/// Where the changes of a file come from.
struct Origins<'a> {
    text: &'a str,
    plan: &'a Plan<'a>,
    /// Where each change is made.
    paths: &'a [Vec<String>],
    given: &'a ImportedCatalog,
}

impl Origins<'_> {
    /// Says in the translator's file what is wrong with the changes.
    fn blame(&self, diagnostics: Vec<Diagnostic>, problems: &mut Problems) {
        let is_strict = |diagnostic: &Diagnostic| diagnostic.rule == Rule::PluralCategoryMissing;
        // Texts that are still missing were so before.
        let mut found =
            diagnostics.into_iter().filter(|found| table_file::is_mistake(found) || is_strict(found));
        let Some(first) = found.next() else { return };
        let Ok(document) = Document::parse(self.text.to_owned()) else { return };
        for mut diagnostic in [first].into_iter().chain(found) {
            let origin = self.origin(&document, &diagnostic.place);
            if is_strict(&diagnostic) {
                // A table may lack a plural form; who translates one translates all.
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
    fn origin(&self, document: &Document<String>, at: &Place) -> Option<&Place> {
        let holds = |path: &[String]| {
            let span = span(document, path);
            span.is_some_and(|span| span.start <= at.span.start && at.span.end <= span.end)
        };
        let mut changes = self.plan.changes.iter().zip(self.paths);
        let (change, path) = changes.find(|(_, path)| holds(path))?;
        // The key of a case stands in front of its sentence, what chooses in front of all.
        let ends = |leaf: &&Leaf| {
            let cases = leaf.conditions.iter().map(|condition| condition.case.to_string());
            let span = span(document, &path.iter().cloned().chain(cases).collect::<Vec<_>>());
            span.map(|span| span.end).filter(|end| *end >= at.span.end)
        };
        let leaf = change.leaves.iter().filter(|leaf| ends(leaf).is_some()).min_by_key(ends);
        Some(&leaf.unwrap_or(&change.leaves[0]).place)
    }
}

/// Where the value at a path stands.
fn span(document: &Document<String>, path: &[String]) -> Option<core::ops::Range<usize>> {
    let mut item = document.as_item();
    for key in path {
        item = item.get(key.as_str()).or_else(|| item.get(key.parse::<usize>().ok()?))?;
    }
    item.span()
}
