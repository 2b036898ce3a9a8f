//! What a translator's file changes in the table.

use std::collections::{HashMap, HashSet};

use code_registry_table::{Case, Place, Rule, Selector, Table, plural};

use super::super::assemble::{Leaf, assemble};
use super::super::catalog;
use super::super::format::{Given, GivenEntry};
use super::super::key;
use super::super::made_from::MadeFrom;
use super::super::problems::Problems;
use super::super::texts::{self, Text};
use super::super::wording::{Condition, Wording, fingerprint};
use crate::said::Said;

/// What becomes of each text.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    pub(super) table: &'a Table,
    /// The language, as the table has it or will have it.
    pub(super) tag: String,
    /// Its column, if the table has it.
    pub(super) column: Option<usize>,
    pub(super) texts: Vec<Text<'a>>,
    /// The texts that are translated anew or otherwise.
    pub(super) changes: Vec<Change>,
    /// Every good translation of the file: the index of its text, and the fingerprints of both sides.
    learned: Vec<(usize, u32, u32)>,
    fuzzy: usize,
    untranslated: usize,
}

/// A text as the file has it.
#[derive(Debug)]
pub(super) struct Change {
    /// The index of the text.
    pub(super) text: usize,
    pub(super) wording: Wording,
    pub(super) leaves: Vec<Leaf>,
}

/// What the file says of one text.
#[derive(Default)]
struct Offer {
    leaves: Vec<Leaf>,
    /// The sentences that are still to be translated.
    empty: Vec<Place>,
    is_fuzzy: bool,
    /// Whether it was translated from what the table says now, and what else it was translated from.
    is_outdated: bool,
    sources: Vec<String>,
}

impl<'a> Plan<'a> {
    pub(super) fn of(table: &'a Table, tag: &str, given: &Given, problems: &mut Problems) -> Self {
        let column = table.language(tag);
        let texts = texts::of(table, column);
        let tag = column.map_or(tag, |column| &table.languages[column].tag).to_owned();
        let mut plan = Self {
            table,
            tag,
            column,
            texts,
            changes: Vec::new(),
            learned: Vec::new(),
            fuzzy: 0,
            untranslated: 0,
        };
        for (text, offer) in plan.offers(given, problems) {
            plan.take(text, offer, problems);
        }
        plan
    }

    /// What was learned of the language's translations.
    pub(super) fn learn(&self, made_from: &mut MadeFrom) {
        let keys: HashSet<_> = self.texts.iter().map(|text| &*text.key).collect();
        made_from.keep(&self.tag, |key| keys.contains(key));
        for &(text, source, own) in &self.learned {
            made_from.learn(&self.tag, &self.texts[text].key, source, own);
        }
    }

    pub(super) fn summary(&self, given: &Given) -> Said {
        let changed = self.changes.len();
        Said::Imported {
            tag: self.tag.clone(),
            changed,
            same: self.learned.len() - changed,
            fuzzy: self.fuzzy,
            untranslated: self.untranslated,
            obsolete: given.obsolete,
        }
    }

    /// How many texts the language has then.
    pub(super) fn is_complete(&self) -> bool {
        let changed: HashSet<_> = self.changes.iter().map(|change| change.text).collect();
        self.texts.iter().enumerate().all(|(at, text)| text.own.is_some() || changed.contains(&at))
    }

    /// The entries of each text, in the order of the table.
    fn offers(&self, given: &Given, problems: &mut Problems) -> Vec<(usize, Offer)> {
        let keys: HashMap<_, _> = self.texts.iter().enumerate().map(|(at, text)| (&*text.key, at)).collect();
        let (mut seen, mut offers) = (HashSet::new(), Vec::new());
        offers.resize_with(self.texts.len(), Offer::default);
        for entry in &given.entries {
            let Some((text, place)) = locate(&entry.key, &keys) else {
                problems.add(Rule::UnknownKey, &entry.key_place, &Said::NoText { key: entry.key.clone() });
                continue;
            };
            if !seen.insert(&entry.key) {
                problems.add(
                    Rule::DuplicateKey,
                    &entry.key_place,
                    &Said::TextTwice { key: entry.key.clone() },
                );
                continue;
            }
            let current = catalog::sources(&self.texts[text].source, &place);
            offers[text].is_outdated |= current != entry.sources;
            offers[text].add(entry, &place, &self.tag);
        }
        offers.into_iter().enumerate().collect()
    }

    fn take(&mut self, text: usize, offer: Offer, problems: &mut Problems) {
        if offer.leaves.is_empty() {
            self.untranslated += usize::from(!offer.empty.is_empty());
            return;
        }
        if offer.is_fuzzy {
            self.fuzzy += 1;
            return;
        }
        let wording = match assemble(&offer.leaves) {
            Ok(wording) => wording,
            Err(leaf) => return problems.add(Rule::Selector, &leaf.place, &Said::SentencesDiffer),
        };
        let source = &self.texts[text].source;
        let source = match (offer.is_outdated, source) {
            (false, source) => source.fingerprint(),
            (true, _) => fingerprint(offer.sources.concat().as_bytes()),
        };
        self.learned.push((text, source, wording.fingerprint()));
        if self.texts[text].own.as_ref() == Some(&wording) {
            return;
        }
        if !offer.empty.is_empty() {
            return offer
                .empty
                .iter()
                .for_each(|at| problems.add(Rule::MissingText, at, &Said::SentenceEmpty));
        }
        self.changes.push(Change { text, wording, leaves: offer.leaves });
    }
}

impl Offer {
    fn add(&mut self, entry: &GivenEntry, place: &key::Place, tag: &str) {
        self.is_fuzzy |= entry.is_fuzzy;
        self.sources.extend(entry.sources.iter().cloned());
        for (at, (sentence, target)) in entry.targets.iter().enumerate() {
            let mut conditions = place.conditions.clone();
            conditions.extend(place.plural.as_ref().and_then(|argument| form(argument, at, tag)));
            if sentence.is_empty() {
                self.empty.push(target.clone());
            } else {
                self.leaves.push(Leaf { conditions, sentence: sentence.clone(), place: target.clone() });
            }
        }
    }
}

/// What the plural form of this number is for.
fn form(argument: &str, number: usize, tag: &str) -> Option<Condition> {
    let categories = plural::integer_categories(tag, Selector::Plural)?;
    let case = Case::Category(*categories.get(number)?);
    Some(Condition { selector: Selector::Plural, argument: argument.to_owned(), case })
}

/// The text that a key names, and the place in it.
fn locate(key: &str, keys: &HashMap<&str, usize>) -> Option<(usize, key::Place)> {
    if let Some(&text) = keys.get(key) {
        return Some((text, key::Place::default()));
    }
    key.match_indices('[').find_map(|(at, _)| Some((*keys.get(&key[..at])?, key::read(&key[at..])?)))
}
