//! The arguments of a row's messages and help: rule 6.

use std::collections::{BTreeMap, HashMap, HashSet};

use code_registry_encoding::message::MAX_ARGUMENTS;

use crate::model::{Argument, Case, Choice, Localized, Message, Piece, Selector, Words};
use crate::notation::Extent;
use crate::read::{
    Column, DraftArgument, DraftCase, DraftChoice, DraftEnum, DraftMessage, DraftPart, DraftPattern,
    DraftPiece, DraftRow, Texts,
};
use crate::read::{Located, Slot};
use crate::report::{Guess, Quoted, Sink, Violation};
use crate::repr::Repr;
use crate::schema::{ArgumentKind, LiteralKind};
use crate::source::Place;

/// The messages and the help of a row with their arguments resolved.
pub(super) struct Messages {
    pub(super) arguments: Vec<Argument>,
    pub(super) message: Localized<Message>,
    /// Empty if help is literal.
    pub(super) help: Localized<Message>,
}

/// Checks every message of the row against its contract, and leaves out those that violate it.
pub(super) fn resolve(
    row: &mut DraftRow,
    texts: &mut Texts,
    repr: &Repr,
    parts: &[DraftPart],
    enums: &[DraftEnum],
    sink: &mut Sink,
) -> Messages {
    let column = core::mem::take(&mut texts.message);
    let contract = Contract::of(core::mem::take(&mut row.arguments), enums, &column, sink)
        .filter(|contract| contract.fits(sink));
    if let (Some(contract), Some(Extent::Range(..))) = (&contract, &row.extent) {
        contract.check_value("value", repr, sink);
        for DraftPart { value: part, .. } in parts {
            contract.check_value(&part.name, &part.repr(), sink);
        }
    }
    let resolved = |slot: Slot<Located<DraftMessage>>| contract.as_ref()?.message(slot.good()?.value, sink);
    let message = column.into_iter().map(resolved).collect();
    let patterns = core::mem::take(&mut texts.help_patterns);
    let help = match &contract {
        Some(contract) if !contract.arguments.is_empty() && !patterns.is_empty() => {
            contract.help(&mut texts.literals[LiteralKind::Help as usize], patterns, sink)
        }
        _ => Vec::new(),
    };
    Messages {
        arguments: contract.map_or_else(Vec::new, Contract::into_arguments),
        message: Localized::new(message),
        help: Localized::new(help),
    }
}

/// The arguments that messages of a row may name.
struct Contract<'a> {
    arguments: Vec<DraftArgument>,
    /// The index of each by its name.
    names: BTreeMap<String, usize>,
    /// Where they are declared: `args`, or the message in the default language.
    place: Place,
    enums: &'a [DraftEnum],
}

impl<'a> Contract<'a> {
    /// "With `args`, every language uses only these names. Without, the default language's message is the contract."
    fn of(
        declared: Slot<Located<Vec<DraftArgument>>>,
        enums: &'a [DraftEnum],
        column: &Column<DraftMessage>,
        sink: &mut Sink,
    ) -> Option<Self> {
        match declared {
            Slot::Good(Located { value, place }) => {
                let mut names = BTreeMap::new();
                for (at, argument) in value.iter().enumerate() {
                    names.insert(argument.name.clone(), at);
                }
                Some(Self { arguments: value, names, place, enums })
            }
            Slot::Broken => None,
            Slot::Missing => {
                let default = column.first()?.as_good()?;
                let (arguments, names) = (Vec::new(), BTreeMap::new());
                let mut contract = Self { arguments, names, place: default.place.clone(), enums };
                contract.add_message(&default.value);
                contract.check_declared(&default.value, sink);
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

    /// In the messages of a range, `value` is the value of the code and other names are its parts, so their kinds must fit
    /// the types of these.
    fn check_value(&self, name: &str, repr: &Repr, sink: &mut Sink) {
        let Some(&at) = self.names.get(name) else { return };
        let argument = &self.arguments[at];
        let Some(kind) = argument.kind.filter(|kind| !kind.can_show_value(repr.is_text())) else { return };
        let fitting = ArgumentKind::ALL.into_iter().filter(|kind| kind.can_show_value(repr.is_text()));
        let fitting = fitting.map(|kind| format!("`{}`", kind.name())).collect::<Vec<_>>().join(", ");
        let kind = self.declared_kind(argument, kind);
        sink.report(
            argument.place.clone(),
            &Violation::ValueKind { name: argument.name.clone(), kind, repr: repr.name(), fitting },
        );
    }

    fn add_message(&mut self, message: &DraftMessage) {
        match message {
            DraftMessage::Pattern(pieces) => {
                for piece in &pieces.value {
                    if let DraftPiece::Argument(name) = piece {
                        self.add(name, Some(ArgumentKind::Text));
                    }
                }
            }
            DraftMessage::Choice(choice) => {
                self.add(&choice.argument, ArgumentKind::implied_by(choice.selector));
                choice.cases.iter().for_each(|case| self.add_message(&case.message));
            }
        }
    }

    /// An argument that selects a plural in one place has the kind for this everywhere.
    fn add(&mut self, name: &Located<String>, kind: Option<ArgumentKind>) {
        match self.names.get(&name.value) {
            Some(&at) if kind != Some(ArgumentKind::Text) => self.arguments[at].kind = kind,
            Some(_) => {}
            None => {
                let (name, place) = (name.value.clone(), name.place.clone());
                self.names.insert(name.clone(), self.arguments.len());
                self.arguments.push(DraftArgument { name, place, kind, words: Words::None });
            }
        }
    }

    /// Reports each argument of a select in a message without `args`, whose words nothing declares.
    fn check_declared(&self, message: &DraftMessage, sink: &mut Sink) {
        let mut selects = Vec::new();
        add_selects(message, &mut selects);
        let declaration = |argument: &DraftArgument| {
            let words = words_of(&argument.name, &selects);
            if words.is_empty() {
                let kind = argument.kind.unwrap_or(ArgumentKind::Text);
                format!("{} = \"{}\"", argument.name, kind.name())
            } else {
                format!("{} = {}", argument.name, list_of(&words))
            }
        };
        let args = self.arguments.iter().map(declaration).collect::<Vec<_>>().join(", ");
        let mut reported = HashSet::new();
        for select in &selects {
            let DraftChoice { argument: Located { value, place }, .. } = select;
            if !reported.insert(value.as_str()) {
                continue;
            }
            let name = Quoted::new(value);
            let violation = if words_of(value, &selects).is_empty() {
                Violation::NoWordCases { name }
            } else {
                Violation::UndeclaredWords { name, args: format!("args = {{ {args} }}") }
            };
            sink.report(place.clone(), &violation);
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
    ) -> Vec<Option<Message>> {
        let mut patterns: HashMap<usize, DraftPattern> = patterns.into_iter().collect();
        let sentence = |(at, slot): (usize, &mut Slot<Located<String>>)| {
            let Slot::Good(text) = slot else { return None };
            let Some(pattern) = patterns.remove(&at) else {
                let pieces = Some(Piece::Text(text.value.clone())).filter(|_| !text.value.is_empty());
                return Some(Message::Pattern(pieces.into_iter().collect()));
            };
            pattern.flaws.iter().for_each(|(place, flaw)| sink.report(place.clone(), &flaw.violation()));
            let pieces: Vec<_> =
                pattern.pieces.into_iter().map(|piece| self.help_piece(piece, sink)).collect();
            let pieces: Option<Vec<Piece>> = pieces.into_iter().collect();
            let Some(pieces) = pieces.filter(|_| pattern.flaws.is_empty()) else {
                *slot = Slot::Broken;
                return None;
            };
            text.value = pieces.iter().map(|piece| self.shown(piece)).collect();
            Some(Message::Pattern(pieces))
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
        let DraftChoice { selector, argument, cases, place, missing } = choice;
        let index = self
            .index(&argument, sink)
            .filter(|&index| self.check_kind(index, selector, &argument, &cases, sink));
        let is_good = selector != Selector::Select
            || index.is_none_or(|index| self.check_words(index, &place, &cases, sink));
        if let Some(missing) = missing {
            let kind = index.and_then(|index| self.arguments[index].kind);
            if let Some(violation) = missing.violation(kind.is_some_and(ArgumentKind::has_fraction)) {
                sink.report(missing.place, &violation);
            }
        }
        let cases: Vec<_> =
            cases.into_iter().map(|case| Some((case.case, self.message(case.message, sink)?))).collect();
        let mut cases: Vec<(Case, Message)> = cases.into_iter().collect::<Option<_>>()?;
        let other = cases.iter().position(|(case, _)| *case == Case::OTHER);
        let other = other.map(|other| Box::new(cases.remove(other).1));
        // Words keep the order of the file.
        cases.sort_by_cached_key(|(case, _)| match case {
            Case::Exact(number) => (0_u8, *number),
            Case::Category(category) => (1, *category as u64),
            Case::Word(_) => (2, 0),
        });
        let is_empty = cases.is_empty() && other.is_none();
        Some(Choice { selector, argument: index.filter(|_| is_good && !is_empty)?, cases, other })
    }

    /// The argument of this name; "every language uses only these names".
    fn index(&self, name: &Located<String>, sink: &mut Sink) -> Option<usize> {
        self.index_or(name, |name, guess| Violation::UnknownArgument { name, guess }, sink)
    }

    fn index_or(
        &self,
        name: &Located<String>,
        violation: fn(Quoted, Guess) -> Violation,
        sink: &mut Sink,
    ) -> Option<usize> {
        let index = self.names.get(&name.value).copied();
        if index.is_none() {
            let guess =
                Guess::among(&name.value, self.arguments.iter().map(|argument| argument.name.as_str()));
            let violation = violation(Quoted::new(&name.value), guess);
            sink.report_between(name.place.clone(), &self.place, &violation);
        }
        index
    }

    /// The kind as `args` declares it.
    fn declared_kind(&self, argument: &DraftArgument, kind: ArgumentKind) -> String {
        match &argument.words {
            Words::Enum { name, .. } => name.clone(),
            Words::None | Words::List(_) => kind.name().to_owned(),
        }
    }

    /// Whether the kind of the argument can make the choice; otherwise it is reported.
    fn check_kind(
        &self,
        index: usize,
        selector: Selector,
        name: &Located<String>,
        cases: &[DraftCase],
        sink: &mut Sink,
    ) -> bool {
        let argument = &self.arguments[index];
        let Some(kind) = argument.kind.filter(|kind| !kind.can_select(selector)) else { return true };
        let kind = self.declared_kind(argument, kind);
        if selector == Selector::Select {
            let place = name.place.clone();
            let (name, words) = (Quoted::new(&name.value), words_of_cases(cases));
            let violation = if words.is_empty() {
                Violation::NoWordCases { name }
            } else {
                Violation::SelectKind { name, kind, words: list_of(&words) }
            };
            sink.report_between(place, &argument.place, &violation);
            return false;
        }
        let fitting = ArgumentKind::ALL.into_iter().filter(|kind| kind.can_select(selector));
        let fitting = fitting.map(|kind| format!("`{}`", kind.name())).collect::<Vec<_>>().join(", ");
        let selector = selector.name();
        let violation = Violation::ArgumentKind { name: Quoted::new(&name.value), selector, kind, fitting };
        sink.report_between(name.place.clone(), &argument.place, &violation);
        false
    }

    /// Whether each case is a word that the argument can be, and each word of an enum has a case if there is no `other`.
    fn check_words(&self, index: usize, place: &Place, cases: &[DraftCase], sink: &mut Sink) -> bool {
        let argument = &self.arguments[index];
        let has_other = cases.iter().any(|known| known.case == Case::OTHER);
        let words: Vec<&str> = match &argument.words {
            Words::None => return true,
            Words::List(words) => words.iter().map(String::as_str).collect(),
            Words::Enum { index, .. } if self.enums[*index].words.is_none() => return true,
            Words::Enum { index, .. } => self.enums[*index].known_words().collect(),
        };
        let (name, mut is_good) = (|| Quoted::new(&argument.name), true);
        let mut known = HashSet::new();
        for DraftCase { case, place, .. } in cases {
            let Case::Word(case) = case else { continue };
            if words.contains(&case.as_str()) {
                known.insert(case.as_str());
                continue;
            }
            let guess = Guess::new(case, &words);
            if let Guess::Nearest(word) = &guess {
                // The case that was meant is not missing as well.
                known.extend(words.iter().copied().find(|known| known == word));
            }
            let violation = Violation::UnknownWordCase { case: Quoted::new(case), name: name(), guess };
            sink.report_between(place.clone(), &argument.place, &violation);
            is_good = false;
        }
        let missing: Vec<&str> = words.into_iter().filter(|word| !known.contains(word)).collect();
        let violation = match &argument.words {
            _ if has_other => return is_good,
            Words::Enum { .. } if missing.is_empty() => return is_good,
            Words::Enum { .. } => Violation::MissingWords { name: name(), words: listed(&missing) },
            Words::List(_) | Words::None => Violation::MissingOther,
        };
        sink.report(place.clone(), &violation);
        false
    }

    fn into_arguments(self) -> Vec<Argument> {
        let argument = |argument: DraftArgument| Argument {
            name: argument.name,
            kind: argument.kind.unwrap_or(ArgumentKind::Text),
            words: argument.words,
        };
        self.arguments.into_iter().map(argument).collect()
    }
}

/// Words that an error names before the list is cut.
const LISTED: usize = 8;

/// Words as an error lists them.
fn listed(words: &[&str]) -> String {
    let more = (words.len() > LISTED).then(|| "…".to_owned());
    let shown = words.iter().take(LISTED).map(|word| format!("`{word}`"));
    shown.chain(more).collect::<Vec<_>>().join(", ")
}

/// The selects of a message, the outer ones first.
fn add_selects<'m>(message: &'m DraftMessage, selects: &mut Vec<&'m DraftChoice>) {
    let DraftMessage::Choice(choice) = message else { return };
    if choice.selector == Selector::Select {
        selects.push(choice);
    }
    choice.cases.iter().for_each(|case| add_selects(&case.message, selects));
}

/// The words of the cases of all selects by an argument, each once.
fn words_of<'m>(argument: &str, selects: &[&'m DraftChoice]) -> Vec<&'m str> {
    let of_argument = selects.iter().filter(|select| select.argument.value == argument);
    let mut words = Vec::new();
    for word in of_argument.flat_map(|select| words_of_cases(&select.cases)) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// The words that have a case.
fn words_of_cases(cases: &[DraftCase]) -> Vec<&str> {
    let words = cases.iter().filter_map(|known| match &known.case {
        Case::Word(word) => Some(word.as_str()),
        Case::Exact(_) | Case::Category(_) => None,
    });
    words.collect()
}

/// Words as a list of TOML.
fn list_of(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| quoted(word)).collect();
    format!("[{}]", words.join(", "))
}

/// A basic string of TOML. Its escapes are not those of Rust.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            character if character.is_control() => quoted += &format!("\\u{:04X}", u32::from(character)),
            character => quoted.push(character),
        }
    }
    quoted + "\""
}
