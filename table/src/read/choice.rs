//! A table that chooses between whole sentences.

use crate::model::{Case, Category, Selector};
use crate::plural::{self, Categories};
use crate::read::fields::{Placed, text};
use crate::read::message::{Context, DraftChoice, DraftMessage, nested};
use crate::read::pattern::check_name;
use crate::report::{Guess, Mistake, Quoted, Sink, Word};
use crate::source::Place;
use crate::syntax::{Entry, Table};

/// What a choice is made by, in a language.
struct Rules<'a> {
    tag: &'a str,
    selector: Selector,
    /// None where CLDR does not know the language, or words make the choice.
    categories: Option<&'a Categories>,
}

/// "`plural = "count"` (cardinal), `ordinal = "place"` or `select = "kind"`, then one key per case."
pub(crate) fn read(
    context: Context<'_>,
    place: Place,
    table: &Table<'_>,
    sink: &mut Sink,
) -> Option<DraftMessage> {
    let is_selector = |entry: &&Entry<'_>| Selector::named(&entry.key.name).is_some();
    let (selectors, cases): (Vec<_>, Vec<_>) = table.in_file_order().into_iter().partition(is_selector);
    let (selector, argument, place) = selector(context, place, &selectors, sink)?;
    check_other(&place, &cases, sink);
    let language = context.language;
    let rules = Rules { tag: &language.tag, selector, categories: language.categories(selector) };
    let (cases, is_good) = read_cases(context, &rules, &cases, sink);
    let has_other = cases.iter().any(|(case, _)| *case == Case::OTHER);
    check_reached(&rules, place, &cases, sink);
    let argument = argument.filter(|_| is_good && has_other)?;
    Some(DraftMessage::Choice(Box::new(DraftChoice { selector, argument, cases })))
}

/// What the choice is made by, the argument that makes it, and where that is said.
fn selector(
    context: Context<'_>,
    place: Place,
    selectors: &[&Entry<'_>],
    sink: &mut Sink,
) -> Option<(Selector, Option<Placed<String>>, Place)> {
    let file = context.file;
    let Some((Entry { key: first, value: argument }, others)) = selectors.split_first() else {
        sink.report(place, &Mistake::NoSelector);
        return None;
    };
    for Entry { key, .. } in others {
        let mistake = Mistake::TwoSelectors { key: Quoted::new(&key.name), first: Quoted::new(&first.name) };
        sink.report_between(file.place(key.span.clone()), &file.place(first.span.clone()), &mistake);
    }
    let argument = text(file, &first.name, argument, sink).filter(|name| check_name(name, sink));
    Some((Selector::named(&first.name)?, argument, file.place(first.span.clone())))
}

/// "`other` is required."
fn check_other(place: &Place, cases: &[&Entry<'_>], sink: &mut Sink) {
    if !cases.iter().any(|entry| entry.key.name == "other") {
        sink.report(place.clone(), &Mistake::MissingOther);
    }
}

/// Every case that is good, and whether all are.
fn read_cases(
    context: Context<'_>,
    rules: &Rules<'_>,
    cases: &[&Entry<'_>],
    sink: &mut Sink,
) -> (Vec<(Case, DraftMessage)>, bool) {
    let read = |Entry { key, value }: &&Entry<'_>| {
        let name = Placed::new(key.name.as_ref(), context.file.place(key.span.clone()));
        let case = case(rules, &name, sink);
        let message = nested(context, value, sink);
        case.zip(message)
    };
    let good: Vec<_> = cases.iter().filter_map(read).collect();
    let is_good = good.len() == cases.len();
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
