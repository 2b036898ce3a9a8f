//! The changes of a table by a translator's file.

use std::collections::{HashMap, HashSet};

use code_registry_table::{Case, Category, Place, Rule, Selector, Table};

use super::super::catalog::{self, ImportedCatalog, ImportedEntry, Problems, place};
use super::super::key;
use super::super::plural_forms::{Mapping, PluralRules};
use super::super::staleness::Staleness;
use super::super::texts::{self, Text, kind_of};
use super::super::wording::{Condition, Leaf, OTHER, Wording, assemble, fingerprint};
use crate::error::ToolMessage;

/// The plan for each text.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    pub(super) table: &'a Table,
    /// The language in the spelling that the table has or will have.
    pub(super) tag: String,
    /// Its column, if the table has it.
    pub(super) column: Option<usize>,
    pub(super) texts: Vec<Text<'a>>,
    /// The texts that are translated for the first time or differently.
    pub(super) changes: Vec<Change>,
    /// Every valid translation of the file.
    learned: Vec<Learned>,
    fuzzy: usize,
    untranslated: usize,
    obsolete: usize,
}

/// A translation and its source.
#[derive(Debug)]
struct Learned {
    /// The index of the text.
    text: usize,
    wording: Wording,
    /// The source according to the file, if it differs from the table's present text.
    outdated: Option<Vec<String>>,
}

/// A text in the file.
#[derive(Debug)]
pub(super) struct Change {
    /// The index of the text.
    pub(super) text: usize,
    pub(super) wording: Wording,
    pub(super) leaves: Vec<Leaf>,
}

/// The file's entries for one text.
#[derive(Default)]
struct Offer {
    leaves: Vec<Leaf>,
    /// The sentences without a translation.
    empty: Vec<Leaf>,
    is_fuzzy: bool,
    /// Whether an error has been reported for which the text is left out.
    is_refused: bool,
    /// Whether the translation's source differs from the table's present text, and the source.
    is_outdated: bool,
    sources: Vec<String>,
}

impl<'a> Plan<'a> {
    pub(super) fn of(
        table: &'a Table,
        tag: &str,
        imported: &ImportedCatalog,
        problems: &mut Problems,
    ) -> Self {
        let column = table.language(tag);
        let tag = column.map_or(tag, |column| &table.languages[column].tag).to_owned();
        let mut plan = Self {
            table,
            column,
            texts: texts::of(table, column),
            changes: Vec::new(),
            learned: Vec::new(),
            fuzzy: 0,
            untranslated: 0,
            obsolete: imported.obsolete,
            tag,
        };
        let rules = PluralRules::of(&plan.tag);
        for (text, offer) in plan.offers(imported, &rules, problems).into_iter().enumerate() {
            plan.take(text, offer, &rules, problems);
        }
        plan
    }

    /// Records the sources of the language's translations.
    pub(super) fn learn(&self, staleness: &mut Staleness) {
        let keys: HashSet<_> = self.texts.iter().map(|text| &*text.key).collect();
        staleness.keep(&self.tag, |key| keys.contains(key));
        for Learned { text, wording, outdated } in &self.learned {
            let Text { key, source, .. } = &self.texts[*text];
            match outdated.as_deref() {
                None => staleness.record(&self.tag, key, source, wording),
                Some([sentence]) => {
                    staleness.record(&self.tag, key, &Wording::Sentence(sentence.clone()), wording);
                }
                Some(sentences) => {
                    let source = fingerprint(sentences.concat().as_bytes());
                    staleness.record_outdated(&self.tag, key, source, wording);
                }
            }
        }
    }

    pub(super) fn summary(&self) -> ToolMessage {
        let changed = self.changes.len();
        ToolMessage::Imported {
            tag: self.tag.clone(),
            changed,
            same: self.learned.len() - changed,
            fuzzy: self.fuzzy,
            untranslated: self.untranslated,
            obsolete: self.obsolete,
        }
    }

    /// Whether the language will have every text.
    pub(super) fn is_complete(&self) -> bool {
        let changed: HashSet<_> = self.changes.iter().map(|change| change.text).collect();
        self.texts.iter().enumerate().all(|(at, text)| text.own.is_some() || changed.contains(&at))
    }

    /// The entries of each text, in the order of the table.
    fn offers(
        &mut self,
        imported: &ImportedCatalog,
        rules: &PluralRules,
        problems: &mut Problems,
    ) -> Vec<Offer> {
        let keys: HashMap<_, _> = self.texts.iter().enumerate().map(|(at, text)| (&*text.key, at)).collect();
        let source_rules = PluralRules::of(&self.table.languages[0].tag);
        let mut numbering = Numbering { imported, tag: &self.tag, mapping: None, is_reported: false };
        let (mut seen, mut offers) = (HashSet::new(), Vec::new());
        offers.resize_with(self.texts.len(), Offer::default);
        let mut unknown = Vec::new();
        for entry in &imported.entries {
            let nowhere = place(0..0);
            let key_place = entry.key_place.as_ref().unwrap_or(&nowhere);
            let Some((text, place)) = locate(&entry.key, &keys) else {
                unknown.push((key_place.clone(), &entry.key));
                continue;
            };
            if !seen.insert(&entry.key) {
                let said = ToolMessage::TextTwice { key: entry.key.clone() };
                problems.add(Rule::DuplicateKey, key_place, &said);
                continue;
            }
            let current = catalog::sources(&self.texts[text].source, &place, &source_rules);
            let offer: &mut Offer = &mut offers[text];
            // Without sources, nothing is known about them.
            offer.is_outdated |= !entry.sources.is_empty() && current != entry.sources;
            offer.is_fuzzy |= entry.marks.is_fuzzy;
            offer.is_refused |= entry.is_refused;
            offer.sources.extend(entry.sources.iter().cloned());
            match &place.plural {
                Some(argument) => offer.add_forms(entry, &place, argument, &mut numbering, problems),
                None => offer.add_sentence(entry, &place, &self.texts[text], rules),
            }
        }
        // The table has changed since the export; a file without any known key belongs to another table.
        self.obsolete += unknown.len();
        if let Some((place, key)) = unknown.first().filter(|_| seen.is_empty()) {
            problems.add(Rule::UnknownKey, place, &ToolMessage::NoText { key: (*key).clone() });
        }
        offers
    }

    fn take(&mut self, text: usize, offer: Offer, rules: &PluralRules, problems: &mut Problems) {
        if offer.is_refused {
            return;
        }
        if offer.leaves.is_empty() {
            self.untranslated += usize::from(!offer.empty.is_empty());
            return;
        }
        if offer.is_fuzzy {
            self.fuzzy += 1;
            return;
        }
        let Text { key, own, .. } = &self.texts[text];
        let arguments = self.texts[text].arguments();
        let mut wording = match assemble(&offer.leaves) {
            Ok(wording) => offer.completed(own.as_ref()).unwrap_or(wording),
            Err(leaf) => return problems.add(Rule::Selector, &leaf.place, &ToolMessage::SentencesDiffer),
        };
        fill_other(&mut wording, &|selector, argument| {
            rules.reaches(selector, kind_of(arguments, argument), Category::Other)
        });
        let is_same = own.as_ref() == Some(&wording);
        if !is_same && !offer.empty.is_empty() {
            let empty = |leaf: &Leaf| {
                problems.leave_out(Rule::MissingText, &leaf.place, &ToolMessage::SentenceEmpty);
            };
            return offer.empty.iter().for_each(empty);
        }
        if !is_same {
            let needed = texts::sentences_of(&wording, Some(&wording), arguments, rules);
            if let Some(missing) = needed.into_iter().find(|sentence| sentence.own.is_none()) {
                let place = key::Place { conditions: missing.conditions, plural: None };
                let said = ToolMessage::SentenceMissing { key: key::write(key, &place) };
                return problems.leave_out(Rule::MissingText, &offer.leaves[0].place, &said);
            }
        }
        let outdated = offer.is_outdated.then_some(offer.sources);
        self.learned.push(Learned { text, wording: wording.clone(), outdated });
        if !is_same {
            self.changes.push(Change { text, wording, leaves: offer.leaves });
        }
    }
}

impl Offer {
    /// The text, with the table's own sentences for missing entries; `None` if they do not fit together.
    fn completed(&self, own: Option<&Wording>) -> Option<Wording> {
        let mut leaves = self.leaves.clone();
        for (conditions, sentence) in own?.sentences() {
            if self.leaves.iter().chain(&self.empty).all(|leaf| leaf.conditions != conditions) {
                let (sentence, place) = (sentence.to_owned(), self.leaves[0].place.clone());
                leaves.push(Leaf { conditions, sentence, place });
            }
        }
        assemble(&leaves).ok()
    }

    /// A sentence. One that no number reaches may stay empty.
    fn add_sentence(
        &mut self,
        entry: &ImportedEntry,
        place: &key::Place,
        text: &Text<'_>,
        rules: &PluralRules,
    ) {
        let is_needed = place.conditions.iter().all(|condition| {
            let kind = kind_of(text.arguments(), &condition.argument);
            condition.selector == Selector::Select
                || condition.case != OTHER
                || rules.reaches(condition.selector, kind, Category::Other)
        });
        for (sentence, target) in &entry.targets {
            let conditions = place.conditions.clone();
            let leaf = Leaf { conditions, sentence: sentence.clone(), place: target.clone() };
            if !sentence.is_empty() {
                self.leaves.push(leaf);
            } else if is_needed {
                self.empty.push(leaf);
            }
        }
    }

    /// All plural forms of a sentence.
    fn add_forms(
        &mut self,
        entry: &ImportedEntry,
        place: &key::Place,
        argument: &str,
        numbering: &mut Numbering<'_>,
        problems: &mut Problems,
    ) {
        let Some((_, first)) = entry.targets.first() else { return };
        if entry.targets.iter().all(|(target, _)| target.is_empty()) {
            let (conditions, place) = (place.conditions.clone(), first.clone());
            return self.empty.push(Leaf { conditions, sentence: String::new(), place });
        }
        let Some(cases) = numbering.cases(entry, problems) else {
            self.is_refused = true;
            return;
        };
        for (case, form) in cases {
            let (sentence, target) = &entry.targets[form];
            let condition = Condition { selector: Selector::Plural, argument: argument.to_owned(), case };
            let conditions = place.conditions.iter().cloned().chain([condition]).collect();
            let leaf = Leaf { conditions, sentence: sentence.clone(), place: target.clone() };
            if sentence.is_empty() { self.empty.push(leaf) } else { self.leaves.push(leaf) }
        }
    }
}

/// The numbering of the plural forms in a file.
struct Numbering<'a> {
    imported: &'a ImportedCatalog,
    tag: &'a str,
    mapping: Option<Mapping>,
    /// Whether the differences from the language's own plural rules have been reported.
    is_reported: bool,
}

impl Numbering<'_> {
    /// The cases that an entry's forms are for; `None` if that has been reported as an error.
    fn cases(&mut self, entry: &ImportedEntry, problems: &mut Problems) -> Option<Vec<(Case, usize)>> {
        let (_, place) = entry.targets.first()?;
        let count = entry.targets.len();
        let header = self.imported.plural_forms.as_ref();
        if let Some((forms, _)) = header.filter(|(forms, _)| forms.count() != count) {
            let said = ToolMessage::FormCount { found: count, wanted: forms.count() };
            problems.leave_out(Rule::UnknownCase, place, &said);
            return None;
        }
        let mapping = match (self.mapping.take(), header) {
            (Some(mapping), Some(_)) => Some(mapping),
            (_, Some((forms, _))) => Some(Mapping::of(forms, self.tag)),
            (_, None) => Mapping::assumed(count, self.tag),
        };
        let Some(mapping) = mapping else {
            let said = ToolMessage::FormsUnknown { tag: self.tag.to_owned() };
            problems.leave_out(Rule::UnknownCase, place, &said);
            return None;
        };
        let texts: Vec<_> = entry.targets.iter().map(|(target, _)| target).collect();
        let cases = mapping.cases(&texts);
        if cases.is_ok() {
            self.report(&mapping, header.map_or(place, |(_, place)| place), problems);
        }
        self.mapping = Some(mapping);
        match cases {
            Ok(cases) => Some(cases),
            Err(form) => {
                let (_, place) = &entry.targets[form.min(count - 1)];
                let said = ToolMessage::FormUnmapped { form, tag: self.tag.to_owned() };
                problems.leave_out(Rule::UnknownCase, place, &said);
                None
            }
        }
    }

    /// Warns once for the whole file.
    fn report(&mut self, mapping: &Mapping, place: &Place, problems: &mut Problems) {
        if core::mem::replace(&mut self.is_reported, true) {
            return;
        }
        if !mapping.filled.is_empty() {
            let filled = mapping.filled.iter().map(|(category, _)| format!("`{}`", category.name()));
            let said = ToolMessage::FormsFilled { categories: filled.collect::<Vec<_>>().join(", ") };
            problems.warn(Rule::PluralCategoryMissing, place, &said);
        }
        if !mapping.shifted.is_empty() {
            let mut numbers: Vec<_> = mapping.shifted.iter().take(3).map(u64::to_string).collect();
            numbers.extend((mapping.shifted.len() > 3).then(|| "…".to_owned()));
            let said = ToolMessage::FormsShifted { numbers: numbers.join(", ") };
            problems.warn(Rule::PluralCategoryMissing, place, &said);
        }
    }
}

/// Gives choices whose `other` no number reaches the text of their last case: the table's syntax requires an `other`.
fn fill_other(wording: &mut Wording, reaches: &dyn Fn(Selector, &str) -> bool) {
    let Wording::Choice(choice) = wording else { return };
    choice.cases.iter_mut().for_each(|(_, inner)| fill_other(inner, reaches));
    let is_filled = choice.selector != Selector::Select
        && choice.case(&OTHER).is_none()
        && !reaches(choice.selector, &choice.argument);
    if let Some((_, last)) = choice.cases.last().filter(|_| is_filled) {
        let other = last.clone();
        choice.cases.push((OTHER, other));
    }
}

/// The text that a key names, and the place in it.
fn locate(key: &str, keys: &HashMap<&str, usize>) -> Option<(usize, key::Place)> {
    if let Some(&text) = keys.get(key) {
        return Some((text, key::Place::default()));
    }
    key.match_indices('[').find_map(|(at, _)| Some((*keys.get(&key[..at])?, key::read(&key[at..])?)))
}
