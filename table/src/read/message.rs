//! A message of one language: a sentence with arguments, or a choice between sentences.

use core::ops::Range;

use crate::identifier::is_word;
use crate::model::{Case, Category, Selector};
use crate::plural::{self, Categories};
use crate::read::fields::{File, Located, text, wrong_type};
use crate::read::languages::DraftLanguage;
use crate::report::{Guess, Quoted, Sink, Violation, Word, nearest};
use crate::safety::Inside;
use crate::schema::{TextKind, ValueType};
use crate::source::Place;
use crate::syntax::{Entry, Kind, Table, Value};

/// The maximum depth of nested choices.
const DEEPEST: usize = 8;

/// The maximum number of bytes of a message in the file: its compiled length has 21 bits.
const LONGEST: usize = 1 << 16;

/// A message whose arguments are still names.
#[derive(Debug, Clone)]
pub(crate) enum DraftMessage {
    Pattern(Located<Vec<DraftPiece>>),
    Choice(Box<DraftChoice>),
}

/// A part of a sentence.
#[derive(Debug, Clone)]
pub(crate) enum DraftPiece {
    Text(String),
    Argument(Located<String>),
}

/// Sentences, one of which is chosen.
#[derive(Debug, Clone)]
pub(crate) struct DraftChoice {
    pub(crate) selector: Selector,
    pub(crate) argument: Located<String>,
    /// In the order of the file, including `other`, which may be missing if words make the choice.
    pub(crate) cases: Vec<DraftCase>,
    /// The key that names the selector.
    pub(crate) place: Place,
    pub(crate) missing: Option<MissingCategories>,
}

/// A case of a choice.
#[derive(Debug, Clone)]
pub(crate) struct DraftCase {
    pub(crate) case: Case,
    /// Its key.
    pub(crate) place: Place,
    pub(crate) message: DraftMessage,
}

#[cfg(feature = "tool")]
impl DraftChoice {
    /// The message of a case.
    pub(crate) fn case(&self, wanted: &Case) -> Option<&DraftMessage> {
        self.cases.iter().find(|known| known.case == *wanted).map(|known| &known.message)
    }
}

/// The plural categories without a case. The kind of the argument decides which of them it reaches.
#[derive(Debug, Clone)]
pub(crate) struct MissingCategories {
    pub(crate) place: Place,
    tag: String,
    rules: Word,
    /// Each with whether whole numbers reach it.
    categories: Vec<(Category, bool)>,
}

impl MissingCategories {
    /// The categories that a number reaches, with or without a fraction: "one that the argument reaches and the message
    /// lacks is a warning (`other` serves)".
    pub(crate) fn violation(&self, has_fraction: bool) -> Option<Violation> {
        let reached = self.categories.iter().filter(|(_, is_whole)| *is_whole || has_fraction);
        let missing = words(&reached.map(|(category, _)| *category).collect::<Vec<_>>());
        let (tag, rules) = (self.tag.clone(), self.rules);
        (!missing.is_empty()).then_some(Violation::PluralCategoryMissing { tag, rules, missing })
    }
}

/// Whether a table is a choice and not a map from languages to messages.
pub(crate) fn is_choice(table: &Table<'_>) -> bool {
    Selector::NAMES.iter().copied().any(|name| table.get(name).is_some())
}

/// The message of a language.
pub(crate) fn read(
    file: File<'_>,
    value: &Value<'_>,
    language: &DraftLanguage,
    sink: &mut Sink,
) -> Option<Located<DraftMessage>> {
    let place = file.place(value.span.clone());
    if place.span.len() > LONGEST {
        sink.report(place, &Violation::MessageLength { most: LONGEST });
        return None;
    }
    let message = nested(Context { file, language, depth: 0 }, value, sink)?;
    Some(Located::new(message, place))
}

/// The surroundings of a message while it is read.
#[derive(Clone, Copy)]
struct Context<'a> {
    file: File<'a>,
    language: &'a DraftLanguage,
    /// The number of choices around it.
    depth: usize,
}

impl Context<'_> {
    fn inside(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }
}

/// A message, or a case of one.
fn nested(context: Context<'_>, value: &Value<'_>, sink: &mut Sink) -> Option<DraftMessage> {
    let place = context.file.place(value.span.clone());
    match &value.kind {
        Kind::String(_) => {
            let sentence = text(context.file, TextKind::Message.key(), value, sink)?;
            let pieces = pattern(context.file, &sentence, sink)?;
            Some(DraftMessage::Pattern(Located::new(pieces, sentence.place)))
        }
        Kind::Table(_) if context.depth == DEEPEST => too_deep(place, sink),
        Kind::Table(table) => choice(context.inside(), place, table, sink),
        _ => {
            wrong_type(context.file, TextKind::Message.key(), value, ValueType::Message, sink);
            None
        }
    }
}

fn too_deep(place: Place, sink: &mut Sink) -> Option<DraftMessage> {
    sink.report(place, &Violation::ChoiceDepth { deepest: DEEPEST });
    None
}

/// The selector of a choice, in a language.
struct Rules<'a> {
    tag: &'a str,
    selector: Selector,
    /// `None` if CLDR does not know the language, or if words make the choice.
    categories: Option<&'a Categories>,
}

/// "`plural = "count"` (cardinal), `ordinal = "place"` or `select = "kind"`, then one key per case."
fn choice(context: Context<'_>, place: Place, table: &Table<'_>, sink: &mut Sink) -> Option<DraftMessage> {
    let is_selector = |entry: &&Entry<'_>| Selector::named(&entry.key.name).is_some();
    let (selectors, entries): (Vec<_>, Vec<_>) = table.in_file_order().into_iter().partition(is_selector);
    let (selector, argument, place) = selector(context, place, &selectors, sink)?;
    // Whether a select needs it depends on the words.
    let needs_other = selector != Selector::Select || entries.is_empty();
    if needs_other {
        check_other(&place, &entries, sink);
    }
    let language = context.language;
    let rules = Rules { tag: &language.tag, selector, categories: language.categories(selector) };
    let (cases, named) = read_cases(context, &rules, &entries, sink);
    let is_good = cases.len() == entries.len();
    let has_other = !needs_other || cases.iter().any(|known| known.case == Case::OTHER);
    let missing = missing_categories(&rules, place.clone(), &named);
    let Some(argument) = argument.filter(|_| is_good && has_other) else {
        // The kind of the argument will be unknown.
        if let Some(missing) = missing
            && let Some(violation) = missing.violation(false)
        {
            sink.report(missing.place, &violation);
        }
        return None;
    };
    Some(DraftMessage::Choice(Box::new(DraftChoice { selector, argument, cases, place, missing })))
}

/// The selector, the argument that makes the choice, and the place where it is named.
fn selector(
    context: Context<'_>,
    place: Place,
    selectors: &[&Entry<'_>],
    sink: &mut Sink,
) -> Option<(Selector, Option<Located<String>>, Place)> {
    let file = context.file;
    let Some((Entry { key: first, value: argument }, others)) = selectors.split_first() else {
        sink.report(place, &Violation::NoSelector);
        return None;
    };
    for Entry { key, .. } in others {
        let violation =
            Violation::TwoSelectors { key: Quoted::new(&key.name), first: Quoted::new(&first.name) };
        sink.report_between(file.place(key.span.clone()), &file.place(first.span.clone()), &violation);
    }
    let argument = text(file, &first.name, argument, sink).filter(|name| check_name(name, sink));
    Some((Selector::named(&first.name)?, argument, file.place(first.span.clone())))
}

/// "`other` is required" for numbers. One that is misspelt is reported as such.
fn check_other(place: &Place, cases: &[&Entry<'_>], sink: &mut Sink) {
    let is_other =
        |name: &str| name == "other" || nearest(name, Category::NAMES.iter().copied()) == Some("other");
    if !cases.iter().any(|entry| is_other(&entry.key.name)) {
        sink.report(place.clone(), &Violation::MissingOther);
    }
}

/// Every valid case, and every case with a valid name, whether or not its message is valid.
fn read_cases(
    context: Context<'_>,
    rules: &Rules<'_>,
    cases: &[&Entry<'_>],
    sink: &mut Sink,
) -> (Vec<DraftCase>, Vec<Case>) {
    let (mut good, mut named) = (Vec::new(), Vec::new());
    for Entry { key, value } in cases {
        let name = Located::new(key.name.as_ref(), context.file.place(key.span.clone()));
        let case = case(rules, &name, sink);
        let message = nested(context, value, sink);
        let Some(case) = case else { continue };
        named.push(case.clone());
        if let Some(message) = message {
            good.push(DraftCase { case, place: name.place, message });
        }
    }
    (good, named)
}

/// "CLDR categories or exact numbers for the first two, words for `select`."
fn case(rules: &Rules<'_>, name: &Located<&str>, sink: &mut Sink) -> Option<Case> {
    if name.value == "other" {
        return Some(Case::OTHER);
    }
    if rules.selector == Selector::Select {
        return Some(Case::Word(name.value.to_owned()));
    }
    if let Some(number) = exact(name.value) {
        return Some(Case::Exact(number));
    }
    let Some(category) = Category::named(name.value) else {
        let guess = Guess::new(name.value, Category::NAMES);
        sink.report(name.place.clone(), &Violation::UnknownCase { case: Quoted::new(name.value), guess });
        return None;
    };
    check_shown(rules, category, &name.place, sink).then_some(Case::Category(category))
}

/// A number in its canonical form.
fn exact(name: &str) -> Option<u64> {
    name.parse().ok().filter(|number: &u64| number.to_string() == name)
}

/// "A category that the language does not have (CLDR) is an error, since it could never show."
fn check_shown(rules: &Rules<'_>, category: Category, place: &Place, sink: &mut Sink) -> bool {
    let (&Rules { tag, selector, categories }, word) = (rules, category.name());
    let Some(categories) = categories else {
        sink.report(place.clone(), &Violation::NoPluralRules { case: word, tag: tag.to_owned() });
        return false;
    };
    if categories.all.contains(&category) {
        return true;
    }
    let (rules, has) = (rules_word(selector), words(&categories.all));
    sink.report(
        place.clone(),
        &Violation::CategoryNeverShown { case: word, tag: tag.to_owned(), rules, has },
    );
    false
}

/// The categories of the language without a case.
fn missing_categories(rules: &Rules<'_>, place: Place, cases: &[Case]) -> Option<MissingCategories> {
    let &Rules { tag, selector, categories: Some(categories) } = rules else { return None };
    let has = |wanted: Case| cases.contains(&wanted);
    // `1 = "one file"` covers all numbers that `one` would in English.
    let is_exact = |category| {
        let integers = plural::integers_of(tag, selector, category);
        integers.is_some_and(|integers| integers.into_iter().all(|integer| has(Case::Exact(integer))))
    };
    let lacks = |&category: &Category| {
        category != Category::Other && !has(Case::Category(category)) && !is_exact(category)
    };
    let missing = categories.all.iter().copied().filter(lacks);
    let categories = missing.map(|category| (category, categories.integers.contains(&category))).collect();
    Some(MissingCategories { place, tag: tag.to_owned(), rules: rules_word(selector), categories })
}

/// The name of the rules in Unicode's terms.
fn rules_word(selector: Selector) -> Word {
    match selector {
        Selector::Ordinal => Word::Ordinal,
        Selector::Plural | Selector::Select => Word::Plural,
    }
}

fn words(categories: &[Category]) -> String {
    let word = |category: &Category| format!("`{}`", category.name());
    categories.iter().map(word).collect::<Vec<_>>().join(", ")
}

/// A sentence; errors in it are reported.
fn pattern(file: File<'_>, sentence: &Located<String>, sink: &mut Sink) -> Option<Vec<DraftPiece>> {
    let DraftPattern { pieces, flaws } = DraftPattern::read(file, sentence);
    flaws.iter().for_each(|(place, flaw)| sink.report(place.clone(), &flaw.violation()));
    flaws.is_empty().then_some(pieces)
}

/// A sentence with arguments, and an error in it.
#[derive(Debug, Clone)]
pub(crate) struct DraftPattern {
    pub(crate) pieces: Vec<DraftPiece>,
    pub(crate) flaws: Vec<(Place, Flaw)>,
}

/// What is wrong with a sentence.
#[derive(Debug, Clone)]
pub(crate) enum Flaw {
    /// A brace without its counterpart.
    LoneBrace(char),
    /// Braces around a text that cannot be the name of an argument.
    Name(String),
}

impl Flaw {
    pub(crate) fn violation(&self) -> Violation {
        match self {
            Self::LoneBrace(brace) => Violation::LoneBrace { brace: *brace },
            Self::Name(name) => Violation::ArgumentName { name: Quoted::new(name) },
        }
    }
}

impl DraftPattern {
    /// The pattern of a help text, if its row has arguments; `None` if the text has no braces.
    pub(super) fn of_help(file: File<'_>, text: &Located<String>) -> Option<Self> {
        let bytes = text.value.as_bytes();
        (bytes.contains(&b'{') || bytes.contains(&b'}')).then(|| Self::read(file, text))
    }

    /// "`{name}` is an argument; `{{` and `}}` are braces; every other character is itself."
    fn read(file: File<'_>, sentence: &Located<String>) -> Self {
        let text = sentence.value.as_str();
        let (mut braces, mut inside) = (Braces::new(text), Inside::new(file.text, &sentence.place, text));
        let (mut pieces, mut flaws) = (Vec::new(), Vec::new());
        let (mut from, mut literal) = (0, String::new());
        while let Some(at) = braces.next(from) {
            literal.push_str(&text[from..at]);
            let (token, end) = token(&mut braces, at);
            from = end;
            match token {
                Token::Brace(brace) => literal.push(brace),
                Token::Argument(name) => {
                    push_text(&mut pieces, &mut literal);
                    let place = inside.place(at + 1..end - 1);
                    pieces.push(DraftPiece::Argument(Located::new(name.to_owned(), place)));
                }
                Token::Flaw(flaw) => flaws.push((inside.place(at..end), flaw)),
            }
        }
        literal.push_str(&text[from..]);
        push_text(&mut pieces, &mut literal);
        Self { pieces, flaws }
    }
}

/// Whether this is a valid name of an argument; otherwise it is reported.
pub(crate) fn check_name(name: &Located<String>, sink: &mut Sink) -> bool {
    let is_good = is_argument(&name.value);
    if !is_good {
        sink.report(name.place.clone(), &Violation::ArgumentName { name: Quoted::new(&name.value) });
    }
    is_good
}

/// What starts at a brace.
enum Token<'t> {
    Brace(char),
    Argument(&'t str),
    Flaw(Flaw),
}

/// The token at a brace, and where it ends.
fn token<'t>(braces: &mut Braces<'t>, at: usize) -> (Token<'t>, usize) {
    let text = braces.text;
    let brace = if text[at..].starts_with('{') { '{' } else { '}' };
    if text[at + 1..].starts_with(brace) {
        return (Token::Brace(brace), at + 2);
    }
    let Range { start, end } = at + 1..braces.next(at + 1).unwrap_or(text.len());
    let is_closed = text[end..].starts_with('}');
    if brace == '}' || !is_closed {
        return (Token::Flaw(Flaw::LoneBrace(brace)), start);
    }
    let name = &text[start..end];
    if is_argument(name) {
        return (Token::Argument(name), end + 1);
    }
    (Token::Flaw(Flaw::Name(name.to_owned())), end + 1)
}

/// Letters, digits and `_`, not beginning with a digit; or a number, for tuple fields.
fn is_argument(name: &str) -> bool {
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        return name.parse::<u16>().is_ok_and(|number| number.to_string() == name);
    }
    // The program of a message stores its length, with the braces, in seven bits. No one writes a longer name.
    name.len() <= 125 && is_word(name)
}

/// The braces of a text, to be asked for in order from its beginning to its end.
struct Braces<'t> {
    text: &'t str,
    /// The next opening brace, or the end of the text.
    opening: usize,
}

impl<'t> Braces<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, opening: text.find('{').unwrap_or(text.len()) }
    }

    /// The first one from this byte on.
    fn next(&mut self, from: usize) -> Option<usize> {
        // Two searches for one character each instead of one for either: a macro runs unoptimized, and these are
        // precompiled.
        if self.opening < from {
            self.opening = self.text[from..].find('{').map_or(self.text.len(), |at| from + at);
        }
        let closing = self.text[from..self.opening].find('}').map(|at| from + at);
        closing.or((self.opening < self.text.len()).then_some(self.opening))
    }
}

fn push_text(pieces: &mut Vec<DraftPiece>, literal: &mut String) {
    if !literal.is_empty() {
        pieces.push(DraftPiece::Text(core::mem::take(literal)));
    }
}
