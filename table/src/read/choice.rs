//! A table that chooses between whole sentences.

use toml::de::DeTable;

use crate::model::{Case, Category, Selector};
use crate::plural::{self, Categories};
use crate::raw::{Entry, Placed, in_file_order, text};
use crate::read::message::{Context, DraftChoice, DraftMessage, nested};
use crate::read::pattern::check_name;
use crate::report::{Guess, Mistake, Quoted, Sink, Word};
use crate::source::Place;

/// What a choice is made by, in a language.
struct Rules<'a> {
    tag: &'a str,
    selector: Selector,
    /// None where CLDR does not know the language, or words make the choice.
    categories: Option<&'a Categories>,
}

/// "`plural = "count"` (cardinal), `ordinal = "place"` or `select = "kind"`, then one key per case."
pub(crate) fn read<'i>(
    context: Context<'_, 'i>,
    place: Place,
    table: DeTable<'i>,
    sink: &mut Sink,
) -> Option<DraftMessage> {
    let is_selector = |(key, _): &Entry<'i>| Selector::named(key.get_ref()).is_some();
    let (selectors, cases) = in_file_order(table).into_iter().partition(is_selector);
    let (selector, argument, place) = selector(context, place, selectors, sink)?;
    check_other(&place, &cases, sink);
    let language = context.language;
    let rules = Rules { tag: &language.tag, selector, categories: language.categories(selector) };
    let (cases, is_good) = read_cases(context, &rules, cases, sink);
    let has_other = cases.iter().any(|(case, _)| *case == Case::OTHER);
    check_reached(&rules, place, &cases, sink);
    let argument = argument.filter(|_| is_good && has_other)?;
    Some(DraftMessage::Choice(Box::new(DraftChoice { selector, argument, cases })))
}

/// What the choice is made by, the argument that makes it, and where that is said.
fn selector<'i>(
    context: Context<'_, 'i>,
    place: Place,
    selectors: Vec<Entry<'i>>,
    sink: &mut Sink,
) -> Option<(Selector, Option<Placed<String>>, Place)> {
    let file = context.file;
    let mut selectors = selectors.into_iter();
    let Some((first, argument)) = selectors.next() else {
        sink.report(place, &Mistake::NoSelector);
        return None;
    };
    for (key, _) in selectors {
        let mistake =
            Mistake::TwoSelectors { key: Quoted::new(key.get_ref()), first: Quoted::new(first.get_ref()) };
        sink.report_between(file.place(key.span()), &file.place(first.span()), &mistake);
    }
    let argument = text(file, first.get_ref(), argument, sink).filter(|name| check_name(name, sink));
    Some((Selector::named(first.get_ref())?, argument, file.place(first.span())))
}

/// "`other` is required."
fn check_other(place: &Place, cases: &[Entry<'_>], sink: &mut Sink) {
    if !cases.iter().any(|(key, _)| key.get_ref() == "other") {
        sink.report(place.clone(), &Mistake::MissingOther);
    }
}

/// Every case that is good, and whether all are.
fn read_cases<'i>(
    context: Context<'_, 'i>,
    rules: &Rules<'_>,
    cases: Vec<Entry<'i>>,
    sink: &mut Sink,
) -> (Vec<(Case, DraftMessage)>, bool) {
    let count = cases.len();
    let read = |(key, value): Entry<'i>| {
        let name = Placed::new(key.get_ref().as_ref(), context.file.place(key.span()));
        let case = case(rules, &name, sink);
        let message = nested(context, value, sink);
        case.zip(message)
    };
    let good: Vec<_> = cases.into_iter().filter_map(read).collect();
    let is_good = good.len() == count;
    (good, is_good)
}

/// "CLDR categories or exact numbers for the first two, free words for `select`."
fn case(rules: &Rules<'_>, name: &Placed<&str>, sink: &mut Sink) -> Option<Case> {
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
        let guess = Guess::new(name.value, Category::NAMES.iter().copied());
        sink.report(name.place.clone(), &Mistake::UnknownCase { case: Quoted::new(name.value), guess });
        return None;
    };
    check_shown(rules, category, &name.place, sink).then_some(Case::Category(category))
}

/// A number as it is usually written.
fn exact(name: &str) -> Option<u64> {
    name.parse().ok().filter(|number: &u64| number.to_string() == name)
}

/// "A category that the language does not have (CLDR) is an error, since it could never show."
fn check_shown(rules: &Rules<'_>, category: Category, place: &Place, sink: &mut Sink) -> bool {
    let (&Rules { tag, selector, categories }, word) = (rules, category.name());
    let Some(categories) = categories else {
        sink.report(place.clone(), &Mistake::NoPluralRules { case: word, tag: tag.to_owned() });
        return false;
    };
    if categories.all.contains(&category) {
        return true;
    }
    let (rules, has) = (rules_word(selector), words(&categories.all));
    sink.report(place.clone(), &Mistake::CategoryNeverShown { case: word, tag: tag.to_owned(), rules, has });
    false
}

/// "One that integers reach and the message lacks is a warning (`other` serves)."
fn check_reached(rules: &Rules<'_>, place: Place, cases: &[(Case, DraftMessage)], sink: &mut Sink) {
    let &Rules { tag, selector, categories: Some(categories) } = rules else { return };
    let has = |wanted: Case| cases.iter().any(|(case, _)| *case == wanted);
    // `1 = "one file"` serves all that `one` would in English.
    let is_exact = |category| {
        let integers = plural::integers_of(tag, selector, category);
        integers.is_some_and(|integers| integers.into_iter().all(|integer| has(Case::Exact(integer))))
    };
    let lacks = |&&category: &&Category| {
        category != Category::Other && !has(Case::Category(category)) && !is_exact(category)
    };
    let missing: Vec<Category> = categories.integers.iter().filter(lacks).copied().collect();
    if !missing.is_empty() {
        let (rules, missing) = (rules_word(selector), words(&missing));
        sink.report(place, &Mistake::PluralCategoryMissing { tag: tag.to_owned(), rules, missing });
    }
}

/// What Unicode calls the rules.
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
