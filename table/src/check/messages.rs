//! The arguments of a row's messages and help: rule 6.

use std::collections::BTreeMap;

use code_registry_encoding::message::MAX_ARGUMENTS;

use crate::model::{Argument, Case, Choice, Localized, Message, Piece, Selector};
use crate::read::{Column, DraftArgument, DraftChoice, DraftMessage, DraftPattern, DraftPiece, DraftRow};
use crate::read::{Placed, Slot};
use crate::report::{Guess, Quoted, Sink, Violation};
use crate::schema::{ArgumentKind, LiteralKind};
use crate::source::Place;

/// The messages and the help of a row with their arguments resolved.
pub(crate) struct Messages {
    pub(crate) arguments: Vec<Argument>,
    pub(crate) message: Localized<Message>,
    pub(crate) places: Localized<Place>,
    /// Empty if help is literal.
    pub(crate) help: Localized<Message>,
    pub(crate) help_places: Localized<Place>,
}

/// Checks every message of the row against its contract, and leaves out those that violate it.
pub(crate) fn resolve(row: &mut DraftRow, sink: &mut Sink) -> Messages {
    let column = core::mem::take(&mut row.texts.message);
    let contract =
        Contract::of(core::mem::take(&mut row.arguments), &column).filter(|contract| contract.fits(sink));
    let resolved = |slot: Slot<Placed<DraftMessage>>| {
        let Placed { value, place } = slot.good()?;
        Some((contract.as_ref()?.message(value, sink)?, place))
    };
    let (message, places) = column.into_iter().map(resolved).map(Option::unzip).unzip();
    let patterns = core::mem::take(&mut row.texts.help_patterns);
    let help = &mut row.texts.literals[LiteralKind::Help as usize];
    let (help, help_places) = match &contract {
        Some(contract) if !contract.arguments.is_empty() && !patterns.is_empty() => {
            contract.help(help, patterns, sink).into_iter().map(Option::unzip).unzip()
        }
        _ => (Vec::new(), Vec::new()),
    };
    Messages {
        arguments: contract.map_or_else(Vec::new, Contract::into_arguments),
        message: Localized::new(message),
        places: Localized::new(places),
        help: Localized::new(help),
        help_places: Localized::new(help_places),
    }
}

/// The arguments that messages of a row may name.
struct Contract {
    arguments: Vec<DraftArgument>,
    /// The index of each by its name.
    names: BTreeMap<String, usize>,
    /// Where they are declared: `args`, or the message in the default language.
    place: Place,
}

impl Contract {
    /// "With `args`, every language uses only these names. Without, the default language's message is the contract."
    fn of(declared: Slot<Placed<Vec<DraftArgument>>>, column: &Column<DraftMessage>) -> Option<Self> {
        match declared {
            Slot::Good(Placed { value, place }) => {
                let names =
                    value.iter().enumerate().map(|(at, argument)| (argument.name.clone(), at)).collect();
                Some(Self { arguments: value, names, place })
            }
            Slot::Broken => None,
            Slot::Missing => {
                let default = column.first()?.as_good()?;
                let (arguments, names) = (Vec::new(), BTreeMap::new());
                let mut contract = Self { arguments, names, place: default.place.clone() };
                contract.add_message(&default.value);
                Some(contract)
            }
        }
    }

    /// Whether the encoding can number all of them.
    fn fits(&self, sink: &mut Sink) -> bool {
        let count = self.arguments.len();
        if count > MAX_ARGUMENTS {
            sink.report(self.place.clone(), &Violation::TooManyArguments { count, most: MAX_ARGUMENTS });
        }
        count <= MAX_ARGUMENTS
    }

    fn add_message(&mut self, message: &DraftMessage) {
        match message {
            DraftMessage::Pattern(pieces) => {
                for piece in &pieces.value {
                    if let DraftPiece::Argument(name) = piece {
                        self.add(name, ArgumentKind::Text);
                    }
                }
            }
            DraftMessage::Choice(choice) => {
                self.add(&choice.argument, ArgumentKind::implied_by(choice.selector));
                choice.cases.iter().for_each(|(_, message)| self.add_message(message));
            }
        }
    }

    /// An argument that selects a plural in one place has the kind for this everywhere.
    fn add(&mut self, name: &Placed<String>, kind: ArgumentKind) {
        match self.names.get(&name.value) {
            Some(&at) if kind != ArgumentKind::Text => self.arguments[at].kind = Some(kind),
            Some(_) => {}
            None => {
                let (name, place) = (name.value.clone(), name.place.clone());
                self.names.insert(name.clone(), self.arguments.len());
                self.arguments.push(DraftArgument { name, place, kind: Some(kind) });
            }
        }
    }

    fn message(&self, message: DraftMessage, sink: &mut Sink) -> Option<Message> {
        match message {
            DraftMessage::Pattern(pieces) => {
                let pieces: Vec<_> = pieces.value.into_iter().map(|piece| self.piece(piece, sink)).collect();
                Some(Message::Pattern(pieces.into_iter().collect::<Option<_>>()?))
            }
            DraftMessage::Choice(choice) => self.choice(*choice, sink).map(Message::Choice),
        }
    }

    fn piece(&self, piece: DraftPiece, sink: &mut Sink) -> Option<Piece> {
        match piece {
            DraftPiece::Text(text) => Some(Piece::Text(text)),
            DraftPiece::Argument(name) => self.index(&name, sink).map(Piece::Argument),
        }
    }

    /// The help of each language as a sentence. The texts become what is displayed without arguments.
    fn help(
        &self,
        texts: &mut Column,
        patterns: Vec<(usize, DraftPattern)>,
        sink: &mut Sink,
    ) -> Vec<Option<(Message, Place)>> {
        let mut patterns: BTreeMap<usize, DraftPattern> = patterns.into_iter().collect();
        let sentence = |(at, slot): (usize, &mut Slot<Placed<String>>)| {
            let Slot::Good(text) = slot else { return None };
            let Some(pattern) = patterns.remove(&at) else {
                let pieces = Some(Piece::Text(text.value.clone())).filter(|_| !text.value.is_empty());
                return Some((Message::Pattern(pieces.into_iter().collect()), text.place.clone()));
            };
            pattern.flaws.iter().for_each(|(place, violation)| sink.report(place.clone(), violation));
            let pieces: Vec<_> =
                pattern.pieces.into_iter().map(|piece| self.help_piece(piece, sink)).collect();
            let pieces: Option<Vec<Piece>> = pieces.into_iter().collect();
            let Some(pieces) = pieces.filter(|_| pattern.flaws.is_empty()) else {
                *slot = Slot::Broken;
                return None;
            };
            text.value = pieces.iter().map(|piece| self.shown(piece)).collect();
            Some((Message::Pattern(pieces), text.place.clone()))
        };
        texts.iter_mut().enumerate().map(sentence).collect()
    }

    fn help_piece(&self, piece: DraftPiece, sink: &mut Sink) -> Option<Piece> {
        match piece {
            DraftPiece::Text(text) => Some(Piece::Text(text)),
            DraftPiece::Argument(name) => self
                .index_or(&name, |name, guess| Violation::UnknownHelpArgument { name, guess }, sink)
                .map(Piece::Argument),
        }
    }

    fn shown(&self, piece: &Piece) -> String {
        match piece {
            Piece::Text(text) => text.clone(),
            Piece::Argument(index) => format!("{{{}}}", self.arguments[*index].name),
        }
    }

    fn choice(&self, choice: DraftChoice, sink: &mut Sink) -> Option<Choice> {
        let DraftChoice { selector, argument, cases, missing } = choice;
        let index =
            self.index(&argument, sink).filter(|&index| self.check_kind(index, selector, &argument, sink));
        if let Some(missing) = missing {
            let kind = index.and_then(|index| self.arguments[index].kind);
            if let Some(violation) = missing.violation(kind.is_some_and(ArgumentKind::has_fraction)) {
                sink.report(missing.place, &violation);
            }
        }
        let cases: Vec<_> =
            cases.into_iter().map(|(case, message)| Some((case, self.message(message, sink)?))).collect();
        let mut cases: Vec<(Case, Message)> = cases.into_iter().collect::<Option<_>>()?;
        let (_, other) = cases.remove(cases.iter().position(|(case, _)| *case == Case::OTHER)?);
        // Words keep the order of the file.
        cases.sort_by_key(|(case, _)| match case {
            Case::Exact(number) => (0, *number),
            Case::Category(category) => (1, *category as u64),
            Case::Word(_) => (2, 0),
        });
        Some(Choice { selector, argument: index?, cases, other: Box::new(other) })
    }

    /// The argument of this name; "every language uses only these names".
    fn index(&self, name: &Placed<String>, sink: &mut Sink) -> Option<usize> {
        self.index_or(name, |name, guess| Violation::UnknownArgument { name, guess }, sink)
    }

    fn index_or(
        &self,
        name: &Placed<String>,
        violation: fn(Quoted, Guess) -> Violation,
        sink: &mut Sink,
    ) -> Option<usize> {
        let index = self.names.get(&name.value).copied();
        if index.is_none() {
            let guess = Guess::new(&name.value, self.arguments.iter().map(|argument| argument.name.as_str()));
            let violation = violation(Quoted::new(&name.value), guess);
            sink.report_between(name.place.clone(), &self.place, &violation);
        }
        index
    }

    /// Whether the kind of the argument can make the choice; otherwise it is reported.
    fn check_kind(&self, index: usize, selector: Selector, name: &Placed<String>, sink: &mut Sink) -> bool {
        let argument = &self.arguments[index];
        let Some(kind) = argument.kind.filter(|kind| !kind.can_select(selector)) else { return true };
        let fitting = ArgumentKind::ALL.into_iter().filter(|kind| kind.can_select(selector));
        let fitting = fitting.map(|kind| format!("`{}`", kind.name())).collect::<Vec<_>>().join(", ");
        let (selector, kind) = (selector.name(), kind.name());
        let violation = Violation::ArgumentKind { name: Quoted::new(&name.value), selector, kind, fitting };
        sink.report_between(name.place.clone(), &argument.place, &violation);
        false
    }

    fn into_arguments(self) -> Vec<Argument> {
        let argument = |argument: DraftArgument| Argument {
            name: argument.name,
            kind: argument.kind.unwrap_or(ArgumentKind::Text),
        };
        self.arguments.into_iter().map(argument).collect()
    }
}
