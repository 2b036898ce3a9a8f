//! A message of one language: a sentence, or a choice between sentences.

use crate::model::{Case, Selector};
use crate::read::choice;
use crate::read::fields::{File, Placed, text, wrong_type};
use crate::read::languages::DraftLanguage;
use crate::read::pattern;
use crate::report::{Mistake, Sink};
use crate::schema::Kind as Wanted;
use crate::source::Place;
use crate::syntax::{Kind, Table, Value};

/// Choices may be nested this deep.
const DEEPEST: usize = 8;

/// The most bytes of a message in the file: what it comes to is counted in 21 bits.
const LONGEST: usize = 1 << 16;

/// A message whose arguments are still names.
#[derive(Debug, Clone)]
pub(crate) enum DraftMessage {
    Pattern(Placed<Vec<DraftPiece>>),
    Choice(Box<DraftChoice>),
}

/// A part of a sentence.
#[derive(Debug, Clone)]
pub(crate) enum DraftPiece {
    Text(String),
    Argument(Placed<String>),
}

/// Sentences, one of which is chosen.
#[derive(Debug, Clone)]
pub(crate) struct DraftChoice {
    pub(crate) selector: Selector,
    pub(crate) argument: Placed<String>,
    /// In the order of the file; `other` is one of them.
    pub(crate) cases: Vec<(Case, DraftMessage)>,
}

/// Whether a table chooses between sentences, and does not map languages to messages.
pub(crate) fn is_choice(table: &Table<'_>) -> bool {
    Selector::NAMES.iter().copied().any(|name| table.get(name).is_some())
}

/// The message of a language.
pub(crate) fn read(
    file: File<'_>,
    value: &Value<'_>,
    language: &DraftLanguage,
    sink: &mut Sink,
) -> Option<Placed<DraftMessage>> {
    let place = file.place(value.span.clone());
    if place.span.len() > LONGEST {
        sink.report(place, &Mistake::MessageLength { most: LONGEST });
        return None;
    }
    let message = nested(Context { file, language, depth: 0 }, value, sink)?;
    Some(Placed::new(message, place))
}

/// Where a message is read.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) file: File<'a>,
    pub(crate) language: &'a DraftLanguage,
    /// How many choices are around it.
    pub(crate) depth: usize,
}

impl Context<'_> {
    fn inside(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }
}

/// A message, or a case of one.
pub(crate) fn nested(context: Context<'_>, value: &Value<'_>, sink: &mut Sink) -> Option<DraftMessage> {
    let place = context.file.place(value.span.clone());
    match &value.kind {
        Kind::String(_) => {
            let sentence = text(context.file, "message", value, sink)?;
            let pieces = pattern::parse(context.file, &sentence, sink)?;
            Some(DraftMessage::Pattern(Placed::new(pieces, sentence.place)))
        }
        Kind::Table(_) if context.depth == DEEPEST => too_deep(place, sink),
        Kind::Table(table) => choice::read(context.inside(), place, table, sink),
        _ => {
            wrong_type(context.file, "message", value, Wanted::Message, sink);
            None
        }
    }
}

fn too_deep(place: Place, sink: &mut Sink) -> Option<DraftMessage> {
    sink.report(place, &Mistake::ChoiceDepth { deepest: DEEPEST });
    None
}
