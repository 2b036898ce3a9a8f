//! The sentences of a table, each with the sentence that it translates.

use core::ops::Range;
use std::borrow::Cow;

use crate::model::{Case, Selector};
use crate::plural::integers_of;
use crate::read::{Column, Draft, DraftMessage, DraftPiece, Placed, Slot};
use crate::safety::inside;
use crate::schema::TextKind;
use crate::source::{Place, Source};

/// A sentence and its place: arguments are shown as `{name}`, and literal braces of a message are doubled.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) place: &'a Place,
    /// The arguments that it shows.
    pub(super) arguments: Vec<&'a str>,
    /// The arguments that have only one value here, so that the sentence need not show them.
    pub(super) fixed: Vec<&'a str>,
}

impl<'a> Sentence<'a> {
    pub(super) fn plain(text: &'a Placed<String>) -> Self {
        let (arguments, fixed) = (Vec::new(), Vec::new());
        Self { text: Cow::Borrowed(&text.value), place: &text.place, arguments, fixed }
    }

    pub(super) fn pattern(pieces: &'a Placed<Vec<DraftPiece>>) -> Self {
        let written = |piece: &DraftPiece| match piece {
            DraftPiece::Text(text) => text.replace('{', "{{").replace('}', "}}"),
            DraftPiece::Argument(name) => format!("{{{}}}", name.value),
        };
        let arguments = pieces.value.iter().filter_map(|piece| match piece {
            DraftPiece::Text(_) => None,
            DraftPiece::Argument(name) => Some(name.value.as_str()),
        });
        let (text, arguments) = (pieces.value.iter().map(written).collect(), arguments.collect());
        Self { text, place: &pieces.place, arguments, fixed: Vec::new() }
    }

    /// The place of a part of the sentence.
    pub(super) fn part(&self, part: Range<usize>, sources: &[Source]) -> Place {
        let source = self.place.source;
        inside(&sources[source].text, self.place, &self.text, part)
    }

    /// The place of the character that starts at this byte.
    pub(super) fn character(&self, at: usize, sources: &[Source]) -> Place {
        let width = self.text[at..].chars().next().map_or(0, char::len_utf8);
        self.part(at..at + width, sources)
    }
}

/// A text in one language.
#[derive(Debug)]
pub(super) struct Text<'a> {
    /// The column of its language; 0 is the default language.
    pub(super) language: usize,
    /// What it is for; `None` if it is a text of the registry.
    pub(super) kind: Option<TextKind>,
    /// Its sentences, each with its counterpart in the default language.
    pub(super) sentences: Vec<(Sentence<'a>, Option<Sentence<'a>>)>,
}

/// Visits every valid text.
pub(super) fn each(draft: &Draft, mut visit: impl FnMut(&Text<'_>)) {
    plain(&draft.head.title, None, &mut visit);
    draft.head.notes.iter().for_each(|note| plain(note, None, &mut visit));
    for property in &draft.properties {
        plain(&property.title, None, &mut visit);
        plain(&property.doc, None, &mut visit);
    }
    for word in draft.enums.iter().flat_map(|one| one.words.iter().flatten()) {
        plain(&word.name, None, &mut visit);
    }
    for texts in draft.rows.iter().map(|row| &row.texts) {
        for kind in TextKind::ALL {
            match kind {
                TextKind::Literal(literal) => plain(texts.literal(literal), Some(kind), &mut visit),
                TextKind::Message => messages(&texts.message, draft, &mut visit),
                TextKind::Note => texts.notes.iter().for_each(|note| plain(note, Some(kind), &mut visit)),
            }
        }
    }
}

fn plain(column: &Column, kind: Option<TextKind>, visit: &mut impl FnMut(&Text<'_>)) {
    let default = column.first().and_then(Slot::as_good);
    for (language, slot) in column.iter().enumerate() {
        let Some(own) = slot.as_good() else { continue };
        let sentences = vec![(Sentence::plain(own), default.map(Sentence::plain))];
        visit(&Text { language, kind, sentences });
    }
}

fn messages(column: &Column<DraftMessage>, draft: &Draft, visit: &mut impl FnMut(&Text<'_>)) {
    let default = column.first().and_then(Slot::as_good).map(|message| &message.value);
    for (language, slot) in column.iter().enumerate() {
        let Some(own) = slot.as_good() else { continue };
        let tag = &draft.languages.list[language].tag;
        let mut pairing = Pairing { tag, fixed: Vec::new(), sentences: Vec::new() };
        pairing.pair(&own.value, default);
        visit(&Text { language, kind: Some(TextKind::Message), sentences: pairing.sentences });
    }
}

struct Pairing<'a> {
    tag: &'a str,
    /// The arguments that have only one value where the choices have led.
    fixed: Vec<&'a str>,
    sentences: Vec<(Sentence<'a>, Option<Sentence<'a>>)>,
}

impl<'a> Pairing<'a> {
    /// Pairs each sentence with the one of the same case in the default language, else with its `other`.
    fn pair(&mut self, own: &'a DraftMessage, default: Option<&'a DraftMessage>) {
        match own {
            DraftMessage::Pattern(pieces) => {
                let sentence = Sentence { fixed: self.fixed.clone(), ..Sentence::pattern(pieces) };
                self.sentences.push((sentence, default.and_then(plainest)));
            }
            DraftMessage::Choice(choice) => {
                for (case, message) in &choice.cases {
                    let is_fixed = match case {
                        Case::Exact(_) | Case::Word(_) => true,
                        Case::Category(category) => {
                            let numbers = integers_of(self.tag, choice.selector, *category);
                            numbers.is_some_and(|numbers| numbers.len() == 1)
                        }
                    };
                    let depth = self.fixed.len();
                    self.fixed.extend(is_fixed.then_some(choice.argument.value.as_str()));
                    self.pair(message, default.map(|default| same_case(default, choice.selector, case)));
                    self.fixed.truncate(depth);
                }
            }
        }
    }
}

fn same_case<'a>(default: &'a DraftMessage, selector: Selector, wanted: &Case) -> &'a DraftMessage {
    match default {
        DraftMessage::Choice(choice) if choice.selector == selector => {
            let find = |wanted: &Case| choice.cases.iter().find(|(case, _)| case == wanted);
            find(wanted).or_else(|| find(&Case::OTHER)).map_or(default, |(_, message)| message)
        }
        _ => default,
    }
}

/// The sentence of a message if no case applies.
fn plainest(message: &DraftMessage) -> Option<Sentence<'_>> {
    match message {
        DraftMessage::Pattern(pieces) => Some(Sentence::pattern(pieces)),
        DraftMessage::Choice(choice) => {
            let (_, other) = choice.cases.iter().find(|(case, _)| *case == Case::OTHER)?;
            plainest(other)
        }
    }
}
