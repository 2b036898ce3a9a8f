//! What goes to translators and comes back, whatever the format of the file.

use code_registry_table::plural::{Forms, forms};
use code_registry_table::{Argument, Case, Category, Row, Selector, Table};

use super::key::{self, Place};
use super::made_from::MadeFrom;
use super::sentences::{self, Sentence};
use super::texts::{self, Field, Text};
use super::wording::{Condition, OTHER, Wording};

/// The texts of one language beside those of the default language.
#[derive(Debug)]
pub(super) struct Catalog {
    pub(super) title: String,
    /// The default language.
    pub(super) source: String,
    /// The other language.
    pub(super) target: String,
    /// How its plural forms are numbered, where that is known.
    pub(super) forms: Option<Forms>,
    pub(super) entries: Vec<Entry>,
}

/// A sentence, or all plural forms of one.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    /// What a translator should know.
    pub(super) notes: Vec<String>,
    /// What the default language says; of plural forms the one for 1, and the one for all others.
    pub(super) sources: Vec<String>,
    /// What the language says, each plural form by its number; empty where there is none yet.
    pub(super) targets: Vec<String>,
    /// Whether it was made from another text than is there now.
    pub(super) is_stale: bool,
}

/// How sentences become entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plurals {
    /// The plural forms of a sentence are one entry.
    Together,
    /// Each sentence is an entry.
    Apart,
}

/// What the table says in this language, which it need not have.
pub(super) fn of(table: &Table, tag: &str, plurals: Plurals, made_from: &MadeFrom) -> Catalog {
    let column = table.language(tag);
    let forms = forms(tag);
    let together = forms.as_ref().filter(|_| plurals == Plurals::Together);
    let mut entries = Vec::new();
    for text in texts::of(table, column) {
        let (notes, is_stale) = (notes(&text), made_from.is_stale(tag, &text));
        let sentences = sentences::of(&text.source, text.own.as_ref(), tag);
        entries.extend(group(&sentences, together).into_iter().map(|(place, targets)| Entry {
            key: key::write(&text.key, &place),
            notes: notes.clone(),
            sources: sources(&text.source, &place),
            targets,
            is_stale,
        }));
    }
    let title = table.title.get(0).cloned().unwrap_or_default();
    let (source, target) = (table.languages[0].tag.clone(), tag.to_owned());
    Catalog { title, source, target, forms, entries }
}

/// The places of a text that are entries, and what the language says there.
fn group(sentences: &[Sentence<'_>], forms: Option<&Forms>) -> Vec<(Place, Vec<String>)> {
    let own = |sentence: &Sentence<'_>| sentence.own.unwrap_or_default().to_owned();
    let mut entries = Vec::new();
    for sentence in sentences {
        let mut conditions = sentence.conditions.clone();
        match forms.and_then(|forms| siblings(sentence, sentences, forms)) {
            Some(group) if core::ptr::eq(group[0], sentence) => {
                let plural = conditions.pop().map(|last| last.argument);
                entries.push((Place { conditions, plural }, group.into_iter().map(own).collect()));
            }
            Some(_) => {}
            None => entries.push((Place { conditions, plural: None }, vec![own(sentence)])),
        }
    }
    entries
}

/// The plural forms that a sentence is one of, by their number; none where one of them is no plain sentence.
fn siblings<'a, 's>(
    sentence: &Sentence<'_>,
    sentences: &'a [Sentence<'s>],
    forms: &Forms,
) -> Option<Vec<&'a Sentence<'s>>> {
    let (last, before) = sentence.conditions.split_last()?;
    let is_form = |case: &Case| forms.categories.iter().any(|form| *case == Case::Category(*form));
    if last.selector != Selector::Plural || !is_form(&last.case) {
        return None;
    }
    let form = |form| {
        let condition = Condition { case: Case::Category(form), ..last.clone() };
        sentences.iter().find(|sentence| sentence.conditions.split_last() == Some((&condition, before)))
    };
    forms.categories.iter().map(|category| form(*category)).collect()
}

/// What the default language says at this place of a text.
pub(super) fn sources(source: &Wording, place: &Place) -> Vec<String> {
    let Some(argument) = &place.plural else { return vec![source.sentence(&place.conditions).to_owned()] };
    let one = Case::Category(Category::One);
    let form = |case: Case| {
        let form = Condition { selector: Selector::Plural, argument: argument.clone(), case };
        source.sentence(&[&place.conditions[..], &[form]].concat()).to_owned()
    };
    vec![form(one), form(OTHER)]
}

/// What row it is, what that means, and the arguments.
fn notes(text: &Text<'_>) -> Vec<String> {
    let Some(row) = text.row else { return Vec::new() };
    let mut notes = vec![row.symbol.clone()];
    notes.extend(row.name.get(0).filter(|_| text.field != Field::Named("name")).cloned());
    notes.extend(row.description.get(0).filter(|_| text.field != Field::Named("description")).cloned());
    if text.field == Field::Named("message") {
        notes.extend(arguments(row));
    }
    notes
}

/// `{count} integer, {folder} text`.
fn arguments(row: &Row) -> Option<String> {
    let one = |argument: &Argument| format!("{{{}}} {}", argument.name, argument.kind.name());
    let arguments: Vec<_> = row.arguments.iter().map(one).collect();
    (!arguments.is_empty()).then(|| arguments.join(", "))
}
