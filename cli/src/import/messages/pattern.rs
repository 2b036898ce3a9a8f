//! A message of another system as parts, and as a message of a table: choices inside a sentence become choices between
//! whole sentences.

use std::collections::BTreeMap;

use code_registry_table::Selector;
use code_registry_table::plural::every_category;

use crate::document::Node;
use crate::error::ToolMessage;

/// The maximum number of sentences in a message.
const MOST_SENTENCES: usize = 500;

/// The maximum depth of nested choices.
const DEEPEST: usize = 8;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    Text(String),
    /// An argument as it is.
    Argument(String),
    /// An argument with the digits of the language.
    Number(String),
    Choice(Choice),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    pub(super) selector: Selector,
    pub(super) argument: String,
    pub(super) cases: Vec<(String, Vec<Part>)>,
    pub(super) other: Vec<Part>,
}

impl Choice {
    fn is_same(&self, other: &Self) -> bool {
        self.selector == other.selector && self.argument == other.argument
    }

    /// The parts of a case. A number that is not a case itself would have to be one of a category.
    fn case(&self, wanted: &str) -> Result<&[Part], ToolMessage> {
        let found = self.cases.iter().find(|(case, _)| case == wanted);
        let is_number = wanted.starts_with(|first: char| first.is_ascii_digit());
        let has_category = self.cases.iter().any(|(case, _)| Self::is_category(case));
        match found {
            Some((_, parts)) => Ok(parts),
            None if is_number && self.selector != Selector::Select && has_category => {
                Err(ToolMessage::MessageSelectors { name: self.argument.clone() })
            }
            None => Ok(&self.other),
        }
    }

    fn is_category(case: &str) -> bool {
        !case.starts_with(|first: char| first.is_ascii_digit())
    }
}

/// The name of an argument as tables have them: letters, digits and `_`.
pub(super) fn argument_name(name: &str) -> String {
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let plain: String =
        name.chars().map(|character| if is_part(character) { character } else { '_' }).collect();
    let is_number = plain.parse::<u16>().is_ok();
    let starts_badly = plain.starts_with(|first: char| first.is_ascii_digit());
    if starts_badly && !is_number { format!("_{plain}") } else { plain }
}

/// The parts as a message of a table. Categories that the language does not have are passed to `ignored`.
pub(super) fn node(parts: &[Part], tag: &str, ignored: &mut dyn FnMut(String)) -> Result<Node, ToolMessage> {
    let mut writer = Writer { tag, ignored, sentences: 0 };
    writer.node(parts, 0)
}

struct Writer<'a> {
    tag: &'a str,
    ignored: &'a mut dyn FnMut(String),
    sentences: usize,
}

impl Writer<'_> {
    fn node(&mut self, parts: &[Part], depth: usize) -> Result<Node, ToolMessage> {
        let choice = parts.iter().find_map(|part| match part {
            Part::Choice(choice) => Some(choice),
            _ => None,
        });
        let Some(choice) = choice else {
            self.sentences += 1;
            let text = sentence(parts);
            return match () {
                () if self.sentences > MOST_SENTENCES => Err(ToolMessage::MessageTooLong),
                () if text.trim().is_empty() => Err(ToolMessage::MessageEmpty),
                () => Ok(Node::Text(text)),
            };
        };
        if depth == DEEPEST {
            return Err(ToolMessage::MessageTooLong);
        }
        let mut cases: Vec<String> = Vec::new();
        let all = parts.iter().filter_map(|part| match part {
            Part::Choice(other) if other.is_same(choice) => Some(&other.cases),
            _ => None,
        });
        for (case, _) in all.flatten() {
            if case != "other" && !cases.contains(case) && self.is_reachable(choice, case) {
                cases.push(case.clone());
            }
        }
        if cases.is_empty() {
            return self.node(&chosen(parts, choice, "other")?, depth + 1);
        }
        // A table would read such a case as a second selector.
        if let Some(case) = cases.iter().find(|case| Selector::named(case).is_some()) {
            return Err(ToolMessage::MessageCase { case: case.clone() });
        }
        let mut entries = vec![(choice.selector.name().to_owned(), Node::text(&choice.argument))];
        cases.push("other".to_owned());
        for case in cases {
            let message = self.node(&chosen(parts, choice, &case)?, depth + 1)?;
            entries.push((case, message));
        }
        Ok(Node::Table(entries))
    }

    /// Whether the language has the category of a case.
    fn is_reachable(&mut self, choice: &Choice, case: &str) -> bool {
        if choice.selector == Selector::Select || !Choice::is_category(case) {
            return true;
        }
        let known = every_category(self.tag, choice.selector);
        let is_known = known.is_none_or(|known| known.iter().any(|category| category.name() == case));
        if !is_known {
            (self.ignored)(case.to_owned());
        }
        is_known
    }
}

/// The parts with a case of a choice, wherever the same choice is made.
fn chosen(parts: &[Part], choice: &Choice, case: &str) -> Result<Vec<Part>, ToolMessage> {
    let mut all = Vec::new();
    for part in parts {
        match part {
            Part::Choice(other) if other.is_same(choice) => {
                all.extend(chosen(other.case(case)?, choice, case)?);
            }
            Part::Choice(other) => {
                let mut inner = other.clone();
                for (_, parts) in &mut inner.cases {
                    *parts = chosen(parts, choice, case)?;
                }
                inner.other = chosen(&inner.other, choice, case)?;
                all.push(Part::Choice(inner));
            }
            other => all.push(other.clone()),
        }
    }
    Ok(all)
}

fn sentence(parts: &[Part]) -> String {
    let parts = parts.iter().map(|part| match part {
        Part::Text(text) => text.replace('{', "{{").replace('}', "}}"),
        Part::Argument(name) | Part::Number(name) => format!("{{{name}}}"),
        Part::Choice(_) => String::new(),
    });
    parts.collect()
}

/// How a message uses each of its arguments.
pub(super) type Uses = BTreeMap<String, Use>;

#[derive(Debug, Clone, Default)]
pub(super) struct Use {
    is_counted: bool,
    is_number: bool,
    words: Vec<String>,
}

pub(super) fn uses(parts: &[Part]) -> Result<Uses, ToolMessage> {
    let mut uses = Uses::new();
    collect(parts, &mut uses);
    match uses.keys().find(|name| name.len() > 100 || name.is_empty()) {
        Some(name) => Err(ToolMessage::MessageReference { name: name.clone() }),
        None => Ok(uses),
    }
}

fn collect(parts: &[Part], uses: &mut Uses) {
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Argument(name) => _ = uses.entry(name.clone()).or_default(),
            Part::Number(name) => uses.entry(name.clone()).or_default().is_number = true,
            Part::Choice(choice) => {
                let found = uses.entry(choice.argument.clone()).or_default();
                if choice.selector == Selector::Select {
                    found.words.extend(choice.cases.iter().map(|(case, _)| case.clone()));
                } else {
                    found.is_counted = true;
                }
                choice.cases.iter().for_each(|(_, parts)| collect(parts, uses));
                collect(&choice.other, uses);
            }
        }
    }
}

/// The kinds of the arguments in the languages of a message.
pub(super) fn arguments<'a>(languages: impl Iterator<Item = &'a Uses>) -> Result<Option<Node>, ToolMessage> {
    let mut all = Uses::new();
    for (name, found) in languages.flatten() {
        let known = all.entry(name.clone()).or_default();
        known.is_counted |= found.is_counted;
        known.is_number |= found.is_number;
        let new = found.words.iter().filter(|word| *word != "other");
        for word in new {
            if !known.words.contains(word) {
                known.words.push(word.clone());
            }
        }
    }
    let mut kinds = Vec::new();
    for (name, found) in all {
        let kind = match &found {
            Use { words, is_counted: false, is_number: false } if !words.is_empty() => Node::texts(words),
            Use { words, .. } if !words.is_empty() => return Err(ToolMessage::MessageSelectors { name }),
            Use { is_counted: true, .. } => Node::text("count"),
            Use { is_number: true, .. } => Node::text("quantity"),
            Use { .. } => Node::text("text"),
        };
        kinds.push((name, kind));
    }
    Ok((!kinds.is_empty()).then_some(Node::Table(kinds)))
}
