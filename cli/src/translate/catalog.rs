//! The texts that go to translators and those that come back, whatever the format of the file, and the problems found in it.

use core::ops::Range;
use std::collections::HashMap;

use code_registry_table::plural::forms;
use code_registry_table::{
    Argument, Case, Category, Diagnostic, LiteralKind, Place, Row, Rule, Selector, Severity, Source, Table,
};

use super::key;
use super::plural_forms::{Mapping, PluralForms, PluralRules};
use super::staleness::Staleness;
use super::texts::{self, Field, Sentence, Text};
use super::wording::{Condition, OTHER, Wording};
use crate::error::ToolMessage;

/// The texts of one language with those of the default language.
#[derive(Debug)]
pub(super) struct Catalog {
    pub(super) title: String,
    /// The default language.
    pub(super) source: String,
    /// The other language; `None` for a template.
    pub(super) target: Option<String>,
    /// The numbering of its plural forms, if it is known.
    pub(super) plural_header: Option<String>,
    pub(super) entries: Vec<Entry>,
    /// Translations in an existing file of texts that the table no longer has.
    pub(super) obsolete: Vec<Entry>,
    /// The content of an existing file besides its entries.
    pub(super) kept: ImportedCatalog,
}

/// A sentence, or all plural forms of one.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) key: String,
    /// Information for translators.
    pub(super) notes: Vec<String>,
    /// `codes.toml:12`
    pub(super) reference: Option<String>,
    /// The text in the default language; for plural forms, the one for 1 and the one for all others.
    pub(super) sources: Vec<String>,
    /// The source of a stale translation.
    pub(super) previous: Vec<String>,
    /// The translation, each plural form by its number; empty if it is missing.
    pub(super) targets: Vec<String>,
    /// The arguments that may be in braces; `None` if braces have no special meaning.
    pub(super) arguments: Option<Vec<String>>,
    pub(super) marks: Marks,
}

/// The input of an export.
#[derive(Debug, Clone, Copy)]
pub(super) struct Export<'a> {
    pub(super) table: &'a Table,
    /// The table's file, for references.
    pub(super) file: Option<&'a Source>,
    pub(super) staleness: &'a Staleness,
    /// The language, which the table need not have; `None` for a template.
    pub(super) tag: Option<&'a str>,
    /// Whether the plural forms of a sentence are one entry.
    pub(super) groups_plurals: bool,
}

impl Export<'_> {
    /// The catalogue; an existing file of the language keeps its order, its formula, and the notes of translators.
    pub(super) fn catalog(self, existing: Option<ImportedCatalog>) -> Catalog {
        let kept = existing.unwrap_or_default();
        let source = &self.table.languages[0].tag;
        let tag = self.tag.unwrap_or(source);
        let own = forms(tag).filter(|_| self.groups_plurals);
        let own = own.and_then(|forms| Some((PluralForms::parse(&forms.header)?, forms.header)));
        let rules = PluralRules::of(tag);
        let numbering = |forms: &PluralForms| {
            let mapping = Mapping::of(forms, tag);
            Numbering { mapping, count: forms.count(), rules: &rules }
        };
        // A formula that cannot represent every plural form of the table is replaced by that of the language.
        let kept_forms = kept.plural_forms.as_ref().filter(|_| self.groups_plurals);
        let kept_entries =
            kept_forms.and_then(|(forms, _)| self.entries(tag, &rules, Some(&numbering(forms))));
        let (entries, plural_header) = match (kept_entries, own) {
            (Some(entries), _) => (entries, None),
            (None, Some((forms, header))) => {
                (self.entries(tag, &rules, Some(&numbering(&forms))).unwrap_or_default(), Some(header))
            }
            (None, None) => (self.entries(tag, &rules, None).unwrap_or_default(), None),
        };
        let title = self.table.title.get(0).cloned().unwrap_or_default();
        let (source, target) = (source.clone(), self.tag.map(str::to_owned));
        let mut catalog =
            Catalog { title, source, target, plural_header, entries, obsolete: Vec::new(), kept };
        catalog.merge();
        catalog
    }

    /// Every entry; `None` if this formula cannot number the plural forms of one.
    fn entries(
        self,
        tag: &str,
        rules: &PluralRules,
        numbering: Option<&Numbering<'_>>,
    ) -> Option<Vec<Entry>> {
        let column = self.tag.and_then(|tag| self.table.language(tag));
        let source_rules = PluralRules::of(&self.table.languages[0].tag);
        let mut entries = Vec::new();
        for text in texts::of(self.table, column) {
            let previous = self.staleness.previous(tag, &text);
            let is_stale = self.staleness.is_stale(tag, &text);
            let sentences = texts::sentences_of(&text.source, text.own.as_ref(), text.arguments(), rules);
            for (place, targets) in group(&sentences, numbering, &text.source)? {
                let previous = previous.map(|wording| sources(wording, &place, &source_rules));
                let is_fuzzy = is_stale && targets.iter().any(|target| !target.is_empty());
                entries.push(Entry {
                    key: key::write(&text.key, &place),
                    notes: notes(&text),
                    reference: self.file.map(|file| reference(file, &text)),
                    sources: sources(&text.source, &place, &source_rules),
                    previous: previous.unwrap_or_default(),
                    targets,
                    arguments: arguments_of(&text),
                    marks: Marks { is_fuzzy, ..Marks::default() },
                });
            }
        }
        Some(entries)
    }
}

/// The numbering of an entry's plural forms.
struct Numbering<'a> {
    mapping: Mapping,
    count: usize,
    rules: &'a PluralRules,
}

/// The parts of a text that are entries, with their translations.
fn group(
    sentences: &[Sentence<'_>],
    numbering: Option<&Numbering<'_>>,
    source: &Wording,
) -> Option<Vec<(key::Place, Vec<String>)>> {
    let mut entries: Vec<(key::Place, Vec<String>)> = Vec::new();
    for sentence in sentences {
        let own = sentence.own.unwrap_or_default().to_owned();
        let group = numbering.and_then(|numbering| Group::around(sentence, sentences, numbering, source));
        let Some(group) = group else {
            entries.push((key::Place { conditions: sentence.conditions.clone(), plural: None }, vec![own]));
            continue;
        };
        let place = key::Place { conditions: group.before.to_vec(), plural: Some(group.argument.to_owned()) };
        if entries.iter().all(|(known, _)| *known != place) {
            entries.push((place, group.targets()?));
        }
    }
    Some(entries)
}

/// The plural forms of one sentence.
struct Group<'a, 's> {
    before: &'a [Condition],
    argument: &'a str,
    sentences: &'a [Sentence<'s>],
    numbering: &'a Numbering<'a>,
}

impl<'a, 's> Group<'a, 's> {
    /// The group of a sentence; `None` if one of the plural forms is not a plain sentence.
    fn around(
        sentence: &'a Sentence<'s>,
        sentences: &'a [Sentence<'s>],
        numbering: &'a Numbering<'a>,
        source: &Wording,
    ) -> Option<Self> {
        let (last, before) = sentence.conditions.split_last()?;
        let group = Self { before, argument: &last.argument, sentences, numbering };
        let Mapping { categories, exact, .. } = &numbering.mapping;
        let is_member = last.selector == Selector::Plural
            && match last.case {
                Case::Category(category) => categories.iter().any(|(known, _)| *known == category),
                // A case of the default language for a single number remains an entry of its own.
                Case::Exact(number) => {
                    exact.iter().any(|(known, _)| *known == number) && !source.has_case(&sentence.conditions)
                }
                Case::Word(_) => false,
            };
        let integers = categories.iter().map(|(category, _)| Case::Category(*category));
        let mut needed = integers.filter(|case| *case != OTHER || group.find(&OTHER).is_some());
        (is_member && needed.all(|case| group.find(&case).is_some())).then_some(group)
    }

    fn find(&self, case: &Case) -> Option<&'a Sentence<'s>> {
        self.sentences.iter().find(|sentence| {
            sentence.conditions.split_last().is_some_and(|(last, before)| {
                before == self.before
                    && last.selector == Selector::Plural
                    && last.argument == self.argument
                    && last.case == *case
            })
        })
    }

    /// The text of each form; `None` if a form covers categories with different texts.
    fn targets(&self) -> Option<Vec<String>> {
        let mapping = &self.numbering.mapping;
        let text = |form: usize| {
            if let Some((number, _)) = mapping.exact.iter().find(|(_, known)| *known == form) {
                let category = Case::Category(self.numbering.rules.category(Selector::Plural, *number));
                return self.own(&Case::Exact(*number)).or_else(|| self.own(&category)).or(Some(""));
            }
            let categories = mapping.categories.iter().filter(|(_, known)| *known == form);
            let texts: Vec<_> = categories.map(|(category, _)| Case::Category(*category)).collect();
            let mut texts = texts.iter().map(|case| self.own(case).unwrap_or_default());
            // A form without numbers is shown as `other`.
            let Some(first) = texts.next() else { return Some(self.own(&OTHER).unwrap_or_default()) };
            texts.all(|text| text == first).then_some(first)
        };
        (0..self.numbering.count).map(|form| text(mapping.shown(form)).map(str::to_owned)).collect()
    }

    /// The text of a case. If no number reaches `other`, its text is the one of the last category.
    fn own(&self, case: &Case) -> Option<&'s str> {
        let found = self.find(case).or_else(|| {
            let categories =
                self.numbering.mapping.categories.iter().map(|(category, _)| Case::Category(*category));
            let mut members = categories.filter_map(|category| self.find(&category));
            members.next_back().filter(|_| *case == OTHER)
        });
        Some(found?.own.unwrap_or_default())
    }
}

/// The text in the default language at this place of a text.
pub(super) fn sources(source: &Wording, place: &key::Place, rules: &PluralRules) -> Vec<String> {
    let Some(argument) = &place.plural else {
        return vec![source.sentence(&place.conditions, rules).to_owned()];
    };
    let form = |case: Case| {
        let form = Condition { selector: Selector::Plural, argument: argument.clone(), case };
        source.sentence(&[&place.conditions[..], &[form]].concat(), rules).to_owned()
    };
    vec![form(Case::Category(Category::One)), form(OTHER)]
}

/// The file of the table, and the line of the row.
fn reference(file: &Source, text: &Text<'_>) -> String {
    let registry = || file.text.find("[registry").unwrap_or(0);
    let (line, _) = file.position(text.row.map_or_else(registry, |row| row.place.span.start));
    let name = file.path.rsplit(['/', '\\']).next().unwrap_or(&file.path);
    format!("{}:{line}", name.replace(' ', "_"))
}

/// The row and its meaning, the arguments, and the table's own note for translators.
fn notes(text: &Text<'_>) -> Vec<String> {
    let comment = text.comment.map(str::to_owned);
    let Some(row) = text.row else { return comment.into_iter().collect() };
    let mut notes = vec![row.symbol.clone()];
    for kind in [LiteralKind::Name, LiteralKind::Description] {
        notes.extend(row.text(kind).get(0).filter(|_| text.field != Field::Literal(kind)).cloned());
    }
    if text.takes_arguments() {
        notes.extend(arguments(row));
    }
    notes.extend(comment);
    notes
}

/// `{count}: a count, such as 1,234; {folder}: a text`.
fn arguments(row: &Row) -> Option<String> {
    let one = |argument: &Argument| format!("{{{}}}: {}", argument.name, argument.kind.in_words());
    let arguments: Vec<_> = row.arguments.iter().map(one).collect();
    (!arguments.is_empty()).then(|| arguments.join("; "))
}

fn arguments_of(text: &Text<'_>) -> Option<Vec<String>> {
    let names = text.arguments().iter().map(|argument| argument.name.clone());
    text.takes_arguments().then(|| names.collect())
}

impl Catalog {
    /// Adds the content of an existing file that does not come from the table.
    fn merge(&mut self) {
        let existing = core::mem::take(&mut self.kept.entries);
        let mut known: HashMap<String, (usize, ImportedEntry)> = HashMap::new();
        for (at, entry) in existing.into_iter().enumerate() {
            known.entry(entry.key.clone()).or_insert((at, entry));
        }
        let mut ordered: Vec<(Option<usize>, Entry)> = Vec::new();
        let mut anchor = None;
        for mut entry in core::mem::take(&mut self.entries) {
            if let Some((at, old)) = known.remove(&entry.key) {
                anchor = Some(at);
                entry.take_over(old);
            }
            ordered.push((anchor, entry));
        }
        // A new entry follows the one that precedes it in the table.
        ordered.sort_by_cached_key(|(anchor, _)| anchor.map_or(0, |at| at + 1));
        self.entries = ordered.into_iter().map(|(_, entry)| entry).collect();
        let mut obsolete: Vec<_> = known.into_values().collect();
        obsolete.sort_by_cached_key(|(at, _)| *at);
        let obsolete = obsolete.into_iter().map(|(_, entry)| Entry::from(entry));
        self.obsolete = obsolete.filter(Entry::is_translated).collect();
    }
}

impl Entry {
    pub(super) fn is_translated(&self) -> bool {
        self.targets.iter().any(|target| !target.is_empty())
    }

    /// Keeps a translation that has not been imported yet, and the notes of translators.
    fn take_over(&mut self, mut old: ImportedEntry) {
        old.marks.comments.retain(|comment| !self.notes.contains(comment));
        let is_stale = self.marks.is_fuzzy;
        let targets: Vec<String> = old.targets.into_iter().map(|(target, _)| target).collect();
        let is_kept = !self.is_translated()
            && targets.len() == self.targets.len()
            && targets.iter().any(|target| !target.is_empty());
        if !is_stale && (self.targets != targets && !is_kept || self.sources != old.sources) {
            // A state belongs to the translation that it was given to.
            self.marks = Marks { comments: old.marks.comments, flags: old.marks.flags, ..Marks::default() };
        } else {
            self.marks = Marks { is_fuzzy: is_stale || is_kept && old.marks.is_fuzzy, ..old.marks };
        }
        if is_kept {
            self.marks.is_fuzzy |= old.sources != self.sources;
            self.previous = if self.marks.is_fuzzy { old.sources } else { Vec::new() };
            self.targets = targets;
        }
    }

    /// Whether tools can check that the translation names the same arguments. A form for a single number may omit its
    /// argument.
    pub(super) fn is_checked(&self) -> bool {
        let Some(arguments) = self.arguments.as_ref().filter(|arguments| !arguments.is_empty()) else {
            return false;
        };
        let shows = |text: &str, name: &String| text.contains(&format!("{{{name}}}"));
        let Some(source) = self.sources.last() else { return false };
        let is_same =
            |target: &String| arguments.iter().all(|name| shows(source, name) == shows(target, name));
        let is_translated = |target: &&String| !target.is_empty();
        arguments.iter().any(|name| shows(source, name))
            && (self.sources.len() > 1 || self.targets.iter().filter(is_translated).all(is_same))
    }
}

impl From<ImportedEntry> for Entry {
    fn from(entry: ImportedEntry) -> Self {
        Self {
            key: entry.key,
            sources: entry.sources,
            targets: entry.targets.into_iter().map(|(target, _)| target).collect(),
            marks: entry.marks,
            ..Self::default()
        }
    }
}

/// The content of a translator's file.
#[derive(Debug, Default)]
pub(super) struct ImportedCatalog {
    /// Its language, and the place where it is stated.
    pub(super) language: Option<(String, Place)>,
    /// The language that it was translated from.
    pub(super) source_language: Option<String>,
    /// The numbering of its plural forms, and the place where it is stated.
    pub(super) plural_forms: Option<(PluralForms, Place)>,
    pub(super) entries: Vec<ImportedEntry>,
    /// The number of obsolete entries.
    pub(super) obsolete: usize,
    /// The fields of a PO file's header, its comments, and its obsolete entries, unchanged.
    pub(super) header: Vec<(String, String)>,
    pub(super) header_comments: Vec<String>,
    pub(super) obsolete_lines: Vec<String>,
}

/// An entry of a translator's file.
#[derive(Debug, Default)]
pub(super) struct ImportedEntry {
    pub(super) key: String,
    pub(super) key_place: Option<Place>,
    /// Its source text.
    pub(super) sources: Vec<String>,
    /// The translation, each plural form by its number.
    pub(super) targets: Vec<(String, Place)>,
    pub(super) marks: Marks,
    /// Whether an error has been reported for which it is left out.
    pub(super) is_refused: bool,
}

/// The notes of translators on a translation.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Marks {
    /// Whether the translation needs review.
    pub(super) is_fuzzy: bool,
    pub(super) comments: Vec<String>,
    /// The flags of a PO file, except `fuzzy`.
    pub(super) flags: Vec<String>,
    /// The state that XLIFF gives the translation.
    pub(super) state: Option<String>,
}

/// What a reader knows about the table of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expected<'a> {
    /// The tag of the default language.
    pub(super) source: &'a str,
    /// The requested language.
    pub(super) target: Option<&'a str>,
}

/// The maximum number of errors that are kept: a file may have one on each of its lines.
const MOST: usize = 20_000;

/// The errors in a translator's file, each with its place.
#[derive(Debug, Default)]
pub(super) struct Problems {
    /// Errors for which the whole file is refused.
    pub(super) found: Vec<Diagnostic>,
    /// Errors for which a text is left out, and warnings: everything else is imported.
    pub(super) passed: Vec<Diagnostic>,
}

impl Problems {
    pub(super) fn add(&mut self, rule: Rule, place: &Place, said: &ToolMessage) {
        push(&mut self.found, diagnostic(rule, place, said));
    }

    /// A text is left out.
    pub(super) fn leave_out(&mut self, rule: Rule, place: &Place, said: &ToolMessage) {
        let mut diagnostic = diagnostic(rule, place, said);
        diagnostic.severity = Severity::Error;
        push(&mut self.passed, diagnostic);
    }

    pub(super) fn warn(&mut self, rule: Rule, place: &Place, said: &ToolMessage) {
        let mut diagnostic = diagnostic(rule, place, said);
        diagnostic.severity = Severity::Warning;
        push(&mut self.passed, diagnostic);
    }
}

fn push(diagnostics: &mut Vec<Diagnostic>, new: Diagnostic) {
    match diagnostics.len() {
        ..MOST => diagnostics.push(new),
        MOST => {
            let said = ToolMessage::TooManyMistakes { most: MOST };
            diagnostics.push(diagnostic(Rule::TooLarge, &new.place, &said));
        }
        _ => {}
    }
}

fn diagnostic(rule: Rule, place: &Place, said: &ToolMessage) -> Diagnostic {
    Diagnostic::new(rule, place.clone(), &said.to_string(), said.help().as_deref())
}

/// Some bytes of the file.
pub(super) fn place(span: Range<usize>) -> Place {
    Place { source: 0, span }
}
