//! Every text of a table, in the order in which people read it, and the sentences of a text that a language needs:
//! those it has, and those its numbers can reach.

use std::collections::HashMap;

use code_registry_table::plural::every_category;
use code_registry_table::{
    Argument, ArgumentKind, Case, Category, LiteralKind, Localized, Message, Row, Selector, Table, TextKind,
};

use super::plural_forms::PluralRules;
use super::wording::{Choice, Condition, OTHER, Wording, rank};
use crate::display_text::Pattern;
use crate::document;
use crate::toml_text::{Edit, quoting};

/// A text that the default language has.
#[derive(Debug)]
pub(super) struct Text<'a> {
    /// Its key: `code.2001.description`.
    pub(super) key: String,
    /// The header of its owner, with which paths of edits begin: that of a row may be written differently.
    owner: Vec<String>,
    /// The row that it belongs to; `None`: the registry, a property or an enum.
    pub(super) row: Option<&'a Row>,
    /// The note for translators of its owner.
    pub(super) comment: Option<&'a str>,
    pub(super) field: Field<'a>,
    /// The text in the default language.
    pub(super) source: Wording,
    /// The text in the other language.
    pub(super) own: Option<Wording>,
}

/// The kind of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field<'a> {
    /// The title of the registry.
    Title,
    Literal(LiteralKind),
    Message,
    /// Counted from 0.
    Note(usize),
    /// The text in the column with this name.
    Column(&'a str),
    /// The name of a typed column.
    ColumnName,
    ColumnDoc,
    /// The name of this word.
    Word(&'a str),
}

impl<'a> Field<'a> {
    /// Its key in tables.
    pub(super) fn key(self) -> &'a str {
        match self {
            Self::Title => "title",
            Self::Literal(kind) => kind.key(),
            Self::Message => TextKind::Message.key(),
            Self::Note(_) => TextKind::Note.key(),
            Self::Column(name) => name,
            Self::ColumnName | Self::Word(_) => "name",
            Self::ColumnDoc => "doc",
        }
    }
}

/// Every text, with its translation in the language of this column; without translations for a language that the table
/// lacks.
pub(super) fn of(table: &Table, column: Option<usize>) -> Vec<Text<'_>> {
    let (owner, comment) = (vec!["registry".to_owned()], table.comment.as_deref());
    let has_words = table.repr.is_name();
    let mut texts = Texts { column, owner, has_words, comment, row: None, out: Vec::new() };
    texts.add(Field::Title, &table.title);
    texts.add_notes(&table.notes);
    for property in &table.properties {
        texts.owner = vec!["property".to_owned(), property.name.clone()];
        texts.comment = property.comment.as_deref();
        texts.add(Field::ColumnName, &property.title);
        texts.add(Field::ColumnDoc, &property.doc);
    }
    for one in &table.enums {
        texts.owner = vec!["enum".to_owned(), one.name.clone()];
        texts.comment = one.comment.as_deref();
        one.words.iter().for_each(|word| texts.add(Field::Word(&word.word), &word.name));
    }
    for row in &table.rows {
        let kind = if row.extent.is_range() { "range" } else { "code" };
        texts.owner = vec![kind.to_owned(), document::header(table, row.extent)];
        (texts.row, texts.comment) = (Some(row), row.comment.as_deref());
        for kind in TextKind::ALL {
            match kind {
                TextKind::Literal(LiteralKind::Help) if !row.help_message.is_empty() => {
                    let field = Field::Literal(LiteralKind::Help);
                    texts.add_message(field, &row.help_message, &row.arguments);
                }
                TextKind::Literal(kind) => texts.add(Field::Literal(kind), row.text(kind)),
                TextKind::Message => texts.add_message(Field::Message, &row.message, &row.arguments),
                TextKind::Note => texts.add_notes(&row.notes),
            }
        }
        for (at, property) in table.text_columns() {
            row.column_text(at).into_iter().for_each(|own| texts.add(Field::Column(&property.name), own));
        }
    }
    texts.out
}

struct Texts<'a> {
    column: Option<usize>,
    /// The header of the row, the property, the enum or the registry.
    owner: Vec<String>,
    /// Whether codes are words, which keys may have to quote.
    has_words: bool,
    comment: Option<&'a str>,
    row: Option<&'a Row>,
    out: Vec<Text<'a>>,
}

impl<'a> Text<'a> {
    /// The header of its owner, in this file's spelling.
    fn header(&self, edit: &Edit<'_>) -> Vec<String> {
        self.row.map_or_else(|| self.owner.clone(), |row| edit.row(row.extent).to_vec())
    }

    /// Its place in a file, as paths of edits have it: in a table with the tag of its language.
    pub(super) fn path(&self, edit: &Edit<'_>, tag: Option<&str>) -> Vec<String> {
        let mut path = self.header(edit);
        path.push(self.field.key().to_owned());
        if let Field::Note(at) = self.field {
            path.push(at.to_string());
        }
        path.extend(tag.map(str::to_owned));
        if let Field::Word(word) = self.field {
            path.push(word.to_owned());
        }
        path
    }

    /// The arguments that its sentences may show.
    pub(super) fn arguments(&self) -> &'a [Argument] {
        let row = self.row.filter(|_| self.takes_arguments());
        row.map_or(&[], |row| &row.arguments)
    }

    /// Whether `{name}` in it is an argument.
    pub(super) fn takes_arguments(&self) -> bool {
        match self.field {
            Field::Message => true,
            Field::Literal(LiteralKind::Help) => self.row.is_some_and(|row| !row.arguments.is_empty()),
            Field::Title
            | Field::Literal(_)
            | Field::Note(_)
            | Field::Column(_)
            | Field::ColumnName
            | Field::ColumnDoc
            | Field::Word(_) => false,
        }
    }
}

impl<'a> Texts<'a> {
    fn add(&mut self, field: Field<'a>, texts: &'a Localized) {
        self.push(field, texts, |text| Wording::Sentence(text.clone()));
    }

    fn add_notes(&mut self, notes: &'a [Localized]) {
        for (at, note) in notes.iter().enumerate() {
            self.add(Field::Note(at), note);
        }
    }

    fn add_message(&mut self, field: Field<'a>, texts: &'a Localized<Message>, arguments: &'a [Argument]) {
        self.push(field, texts, |message| Wording::of(Pattern { message, arguments }));
    }

    fn push<T>(&mut self, field: Field<'a>, texts: &'a Localized<T>, wording: impl Fn(&T) -> Wording) {
        let Some(source) = texts.get(0).map(&wording) else { return };
        let own = self.column.and_then(|column| texts.get(column)).map(wording);
        let owner = match self.has_words && self.row.is_some() {
            true => quoting::keys(self.owner.iter().map(String::as_str)),
            false => self.owner.join("."),
        };
        let key = match field {
            Field::Note(at) => format!("{owner}.{}.{}", field.key(), at + 1),
            Field::Word(word) => format!("{owner}.{word}"),
            field => format!("{owner}.{}", field.key()),
        };
        let (owner, comment) = (self.owner.clone(), self.comment);
        self.out.push(Text { key, owner, comment, row: self.row, field, source, own });
    }
}

/// The kind of an argument; one that a table does not declare is a whole number if it selects a plural.
pub(super) fn kind_of(arguments: &[Argument], name: &str) -> ArgumentKind {
    let found = arguments.iter().find(|argument| argument.name == name);
    found.map_or(ArgumentKind::Integer, |argument| argument.kind)
}

/// A sentence to translate.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    /// The conditions of the sentence.
    pub(super) conditions: Vec<Condition>,
    /// The translation in this language.
    pub(super) own: Option<&'a str>,
}

/// The sentences of a text: with the cases that the language has, otherwise with those of the default language.
pub(super) fn sentences_of<'a>(
    source: &'a Wording,
    own: Option<&'a Wording>,
    arguments: &'a [Argument],
    rules: &'a PluralRules,
) -> Vec<Sentence<'a>> {
    let numbers = HashMap::new();
    let mut pairing = Pairing { arguments, rules, conditions: Vec::new(), numbers, out: Vec::new() };
    pairing.pair(source, own);
    pairing.out
}

struct Pairing<'a> {
    arguments: &'a [Argument],
    rules: &'a PluralRules,
    conditions: Vec<Condition>,
    /// The numbers that an argument can still have after the choices so far.
    numbers: HashMap<String, Vec<u64>>,
    out: Vec<Sentence<'a>>,
}

impl<'a> Pairing<'a> {
    fn pair(&mut self, source: &'a Wording, own: Option<&'a Wording>) {
        match (source, own) {
            (Wording::Choice(source), None) => self.pair_cases(source, Some(source), None),
            (Wording::Choice(source), Some(Wording::Choice(own)))
                if (source.selector, &source.argument) == (own.selector, &own.argument) =>
            {
                self.pair_cases(own, Some(source), Some(own));
            }
            (_, Some(Wording::Choice(own))) => self.pair_cases(own, None, Some(own)),
            (Wording::Sentence(_), None) | (_, Some(Wording::Sentence(_))) => {
                let own = own.map(|own| own.sentence(&[], self.rules));
                self.out.push(Sentence { conditions: self.conditions.clone(), own });
            }
        }
    }

    /// The sentences of a choice with these cases.
    fn pair_cases(&mut self, shape: &Choice, source: Option<&'a Choice>, own: Option<&'a Choice>) {
        for (case, numbers) in self.cases(shape) {
            let nearest = |choice: &'a Choice| choice.case(&case).or_else(|| choice.case(&OTHER));
            let shape_here = source.and_then(nearest).or_else(|| own.and_then(nearest));
            let inner = own.and_then(|own| own.case(&case));
            let saved = numbers.map(|numbers| self.numbers.insert(shape.argument.clone(), numbers));
            let condition = Condition { selector: shape.selector, argument: shape.argument.clone(), case };
            self.conditions.push(condition);
            if let Some(shape_here) = shape_here {
                self.pair(shape_here, inner);
            }
            self.conditions.pop();
            match saved {
                Some(Some(before)) => drop(self.numbers.insert(shape.argument.clone(), before)),
                Some(None) => drop(self.numbers.remove(&shape.argument)),
                None => {}
            }
        }
    }

    /// The cases of a choice that can occur: words and single numbers of the existing cases, and the categories of the
    /// language; for whole numbers also which numbers these are.
    fn cases(&self, shape: &Choice) -> Vec<(Case, Option<Vec<u64>>)> {
        if shape.selector == Selector::Select {
            return shape.cases.iter().map(|(case, _)| (case.clone(), None)).collect();
        }
        let mut cases: Vec<(Case, Option<Vec<u64>>)>;
        if kind_of(self.arguments, &shape.argument).has_fraction() {
            let exact = shape.cases.iter().map(|(case, _)| case.clone());
            let exact = exact.filter(|case| matches!(case, Case::Exact(_)));
            let every =
                every_category(&self.rules.tag, shape.selector).unwrap_or_else(|| vec![Category::Other]);
            cases = exact.chain(every.into_iter().map(Case::Category)).map(|case| (case, None)).collect();
        } else {
            let reached = reached(self.rules, shape, self.numbers.get(&shape.argument));
            cases = reached.into_iter().map(|(case, numbers)| (case, Some(numbers))).collect();
        }
        cases.sort_by_cached_key(|(case, _)| rank(case));
        cases
    }
}

/// The cases that the numbers of an argument reach, each with its numbers.
fn reached(rules: &PluralRules, choice: &Choice, numbers: Option<&Vec<u64>>) -> Vec<(Case, Vec<u64>)> {
    let is_exact = |number: u64| choice.case(&Case::Exact(number)).is_some();
    let exact = choice.cases.iter().filter_map(|(case, _)| match case {
        Case::Exact(number) if rules.samples.binary_search(number).is_err() => Some(*number),
        _ => None,
    });
    let numbers = numbers.cloned().unwrap_or_else(|| rules.samples.iter().copied().chain(exact).collect());
    let mut cases: Vec<(Case, Vec<u64>)> = Vec::new();
    for number in numbers {
        let category = Case::Category(rules.category(choice.selector, number));
        let case = if is_exact(number) { Case::Exact(number) } else { category };
        match cases.iter_mut().find(|(known, _)| *known == case) {
            Some((_, numbers)) => numbers.push(number),
            None => cases.push((case, vec![number])),
        }
    }
    cases
}
